//! Read-only addresses: make, show, take back.

use askama::Template;
use axum::response::Response;
use domain::account::Scope;
use l10n::date;
use service::rounds;

use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::{Door, Page};

struct Row {
    id: String,
    address: String,
    made: String,
}

#[derive(Template)]
#[template(path = "round/share.html")]
struct SharePage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    /// What was just done, so that the page can say so.
    made: bool,
    taken_back: bool,
    home: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let rows = rounds::readers(cx.app(), &cx.round)
        .await?
        .into_iter()
        .map(|reader| Row {
            id: reader.id.to_string(),
            address: cx.whole_address(Door::Read, Page::Result, &reader.secret.text()),
            made: date(reader.created_at, cx.lang()),
        })
        .collect();
    page(&SharePage {
        rows,
        made: cx.cx.query("ny").is_some(),
        taken_back: cx.cx.query("borta").is_some(),
        home: cx.to(Page::Home),
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Share);
    match fields.one("gor", LINE_LIMIT) {
        Ok("ny") => {
            rounds::share(cx.app(), &cx.round, None, Scope::Full, None).await?;
            Ok(see_other(&format!("{here}?ny=ja")))
        }
        Ok("ta-tillbaka") => {
            let id = fields
                .one("id", LINE_LIMIT)
                .ok()
                .and_then(|id| id.parse().ok())
                .ok_or(Failure::BadForm)?;
            rounds::revoke(cx.app(), &cx.round, None, id).await?;
            Ok(see_other(&format!("{here}?borta=ja")))
        }
        _ => Err(Failure::BadForm),
    }
}
