//! Add a passkey. The browser makes it, which takes a script.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::accounts::passkeys;

use super::{at, frame, json, line, passkey_refused, recovery_codes, refused, till, till_sent};
use crate::context::PersonCx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session;

const NAME: &str = "namn";
const ANSWER: &str = "svar";

#[derive(Template)]
#[template(path = "account/passkey.html")]
struct PasskeyPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    name: String,
    till: String,
}

fn form(
    cx: &PersonCx,
    name: String,
    till: String,
    status: StatusCode,
    faults: Vec<FieldFault>,
) -> Result<Response, Failure> {
    page_with(
        status,
        &PasskeyPage {
            layout: frame(&cx.cx),
            faults,
            name,
            till,
        },
    )
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    form(&cx, String::new(), till(&cx.cx), StatusCode::OK, Vec::new())
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let (app, session) = (cx.cx.app(), &cx.session);
    if fields.has("fraga") {
        return match passkeys::start_adding(app, session).await {
            Ok(question) => Ok(json(question)),
            Err(error) => {
                refused(error)?;
                Err(Failure::BadForm)
            }
        };
    }
    let till = till_sent(&fields);
    let mend = |fault: FieldFault| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        form(&cx, fields.shown(NAME), till.clone(), status, vec![fault])
    };
    let name = match line(t, &fields, NAME) {
        Ok(name) if name.is_empty() => return mend(at(NAME, t.passkey_name_empty())),
        Ok(name) => name,
        Err(fault) => return mend(fault),
    };
    let answer = fields.shown(ANSWER);
    if answer.is_empty() {
        return mend(at(NAME, t.passkey_needs_script()));
    }
    let added = match passkeys::finish_adding(app, session, &answer, &name).await {
        Ok(added) => added,
        Err(error) => return mend(at(NAME, passkey_refused(t, refused(error)?))),
    };
    let response = match added.recovery_codes {
        Some(codes) => recovery_codes::show(&cx, codes, &till)?,
        None => {
            let factors = cx.cx.path(Page::Factors, &[]);
            see_other(&format!("{factors}?sparat=nyckel"))
        }
    };
    Ok(session::signed_in(response, &added.cookie))
}
