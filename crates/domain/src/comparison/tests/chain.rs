//! Three waves after each other: nothing that is public tells of a few, whichever releases are held
//! against each other. What is checked is found from the submissions alone.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::releases::{owner, population};
use super::*;
use crate::comparison::decide::divisions;
use crate::comparison::{FOR_DISTRIBUTION, Figure, MIN_CHANGED, MIN_OWNERS, MONTHS, own};

/// The third is so late that figures of the first are too old, and those of the second are not.
const DATES: [&str; 3] = ["2027-03-31", "2028-03-31", "2029-06-30"];

/// Three waves of organisations, each with the cells it has a value in.
struct Chain {
    waves: [Vec<(Submission, BTreeSet<String>)>; 3],
    releases: Vec<Release>,
}

impl Chain {
    fn new(waves: [Vec<Submission>; 3], rules: Rules) -> Chain {
        let mut releases: Vec<Release> = Vec::new();
        for (date, all) in DATES.into_iter().zip(&waves) {
            let wave = Wave {
                date,
                previous: releases.last(),
                rules,
                ..Wave::default()
            };
            releases.push(wave.release(all));
        }
        let with_cells = |one: Submission| {
            let own = own(content(), (&edition().id, one.submitted), &one).unwrap();
            let cells = own.goals.into_keys().chain(own.questions.into_keys());
            (one, cells.collect())
        };
        let waves = waves.map(|all| all.into_iter().map(with_cells).collect());
        Chain { waves, releases }
    }

    /// The organisations of a group that have a value in a cell in a wave, or all of the group, each
    /// with its owner.
    fn behind(&self, wave: usize, group: Group, cell: Option<&str>) -> BTreeSet<(String, String)> {
        let all: Vec<Submission> = self.waves[wave]
            .iter()
            .map(|(one, _)| one.clone())
            .collect();
        let of_cell = self.waves[wave].iter().filter(|(one, cells)| {
            one.counted.groups().contains(&group) && cell.is_none_or(|cell| cells.contains(cell))
        });
        of_cell
            .map(|(one, _)| (one.organisation.clone(), owner(&all, &one.organisation)))
            .collect()
    }

    /// Owners of those in a group that changed an answer or entered from one wave to another.
    fn changed(&self, group: Group, from: usize, to: usize) -> usize {
        let before = self.behind(from, group, None);
        let answers = |wave: usize, id: &str| {
            let found = self.waves[wave]
                .iter()
                .find(|(one, _)| one.organisation == id);
            found.map(|(one, _)| one.answers.clone())
        };
        let changed = self
            .behind(to, group, None)
            .into_iter()
            .filter(|one| !before.contains(one) || answers(from, &one.0) != answers(to, &one.0));
        owners(changed).len()
    }

    /// All that tells of a few.
    fn wrong(&self) -> Vec<String> {
        (0..3).flat_map(|wave| self.wrong_in(wave)).collect()
    }

    fn wrong_in(&self, wave: usize) -> Vec<String> {
        let mut wrong = Vec::new();
        let public = &self.releases[wave].public;
        let oldest = public.date.months_before(MONTHS);
        for group in &public.groups {
            let figures = || group.goals.iter().chain(&group.questions);
            let dates = figures().map(|figure| figure.from).chain(group.shows);
            let dates = dates.chain(group.panel.as_ref().map(|panel| panel.date));
            if dates.min().is_some_and(|date| date < oldest) {
                wrong.push(format!("{wave} {} is too old", group.group));
            }
            for figure in figures().filter(|figure| figure.from == public.date) {
                wrong.extend(self.renewed(wave, group.group, figure));
                wrong.extend(self.detail(wave, group.group, figure));
                wrong.extend(self.remainders(wave, group.group, &figure.id));
            }
            wrong.extend(self.panel(wave, group));
        }
        wrong
    }

