//! Sign out.

use askama::Template;
use axum::response::Response;
use service::accounts::sessions;

use super::frame;
use crate::context::Cx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;
use crate::session;

#[derive(Template)]
#[template(path = "account/sign_out.html")]
struct SignOutPage<'a> {
    layout: Layout<'a>,
    /// Of whoever is signed in.
    email: Option<&'a str>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    page(&SignOutPage {
        layout: frame(&cx),
        email: cx.session.as_ref().map(|session| session.email.as_str()),
    })
}

pub(crate) async fn post(cx: Cx) -> Result<Response, Failure> {
    if let Some(session) = &cx.session {
        sessions::sign_out(cx.app(), session).await?;
    }
    let next = format!("{}?utloggad=ja", cx.path(Page::SignIn, &[]));
    Ok(session::signed_out(see_other(&next)))
}
