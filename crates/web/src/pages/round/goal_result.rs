//! One goal's result: its level and why, every question with the next level in words, and its
//! tips. Always opens, and says what is missing.

use askama::Template;
use axum::response::Response;
use domain::account::Action;

use super::goal::named;
use super::outcome::Outcome;
use super::outcome::duties::{self, DutyLine};
use super::outcome::goals;
use super::outcome::offers::{self, Tip};
use super::outcome::reckoning::{self, Reckoning};
use super::outcome::references::References;
use super::outcome::targets;
use super::outcome::wording::number;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/goal_result.html")]
struct GoalResultPage<'a> {
    layout: Layout<'a>,
    caption: String,
    title: String,
    /// What the goal asks of an organisation.
    summary: String,
    level: String,
    /// What the level means whatever the question.
    meaning: Option<String>,
    span: Option<String>,
    why: Option<String>,
    known: String,
    /// What the goal is to reach, for a goal that it can be said of, and why.
    target: Option<String>,
    target_reason: Option<String>,
    targets: String,
    reckoning: Reckoning,
    duties: Vec<DutyLine>,
    tips: Vec<Tip>,
    references: Option<References>,
    result: String,
    /// The goal's questions, for whoever may write.
    answer: Option<String>,
    deepen: Option<String>,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    let goal = named(&cx, outcome.edition)?;
    let score = outcome.score.goal(&goal.id).ok_or(Failure::NotFound)?;
    let w = &outcome.wording;
    page(&GoalResultPage {
        caption: outcome.caption(),
        title: format!("{}. {}", goal.id, goal.title.get(w.lang)),
        summary: goal.summary.get(w.lang).to_owned(),
        level: goals::level(w, score),
        meaning: score.level.and_then(|level| w.level_meaning(level)),
        span: goals::span(w, score),
        why: goals::why_no_level(w, score),
        known: w
            .t
            .goalresult_known(number(score.known), number(score.applicable)),
        target: targets::in_table(&outcome, &goal.id),
        target_reason: targets::own(&outcome, &goal.id).map(|own| own.reason.clone()),
        targets: cx.to(Page::Targets),
        reckoning: reckoning::of_goal(&outcome, score),
        duties: duties::of_goal(&outcome, &goal.id),
        tips: offers::of_goal(&outcome, &goal.id),
        references: outcome.references(goal),
        result: cx.to(Page::Result),
        answer: outcome.goal_address(&goal.id),
        deepen: outcome
            .if_may(Action::KeepRound, |cx| cx.to(Page::Deepen))
            .filter(|_| outcome.quick()),
        layout: Layout::of_round(&cx),
    })
}
