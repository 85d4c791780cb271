//! Those that take part in a wave, in the order of their owners, by group.

use std::collections::{HashMap, HashSet};

use super::intake::{Entry, Intake, Problem};
use super::lattice::{Counted, Group};
use super::release::{Salt, hex};
use super::report::{Note, WhyLeftOut};
use super::rules::{Protection, Rules};
use crate::day::Day;
use crate::organisation::OrganisationType;

/// Those that take part in a wave. A member is its place here; places are in the order of owners,
/// so that owners are counted by counting where the owner changes.
pub(super) struct Members {
    pub(super) entries: Vec<Entry>,
    /// The owner's number by member.
    owners: Vec<u32>,
    /// Salted hashes by member.
    pub(super) hashes: Vec<String>,
    pub(super) owner_hashes: Vec<String>,
    pub(super) answers: Vec<String>,
    /// The groups by member.
    pub(super) groups: Vec<Vec<Group>>,
    by_group: HashMap<Group, Vec<usize>>,
    by_hash: HashMap<String, usize>,
    goals: usize,
}

impl Members {
    /// Those of an intake that take part, with what is told of those that do not, or do in part.
    pub(super) fn new(
        intake: &mut Intake<'_>,
        salt: &Salt,
        rules: Rules,
    ) -> Result<Members, Vec<Problem>> {
        let mut entries = std::mem::take(&mut intake.entries);
        let owners = roots(&entries, &intake.owners)?;
        for entry in entries.iter().filter(|entry| entry.goals.is_empty()) {
            intake.notes.push(note(entry, WhyLeftOut::OtherEdition));
        }
        let counted_as = |entry: &Entry| match rules.apply(Protection::ByOwner) {
            true => owners[&entry.organisation].clone(),
            false => entry.organisation.clone(),
        };
        entries.retain(|entry| !entry.goals.is_empty());
        entries.sort_by_cached_key(|entry| (counted_as(entry), entry.organisation.clone()));
        let roots: Vec<Box<str>> = entries.iter().map(counted_as).collect();
        let mut members = Members {
            owners: numbered(&roots),
            hashes: entries
                .iter()
                .map(|entry| salt.organisation(&entry.organisation))
                .collect(),
            owner_hashes: roots.iter().map(|root| salt.organisation(root)).collect(),
            answers: entries
                .iter()
                .map(|entry| salt.hash("answers", &entry.answered))
                .collect(),
            groups: entries.iter().map(|entry| entry.counted.groups()).collect(),
            by_group: HashMap::new(),
            by_hash: HashMap::new(),
            goals: intake.plan.goals.len(),
            entries,
        };
        for (member, entry) in members.entries.iter().enumerate() {
            intake
                .notes
                .extend(lacking(entry).map(|why| note(entry, why)));
            for group in &members.groups[member] {
                members.by_group.entry(*group).or_default().push(member);
            }
        }
        let hashes = members.hashes.iter().cloned();
        members.by_hash = hashes.zip(0..).collect();
        Ok(members)
    }

    /// The members of a group.
    pub(super) fn of(&self, group: Group) -> &[usize] {
        self.by_group.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The member with a salted hash.
    pub(super) fn by_hash(&self, hash: &str) -> Option<usize> {
        self.by_hash.get(hash).copied()
    }

    /// Whether a member has a value in a cell: goals first, then questions.
    pub(super) fn contributes(&self, member: usize, cell: usize) -> bool {
        let entry = &self.entries[member];
        match cell.checked_sub(self.goals) {
            None => entry.mean(cell).is_some(),
            Some(question) => entry.level(question).is_some(),
        }
    }

    /// How many owners some members have between them. Members in the order of their places.
    pub(super) fn owners(&self, members: impl IntoIterator<Item = usize>) -> usize {
        let mut last = None;
        let mut count = 0;
        for member in members {
            let owner = Some(self.owners[member]);
            count += usize::from(owner != last);
            last = owner;
        }
        count
    }

    /// Which cells a member has a value in, one bit a cell, as hex.
    pub(super) fn cells(&self, member: usize, cells: usize) -> String {
        let mut bits = vec![0_u8; cells.div_ceil(8)];
        for cell in (0..cells).filter(|cell| self.contributes(member, *cell)) {
            bits[cell / 8] |= 0x80 >> (cell % 8);
        }
        hex(&bits)
    }
}

/// Whether a cell's bit is set in what [`Members::cells`] made.
pub(super) fn has_cell(cells: &str, cell: usize) -> bool {
    let digit = cells.as_bytes().get(cell / 4).copied().unwrap_or(b'0');
    let value = char::from(digit).to_digit(16).unwrap_or(0);
    value & (8 >> (cell % 4)) != 0
}

/// The outermost owner of each organisation, itself if nobody owns it: by what those that take part
/// say, and by what is `known` of those that do not.
fn roots(
    entries: &[Entry],
    known: &HashMap<Box<str>, (Option<Day>, Box<str>)>,
) -> Result<HashMap<Box<str>, Box<str>>, Vec<Problem>> {
    let mut owner: HashMap<&str, &str> = known
        .iter()
        .map(|(organisation, (_, owner))| (&**organisation, &**owner))
        .collect();
    for entry in entries {
        match entry.owner.as_deref() {
            Some(of) => owner.insert(&entry.organisation, of),
            None => owner.remove(&*entry.organisation),
        };
    }
    owner.retain(|organisation, owner| organisation != owner);
    let mut problems = Vec::new();
    let mut roots = HashMap::new();
    for entry in entries {
        let mut passed = HashSet::from([&*entry.organisation]);
        let mut root = &*entry.organisation;
        while let Some(next) = owner.get(root) {
            root = next;
            if !passed.insert(root) {
                problems.push(Problem::OwnersInCircle {
                    organisation: entry.organisation.to_string(),
                });
                break;
            }
        }
        roots.insert(entry.organisation.clone(), root.into());
    }
    if problems.is_empty() {
        Ok(roots)
    } else {
        Err(problems)
    }
}

/// Numbers owners in their order.
fn numbered(sorted: &[Box<str>]) -> Vec<u32> {
    let mut number = 0;
    let mut numbers = Vec::with_capacity(sorted.len());
    for (place, owner) in sorted.iter().enumerate() {
        if place > 0 && sorted[place - 1] != *owner {
            number += 1;
        }
        numbers.push(number);
    }
    numbers
}

fn note(entry: &Entry, why: WhyLeftOut) -> Note {
    Note {
        organisation: entry.organisation.to_string(),
        submitted: entry.submitted,
        why,
    }
}

/// The facts that keep a member out of groups of its type.
fn lacking(entry: &Entry) -> impl Iterator<Item = WhyLeftOut> + use<> {
    let Counted {
        lan,
        skr,
        population,
        volume,
        ..
    } = entry.counted;
    let lacking = match entry.counted.organisation_type() {
        Some(OrganisationType::Kommun) => vec![
            (population.is_none(), WhyLeftOut::NoPopulation),
            (skr.is_none(), WhyLeftOut::NoSkrGroup),
            (lan.is_none(), WhyLeftOut::NoLan),
        ],
        Some(OrganisationType::StatligMyndighet | OrganisationType::Bolag) => {
            vec![(volume.is_none(), WhyLeftOut::NoVolume)]
        }
        Some(OrganisationType::Region) | None => Vec::new(),
    };
    lacking
        .into_iter()
        .filter(|(lacks, _)| *lacks)
        .map(|(_, why)| why)
}
