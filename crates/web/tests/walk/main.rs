//! The walk through a round, by whole requests: what is saved, what is told, and what becomes of
//! bad input. Laid out by route.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod answer;
mod check;
#[path = "../common/mod.rs"]
mod common;
mod ends;
mod everywhere;
mod facts;
mod file;
mod goal_form;
mod new;
mod share;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use common::TestApp;

const DAY: i64 = 24 * 60 * 60 * 1000;
