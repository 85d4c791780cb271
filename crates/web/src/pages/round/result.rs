//! The result: what the answers say, why, and what to do. It always opens, and lists what is not
//! answered.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use report::chart;

use super::outcome::Outcome;
use super::outcome::duties::{self, DutyLine};
use super::outcome::goals::{self, GoalRow};
use super::outcome::headline;
use super::outcome::offers::{self, Tips};
use super::outcome::reckoning::{self, QuestionLine, Reckoning};
use super::outcome::references::References;
use super::outcome::wording::number;
use super::quick_result;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::comparison::{self, round::Beside};
use crate::pages::plan::beside::{self, Did};
use crate::routes::Page;

/// Where to go from a result. What changes the round is for whoever may write.
pub(super) struct Links {
    pub(super) tips: String,
    pub(super) targets: String,
    pub(super) what_if: String,
    pub(super) find_out: String,
    pub(super) changes: Option<String>,
    pub(super) decision: String,
    pub(super) record: Option<String>,
    pub(super) facts: Option<String>,
    pub(super) save: Option<String>,
    pub(super) share: Option<String>,
    pub(super) deepen: Option<String>,
}

impl Links {
    pub(super) fn of(outcome: &Outcome<'_>) -> Self {
        let cx = outcome.cx;
        let kind_unknown = cx.round.facts.kind.is_none();
        Links {
            tips: cx.to(Page::RoundTips),
            targets: cx.to(Page::Targets),
            what_if: cx.to(Page::WhatIf),
            find_out: cx.to(Page::FindOut),
            changes: outcome
                .if_may(Action::ReadRecord, |cx| cx.to(Page::Changes))
                .filter(|_| cx.round.facts.previous.is_some()),
            decision: cx.to(Page::Decision),
            record: outcome.if_may(Action::ReadRecord, |cx| cx.to(Page::Record)),
            facts: outcome
                .if_may(Action::EditFacts, |cx| cx.to(Page::Facts))
                .filter(|_| kind_unknown),
            save: outcome.if_may(Action::KeepRound, |cx| cx.to(Page::Save)),
            share: outcome
                .if_may(Action::KeepRound, |cx| cx.to(Page::Share))
                .or_else(|| outcome.if_may(Action::ShareRound, |cx| cx.to(Page::ReadLinks))),
            deepen: outcome.if_may(Action::KeepRound, |cx| cx.to(Page::Deepen)),
        }
    }
}

struct GoalReckoning {
    row: GoalRow,
    reckoning: Reckoning,
}

#[derive(Template)]
#[template(path = "round/result.html")]
struct ResultPage<'a> {
    layout: Layout<'a>,
    caption: String,
    headline: String,
    facts: Vec<String>,
    goals: Vec<GoalReckoning>,
    axis: String,
    /// Whether some row has a span to explain in the key.
    spans: bool,
    /// Whether some row has the median of a group.
    medians: bool,
    /// The group beside, or why there is none.
    beside: Option<Beside>,
    /// What was done by the plan before it, for members.
    did: Option<Did>,
    tips: Tips,
    duties: Vec<DutyLine>,
    /// Whether lagkrav of every kind of organisation are listed.
    every_kind: bool,
    references: Vec<References>,
    unanswered: Vec<QuestionLine>,
    versions: [String; 2],
    links: Links,
}

impl ResultPage<'_> {
    /// Where to go on answering, for whoever may write.
    fn next(&self) -> Option<&str> {
        self.unanswered.first()?.address.as_deref()
    }

    /// Whether some row has marks for the key to explain.
    fn has_pictures(&self) -> bool {
        self.goals.iter().any(|goal| goal.row.why.is_none())
    }

    fn unanswered_count(&self) -> u32 {
        number(self.unanswered.len())
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    if outcome.quick() {
        return quick_result::show(&outcome).await;
    }
    let beside = comparison::round::beside(&outcome).await?;
    let goals: Vec<GoalReckoning> = goals::rows(&outcome, chart::Height::Row, beside.as_ref())
        .into_iter()
        .zip(&outcome.score.goals)
        .map(|(row, score)| GoalReckoning {
            row,
            reckoning: reckoning::of_goal(&outcome, score),
        })
        .collect();
    let unanswered = outcome
        .score
        .goals
        .iter()
        .flat_map(|score| reckoning::questions(&outcome, score))
        .filter(|line| !line.answered)
        .collect();
    page(&ResultPage {
        caption: outcome.caption(),
        headline: outcome.headline(),
        facts: headline::facts(&outcome.wording, &outcome.score),
        spans: goals.iter().any(|goal| goal.row.span.is_some()),
        medians: goals.iter().any(|goal| goal.row.median.is_some()),
        beside,
        goals,
        axis: chart::axis(),
        did: beside::did(&cx, &outcome.wording).await?,
        tips: offers::all(&outcome),
        duties: duties::all(&outcome),
        every_kind: cx.round.facts.kind.is_none(),
        references: outcome
            .edition
            .goals
            .iter()
            .filter_map(|goal| outcome.references(goal))
            .collect(),
        unanswered,
        versions: outcome.versions(),
        links: Links::of(&outcome),
        layout: Layout::of_round(&cx),
    })
}
