//! Journeys by plain HTTP: everything that works without JavaScript, and what goes over the wire.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod catalogue;
mod editions;
mod headers;
mod machines;
mod mail;
mod oidc;
mod pages;
mod refusals;
mod secrets;
mod unavailable;
mod walk;
mod weight;
mod workshop;
