//! The form as an Excel file: one sheet that says how, one with the questions.

use domain::assessment::Answer;
use domain::instrument::{Level, Place, Question};
use l10n::Texts;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::choices::{choices, reasons};
use super::{Filled, FilledForm, Form, FormError};
use crate::looks::{self, A4, Styles, height};

/// The columns of the sheet with questions that are read back, counted from 0. Between them stand
/// goal, question and levels.
pub(super) mod column {
    pub(in crate::form) const ID: u16 = 0;
    pub(in crate::form) const ANSWER: u16 = 7;
    pub(in crate::form) const COMMENT: u16 = 8;
}

/// Widths of the columns, in characters.
const WIDTHS: [f64; 9] = [22.0, 16.0, 30.0, 26.0, 26.0, 26.0, 26.0, 18.0, 34.0];

/// What every form carries in a cell of its first sheet, with the edition after it.
pub(super) const MARK: &str = "strategikollen-form-1 ";

/// The form as an Excel file, with what is already answered filled in. The same form gives the
/// same bytes.
///
/// # Errors
/// When a text is longer than a cell can hold.
pub fn excel(form: &Form<'_>, t: &Texts, filled: &FilledForm) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // The day of the edition, since a file's bytes must not depend on when it is fetched.
    let published = ExcelDateTime::parse_from_str(&form.edition.published)?;
    let properties = DocProperties::new()
        .set_title(t.form_title())
        .set_creation_datetime(&published);
    workbook.set_properties(&properties);
    let styles = Styles::new();
    write_how(workbook.add_worksheet(), form, t, &styles)?;
    write_questions(workbook.add_worksheet(), form, t, filled, &styles)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_how(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    t: &Texts,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let how = [
        t.form_edition(form.edition.title.get(form.lang)),
        t.form_how_choose(t.form_sheet_questions(), t.form_answer()),
        t.form_how_level(),
        t.form_how_dont_know(),
        t.form_how_not_applicable(),
        t.form_how_empty(),
        t.form_how_comment(t.form_comment()),
        t.form_how_save(),
    ];
    let mark = [t.form_mark(), format!("{MARK}{}", form.edition.id)];
    let lines = how.iter().map(|line| (line, &styles.text));
    let lines = lines.chain(mark.iter().map(|line| (line, &styles.faint)));
    looks::write_how(sheet, t, &t.form_title(), lines, styles)
}

fn write_questions(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    t: &Texts,
    filled: &FilledForm,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(t.form_sheet_questions())?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let headings = headings(form, t);
    sheet.set_row_height(0, height(headings.iter().map(String::as_str).zip(WIDTHS)))?;
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &styles.header)?;
    }
    for (row, (place, question)) in (1..).zip(form.questions()) {
        let said = filled.get(&question.id).cloned().unwrap_or_default();
        let asked = asked(form, t, place, question);
        let texts = asked.iter().map(String::as_str);
        // The answer is short: what may be long is the comment.
        let texts = texts.chain(["", said.comment.as_str()]);
        sheet.set_row_height(row, height(texts.zip(WIDTHS)))?;
        for (column, text) in (0..).zip(&asked) {
            sheet.write_string_with_format(row, column, text, &styles.cell)?;
        }
        write_filled(sheet, row, form, t, question, &said, styles)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&L&A&R&P / &N");
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    Ok(())
}

fn headings(form: &Form<'_>, t: &Texts) -> Vec<String> {
    let mut headings = vec![t.form_id(), t.form_goal(), t.form_question()];
    headings.extend(Level::ALL.map(|level| form.level_title(level, t)));
    headings.extend([t.form_answer(), t.form_comment()]);
    headings
}

/// The cells of a question that are not to be filled in, in the order of the columns.
fn asked(form: &Form<'_>, t: &Texts, place: Place<'_>, question: &Question) -> Vec<String> {
    let lang = form.lang;
    let mut asks = format!("{} {}", place.label(), question.question.get(lang));
    for reason in reasons(question, form.kind, t) {
        asks.push_str("\n\n");
        asks.push_str(&t.form_reason(&reason.written, reason.says(lang)));
    }
    let goal = format!("{} {}", place.goal.id, place.goal.short.get(lang));
    let mut cells = vec![question.id.clone(), goal, asks];
    cells.extend(Level::ALL.map(|level| question.level(level, lang).to_owned()));
    cells
}

/// The two cells to fill in.
fn write_filled(
    sheet: &mut Worksheet,
    row: u32,
    form: &Form<'_>,
    t: &Texts,
    question: &Question,
    said: &Filled,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let choices = choices(question, form.kind, t);
    let written: Vec<&str> = choices
        .iter()
        .map(|(_, written)| written.as_str())
        .collect();
    let list = DataValidation::new()
        .allow_list_strings(&written)?
        .set_error_title(t.form_choose_title())?
        .set_error_message(t.form_choose(written.join(", ")))?;
    sheet.add_data_validation(row, column::ANSWER, row, column::ANSWER, &list)?;
    let chosen = choices
        .iter()
        .find(|(answer, _)| Some(answer) == said.answer.as_ref());
    match chosen {
        Some((Answer::Level(level), _)) => {
            let number = f64::from(level.number());
            sheet.write_number_with_format(row, column::ANSWER, number, &styles.open)?
        }
        Some((_, written)) => {
            sheet.write_string_with_format(row, column::ANSWER, written, &styles.open)?
        }
        None => sheet.write_blank(row, column::ANSWER, &styles.open)?,
    };
    let comment = &said.comment;
    sheet.write_string_with_format(row, column::COMMENT, comment, &styles.open_text)?;
    Ok(())
}
