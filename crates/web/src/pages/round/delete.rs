//! Delete a round: cannot be undone, so the page before says what goes.

use askama::Template;
use axum::response::Response;
use service::rounds;

use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "round/delete.html")]
struct DeletePage<'a> {
    layout: Layout<'a>,
    save: String,
    home: String,
}

#[derive(Template)]
#[template(path = "round/deleted.html")]
struct DeletedPage<'a> {
    layout: Layout<'a>,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&DeletePage {
        save: cx.to(Page::Save),
        home: cx.to(Page::Home),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx) -> Result<Response, Failure> {
    rounds::delete(cx.app(), &cx.round).await?;
    page(&DeletedPage {
        layout: Layout::bare(&cx.cx.web, cx.lang()),
    })
}
