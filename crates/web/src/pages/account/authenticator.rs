//! Add an authenticator app, by a code to scan or a key to type.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::accounts::factors::{self, Enrolment};

use super::{at, frame, line, recovery_codes, refused, till, till_sent, totp_refused};
use crate::context::PersonCx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session;

const CODE: &str = "kod";

#[derive(Template)]
#[template(path = "account/authenticator.html")]
struct AuthenticatorPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    enrolment: Enrolment,
    qr: String,
    till: String,
}

fn form(
    cx: &PersonCx,
    enrolment: Enrolment,
    till: String,
    status: StatusCode,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    let label = cx.cx.texts().app_qr();
    let qr = report::qr::svg(&enrolment.address, &label).map_err(|_| Failure::Internal)?;
    page_with(
        status,
        &AuthenticatorPage {
            layout: frame(&cx.cx),
            faults,
            enrolment,
            qr,
            till,
        },
    )
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let enrolment = factors::new_totp(cx.cx.app(), &cx.session);
    form(&cx, enrolment, till(&cx.cx), StatusCode::OK, Vec::new())
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let (app, session) = (cx.cx.app(), &cx.session);
    let till = till_sent(&fields);
    let sealed = fields.shown("nyckel");
    let mend = |fault: FieldFault| {
        // The same key again, since it may be in the app already.
        let same = factors::same_totp(app, session, &sealed);
        let enrolment = same.unwrap_or_else(|| factors::new_totp(app, session));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        form(&cx, enrolment, till.clone(), status, vec![fault])
    };
    let code = match line(t, &fields, CODE) {
        Ok(code) if code.is_empty() => return mend(at(CODE, t.factor_empty())),
        Ok(code) => code,
        Err(fault) => return mend(fault),
    };
    let added = match factors::add_totp(app, session, &sealed, &code).await {
        Ok(added) => added,
        Err(error) => return mend(at(CODE, totp_refused(t, refused(error)?))),
    };
    let response = match added.recovery_codes {
        Some(codes) => recovery_codes::show(&cx, codes, &till)?,
        None => {
            let factors = cx.cx.path(Page::Factors, &[]);
            see_other(&format!("{factors}?sparat=app"))
        }
    };
    Ok(session::signed_in(response, &added.cookie))
}
