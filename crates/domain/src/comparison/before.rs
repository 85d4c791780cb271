//! What the release before shows, and what has moved since.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::lattice::Group;
use super::members::{Members, has_cell};
use super::release::{Member, Protected, Release, Shown};
use crate::day::Day;

/// The release before. Empty for the first wave.
#[derive(Default)]
pub(super) struct Before<'r> {
    release: Option<&'r Release>,
    /// Who stood behind a group on a date.
    rows: HashMap<(Day, Group), Vec<Row<'r>>>,
}

/// One who stood behind a group.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    pub(super) hash: &'r str,
    pub(super) member: &'r Member,
}

/// What has moved in a group since a date.
pub(super) struct Moves<'r> {
    /// Members that are new, or have another owner.
    entered: Vec<usize>,
    /// Those that are gone, or have another owner.
    left: Vec<Row<'r>>,
    /// Those that are members as they were, each with what it was.
    stayed: Vec<(usize, Row<'r>)>,
    /// Owners of those that entered or changed an answer.
    changed: HashSet<String>,
    /// The date that it is since.
    since: Day,
}

impl<'r> Before<'r> {
    pub(super) fn new(release: Option<&'r Release>) -> Before<'r> {
        let mut rows: HashMap<(Day, Group), Vec<Row<'r>>> = HashMap::new();
        for (date, snapshot) in release
            .iter()
            .flat_map(|release| &release.protected.snapshots)
        {
            for (hash, member) in &snapshot.members {
                for group in &member.groups {
                    let row = Row { hash, member };
                    rows.entry((*date, *group)).or_default().push(row);
                }
            }
        }
        Before { release, rows }
    }

    pub(super) fn release(&self) -> Option<&'r Release> {
        self.release
    }

    pub(super) fn protected(&self) -> Option<&'r Protected> {
        self.release.map(|release| &release.protected)
    }

    /// What a group shows.
    pub(super) fn shown(&self, group: Group) -> Option<&'r Shown> {
        self.protected()?.groups.get(&group)
    }

    /// Who stood behind a group on a date.
    pub(super) fn rows(&self, date: Day, group: Group) -> &[Row<'r>] {
        self.rows.get(&(date, group)).map_or(&[], Vec::as_slice)
    }

    /// The place of a cell in the bits of a date's members.
    pub(super) fn place(&self, date: Day, cell: &str) -> Option<usize> {
        let snapshot = self.protected()?.snapshots.get(&date)?;
        snapshot.cells.iter().position(|id| id == cell)
    }

    /// What has moved in a group since a date.
    pub(super) fn moves(&self, members: &Members, group: Group, since: Day) -> Moves<'r> {
        let mut gone: BTreeMap<&str, Row<'r>> = self
            .rows(since, group)
            .iter()
            .map(|row| (row.hash, *row))
            .collect();
        let mut moves = Moves {
            entered: Vec::new(),
            left: Vec::new(),
            stayed: Vec::new(),
            changed: HashSet::new(),
            since,
        };
        for &member in members.of(group) {
            let owner = &members.owner_hashes[member];
            let row = gone.remove(members.hashes[member].as_str());
            let stayed = row.filter(|row| row.member.owner == *owner);
            if let Some(row) = stayed {
                moves.stayed.push((member, row));
            } else {
                moves.entered.push(member);
                moves.left.extend(row);
            }
            if stayed.is_none_or(|row| row.member.answers != members.answers[member]) {
                moves.changed.insert(owner.clone());
            }
        }
        moves.left.extend(gone.into_values());
        moves
    }
}

impl Moves<'_> {
    /// Owners that entered, left or were reclassified, together.
    pub(super) fn moved(&self, members: &Members) -> usize {
        self.moved_of(members, |_| true, |_| true)
    }

    /// The same for those that have a value in one cell: now, or on the date it is since. Whoever
    /// stayed and gained or lost its value has entered or left the cell.
    pub(super) fn moved_in(
        &self,
        before: &Before<'_>,
        members: &Members,
        cell: (usize, &str),
    ) -> usize {
        let (now, id) = cell;
        let then = before.place(self.since, id);
        self.moved_of(
            members,
            |member| members.contributes(member, now),
            |row| then.is_some_and(|place| has_cell(&row.cells, place)),
        )
    }

    fn moved_of(
        &self,
        members: &Members,
        has: impl Fn(usize) -> bool,
        had: impl Fn(&Member) -> bool,
    ) -> usize {
        let owner = |member: usize| members.owner_hashes[member].as_str();
        let mut moved = HashSet::new();
        for member in self.entered.iter().copied().filter(|member| has(*member)) {
            moved.insert(owner(member));
        }
        for row in self.left.iter().filter(|row| had(row.member)) {
            moved.insert(row.member.owner.as_str());
        }
        for (member, row) in &self.stayed {
            let moves = has(*member) != had(row.member);
            moved.extend(moves.then(|| owner(*member)));
        }
        moved.len()
    }

    /// Owners of those that entered or changed an answer.
    pub(super) fn changed(&self) -> usize {
        self.changed.len()
    }
}
