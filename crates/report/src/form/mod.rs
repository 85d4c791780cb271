//! A form to fill in elsewhere: as an Excel file that is loaded back, and as a Word file to print
//! or to write in at a meeting.
//!
//! Only the Excel form is read. A Word file has no cells to count on once someone has written in
//! it, and an answer that is guessed is worse than one that is copied by hand.

mod choices;
mod excel;
mod fault;
mod read;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::Answer;
use domain::instrument::{Content, Edition, Level, Place, Question};
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use l10n::Texts;

pub use excel::excel;
pub use fault::{CellFault, CellProblem, ReadError};
pub use read::read;
pub use word::word;

/// What a form asks, and of whom.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// The content folder.
    pub content: &'a Content,
    /// The edition whose questions are asked.
    pub edition: &'a Edition,
    /// The questions to ask, by id. Those that the edition does not have are passed over.
    pub asked: &'a BTreeSet<String>,
    /// What kind of organisation answers, if it has said: it decides what may be inte tillämpligt.
    pub kind: Option<OrganisationKind>,
    /// The language it is written in. A form in either language can be read.
    pub lang: Lang,
}

/// What a form says on one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answer, if there is one.
    pub answer: Option<Answer>,
    /// The grounds for it, or empty.
    pub comment: String,
}

/// What a form says, by question.
pub type FilledForm = BTreeMap<String, Filled>;

/// Why a form could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// A text that does not fit in a cell, or a file that could not be put together.
    #[error("the Excel form could not be written: {0}")]
    Excel(#[from] rust_xlsxwriter::XlsxError),
    /// A template that could not be filled in.
    #[error("the Word form could not be written: {0}")]
    Word(#[from] askama::Error),
    /// A file that could not be put together.
    #[error("the Word form could not be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// The same.
    #[error("the Word form could not be packed: {0}")]
    Write(#[from] std::io::Error),
}

impl<'a> Form<'a> {
    /// The questions asked with their places, in order.
    fn questions(self) -> impl Iterator<Item = (Place<'a>, &'a Question)> {
        let asked = self.edition.places();
        asked.filter(move |(_, question)| self.asked.contains(&question.id))
    }

    /// A level with its name: "Nivå 2 – Delvis infört".
    fn level_title(self, level: Level, t: &Texts) -> String {
        t.level_title(level.number(), self.content.level_name(level, self.lang))
    }
}
