//! What can only be seen over the whole file: what is there twice, and owners.

use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::Read;
use super::read::add;
use super::{Column, Known, Problem, ProblemKind};

pub(super) fn check(entries: &[Read], known: &Known, problems: &mut Vec<Problem>) {
    once(
        entries,
        Column::Number,
        |read| read.number,
        ProblemKind::Twice,
        problems,
    );
    once(
        entries,
        Column::Municipality,
        |read| read.municipality,
        ProblemKind::MunicipalityTwice,
        problems,
    );
    // The file's word on owners goes before the register's.
    let mut owners = known.clone();
    for read in entries {
        if let Some(number) = read.number {
            owners.insert(number, read.owner);
        }
    }
    for read in entries {
        if let Some(owner) = read.owner
            && !owners.contains_key(&owner)
        {
            let kind = ProblemKind::UnknownOwner(owner);
            add(problems, read.line, Some(Column::Owner), kind);
        }
    }
    circles(entries, &owners, problems);
}

/// Reports each entry whose key an earlier one has.
fn once<K: Ord>(
    entries: &[Read],
    column: Column,
    key: impl Fn(&Read) -> Option<K>,
    kind: impl Fn(u64) -> ProblemKind,
    problems: &mut Vec<Problem>,
) {
    let mut seen = BTreeMap::new();
    for read in entries {
        let Some(key) = key(read) else { continue };
        match seen.entry(key) {
            Place::Vacant(place) => {
                place.insert(read.line);
            }
            Place::Occupied(first) => add(problems, read.line, Some(column), kind(*first.get())),
        }
    }
}

/// Reports each circle of owners once, at its first line.
fn circles(entries: &[Read], owners: &Known, problems: &mut Vec<Problem>) {
    let mut told = BTreeSet::new();
    for read in entries {
        let Some(start) = read.number else { continue };
        let mut chain = Vec::new();
        let mut at = Some(start);
        while let Some(number) = at.filter(|number| !chain.contains(number)) {
            chain.push(number);
            at = owners.get(&number).copied().flatten();
        }
        if at == Some(start) && !told.contains(&start) {
            told.extend(chain.iter().copied());
            let kind = ProblemKind::OwnerCircle(chain);
            add(problems, read.line, Some(Column::Owner), kind);
        }
    }
}
