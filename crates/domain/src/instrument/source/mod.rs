//! The shape of a content folder: one struct per kind of file.
//!
//! The JSON schemas that editors use and that the loader checks against are derived from these
//! structs, so a schema can never say something else than the loader does.

mod card;
mod common;
mod comparison;
mod edition;
mod links;
mod previous;
mod question;

pub use card::*;
pub use common::*;
pub use comparison::*;
pub use edition::*;
pub use links::*;
pub use previous::*;
pub use question::*;

/// A day.
pub(crate) const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";

/// An id in kebab case.
pub(crate) const ID: &str = r"^[a-z0-9]+(-[a-z0-9]+)*$";

/// The id of a goal within its framework.
pub(in crate::instrument) const GOAL_ID: &str = r"^[1-9][0-9]*$";

/// The id of a question: area, full stop, name.
pub(in crate::instrument) const QUESTION_ID: &str = r"^[a-z]+\.[a-z]+$";

/// An address outside the service.
pub(in crate::instrument) const ADDRESS: &str = r"^https?://[^\s]+$";

/// One or more words, each with an optional `*` for any ending.
pub(in crate::instrument) const TERM: &str = r"^[^\s*]+\*?( [^\s*]+\*?)*$";
