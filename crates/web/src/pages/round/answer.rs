//! One question to answer. Saving never validates what may be left empty; the page after tells
//! what was saved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assessment::Depth;
use domain::instrument::{Edition, Place, Question};

use super::fields::{FieldFault, QuestionFields};
use super::home::saved_message;
use super::late::Late;
use super::progress::{asked, in_one_row};
use super::saving::{Saving, save};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::plan::beside;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/answer.html")]
struct AnswerPage<'a> {
    layout: Layout<'a>,
    fields: QuestionFields,
    /// What the plan before the round says of it, for members.
    in_plan: Vec<String>,
    goal: String,
    /// Place among the questions asked together: of the goal, or of all in one row.
    number: u32,
    of: u32,
    in_one_row: bool,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    back: String,
    public: String,
}

/// The question that an address names, if the round asks it or will when it is deepened.
fn named<'a>(cx: &RoundCx, edition: &'a Edition) -> Result<(Place<'a>, &'a Question), Failure> {
    let id = cx.cx.segment("question");
    let place = edition.place(id).ok_or(Failure::NotFound)?;
    let question = edition.question(id).ok_or(Failure::NotFound)?;
    let beyond = cx.round.depth == Depth::Quick && !place.mapped.quick;
    if beyond || !cx.round.asks(id) {
        return Err(Failure::NotFound);
    }
    Ok((place, question))
}

/// The questions asked together with this one: its goal's, or all that are asked in one row.
fn siblings<'a>(cx: &RoundCx, edition: &'a Edition, place: &Place<'_>) -> Vec<&'a str> {
    let all = in_one_row(edition, &cx.round);
    asked(edition, &cx.round)
        .filter(|(other, _)| all || other.goal.id == place.goal.id)
        .map(|(_, question)| question.id.as_str())
        .collect()
}

async fn view<'a>(
    cx: &'a RoundCx,
    place: &Place<'_>,
    question: &Question,
    fields: QuestionFields,
) -> Result<AnswerPage<'a>, Failure> {
    let siblings = siblings(cx, cx.edition()?, place);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let index = siblings.iter().position(|id| *id == question.id);
    let in_one_row = in_one_row(cx.edition()?, &cx.round);
    Ok(AnswerPage {
        goal: format!("{}. {}", place.goal.id, place.goal.short.get(cx.lang())),
        number: number(index.unwrap_or(0) + 1),
        of: number(siblings.len()),
        in_one_row,
        in_plan: beside::of_question(cx, &question.id).await?,
        saved: saved_message(cx),
        faults: fields.faults.clone(),
        back: if in_one_row {
            cx.to(Page::Home)
        } else {
            cx.to_one(Page::Goal, &place.goal.id)
        },
        public: cx.cx.path(Page::Question, &[&question.id]),
        layout: Layout::of_round(cx).about(format!("question:{}", question.id)),
        fields,
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (place, question) = named(&cx, cx.edition()?)?;
    let fields = QuestionFields::saved(&cx, &place, question);
    page(&view(&cx, &place, question, fields).await?)
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
    let (place, question) = named(&cx, edition)?;
    let together = siblings(&cx, edition, &place);
    let in_one_row = in_one_row(edition, &cx.round);
    match save(&cx, &[(place, question)], fields).await? {
        Saving::Conflict(page) => Ok(page),
        Saving::Faults(mut faults) => {
            let faults = faults.remove(&question.id).unwrap_or_default();
            let fields = QuestionFields::sent(&cx, &place, question, fields, faults);
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &view(&cx, &place, question, fields).await?,
            )
        }
        Saving::Saved(saved) => {
            let next = together
                .iter()
                .skip_while(|id| **id != question.id)
                .nth(1)
                .copied();
            let target = match (fields.one("gor", LINE_LIMIT), next) {
                (Ok("lista"), _) if in_one_row => cx.to(Page::Home),
                (Ok("lista"), _) => cx.to_one(Page::Goal, &place.goal.id),
                (_, Some(next)) => cx.to_one(Page::Answer, next),
                (_, None) if !in_one_row => cx.to_one(Page::Check, &place.goal.id),
                // Whom the answers cover is the contact person's to say.
                (_, None) if cx.round.belongs.is_some() => cx.to(Page::Home),
                (_, None) => cx.to(Page::Facts),
            };
            Ok(see_other(&match saved.first() {
                Some(id) => format!("{target}?sparat={id}"),
                None => target,
            }))
        }
    }
}
