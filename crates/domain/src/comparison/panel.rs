//! Matched panels: the organisations of a group that took part both on the date that the group
//! showed and now. A panel is a group under all the rules: it lies within its group on either date,
//! and panels divide each other as their groups do.

use std::collections::{BTreeMap, HashSet};

use super::before::Row;
use super::decide::{Decided, Wave, divisions, hold_back, with_divisions};
use super::lattice::Group;
use super::members::has_cell;
use super::publication::{Panel, PanelFigure};
use super::release::PanelShown;
use super::report::{Finding, Outcome, Rule};
use super::rules::Protection;
use super::spread::{Spread, coverage};
use crate::day::Day;
use crate::scoring::Mean;

/// A panel that can be shown.
pub(super) struct Made {
    pub(super) panel: Panel,
    pub(super) shown: PanelShown,
}

/// A panel while it is decided on.
struct Candidate<'r> {
    since: Day,
    members: Vec<usize>,
    then: BTreeMap<usize, Row<'r>>,
    /// By goal, the members that have a value on both dates.
    goals: BTreeMap<usize, Vec<usize>>,
}

/// The panels of the groups that are renewed, with what is told of those that are not shown.
/// `breaks` are, by earlier date, the goals that were asked differently about then.
pub(super) fn panels(
    wave: &Wave<'_, '_>,
    decided: &BTreeMap<Group, Decided>,
    breaks: &BTreeMap<Day, Breaks>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<Group, Made> {
    let mut candidates: BTreeMap<Group, Candidate<'_>> = BTreeMap::new();
    for group in Group::all().filter(|group| decided[group].renewed.is_some()) {
        match candidate(wave, group, breaks, findings) {
            Ok(candidate) => candidates.extend(candidate.map(|candidate| (group, candidate))),
            Err((rule, owners)) => findings.push(Finding {
                group,
                cell: None,
                panel: true,
                outcome: match decided[&group].earlier_may_stand && earlier_stands(wave, group) {
                    true => Outcome::Kept,
                    false => Outcome::Hidden,
                },
                rule,
                owners: Some(owners),
            }),
        }
    }
    if wave.rules.apply(Protection::Panel) {
        remainders(wave, &mut candidates, findings);
    }
    candidates
        .into_iter()
        .filter_map(|(group, candidate)| Some((group, made(wave, group, &candidate)?)))
        .collect()
}

/// Goals, each with the questions that were others.
pub(super) type Breaks = BTreeMap<String, Vec<String>>;

/// Whether the panel that a group shows is young enough to stand.
fn earlier_stands(wave: &Wave<'_, '_>, group: Group) -> bool {
    let panel = wave
        .before
        .shown(group)
        .and_then(|shown| shown.panel.as_ref());
    panel.is_some_and(|panel| wave.thresholds.is_fresh(panel.date, wave.date))
}

/// The panel of a group; `None` if the group shows nothing earlier to match with.
fn candidate<'r>(
    wave: &Wave<'_, 'r>,
    group: Group,
    breaks: &BTreeMap<Day, Breaks>,
    findings: &mut Vec<Finding>,
) -> Result<Option<Candidate<'r>>, (Rule, usize)> {
    let Some(shown) = wave.before.shown(group) else {
        return Ok(None);
    };
    let since = shown.date;
    if !wave.thresholds.is_fresh(since, wave.date) {
        return Ok(None);
    }
    let rows = wave.before.rows(since, group);
    let in_group: HashSet<usize> = wave.members.of(group).iter().copied().collect();
    let mut erased = 0;
    let mut then = BTreeMap::new();
    for row in rows {
        let stayed = wave
            .members
            .by_hash(row.hash)
            .filter(|member| in_group.contains(member));
        match stayed {
            Some(_) if values(wave, since, row).is_none() => erased += 1,
            Some(member) => {
                then.insert(member, *row);
            }
            None => {}
        }
    }
    let members: Vec<usize> = then.keys().copied().collect();
    let owners = wave.members.owners(members.iter().copied());
    let thresholds = wave.thresholds;
    if owners == 0 || owners < thresholds.min() {
        let rule = if erased > 0 {
            Rule::Erased
        } else {
            Rule::FewestOwners
        };
        return Err((rule, owners));
    }
    let mut candidate = Candidate {
        since,
        members,
        then,
        goals: BTreeMap::new(),
    };
    if wave.rules.apply(Protection::Panel) {
        candidate.may_be_shown(wave, group, rows)?;
    }
    let breaks = breaks.get(&since);
    candidate.goals = candidate.shown_goals(wave, group, rows, breaks, findings);
    Ok((!candidate.goals.is_empty()).then_some(candidate))
}

