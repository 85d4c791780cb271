//! Matched panels: the organisations of a group that took part both on the date that the group
//! showed and now. A panel is a group under all the rules: it lies within its group on either date,
//! and panels divide each other as their groups do.

mod remainders;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use remainders::hold_panels_back;

use super::before::Row;
use super::decide::{Decided, Renewed, Wave};
use super::lattice::Group;
use super::members::has_cell;
use super::publication::{Panel, PanelFigure};
use super::release::{PanelShown, Shown};
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
    for group in Group::all() {
        let Some(renewed) = &decided[&group].renewed else {
            continue;
        };
        match candidate(wave, group, renewed, breaks, findings) {
            Ok(candidate) => candidates.extend(candidate.map(|candidate| (group, candidate))),
            Err((rule, owners)) => findings.push(Finding {
                group,
                cell: None,
                panel: true,
                outcome: match decided[&group].earlier_may_stand && earlier(wave, group).is_some() {
                    true => Outcome::Kept,
                    false => Outcome::Hidden,
                },
                rule,
                owners: Some(owners),
            }),
        }
    }
    if wave.rules.apply(Protection::PanelDivisions) {
        hold_panels_back(wave, &mut candidates, findings);
    }
    candidates
        .into_iter()
        .filter_map(|(group, candidate)| Some((group, made(wave, group, &candidate)?)))
        .collect()
}

/// Goals, each with the questions that were others.
pub(super) type Breaks = BTreeMap<String, Vec<String>>;

/// The panel that a group shows, if it is young enough to stand.
fn earlier<'r>(wave: &Wave<'_, 'r>, group: Group) -> Option<&'r PanelShown> {
    let panel = wave.before.shown(group)?.panel.as_ref()?;
    let fresh = wave.thresholds.is_fresh(panel.date, wave.date);
    fresh.then_some(panel)
}

/// Owners of those that are among these members of a panel or those of the earlier one, and not
/// among both.
fn moved(
    wave: &Wave<'_, '_>,
    members: &[usize],
    earlier: &PanelShown,
    was_in: impl Fn(&String) -> bool,
) -> usize {
    let now: BTreeSet<(&String, &String)> = members
        .iter()
        .map(|member| {
            let hash = &wave.members.hashes[*member];
            (hash, &wave.members.owner_hashes[*member])
        })
        .collect();
    let then = earlier.members.iter().filter(|(hash, _)| was_in(hash));
    let then: BTreeSet<(&String, &String)> = then.collect();
    let moved = now.symmetric_difference(&then);
    moved.map(|(_, owner)| *owner).collect::<HashSet<_>>().len()
}

