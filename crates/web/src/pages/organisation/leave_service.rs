//! Leave the service with everything: says first what goes and what stays.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::organisations::{OrganisationError, Refusal, install, leaving};
use service::settings::Mode;

use super::{refusal, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "organisation/leave_service.html")]
struct LeaveServicePage<'a> {
    layout: Layout<'a>,
    name: &'a str,
    /// Whether an agency keeps what was handed in.
    shared: bool,
    typed: String,
    faults: Vec<FieldFault>,
    export: String,
    home: String,
}

fn view(cx: &OrgCx) -> LeaveServicePage<'_> {
    LeaveServicePage {
        name: &cx.organisation.name,
        shared: matches!(cx.cx.app().settings.mode, Mode::Shared { .. }),
        typed: String::new(),
        faults: Vec::new(),
        export: cx.to(Page::Export, &[]),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(cx),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx))
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let typed = fields.one("namn", LINE_LIMIT).unwrap_or_default();
    match leaving::leave(cx.cx.app(), cx.session.person, &cx.organisation, typed).await {
        Ok(()) => match install::token(cx.cx.app()).await? {
            // An egen installation is there to be named anew.
            Some(secret) => Ok(see_other(&cx.cx.path(Page::Install, &[&secret.text()]))),
            None => {
                let overview = cx.cx.path(Page::Overview, &[]);
                Ok(see_other(&format!("{overview}?lamnat=ja")))
            }
        },
        Err(OrganisationError::Refused(Refusal::OtherName)) => {
            let mut view = view(&cx);
            view.typed = fields.shown("namn");
            view.faults.push(FieldFault {
                field: "namn".to_owned(),
                message: refusal(cx.cx.texts(), Refusal::OtherName),
            });
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
        Err(error) => {
            let back = cx.to(Page::Organisation, &[]);
            refused(Layout::of_organisation(&cx), error, back)
        }
    }
}
