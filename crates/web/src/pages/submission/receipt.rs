//! The receipt of what was handed in. It is made from what is stored, so it survives a bookmark.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::account::Action;
use l10n::{Texts, date, time_of_day};
use service::submissions::{self, Document, Receipt};

use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "submission/receipt.html")]
struct ReceiptPage<'a> {
    layout: Layout<'a>,
    reference: String,
    when: String,
    organisation: String,
    edition: String,
    hash: String,
    file_name: String,
    /// When it was withdrawn, in a sentence, and why.
    withdrawn: Option<(String, String)>,
    file: String,
    result: String,
    decision: String,
    withdraw: Option<String>,
}

/// A moment in words.
fn moment(cx: &RoundCx, t: &Texts, at: i64) -> String {
    t.submit_when(date(at, cx.lang()), time_of_day(at, cx.lang()))
}

async fn found(cx: &RoundCx) -> Result<Receipt, Failure> {
    let receipt = submissions::receipt(cx.app(), cx.round.id()).await?;
    receipt.ok_or(Failure::NotFound)
}

/// The same file has the same name wherever it is.
fn file_name(receipt: &Receipt) -> String {
    format!("strategikollen-{}.json", receipt.reference)
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let t = cx.texts();
    let (_, organisation) = cx.member()?;
    let receipt = found(&cx).await?;
    let document = Document::read(&receipt.document)?;
    page(&ReceiptPage {
        when: moment(&cx, t, receipt.at),
        organisation: organisation.name.clone(),
        edition: document.versions.edition,
        file_name: file_name(&receipt),
        withdrawn: receipt.withdrawn.map(|withdrawn| {
            let when = moment(&cx, t, withdrawn.at);
            (t.receipt_withdrawn(when.as_str()), withdrawn.reason)
        }),
        reference: receipt.reference,
        hash: receipt.hash,
        file: cx.to(Page::ReceiptFile),
        result: cx.to(Page::Result),
        decision: cx.to(Page::Decision),
        withdraw: cx.may(Action::Withdraw).then(|| cx.to(Page::Withdraw)),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn file(cx: RoundCx) -> Result<Response, Failure> {
    let receipt = found(&cx).await?;
    let disposition = format!("attachment; filename=\"{}\"", file_name(&receipt));
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, receipt.document).into_response())
}