/// The panel of a group; `None` if the group shows nothing earlier to match with.
fn candidate<'r>(
    wave: &Wave<'_, 'r>,
    group: Group,
    renewed: &BTreeMap<usize, Renewed>,
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
    if owners == 0 || owners < wave.thresholds.panel() {
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
    candidate.may_be_shown(wave, group, rows)?;
    candidate.goals = candidate.shown_goals(
        wave,
        (group, shown, renewed),
        rows,
        breaks.get(&since),
        findings,
    );
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
        let Wave {
            thresholds, rules, ..
        } = *wave;
        let now = wave.members.of(group).iter().copied();
        let entered = wave
            .members
            .owners(now.filter(|member| !self.then.contains_key(member)));
        let left = self.owners_outside(rows.iter());
        for outside in [entered, left] {
            if rules.apply(Protection::PanelRemainder) && !thresholds.hides(outside) {
                return Err((Rule::Remainder, outside));
            }
        }
        let changed = self
            .members
            .iter()
            .copied()
            .filter(|member| wave.members.answers[*member] != self.then[member].member.answers);
        let changed = wave.members.owners(changed);
        if rules.apply(Protection::PanelChanges) && thresholds.too_few_changed(changed) {
            return Err((Rule::FewestChanges, changed));
        }
        if let Some(earlier) = earlier(wave, group) {
            let moved = moved(wave, &self.members, earlier, |_| true);
            if rules.apply(Protection::PanelRenewal) && !thresholds.hides(moved) {
                return Err((Rule::JointRenewal, moved));
            }
        }
        Ok(())
    }

    /// Owners of those who stood behind the group and are not in the panel.
    fn owners_outside<'x>(&self, rows: impl Iterator<Item = &'x Row<'x>>) -> usize {
        let inside: HashSet<&str> = self.then.values().map(|row| row.hash).collect();
        let outside = rows.filter(|row| !inside.contains(row.hash));
        let owners: HashSet<&str> = outside.map(|row| row.member.owner.as_str()).collect();
        owners.len()
    }

    /// The goals that can be shown, with the members that have a value on both dates. A group comes
    /// with what it shows from before and what of it is made new.
    fn shown_goals(
        &self,
        wave: &Wave<'_, '_>,
        (group, shown, renewed): (Group, &Shown, &BTreeMap<usize, Renewed>),
        rows: &[Row<'_>],
        breaks: Option<&Breaks>,
        findings: &mut Vec<Finding>,
    ) -> BTreeMap<usize, Vec<usize>> {
        let mut goals = BTreeMap::new();
        for (goal, (id, _)) in wave.plan.goals.iter().enumerate() {
            let Some(then) = wave.before.place(self.since, id) else {
                continue;
            };
            // Beside a wider group, a panel would tell of what is held back of its own.
            let of_group = renewed.contains_key(&goal) && shown.cells.get(*id) == Some(&self.since);
            let shown = if breaks.is_none_or(|breaks| breaks.contains_key(*id)) {
                Err((Rule::ChangedQuestion, None))
            } else if wave.rules.apply(Protection::PanelGoalInGroup) && !of_group {
                Err((Rule::Remainder, None))
            } else {
                self.shown_goal(wave, group, rows, (goal, then))
                    .map_err(|(rule, owners)| (rule, Some(owners)))
            };
            match shown {
                Ok(both) => {
                    goals.insert(goal, both);
                }
                Err((rule, owners)) => findings.push(Finding {
                    group,
                    cell: Some((*id).to_owned()),
                    panel: true,
                    outcome: Outcome::Hidden,
                    rule,
                    owners,
                }),
            }
        }
        goals
    }

    /// Those of the panel that have a value in a goal on both dates, if it can be shown. The goal by
    /// its place now and then.
    fn shown_goal(
        &self,
        wave: &Wave<'_, '_>,
        group: Group,
        rows: &[Row<'_>],
        (goal, then): (usize, usize),
    ) -> Result<Vec<usize>, (Rule, usize)> {
        let Wave {
            members,
            thresholds,
            rules,
            ..
        } = *wave;
        let has = |member: &usize| members.contributes(*member, goal);
        let had = |row: &Row<'_>| has_cell(&row.member.cells, then);
        let of_panel = self.members.iter().copied();
        let both: Vec<usize> = of_panel
            .filter(|member| has(member) && had(&self.then[member]))
            .collect();
        let owners = members.owners(both.iter().copied());
        if owners == 0 || owners < thresholds.panel() {
            return Err((Rule::FewestOwners, owners));
        }
        let inside: HashSet<usize> = both.iter().copied().collect();
        let now = members.of(group).iter().copied();
        let entered = members.owners(now.filter(|member| has(member) && !inside.contains(member)));
        let inside: HashSet<&str> = both.iter().map(|member| self.then[member].hash).collect();
        let left: HashSet<&str> = rows
            .iter()
            .filter(|row| had(row) && !inside.contains(row.hash))
            .map(|row| row.member.owner.as_str())
            .collect();
        for outside in [entered, left.len()] {
            if rules.apply(Protection::PanelGoalRemainder) && !thresholds.hides(outside) {
                return Err((Rule::Remainder, outside));
            }
        }
        let id = wave.plan.goals[goal].0;
        let earlier = earlier(wave, group);
        if let Some((earlier, without)) = earlier.and_then(|e| Some((e, e.goals.get(id)?))) {
            let moved = moved(wave, &both, earlier, |hash| !without.contains(hash));
            if rules.apply(Protection::PanelGoalRenewal) && !thresholds.hides(moved) {
                return Err((Rule::JointRenewal, moved));
            }
        }
        Ok(both)
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
    let without = |(goal, both): (&usize, &Vec<usize>)| {
        let all = candidate.members.iter();
        let without = all.filter(|member| !both.contains(member));
        let without = without.map(|member| wave.members.hashes[*member].clone());
        (wave.plan.goals[*goal].0.to_owned(), without.collect())
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
            edition: wave.plan.edition.id.clone(),
            members: candidate.members.iter().map(member).collect(),
            goals: candidate.goals.iter().map(without).collect(),
        },
    })
}
