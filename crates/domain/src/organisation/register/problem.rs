//! What can be wrong with a register file, and where.

use std::fmt;

use super::Column;
use crate::day::NotADay;
use crate::organisation::{
    NotADomain, NotAMunicipality, NotANumber, NotAnAddress, OrganisationNumber, UnknownGroup,
    UnknownKind, UnknownLan,
};

/// One problem in a register file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: u64,
    /// The column, if the problem lies in one.
    pub column: Option<Column>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// Other bytes than UTF-8.
    #[error("is not UTF-8; save the file as \"CSV UTF-8\"")]
    NotUtf8,
    /// No heading line.
    #[error("the file is empty; the first line has the headings")]
    NoHeadings,
    /// A heading that is no column's.
    #[error("there is no column {0:?}; correct or remove it")]
    UnknownHeading(String),
    /// A column that is not there.
    #[error("the column is missing; add it, if only with empty values")]
    ColumnMissing,
    /// A column that is there twice.
    #[error("the column is there twice; remove one")]
    ColumnTwice,
    /// A line with other than a value for each column.
    #[error(
        "has {found} values and the headings are {expected}; look for a stray separator or quote"
    )]
    Fields {
        /// How many there are.
        found: usize,
        /// How many there are headings.
        expected: usize,
    },
    /// An empty value that must be told.
    #[error("is empty and must be told")]
    Empty,
    /// A value longer than any such thing is.
    #[error("is longer than {0} characters")]
    TooLong(usize),
    /// A tab, line break or other invisible character within a value.
    #[error("holds a line break or another character that cannot be seen")]
    Control,
    /// No organisation number.
    #[error("{0}")]
    Number(NotANumber),
    /// No kind of organisation.
    #[error("{0}")]
    Kind(UnknownKind),
    /// No län.
    #[error("{0}")]
    Lan(UnknownLan),
    /// No municipality code.
    #[error("{0}")]
    Municipality(NotAMunicipality),
    /// A municipality code of another län.
    #[error("the municipality {0} is not in the län of this line")]
    OtherLan(String),
    /// No kommungrupp.
    #[error("{0}")]
    Group(UnknownGroup),
    /// A kommungrupp for something that is no municipality.
    #[error("only a municipality has a kommungrupp; leave it empty")]
    GroupOfOther,
    /// No count.
    #[error("{0:?} is no whole number")]
    Count(String),
    /// No day.
    #[error("{0}")]
    Day(NotADay),
    /// No e-mail domain.
    #[error("{0}")]
    Domain(NotADomain),
    /// No e-mail address.
    #[error("{0}")]
    Address(NotAnAddress),
    /// An organisation that is there already.
    #[error("the same organisation is on line {0}")]
    Twice(u64),
    /// A municipality code that another municipality has.
    #[error("the municipality on line {0} has the same code")]
    MunicipalityTwice(u64),
    /// An owner that is neither in the file nor in the register.
    #[error("{0} is neither in this file nor in the register")]
    UnknownOwner(OrganisationNumber),
    /// Owners that lead back to the organisation.
    #[error("the owners lead in a circle: {}", list(.0))]
    OwnerCircle(Vec<OrganisationNumber>),
}

fn list(numbers: &[OrganisationNumber]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = self.column {
            write!(f, ", {}", column.heading())?;
        }
        write!(f, ": {}", self.kind)
    }
}
