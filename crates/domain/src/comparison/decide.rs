//! Which groups and which of their figures are made new in a wave, and by which rule the others
//! are not.

use std::collections::{BTreeMap, HashMap};

use super::before::{Before, Moves};
use super::frame::Frame;
use super::intake::Plan;
use super::lattice::{Group, Partition};
use super::members::Members;
use super::report::{Finding, Outcome, Rule};
use super::rules::{Protection, Rules};
use super::thresholds::Thresholds;
use crate::day::Day;

/// What the decisions lean on.
#[derive(Clone, Copy)]
pub(super) struct Wave<'w, 'r> {
    pub(super) date: Day,
    pub(super) plan: &'w Plan<'w>,
    pub(super) members: &'w Members,
    pub(super) before: &'w Before<'r>,
    pub(super) frame: &'w Frame,
    pub(super) thresholds: Thresholds,
    pub(super) rules: Rules,
}

/// A cell that is made new.
#[derive(Clone, Debug, Default)]
pub(super) struct Renewed {
    /// The members that have a value in it.
    pub(super) contributors: Vec<usize>,
    /// How many owners moved since its distribution was last shown, if they are too few for another.
    pub(super) too_few_for_detail: Option<usize>,
}

/// What becomes of a group.
#[derive(Debug, Default)]
pub(super) struct Decided {
    /// The cells that are made new; `None` if the group is not renewed.
    pub(super) renewed: Option<BTreeMap<usize, Renewed>>,
    /// Whether figures that it showed may stand.
    pub(super) earlier_may_stand: bool,
}

impl Wave<'_, '_> {
    /// Ids of all cells: goals first, then questions.
    pub(super) fn cells(&self) -> Vec<&str> {
        let goals = self.plan.goals.iter().map(|(id, _)| *id);
        goals.chain(self.plan.questions.iter().copied()).collect()
    }
}

/// Decides on every group, a group before those that divide it.
pub(super) fn decide(wave: &Wave<'_, '_>, findings: &mut Vec<Finding>) -> BTreeMap<Group, Decided> {
    let mut decisions = Decisions {
        wave,
        findings,
        moves: HashMap::new(),
    };
    let mut decided: BTreeMap<Group, Decided> = Group::all()
        .map(|group| (group, decisions.group(group)))
        .collect();
    decisions.remainders(&mut decided);
    for group in Group::all() {
        if decided[&group].renewed.is_some() {
            let cells = decisions.cells(group);
            if let Some(decided) = decided.get_mut(&group) {
                decided.renewed = Some(cells);
            }
        }
    }
    decisions.remainders_of_cells(&mut decided);
    decided
}

struct Decisions<'d, 'w, 'r> {
    wave: &'d Wave<'w, 'r>,
    findings: &'d mut Vec<Finding>,
    /// What has moved, by group and date, so that it is counted once.
    moves: HashMap<(Group, Day), Moves<'r>>,
}

