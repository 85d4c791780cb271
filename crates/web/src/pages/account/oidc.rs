//! Sign-in through the operator's provider: away, and back.

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::text::Lang;
use service::accounts::oidc::{self, Answer, OidcError, Provider, Wish};
use service::accounts::sessions::{self, Session, Strength};

use super::{frame, local, onwards, till, till_sent, with_till};
use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::routes::{Page, path};
use crate::session::{self, Requester};

/// What ties the answer to the browser that asked.
const COOKIE: &str = "__Host-inloggning-genom";

/// The button that leads to the provider. It is a form: a sign-in begins by an act on our own pages,
/// never by a link that someone else has set.
pub(super) struct Button {
    /// What it says.
    pub(super) label: String,
    /// Where to go on afterwards.
    pub(super) till: String,
    /// Whether the provider is to ask who it is anew.
    pub(super) again: bool,
}

/// The way to sign in through the provider, if there is one.
pub(super) fn button(cx: &Cx, till: &str) -> Option<Button> {
    let provider = cx.app().oidc.as_ref()?;
    Some(Button {
        label: cx.texts().oidc_sign_in(&provider.settings().name),
        till: till.to_owned(),
        again: false,
    })
}

/// The way to the provider for someone who is to show once more who it is, and who has shown two
/// factors there and has none here.
pub(super) fn confirm_button(cx: &Cx, session: &Session, till: &str) -> Option<Button> {
    let only_there = session.strength == Strength::Two && !session.has_factor();
    let provider = cx.app().oidc.as_ref().filter(|_| only_there)?;
    Some(Button {
        label: cx.texts().oidc_confirm(&provider.settings().name),
        till: till.to_owned(),
        again: true,
    })
}

/// On the way to the provider.
#[derive(Template)]
#[template(path = "account/oidc_go.html")]
struct GoPage<'a> {
    layout: Layout<'a>,
    /// What the provider is called.
    name: &'a str,
    /// Where it asks who it is.
    address: String,
}

#[derive(Template)]
#[template(path = "account/oidc.html")]
struct OidcPage<'a> {
    layout: Layout<'a>,
    error: &'a OidcError,
    /// What the provider is called.
    name: &'a str,
    /// A new try.
    provider: Button,
    /// Where to sign in by mail instead.
    by_mail: String,
}

impl OidcPage<'_> {
    fn happened(&self) -> String {
        let (t, name) = (self.layout.t, self.name);
        match self.error {
            OidcError::Down(_) => t.oidc_down(name),
            OidcError::Garbage(_) => t.oidc_garbage(name),
            OidcError::Unaccepted(_) => t.oidc_unaccepted(name),
            OidcError::NotBegun => t.oidc_not_begun(),
            OidcError::OtherSignIn(_) => t.oidc_other_sign_in(),
            OidcError::Reused => t.oidc_reused(),
            OidcError::CodeRefused(_) => t.oidc_code_refused(name),
            OidcError::Nonce(_) => t.oidc_nonce(name),
            OidcError::Audience(_) => t.oidc_audience(name),
            OidcError::Signature(_) => t.oidc_signature(name),
            OidcError::Expired(_) => t.oidc_expired(name),
            OidcError::Declined => t.oidc_declined(name),
            OidcError::NoEmail => t.oidc_no_email(name),
            OidcError::EmailUnverified => t.oidc_email_unverified(name),
            OidcError::EmailTaken => t.oidc_email_taken(name),
            OidcError::OtherOrganisation => t.oidc_other_organisation(name),
            OidcError::TooMany => t.error_too_many(),
            OidcError::Service(_) => t.error_internal(),
        }
    }

    fn todo(&self) -> String {
        let (t, name) = (self.layout.t, self.name);
        match self.error {
            OidcError::Down(_) => t.oidc_down_todo(name),
            OidcError::Garbage(_)
            | OidcError::Unaccepted(_)
            | OidcError::Nonce(_)
            | OidcError::Audience(_)
            | OidcError::Signature(_)
            | OidcError::Expired(_) => t.oidc_operator_todo(),
            OidcError::NotBegun | OidcError::Reused | OidcError::CodeRefused(_) => {
                t.oidc_again_todo()
            }
            OidcError::OtherSignIn(_) => t.oidc_other_sign_in_todo(),
            OidcError::Declined => t.oidc_declined_todo(),
            OidcError::NoEmail | OidcError::EmailUnverified => t.oidc_email_todo(name),
            OidcError::EmailTaken => t.oidc_email_taken_todo(name),
            OidcError::OtherOrganisation => t.oidc_other_organisation_todo(),
            OidcError::TooMany => t.error_too_many_todo(),
            OidcError::Service(_) => t.error_internal_todo(),
        }
    }
}

