//! The protected part of a release: what is kept of this wave and of earlier ones for the next.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::Wave;
use super::lattice::Group;
use super::release::{CardShown, Member, Protected, Salt, Shown, Snapshot, Values};
use crate::day::Day;

/// What the next wave needs to know.
pub(super) fn protected(
    wave: &Wave<'_, '_>,
    salt: &Salt,
    shown: BTreeMap<Group, Shown>,
    cards: BTreeMap<String, CardShown>,
) -> Protected {
    let mut needed: BTreeMap<Day, BTreeSet<Group>> = BTreeMap::new();
    for (group, shown) in &shown {
        for date in shown
            .cells
            .values()
            .chain(shown.distributions.values())
            .chain([&shown.date])
        {
            needed.entry(*date).or_default().insert(*group);
        }
    }
    let mut snapshots = BTreeMap::new();
    let mut values = BTreeMap::new();
    for (date, groups) in &needed {
        let (snapshot, of_members) = match *date == wave.date {
            true => snapshot(wave, groups),
            false => match earlier(wave, *date, groups) {
                Some(earlier) => earlier,
                None => continue,
            },
        };
        snapshots.insert(*date, snapshot);
        values.insert(*date, of_members);
    }
    Protected {
        salt: salt.0.clone(),
        groups: shown,
        snapshots,
        values,
        cards,
    }
}

type Kept = (Snapshot, BTreeMap<String, Values>);

/// This wave's members that some of the groups show.
fn snapshot(wave: &Wave<'_, '_>, groups: &BTreeSet<Group>) -> Kept {
    let (members, cells) = (wave.members, wave.cells());
    let mut rows = BTreeMap::new();
    let mut values = BTreeMap::new();
    for member in 0..members.entries.len() {
        let shown = members.groups[member].iter().copied();
        let shown: Vec<Group> = shown.filter(|group| groups.contains(group)).collect();
        if shown.is_empty() {
            continue;
        }
        let goals = 0..wave.plan.goals.len();
        let of_member = Values {
            goals: goals
                .map(|goal| {
                    members.entries[member].mean(goal).map_or([0, 0], |mean| {
                        [mean.sum, mean.count].map(|n| u16::try_from(n).unwrap_or_default())
                    })
                })
                .collect(),
        };
        let hash = members.hashes[member].clone();
        let row = Member {
            owner: members.owner_hashes[member].clone(),
            answers: members.answers[member].clone(),
            groups: shown,
            cells: members.cells(member, cells.len()),
            values: of_member.hash(),
        };
        values.insert(hash.clone(), of_member);
        rows.insert(hash, row);
    }
    let snapshot = Snapshot {
        edition: wave.plan.edition.id.clone(),
        cells: cells.into_iter().map(str::to_owned).collect(),
        members: rows,
    };
    (snapshot, values)
}

/// An earlier date's members that some of the groups still show.
fn earlier(wave: &Wave<'_, '_>, date: Day, groups: &BTreeSet<Group>) -> Option<Kept> {
    let before = wave.before.protected()?;
    let mut snapshot = before.snapshots.get(&date)?.clone();
    for member in snapshot.members.values_mut() {
        member.groups.retain(|group| groups.contains(group));
    }
    snapshot
        .members
        .retain(|_, member| !member.groups.is_empty());
    let mut values = before.values.get(&date).cloned().unwrap_or_default();
    values.retain(|hash, _| snapshot.members.contains_key(hash));
    Some((snapshot, values))
}
