//! How the attacker looks at a group through the releases: where its values lie in the newest, and
//! what moved when it was first made new after the planted organisation had acted.

use std::collections::HashMap;

use super::world::WAVES;
use crate::comparison::tests::{day, edition};
use crate::comparison::{Figure, Group, GroupFigures, Publication, Quarters, Span};

/// Numbers that are told of a figure: the median, the interval, the quartiles and the distribution.
pub(super) const PARTS: usize = 9;

/// The releases of the three waves, and what moved in them.
pub(super) struct Look<'r> {
    pub(super) releases: &'r [Publication; 3],
    seen: HashMap<Group, HashMap<&'r str, Seen<'r>>>,
}

/// A figure before the planted organisation acted, the first that was made after, and the newest.
#[derive(Clone, Copy)]
struct Seen<'r> {
    then: &'r Figure,
    now: &'r Figure,
    newest: Option<&'r Figure>,
}

impl<'r> Look<'r> {
    pub(super) fn new(releases: &'r [Publication; 3]) -> Look<'r> {
        let [before, ..] = releases;
        let of_group = |group: &'r GroupFigures| {
            let cells = group.goals.iter().chain(&group.questions);
            let seen = cells.filter_map(|then| {
                let seen = seen(releases, group.group, then)?;
                Some((then.id.as_str(), seen))
            });
            (group.group, seen.collect())
        };
        let seen = before.groups.iter().map(of_group).collect();
        Look { releases, seen }
    }

    /// Where a group stands in a goal in the newest release.
    pub(super) fn newest(&self, group: Option<Group>, goal: usize) -> Vec<f64> {
        let [.., newest] = self.releases;
        let group = group.and_then(|group| newest.group(group));
        let figure = group.and_then(|group| group.goal(id(goal)));
        // A figure says its date, and so whether it is from after the planted organisation acted.
        let mut seen = vec![0.0; 4];
        if let Some(figure) = figure {
            let after = f64::from(u8::from(figure.from >= day(WAVES[1])));
            seen = vec![1.0, members(figure).ln(), after, after * centre(figure)];
        }
        seen.extend(parts(figure).map(|part| part.unwrap_or_default()));
        let of = |ids: &mut dyn Iterator<Item = &'static str>| {
            average(ids.map(|id| Some(centre(cell(group?, id)?))))
        };
        seen.push(of(&mut questions(goal)));
        seen.push(of(&mut others(goal)));
        // What the release's own panel tells, of its date and of the one before.
        seen.extend(self.own_panel(group, goal));
        // And its questions, part by part.
        let cells: Vec<_> = questions(goal)
            .map(|id| parts(group.and_then(|group| cell(group, id))))
            .collect();
        let part = |part: usize| average(cells.iter().map(|parts| parts[part]));
        seen.extend((0..PARTS).map(part));
        seen
    }

    /// How a group stands to its panel by the newest release alone: now and then, if the panel is of
    /// the date before the planted organisation acted and the figure's own, and now whatever it is.
    fn own_panel(&self, group: Option<&GroupFigures>, goal: usize) -> [f64; 3] {
        let told = group.and_then(|group| {
            let figure = group.goal(id(goal))?;
            let panel = group.panel.as_ref()?;
            let of_goal = panel.goals.iter().find(|figure| figure.id == id(goal))?;
            let weight = members(figure).min(FEW);
            let beside = |median: Quarters| (value(figure.median) - value(median)) * weight;
            let now = panel.date == figure.from;
            let after = panel.date >= day(WAVES[1]) && panel.since < day(WAVES[1]);
            let fits = f64::from(u8::from(now && after));
            Some([
                fits * beside(of_goal.now),
                fits * beside(of_goal.then),
                beside(of_goal.now),
            ])
        });
        told.unwrap_or_default()
    }

    /// What moved in a group, each as if one member had moved it.
    pub(super) fn history(&self, group: Option<Group>, goal: usize) -> Vec<f64> {
        let of_goal = self.moved_parts(group, &mut std::iter::once(id(goal)));
        let of_questions = self.moved_parts(group, &mut questions(goal));
        let single: Vec<f64> = questions(goal)
            .filter_map(|id| self.moved(group?, id, FEW))
            .collect();
        let sign = |moved: &f64| if *moved == 0.0 { 0.0 } else { moved.signum() };
        let mut seen = Vec::new();
        seen.extend(of_goal);
        seen.extend(of_questions);
        // The question cells one by one: the two that moved the most, and how many moved which way.
        seen.push(single.iter().copied().fold(0.0, f64::max));
        seen.push(single.iter().copied().fold(0.0, f64::min));
        seen.push(single.iter().map(sign).sum());
        seen.push(average(others(goal).map(|id| self.moved(group?, id, FEW))));
        let others_questions = (0..edition().goals.len())
            .filter(|other| *other != goal)
            .flat_map(questions);
        seen.push(average(
            others_questions.map(|id| self.moved(group?, id, FEW)),
        ));
        // What moved after that, when the planted organisation stood still.
        seen.push(average([self.moved_since(group, id(goal))].into_iter()));
        seen.push(average(
            questions(goal).map(|id| self.moved_since(group, id)),
        ));
        seen.extend(self.beside_panel(group, goal));
        seen
    }

    /// What moved in a whole group, by a goal and by its questions.
    pub(super) fn moved_in_all(&self, group: Group, goal: usize) -> [f64; 2] {
        let moved = |id| self.moved(group, id, f64::INFINITY);
        [
            moved(id(goal)).unwrap_or_default(),
            average(questions(goal).map(moved)),
        ]
    }

    /// How far the centre of a cell moved, times its members up to a number.
    fn moved(&self, group: Group, id: &str, most: f64) -> Option<f64> {
        let Seen { then, now, .. } = self.seen(group, id)?;
        Some((centre(now) - centre(then)) * members(now).min(most))
    }

    fn moved_since(&self, group: Option<Group>, id: &str) -> Option<f64> {
        let Seen { now, newest, .. } = self.seen(group?, id)?;
        Some((centre(newest?) - centre(now)) * members(now).min(FEW))
    }

    /// How far each part of some cells moved, on average.
    fn moved_parts(
        &self,
        group: Option<Group>,
        ids: &mut dyn Iterator<Item = &'static str>,
    ) -> [f64; PARTS] {
        let seen: Vec<Seen<'_>> = ids.filter_map(|id| self.seen(group?, id)).collect();
        let of = |part: usize| {
            average(seen.iter().map(|seen| {
                let moved = parts(Some(seen.now))[part]? - parts(Some(seen.then))[part]?;
                Some(moved * members(seen.now).min(FEW))
            }))
        };
        std::array::from_fn(of)
    }

    /// How those that a panel leaves out stand to those in it: who entered, and who left.
    fn beside_panel(&self, group: Option<Group>, goal: usize) -> [f64; 2] {
        let id = id(goal);
        let seen = group.and_then(|group| {
            let Seen { then, now, .. } = self.seen(group, id)?;
            let made = self
                .releases
                .iter()
                .find(|release| release.date == now.from);
            let panel = made?.group(group)?.panel.as_ref()?;
            let panel = panel.goals.iter().find(|figure| figure.id == id)?;
            let entered = value(now.median) - value(panel.now);
            let left = value(then.median) - value(panel.then);
            Some([entered, left].map(|moved| moved * members(now).min(FEW)))
        });
        seen.unwrap_or_default()
    }

    fn seen(&self, group: Group, id: &str) -> Option<Seen<'r>> {
        self.seen.get(&group)?.get(id).copied()
    }
}

