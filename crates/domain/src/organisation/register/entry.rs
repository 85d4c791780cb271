//! From a record to an entry: each value on its own, and those of one line together.

use super::read::{Record, add};
use super::{Column, Entry, Problem, ProblemKind};
use crate::day::Day;
use crate::organisation::{
    Classification, EmailAddress, EmailDomain, Lan, MunicipalityCode, OrganisationKind,
    OrganisationNumber, SkrGroup,
};

/// Longest name, in characters.
const LONGEST_NAME: usize = 200;
/// Longest of any other value: room for many domains.
const LONGEST_VALUE: usize = 1000;

/// What could be read of a line.
pub(super) struct Read {
    pub(super) line: u64,
    pub(super) number: Option<OrganisationNumber>,
    pub(super) owner: Option<OrganisationNumber>,
    /// The code of a municipality; `None` for other kinds.
    pub(super) municipality: Option<MunicipalityCode>,
    /// The whole entry, if nothing of it is wrong.
    pub(super) entry: Option<Entry>,
}

/// The values of one line, and what is wrong with them.
struct Line<'a> {
    record: &'a Record,
    problems: &'a mut Vec<Problem>,
    /// Whether nothing was wrong yet.
    whole: bool,
}

impl Line<'_> {
    fn wrong(&mut self, column: Column, kind: ProblemKind) {
        add(self.problems, self.record.line, Some(column), kind);
        self.whole = false;
    }

    /// A value that can be looked at further; `None` if it is empty or already reported.
    fn text(&mut self, column: Column) -> Option<String> {
        let value = self.record.value(column).to_owned();
        let longest = match column {
            Column::Name => LONGEST_NAME,
            _ => LONGEST_VALUE,
        };
        if value.chars().any(char::is_control) {
            self.wrong(column, ProblemKind::Control);
            return None;
        }
        if value.chars().count() > longest {
            self.wrong(column, ProblemKind::TooLong(longest));
            return None;
        }
        (!value.is_empty()).then_some(value)
    }

    /// A value read by `read`, if one is told.
    fn may<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, ProblemKind>,
    ) -> Option<T> {
        let value = self.text(column)?;
        read(&value)
            .map_err(|problem| self.wrong(column, problem))
            .ok()
    }

    /// A value that must be told.
    fn must<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, ProblemKind>,
    ) -> Option<T> {
        self.must_be_told(column);
        self.may(column, read)
    }

    fn must_be_told(&mut self, column: Column) {
        if self.record.value(column).is_empty() {
            self.wrong(column, ProblemKind::Empty);
        }
    }
}

fn number(text: &str) -> Result<OrganisationNumber, ProblemKind> {
    OrganisationNumber::try_from(text).map_err(ProblemKind::Number)
}

/// A whole number, with or without the spaces that spreadsheets put between thousands.
fn count<T: std::str::FromStr>(text: &str) -> Result<T, ProblemKind> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let unsigned = !digits.starts_with('+');
    let read = digits.parse().ok().filter(|_| unsigned);
    read.ok_or_else(|| ProblemKind::Count(text.to_owned()))
}

pub(super) fn entry(record: &Record, problems: &mut Vec<Problem>) -> Read {
    let mut line = Line {
        record,
        problems,
        whole: true,
    };
    let name = line.must(Column::Name, |text| Ok(text.to_owned()));
    let own = line.must(Column::Number, number);
    let owner = line.may(Column::Owner, number);
    let kind = line.must(Column::Kind, |text| {
        OrganisationKind::try_from(text).map_err(ProblemKind::Kind)
    });
    let lan = line.may(Column::Lan, |text| {
        Lan::try_from(text).map_err(ProblemKind::Lan)
    });
    let municipality = line.may(Column::Municipality, |text| {
        MunicipalityCode::try_from(text).map_err(ProblemKind::Municipality)
    });
    let group = line.may(Column::Group, |text| {
        SkrGroup::try_from(text).map_err(ProblemKind::Group)
    });
    let population = line.may(Column::Population, count);
    let volume = line.may(Column::Volume, count);
    let domains = domains(&mut line);
    let registrator = line.may(Column::Registrator, |text| {
        EmailAddress::try_from(text).map_err(ProblemKind::Address)
    });
    let valid_from = line.must(Column::ValidFrom, |text| {
        Day::try_from(text).map_err(ProblemKind::Day)
    });
    let is_municipality = kind == Some(OrganisationKind::Kommun);
    if is_municipality {
        line.must_be_told(Column::Municipality);
    } else if group.is_some() {
        line.wrong(Column::Group, ProblemKind::GroupOfOther);
    }
    if is_municipality || kind == Some(OrganisationKind::Region) {
        line.must_be_told(Column::Lan);
    }
    if let (Some(lan), Some(code)) = (lan, municipality)
        && code.lan() != lan
    {
        line.wrong(
            Column::Municipality,
            ProblemKind::OtherLan(code.to_string()),
        );
    }
    let whole = line.whole;
    let assembled = || {
        Some(Entry {
            line: record.line,
            name: name?,
            number: own?,
            owner,
            registrator,
            domains,
            classification: Classification {
                valid_from: valid_from?,
                kind: kind?,
                lan,
                municipality,
                group,
                population,
                volume,
            },
        })
    };
    Read {
        line: record.line,
        number: own,
        owner,
        municipality: municipality.filter(|_| is_municipality),
        entry: assembled().filter(|_| whole),
    }
}

fn domains(line: &mut Line<'_>) -> Vec<EmailDomain> {
    let mut domains = Vec::new();
    for text in line
        .text(Column::Domains)
        .unwrap_or_default()
        .split_whitespace()
    {
        match EmailDomain::try_from(text) {
            Ok(domain) if domains.contains(&domain) => {}
            Ok(domain) => domains.push(domain),
            Err(problem) => line.wrong(Column::Domains, ProblemKind::Domain(problem)),
        }
    }
    domains
}
