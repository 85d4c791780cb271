//! Signing in, and one's own account.

pub(crate) mod authenticator;
pub(crate) mod close;
pub(crate) mod code;
pub(crate) mod demo;
pub(crate) mod email;
pub(crate) mod factors;
pub(crate) mod home;
pub(crate) mod kept;
pub(crate) mod oidc;
pub(crate) mod passkey;
pub(crate) mod recovery;
pub(crate) mod recovery_codes;
pub(crate) mod second_factor;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod step_up;
pub(crate) mod ties;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use l10n::Texts;
use service::accounts::sessions::Session;
use service::accounts::{AccountError, Refusal};

use crate::context::Cx;
use crate::error::Failure;
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// Longest address to go on to.
const TILL_LIMIT: usize = 500;

/// The frame of an account's page, which asks nobody whether it was useful.
fn frame(cx: &Cx) -> Layout<'_> {
    let mut layout = Layout::of(cx);
    layout.about = None;
    layout
}

/// An address within the service to go on to; empty for any other text.
fn local(text: &str) -> String {
    let within = text.starts_with('/')
        && !text.starts_with("//")
        && text.len() <= TILL_LIMIT
        && !text.contains(|symbol: char| symbol == '\\' || symbol.is_control());
    match within {
        true => text.to_owned(),
        false => String::new(),
    }
}

/// Where to go on, as the address says.
fn till(cx: &Cx) -> String {
    local(&cx.query("till").unwrap_or_default())
}

/// Where to go on, as the form says.
fn till_sent(fields: &Fields) -> String {
    local(&fields.shown("till"))
}

/// An address with where to go on from there.
fn with_till(address: &str, till: &str) -> String {
    if till.is_empty() {
        return address.to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("till", till)
        .finish();
    format!("{address}?{query}")
}

/// Where someone who is signed in goes on: first to what was kept for them, then to where they were
/// going, else to their organisations.
fn onwards(cx: &Cx, kept_forms: i64, till: &str) -> String {
    if kept_forms > 0 {
        return with_till(&cx.path(Page::KeptForms, &[]), till);
    }
    match till {
        "" => cx.path(Page::Overview, &[]),
        till => till.to_owned(),
    }
}

/// Whether the form that led here was kept; `None` if none did.
fn kept(cx: &Cx) -> Option<bool> {
    cx.query("sparat").map(|kept| kept == "ja")
}

/// Who is signed in, whether the second factor has been shown or not.
fn known(cx: &Cx) -> Result<&Session, Failure> {
    cx.session.as_ref().ok_or(Failure::SignIn)
}

/// Why a use case refused, if a form can be mended by it; the way there otherwise.
fn refused(error: AccountError) -> Result<Refusal, Failure> {
    match error {
        AccountError::Failed(error) => Err(error.into()),
        AccountError::Refused(Refusal::Ended) => Err(Failure::SignIn),
        AccountError::Refused(Refusal::NotFresh) => Err(Failure::StepUp),
        AccountError::Refused(refusal) => Ok(refusal),
    }
}

/// What to say of a code that was mailed.
fn code_refused(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::WrongCode { left } => t.code_wrong(left),
        Refusal::TooMany => t.code_too_many(),
        Refusal::Taken => t.email_taken(),
        _ => t.code_gone(),
    }
}

/// What to say of an authenticator app's code.
fn totp_refused(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::UsedFactor => t.factor_used(),
        Refusal::TooMany => t.factor_too_many(),
        _ => t.factor_wrong(),
    }
}

/// What to say of a passkey.
fn passkey_refused(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::KnownKey => t.passkey_known(),
        Refusal::TooMany => t.factor_too_many(),
        _ => t.passkey_wrong(),
    }
}

/// The value of a short field, or what is wrong with it. The field's id is its name.
fn line(t: &Texts, fields: &Fields, name: &str) -> Result<String, FieldFault> {
    match fields.one(name, LINE_LIMIT) {
        Ok(value) => Ok(value.trim().to_owned()),
        Err(fault) => Err(at(name, message(t, fault))),
    }
}

/// What is wrong with a field.
fn at(field: &str, message: String) -> FieldFault {
    FieldFault {
        field: field.to_owned(),
        message,
    }
}

/// What a script asks for.
fn json(body: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_within_the_service_are_gone_on_to() {
        for address in ["/", "/konto", "/o/abc/ny?x=1", "/en/account"] {
            assert_eq!(local(address), address);
        }
        let long = format!("/{}", "a".repeat(TILL_LIMIT));
        for address in [
            "",
            "konto",
            "//ond.example",
            "/\\ond.example",
            "https://ond.example",
            "javascript:alert(1)",
            "/a\nSet-Cookie: b",
            &long,
        ] {
            assert_eq!(local(address), "", "{address}");
        }
    }

    #[test]
    fn an_address_carries_where_to_go_on() {
        assert_eq!(with_till("/logga-in", ""), "/logga-in");
        assert_eq!(
            with_till("/logga-in", "/o/a?b=c&d"),
            "/logga-in?till=%2Fo%2Fa%3Fb%3Dc%26d"
        );
    }
}
