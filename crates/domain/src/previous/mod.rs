//! The next round begins where the last one ended: which old answers may be confirmed, what has
//! changed between two rounds, and the trend over several.

mod changes;
mod map;
mod proposals;
mod trend;

use crate::assessment::{Answers, Coverage, Depth};
use crate::instrument::{Edition, Level};
use crate::organisation::OrganisationKind;
use crate::scoring::{self, GoalScore, Mean, Score};

pub use changes::{Changes, GoalChange, Moved, QuestionChange, changes};
pub use map::{Change, EditionMap};
pub use proposals::{Left, Proposal, WhyAnew, left, proposals};
pub use trend::{Break, Point, Series, goal_breaks, trend};

/// What one round answered.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// The edition it was answered on.
    pub edition: &'a Edition,
    /// How much of it was asked.
    pub depth: Depth,
    /// What kind of organisation answered, if it said.
    pub kind: Option<OrganisationKind>,
    /// Whom it answered for, if it said.
    pub coverage: Option<Coverage>,
    /// The answers that its result was computed from.
    pub answers: &'a Answers,
}

impl Round<'_> {
    fn score(&self) -> Score {
        scoring::score(self.edition, self.depth, self.kind, self.answers)
    }
}

/// Where a goal stands in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The level, if the goal has one.
    pub level: Option<Level>,
    /// The level if every unknown were 4; present together with the level.
    pub up_to: Option<Level>,
    /// The mean of the known levels; absent in the snabbkoll and while nothing is known.
    pub mean: Option<Mean>,
}

impl Standing {
    fn of(goal: &GoalScore) -> Standing {
        Standing {
            level: goal.level,
            up_to: goal.up_to,
            mean: goal.mean,
        }
    }
}
