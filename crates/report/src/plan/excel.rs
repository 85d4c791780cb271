//! The table as an Excel file: one sheet that says how, one with the lines.

use l10n::Texts;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError,
};

use super::columns::{Column, cells, words};
use super::{Table, TableError};
use crate::looks::{self, A4, Styles, height};

/// Widths of the columns, in characters.
const WIDTHS: [f64; 13] = [
    14.0, 8.0, 14.0, 18.0, 36.0, 16.0, 20.0, 24.0, 12.0, 24.0, 28.0, 16.0, 32.0,
];

/// Rows below the lines, for new actions.
const ROOM: u32 = 30;

/// A plan as an Excel file. The same plan gives the same bytes.
///
/// # Errors
/// When a text is longer than a cell can hold.
pub fn excel(table: &Table<'_>, t: &Texts) -> Result<Vec<u8>, TableError> {
    let mut workbook = Workbook::new();
    // The day the plan was made, since a file's bytes must not depend on when it is fetched.
    let made = ExcelDateTime::parse_from_str(&table.made.to_string())?;
    let properties = DocProperties::new()
        .set_title(table.name)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let styles = Styles::new();
    write_how(workbook.add_worksheet(), table, t, &styles)?;
    write_rows(workbook.add_worksheet(), table, t, &styles)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_how(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    t: &Texts,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let heading = |column: Column| column.heading(t);
    let how = [
        t.plan_table_what(t.plan_sheet_rows()),
        t.plan_table_decide(heading(Column::Decision)),
        t.plan_table_date(heading(Column::Date)),
        t.plan_table_own(heading(Column::Key), heading(Column::Version)),
        t.plan_table_keys(
            heading(Column::Key),
            heading(Column::Version),
            heading(Column::Edition),
        ),
        t.plan_table_mail(),
        t.plan_table_all(),
    ];
    let lines = how.iter().map(|line| (line, &styles.text));
    looks::write_how(sheet, t, table.name, lines, styles)
}

/// The sheet is not protected: rows are added to it and sorted.
fn write_rows(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    t: &Texts,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(t.plan_sheet_rows())?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    for (place, column) in (0..).zip(Column::ALL) {
        sheet.write_string_with_format(0, place, column.heading(t), &styles.header)?;
    }
    let mut last = 0;
    for (number, row) in (1..).zip(table.rows) {
        let cells = cells(table, row, t);
        sheet.set_row_height(number, height(cells.iter().map(String::as_str).zip(WIDTHS)))?;
        for ((place, column), text) in (0..).zip(Column::ALL).zip(&cells) {
            let style = match column {
                // What a tip is called and which goal it serves is not the plan's to change.
                Column::Key | Column::Version | Column::Edition | Column::Goal | Column::Title => {
                    &styles.cell
                }
                _ => &styles.open_text,
            };
            match column {
                Column::Version => {
                    sheet.write_number_with_format(number, place, row.version as f64, style)?
                }
                _ => sheet.write_string_with_format(number, place, text, style)?,
            };
        }
        last = number;
    }
    for number in last + 1..=last + ROOM {
        for (place, column) in (0..).zip(Column::ALL) {
            let style = match column {
                Column::Key | Column::Version | Column::Edition => &styles.cell,
                _ => &styles.open_text,
            };
            sheet.write_blank(number, place, style)?;
        }
    }
    for (place, column) in (0..).zip(Column::ALL) {
        let words = words(column, t);
        if words.is_empty() {
            continue;
        }
        let list = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_title(t.plan_choose_title())?
            .set_error_message(t.plan_choose(words.join(", ")))?;
        sheet.add_data_validation(1, place, last + ROOM, place, &list)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&L&A&R&P / &N");
    Ok(())
}
