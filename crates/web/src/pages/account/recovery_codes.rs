//! Recovery codes: made anew, and shown this once.

use askama::Template;
use axum::response::Response;
use service::accounts::factors;

use super::{frame, onwards, refused, till_sent};
use crate::context::PersonCx;
use crate::error::{Failure, page};
use crate::forms::Fields;
use crate::layout::Layout;

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct CodesPage<'a> {
    layout: Layout<'a>,
    /// Empty before they are made.
    codes: Vec<String>,
    onwards: String,
}

/// The page that shows codes that have just been made. They are stored only as hashes, so there is
/// no page to go on to that could show them.
pub(super) fn show(cx: &PersonCx, codes: Vec<String>, till: &str) -> Result<Response, Failure> {
    page(&CodesPage {
        layout: frame(&cx.cx),
        codes,
        onwards: onwards(&cx.cx, cx.session.kept_forms, till),
    })
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    show(&cx, Vec::new(), "")
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    match factors::new_recovery_codes(cx.cx.app(), &cx.session).await {
        Ok(codes) => show(&cx, codes, &till_sent(&fields)),
        Err(error) => {
            refused(error)?;
            Err(Failure::BadForm)
        }
    }
}
