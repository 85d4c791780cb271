//! The sign-in services that one's account is tied to.

use askama::Template;
use axum::response::Response;
use service::accounts::oidc::{self, Tied};

use super::{frame, refused};
use crate::context::PersonCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "account/ties.html")]
struct TiesPage<'a> {
    layout: Layout<'a>,
    saved: Option<String>,
    ties: Vec<Tied>,
}

pub(crate) async fn get(PersonCx { cx, session }: PersonCx) -> Result<Response, Failure> {
    let saved = cx.query("borttagen").map(|_| cx.texts().ties_removed());
    page(&TiesPage {
        ties: oidc::ties(cx.app(), &session).await?,
        layout: frame(&cx),
        saved,
    })
}

pub(crate) async fn post(
    PersonCx { cx, session }: PersonCx,
    fields: Fields,
) -> Result<Response, Failure> {
    let issuer = fields
        .one("ta-bort", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    if let Err(error) = oidc::untie(cx.app(), &session, issuer).await {
        refused(error)?;
    }
    let here = cx.path(Page::Ties, &[]);
    Ok(see_other(&format!("{here}?borttagen=ja")))
}
