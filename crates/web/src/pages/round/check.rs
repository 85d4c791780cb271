//! Check a goal's answers and say whether the goal is done. The only place that asks for every
//! question to be answered in some way.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::instrument::Goal;
use service::rounds;

use super::fields::{FieldFault, in_words};
use super::goal::named;
use super::home::saved_message;
use super::progress::{self, State};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    id: String,
    label: String,
    question: String,
    title: String,
    text: String,
    comment: String,
    address: String,
    answered: bool,
}

#[derive(Template)]
#[template(path = "round/check.html")]
struct CheckPage<'a> {
    layout: Layout<'a>,
    goal: &'a Goal,
    rows: Vec<Row>,
    done: bool,
    /// Whether the goal's result comes next.
    result: bool,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
    home: String,
}

fn view<'a>(cx: &'a RoundCx, goal: &'a Goal) -> Result<CheckPage<'a>, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let rows = progress::asked(edition, &cx.round)
        .filter(|(place, _)| place.goal.id == goal.id)
        .map(|(place, question)| {
            let said = cx.round.latest(&question.id).said;
            let answer = said.answer.as_ref();
            let (title, text) = in_words(&cx.app().content, question, answer, t, lang);
            Row {
                id: format!("svar-{}", question.id.replace('.', "-")),
                label: place.label(),
                question: question.question.get(lang).to_owned(),
                title,
                text,
                answered: answer.is_some(),
                comment: said.comment,
                address: cx.to_one(Page::Answer, &question.id),
            }
        })
        .collect();
    Ok(CheckPage {
        rows,
        done: progress::of_goal(&cx.round, goal).state == State::Done,
        result: cx.may(Action::ReadResult),
        saved: saved_message(cx),
        faults: Vec::new(),
        back: cx.to_one(Page::Goal, &goal.id),
        home: cx.to(Page::Home),
        layout: Layout::of_round(cx),
        goal,
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let goal = named(&cx, cx.edition()?)?;
    page(&view(&cx, goal)?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.texts();
    let goal = named(&cx, cx.edition()?)?;
    let mut view = view(&cx, goal)?;
    let now = cx.app().now();
    match fields.one("klart", LINE_LIMIT) {
        Ok("nej") => {
            rounds::mark_done(cx.app(), &cx.round, &goal.id, None).await?;
            Ok(see_other(&cx.to(Page::Home)))
        }
        Ok("ja") if view.rows.iter().all(|row| row.answered) => {
            rounds::mark_done(cx.app(), &cx.round, &goal.id, Some(now)).await?;
            // One of many sees no result before answering is closed.
            Ok(see_other(&if cx.may(Action::ReadResult) {
                cx.to_one(Page::GoalResult, &goal.id)
            } else {
                cx.to(Page::Home)
            }))
        }
        Ok("ja") => {
            view.faults = view
                .rows
                .iter()
                .filter(|row| !row.answered)
                .map(|row| FieldFault {
                    field: row.id.clone(),
                    message: t.check_unanswered(row.label.as_str()),
                })
                .collect();
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
        _ => {
            view.faults = vec![FieldFault {
                field: "klart-ja".to_owned(),
                message: t.check_choose(),
            }];
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}