    /// What a new figure tells of those that moved since the one it replaces.
    fn renewed(&self, wave: usize, group: Group, figure: &Figure) -> Option<String> {
        let before = &self.releases[wave.checked_sub(1)?].public;
        let earlier = cell(before.group(group)?, &figure.id)?.from;
        // What is withdrawn is not replaced.
        let fresh = earlier >= figure.from.months_before(MONTHS);
        let since = fresh.then(|| place(earlier))?;
        let [then, now] = [since, wave].map(|wave| self.behind(wave, group, Some(&figure.id)));
        let moved = owners(then.symmetric_difference(&now).cloned());
        let shown = place(before.group(group)?.shows?);
        let changed = self.changed(group, shown, wave);
        let fine = hides(&moved) && changed >= MIN_CHANGED;
        (!fine).then(|| format!("{wave} {group} {}: {moved:?}, {changed} changed", figure.id))
    }

    /// What a new distribution, or a single question that has had one, tells of those that moved since
    /// the newest that was shown before it.
    fn detail(&self, wave: usize, group: Group, figure: &Figure) -> Option<String> {
        let is_question = edition().questions.contains_key(&figure.id);
        if figure.distribution.is_none() && !is_question {
            return None;
        }
        let told = self.releases[..wave].iter().rev().find_map(|release| {
            let earlier = cell(release.public.group(group)?, &figure.id)?;
            earlier.distribution.map(|_| earlier.from)
        })?;
        let fresh = told >= figure.from.months_before(MONTHS);
        let since = fresh.then(|| place(told))?;
        let [then, now] = [since, wave].map(|wave| self.behind(wave, group, Some(&figure.id)));
        let moved = owners(then.symmetric_difference(&now).cloned());
        let fine = moved.is_empty() || moved.len() >= FOR_DISTRIBUTION;
        (!fine).then(|| format!("{wave} {group} {} in detail: {moved:?}", figure.id))
    }

    /// What a figure and those of the group's divisions, of the same wave, tell of the rest.
    fn remainders(&self, wave: usize, parent: Group, id: &str) -> Vec<String> {
        let public = &self.releases[wave].public;
        let shown = |child: &Group| {
            let figure = cell(public.group(*child).unwrap(), id);
            figure.is_some_and(|figure| figure.from == public.date)
        };
        let mut wrong = Vec::new();
        for (_, children) in divisions(parent) {
            let children: Vec<Group> = children.into_iter().filter(shown).collect();
            let mut rest = self.behind(wave, parent, Some(id));
            for child in &children {
                let inside = self.behind(wave, *child, Some(id));
                rest.retain(|one| !inside.contains(one));
            }
            if !children.is_empty() && !hides(&owners(rest.iter().cloned())) {
                wrong.push(format!("{wave} {parent} {id}: {rest:?} are outside"));
            }
        }
        wrong
    }

    /// What a new panel tells of those of its group that it leaves out, on either date.
    fn panel(&self, wave: usize, group: &GroupFigures) -> Vec<String> {
        let panel = group.panel.as_ref();
        let panel = panel.filter(|panel| panel.date == self.releases[wave].public.date);
        let Some(panel) = panel else {
            return Vec::new();
        };
        let dates = [place(panel.since), wave];
        let goals = panel.goals.iter().map(|figure| Some(figure.id.as_str()));
        let mut wrong = Vec::new();
        for id in goals.chain([None]) {
            let [then, now] = dates.map(|wave| self.behind(wave, group.group, id));
            let ids = |all: &BTreeSet<(String, String)>| -> BTreeSet<String> {
                all.iter().map(|(one, _)| one.clone()).collect()
            };
            let both: BTreeSet<String> = ids(&then).intersection(&ids(&now)).cloned().collect();
            let inside = now.iter().filter(|(one, _)| both.contains(one)).cloned();
            let outside = [&then, &now].map(|all| {
                let outside = all.iter().filter(|(one, _)| !both.contains(one));
                owners(outside.cloned())
            });
            let few = owners(inside).len() < MIN_OWNERS as usize;
            if few || !outside.iter().all(hides) {
                wrong.push(format!("{wave} {} panel {id:?}: {outside:?}", group.group));
            }
        }
        wrong
    }
}

fn cell<'r>(group: &'r GroupFigures, id: &str) -> Option<&'r Figure> {
    group.goal(id).or_else(|| group.question(id))
}

