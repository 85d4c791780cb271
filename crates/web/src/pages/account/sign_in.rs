//! Sign in: an address to mail a code to.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::organisation::EmailAddress;
use service::accounts::{Token, codes};

use super::oidc::{self, Button};
use super::{at, code_refused, frame, kept, line, onwards, refused, till, till_sent, with_till};
use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session::{self, Requester};

const EMAIL: &str = "epost";

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    email: String,
    till: String,
    /// The provider that one can sign in through instead.
    provider: Option<Button>,
    /// Address of whoever is signed in already, and where they go on.
    already: Option<(String, String)>,
    /// What was just done.
    done: Option<String>,
    /// Whether a form that was sent without a session was kept; `None` if none was sent.
    kept: Option<bool>,
}

impl<'a> SignInPage<'a> {
    fn new(cx: &'a Cx, till: String) -> Self {
        let session = cx.session.as_ref();
        let session = session.filter(|session| !session.awaits_factor());
        SignInPage {
            layout: frame(cx),
            faults: Vec::new(),
            email: String::new(),
            already: session.map(|session| {
                let onwards = onwards(cx, session.kept_forms, &till);
                (session.email.clone(), onwards)
            }),
            done: None,
            kept: None,
            provider: oidc::button(cx, &till),
            till,
        }
    }
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let till = till(&cx);
    let t = cx.texts();
    page(&SignInPage {
        done: match (cx.query("utloggad"), cx.query("avslutat")) {
            (Some(_), _) => Some(t.sign_signed_out()),
            (None, Some(_)) => Some(t.close_account_done()),
            (None, None) => None,
        },
        kept: kept(&cx),
        ..SignInPage::new(&cx, till)
    })
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let t = cx.texts();
    let till = till_sent(&fields);
    let mend = |status: StatusCode, message: String| {
        page_with(
            status,
            &SignInPage {
                faults: vec![at(EMAIL, message)],
                email: fields.shown(EMAIL),
                ..SignInPage::new(&cx, till.clone())
            },
        )
    };
    let email = match line(t, &fields, EMAIL) {
        Ok(email) => email,
        Err(fault) => return mend(StatusCode::UNPROCESSABLE_ENTITY, fault.message),
    };
    let Ok(email) = EmailAddress::try_from(email.as_str()) else {
        return mend(StatusCode::UNPROCESSABLE_ENTITY, t.email_wrong());
    };
    let browser = match requester.browser {
        Some(browser) => browser,
        None => Token::new(cx.app()),
    };
    let target = (!till.is_empty()).then_some(till.as_str());
    let asked = codes::ask(
        cx.app(),
        &browser,
        &email,
        cx.lang(),
        target,
        requester.address,
    );
    if let Err(error) = asked.await {
        let refusal = refused(error)?;
        return mend(StatusCode::TOO_MANY_REQUESTS, code_refused(t, refusal));
    }
    let next = with_till(&cx.path(Page::SignInCode, &[]), &till);
    Ok(session::asking(see_other(&next), &browser))
}
