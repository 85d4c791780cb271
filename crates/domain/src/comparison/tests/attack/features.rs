//! What the attacker sees of a world: every figure that hangs on the planted organisation, in every
//! release it holds, and what it knows of itself.

use std::collections::BTreeSet;

use super::classifier::Sample;
use super::look::Look;
use super::world::{Planted, World};
use crate::comparison::decide::divisions;
use crate::comparison::tests::{content, edition};
use crate::comparison::{Group, Submission, own};
use crate::scoring::stand;

/// The attacker of one planted organisation.
pub(super) struct Attacker<'w> {
    world: &'w World,
    planted: &'w Planted,
    look: &'w Look<'w>,
    /// The groups that the planted organisation is or was in, widest first; padded, so that the
    /// same sort of group has the same place and one classifier serves all worlds.
    groups: [Option<Group>; 6],
}

impl<'w> Attacker<'w> {
    pub(super) fn new(world: &'w World, planted: &'w Planted, look: &'w Look<'w>) -> Self {
        let states = world.handed_in(planted.place);
        let groups: BTreeSet<Group> = states.flat_map(|one| one.counted.groups()).collect();
        let mut placed = [None; 6];
        for group in groups {
            let place = match group {
                Group::All => 0,
                Group::Type(_) => 1,
                Group::Size(_) | Group::Volume(..) => 2,
                Group::Skr(_) => 3,
                Group::Lan(_) => 4,
            };
            // Whoever is reclassified has two of a sort.
            let taken = placed[place].is_some();
            placed[if taken { 5 } else { place }] = Some(group);
        }
        Attacker {
            world,
            planted,
            look,
            groups: placed,
        }
    }

    /// Owners in the smallest of its groups that shows figures in the newest release.
    pub(super) fn smallest_group(&self) -> usize {
        let last = || self.world.waves[2].iter().flatten();
        let owners = |group: Group| {
            let of_group = last().filter(|one| one.counted.groups().contains(&group));
            let owner = |one: &'w Submission| one.owner.as_ref().unwrap_or(&one.organisation);
            of_group.map(owner).collect::<BTreeSet<_>>().len()
        };
        let shown = |group: &Group| {
            let figures = self.look.releases[2].group(*group);
            figures.is_some_and(|figures| figures.shows.is_some())
        };
        let groups = self.groups.into_iter().flatten().filter(shown);
        groups.map(owners).min().unwrap_or(0)
    }

    /// One sample for each goal of the planted organisation.
    pub(super) fn samples(&self) -> Vec<Sample> {
        let truth = self.world.handed_in(self.planted.place).next_back();
        (0..edition().goals.len())
            .filter_map(|goal| {
                Some(Sample {
                    newest: self.newest(goal),
                    history: self.history(goal),
                    class: level(truth?, goal)?,
                })
            })
            .collect()
    }

    /// What the newest release alone tells of a goal.
    fn newest(&self, goal: usize) -> Vec<f64> {
        let mut features: Vec<f64> = (0..edition().goals.len())
            .map(|other| f64::from(u8::from(other == goal)))
            .collect();
        for member in self.planted.attackers {
            let mine = self.world.waves[2][member].as_ref();
            let mine = mine.and_then(|one| mean(one, goal));
            features.push(mine.map_or(0.0, |mean| mean - 2.5));
        }
        for group in self.groups {
            features.extend(self.look.newest(group, goal));
        }
        features
    }

    /// What all releases together tell of it besides.
    fn history(&self, goal: usize) -> Vec<f64> {
        let of_groups = self.groups.map(|group| self.look.history(group, goal));
        // The same of all groups together, since one organisation moves them all the same way.
        let mut features: Vec<f64> = (0..of_groups[0].len())
            .map(|place| of_groups.iter().map(|seen| seen[place]).sum())
            .collect();
        features.extend(of_groups.iter().flatten());
        for group in self.groups.into_iter().skip(1) {
            features.extend(group.map_or([0.0; 2], |group| unexplained(self.look, group, goal)));
        }
        features
    }
}

/// What has moved in a group's parent that the published siblings of the group do not explain: by
/// the goal and by its questions.
fn unexplained(look: &Look<'_>, group: Group, goal: usize) -> [f64; 2] {
    let Some((parent, partition)) = group.parent() else {
        return [0.0; 2];
    };
    let siblings = divisions(parent).remove(&partition).unwrap_or_default();
    let mut unexplained = look.moved_in_all(parent, goal);
    for sibling in siblings.into_iter().filter(|sibling| *sibling != group) {
        let explained = look.moved_in_all(sibling, goal);
        for (left, explained) in unexplained.iter_mut().zip(explained) {
            *left -= explained;
        }
    }
    unexplained
}

fn mean(one: &Submission, goal: usize) -> Option<f64> {
    let own = own(content(), (&edition().id, one.submitted), one).ok()?;
    let mean = own.goals.get(&edition().goals[goal].id)?;
    Some(f64::from(mean.sum) / f64::from(mean.count))
}

/// The level of a goal, from 0: what there is to guess.
fn level(one: &Submission, goal: usize) -> Option<usize> {
    let questions = edition().goals[goal].questions.iter();
    let (_, level) = stand(questions.map(|mapped| {
        let answer = one.answers.get(&mapped.id);
        (
            mapped.essential,
            answer.and_then(crate::assessment::Answer::level),
        )
    }))?;
    Some(usize::from(level.number()) - 1)
}
