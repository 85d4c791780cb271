//! Comparison by whole requests: what an organisation sees beside a group, what everyone sees, and
//! that nothing is shown that is not published.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod compare;
mod method;
mod round;
mod statistics;
mod tip;
mod trend;
mod world;
