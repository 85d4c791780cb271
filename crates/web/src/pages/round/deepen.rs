//! From snabbkollen to hela kollen, with every answer kept.

use askama::Template;
use axum::response::Response;
use service::rounds;

use super::progress;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/deepen.html")]
struct DeepenPage<'a> {
    layout: Layout<'a>,
    answered: u32,
    questions: u32,
    home: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let (answered, _) = progress::of_round(&cx.round, edition);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    page(&DeepenPage {
        answered: number(answered),
        questions: number(edition.counts.questions),
        home: cx.to(Page::Home),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx) -> Result<Response, Failure> {
    rounds::deepen(cx.app(), &cx.round).await?;
    Ok(see_other(&cx.to(Page::Home)))
}
