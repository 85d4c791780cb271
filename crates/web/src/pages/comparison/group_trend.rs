//! A group beside an organisation's own line: the same organisations on two dates before everyone
//! who took part each time, and where a goal is not like before.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::comparison::{Figure, Group, GroupFigures, Quarters};
use domain::day::Day;
use l10n::start_of_day;
use report::trend::{self, Median};
use service::waves::{self, Published};

use super::choice::{self, Choices};
use super::figures;
use super::setting::{Setting, wording};
use crate::context::OrgCx;
use crate::error::Failure;
use crate::pages::round::outcome::capitalised;
use crate::pages::round::outcome::wording::{Wording, number};

/// What the trend page shows of a group.
pub(crate) struct GroupTrend {
    pub(crate) synthetic: bool,
    pub(crate) group: String,
    pub(crate) why: Option<String>,
    pub(crate) choices: Vec<Choices>,
    /// Between which dates the same organisations are followed, or that they are not.
    pub(crate) panel: String,
    goals: BTreeMap<String, GoalTrend>,
}

/// A group's medians in one goal.
#[derive(Default)]
pub(crate) struct GoalTrend {
    pub(crate) drawn: trend::Group,
    pub(crate) rows: Vec<DayRow>,
}

/// The medians of one date.
pub(crate) struct DayRow {
    pub(crate) day: String,
    /// Of the organisations that took part on both dates.
    pub(crate) panel: String,
    /// Of everyone who took part.
    pub(crate) everyone: String,
    /// Why it is not like the one before.
    pub(crate) breaks: Option<String>,
}

/// What stands for everyone on a date.
struct Point<'a> {
    figure: &'a Figure,
    group: &'a GroupFigures,
    /// The questions of the goal that are not what they were at the point before.
    breaks: usize,
}

/// `None` while no wave is published.
pub(crate) async fn of(cx: &OrgCx, asked: Option<Group>) -> Result<Option<GroupTrend>, Failure> {
    let app = cx.cx.app();
    let Some(setting) = Setting::of(app, cx.organisation.id).await? else {
        return Ok(None);
    };
    let mut all = waves::all(app).await?;
    all.reverse();
    let framework = &setting.wave.publication.framework;
    all.retain(|wave| wave.publication.framework == *framework);
    let w = wording(&cx.cx, &setting.wave)?;
    let followed = followed(&setting).filter(|_| asked.is_none());
    let chosen = setting.choose(asked.or(followed.as_ref().map(|(group, _)| *group)));
    let why = followed.and_then(|(group, passed)| why(&w, group, &passed));
    let panel = chosen.figures.and_then(|figures| figures.panel.as_ref());
    let goals = w.edition.goals.iter().map(|goal| {
        let trend = goal_trend(&w, &all, chosen.figures, chosen.group, &goal.id);
        (goal.id.clone(), trend)
    });
    Ok(Some(GroupTrend {
        synthetic: setting.wave.publication.synthetic,
        group: chosen.group.name(w.lang),
        why: why.or_else(|| chosen.why(&w)),
        choices: choice::choices(
            &w,
            &setting.wave.publication,
            setting.counted.as_ref(),
            chosen.group,
        ),
        panel: match panel {
            Some(panel) => w.t.trend_panel(
                figures::owners(w.t, panel.coverage.owners),
                figures::date(panel.since, w.lang),
                figures::date(panel.date, w.lang),
            ),
            None => w.t.trend_no_panel(),
        },
        goals: goals.collect(),
    }))
}

/// The closest group whose members are followed over time, if one is, and those that stand closer:
/// what the same organisations have done says more than who is closest.
fn followed(setting: &Setting) -> Option<(Group, Vec<Group>)> {
    let publication = &setting.wave.publication;
    let mut passed = setting.closest();
    let is_followed = |group: &Group| {
        let figures = publication.group(*group);
        figures.is_some_and(|figures| figures.panel.is_some())
    };
    let at = passed.iter().position(is_followed)?;
    let group = passed[at];
    passed.truncate(at);
    Some((group, passed))
}