impl Decisions<'_, '_, '_> {
    /// Whether a group is renewed, whatever the others do.
    fn group(&mut self, group: Group) -> Decided {
        let Wave {
            members,
            thresholds,
            rules,
            before,
            frame,
            date,
            ..
        } = *self.wave;
        let owners = members.owners(members.of(group).iter().copied());
        let shown = before.shown(group);
        let fresh = shown.filter(|shown| thresholds.is_fresh(shown.date, date));
        let mut decided = Decided {
            renewed: None,
            earlier_may_stand: fresh.is_some(),
        };
        let population = frame
            .population(group, owners)
            .and_then(|population| usize::try_from(population).ok());
        if rules.apply(Protection::Population)
            && population.is_some_and(|population| population < thresholds.min())
        {
            decided.earlier_may_stand = false;
            let outcome = if fresh.is_some() {
                Outcome::Withdrawn
            } else {
                Outcome::Hidden
            };
            self.find(group, None, outcome, Rule::Population, population);
            return decided;
        }
        if shown.is_some() && fresh.is_none() {
            self.find(group, None, Outcome::Withdrawn, Rule::Age, None);
        }
        let earlier = if fresh.is_some() {
            Outcome::Kept
        } else {
            Outcome::Hidden
        };
        if owners == 0 || owners < thresholds.min() {
            self.find(group, None, earlier, Rule::FewestOwners, Some(owners));
            return decided;
        }
        if let Some(shown) = fresh {
            let moves = self.moves(group, shown.date);
            let (moved, changed) = (moves.moved(members), moves.changed());
            let seen = !thresholds.hides(moved);
            let why = if rules.apply(Protection::JointRenewal) && seen {
                Some((Rule::JointRenewal, moved))
            } else if thresholds.too_few_changed(changed) {
                Some((Rule::FewestChanges, changed))
            } else {
                None
            };
            if let Some((rule, owners)) = why {
                self.find(group, None, earlier, rule, Some(owners));
                return decided;
            }
        }
        decided.renewed = Some(BTreeMap::new());
        decided
    }

    /// Holds groups back until those outside the published groups of each division are none or
    /// enough.
    fn remainders(&mut self, decided: &mut BTreeMap<Group, Decided>) {
        if !self.wave.rules.apply(Protection::Remainder) {
            return;
        }
        for parent in Group::all() {
            for (_, children) in divisions(parent) {
                let of = |group: Group| match decided[&group].renewed {
                    Some(_) => self.wave.members.of(group).to_vec(),
                    None => Vec::new(),
                };
                let children = children.into_iter().map(|child| (child, of(child)));
                let held = hold_back(self.wave, &of(parent), children.collect());
                for (child, outside) in held {
                    for group in with_divisions(child) {
                        let renewed = decided.get_mut(&group).map(|decided| &mut decided.renewed);
                        if renewed.is_some_and(|renewed| renewed.take().is_some()) {
                            let rule = Rule::Remainder;
                            self.find(group, None, Outcome::HeldBack, rule, Some(outside));
                        }
                    }
                }
            }
        }
    }

    /// The cells of a renewed group that are made new, whatever other groups do.
    fn cells(&mut self, group: Group) -> BTreeMap<usize, Renewed> {
        let wave = self.wave;
        let shown = wave.before.shown(group);
        let ids = wave.cells();
        let mut cells = BTreeMap::new();
        for (place, id) in ids.iter().enumerate() {
            let contributors: Vec<usize> = wave
                .members
                .of(group)
                .iter()
                .copied()
                .filter(|member| wave.members.contributes(*member, place))
                .collect();
            let owners = wave.members.owners(contributors.iter().copied());
            let since = shown
                .and_then(|shown| shown.cells.get(*id).copied())
                .filter(|since| wave.thresholds.is_fresh(*since, wave.date));
            let earlier = if since.is_some() {
                Outcome::Kept
            } else {
                Outcome::Hidden
            };
            if owners == 0 || owners < wave.thresholds.min() {
                self.find(group, Some(id), earlier, Rule::FewestOwners, Some(owners));
                continue;
            }
            if let Some(since) = since
                && wave.rules.apply(Protection::JointRenewal)
            {
                let moves = self.moves(group, since);
                let moved = moves.moved_in(wave.before, wave.members, (place, id));
                if !wave.thresholds.hides(moved) {
                    let (outcome, rule) = (Outcome::Kept, Rule::JointRenewal);
                    self.find(group, Some(id), outcome, rule, Some(moved));
                    continue;
                }
            }
            let told = shown
                .and_then(|shown| shown.distributions.get(*id).copied())
                .filter(|told| wave.thresholds.is_fresh(*told, wave.date));
            let moved = told.map(|told| {
                let moves = self.moves(group, told);
                moves.moved_in(wave.before, wave.members, (place, id))
            });
            let too_few = moved.filter(|moved| !wave.thresholds.hides_in_detail(*moved));
            let is_question = place >= wave.plan.goals.len();
            if is_question && since.is_some() && too_few.is_some() {
                let (outcome, rule) = (Outcome::Kept, Rule::RenewalOfDetail);
                self.find(group, Some(id), outcome, rule, too_few);
                continue;
            }
            let renewed = Renewed {
                contributors,
                too_few_for_detail: too_few,
            };
            cells.insert(place, renewed);
        }
        cells
    }

    /// The same as [`Decisions::remainders`] for each cell by itself, since not everyone has a
    /// value in it.
    fn remainders_of_cells(&mut self, decided: &mut BTreeMap<Group, Decided>) {
        if !self.wave.rules.apply(Protection::CellRemainder) {
            return;
        }
        let ids = self.wave.cells();
        for parent in Group::all() {
            for (_, children) in divisions(parent) {
                for (place, id) in ids.iter().enumerate() {
                    let of = |group: &Group| {
                        let cells = decided[group].renewed.as_ref();
                        cells
                            .and_then(|cells| cells.get(&place))
                            .map(|cell| cell.contributors.clone())
                            .unwrap_or_default()
                    };
                    let inside = children.iter().map(|child| (*child, of(child))).collect();
                    let held = hold_back(self.wave, &of(&parent), inside);
                    for (child, outside) in held {
                        for group in with_divisions(child) {
                            let cells = decided.get_mut(&group).and_then(|d| d.renewed.as_mut());
                            if cells.is_some_and(|cells| cells.remove(&place).is_some()) {
                                let rule = Rule::Remainder;
                                self.find(group, Some(id), Outcome::HeldBack, rule, Some(outside));
                            }
                        }
                    }
                }
            }
        }
    }

    fn moves(&mut self, group: Group, since: Day) -> &Moves<'_> {
        let Wave {
            before, members, ..
        } = *self.wave;
        self.moves
            .entry((group, since))
            .or_insert_with(|| before.moves(members, group, since))
    }

    fn find(
        &mut self,
        group: Group,
        cell: Option<&str>,
        outcome: Outcome,
        rule: Rule,
        owners: Option<usize>,
    ) {
        self.findings.push(Finding {
            group,
            cell: cell.map(str::to_owned),
            panel: false,
            outcome,
            rule,
            owners,
        });
    }
}

