//! Open data by whole requests: the files, the catalogue, and the pages about them. Laid out by
//! address.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

mod catalogue;
#[path = "../common/mod.rs"]
mod common;
mod files;
mod pages;
mod world;
