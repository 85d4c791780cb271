//! Jämför er, one goal: its questions beside the group's.

use askama::Template;
use axum::response::Response;
use l10n::date;
use report::chart;

use super::choice::{self, Choices};
use super::compared::{self, Row};
use super::figures::QuestionRow;
use super::missing;
use super::questions;
use super::setting::{Setting, asked, wording};
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::pages::round::outcome::references::{self, References};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "comparison/compare_goal.html")]
struct CompareGoalPage<'a> {
    layout: Layout<'a>,
    title: String,
    synthetic: bool,
    group: String,
    coverage: Option<String>,
    why: Option<String>,
    choices: Vec<Choices>,
    /// The goal alone.
    rows: Vec<Row>,
    axis: String,
    own: String,
    previous: Option<String>,
    questions: Vec<QuestionRow>,
    references: Option<References>,
    /// The level names, by number.
    levels: Vec<String>,
    back: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let layout = Layout::of_organisation(&cx);
    let all = cx.to(Page::Compare, &[]);
    let Ok(asked) = asked(&cx.cx) else {
        return missing::group(layout, (all, cx.cx.texts().compare_title()));
    };
    let setting = Setting::of(cx.cx.app(), cx.organisation.id).await?;
    let Some((setting, own)) = setting
        .as_ref()
        .and_then(|setting| Some((setting, setting.own.as_ref()?)))
    else {
        // That page says what is missing.
        return Ok(see_other(&all));
    };
    let w = wording(&cx.cx, &setting.wave)?;
    let goal = w.edition.goal(cx.cx.segment("goal"));
    let goal = goal.ok_or(Failure::NotFound)?;
    let chosen = setting.choose(asked);
    let previous = own
        .previous
        .as_ref()
        .map(|(_, values)| values.goals.clone())
        .unwrap_or_default();
    let goals = compared::goals(&w, chosen.figures, &own.values.goals, &previous);
    let here = goals.iter().find(|compared| compared.goal.id == goal.id);
    let here = here.ok_or(Failure::NotFound)?;
    let wave = setting.wave.date;
    let organisation_type = setting
        .counted
        .as_ref()
        .and_then(|counted| counted.organisation_type());
    page(&CompareGoalPage {
        title: w.goal_title(goal),
        synthetic: setting.wave.publication.synthetic,
        group: chosen.group.name(w.lang),
        coverage: chosen.coverage(&w),
        why: chosen.why(&w),
        choices: choice::choices(
            &w,
            &setting.wave.publication,
            setting.counted.as_ref(),
            chosen.group,
        ),
        rows: vec![here.row(&w, chosen.figures, wave, None)],
        axis: chart::axis(),
        own: date(own.at, w.lang),
        previous: own.previous.as_ref().map(|(at, _)| date(*at, w.lang)),
        questions: questions::rows(
            &cx.cx,
            &w,
            goal,
            chosen.figures,
            wave,
            Some(&own.values.questions),
        ),
        references: references::of_goal(&w, goal, organisation_type),
        levels: questions::level_names(&w),
        back: format!("{all}?grupp={}", chosen.group),
        layout,
    })
}
