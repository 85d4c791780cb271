//! The session's cookie.

use axum::http::{HeaderMap, header};

/// Its name. The prefix makes browsers refuse it from anyone but this very host, over an
/// unprotected connection or for a part of the addresses.
pub(crate) const COOKIE: &str = "__Host-strategikollen";

/// The session that a request's cookie names.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<&str> {
    named(headers, COOKIE)
}

/// The value of a cookie by its name.
pub(crate) fn named<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}