/// Leads whoever opens the address to where the button is.
pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    provider(&cx)?;
    Ok(see_other(&with_till(
        &cx.path(Page::SignIn, &[]),
        &till(&cx),
    )))
}

/// Sends the browser to the provider: by a page, since forms may lead nowhere but here.
pub(crate) async fn post(cx: Cx, fields: Fields) -> Result<Response, Failure> {
    let provider = provider(&cx)?;
    let till = till_sent(&fields);
    let wish = Wish {
        lang: cx.lang(),
        target: (!till.is_empty()).then(|| till.clone()),
        again: fields.has("igen"),
    };
    match oidc::begin(cx.app(), provider, wish, &come_back()).await {
        Ok(start) => {
            let response = page(&GoPage {
                layout: frame(&cx),
                name: &provider.settings().name,
                address: start.address,
            })?;
            Ok(session::with(
                response,
                COOKIE,
                &start.cookie,
                oidc::TIME / 1000,
            ))
        }
        Err(error) => refuse(&cx, provider, error, &till),
    }
}

/// Takes the browser that comes back.
pub(crate) async fn come(
    cx: Cx,
    requester: Requester,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let provider = provider(&cx)?;
    let begun = session::named(&headers, COOKIE).and_then(|cookie| oidc::begun(cx.app(), cookie));
    // The provider knows one address, the Swedish one.
    let lang = begun.as_ref().map_or(cx.lang(), |begun| begun.lang);
    if lang != cx.lang() {
        return Ok(see_other(&cx.in_language(lang)));
    }
    let target = begun.as_ref().and_then(|begun| begun.target.as_deref());
    let till = local(target.unwrap_or_default());
    let answer = Answer {
        state: cx.query("state").unwrap_or_default(),
        code: cx.query("code"),
        error: cx.query("error"),
        issuer: cx.query("iss"),
    };
    let from = requester.address;
    let received = oidc::receive(cx.app(), provider, begun, answer, &come_back(), from).await;
    let admitted = match received {
        Ok(who) => oidc::sign_in(cx.app(), provider, who, lang, &requester.device).await,
        Err(error) => Err(error),
    };
    let response = match admitted {
        Ok(admitted) => {
            // Whoever was signed in here is so no longer.
            if let Some(before) = &cx.session {
                sessions::sign_out(cx.app(), before).await?;
            }
            let next = match admitted.awaits_factor {
                true => with_till(&cx.path(Page::SecondFactor, &[]), &till),
                false => onwards(&cx, admitted.kept_forms, &till),
            };
            session::signed_in(see_other(&next), &admitted.cookie)
        }
        Err(error) => refuse(&cx, provider, error, &till)?,
    };
    Ok(session::with(response, COOKIE, "", 0))
}

fn provider(cx: &Cx) -> Result<&Provider, Failure> {
    cx.app().oidc.as_ref().ok_or(Failure::NotFound)
}

/// Where the browser comes back, whatever the language: providers want to know every address.
fn come_back() -> String {
    path(Page::OidcReturn, Lang::Sv, &[])
}

/// Says why nobody was signed in.
fn refuse(cx: &Cx, provider: &Provider, error: OidcError, till: &str) -> Result<Response, Failure> {
    tracing::warn!(%error, "sign-in through the provider failed");
    if let OidcError::Service(error) = error {
        return Err(error.into());
    }
    let mut layout = frame(cx);
    // This page's own address holds an answer that has been used.
    let other = match cx.lang() {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    };
    layout.switch = path(Page::SignIn, other, &[]);
    page_with(
        status(&error),
        &OidcPage {
            layout,
            error: &error,
            name: &provider.settings().name,
            provider: Button {
                label: cx.texts().oidc_again(),
                till: till.to_owned(),
                again: false,
            },
            by_mail: with_till(&cx.path(Page::SignIn, &[]), till),
        },
    )
}

fn status(error: &OidcError) -> StatusCode {
    match error {
        OidcError::Down(_)
        | OidcError::Garbage(_)
        | OidcError::Unaccepted(_)
        | OidcError::Nonce(_)
        | OidcError::Audience(_)
        | OidcError::Signature(_)
        | OidcError::Expired(_) => StatusCode::BAD_GATEWAY,
        OidcError::NotBegun
        | OidcError::OtherSignIn(_)
        | OidcError::Reused
        | OidcError::CodeRefused(_) => StatusCode::BAD_REQUEST,
        OidcError::Declined
        | OidcError::NoEmail
        | OidcError::EmailUnverified
        | OidcError::EmailTaken
        | OidcError::OtherOrganisation => StatusCode::FORBIDDEN,
        OidcError::TooMany => StatusCode::TOO_MANY_REQUESTS,
        OidcError::Service(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
