//! Reminders on or off, by the link in every mail. Opening it changes nothing: programs that look
//! for harmful links open every one.

use askama::Template;
use axum::response::Response;
use service::rounds::own;

use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "asked/reminders.html")]
struct RemindersPage<'a> {
    layout: Layout<'a>,
    on: bool,
    changed: bool,
    home: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let standing = own::standing(cx.app(), &cx.round).await?;
    page(&RemindersPage {
        on: standing.is_some_and(|standing| standing.remind),
        changed: cx.cx.query("andrat").is_some(),
        home: cx.to(Page::Home),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let on = match fields.one("paminn", LINE_LIMIT) {
        Ok("ja") => true,
        Ok("nej") => false,
        _ => return Err(Failure::BadForm),
    };
    own::set_remind(cx.app(), &cx.round, on).await?;
    let here = cx.to(Page::Reminders);
    Ok(see_other(&format!("{here}?andrat=ja")))
}
