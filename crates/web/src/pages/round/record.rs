//! Underlaget: everything in one place, to print or keep.

use askama::Template;
use axum::response::Response;
use domain::assessment::Depth;
use l10n::date;

use super::outcome::Outcome;
use super::outcome::duties::{self, DutyLine};
use super::outcome::goals;
use super::outcome::headline;
use super::outcome::offers::{self, Tips};
use super::outcome::reckoning::{self, Reckoning};
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

/// A goal with all that is known of it.
struct GoalRecord {
    id: String,
    title: String,
    level: String,
    span: Option<String>,
    why: Option<String>,
    reckoning: Reckoning,
}

#[derive(Template)]
#[template(path = "round/record.html")]
struct RecordPage<'a> {
    layout: Layout<'a>,
    headline: String,
    facts: Vec<String>,
    /// What the organisation has said of itself, name and value.
    about: Vec<(String, String)>,
    goals: Vec<GoalRecord>,
    tips: Tips,
    duties: Vec<DutyLine>,
    every_kind: bool,
    versions: [String; 2],
    printed: String,
    result: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    let w = &outcome.wording;
    let goals = outcome
        .edition
        .goals
        .iter()
        .zip(&outcome.score.goals)
        .map(|(goal, score)| GoalRecord {
            id: goal.id.clone(),
            title: format!("{}. {}", goal.id, goal.title.get(w.lang)),
            level: goals::level(w, score),
            span: goals::span(w, score),
            why: goals::why_no_level(w, score),
            reckoning: reckoning::of_goal(&outcome, score),
        })
        .collect();
    page(&RecordPage {
        headline: outcome.headline(),
        facts: headline::facts(w, &outcome.score),
        about: about(&outcome),
        goals,
        tips: offers::all(&outcome),
        duties: duties::all(&outcome),
        every_kind: cx.round.facts.kind.is_none(),
        versions: outcome.versions(),
        printed: date(cx.app().now(), w.lang),
        result: cx.to(Page::Result),
        layout: Layout::of_round(&cx),
    })
}

fn about(outcome: &Outcome<'_>) -> Vec<(String, String)> {
    let (t, facts) = (outcome.wording.t, &outcome.cx.round.facts);
    let or_unknown = |value: Option<String>| value.unwrap_or_else(|| t.record_unknown());
    vec![
        (t.record_organisation(), or_unknown(facts.name.clone())),
        (
            t.record_kind(),
            or_unknown(facts.kind.map(|kind| words::kind(t, kind))),
        ),
        (
            t.record_size(),
            or_unknown(facts.size.map(|size| words::size(t, size))),
        ),
        (
            t.record_coverage(),
            or_unknown(facts.coverage.map(|c| words::coverage(t, c))),
        ),
        (
            t.record_depth(),
            match outcome.score.depth {
                Depth::Quick => t.record_depth_quick(),
                Depth::Full => t.record_depth_full(),
            },
        ),
        (t.record_date(), outcome.changed()),
    ]
}
