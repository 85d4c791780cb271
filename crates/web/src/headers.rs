//! Security headers of every response, and what may be kept in caches.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::Web;

/// Nothing from third parties, nothing inline, no framing.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
     font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     object-src 'none'";

static FIXED: [(HeaderName, HeaderValue); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    // Never a path: a round's address is a secret.
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("strict-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    ),
];

/// What the name of every file begins with in a service to show.
const SYNTHETIC: &str = "pahittad-";

/// Says in the name of a file that is taken out that it tells of nothing real.
fn mark_file(headers: &mut HeaderMap) {
    let named = headers.get(header::CONTENT_DISPOSITION);
    let named = named.and_then(|value| value.to_str().ok());
    let marked =
        named.map(|named| named.replacen("filename=\"", &format!("filename=\"{SYNTHETIC}"), 1));
    if let Some(Ok(marked)) = marked.map(|marked| HeaderValue::from_str(&marked)) {
        headers.insert(header::CONTENT_DISPOSITION, marked);
    }
}

/// Adds the headers. Pages are not kept by caches: after the back button a form shows what is
/// saved now. A service on https asks for https from then on.
pub(crate) async fn add(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in &FIXED {
        // Open data says for itself that pages of other sites may use it.
        headers.entry(name).or_insert_with(|| value.clone());
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if web.app.demo.is_some() {
        mark_file(headers);
    }
    if web.app.settings.base_url.starts_with("https://") {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    response
}
