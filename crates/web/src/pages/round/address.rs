//! The secret address: what it is, how to keep it, what happens if it is lost.

use askama::Template;
use axum::response::Response;
use l10n::date;

use super::progress::asked;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::mail::mailto;
use crate::routes::{Door, Page};

#[derive(Template)]
#[template(path = "round/address.html")]
struct AddressPage<'a> {
    layout: Layout<'a>,
    address: String,
    expires: String,
    begin: String,
    home: String,
    save: String,
    mail: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let address = cx.whole_address(Door::Write, Page::Home, cx.key());
    let first = asked(cx.edition()?, &cx.round)
        .next()
        .map(|(place, _)| place.mapped.id.clone());
    let subject = cx.texts().address_mail_subject();
    page(&AddressPage {
        expires: date(cx.round.expires_at(cx.app()), cx.lang()),
        begin: match first {
            _ if cx.round.facts.previous.is_some() => cx.to(Page::LastTime),
            Some(question) => cx.to_one(Page::Answer, &question),
            None => cx.to(Page::Home),
        },
        home: cx.to(Page::Home),
        save: cx.to(Page::Save),
        mail: mailto(&subject, &address),
        address,
        layout: Layout::of_round(&cx),
    })
}