impl Candidate<'_> {
    /// Whether the panel may be shown beside its group on either date, and after the panel that the
    /// group shows.
    fn may_be_shown(
        &self,
        wave: &Wave<'_, '_>,
        group: Group,
        rows: &[Row<'_>],
    ) -> Result<(), (Rule, usize)> {
        let thresholds = wave.thresholds;
        let now = wave.members.of(group).iter().copied();
        let entered = wave
            .members
            .owners(now.filter(|member| !self.then.contains_key(member)));
        let left = self.owners_outside(rows.iter());
        for outside in [entered, left] {
            if !thresholds.hides(outside) {
                return Err((Rule::Remainder, outside));
            }
        }
        let changed = self
            .members
            .iter()
            .copied()
            .filter(|member| wave.members.answers[*member] != self.then[member].member.answers);
        let changed = wave.members.owners(changed);
        if thresholds.too_few_changed(changed) {
            return Err((Rule::FewestChanges, changed));
        }
        let earlier = wave
            .before
            .shown(group)
            .and_then(|shown| shown.panel.as_ref());
        let earlier = earlier.filter(|panel| thresholds.is_fresh(panel.date, wave.date));
        if let Some(earlier) = earlier {
            let moved = self.moved(wave, earlier);
            if !thresholds.hides(moved) {
                return Err((Rule::JointRenewal, moved));
            }
        }
        Ok(())
    }

    /// Owners that are in this panel or the earlier, and not in both.
    fn moved(&self, wave: &Wave<'_, '_>, earlier: &PanelShown) -> usize {
        let of = |member: &usize| {
            (
                &wave.members.hashes[*member],
                &wave.members.owner_hashes[*member],
            )
        };
        let now: BTreeMap<&String, &String> = self.members.iter().map(of).collect();
        let left = earlier
            .members
            .iter()
            .filter(|(hash, owner)| now.get(hash) != Some(owner));
        let entered = now
            .iter()
            .filter(|(hash, owner)| earlier.members.get(**hash) != Some(**owner));
        let owners: HashSet<&String> = left
            .map(|(_, owner)| owner)
            .chain(entered.map(|(_, owner)| *owner))
            .collect();
        owners.len()
    }

    /// Owners of those who stood behind the group and are not in the panel.
    fn owners_outside<'x>(&self, rows: impl Iterator<Item = &'x Row<'x>>) -> usize {
        let inside: HashSet<&str> = self.then.values().map(|row| row.hash).collect();
        let outside = rows.filter(|row| !inside.contains(row.hash));
        let owners: HashSet<&str> = outside.map(|row| row.member.owner.as_str()).collect();
        owners.len()
    }

    /// The goals that can be shown, with the members that have a value on both dates.
    fn shown_goals(
        &self,
        wave: &Wave<'_, '_>,
        group: Group,
        rows: &[Row<'_>],
        breaks: Option<&Breaks>,
        findings: &mut Vec<Finding>,
    ) -> BTreeMap<usize, Vec<usize>> {
        let mut goals = BTreeMap::new();
        let mut hidden = |id: &str, rule, owners| {
            findings.push(Finding {
                group,
                cell: Some(id.to_owned()),
                panel: true,
                outcome: Outcome::Hidden,
                rule,
                owners,
            });
        };
        for (goal, (id, _)) in wave.plan.goals.iter().enumerate() {
            let Some(place) = wave.before.place(self.since, id) else {
                continue;
            };
            if breaks.is_none_or(|breaks| breaks.contains_key(*id)) {
                hidden(id, Rule::ChangedQuestion, None);
                continue;
            }
            let both: BTreeMap<usize, ()> = self
                .members
                .iter()
                .filter(|member| {
                    wave.members.contributes(**member, goal)
                        && has_cell(&self.then[member].member.cells, place)
                })
                .map(|member| (*member, ()))
                .collect();
            let owners = wave.members.owners(both.keys().copied());
            let outside_now = wave.members.of(group).iter().copied().filter(|member| {
                wave.members.contributes(*member, goal) && !both.contains_key(member)
            });
            let outside_now = wave.members.owners(outside_now);
            let inside: HashSet<&str> = both.keys().map(|member| self.then[member].hash).collect();
            let outside_then: HashSet<&str> = rows
                .iter()
                .filter(|row| has_cell(&row.member.cells, place) && !inside.contains(row.hash))
                .map(|row| row.member.owner.as_str())
                .collect();
            let mut outside = [outside_now, outside_then.len()].into_iter();
            let seen = outside.find(|outside| !wave.thresholds.hides(*outside));
            if owners == 0 || owners < wave.thresholds.min() {
                hidden(id, Rule::FewestOwners, Some(owners));
            } else if let Some(seen) = seen.filter(|_| wave.rules.apply(Protection::Panel)) {
                hidden(id, Rule::Remainder, Some(seen));
            } else {
                goals.insert(goal, both.into_keys().collect());
            }
        }
        goals
    }
}