/// What became of a figure; `None` if it has not been made anew.
fn seen<'r>(releases: &'r [Publication; 3], group: Group, then: &'r Figure) -> Option<Seen<'r>> {
    let acted = day(WAVES[1]);
    let figures = |release: &'r Publication| cell(release.group(group)?, &then.id);
    let mut after = releases[1..].iter().filter_map(figures);
    Some(Seen {
        then,
        now: after.find(|figure| figure.from >= acted)?,
        newest: figures(&releases[2]),
    })
}

fn cell<'r>(group: &'r GroupFigures, id: &str) -> Option<&'r Figure> {
    group.goal(id).or_else(|| group.question(id))
}

/// In larger groups one member moves no figure that is in quarters.
const FEW: f64 = 50.0;

fn id(goal: usize) -> &'static str {
    &edition().goals[goal].id
}

fn questions(goal: usize) -> impl Iterator<Item = &'static str> {
    let questions = edition().goals[goal].questions.iter();
    questions.map(|mapped| mapped.id.as_str())
}

fn others(goal: usize) -> impl Iterator<Item = &'static str> {
    (0..edition().goals.len())
        .filter(move |other| *other != goal)
        .map(id)
}

/// The average of what there is; zero of nothing.
fn average(values: impl Iterator<Item = Option<f64>>) -> f64 {
    let values: Vec<f64> = values.flatten().collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// How many stand behind a figure, about.
fn members(figure: &Figure) -> f64 {
    let (fewest, most) = figure.coverage.owners.bounds();
    let fewest = f64::from(fewest);
    (fewest * most.map_or(2.0 * fewest, f64::from)).sqrt()
}

/// All that is told of where a figure's values lie; levels from the middle of the scale.
fn parts(figure: Option<&Figure>) -> [Option<f64>; PARTS] {
    let level = |quarters: Quarters| value(quarters) - 2.5;
    let lower = |span: Span| level(span.lower);
    let upper = |span: Span| level(span.upper);
    let interval = figure.and_then(|figure| figure.interval);
    let quartiles = figure.and_then(|figure| figure.quartiles);
    let shares = figure.and_then(|figure| figure.distribution);
    let share = |place: usize| shares.map(|shares| f64::from(shares[place]) / 100.0);
    [
        figure.map(|figure| level(figure.median)),
        interval.map(lower),
        interval.map(upper),
        quartiles.map(lower),
        quartiles.map(upper),
        share(0),
        share(1),
        share(2),
        share(3),
    ]
}

/// Where the middle of a figure's values is, by all that is told.
fn centre(figure: &Figure) -> f64 {
    let [median, lower, upper, first, third, shares @ ..] = parts(Some(figure));
    let between = |pair: (Option<f64>, Option<f64>)| Some((pair.0? + pair.1?) / 2.0);
    let mean = || {
        let shares = shares.into_iter().collect::<Option<Vec<f64>>>()?;
        let levels = shares.iter().zip([-1.5, -0.5, 0.5, 1.5]);
        let sum: f64 = levels.map(|(share, level)| share * level).sum();
        Some(sum / shares.iter().sum::<f64>())
    };
    let told = [
        median,
        between((lower, upper)),
        between((first, third)),
        mean(),
    ];
    average(told.into_iter())
}

fn value(quarters: Quarters) -> f64 {
    f64::from(quarters)
}
