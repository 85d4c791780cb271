//! What levels follow from the answers, and what they lean on.
//!
//! This module holds the shape of a result. The rules themselves are frozen, one module per
//! version of the rules (`v1`), so that a stored result can be recomputed for ever. All
//! arithmetic is in whole numbers; rounding happens only in [`Mean::shown`].

mod codes;
mod document;
mod file;
mod v1;

pub use codes::ResultCodes;
pub use document::{ScoreDocument, document};
pub use file::{Problem, ScoreFile, ScoreFileError};

use serde::Serialize;

use crate::assessment::{Answer, Answers, Depth};
use crate::instrument::{Edition, Level};
use crate::organisation::OrganisationKind;

/// The version of the rules that new results are computed by.
pub const RULES: &str = v1::VERSION;

/// Applicable questions that a goal needs to have a level.
pub const MIN_APPLICABLE: usize = v1::MIN_APPLICABLE;

/// The lowest level that the headline counts.
pub const HEADLINE: Level = v1::HEADLINE;

/// Computes the result of a set of answers.
///
/// Only questions of the edition count, and in [`Depth::Quick`] only those of the snabbkoll.
/// An inte tillämpligt whose reason the edition does not allow for `kind` counts as missing;
/// while the kind is not known (`None`), a reason that is open to some kind is allowed.
pub fn score(
    edition: &Edition,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &Answers,
) -> Score {
    v1::score(edition, depth, kind, answers)
}

/// The fewest single steps that take a goal to a level, in hela kollen.
///
/// `None` if there is nothing to lift: no such goal, a goal that cannot have a level for want of
/// applicable questions, a target that is reached, or target 1, the floor, where answers may be
/// lacking but no steps.
pub fn missing_for(
    edition: &Edition,
    goal_id: &str,
    answers: &Answers,
    kind: Option<OrganisationKind>,
    target: Level,
) -> Option<Missing> {
    v1::missing_for(edition, goal_id, answers, kind, target)
}

/// Where a goal stands by the answers to its applicable questions, each with whether it is a
/// nyckelfråga; an unknown answer is `None`. For comparison, which has no need of what a whole
/// [`GoalScore`] tells. `None` for a goal that has no level.
pub fn stand(applicable: impl IntoIterator<Item = (bool, Option<Level>)>) -> Option<(Mean, Level)> {
    v1::stand(applicable)
}

/// The goals in the order the snabbkoll shows them: lowest answers first.
///
/// Goals are compared by their lowest answer to a question of the snabbkoll, then by the next
/// lowest. An unknown stands between 2 and 3: what nobody knows is hardly done everywhere, but a
/// known 1 or 2 is the surer place to begin. Inte tillämpligt stands above 4. Equal goals keep the
/// order of the framework.
pub fn quick_order(edition: &Edition, answers: &Answers) -> Vec<String> {
    v1::quick_order(edition, answers)
}

/// The result of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// How much of the edition was asked.
    pub depth: Depth,
    /// The goals, in the framework's order.
    pub goals: Vec<GoalScore>,
    /// Helheten.
    pub overall: Overall,
    /// Lagkrav that may not be met, whatever the levels, in the order questions are asked.
    /// While the kind of organisation is not known, duties of every kind are listed.
    pub duties: Vec<DutyFinding>,
    /// What the result was computed by.
    pub versions: Versions,
    /// Lower-case hex SHA-256 of the RFC 8785 JSON of versions, depth, kind of organisation and
    /// the answers that count. Codes only: texts, cards and advice are outside.
    pub hash: String,
}

impl Score {
    /// A goal's result by the goal's id.
    pub fn goal(&self, id: &str) -> Option<&GoalScore> {
        self.goals.iter().find(|goal| goal.goal == id)
    }
}

/// The result of one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalScore {
    /// Goal id.
    pub goal: String,
    /// Whether there is a level, and if not, why.
    pub state: GoalState,
    /// Number of questions not inte tillämpligt.
    pub applicable: usize,
    /// Number of applicable questions answered with a level.
    pub known: usize,
    /// Every question asked, in order.
    pub questions: Vec<QuestionState>,
    /// The level; an unknown counts as 1.
    pub level: Option<Level>,
    /// The level if every unknown were 4. Present together with the level.
    pub up_to: Option<Level>,
    /// The mean of the known levels; absent in the snabbkoll and while nothing is known.
    pub mean: Option<Mean>,
    /// How level 1 to 4 were tried, in that order; empty for a goal without a level.
    pub tests: Vec<LevelTest>,
    /// Nära gränsen: questions whose known answer, one step lower, alone lowers the level.
    pub near_limit: Vec<String>,
    /// What lacks for the next level; absent at level 4 and for a goal without a level.
    pub missing: Option<Missing>,
}

