//! What panels of one division tell of each other.

use std::collections::BTreeMap;

use super::Candidate;
use crate::comparison::decide::{Wave, divisions, hold_back, with_divisions};
use crate::comparison::lattice::Group;
use crate::comparison::report::{Finding, Outcome, Rule};
use crate::day::Day;

/// Holds panels back as groups are: those of a division whose panels are between the same dates.
pub(super) fn hold_panels_back(
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
