//! Another e-mail address: a code is mailed to it, and the old one is told.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::organisation::EmailAddress;
use service::accounts::people;

use super::{at, code_refused, frame, line, refused};
use crate::context::PersonCx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session::Requester;

const EMAIL: &str = "epost";
const CODE: &str = "kod";

#[derive(Template)]
#[template(path = "account/email.html")]
struct EmailPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    /// The present address.
    email: &'a str,
    /// The new one as it stands in the form.
    wanted: String,
    /// The new one that a code has been mailed to.
    waits: Option<String>,
    in_folder: bool,
}

async fn form(
    cx: &PersonCx,
    status: StatusCode,
    wanted: String,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    let pending = people::pending_email_change(cx.cx.app(), &cx.session).await?;
    // The fault of a code has no field once the code is gone.
    let faults = match pending {
        None => faults
            .into_iter()
            .map(|fault| at(EMAIL, fault.message))
            .collect(),
        Some(_) => faults,
    };
    page_with(
        status,
        &EmailPage {
            layout: frame(&cx.cx),
            faults,
            email: &cx.session.email,
            wanted,
            waits: pending.map(|pending| pending.email),
            in_folder: cx.cx.app().mailer.is_folder(),
        },
    )
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    form(&cx, StatusCode::OK, String::new(), Vec::new()).await
}

pub(crate) async fn post(
    cx: PersonCx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let wanted = fields.shown(EMAIL);
    let mend = async |fault: FieldFault| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        form(&cx, status, wanted.clone(), vec![fault]).await
    };
    let (app, session, from) = (cx.cx.app(), &cx.session, requester.address);
    if fields.has(CODE) {
        let code = match line(t, &fields, CODE) {
            Ok(code) if code.is_empty() => return mend(at(CODE, t.code_empty())).await,
            Ok(code) => code,
            Err(fault) => return mend(fault).await,
        };
        return match people::confirm_email_change(app, session, &code, from).await {
            Ok(()) => {
                let account = cx.cx.path(Page::Account, &[]);
                Ok(see_other(&format!("{account}?sparat=epost")))
            }
            Err(error) => mend(at(CODE, code_refused(t, refused(error)?))).await,
        };
    }
    let email = match line(t, &fields, EMAIL) {
        Ok(email) => email,
        Err(fault) => return mend(fault).await,
    };
    let Ok(email) = EmailAddress::try_from(email.as_str()) else {
        return mend(at(EMAIL, t.email_wrong())).await;
    };
    match people::ask_email_change(app, session, &email, from).await {
        Ok(()) => Ok(see_other(&cx.cx.path(Page::Email, &[]))),
        Err(error) => mend(at(EMAIL, code_refused(t, refused(error)?))).await,
    }
}
