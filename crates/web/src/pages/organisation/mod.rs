//! Joining an organisation, and an organisation's own pages.

pub(crate) mod confirm;
pub(crate) mod details;
pub(crate) mod export;
pub(crate) mod home;
pub(crate) mod install;
pub(crate) mod invitation;
pub(crate) mod join;
pub(crate) mod leave;
pub(crate) mod leave_service;
pub(crate) mod log;
pub(crate) mod members;
pub(crate) mod overview;
pub(crate) mod owned;
pub(crate) mod participation;
pub(crate) mod trend;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use l10n::Texts;
use service::organisations::{OrganisationError, Refusal};

use crate::error::{Failure, page_with};
use crate::layout::Layout;

/// What a use case refused, in the reader's language: what happened and what to do.
pub(crate) fn refusal(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => t.refusal_not_allowed(),
        Refusal::Missing => t.refusal_missing(),
        Refusal::LastContact => t.refusal_last_contact(),
        Refusal::AtAgency => t.refusal_at_agency(),
        Refusal::InOrganisation => t.refusal_in_organisation(),
        Refusal::AlreadyMember => t.refusal_already_member(),
        Refusal::NotByDomain => t.refusal_not_by_domain(),
        Refusal::OtherAddress => t.refusal_other_address(),
        Refusal::OwnProposal => t.refusal_own_proposal(),
        Refusal::HasContact => t.refusal_has_contact(),
        Refusal::HasJoined => t.refusal_has_joined(),
        Refusal::BadAddress => t.refusal_bad_address(),
        Refusal::ReasonMissing => t.refusal_reason_missing(),
        Refusal::NoUnit => t.refusal_no_unit(),
        Refusal::OtherName => t.refusal_other_name(),
        Refusal::TooMany => t.refusal_too_many(),
    }
}

/// What a use case that only reads could not give.
pub(crate) fn reading(error: OrganisationError) -> Failure {
    match error {
        OrganisationError::Failed(error) => error.into(),
        OrganisationError::Refused(_) => Failure::NotAllowed,
    }
}

#[derive(Template)]
#[template(path = "organisation/refused.html")]
struct RefusedPage<'a> {
    layout: Layout<'a>,
    happened: String,
    back: String,
}

/// A page that says what a use case refused, with the way back.
pub(crate) fn refused(
    layout: Layout<'_>,
    error: OrganisationError,
    back: String,
) -> Result<Response, Failure> {
    match error {
        OrganisationError::Refused(why) => {
            let happened = refusal(layout.t, why);
            stopped(layout, happened, back)
        }
        OrganisationError::Failed(error) => Err(error.into()),
    }
}

/// A page that says what stopped something, with the way back.
pub(crate) fn stopped(
    layout: Layout<'_>,
    happened: String,
    back: String,
) -> Result<Response, Failure> {
    let page = RefusedPage {
        layout,
        happened,
        back,
    };
    page_with(StatusCode::CONFLICT, &page)
}