/// The divisions of a group.
pub(super) fn divisions(parent: Group) -> BTreeMap<Partition, Vec<Group>> {
    let mut divisions: BTreeMap<Partition, Vec<Group>> = BTreeMap::new();
    for group in Group::all() {
        if let Some((of, partition)) = group.parent()
            && of == parent
        {
            divisions.entry(partition).or_default().push(group);
        }
    }
    divisions
}

/// A group and those that divide it: what is held back of the whole must not be told by its parts.
pub(super) fn with_divisions(group: Group) -> impl Iterator<Item = Group> {
    let parts = divisions(group).into_values().flatten();
    std::iter::once(group).chain(parts.collect::<Vec<_>>())
}

/// The groups of a division to hold back: the smallest, until those of the parent that are in none
/// of the rest are none or enough; with how many owners were outside. Ties by id. A group without
/// members here is not published, and neither is anything told against a parent without members.
pub(super) fn hold_back(
    wave: &Wave<'_, '_>,
    parent: &[usize],
    children: Vec<(Group, Vec<usize>)>,
) -> Vec<(Group, usize)> {
    let mut published: Vec<(usize, String, Group, Vec<usize>)> = children
        .into_iter()
        .filter(|(_, members)| !members.is_empty())
        .map(|(group, of)| {
            let owners = wave.members.owners(of.iter().copied());
            (owners, group.code(), group, of)
        })
        .collect();
    published.sort_by(|a, b| (b.0, &b.1).cmp(&(a.0, &a.1)));
    let mut inside = vec![false; wave.members.entries.len()];
    for member in published.iter().flat_map(|(_, _, _, of)| of) {
        inside[*member] = true;
    }
    let mut held = Vec::new();
    loop {
        let outside = parent.iter().copied().filter(|member| !inside[*member]);
        let owners = wave.members.owners(outside);
        if parent.is_empty() || wave.thresholds.hides(owners) {
            return held;
        }
        let Some((_, _, smallest, of)) = published.pop() else {
            return held;
        };
        held.push((smallest, owners));
        for member in of {
            inside[member] = false;
        }
    }
}