/// Why this group, if there are closer ones.
fn why(w: &Wording<'_>, group: Group, passed: &[Group]) -> Option<String> {
    if passed.is_empty() {
        return None;
    }
    let within = |group: &Group| figures::group_within(*group, w.lang);
    let passed = capitalised(&w.list(passed.iter().map(within).collect()));
    Some(w.t.trend_fallback(passed, within(&group)))
}

impl GroupTrend {
    /// Takes out what there is of a goal.
    pub(crate) fn take(&mut self, goal: &str) -> GoalTrend {
        self.goals.remove(goal).unwrap_or_default()
    }
}

/// Everyone's medians, oldest first, each figure once though it may stand for several waves.
fn everyone<'a>(waves: &'a [Arc<Published>], group: Group, goal: &str) -> Vec<Point<'a>> {
    let mut points: Vec<Point<'a>> = Vec::new();
    let mut breaks = 0;
    for wave in waves {
        let broken = wave.publication.breaks.get(goal);
        breaks += broken.map_or(0, Vec::len);
        let figures = wave.publication.group(group);
        let Some((group, figure)) = figures.and_then(|group| Some((group, group.goal(goal)?)))
        else {
            continue;
        };
        let before = points.last().map(|point| point.figure.from);
        if before == Some(figure.from) {
            continue;
        }
        points.push(Point {
            figure,
            group,
            breaks: before.map_or(0, |_| breaks),
        });
        breaks = 0;
    }
    points
}

fn goal_trend(
    w: &Wording<'_>,
    waves: &[Arc<Published>],
    latest: Option<&GroupFigures>,
    group: Group,
    goal: &str,
) -> GoalTrend {
    let points = everyone(waves, group, goal);
    let panel = latest.and_then(|figures| figures.panel.as_ref());
    let followed = panel.and_then(|panel| {
        let figure = panel.goals.iter().find(|figure| figure.id == goal)?;
        Some((
            [(panel.since, figure.then), (panel.date, figure.now)],
            figure,
        ))
    });
    let mut rows: BTreeMap<Day, DayRow> = BTreeMap::new();
    let row = |day: Day| DayRow {
        day: figures::date(day, w.lang),
        panel: w.t.comparison_hidden(),
        everyone: w.t.comparison_hidden(),
        breaks: None,
    };
    for point in &points {
        let from = point.figure.from;
        let row = rows.entry(from).or_insert_with(|| row(from));
        let coverage =
            figures::coverage(w.t, w.lang, &point.figure.coverage, point.group.population);
        row.everyone =
            w.t.trend_median(figures::quarters(point.figure.median, w.lang), coverage);
        row.breaks = (point.breaks > 0).then(|| w.t.trend_group_break(number(point.breaks)));
    }
    if let Some((dates, figure)) = &followed {
        for (day, median) in dates {
            let row = rows.entry(*day).or_insert_with(|| row(*day));
            let coverage = figures::coverage(w.t, w.lang, &figure.coverage, None);
            row.panel =
                w.t.trend_median(figures::quarters(*median, w.lang), coverage);
        }
    }
    let mark = |day: Day, value: Quarters, broken: bool| {
        Some(Median {
            at: start_of_day(&day.to_string())?,
            day: figures::date(day, w.lang),
            value,
            broken,
        })
    };
    GoalTrend {
        drawn: trend::Group {
            panel: followed
                .iter()
                .flat_map(|(dates, _)| dates)
                .filter_map(|(day, median)| mark(*day, *median, false))
                .collect(),
            everyone: points
                .iter()
                .filter_map(|point| mark(point.figure.from, point.figure.median, point.breaks > 0))
                .collect(),
        },
        rows: rows.into_values().collect(),
    }
}
