//! A goal: what it asks, its questions and how far they have come, and two ways to answer.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::instrument::{Edition, Goal};

use super::fields::in_words;
use super::home::{saved_message, state_in_words};
use super::progress;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    label: String,
    question: String,
    address: String,
    answer: String,
    answered: bool,
}

#[derive(Template)]
#[template(path = "round/goal.html")]
struct GoalPage<'a> {
    layout: Layout<'a>,
    goal: &'a Goal,
    state: String,
    saved: Option<String>,
    rows: Vec<Row>,
    begin: Option<String>,
    all: String,
    check: String,
    result: Option<String>,
    home: String,
}

/// The goal that an address names, if whoever answers is asked anything in it.
pub(crate) fn named<'a>(cx: &RoundCx, edition: &'a Edition) -> Result<&'a Goal, Failure> {
    let named = edition.goal(cx.cx.segment("goal"));
    named
        .filter(|goal| {
            goal.questions
                .iter()
                .any(|mapped| cx.round.asks(&mapped.id))
        })
        .ok_or(Failure::NotFound)
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let goal = named(&cx, edition)?;
    let rows: Vec<Row> = progress::asked(edition, &cx.round)
        .filter(|(place, _)| place.goal.id == goal.id)
        .map(|(place, question)| {
            let said = cx.round.latest(&question.id).said;
            let answer = said.answer.as_ref();
            Row {
                label: place.label(),
                question: question.question.get(lang).to_owned(),
                address: cx.to_one(Page::Answer, &question.id),
                answer: in_words(&cx.app().content, question, answer, t, lang).0,
                answered: answer.is_some(),
            }
        })
        .collect();
    page(&GoalPage {
        state: state_in_words(t, progress::of_goal(&cx.round, goal)),
        saved: saved_message(&cx),
        begin: rows
            .iter()
            .find(|row| !row.answered)
            .map(|row| row.address.clone()),
        rows,
        all: cx.to_one(Page::GoalForm, &goal.id),
        check: cx.to_one(Page::Check, &goal.id),
        result: cx
            .may(Action::ReadResult)
            .then(|| cx.to_one(Page::GoalResult, &goal.id)),
        home: cx.to(Page::Home),
        goal,
        layout: Layout::of_round(&cx),
    })
}
