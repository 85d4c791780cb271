//! What keeps a table from being loaded, where it stands, and how that is said.

use l10n::Texts;

use super::Column;
use super::columns::words;
use crate::workbook::{Unreadable, shown};

/// Why a table could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No file was chosen, or it is empty.
    Empty,
    /// It begins as an Excel file and is none, or a damaged one.
    Damaged,
    /// It is larger than any plan.
    TooLarge,
    /// It has no row of headings.
    NotAPlan,
    /// It has headings, but not these.
    Headings(Vec<Column>),
    /// A plan on the tips of another edition.
    OtherEdition(String),
    /// There is nothing below the headings.
    NoRows,
}

impl From<Unreadable> for ReadError {
    fn from(unreadable: Unreadable) -> ReadError {
        match unreadable {
            Unreadable::NotExcel => ReadError::Damaged,
            Unreadable::TooLarge => ReadError::TooLarge,
        }
    }
}

impl ReadError {
    /// What is wrong and what to do. `own` is the edition that the plan's tips are of.
    pub fn in_words(&self, own: &str, t: &Texts) -> String {
        match self {
            ReadError::Empty => t.form_fault_empty(),
            ReadError::Damaged => t.plan_file_damaged(),
            ReadError::TooLarge => t.plan_file_too_large(),
            ReadError::NotAPlan => t.plan_file_not_a_plan(),
            ReadError::Headings(missing) => {
                let headings: Vec<_> = missing.iter().map(|column| column.heading(t)).collect();
                t.plan_file_headings(headings.join(", "))
            }
            ReadError::OtherEdition(edition) => t.plan_file_other_edition(edition, own),
            ReadError::NoRows => t.plan_file_no_rows(),
        }
    }
}

/// Where something stands in a file. Orders as one reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The row, counted from 1.
    pub row: u32,
    /// The column.
    pub column: Column,
    /// Sheet and cell, for example `H12`; `None` in a file that has no such names.
    pub cell: Option<(String, String)>,
}

impl At {
    /// Something that is wrong, with where it stands.
    pub fn in_words(&self, fault: &str, t: &Texts) -> String {
        match &self.cell {
            Some((sheet, cell)) => t.form_fault_at(sheet, cell, fault),
            None => t.plan_row_at(self.row, self.column.heading(t), fault),
        }
    }
}

/// What a cell can hold that cannot be understood, each with what is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// A key that the plan does not have.
    UnknownKey(String),
    /// A goal that the edition does not have.
    UnknownGoal(String),
    /// A key that already stands in another row: its number.
    Duplicate(u32),
    /// No revision of the row.
    Version,
    /// No decision.
    Decision(String),
    /// No status.
    Status(String),
    /// A formula where a value belongs.
    Formula,
}

impl CellFault {
    /// What is wrong and what to do.
    pub fn in_words(&self, t: &Texts) -> String {
        let listed = |column| words(column, t).join(", ");
        match self {
            CellFault::UnknownKey(written) => t.plan_row_unknown(shown(written)),
            CellFault::UnknownGoal(written) => t.plan_row_goal(shown(written)),
            CellFault::Duplicate(row) => t.plan_row_duplicate(*row),
            CellFault::Version => t.plan_row_version(),
            CellFault::Decision(written) => {
                t.plan_row_decision(shown(written), listed(Column::Decision))
            }
            CellFault::Status(written) => t.plan_row_status(shown(written), listed(Column::Status)),
            CellFault::Formula => t.form_fault_formula(),
        }
    }
}
