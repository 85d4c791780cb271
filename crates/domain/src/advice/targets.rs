//! Which level each goal is to reach: what the organisation has set, or the next level.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::instrument::Level;
use crate::openness::Prose;
use crate::scoring::{GoalScore, HEADLINE, Score};

/// Longest reason for a target, in characters.
pub const LONGEST_REASON: usize = 500;
/// Why an organisation aims for a level.
pub type TargetReason = Prose<LONGEST_REASON>;

/// A target that an organisation has set for one goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTarget {
    /// The level to reach.
    pub level: Level,
    /// Why, in the organisation's own words.
    pub reason: String,
}

/// The targets that an organisation has set, by goal id.
pub type OwnTargets = BTreeMap<String, OwnTarget>;

/// The level that a goal is to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The level.
    pub level: Level,
    /// Where it comes from.
    pub by: TargetBy,
    /// What the gap of an answer is counted to.
    weighed_from: Level,
}

/// Where a target comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetBy {
    /// The organisation has set it.
    Organisation,
    /// The level above the one that the goal has; 4 for a goal that has 4.
    NextLevel,
    /// The goal has no level to be above: the level that the headline counts, or 4 once every known
    /// answer of the round is there. It is what tips are chosen by, and nothing that a thin round or
    /// a snabbkoll could say is reached.
    NoLevel,
}

impl Target {
    /// How many steps an answer lies from what the tips are weighed by; 0 at or above it.
    pub(super) fn gap(&self, answered: Level) -> u8 {
        self.weighed_from.number().saturating_sub(answered.number())
    }
}

/// The targets of a round, by goal id; empty while no answer is a level.
///
/// A goal's target is the organisation's own, or else the next level. Tips of a goal without an own
/// target are weighed by how far the answers lie from one level for the whole round, [`aim`]: if
/// each were weighed by its own next level, an answer 2 in a goal at level 3 would count as further
/// behind than an answer 1 in a goal at level 1, and the goals furthest behind would come last.
pub fn targets(score: &Score, own: &OwnTargets) -> BTreeMap<String, Target> {
    let Some(aim) = aim(score) else {
        return BTreeMap::new();
    };
    let target = |goal: &GoalScore| match (own.get(&goal.goal), goal.level) {
        (Some(own), _) => Target {
            level: own.level,
            by: TargetBy::Organisation,
            weighed_from: own.level,
        },
        (None, Some(level)) => Target {
            level: level.next().unwrap_or(level),
            by: TargetBy::NextLevel,
            weighed_from: aim,
        },
        (None, None) => Target {
            level: aim,
            by: TargetBy::NoLevel,
            weighed_from: aim,
        },
    };
    let goals = score.goals.iter();
    goals.map(|g| (g.goal.clone(), target(g))).collect()
}

/// The level that tips are weighed by where the organisation has set none; `None` while no answer
/// is a level. It is the level that the headline counts, 3, so that following the tips raises "x av
/// y mål på nivå 3 eller högre", and 4 once no goal that has a level stands below 3. While no goal
/// has a level, as in the snabbkoll, the lowest answer stands in for the lowest goal.
fn aim(score: &Score) -> Option<Level> {
    let questions = score.goals.iter().flat_map(|goal| &goal.questions);
    let lowest_answer = questions.filter_map(|state| state.level()).min();
    let lowest_goal = score.goals.iter().filter_map(|goal| goal.level).min();
    let lowest = lowest_goal.or(lowest_answer)?;
    Some(if lowest < HEADLINE {
        HEADLINE
    } else {
        Level::FOUR
    })
}
