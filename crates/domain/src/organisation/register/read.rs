//! From bytes to records with named values.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::{Problem, ProblemKind};

/// A column of the register file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The organisation's name.
    Name,
    /// Its organisation number.
    Number,
    /// Its kind, as a code.
    Kind,
    /// The owner's organisation number.
    Owner,
    /// The län's two digits.
    Lan,
    /// The municipality's four digits.
    Municipality,
    /// Kommungrupp.
    Group,
    /// Inhabitants.
    Population,
    /// Yearly purchases, kronor.
    Volume,
    /// Domains of its own addresses, with spaces between.
    Domains,
    /// Its official e-mail address.
    Registrator,
    /// The day from which the line holds.
    ValidFrom,
}

impl Column {
    /// All columns, in the order that the shipped file has them. A file may have another.
    pub const ALL: [Column; 12] = [
        Column::Name,
        Column::Number,
        Column::Kind,
        Column::Owner,
        Column::Lan,
        Column::Municipality,
        Column::Group,
        Column::Population,
        Column::Volume,
        Column::Domains,
        Column::Registrator,
        Column::ValidFrom,
    ];

    /// What stands on the first line.
    pub fn heading(self) -> &'static str {
        match self {
            Column::Name => "namn",
            Column::Number => "organisationsnummer",
            Column::Kind => "slag",
            Column::Owner => "ägare",
            Column::Lan => "län",
            Column::Municipality => "kommunkod",
            Column::Group => "kommungrupp",
            Column::Population => "befolkning",
            Column::Volume => "inköpsvolym",
            Column::Domains => "e-postdomäner",
            Column::Registrator => "registrator",
            Column::ValidFrom => "gäller från",
        }
    }
}

/// A line of the file: its values by column, without space around.
pub(super) struct Record {
    pub(super) line: u64,
    values: BTreeMap<Column, String>,
}

impl Record {
    /// A value; empty if nothing is told.
    pub(super) fn value(&self, column: Column) -> &str {
        self.values.get(&column).map_or("", String::as_str)
    }
}

/// Reads the lines that can be read. Spreadsheets in Swedish write `;` between values and others
/// `,`: whichever the first line has more of.
pub(super) fn read(file: &[u8], problems: &mut Vec<Problem>) -> Vec<Record> {
    let Some(text) = utf8(file, problems) else {
        return Vec::new();
    };
    let first = text.trim_start().lines().next().unwrap_or_default();
    let semicolons = first.matches(';').count() > first.matches(',').count();
    let mut lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(text.as_bytes())
        .into_records();
    // Reading from memory what is known to be UTF-8 cannot fail, with lines of any length allowed.
    let Some(Ok(headings)) = lines.next() else {
        add(problems, 1, None, ProblemKind::NoHeadings);
        return Vec::new();
    };
    let Some(columns) = columns(&headings, problems) else {
        return Vec::new();
    };
    lines
        .filter_map(Result::ok)
        .filter(|line| line.iter().any(|value| !value.trim().is_empty()))
        .filter_map(|line| record(&line, line_number(&line, text), &columns, problems))
        .collect()
}

fn utf8<'a>(file: &'a [u8], problems: &mut Vec<Problem>) -> Option<&'a str> {
    match std::str::from_utf8(file) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let before = file.get(..error.valid_up_to()).unwrap_or_default();
            let breaks = before.iter().filter(|byte| **byte == b'\n').count();
            add(problems, breaks as u64 + 1, None, ProblemKind::NotUtf8);
            None
        }
    }
}

/// The columns in the order of the file; `None` if they are not what they must be.
fn columns(headings: &StringRecord, problems: &mut Vec<Problem>) -> Option<Vec<Column>> {
    let before = problems.len();
    let mut columns = Vec::new();
    for heading in headings {
        let wanted = heading.trim().to_lowercase();
        let found = Column::ALL
            .into_iter()
            .find(|column| column.heading() == wanted);
        match found {
            None => {
                let kind = ProblemKind::UnknownHeading(heading.trim().to_owned());
                add(problems, 1, None, kind);
            }
            Some(column) if columns.contains(&column) => {
                add(problems, 1, Some(column), ProblemKind::ColumnTwice);
            }
            Some(column) => columns.push(column),
        }
    }
    for column in Column::ALL {
        if !columns.contains(&column) {
            add(problems, 1, Some(column), ProblemKind::ColumnMissing);
        }
    }
    (problems.len() == before).then_some(columns)
}

/// The line that a record begins on. The reader's own position lies before the empty lines that it
/// passed over.
fn line_number(record: &StringRecord, text: &str) -> u64 {
    let Some(position) = record.position() else {
        return 0;
    };
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.get(from..).unwrap_or_default();
    let passed = rest
        .bytes()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + passed.filter(|byte| *byte == b'\n').count() as u64
}

fn record(
    values: &StringRecord,
    line: u64,
    columns: &[Column],
    problems: &mut Vec<Problem>,
) -> Option<Record> {
    if values.len() != columns.len() {
        let kind = ProblemKind::Fields {
            found: values.len(),
            expected: columns.len(),
        };
        add(problems, line, None, kind);
        return None;
    }
    let values = columns
        .iter()
        .zip(values)
        .map(|(column, value)| (*column, value.trim().to_owned()))
        .collect();
    Some(Record { line, values })
}

pub(super) fn add(
    problems: &mut Vec<Problem>,
    line: u64,
    column: Option<Column>,
    kind: ProblemKind,
) {
    problems.push(Problem { line, column, kind });
}
