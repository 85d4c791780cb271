//! What is late and what is soon to be done: what a reminder tells of.

use super::{Decision, Entry, Status};
use crate::day::Day;

/// So many days ahead something is soon.
pub const SOON_DAYS: u16 = 14;

/// That the time for something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// It should have been done.
    Late,
    /// It is to be done today or within [`SOON_DAYS`].
    Soon,
    /// It was put off, and is to be taken up again now.
    TakeUp,
}

/// Whether the time for an entry has come; `None` if it has not, or if nothing is to be done.
pub fn due(entry: &Entry, today: Day) -> Option<Due> {
    match entry.decision {
        Decision::Do { .. } if entry.status == Status::Done => None,
        Decision::Do { by, .. } if by < today => Some(Due::Late),
        Decision::Do { by, .. } if by.days_before(SOON_DAYS) <= today => Some(Due::Soon),
        Decision::Later { on } if on <= today => Some(Due::TakeUp),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Subject;

    fn day(text: &str) -> Day {
        text.try_into().unwrap()
    }

    fn entry(decision: Decision, status: Status) -> Entry {
        Entry {
            subject: Subject::Card("x".to_owned()),
            decision,
            status,
            note: String::new(),
        }
    }

    #[test]
    fn what_is_done_or_far_off_is_not_reminded_of() {
        let by = |text: &str| Decision::Do {
            owner: "a".to_owned(),
            by: day(text),
            resources: String::new(),
        };
        let on = |text: &str| Decision::Later { on: day(text) };
        let today = day("2027-03-01");
        let cases = [
            (by("2027-02-28"), Status::Ongoing, Some(Due::Late)),
            (by("2027-02-28"), Status::Done, None),
            (by("2027-03-01"), Status::NotBegun, Some(Due::Soon)),
            (by("2027-03-15"), Status::NotBegun, Some(Due::Soon)),
            (by("2027-03-16"), Status::NotBegun, None),
            (on("2027-03-01"), Status::NotBegun, Some(Due::TakeUp)),
            (on("2027-03-02"), Status::NotBegun, None),
            (Decision::Open, Status::NotBegun, None),
        ];
        for (decision, status, expected) in cases {
            let entry = entry(decision, status);
            assert_eq!(due(&entry, today), expected, "{entry:?}");
        }
    }
}
