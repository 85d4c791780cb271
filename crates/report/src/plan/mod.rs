//! A plan to work with elsewhere: as a table that is loaded back, and as days in a calendar.
//!
//! What a table's cells say is read here, and what of it cannot be understood. What can be decided
//! is not judged here: a row is held to the same rules as the form of a decision.

mod calendar;
mod columns;
mod excel;
mod fault;
mod read;
mod separated;

use domain::day::Day;
use domain::plan::Status;

pub use calendar::{Event, calendar};
pub use columns::{Chosen, Column};
pub use excel::excel;
pub use fault::{At, CellFault, ReadError};
pub use read::{Found, Loaded, read};
pub use separated::csv;

/// A plan's lines.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// What the plan is called.
    pub name: &'a str,
    /// The edition whose tips it is made from.
    pub edition: &'a str,
    /// When it was made.
    pub made: Day,
    /// Its lines, in the order they are written.
    pub rows: &'a [Row],
}

/// One line: a tip or an action of the organisation's own. Texts are as someone has written them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The key of its entry; empty for an own action that the plan does not have yet.
    pub key: String,
    /// The revision that it tells; 0 if nothing is decided.
    pub version: i64,
    /// The goal it belongs to, by number and name.
    pub goal: String,
    /// What it is called.
    pub title: String,
    /// What is decided.
    pub chosen: Chosen,
    /// Who does it.
    pub owner: String,
    /// Where they are reached.
    pub email: String,
    /// By when, or when it is taken up again: `YYYY-MM-DD`.
    pub date: String,
    /// What is set aside for it.
    pub resources: String,
    /// Why not.
    pub because: String,
    /// How far people say that it has come.
    pub status: Status,
    /// What someone has noted.
    pub note: String,
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A text that does not fit in a cell, or a file that could not be put together.
    #[error("the plan could not be written as Excel: {0}")]
    Excel(#[from] rust_xlsxwriter::XlsxError),
    /// A row.
    #[error("the plan could not be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
    /// The end of the table.
    #[error("the plan could not be written as CSV: {0}")]
    Write(#[from] std::io::Error),
}
