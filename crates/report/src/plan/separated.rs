//! The table as CSV: semicolons and a byte order mark, as Excel in Swedish wants. Read back it may
//! have other separators, and the letters that older programs write.

use encoding_rs::WINDOWS_1252;
use l10n::Texts;

use super::columns::{Column, cells};
use super::{Table, TableError};
use crate::workbook::{Cell, MAX_CELLS, MAX_FILE, Sheet, Unreadable};

/// What a cell begins with that a spreadsheet would take for a formula; and what guards it against
/// that, which has to be guarded too for a cell to be read as it was written.
const GUARDED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', GUARD];
const GUARD: char = '\'';

/// What may stand between cells, our own first.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// A plan as CSV.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn csv(table: &Table<'_>, t: &Texts) -> Result<Vec<u8>, TableError> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(SEPARATORS[0])
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(Column::ALL.map(|column| column.heading(t)))?;
    for row in table.rows {
        writer.write_record(cells(table, row, t).map(guarded))?;
    }
    let written = writer.into_inner();
    written.map_err(|error| TableError::Write(error.into_error()))
}

/// A cell that a spreadsheet takes as text.
fn guarded(text: String) -> String {
    match text.starts_with(GUARDED) {
        true => format!("{GUARD}{text}"),
        false => text,
    }
}

/// What was written in a guarded cell.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if rest.starts_with(GUARDED) => rest,
        _ => text,
    }
}

/// The cells of a file, once for each separator that it may have: with the wrong one there are no
/// headings to find.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    if bytes.len() > MAX_FILE {
        return Err(Unreadable::TooLarge);
    }
    let decoded;
    let text: &str = match str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(_) => {
            decoded = WINDOWS_1252.decode(bytes).0;
            &decoded
        }
    };
    SEPARATORS
        .into_iter()
        .map(|separator| sheet(text, separator))
        .collect()
}

fn sheet(text: &str, separator: u8) -> Result<Sheet, Unreadable> {
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet {
        name: String::new(),
        cells: Default::default(),
    };
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(|_| Unreadable::NotExcel)?;
        for (column, text) in (0..).zip(&record) {
            if text.trim().is_empty() {
                continue;
            }
            if sheet.cells.len() >= MAX_CELLS {
                return Err(Unreadable::TooLarge);
            }
            let cell = Cell {
                text: unguarded(text).into(),
                formula: false,
            };
            sheet.cells.insert((row, column), cell);
        }
    }
    Ok(sheet)
}
