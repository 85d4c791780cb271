//! The register file: organisations as a CSV file that anyone can keep in a spreadsheet.
//!
//! [`read`] turns bytes into records, [`entry`] records into entries, [`whole`] looks at all entries
//! together. Each reports every problem it sees, with line and column; a file with a problem gives
//! no entries at all. The format is described in docs/reference/register.md.

mod entry;
mod problem;
mod read;
mod whole;

use std::collections::BTreeMap;

use super::{Classification, EmailAddress, EmailDomain, OrganisationNumber};

pub use problem::{Problem, ProblemKind};
pub use read::Column;

/// One organisation of a register file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line it begins on, counted from 1.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// Its organisation number.
    pub number: OrganisationNumber,
    /// Who owns it: the municipality of a municipal company.
    pub owner: Option<OrganisationNumber>,
    /// Its official address for mail to the authority.
    pub registrator: Option<EmailAddress>,
    /// Domains of its own addresses, each once.
    pub domains: Vec<EmailDomain>,
    /// What it is counted as, and from when.
    pub classification: Classification,
}

/// The organisations that are in the register already, each with its owner.
pub type Known = BTreeMap<OrganisationNumber, Option<OrganisationNumber>>;

/// Reads a register file. What is in the register already may be named as owner.
///
/// # Errors
/// All problems in the file, by line.
pub fn parse(file: &[u8], known: &Known) -> Result<Vec<Entry>, Vec<Problem>> {
    let mut problems = Vec::new();
    let table = read::read(file, &mut problems);
    let entries: Vec<entry::Read> = table
        .iter()
        .map(|record| entry::entry(record, &mut problems))
        .collect();
    whole::check(&entries, known, &mut problems);
    problems.sort_by_key(|problem| (problem.line, problem.column));
    if problems.is_empty() {
        Ok(entries.into_iter().filter_map(|read| read.entry).collect())
    } else {
        Err(problems)
    }
}
