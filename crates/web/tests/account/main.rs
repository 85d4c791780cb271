//! Signing in and one's own account, as whole requests: what works, and what someone tries.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod closing;
mod code;
mod factor;
mod kept;
mod oidc;
mod own;
mod session;

use axum::http::StatusCode;

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

const KIM: &str = "kim@kommunen.example";
const ALEX: &str = "alex@kommunen.example";

/// Name of the session's cookie.
const SESSION: &str = "__Host-strategikollen";
/// Name of the cookie of a browser that has asked for a code.
const BROWSER: &str = "__Host-inloggning";
