//! The plan: what an organisation has decided about its tips and what it does besides, by whom and
//! when. What people have set is theirs: no new answer ever changes it.

mod carried;
mod due;
mod effect;
mod status;

pub use carried::carried;
pub use due::{Due, SOON_DAYS, due};
pub use effect::{Effect, Moved, effect};
pub use status::{Derived, Difference, derived, difference};

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::openness::{Line, Prose};

/// Longest name of an action of one's own, in characters.
pub const LONGEST_TITLE: usize = 150;
/// Longest note, reason or resources, in characters.
pub const LONGEST_NOTE: usize = 1000;
/// Longest name of an owner, in characters.
pub const LONGEST_OWNER: usize = 100;

/// What an action of one's own is called, and a plan.
pub type Title = Line<LONGEST_TITLE>;
/// A note, a reason, or what is set aside for an action.
pub type PlanText = Prose<LONGEST_NOTE>;
/// What an owner is called: a person or a function.
pub type OwnerName = Line<LONGEST_OWNER>;

/// What an entry of a plan is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// A tip, by its id in the plan's edition.
    Card(String),
    /// An action of one's own.
    Own {
        /// What it is called.
        title: String,
        /// The goal it is for, if any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        goal: Option<String>,
    },
}

/// What has been decided about an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// Gör.
    Do {
        /// Who, by the owner's id in the plan.
        owner: String,
        /// By when.
        by: Day,
        /// What is set aside for it: hours, money. May be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        resources: String,
    },
    /// Senare.
    Later {
        /// When it is to be taken up again.
        on: Day,
    },
    /// Inte, för att …
    No {
        /// Why not.
        because: String,
    },
}

/// How far people say that an action has come.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Inte påbörjad.
    #[default]
    NotBegun,
    /// Pågår.
    Ongoing,
    /// Klar.
    Done,
}

/// A code that names no status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown status: {0}")]
pub struct UnknownStatus(pub String);

impl Status {
    /// All statuses, in the order a form shows them.
    pub const ALL: [Status; 3] = [Status::NotBegun, Status::Ongoing, Status::Done];

    /// The code used in forms and files.
    pub fn code(self) -> &'static str {
        match self {
            Status::NotBegun => "not_begun",
            Status::Ongoing => "ongoing",
            Status::Done => "done",
        }
    }
}

impl TryFrom<&str> for Status {
    type Error = UnknownStatus;

    fn try_from(code: &str) -> Result<Self, UnknownStatus> {
        let named = Status::ALL.into_iter().find(|status| status.code() == code);
        named.ok_or_else(|| UnknownStatus(code.to_owned()))
    }
}

/// One line of a plan: a tip or an action of one's own, with what has been decided about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What it is about.
    pub subject: Subject,
    /// What has been decided.
    #[serde(default)]
    pub decision: Decision,
    /// How far people say it has come. Of an entry that nobody is to do, it says nothing.
    #[serde(default)]
    pub status: Status,
    /// What someone has noted. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Entry {
    /// A tip that nothing has been decided about.
    pub fn undecided(card: &str) -> Entry {
        Entry {
            subject: Subject::Card(card.to_owned()),
            decision: Decision::Open,
            status: Status::NotBegun,
            note: String::new(),
        }
    }

    /// The card's id, if the entry is about a tip.
    pub fn card(&self) -> Option<&str> {
        match &self.subject {
            Subject::Card(card) => Some(card),
            Subject::Own { .. } => None,
        }
    }

    /// The owner's id, if it is to be done.
    pub fn owner(&self) -> Option<&str> {
        match &self.decision {
            Decision::Do { owner, .. } => Some(owner),
            _ => None,
        }
    }

    /// The day by which it is to be done, or on which it is to be taken up again.
    pub fn day(&self) -> Option<Day> {
        match self.decision {
            Decision::Do { by, .. } => Some(by),
            Decision::Later { on } => Some(on),
            Decision::Open | Decision::No { .. } => None,
        }
    }
}

/// Why a decision cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionFault {
    /// The day is past, and is not the one that stood there.
    #[error("the day is past")]
    PastDay,
}

/// Whether a decision can follow on another. A new day may not be past; a day that stood there may
/// stay, so that what is late can be noted and done.
pub fn check(new: &Entry, old: Option<&Entry>, today: Day) -> Result<(), DecisionFault> {
    match new.day() {
        Some(day) if is_past(day, old.and_then(Entry::day), today) => Err(DecisionFault::PastDay),
        _ => Ok(()),
    }
}

/// Whether a day is past and not the one that stood there.
pub fn is_past(day: Day, stood: Option<Day>, today: Day) -> bool {
    day < today && stood != Some(day)
}
