//! What the attacker sees of a world: every figure that hangs on the planted organisation, in every
//! release it holds, and what it knows of itself.

use std::collections::BTreeSet;

use super::classifier::Sample;
use super::world::World;
use crate::comparison::tests::{content, edition};
use crate::comparison::{
    Figure, Group, GroupFigures, Publication, Quarters, Span, Submission, own,
};
use crate::scoring::stand;

pub(super) struct Attacker<'w> {
    world: &'w World,
    /// The groups that the planted organisation is or was in, widest first; padded.
    groups: Vec<Option<Group>>,
    smallest: usize,
}

impl<'w> Attacker<'w> {
    pub(super) fn new(world: &'w World, releases: &[Publication]) -> Attacker<'w> {
        let states = world.waves.iter().flat_map(|wave| &wave[world.planted]);
        let groups: BTreeSet<Group> = states.flat_map(|one| one.counted.groups()).collect();
        let in_group = |group: &Group| {
            let last = world.waves[2].iter().flatten();
            last.filter(|one| one.counted.groups().contains(group))
                .count()
        };
        let shown = |group: &&Group| {
            let newest = releases.last().and_then(|release| release.group(**group));
            newest.is_some_and(|figures| figures.shows.is_some())
        };
        let smallest = groups.iter().filter(shown).map(in_group).min().unwrap_or(0);
        // The same place for the same sort of group, so that one classifier serves all worlds.
        let place = |group: Group| match group {
            Group::All => 0,
            Group::Type(_) => 1,
            Group::Size(_) | Group::Volume(..) => 2,
            Group::Skr(_) => 3,
            Group::Lan(_) => 4,
        };
        let mut placed = vec![None; 6];
        for group in groups {
            let slot = if placed[place(group)].is_some() {
                5
            } else {
                place(group)
            };
            placed[slot] = Some(group);
        }
        Attacker {
            world,
            groups: placed,
            smallest,
        }
    }

    pub(super) fn smallest_group(&self) -> usize {
        self.smallest
    }

    /// One sample for each goal of the planted organisation.
    pub(super) fn samples(&self, releases: &[Publication]) -> Vec<Sample> {
        (0..edition().goals.len())
            .filter_map(|goal| {
                Some(Sample {
                    features: self.features(goal, releases),
                    class: level(self.world.truth(), goal)?,
                })
            })
            .collect()
    }

    fn features(&self, goal: usize, releases: &[Publication]) -> Vec<f64> {
        let mut features: Vec<f64> = (0..edition().goals.len())
            .map(|other| f64::from(u8::from(other == goal)))
            .collect();
        for member in self.world.attackers {
            let mine = self.world.waves[2][member].as_ref();
            let mine = mine.and_then(|one| mean(one, goal));
            features.push(mine.map_or(0.0, |mean| mean - 2.5));
        }
        for group in &self.groups {
            let seen: Vec<Vec<f64>> = releases
                .iter()
                .map(|release| figures(group.and_then(|group| release.group(group)), goal))
                .collect();
            features.extend(seen.last().into_iter().flatten());
            // What has moved between releases, and the same by how many it would have been moved by.
            for pair in seen.windows(2) {
                let members = pair[1][BAND].exp().min(50.0) / 10.0;
                let both = pair[0][SHOWN] * pair[1][SHOWN];
                for (now, then) in pair[1].iter().zip(&pair[0]) {
                    features.push(both * (now - then));
                    features.push(both * (now - then) * members);
                }
                features.push(both);
            }
        }
        features
    }
}

/// Where among the figures stand whether there is one, and the logarithm of how many stand behind.
const SHOWN: usize = 0;
const BAND: usize = 1;

/// The figures of one goal and its questions in a group; zeros for what is not shown.
fn figures(group: Option<&GroupFigures>, goal: usize) -> Vec<f64> {
    let of_goal = &edition().goals[goal];
    let figure = group.and_then(|group| group.goal(&of_goal.id));
    let panel = group.and_then(|group| group.panel.as_ref());
    let panel = panel.and_then(|panel| panel.goals.iter().find(|figure| figure.id == of_goal.id));
    let mut seen = vec![f64::from(u8::from(figure.is_some()))];
    seen.extend(figure_values(figure));
    seen.push(panel.map_or(0.0, |figure| value(figure.now) - value(figure.then)));
    // The questions together: each moves by what an organisation answered to it.
    let ids = of_goal.questions.iter().map(|mapped| &mapped.id);
    let questions: Vec<[f64; 10]> = ids
        .map(|id| figure_values(group.and_then(|group| group.question(id))))
        .collect();
    let mean = |column: usize| {
        questions.iter().map(|values| values[column]).sum::<f64>() / questions.len() as f64
    };
    seen.extend((1..10).map(mean));
    seen
}

/// How many stand behind a figure, and where its values lie.
fn figure_values(figure: Option<&Figure>) -> [f64; 10] {
    let Some(figure) = figure else {
        return [0.0; 10];
    };
    let span = |span: Option<Span>| {
        span.map_or([0.0; 2], |span| {
            [value(span.lower) - 2.5, value(span.upper) - 2.5]
        })
    };
    let [lower, upper] = span(figure.interval);
    let [first, third] = span(figure.quartiles);
    let shares = figure
        .distribution
        .map_or([0.0; 4], |d| d.map(|share| f64::from(share) / 100.0));
    let band = f64::from(figure.coverage.owners.bounds().0).ln();
    let [one, two, three, four] = shares;
    let median = value(figure.median) - 2.5;
    [
        band, median, lower, upper, first, third, one, two, three, four,
    ]
}

fn value(quarters: Quarters) -> f64 {
    f64::from(quarters)
}

fn mean(one: &Submission, goal: usize) -> Option<f64> {
    let own = own(content(), &edition().id, one)?;
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
