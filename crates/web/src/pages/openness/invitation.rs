//! An invitation to a network: what it is, exactly what becomes visible to whom, and the answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use l10n::date;
use service::openness::invitations::{self, Invitation};
use service::openness::{OpennessError, Over, Refusal};

use super::{network, network_id, over_in_words, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "openness/invitation.html")]
struct InvitationPage<'a> {
    layout: Layout<'a>,
    invitation: Invitation,
    answer_by: String,
    networks: String,
}

#[derive(Template)]
#[template(path = "openness/invitation_over.html")]
struct OverPage<'a> {
    layout: Layout<'a>,
    happened: String,
    to: String,
    way: String,
}

/// The page of an invitation that cannot be answered, or not in that way.
async fn over(cx: &OrgCx, why: Over) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let joined = network(cx).await?;
    let (happened, to, way) = match joined {
        Some(view) => (
            t.network_over_joined(),
            cx.to(Page::Network, &[&view.network.id.to_string()]),
            view.network.name,
        ),
        None => (
            over_in_words(t, why),
            cx.to(Page::Networks, &[]),
            t.openness_back_networks(),
        ),
    };
    let page = OverPage {
        happened,
        to,
        way,
        layout: Layout::of_organisation(cx),
    };
    page_with(StatusCode::CONFLICT, &page)
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let Some(id) = network_id(&cx) else {
        return over(&cx, Over::Gone).await;
    };
    let found = invitations::invitation(cx.cx.app(), cx.organisation.id, id).await?;
    match found {
        Err(why) => over(&cx, why).await,
        Ok(invitation) => page(&InvitationPage {
            answer_by: date(invitation.expires_at, cx.cx.lang()),
            invitation,
            networks: cx.to(Page::Networks, &[]),
            layout: Layout::of_organisation(&cx),
        }),
    }
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let Some(id) = network_id(&cx) else {
        return over(&cx, Over::Gone).await;
    };
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    let (answered, there) = match fields.one("svar", LINE_LIMIT) {
        Ok("ja") => (
            invitations::accept(app, person, organisation, id).await,
            format!("{}?klart=med", cx.to(Page::Network, &[&id.to_string()])),
        ),
        Ok("nej") => (
            invitations::decline(app, person, organisation, id).await,
            format!("{}?klart=nej", cx.to(Page::Networks, &[])),
        ),
        _ => return Err(Failure::BadForm),
    };
    match answered {
        Ok(()) => Ok(see_other(&there)),
        Err(OpennessError::Refused(Refusal::Over(why))) => over(&cx, why).await,
        Err(error) => refused(&cx, error, Page::Networks),
    }
}
