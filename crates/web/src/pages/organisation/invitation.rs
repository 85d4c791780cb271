//! An invitation: what it is, and to accept it. To look at it changes nothing, so that no link
//! scanner uses it up.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::organisations::join;
use service::secrets::Secret;

use super::refused;
use crate::context::Cx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "organisation/invitation.html")]
struct InvitationPage<'a> {
    layout: Layout<'a>,
    organisation: String,
    role: String,
    email: String,
    expires: String,
    /// Where to sign in; `None` for whoever is.
    sign_in: Option<String>,
    /// The address that is signed in, if it is another than the invited one.
    other: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "organisation/invitation_over.html")]
struct OverPage<'a> {
    layout: Layout<'a>,
}

fn secret(cx: &Cx) -> Result<Secret, Failure> {
    Secret::parse(cx.segment("key")).ok_or(Failure::NotFound)
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let Some(invitation) = join::invitation(cx.app(), &secret(&cx)?).await? else {
        return page(&OverPage {
            layout: Layout::of(&cx),
        });
    };
    let session = cx.session.as_ref();
    page(&InvitationPage {
        organisation: invitation.organisation.name,
        role: words::member(cx.texts(), invitation.role),
        expires: date(invitation.expires_at, cx.lang()),
        sign_in: match session {
            Some(_) => None,
            None => Some(cx.sign_in_and_back()),
        },
        other: session
            .map(|session| session.email.as_str())
            .filter(|email| *email != invitation.email),
        email: invitation.email,
        layout: Layout::of(&cx),
    })
}

pub(crate) async fn post(cx: Cx) -> Result<Response, Failure> {
    let session = cx.session.as_ref().ok_or(Failure::SignIn)?;
    match join::accept(cx.app(), session.person, &secret(&cx)?).await {
        Ok(organisation) => Ok(see_other(&cx.path(Page::Organisation, &[&organisation]))),
        Err(error) => {
            let here = cx.path(Page::Invitation, &[cx.segment("key")]);
            refused(Layout::of(&cx), error, here)
        }
    }
}
