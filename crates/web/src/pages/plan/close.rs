//! Closing a plan: asked once more, since it changes no more after that.

use askama::Template;
use axum::response::Response;
use domain::plan::{Decision, Status};
use service::plans;

use super::{plan, refused, to};
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "plan/close.html")]
struct ClosePage<'a> {
    layout: Layout<'a>,
    plan: String,
    plan_name: &'a str,
    /// Actions that are not done.
    left: u32,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let entries = plan.entries.values();
    let left = entries.filter(|kept| {
        matches!(kept.entry.decision, Decision::Do { .. }) && kept.entry.status != Status::Done
    });
    page(&ClosePage {
        plan: to(&cx, Page::Plan, &plan, &[]),
        plan_name: &plan.document.name,
        left: u32::try_from(left.count()).unwrap_or(u32::MAX),
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn post(cx: OrgCx, _: Fields) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let there = to(&cx, Page::Plan, &plan, &[]);
    match plans::close(cx.cx.app(), cx.session.person, &plan).await {
        Ok(()) => Ok(see_other(&format!("{there}?klart=avslutad"))),
        Err(error) => refused(&cx, error, there),
    }
}
