//! One line in the log per request: method, route pattern, status, time. Never an address, which
//! may hold a secret, and never a body.

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::Response;
use axum::middleware::Next;
use std::time::Duration;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::trace::TraceLayer;
use tracing::Span;
use tracing::field::Empty;

type Make = fn(&Request<Body>) -> Span;
type Done = fn(&Response<Body>, Duration, &Span);

pub(crate) type LogLayer =
    TraceLayer<SharedClassifier<ServerErrorsAsFailures>, Make, (), Done, (), (), ()>;

/// The layer that opens a request's span and writes its line.
pub(crate) fn layer() -> LogLayer {
    TraceLayer::new_for_http()
        .make_span_with(make as Make)
        .on_request(())
        .on_response(done as Done)
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

fn make(request: &Request<Body>) -> Span {
    let id = request
        .headers()
        .get("x-request-id")
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), route = Empty, id)
}

fn done(response: &Response<Body>, took: Duration, span: &Span) {
    let _entered = span.enter();
    tracing::info!(
        status = response.status().as_u16(),
        ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
}

/// Notes the route pattern once the router has found it.
pub(crate) async fn matched(request: Request, next: Next) -> axum::response::Response {
    if let Some(path) = request.extensions().get::<MatchedPath>() {
        Span::current().record("route", path.as_str());
    }
    next.run(request).await
}
