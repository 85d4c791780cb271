//! Leave an organisation. The last contact person hands over first.

use askama::Template;
use axum::response::Response;
use service::organisations::members;

use super::refused;
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "organisation/leave.html")]
struct LeavePage<'a> {
    layout: Layout<'a>,
    name: &'a str,
    home: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&LeavePage {
        name: &cx.organisation.name,
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn post(cx: OrgCx) -> Result<Response, Failure> {
    match members::leave(cx.cx.app(), cx.session.person, cx.organisation.id).await {
        Ok(()) => Ok(see_other(&cx.cx.path(Page::Overview, &[]))),
        Err(error) => {
            let back = cx.to(Page::Organisation, &[]);
            refused(Layout::of_organisation(&cx), error, back)
        }
    }
}
