//! Leave a network: says first what happens.

use askama::Template;
use axum::response::Response;
use service::openness::networks::{self, View};

use super::{gone, network, network_id, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "openness/leave.html")]
struct LeavePage<'a> {
    layout: Layout<'a>,
    name: String,
    /// What becomes of the network, if the organisation looks after it.
    after: Option<String>,
    back: String,
}

/// What becomes of a network that the organisation leaves, if it looks after it.
fn after(cx: &OrgCx, view: &View) -> Option<String> {
    let t = cx.cx.texts();
    if view.leader != cx.organisation.id {
        return None;
    }
    Some(match view.next() {
        Some(next) => t.network_leave_next(next.name.as_str()),
        None => t.network_leave_last(),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let Some(view) = network(&cx).await? else {
        return gone(&cx);
    };
    page(&LeavePage {
        after: after(&cx, &view),
        back: cx.to(Page::Network, &[&view.network.id.to_string()]),
        name: view.network.name,
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn post(cx: OrgCx) -> Result<Response, Failure> {
    let Some(id) = network_id(&cx) else {
        return gone(&cx);
    };
    let (person, organisation) = (cx.session.person, cx.organisation.id);
    match networks::leave(cx.cx.app(), person, organisation, id).await {
        Ok(()) => {
            let there = cx.to(Page::Networks, &[]);
            Ok(see_other(&format!("{there}?klart=lamnat")))
        }
        Err(error) => refused(&cx, error, Page::Networks),
    }
}
