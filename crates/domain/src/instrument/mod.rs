//! The question set as data: editions of questions, cards, frameworks and the mapping between.
//!
//! [`source`] says what a content folder looks like on disk, [`check`] reads a folder and reports
//! all its problems, and [`Content`] is what a folder without problems becomes. [`schema`] and
//! [`export`] are for those who edit content and those who build on it.

pub mod check;
pub mod export;
pub mod lix;
pub mod model;
pub mod schema;
pub mod source;
mod words;

pub use model::*;
