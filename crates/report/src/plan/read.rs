//! Reads a table back, in either language: what its cells say, and everything in them that cannot be
//! understood.

use std::collections::BTreeMap;

use domain::day::Day;
use domain::plan::Status;
use domain::text::Lang;
use l10n::{Catalogue, Texts};

use super::columns::status_word;
use super::{At, CellFault, Chosen, Column, ReadError, Row, separated};
use crate::workbook::{self, Sheet, place, shown};

/// What an Excel file begins with: it is a zip archive.
const ZIP: &[u8] = b"PK";

/// The most rows that are read: far more than any plan has lines.
const MOST_ROWS: usize = 1000;

/// What a table says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Its rows, in order. What could not be understood in one is left out of it.
    pub rows: Vec<Found>,
    /// Everything that could not be understood.
    pub faults: BTreeMap<At, CellFault>,
}

/// A row, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub row: Row,
    place: Place,
}

impl Found {
    /// Where a column of it stands.
    pub fn at(&self, column: Column) -> At {
        self.place.at(column)
    }
}

/// Where a row stands: the sheet's name if it has one, the row, and the columns, all counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    sheet: Option<String>,
    row: u32,
    columns: [u32; 13],
}

impl Place {
    fn at(&self, column: Column) -> At {
        let cell = place(self.row, self.columns[column.index()]);
        At {
            row: self.row.saturating_add(1),
            column,
            cell: self.sheet.clone().map(|sheet| (sheet, cell)),
        }
    }
}

/// What a table of a plan on the tips of `edition` says.
///
/// # Errors
/// Why the file is no such table.
pub fn read(bytes: &[u8], catalogue: &Catalogue, edition: &str) -> Result<Loaded, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let is_excel = bytes.starts_with(ZIP);
    let sheets = match is_excel {
        true => workbook::sheets(bytes)?,
        false => separated::sheets(bytes)?,
    };
    let texts = Lang::ALL.map(|lang| catalogue.get(lang));
    let (sheet, header, columns) = table(&sheets, texts)?;
    let mut reading = Reading {
        sheet,
        texts,
        is_excel,
        faults: BTreeMap::new(),
    };
    let mut numbers: Vec<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    numbers.dedup();
    let places = numbers
        .into_iter()
        .filter(|row| *row > header)
        .map(|row| Place {
            sheet: is_excel.then(|| sheet.name.clone()),
            row,
            columns,
        })
        .filter(|place| {
            Column::ALL
                .iter()
                .any(|column| reading.cell(place, *column).is_some())
        });
    let places: Vec<Place> = places.collect();
    let editions = places
        .iter()
        .filter_map(|place| reading.cell(place, Column::Edition));
    if let Some(other) = editions.map(|cell| cell.trim()).find(|of| *of != edition) {
        return Err(ReadError::OtherEdition(shown(other)));
    }
    if places.is_empty() {
        return Err(ReadError::NoRows);
    }
    if places.len() > MOST_ROWS {
        return Err(ReadError::TooLarge);
    }
    let mut rows = Vec::new();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for place in places {
        let row = reading.row(&place);
        let at = place.at(Column::Key);
        if let Some(first) = seen.get(&row.key) {
            reading.faults.insert(at, CellFault::Duplicate(*first));
            continue;
        }
        if !row.key.is_empty() {
            seen.insert(row.key.clone(), at.row);
        }
        rows.push(Found { row, place });
    }
    Ok(Loaded {
        rows,
        faults: reading.faults,
    })
}

/// The sheet with the lines, the row of its headings, and where each column stands. The headings may
/// be in either language and order.
fn table<'s>(
    sheets: &'s [Sheet],
    texts: [&Texts; 2],
) -> Result<(&'s Sheet, u32, [u32; 13]), ReadError> {
    let headings = Column::ALL.map(|column| texts.map(|t| column.heading(t).to_lowercase()));
    let mut lacks = None;
    for sheet in sheets {
        let mut rows: Vec<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        for row in rows {
            let cells: Vec<(u32, String)> = sheet
                .cells
                .range((row, 0)..=(row, u32::MAX))
                .map(|((_, column), cell)| (*column, cell.text.trim().to_lowercase()))
                .collect();
            let place = |heading: &[String; 2]| {
                let found = cells.iter().find(|(_, text)| heading.contains(text));
                found.map(|(column, _)| *column)
            };
            let places = headings.each_ref().map(place);
            if places[Column::Key.index()].is_none() || places[Column::Decision.index()].is_none() {
                continue;
            }
            let mut columns = [0; 13];
            let mut missing = Vec::new();
            for (column, found) in Column::ALL.into_iter().zip(places) {
                match found {
                    Some(at) => columns[column.index()] = at,
                    None => missing.push(column),
                }
            }
            if missing.is_empty() {
                return Ok((sheet, row, columns));
            }
            lacks.get_or_insert(missing);
        }
    }
    Err(lacks.map_or(ReadError::NotAPlan, ReadError::Headings))
}