fn place(date: Day) -> usize {
    DATES.into_iter().position(|of| day(of) == date).unwrap()
}

fn owners(all: impl IntoIterator<Item = (String, String)>) -> BTreeSet<String> {
    all.into_iter().map(|(_, owner)| owner).collect()
}

fn hides(owners: &BTreeSet<String>) -> bool {
    owners.is_empty() || owners.len() >= MIN_OWNERS as usize
}

/// What one does in a wave: stays as it was, is away, answers one question otherwise or loses it.
#[derive(Clone, Copy, Debug)]
enum Does {
    Stays,
    IsAway,
    Changes,
    Loses,
}

/// A wave of a population. Many move, a few, or none.
fn wave() -> impl Strategy<Value = Vec<(Does, usize)>> {
    let one = |moving: u32| {
        let does = prop_oneof![
            12 => Just(Does::Stays),
            moving => Just(Does::IsAway),
            4 => Just(Does::Changes),
            moving => Just(Does::Loses),
        ];
        (does, 0..edition().questions.len())
    };
    let wave = select(vec![0, 1, 8]);
    wave.prop_flat_map(move |moving| proptest::collection::vec(one(moving), 60))
}

fn waves() -> impl Strategy<Value = [Vec<Submission>; 3]> {
    let all = (population(), [wave(), wave(), wave()]);
    all.prop_map(|(population, does)| {
        let mut place = 0;
        does.map(|does| {
            let submitted = day(["2027-01-01", "2028-01-01", "2029-01-01"][place]);
            place += 1;
            let of_wave = population
                .iter()
                .zip(does)
                .filter_map(|(one, (does, question))| {
                    let mut one = Submission {
                        submitted,
                        ..one.clone()
                    };
                    let id = edition().questions.keys().nth(question)?.clone();
                    match does {
                        Does::IsAway => return None,
                        Does::Stays => {}
                        Does::Changes => {
                            let answer = Answer::Level(Level::FOUR);
                            one.answers.insert(id, answer);
                        }
                        Does::Loses => {
                            one.answers.insert(id, Answer::DontKnow);
                        }
                    }
                    Some(one)
                });
            of_wave.collect()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_release_tells_of_a_few_beside_those_before_it(waves in waves()) {
        let wrong = Chain::new(waves, Rules::default()).wrong();
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn what_is_looked_for_is_found_where_a_rule_is_off() {
    let [before, after] = twelve();
    let waves = |first: &[Submission], then: &[Submission]| {
        let mut waves = [first.to_vec(), then.to_vec(), then.to_vec()];
        for (all, submitted) in waves
            .iter_mut()
            .zip(["2027-01-01", "2028-01-01", "2029-01-01"])
        {
            for one in all {
                one.submitted = day(submitted);
            }
        }
        waves
    };
    let mut one_more = after.clone();
    one_more.extend(municipalities(12, &[4]));
    let many = municipalities(0, &spread(24));
    let six_more = municipalities(0, &spread(30));
    // Seven regions, of which one has a value in a question.
    let regions = (0..7).map(|n| {
        let mut region = organisation(&format!("r{n}"), OrganisationKind::Region, level(3));
        if n > 0 {
            let question = edition().goals[0].questions[1].id.clone();
            region.answers.insert(question, Answer::DontKnow);
        }
        region
    });
    let with_regions: Vec<Submission> = before.iter().cloned().chain(regions).collect();
    for (rule, waves) in [
        (Protection::JointRenewal, waves(&before, &one_more)),
        (Protection::RenewalOfDetail, waves(&many, &six_more)),
        (Protection::FewestChanges, waves(&before, &before)),
        (
            Protection::CellRemainder,
            waves(&with_regions, &with_regions),
        ),
        (Protection::Age, waves(&before, &one_more)),
    ] {
        let [with, without] =
            with_and_without(rule).map(|rules| Chain::new(waves.clone(), rules).wrong());
        assert!(with.is_empty(), "{rule:?}: {with:#?}");
        assert!(!without.is_empty(), "{rule:?}");
    }
}
