//! Save the round as a file, to keep or to load on another installation.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use l10n::date;
use service::file;

use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/save.html")]
struct SavePage<'a> {
    layout: Layout<'a>,
    file: String,
    open: String,
    home: String,
    expires: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&SavePage {
        file: cx.to(Page::File),
        open: cx.cx.path(Page::Open, &[]),
        home: cx.to(Page::Home),
        expires: date(cx.round.expires_at(cx.app()), cx.lang()),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn file(cx: RoundCx) -> Result<Response, Failure> {
    let body = file::write(cx.app(), &cx.round)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"strategikollen.json\"",
        ),
    ];
    Ok((headers, body).into_response())
}
