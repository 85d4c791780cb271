//! Sign in: the code that was mailed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use l10n::time_of_day;
use service::accounts::codes::{self, Pending};
use service::accounts::sessions;

use super::{at, code_refused, frame, line, onwards, refused, till, till_sent, with_till};
use crate::context::Cx;
use crate::error::{Failure, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::session::{self, Requester};

const CODE: &str = "kod";

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    /// The code that this browser waits for; `None` if there is none.
    waits: Option<Waits>,
    till: String,
    /// Where to ask for a code.
    ask: String,
}

/// What is said of a code that is on its way.
struct Waits {
    email: String,
    until: String,
    /// Whether mails reach nobody by themselves, and the newcomer is told where they are.
    in_folder: bool,
}

impl<'a> CodePage<'a> {
    fn new(cx: &'a Cx, pending: Option<Pending>, till: String) -> Self {
        CodePage {
            layout: frame(cx),
            faults: Vec::new(),
            waits: pending.map(|pending| Waits {
                until: time_of_day(pending.expires_at, cx.lang()),
                email: pending.email,
                in_folder: cx.app().mailer.is_folder(),
            }),
            ask: with_till(&cx.path(Page::SignIn, &[]), &till),
            till,
        }
    }
}

async fn pending(cx: &Cx, requester: &Requester) -> Result<Option<Pending>, Failure> {
    Ok(match &requester.browser {
        Some(browser) => codes::pending(cx.app(), browser).await?,
        None => None,
    })
}

pub(crate) async fn get(cx: Cx, requester: Requester) -> Result<Response, Failure> {
    let pending = pending(&cx, &requester).await?;
    page_with(StatusCode::OK, &CodePage::new(&cx, pending, till(&cx)))
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let t = cx.texts();
    let till = till_sent(&fields);
    let mend = async |message: String| {
        let pending = pending(&cx, &requester).await?;
        page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &CodePage {
                // Without a code to wait for, the page itself says what to do.
                faults: match &pending {
                    Some(_) => vec![at(CODE, message)],
                    None => Vec::new(),
                },
                ..CodePage::new(&cx, pending, till.clone())
            },
        )
    };
    let code = match line(t, &fields, CODE) {
        Ok(code) => code,
        Err(fault) => return mend(fault.message).await,
    };
    let Some(browser) = &requester.browser else {
        return mend(t.code_gone()).await;
    };
    // Nothing was typed, and no try is lost.
    if code.is_empty() {
        return mend(t.code_empty()).await;
    }
    let signed_in = codes::sign_in(
        cx.app(),
        browser,
        &code,
        &requester.device,
        requester.address,
    );
    let signed_in = match signed_in.await {
        Ok(signed_in) => signed_in,
        Err(error) => return mend(code_refused(t, refused(error)?)).await,
    };
    // Whoever was signed in here is so no longer.
    if let Some(before) = &cx.session {
        sessions::sign_out(cx.app(), before).await?;
    }
    let till = match signed_in.target {
        Some(target) => target,
        None => till,
    };
    let next = match signed_in.person.has_factor() {
        true => with_till(&cx.path(Page::SecondFactor, &[]), &till),
        false => onwards(&cx, signed_in.person.kept_forms, &till),
    };
    let response = session::signed_in(see_other(&next), &signed_in.cookie);
    Ok(session::asked(response))
}
