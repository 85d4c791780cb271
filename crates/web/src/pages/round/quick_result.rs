//! The result of snabbkollen: no levels, the answers with the lowest first, and three tips.

use askama::Template;
use axum::response::Response;
use domain::scoring::quick_order;

use super::outcome::Outcome;
use super::outcome::duties::{self, DutyLine};
use super::outcome::headline;
use super::outcome::offers::{self, Tips};
use super::outcome::reckoning::{self, QuestionLine};
use super::outcome::wording::number;
use super::result::Links;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::plan::beside::{self, Did};

struct GoalAnswers {
    title: String,
    questions: Vec<QuestionLine>,
}

#[derive(Template)]
#[template(path = "round/quick_result.html")]
struct QuickResultPage<'a> {
    layout: Layout<'a>,
    caption: String,
    headline: String,
    facts: Vec<String>,
    goals: Vec<GoalAnswers>,
    /// What was done by the plan before it, for members.
    did: Option<Did>,
    tips: Tips,
    duties: Vec<DutyLine>,
    every_kind: bool,
    /// Questions that hela kollen asks besides those answered.
    more: u32,
    versions: [String; 2],
    links: Links,
}

pub(super) async fn show(outcome: &Outcome<'_>) -> Result<Response, Failure> {
    let edition = outcome.edition;
    let goals = quick_order(edition, &outcome.answers)
        .iter()
        .filter_map(|id| Some((edition.goal(id)?, outcome.score.goal(id)?)))
        .map(|(goal, score)| GoalAnswers {
            title: outcome.wording.goal_title(goal),
            questions: reckoning::questions(outcome, score),
        })
        .collect();
    let answered = outcome.answers.len();
    page(&QuickResultPage {
        caption: outcome.caption(),
        headline: outcome.headline(),
        facts: headline::facts(&outcome.wording, &outcome.score),
        goals,
        did: beside::did(outcome.cx, &outcome.wording).await?,
        tips: offers::all(outcome),
        duties: duties::all(outcome),
        every_kind: outcome.cx.round.facts.kind.is_none(),
        more: number(edition.counts.questions.saturating_sub(answered)),
        versions: outcome.versions(),
        links: Links::of(outcome),
        layout: Layout::of_round(outcome.cx),
    })
}
