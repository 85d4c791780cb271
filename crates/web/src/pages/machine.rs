//! Answers for machines: is it alive, can it serve, may it be crawled.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::Web;
use crate::routes::{Door, Page, route};
use domain::text::Lang;

fn status(code: StatusCode, status: &str) -> Response {
    let body = format!("{{\"status\":\"{status}\"}}");
    (code, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// The process answers.
pub(crate) async fn live() -> Response {
    status(StatusCode::OK, "ok")
}

/// The database can be read and written.
pub(crate) async fn ready(State(web): State<Arc<Web>>) -> Response {
    match web.app.store.ready().await {
        Ok(()) => status(StatusCode::OK, "ok"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            status(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
        }
    }
}

/// Rounds are nobody's to crawl; everything else may be found.
pub(crate) async fn robots() -> Response {
    let mut body = String::from("User-agent: *\n");
    for lang in Lang::ALL {
        for door in [Door::Write, Door::Read, Door::Member, Door::Guest] {
            let pattern = route(Page::Home).pattern(lang, door);
            let prefix = pattern.split('{').next().unwrap_or_default();
            body.push_str(&format!("Disallow: {prefix}\n"));
        }
    }
    body.into_response()
}
