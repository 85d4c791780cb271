//! Statistics for everyone, one goal: over all groups, in the order of the division and never by
//! value, and its questions for one of them.

use askama::Template;
use axum::response::Response;
use domain::comparison::{Group, GroupFigures};
use domain::organisation::OrganisationType;
use report::chart::{self, Height, Marks};
use service::waves::Published;

use super::choice::{self, Choices, Division};
use super::figures::{Cells, QuestionRow};
use super::setting::{asked, wording};
use super::statistics::{dated, widest};
use super::{missing, questions};
use crate::context::Cx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::pages::round::outcome::references::{self, References};
use crate::pages::round::outcome::wording::Wording;
use crate::routes::Page;

/// A group as a row.
struct GroupRow {
    name: String,
    picture: String,
    cells: Option<Cells>,
}

/// The groups of one way to divide.
struct Rows {
    heading: String,
    groups: Vec<GroupRow>,
}

#[derive(Template)]
#[template(path = "comparison/statistics_goal.html")]
struct StatisticsGoalPage<'a> {
    layout: Layout<'a>,
    title: String,
    caption: String,
    synthetic: bool,
    group: String,
    coverage: Option<String>,
    why: Option<String>,
    choices: Vec<Choices>,
    divisions: Vec<Rows>,
    axis: String,
    questions: Vec<QuestionRow>,
    references: Option<References>,
    levels: Vec<String>,
    back: String,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let statistics = (
        cx.path(Page::Statistics, &[]),
        cx.texts().statistics_title(),
    );
    let Some(wave) = dated(&cx).await? else {
        return missing::wave(Layout::of(&cx), statistics);
    };
    let day = wave.date.to_string();
    let back = cx.path(Page::StatisticsWave, &[&day]);
    if wave.withdrawn.is_some() {
        // That page says that it is, and why.
        return Ok(see_other(&back));
    }
    let Ok(asked) = asked(&cx) else {
        return missing::group(Layout::of(&cx), statistics);
    };
    let w = wording(&cx, &wave)?;
    let goal = w.edition.goal(cx.segment("goal"));
    let goal = goal.ok_or(Failure::NotFound)?;
    let publication = &wave.publication;
    let chosen = choice::choose(publication, asked, &widest());
    page(&StatisticsGoalPage {
        title: w.goal_title(goal),
        caption: w.t.statistics_of(super::figures::date(wave.date, w.lang)),
        synthetic: publication.synthetic,
        group: chosen.group.name(w.lang),
        coverage: chosen.coverage(&w),
        why: chosen.why(&w).filter(|_| !chosen.shows()),
        choices: choice::by_division(&w, publication, chosen.group),
        divisions: divisions(&w, &wave, &goal.id),
        axis: chart::axis(),
        questions: questions::rows(&cx, &w, goal, chosen.figures, wave.date, None),
        references: references::of_goal(&w, goal, type_of(chosen.group)),
        levels: questions::level_names(&w),
        back: format!("{back}?grupp={}", chosen.group),
        layout: Layout::of(&cx),
    })
}

/// The type that a group's members all are.
fn type_of(group: Group) -> Option<OrganisationType> {
    match (group, group.parent()) {
        (Group::Type(organisation_type), _) | (_, Some((Group::Type(organisation_type), _))) => {
            Some(organisation_type)
        }
        _ => None,
    }
}

/// The groups that show the goal.
fn divisions(w: &Wording<'_>, wave: &Published, goal: &str) -> Vec<Rows> {
    let row = |figures: &GroupFigures| {
        let figure = figures.goal(goal)?;
        let marks = Marks {
            median: Some(figure.median),
            middle: figure.quartiles,
            ..Marks::default()
        };
        Some(GroupRow {
            name: figures.group.name(w.lang),
            picture: chart::cell(marks, Height::Row),
            cells: Some(Cells::of(w.t, w.lang, figure, figures, wave.date)),
        })
    };
    let rows = |division: Division| Rows {
        groups: division
            .groups
            .iter()
            .filter_map(|group| row(wave.publication.group(*group)?))
            .collect(),
        heading: division.heading,
    };
    choice::lattice(w.t)
        .into_iter()
        .map(rows)
        .filter(|rows| !rows.groups.is_empty())
        .collect()
}
