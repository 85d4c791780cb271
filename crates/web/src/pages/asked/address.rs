//! A svarslänk, to keep: what it is, and how to send it to oneself.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::organisation::EmailAddress;
use service::rounds::own;
use service::secrets::Secret;

use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::{Door, Page};

#[derive(Template)]
#[template(path = "asked/address.html")]
struct AddressPage<'a> {
    layout: Layout<'a>,
    address: String,
    email: String,
    sent: bool,
    faults: Vec<FieldFault>,
    home: String,
}

fn view(cx: &RoundCx) -> AddressPage<'_> {
    AddressPage {
        address: cx.whole_address(Door::Guest, Page::Home, cx.key()),
        email: String::new(),
        sent: cx.cx.query("skickad").is_some(),
        faults: Vec::new(),
        home: cx.to(Page::Home),
        layout: Layout::of_round(cx),
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx))
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let secret = Secret::parse(cx.key()).ok_or(Failure::NoSuchRound)?;
    let written = fields.one("epost", LINE_LIMIT).unwrap_or_default();
    let Ok(to) = EmailAddress::try_from(written) else {
        let mut view = view(&cx);
        view.email = fields.shown("epost");
        view.faults.push(FieldFault {
            field: "epost".to_owned(),
            message: cx.texts().own_address_fault(),
        });
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &view);
    };
    let organisation = cx.round.facts.name.clone().unwrap_or_default();
    if !own::mail_address(cx.app(), &secret, &organisation, &to, cx.lang()).await? {
        return Err(Failure::TooMany);
    }
    let here = cx.to(Page::OwnAddress);
    Ok(see_other(&format!("{here}?skickad=ja")))
}
