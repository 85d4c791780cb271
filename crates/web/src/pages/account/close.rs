//! Close one's account: says first what goes and what stays. The last contact person of an
//! organisation hands over first.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::organisations::{Listed, OrganisationError, Refusal, closing};

use super::frame;
use crate::context::{Cx, PersonCx};
use crate::error::{Failure, page_with, see_other};
use crate::layout::Layout;
use crate::pages::organisation::refused;
use crate::routes::Page;
use crate::session;

/// An organisation that needs another contact person first.
struct Last {
    name: String,
    members: String,
}

#[derive(Template)]
#[template(path = "account/close.html")]
struct ClosePage<'a> {
    layout: Layout<'a>,
    last: Vec<Last>,
}

fn view(cx: &Cx, last: Vec<Listed>, status: StatusCode) -> Result<Response, Failure> {
    let last = last.into_iter().map(|organisation| Last {
        members: cx.path(Page::Members, &[&organisation.public_id]),
        name: organisation.name,
    });
    let page = ClosePage {
        layout: frame(cx),
        last: last.collect(),
    };
    page_with(status, &page)
}

/// The request, by someone who has just shown who they are: this cannot be undone.
fn fresh(cx: &PersonCx) -> Result<(), Failure> {
    match cx.session.fresh {
        true => Ok(()),
        false => Err(Failure::StepUp),
    }
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    fresh(&cx)?;
    let last = closing::last_contact_in(cx.cx.app(), cx.session.person).await?;
    view(&cx.cx, last, StatusCode::OK)
}

pub(crate) async fn post(cx: PersonCx) -> Result<Response, Failure> {
    fresh(&cx)?;
    let PersonCx { cx, session } = cx;
    match closing::close(cx.app(), &session).await {
        Ok(()) => {
            let next = format!("{}?avslutat=ja", cx.path(Page::SignIn, &[]));
            Ok(session::signed_out(see_other(&next)))
        }
        Err(OrganisationError::Refused(Refusal::LastContact)) => {
            let last = closing::last_contact_in(cx.app(), session.person).await?;
            view(&cx, last, StatusCode::CONFLICT)
        }
        Err(error) => refused(frame(&cx), error, cx.path(Page::CloseAccount, &[])),
    }
}
