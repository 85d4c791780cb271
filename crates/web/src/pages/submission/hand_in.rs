//! Handing in: the page before says in plain words what it means.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assessment::Depth;
use service::submissions::{self, Refusal, SubmissionError};

use super::{publicity, review};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
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
    facts: String,
    review: String,
}

async fn view(cx: &RoundCx, coverage_missing: bool) -> Result<HandInPage<'_>, Failure> {
    let t = cx.texts();
    let (score, _) = review::score(cx).await?;
    let missing = number(review::missing(&score).count());
    Ok(HandInPage {
        coverage_missing,
        publicity: publicity::sentences(cx).await?,
        missing: (missing > 0).then(|| t.submit_missing(missing)),
        quick: cx.round.depth == Depth::Quick,
        facts: cx.to(Page::Facts),
        review: cx.to(Page::Review),
        layout: Layout::of_round(cx),
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, false).await?)
}

pub(crate) async fn post(cx: RoundCx) -> Result<Response, Failure> {
    let (session, _) = cx.member()?;
    match submissions::submit(cx.app(), session.person, cx.round.id()).await {
        Ok(_) => Ok(see_other(&cx.to(Page::Receipt))),
        Err(SubmissionError::Refused(Refusal::CoverageMissing)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&cx, true).await?)
        }
        Err(SubmissionError::Refused(Refusal::Quick)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&cx, false).await?)
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
