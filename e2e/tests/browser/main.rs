//! Journeys in a real browser.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod accessibility;
mod keyboard;
mod print;
mod sizes;
mod together;
