//! Rounds that many answer: asking colleagues, answering alone, closing, agreeing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;

mod agreeing;
mod alone;
mod asking;
mod closing;
mod form;
mod joining;
mod leaving;
mod reminding;
mod starting;
mod world;

use axum::http::StatusCode;
use common::{Page, TestApp};
use world::{Visitor, World};