/// Collects faults while it reads on.
struct Reading<'r> {
    sheet: &'r Sheet,
    texts: [&'r Texts; 2],
    is_excel: bool,
    faults: BTreeMap<At, CellFault>,
}

impl<'r> Reading<'r> {
    fn cell(&self, place: &Place, column: Column) -> Option<&'r str> {
        let at = (place.row, place.columns[column.index()]);
        self.sheet.cells.get(&at).map(|cell| cell.text.as_ref())
    }

    fn row(&mut self, place: &Place) -> Row {
        Row {
            key: self.text(place, Column::Key),
            version: self.version(place),
            goal: self.text(place, Column::Goal),
            title: self.text(place, Column::Title),
            chosen: self.word(place, Column::Decision, &Chosen::ALL, Chosen::word),
            owner: self.text(place, Column::Owner),
            email: self.text(place, Column::Email),
            date: self.date(place),
            resources: self.text(place, Column::Resources),
            because: self.text(place, Column::Because),
            status: self.word(place, Column::Status, &Status::ALL, status_word),
            note: self.text(place, Column::Note),
        }
    }

    /// What a cell says; nothing if it is computed.
    fn text(&mut self, place: &Place, column: Column) -> String {
        let at = (place.row, place.columns[column.index()]);
        let Some(cell) = self.sheet.cells.get(&at) else {
            return String::new();
        };
        if cell.formula {
            self.faults.insert(place.at(column), CellFault::Formula);
            return String::new();
        }
        let text = cell.text.replace("\r\n", "\n").replace('\r', "\n");
        text.trim().to_owned()
    }

    /// The revision that a row tells. A new row has none.
    fn version(&mut self, place: &Place) -> i64 {
        let text = self.text(place, Column::Version);
        let is_new = self.cell(place, Column::Key).is_none();
        let whole = text.strip_suffix(".0").unwrap_or(&text);
        match whole.parse() {
            Ok(version) if version >= 0 => version,
            _ if text.is_empty() && is_new => 0,
            _ => {
                let faults = self.faults.entry(place.at(Column::Version));
                faults.or_insert(CellFault::Version);
                0
            }
        }
    }

    /// What is meant by one of some words, in small or capital letters. An empty cell is the first.
    fn word<T: Copy + Default>(
        &mut self,
        place: &Place,
        column: Column,
        all: &[T],
        word: fn(T, &Texts) -> String,
    ) -> T {
        let text = self.text(place, column);
        let said = text.to_lowercase();
        let means = |one: &T| {
            self.texts
                .iter()
                .any(|t| word(*one, t).to_lowercase() == said)
        };
        match all.iter().find(|one| means(one)) {
            Some(one) => *one,
            None => {
                if !text.is_empty() {
                    let fault = match column {
                        Column::Status => CellFault::Status(text),
                        _ => CellFault::Decision(text),
                    };
                    self.faults.insert(place.at(column), fault);
                }
                T::default()
            }
        }
    }

    /// A day as it is written. A spreadsheet that knows it for a day stores a number instead.
    fn date(&mut self, place: &Place) -> String {
        let text = self.text(place, Column::Date);
        let number = text.strip_suffix(".0").unwrap_or(&text).parse().ok();
        match number.filter(|_| self.is_excel).and_then(day_of_number) {
            Some(day) => day.to_string(),
            None => text,
        }
    }
}

/// The day of the number that Excel stores for it, from 1920 until the last day whose number is
/// given.
fn day_of_number(number: u32) -> Option<Day> {
    const LAST: (u32, &str) = (73_051, "2100-01-01");
    let before = u16::try_from(LAST.0.checked_sub(number)?).ok()?;
    Some(Day::try_from(LAST.1).ok()?.days_before(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_days_are_those_of_excel() {
        let day = |number| day_of_number(number).map(|day| day.to_string());
        assert_eq!(day(44_197).as_deref(), Some("2021-01-01"));
        assert_eq!(day(46_477).as_deref(), Some("2027-03-31"));
        assert_eq!(day(73_051).as_deref(), Some("2100-01-01"));
        assert_eq!(day(73_052), None);
        assert_eq!(day(1), None);
    }
}
