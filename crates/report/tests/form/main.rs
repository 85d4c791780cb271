//! The forms to fill in elsewhere: what is written, what is read, and what is refused.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod common;
mod faults;
mod hostile;
mod others;
mod round_trip;
mod written;
