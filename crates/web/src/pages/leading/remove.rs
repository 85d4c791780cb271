//! Remove a respondent: their link opens nothing more, and what they answered does not count.

use askama::Template;
use axum::response::Response;
use domain::account::Stage;
use service::rounds::{progress, respondents};
use uuid::Uuid;

use super::number;
use super::respondents::called;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "leading/remove.html")]
struct RemovePage<'a> {
    layout: Layout<'a>,
    who: String,
    answered: u32,
    back: String,
}

/// Voice, name, answers and role of the respondent that the address names.
async fn named(cx: &RoundCx) -> Result<(Uuid, String, usize, &'static str), Failure> {
    let voice: Uuid = cx
        .cx
        .segment("voice")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let progress = progress::progress(cx.app(), &cx.round).await?;
    for asked in &progress.asked {
        for (index, one) in asked.respondents.iter().enumerate() {
            if one.voice == voice {
                let who = called(cx.texts(), &one.who, index + 1);
                return Ok((voice, who, one.answered, asked.audience.role.code()));
            }
        }
    }
    Err(Failure::NotFound)
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Ok(see_other(&cx.to(Page::Lead)));
    }
    let (_, who, answered, role) = named(&cx).await?;
    page(&RemovePage {
        who,
        answered: number(answered),
        back: cx.to_one(Page::Audience, role),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx) -> Result<Response, Failure> {
    if cx.stage() != Some(Stage::Answering) {
        return Err(Failure::NotNow);
    }
    let (voice, _, _, role) = named(&cx).await?;
    let (session, _) = cx.member()?;
    respondents::remove(cx.app(), &cx.round, session.person, voice).await?;
    let back = cx.to_one(Page::Audience, role);
    Ok(see_other(&format!("{back}?borttagen=ja")))
}
