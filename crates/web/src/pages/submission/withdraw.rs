//! Withdrawing what was handed in: a new act that needs a reason.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::settings::Mode;
use service::submissions::{self, Refusal, SubmissionError};

use super::hand_in::failure;
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// Longest reason, in characters.
const REASON_LIMIT: usize = 1000;

#[derive(Template)]
#[template(path = "submission/withdraw.html")]
struct WithdrawPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    reason: String,
    /// What handing in has led to that this does not undo.
    stays: Option<String>,
    receipt: String,
}

fn view(cx: &RoundCx, reason: String, fault: Option<String>) -> WithdrawPage<'_> {
    let fault = fault.map(|message| FieldFault {
        field: "skal".to_owned(),
        message,
    });
    WithdrawPage {
        faults: fault.into_iter().collect(),
        reason,
        stays: match &cx.app().settings.mode {
            Mode::Shared { agency } => Some(cx.texts().withdraw_shared(agency.as_str())),
            Mode::Own => None,
        },
        receipt: cx.to(Page::Receipt),
        layout: Layout::of_round(cx),
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, String::new(), None))
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.texts();
    let (session, _) = cx.member()?;
    let fault = match fields.one("skal", REASON_LIMIT) {
        Err(fault) => message(t, fault),
        Ok(reason) => {
            let reason = reason.replace("\r\n", "\n");
            let done = submissions::withdraw(cx.app(), session.person, cx.round.id(), &reason);
            match done.await {
                Ok(()) => return Ok(see_other(&cx.to(Page::Receipt))),
                Err(SubmissionError::Refused(Refusal::ReasonMissing)) => {
                    t.withdraw_reason_missing()
                }
                Err(error) => return Err(failure(error)),
            }
        }
    };
    let shown = view(&cx, fields.shown("skal"), Some(fault));
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}