/// Whether a goal has a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalState {
    /// It has.
    HasLevel,
    /// It has not, for every reason listed.
    NoLevel(Vec<WhyNoLevel>),
    /// The snabbkoll gives no levels.
    Quick,
}

/// Why a goal has no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum WhyNoLevel {
    /// Too many questions are inte tillämpligt.
    TooFewApplicable {
        /// Applicable questions.
        applicable: usize,
        /// Applicable questions that a level needs.
        needed: usize,
    },
    /// Every nyckelfråga is inte tillämpligt.
    NoEssentialApplicable,
    /// Too many questions are missing or answered vet inte än.
    TooFewKnown {
        /// Known answers.
        known: usize,
        /// Known answers that a level needs.
        needed: usize,
        /// Answers to add: `needed - known`.
        more: usize,
    },
}

/// A question as the result saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionState {
    /// Question id.
    pub question: String,
    /// Whether it is a nyckelfråga.
    pub essential: bool,
    /// The answer that counted; `None` is missing.
    pub answer: Option<Answer>,
}

impl QuestionState {
    /// The level answered, if any.
    pub fn level(&self) -> Option<Level> {
        self.answer.as_ref().and_then(Answer::level)
    }

    /// Whether the question is applicable: every answer but inte tillämpligt, and none at all.
    pub fn is_applicable(&self) -> bool {
        !matches!(self.answer, Some(Answer::NotApplicable(_)))
    }
}

/// A mean of levels as an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    /// The levels added together.
    pub sum: u32,
    /// How many they are; never 0.
    pub count: u32,
}

impl Mean {
    /// The mean as shown: whole number and tenth, half away from zero.
    pub fn shown(self) -> (u32, u32) {
        let tenths = (20 * self.sum + self.count) / (2 * self.count);
        (tenths / 10, tenths % 10)
    }
}

/// How one level was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelTest {
    /// The level.
    pub level: Level,
    /// Applicable questions at the level or above.
    pub reached: usize,
    /// How many that have to be: two thirds of the applicable.
    pub needed: usize,
    /// Nyckelfrågor more than one step below the level; each alone stops it.
    pub blocking: Vec<String>,
    /// Whether enough questions reached the level and nothing blocks.
    pub holds: bool,
}

/// What lacks for a target level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The level to reach.
    pub target: Level,
    /// The questions to lift: nyckelfrågor first, then those with the fewest steps, then higher
    /// benefit of the card, then id.
    pub steps: Vec<MissingStep>,
    /// Unknown questions that are not among the steps, and that would make the steps fewer if
    /// they turned out to be in place. (An unknown among the steps has no `from`.)
    pub find_out: Vec<String>,
}

impl Missing {
    /// The number of single steps in all.
    pub fn steps(&self) -> usize {
        self.steps.iter().map(MissingStep::steps).sum()
    }
}

/// A question to lift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingStep {
    /// Question id.
    pub question: String,
    /// Where it stands; `None` is unknown, which counts as 1: lift it, or find out.
    pub from: Option<Level>,
    /// Where to lift it.
    pub to: Level,
}

impl MissingStep {
    /// The number of single steps.
    pub fn steps(&self) -> usize {
        let from = self.from.unwrap_or(Level::ONE);
        usize::from(self.to.number() - from.number())
    }
}

/// Helheten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overall {
    /// Goals at level 3 or higher.
    pub at_level_3: usize,
    /// Applicable goals: those with enough applicable questions to have a level once they are
    /// answered. The overarching goal is one of them. 0 in the snabbkoll.
    pub goals: usize,
    /// The overall level.
    pub level: Option<Level>,
    /// Whether the level counts a goal without level as not reached ("minst").
    pub at_least: bool,
    /// Why there is no overall level; empty if there is one.
    pub why_not: Vec<WhyNoOverall>,
}

/// Why there is no overall level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum WhyNoOverall {
    /// The snabbkoll gives no levels.
    Quick,
    /// The overarching goal has no level.
    OverarchingWithoutLevel,
    /// Too many of the other applicable goals have no level.
    TooManyWithoutLevel {
        /// The ids of those goals.
        goals: Vec<String>,
        /// How many of them may be without.
        allowed: usize,
    },
}

/// An answer that may mean that a legal duty is not met. Guidance, not legal advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyFinding {
    /// Question id.
    pub question: String,
    /// Duty id, unique within the edition.
    pub duty: String,
    /// The level answered.
    pub level: Level,
}

/// What a result was computed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Versions {
    /// Edition id.
    pub edition: String,
    /// Version of the edition's questions, levels, reasons for inte tillämpligt and mapping.
    pub structure: u32,
    /// Id of the framework that the mapping is for.
    pub framework: String,
    /// Version of the rules.
    pub rules: &'static str,
}
