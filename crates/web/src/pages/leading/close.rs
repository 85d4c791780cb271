//! Close a round for answers: cannot be undone, so the page before says what happens.

use askama::Template;
use axum::response::Response;
use domain::account::Stage;
use domain::voices::Anonymity;
use service::rounds::{agreement, progress};

use super::number;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "leading/close.html")]
struct ClosePage<'a> {
    layout: Layout<'a>,
    respondents: u32,
    left: u32,
    few: bool,
    back: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Ok(see_other(&cx.to(Page::Differences)));
    }
    let progress = progress::progress(cx.app(), &cx.round).await?;
    let all = || progress.asked.iter().flat_map(|asked| &asked.respondents);
    let answering = all().filter(|one| one.answered > 0).count();
    page(&ClosePage {
        respondents: number(answering),
        left: number(all().filter(|one| !one.done).count()),
        few: Anonymity::among(answering) == Anonymity::NotKept,
        back: cx.to(Page::Lead),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx) -> Result<Response, Failure> {
    // Closed twice, by two or by one who pressed twice, is closed.
    let (session, _) = cx.member()?;
    agreement::close(cx.app(), &cx.round, session.person).await?;
    Ok(see_other(&format!(
        "{}?stangt=ja",
        cx.to(Page::Differences)
    )))
}
