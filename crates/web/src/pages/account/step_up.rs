//! Show once more who it is, before something that matters. Who has no second factor shows a
//! mailed code.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::accounts::factors;
use service::accounts::sessions::Session;

use super::oidc::{self, Button};
use super::second_factor::{self, Shown};
use super::{at, code_refused, frame, kept, line, onwards, refused, till, till_sent, with_till};
use crate::context::{Cx, PersonCx};
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session::{self, Requester};

const CODE: &str = "kod";

#[derive(Template)]
#[template(path = "account/step_up.html")]
struct StepUpPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    email: String,
    till: String,
    /// Whether the form that led here was kept; `None` if none did.
    kept: Option<bool>,
    /// Whether a code has been mailed and is valid.
    waits: bool,
    in_folder: bool,
    /// The provider that one shows it to instead.
    provider: Option<Button>,
}

/// The form of someone without a second factor.
async fn form(
    cx: &Cx,
    session: &Session,
    till: &str,
    status: StatusCode,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    let waits = factors::pending_step_up(cx.app(), session).await?.is_some();
    page_with(
        status,
        &StepUpPage {
            layout: frame(cx),
            faults,
            email: session.email.clone(),
            till: till.to_owned(),
            kept: kept(cx),
            waits,
            in_folder: cx.app().mailer.is_folder(),
            provider: oidc::confirm_button(cx, session, till),
        },
    )
}

/// Where someone who has shown it goes on: whoever was not led here came from the account.
fn next(cx: &Cx, session: &Session, till: &str) -> String {
    match till {
        "" => cx.path(Page::Account, &[]),
        till => onwards(cx, session.kept_forms, till),
    }
}

pub(crate) async fn get(PersonCx { cx, session }: PersonCx) -> Result<Response, Failure> {
    let till = till(&cx);
    match session.has_factor() {
        true => second_factor::form(&cx, &session, &till, StatusCode::OK, Vec::new()),
        false => form(&cx, &session, &till, StatusCode::OK, Vec::new()).await,
    }
}

pub(crate) async fn post(
    PersonCx { cx, session }: PersonCx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let t = cx.texts();
    let till = till_sent(&fields);
    if session.has_factor() {
        return Ok(
            match second_factor::show(&cx, &session, &fields, &till).await? {
                Shown::NotYet(response) => response,
                Shown::Yes(cookie) => {
                    session::signed_in(see_other(&next(&cx, &session, &till)), &cookie)
                }
            },
        );
    }
    let mend = async |status: StatusCode, message: String| {
        form(&cx, &session, &till, status, vec![at(CODE, message)]).await
    };
    if fields.has("skicka") {
        let asked = factors::ask_step_up(cx.app(), &session, requester.address).await;
        if let Err(error) = asked {
            let message = code_refused(t, refused(error)?);
            return mend(StatusCode::TOO_MANY_REQUESTS, message).await;
        }
        let here = with_till(&cx.path(Page::StepUp, &[]), &till);
        return Ok(see_other(&here));
    }
    let code = match line(t, &fields, CODE) {
        Ok(code) if code.is_empty() => {
            return mend(StatusCode::UNPROCESSABLE_ENTITY, t.code_empty()).await;
        }
        Ok(code) => code,
        Err(fault) => return mend(StatusCode::UNPROCESSABLE_ENTITY, fault.message).await,
    };
    match factors::show_step_up(cx.app(), &session, &code, requester.address).await {
        Ok(cookie) => {
            let next = next(&cx, &session, &till);
            Ok(session::signed_in(see_other(&next), &cookie))
        }
        Err(error) => {
            let message = code_refused(t, refused(error)?);
            mend(StatusCode::UNPROCESSABLE_ENTITY, message).await
        }
    }
}
