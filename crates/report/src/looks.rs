//! The looks that the Excel files here share.

use l10n::Texts;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Excel's number for A4.
pub(crate) const A4: u8 = 9;

/// The width of the sheet that says how, in characters.
const HOW_WIDTH: f64 = 90.0;

/// The height of a line and the highest row there can be, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// The looks of cells.
pub(crate) struct Styles {
    pub(crate) title: Format,
    pub(crate) text: Format,
    pub(crate) faint: Format,
    pub(crate) header: Format,
    pub(crate) cell: Format,
    /// The cells to fill in: the only ones that are not locked.
    pub(crate) open: Format,
    /// The same for what someone writes, kept as text: what begins with = or is a number stays as
    /// written.
    pub(crate) open_text: Format,
}

impl Styles {
    pub(crate) fn new() -> Styles {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let faint = wrapped.clone().set_font_color(Color::RGB(0x0059_5959));
        let cell = wrapped.clone().set_border(FormatBorder::Thin);
        let open = cell
            .clone()
            .set_unlocked()
            .set_background_color(Color::RGB(0x00FF_F8DC));
        Styles {
            title: Format::new().set_bold().set_font_size(16),
            header: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00E6_E6E6)),
            open: open.clone(),
            open_text: open.set_num_format("@"),
            text: wrapped,
            faint,
            cell,
        }
    }
}

/// Writes the sheet that says how: what the file is called, and then a line for each thing to know.
pub(crate) fn write_how<'l>(
    sheet: &mut Worksheet,
    t: &Texts,
    title: &str,
    lines: impl IntoIterator<Item = (&'l String, &'l Format)>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(t.form_sheet_how())?;
    sheet.set_column_width(0, HOW_WIDTH)?;
    sheet.write_string_with_format(0, 0, title, &styles.title)?;
    for (row, (line, style)) in (1..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, style)?;
        sheet.set_row_height(row, height([(line.as_str(), HOW_WIDTH)]))?;
    }
    sheet.protect();
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The height of a row that shows these texts whole, each in a column of a width. Not every
/// program finds the height by itself.
pub(crate) fn height<'c>(cells: impl IntoIterator<Item = (&'c str, f64)>) -> f64 {
    let lines =
        |(text, width): (&str, f64)| -> usize { text.lines().map(|line| lines(line, width)).sum() };
    let most = cells.into_iter().map(lines).max().unwrap_or_default();
    (LINE * most.max(1) as f64 + LINE / 3.0).min(HIGHEST)
}

/// How many lines a text takes, wrapped between words at so many characters.
fn lines(text: &str, width: f64) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && (used + 1 + length) as f64 > width {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
    }
    lines
}