/// Holds panels back as groups are: those of a division whose panels are between the same dates.
fn remainders(
    wave: &Wave<'_, '_>,
    candidates: &mut BTreeMap<Group, Candidate<'_>>,
    findings: &mut Vec<Finding>,
) {
    for parent in Group::all() {
        for (_, children) in divisions(parent) {
            let Some(of_parent) = candidates.get(&parent) else {
                continue;
            };
            let since = of_parent.since;
            let alike = |child: &Group| candidates.get(child).filter(|panel| panel.since == since);
            let inside = children
                .iter()
                .filter_map(|child| Some((*child, alike(child)?.members.clone())));
            let held = hold_back(wave, &of_parent.members, inside.collect());
            let goals: Vec<usize> = of_parent.goals.keys().copied().collect();
            for (child, outside) in held {
                for group in with_divisions(child) {
                    let alike = |panel: &Candidate<'_>| panel.since == since;
                    if candidates.get(&group).is_some_and(alike) {
                        candidates.remove(&group);
                        findings.push(held_back(group, None, outside));
                    }
                }
            }
            for goal in goals {
                hold_goal_back(
                    wave,
                    candidates,
                    findings,
                    (parent, &children),
                    (since, goal),
                );
            }
        }
    }
}

/// Holds single goals of panels back.
fn hold_goal_back(
    wave: &Wave<'_, '_>,
    candidates: &mut BTreeMap<Group, Candidate<'_>>,
    findings: &mut Vec<Finding>,
    (parent, children): (Group, &[Group]),
    (since, goal): (Day, usize),
) {
    let of = |group: &Group| {
        let panel = candidates.get(group).filter(|panel| panel.since == since)?;
        panel.goals.get(&goal).cloned()
    };
    let inside = children
        .iter()
        .filter_map(|child| Some((*child, of(child)?)));
    let held = hold_back(wave, &of(&parent).unwrap_or_default(), inside.collect());
    for (child, outside) in held {
        for group in with_divisions(child) {
            let panel = candidates.get_mut(&group);
            let panel = panel.filter(|panel| panel.since == since);
            if panel.is_some_and(|panel| panel.goals.remove(&goal).is_some()) {
                findings.push(held_back(group, Some(wave.plan.goals[goal].0), outside));
            }
        }
    }
}

fn held_back(group: Group, cell: Option<&str>, outside: usize) -> Finding {
    Finding {
        group,
        cell: cell.map(str::to_owned),
        panel: true,
        outcome: Outcome::HeldBack,
        rule: Rule::Remainder,
        owners: Some(outside),
    }
}

/// A member's values on the earlier date; `None` if they have been erased.
fn values<'r>(wave: &Wave<'_, 'r>, since: Day, row: &Row<'_>) -> Option<&'r Vec<[u16; 2]>> {
    let values = wave.before.protected()?.values.get(&since)?.get(row.hash)?;
    Some(&values.goals)
}

fn made(wave: &Wave<'_, '_>, group: Group, candidate: &Candidate<'_>) -> Option<Made> {
    let owners = |members: &[usize]| wave.members.owners(members.iter().copied());
    let population = |owners| wave.frame.population(group, owners);
    let mut goals = Vec::new();
    for (goal, both) in &candidate.goals {
        let (id, questions) = &wave.plan.goals[*goal];
        let place = wave.before.place(candidate.since, id)?;
        let then = both.iter().filter_map(|member| {
            let [sum, count] =
                *values(wave, candidate.since, &candidate.then[member])?.get(place)?;
            (count > 0).then(|| Mean {
                sum: sum.into(),
                count: count.into(),
            })
        });
        let now = both
            .iter()
            .filter_map(|member| wave.members.entries[*member].mean(*goal));
        let owners = owners(both);
        goals.push(PanelFigure {
            id: (*id).to_owned(),
            coverage: coverage(owners, population(owners)),
            then: Spread::of_means(then, questions.len()).median(),
            now: Spread::of_means(now, questions.len()).median(),
        });
    }
    let owners = owners(&candidate.members);
    let member = |member: &usize| {
        let hash = wave.members.hashes[*member].clone();
        (hash, wave.members.owner_hashes[*member].clone())
    };
    (!goals.is_empty()).then(|| Made {
        panel: Panel {
            since: candidate.since,
            date: wave.date,
            coverage: coverage(owners, population(owners)),
            goals,
        },
        shown: PanelShown {
            since: candidate.since,
            date: wave.date,
            members: candidate.members.iter().map(member).collect(),
        },
    })
}
