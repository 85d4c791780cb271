//! The two status columns: how far the answers say that a tip has come, and how far people say it
//! has. Where they differ the service asks; it never sets one after the other.

use super::{Decision, Entry, Status};
use crate::assessment::Answers;
use crate::instrument::Card;

/// How far the answers say that a tip has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derived {
    /// No question that the card serves is answered with a level.
    Unknown,
    /// No answer is past the first step that the card takes.
    NotBegun,
    /// Some answer is past the first step, and some is not past the last.
    Begun,
    /// Every known answer is past the last step.
    Done,
}

/// How far the answers say that a card has come.
pub fn derived(card: &Card, answers: &Answers) -> Derived {
    let known: Vec<_> = card
        .serves
        .iter()
        .filter_map(|serves| Some((serves, answers.get(&serves.question)?.level()?)))
        .collect();
    if known.is_empty() {
        Derived::Unknown
    } else if known.iter().all(|(s, level)| *level >= s.done_from()) {
        Derived::Done
    } else if known
        .iter()
        .any(|(s, level)| s.begun_at(*level) || *level >= s.done_from())
    {
        Derived::Begun
    } else {
        Derived::NotBegun
    }
}

/// Where people and answers say different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// People say that it is done, and the answers do not: has it not had effect, or are the answers
    /// from before?
    DoneNotAnswered,
    /// The answers say that it is done, and people do not: is it, or is something left?
    AnsweredNotDone,
    /// It was decided against or put off, and the answers say that it is done.
    AnsweredNotDecided,
}

/// Whether people and answers say different things about an entry.
pub fn difference(entry: &Entry, derived: Derived) -> Option<Difference> {
    match (&entry.decision, entry.status, derived) {
        (Decision::Do { .. }, Status::Done, Derived::NotBegun | Derived::Begun) => {
            Some(Difference::DoneNotAnswered)
        }
        (Decision::Do { .. }, Status::NotBegun | Status::Ongoing, Derived::Done) => {
            Some(Difference::AnsweredNotDone)
        }
        (Decision::Later { .. } | Decision::No { .. }, _, Derived::Done) => {
            Some(Difference::AnsweredNotDecided)
        }
        _ => None,
    }
}
