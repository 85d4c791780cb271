//! Levels, tips and score files.

mod sketch;
mod worked;
