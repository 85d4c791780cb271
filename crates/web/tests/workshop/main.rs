//! Workshops, by whole requests: the shared screen, phones, what each is told, and bad input.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod live;
mod phone;
mod screen;
mod world;

const HOUR: i64 = 60 * 60 * 1000;
