//! Reads an Excel form back: all of it, or a list of everything that is wrong.

use std::collections::BTreeMap;

use domain::assessment::Answer;
use domain::instrument::Question;
use domain::text::Lang;
use l10n::{Catalogue, Texts};

use super::choices::written;
use super::excel::{MARK, column};
use super::{CellFault, CellProblem, Filled, FilledForm, Form, ReadError};
use crate::workbook::{self, Cell, Sheet, place, shown};

const ID: u32 = column::ID as u32;
const ANSWER: u32 = column::ANSWER as u32;
const COMMENT: u32 = column::COMMENT as u32;

/// What a filled-in form says, in either language. Questions without answer and comment are left
/// out. A comment may have `limit` characters.
///
/// # Errors
/// Why the file is not this form, or everything that is wrong in its cells.
pub fn read(
    form: &Form<'_>,
    catalogue: &Catalogue,
    bytes: &[u8],
    limit: usize,
) -> Result<FilledForm, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let sheets = workbook::sheets(bytes)?;
    let texts = Lang::ALL.map(|lang| catalogue.get(lang));
    let edition = edition(&sheets).ok_or(ReadError::NotAForm)?;
    let (sheet, header) = table(&sheets, &texts).ok_or(ReadError::NotAForm)?;
    if edition != form.edition.id {
        return Err(ReadError::OtherEdition(shown(edition)));
    }
    let mut reading = Reading {
        form,
        texts,
        limit,
        sheet,
        problems: Vec::new(),
    };
    let filled = reading.rows(header);
    if !reading.problems.is_empty() {
        Err(ReadError::Cells(reading.problems))
    } else if filled.is_empty() {
        Err(ReadError::NothingFilledIn)
    } else {
        Ok(filled)
    }
}

/// The edition that the form is marked with.
fn edition(sheets: &[Sheet]) -> Option<&str> {
    let mut cells = sheets.iter().flat_map(|sheet| sheet.cells.values());
    cells.find_map(|cell| Some(cell.text.trim().strip_prefix(MARK)?.trim()))
}

/// The sheet with the questions, and the row of its headings.
fn table<'s>(sheets: &'s [Sheet], texts: &[&Texts; 2]) -> Option<(&'s Sheet, u32)> {
    let is_header = |sheet: &Sheet, row: u32| {
        let says = |column, heading: String| {
            let cell = sheet.cells.get(&(row, column));
            cell.is_some_and(|cell| cell.text.trim() == heading)
        };
        texts.iter().any(|t| {
            says(ID, t.form_id())
                && says(ANSWER, t.form_answer())
                && says(COMMENT, t.form_comment())
        })
    };
    sheets.iter().find_map(|sheet| {
        let mut rows = sheet.cells.keys().map(|(row, _)| *row);
        Some((sheet, rows.find(|row| is_header(sheet, *row))?))
    })
}

/// Collects problems while it reads on.
struct Reading<'r> {
    form: &'r Form<'r>,
    texts: [&'r Texts; 2],
    limit: usize,
    sheet: &'r Sheet,
    problems: Vec<CellProblem>,
}

impl<'r> Reading<'r> {
    fn rows(&mut self, header: u32) -> FilledForm {
        let mut filled = FilledForm::new();
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let mut rows: Vec<u32> = self.sheet.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        for row in rows.into_iter().filter(|row| *row > header) {
            let question = self.question(row, &mut seen);
            let comment = self.comment(row);
            let answer = question.and_then(|question| self.answer(row, question));
            if let Some(question) = question
                && (answer.is_some() || !comment.is_empty())
            {
                filled.insert(question.id.clone(), Filled { answer, comment });
            }
        }
        filled
    }

    fn cell(&self, row: u32, column: u32) -> Option<&'r Cell> {
        self.sheet.cells.get(&(row, column))
    }

    fn problem(&mut self, row: u32, column: u32, fault: CellFault) {
        self.problems.push(CellProblem {
            sheet: self.sheet.name.clone(),
            cell: place(row, column),
            fault,
        });
    }

    /// The question of a row; `None` if there is none, or none to answer.
    fn question(&mut self, row: u32, seen: &mut BTreeMap<&'r str, u32>) -> Option<&'r Question> {
        let Some(cell) = self.cell(row, ID) else {
            if self.cell(row, ANSWER).or(self.cell(row, COMMENT)).is_some() {
                self.problem(row, ID, CellFault::NoQuestion);
            }
            return None;
        };
        let id = cell.text.trim();
        if cell.formula {
            self.problem(row, ID, CellFault::Formula);
            return None;
        }
        if let Some(first) = seen.get(id) {
            let fault = CellFault::Duplicate(place(*first, ID));
            self.problem(row, ID, fault);
            return None;
        }
        seen.insert(id, row);
        match self.form.edition.question(id) {
            None => self.problem(row, ID, CellFault::UnknownQuestion(shown(id))),
            Some(_) if !self.form.asked.contains(id) => {
                self.problem(row, ID, CellFault::NotAsked(id.to_owned()));
            }
            question => return question,
        }
        None
    }

    fn answer(&mut self, row: u32, question: &Question) -> Option<Answer> {
        let cell = self.cell(row, ANSWER)?;
        if cell.formula {
            self.problem(row, ANSWER, CellFault::Formula);
            return None;
        }
        let read = |kind| {
            let mut texts = self.texts.iter();
            texts.find_map(|t| written(question, kind, &cell.text, t))
        };
        let (allowed, known) = (read(self.form.kind), read(None));
        if allowed.is_none() {
            let fault = match known {
                Some(_) => CellFault::NotAllowed,
                None => CellFault::UnknownAnswer(shown(&cell.text)),
            };
            self.problem(row, ANSWER, fault);
        }
        allowed
    }

    fn comment(&mut self, row: u32) -> String {
        let Some(cell) = self.cell(row, COMMENT) else {
            return String::new();
        };
        let comment = cell.text.replace("\r\n", "\n").replace('\r', "\n");
        let comment = comment.trim();
        if cell.formula {
            self.problem(row, COMMENT, CellFault::Formula);
        } else if comment.contains('\0') {
            self.problem(row, COMMENT, CellFault::Character);
        } else if comment.chars().count() > self.limit {
            self.problem(row, COMMENT, CellFault::TooLong(self.limit));
        }
        comment.to_owned()
    }
}
