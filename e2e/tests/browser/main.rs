//! Journeys in a real browser.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod accessibility;
mod heard;
mod keyboard;
mod passkey;
mod plan;
mod print;
mod rounds;
mod shown;
mod sizes;
mod story;
mod together;
