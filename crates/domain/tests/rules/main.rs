//! Levels, tips, score files, and what several respondents say together.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod advice;
mod file;
mod missing;
mod plan;
mod previous;
mod properties;
mod shipped;
mod sketch;
mod synthetic;
mod voices;
mod what_if;
mod worked;
mod worlds;
