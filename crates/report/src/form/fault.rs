//! What keeps a form from being loaded, and how that is said.

use l10n::Texts;

use crate::workbook::Unreadable;

/// Why a form could not be loaded. Nothing of it is, then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No file was chosen, or it is empty.
    Empty,
    /// It is no Excel file, or a damaged one.
    NotExcel,
    /// It is larger than any form.
    TooLarge,
    /// An Excel file, but not this form.
    NotAForm,
    /// A form on the questions of another edition.
    OtherEdition(String),
    /// Nothing is filled in.
    NothingFilledIn,
    /// Everything that is wrong in its cells, in the order of the rows. Never empty.
    Cells(Vec<CellProblem>),
}

impl From<Unreadable> for ReadError {
    fn from(unreadable: Unreadable) -> ReadError {
        match unreadable {
            Unreadable::NotExcel => ReadError::NotExcel,
            Unreadable::TooLarge => ReadError::TooLarge,
        }
    }
}

/// Something wrong in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The sheet's name.
    pub sheet: String,
    /// The cell, for example `H12`.
    pub cell: String,
    /// What is wrong.
    pub fault: CellFault,
}

/// What can be wrong in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// An answer or a comment in a row without the id of a question.
    NoQuestion,
    /// An id that no question has.
    UnknownQuestion(String),
    /// A question that was not asked here.
    NotAsked(String),
    /// A question that already stands in another cell.
    Duplicate(String),
    /// Something that is no answer to the question.
    UnknownAnswer(String),
    /// Inte tillämpligt where that cannot be answered by this kind of organisation.
    NotAllowed,
    /// A formula where a value belongs.
    Formula,
    /// More characters than a comment may have.
    TooLong(usize),
    /// A character that cannot be saved.
    Character,
}

impl ReadError {
    /// What is wrong and what to do, one problem an entry.
    pub fn in_words(&self, t: &Texts) -> Vec<String> {
        match self {
            ReadError::Empty => vec![t.form_fault_empty()],
            ReadError::NotExcel => vec![t.form_fault_not_excel()],
            ReadError::TooLarge => vec![t.form_fault_too_large()],
            ReadError::NotAForm => vec![t.form_fault_not_a_form()],
            ReadError::OtherEdition(edition) => vec![t.form_fault_other_edition(edition)],
            ReadError::NothingFilledIn => vec![t.form_fault_nothing()],
            ReadError::Cells(problems) => problems.iter().map(|p| p.in_words(t)).collect(),
        }
    }
}

impl CellProblem {
    /// The sheet and cell, what is wrong and what to do.
    fn in_words(&self, t: &Texts) -> String {
        let fault = match &self.fault {
            CellFault::NoQuestion => t.form_fault_no_question(),
            CellFault::UnknownQuestion(id) => t.form_fault_unknown_question(id),
            CellFault::NotAsked(id) => t.form_fault_not_asked(id),
            CellFault::Duplicate(cell) => t.form_fault_duplicate(cell),
            CellFault::UnknownAnswer(written) => t.form_fault_unknown_answer(written),
            CellFault::NotAllowed => t.form_fault_not_allowed(),
            CellFault::Formula => t.form_fault_formula(),
            CellFault::TooLong(limit) => {
                t.form_fault_too_long(u32::try_from(*limit).unwrap_or(u32::MAX))
            }
            CellFault::Character => t.form_fault_character(),
        };
        t.form_fault_at(&self.sheet, &self.cell, fault)
    }
}
