//! Handing in: the page before says in plain words what it means.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assessment::Depth;
use service::plans::effects::to_tell;
use service::submissions::{self, Refusal, SubmissionError};

use super::{publicity, review};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "submission/hand_in.html")]
struct HandInPage<'a> {
    layout: Layout<'a>,
    /// Whether it was tried without saying whom the answers cover.
    coverage_missing: bool,
    publicity: Vec<String>,
    missing: Option<String>,
    quick: bool,
    /// Whether the plan is ticked to be counted; `None` if there is none that can be.
    plan: Option<bool>,
    facts: String,
    review: String,
}

async fn view(
    cx: &RoundCx,
    coverage_missing: bool,
    with_plan: bool,
) -> Result<HandInPage<'_>, Failure> {
    let t = cx.texts();
    let (score, _) = review::score(cx).await?;
    let missing = number(review::missing(&score).count());
    Ok(HandInPage {
        coverage_missing,
        publicity: publicity::sentences(cx).await?,
        missing: (missing > 0).then(|| t.submit_missing(missing)),
        quick: cx.round.depth == Depth::Quick,
        plan: to_tell(cx.app(), &cx.round).await?.map(|_| with_plan),
        facts: cx.to(Page::Facts),
        review: cx.to(Page::Review),
        layout: Layout::of_round(cx),
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, false, false).await?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let (session, _) = cx.member()?;
    let with_plan = fields
        .one("plan", LINE_LIMIT)
        .is_ok_and(|value| value == "ja");
    match submissions::submit(cx.app(), session.person, cx.round.id(), with_plan).await {
        Ok(_) => Ok(see_other(&cx.to(Page::Receipt))),
        Err(SubmissionError::Refused(Refusal::CoverageMissing)) => {
            let shown = view(&cx, true, with_plan).await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
        Err(SubmissionError::Refused(Refusal::Quick)) => {
            let shown = view(&cx, false, with_plan).await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
        Err(error) => Err(failure(error)),
    }
}

/// What a refusal that no form could have led to is answered with.
pub(super) fn failure(error: SubmissionError) -> Failure {
    match error {
        SubmissionError::Refused(Refusal::NotAllowed) => Failure::NotAllowed,
        SubmissionError::Refused(Refusal::NotNow) => Failure::NotNow,
        SubmissionError::Refused(_) => Failure::BadForm,
        SubmissionError::Failed(error) => error.into(),
    }
}
