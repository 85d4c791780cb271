//! A recovery code in place of the second factor, and what someone does who has none.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::accounts::factors;
use service::accounts::sessions::Session;
use service::organisations::{OrganisationError, factor};
use service::settings::Mode;

use super::{at, frame, known, line, refused, till, till_sent, totp_refused, with_till};
use crate::context::Cx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::organisation::refusal;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session;

const CODE: &str = "kod";

#[derive(Template)]
#[template(path = "account/recovery.html")]
struct RecoveryPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    till: String,
    /// Back to the second factor.
    back: String,
    email: String,
    /// Who runs a shared service; `None` in an installation of one's own.
    agency: Option<String>,
    /// Whether there are contact persons to ask for help.
    can_ask: bool,
    /// They have just been asked.
    asked: bool,
}

impl RecoveryPage<'_> {
    fn wrong_code(&self) -> bool {
        self.faults.iter().any(|fault| fault.field == CODE)
    }
}

async fn form(
    cx: &Cx,
    session: &Session,
    till: &str,
    status: StatusCode,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    page_with(
        status,
        &RecoveryPage {
            layout: frame(cx),
            faults,
            back: with_till(&cx.path(Page::SecondFactor, &[]), till),
            till: till.to_owned(),
            email: session.email.clone(),
            agency: match &cx.app().settings.mode {
                Mode::Shared { agency } => Some(agency.clone()),
                Mode::Own => None,
            },
            can_ask: factor::can_ask(cx.app(), session.person).await?,
            asked: cx.query("fragat").is_some(),
        },
    )
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let session = known(&cx)?;
    let till = till(&cx);
    if !session.has_factor() {
        return Ok(see_other(&cx.path(Page::Factors, &[])));
    }
    form(&cx, session, &till, StatusCode::OK, Vec::new()).await
}

/// Asks the contact persons for help.
async fn ask(cx: &Cx, session: &Session, till: &str) -> Result<Response, Failure> {
    match factor::ask(cx.app(), session.person).await {
        Ok(()) => {
            let here = with_till(&cx.path(Page::Recovery, &[]), till);
            let mark = if here.contains('?') { '&' } else { '?' };
            Ok(see_other(&format!("{here}{mark}fragat=ja")))
        }
        Err(OrganisationError::Failed(error)) => Err(error.into()),
        Err(OrganisationError::Refused(why)) => {
            let fault = at("fraga", refusal(cx.texts(), why));
            form(cx, session, till, StatusCode::CONFLICT, vec![fault]).await
        }
    }
}

pub(crate) async fn post(cx: Cx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.texts();
    let session = known(&cx)?;
    let till = till_sent(&fields);
    if fields.has("fraga") {
        return ask(&cx, session, &till).await;
    }
    let mend = async |fault: FieldFault| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        form(&cx, session, &till, status, vec![fault]).await
    };
    let code = match line(t, &fields, CODE) {
        Ok(code) if code.is_empty() => return mend(at(CODE, t.recovery_empty())).await,
        Ok(code) => code,
        Err(fault) => return mend(fault).await,
    };
    match factors::show_recovery_code(cx.app(), session, &code).await {
        // Whoever needed one has lost something, and sets it up anew.
        Ok(cookie) => {
            let next = with_till(&cx.path(Page::Factors, &[]), &till);
            Ok(session::signed_in(see_other(&next), &cookie))
        }
        Err(error) => {
            let message = match refused(error)? {
                service::accounts::Refusal::WrongFactor => t.recovery_wrong(),
                other => totp_refused(t, other),
            };
            mend(at(CODE, message)).await
        }
    }
}
