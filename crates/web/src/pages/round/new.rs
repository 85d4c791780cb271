//! Start a round: choose snabbkollen or hela kollen.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assessment::Depth;
use service::rounds::{self, starting};

use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::{Door, Page, fill, route};
use crate::session::Requester;

#[derive(Template)]
#[template(path = "round/new.html")]
struct NewPage<'a> {
    layout: Layout<'a>,
    /// The depth that the link on the way here named.
    chosen: Option<Depth>,
    quick: u32,
    full: u32,
    fault: bool,
}

impl<'a> NewPage<'a> {
    fn new(cx: &'a Cx, fault: bool) -> Result<Self, Failure> {
        let counts = &cx.edition()?.counts;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(NewPage {
            chosen: cx.query("djup").as_deref().and_then(depth),
            quick: number(counts.quick),
            full: number(counts.questions),
            fault,
            layout: Layout::of(cx),
        })
    }
}

impl NewPage<'_> {
    fn is(&self, depth: Depth) -> bool {
        self.chosen == Some(depth)
    }
}

fn depth(value: &str) -> Option<Depth> {
    match value {
        "snabb" => Some(Depth::Quick),
        "hela" => Some(Depth::Full),
        _ => None,
    }
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    page(&NewPage::new(&cx, false)?)
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let Some(depth) = fields.one("djup", LINE_LIMIT).ok().and_then(depth) else {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &NewPage::new(&cx, true)?);
    };
    if !starting::may_start(cx.app(), requester.address).await? {
        return Err(Failure::TooMany);
    }
    let secret = rounds::start(cx.app(), depth).await?;
    let pattern = route(Page::Address).pattern(cx.lang(), Door::Write);
    Ok(see_other(&fill(&pattern, &[&secret.text()])))
}
