//! Sign in: the second factor.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::accounts::factors;
use service::accounts::sessions::{Session, Strength};
use service::accounts::{Token, passkeys};

use super::{
    at, frame, json, kept, known, line, onwards, passkey_refused, refused, till, till_sent,
    totp_refused, with_till,
};
use crate::context::Cx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session;

const CODE: &str = "kod";
const ANSWER: &str = "svar";

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct FactorPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    session: &'a Session,
    till: String,
    /// Whether it is asked for again, before something that matters.
    again: bool,
    /// Whether the form that led here was kept; `None` if none did.
    kept: Option<bool>,
    /// Where to use a recovery code.
    recovery: String,
}

/// The form, at sign-in or at step-up.
pub(super) fn form(
    cx: &Cx,
    session: &Session,
    till: &str,
    status: StatusCode,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    page_with(
        status,
        &FactorPage {
            layout: frame(cx),
            faults,
            session,
            kept: kept(cx),
            again: cx.here.page == Page::StepUp,
            recovery: with_till(&cx.path(Page::Recovery, &[]), till),
            till: till.to_owned(),
        },
    )
}

/// What came of a second factor that was sent.
pub(super) enum Shown {
    /// It was shown, and the session has this cookie from now on.
    Yes(Token),
    /// Something to answer with instead: a question for the authenticator, or the form again.
    NotYet(Response),
}

/// Reads what was sent and shows it.
pub(super) async fn show(
    cx: &Cx,
    session: &Session,
    fields: &Fields,
    till: &str,
) -> Result<Shown, Failure> {
    let t = cx.texts();
    let mend = |fault: FieldFault| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        form(cx, session, till, status, vec![fault]).map(Shown::NotYet)
    };
    if fields.has("fraga") {
        return match passkeys::start_showing(cx.app(), session).await {
            Ok(question) => Ok(Shown::NotYet(json(question))),
            Err(error) => {
                refused(error)?;
                Err(Failure::BadForm)
            }
        };
    }
    let answer = fields.shown(ANSWER);
    if !answer.is_empty() {
        return match passkeys::finish_showing(cx.app(), session, &answer).await {
            Ok(cookie) => Ok(Shown::Yes(cookie)),
            Err(error) => mend(at("passnyckel", passkey_refused(t, refused(error)?))),
        };
    }
    let code = match line(t, fields, CODE) {
        Ok(code) if code.is_empty() => return mend(at(CODE, t.factor_empty())),
        Ok(code) => code,
        Err(fault) => return mend(fault),
    };
    match factors::show_totp(cx.app(), session, &code).await {
        Ok(cookie) => Ok(Shown::Yes(cookie)),
        Err(error) => mend(at(CODE, totp_refused(t, refused(error)?))),
    }
}

/// Where someone goes who has no second factor to show here; `None` if there is one to show.
fn elsewhere(cx: &Cx, session: &Session, till: &str) -> Option<Response> {
    if !session.has_factor() {
        let add = with_till(&cx.path(Page::Factors, &[]), till);
        return Some(see_other(&add));
    }
    let done = session.strength == Strength::Two;
    done.then(|| see_other(&onwards(cx, session.kept_forms, till)))
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let session = known(&cx)?;
    let till = till(&cx);
    match elsewhere(&cx, session, &till) {
        Some(response) => Ok(response),
        None => form(&cx, session, &till, StatusCode::OK, Vec::new()),
    }
}

pub(crate) async fn post(cx: Cx, fields: Fields) -> Result<Response, Failure> {
    let session = known(&cx)?;
    let till = till_sent(&fields);
    if let Some(response) = elsewhere(&cx, session, &till) {
        return Ok(response);
    }
    Ok(match show(&cx, session, &fields, &till).await? {
        Shown::NotYet(response) => response,
        Shown::Yes(cookie) => {
            let next = onwards(&cx, session.kept_forms, &till);
            session::signed_in(see_other(&next), &cookie)
        }
    })
}
