//! What a plan hands on to the next one.

use super::{Decision, Entry, Status};

/// An entry as it goes on in the next plan; `None` for what stays behind: what is done, what was
/// decided against, and what nothing was decided about, which the next answers offer anew if it is
/// still of use.
pub fn carried(entry: &Entry) -> Option<Entry> {
    match entry.decision {
        Decision::Do { .. } if entry.status != Status::Done => Some(entry.clone()),
        Decision::Later { .. } => Some(entry.clone()),
        _ => None,
    }
}
