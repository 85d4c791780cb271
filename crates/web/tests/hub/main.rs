//! The knowledge hub and search, by whole requests, over a small hub of their own: what pages show,
//! what a text can never do, and what a search answers.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod pages;
mod search;
mod world;
