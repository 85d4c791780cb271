//! A whole goal on one page: the same fields as one question a page, saved together.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::instrument::{Edition, Goal, Place, Question};

use super::fields::{FieldFault, QuestionFields};
use super::goal::named;
use super::late::Late;
use super::progress::asked;
use super::saving::{Saving, save};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/goal_form.html")]
struct GoalFormPage<'a> {
    layout: Layout<'a>,
    goal: &'a Goal,
    questions: Vec<QuestionFields>,
    faults: Vec<FieldFault>,
    saved: bool,
    back: String,
}

fn questions<'a>(
    cx: &RoundCx,
    edition: &'a Edition,
    goal: &Goal,
) -> Vec<(Place<'a>, &'a Question)> {
    asked(edition, &cx.round)
        .filter(|(place, _)| place.goal.id == goal.id)
        .collect()
}

fn view<'a>(cx: &'a RoundCx, goal: &'a Goal, questions: Vec<QuestionFields>) -> GoalFormPage<'a> {
    GoalFormPage {
        goal,
        faults: questions
            .iter()
            .flat_map(|fields| {
                // Named by its question, for the same may be wrong with many.
                fields.faults.iter().map(|fault| FieldFault {
                    message: format!("{} {}", fields.label, fault.message),
                    ..fault.clone()
                })
            })
            .collect(),
        questions,
        saved: cx.cx.query("sparat").is_some(),
        back: cx.to_one(Page::Goal, &goal.id),
        layout: Layout::of_round(cx),
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let goal = named(&cx, edition)?;
    let fields = questions(&cx, edition, goal)
        .iter()
        .map(|(place, question)| QuestionFields::saved(&cx, place, question))
        .collect();
    page(&view(&cx, goal, fields))
}

pub(crate) async fn post(
    late: Late,
    cx: Result<RoundCx, Failure>,
    fields: Fields,
) -> Result<Response, Failure> {
    let answered = match cx {
        Ok(cx) => answer(cx, &fields).await,
        Err(failure) => Err(failure),
    };
    answered.or_else(|failure| late.shown_back(failure, &fields))
}

async fn answer(cx: RoundCx, fields: &Fields) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let goal = named(&cx, edition)?;
    let questions = questions(&cx, edition, goal);
    match save(&cx, &questions, fields).await? {
        Saving::Conflict(page) => Ok(page),
        Saving::Faults(mut faults) => {
            let shown = questions
                .iter()
                .map(|(place, question)| {
                    let faults = faults.remove(&question.id).unwrap_or_default();
                    QuestionFields::sent(&cx, place, question, fields, faults)
                })
                .collect();
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&cx, goal, shown))
        }
        Saving::Saved(_) => Ok(see_other(&match fields.one("gor", LINE_LIMIT) {
            Ok("stanna") => format!("{}?sparat=ja", cx.to_one(Page::GoalForm, &goal.id)),
            Ok("lista") => cx.to(Page::Home),
            _ => cx.to_one(Page::Check, &goal.id),
        })),
    }
}
