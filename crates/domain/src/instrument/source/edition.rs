//! Frameworks, and editions with their mapping.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DAY, GOAL_ID, ID};
use crate::text::Text;

/// `frameworks/<id>.toml`: a national policy with goals.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrameworkFile {
    /// The file's name without its ending.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// What the policy is called.
    pub title: Text,
    /// Source id.
    pub source: String,
    /// What the policy is and where it stands, at length; Markdown as in the hub.
    pub explained: Option<Text>,
    /// The goals in order.
    #[schemars(length(min = 1))]
    pub goals: Vec<FrameworkGoal>,
}

/// A goal of a framework. A goal without `title` is shown as "ej fastställd i tjänsten" and its
/// framework cannot be used for levels.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrameworkGoal {
    /// Id within the framework, `1`, `2`, …
    #[schemars(regex(pattern = GOAL_ID))]
    pub id: String,
    /// The official title; left out until an editor has it.
    pub title: Option<Text>,
    /// A short title for tables and captions.
    pub short: Option<Text>,
    /// What the goal asks of an organisation, in our own words.
    pub summary: Option<Text>,
    /// The same at length; Markdown as in the hub.
    pub explained: Option<Text>,
}

/// `editions/<id>/edition.toml`: which questions form the edition and how they map to goals.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    /// The folder's name.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The edition's number within its question set.
    #[schemars(range(min = 1, max = 9999))]
    pub number: u32,
    /// Version of questions, levels, what may be inte tillämpligt, and the mapping.
    #[schemars(range(min = 1, max = 9999))]
    pub structure: u32,
    /// Version of the texts.
    #[schemars(range(min = 1, max = 9999))]
    pub texts: u32,
    /// Version of the cards.
    #[schemars(range(min = 1, max = 9999))]
    pub cards: u32,
    /// The day the edition was published, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub published: String,
    /// The framework that the mapping is for.
    pub framework: String,
    /// What the question set is called.
    pub title: Text,
    /// How many questions, nyckelfrågor and snabbkollsfrågor the edition promises.
    pub counts: Counts,
    /// Framework × goal × question, in the order questions are asked.
    #[schemars(length(min = 1))]
    pub mapping: Vec<GoalMapping>,
}

/// The numbers an edition promises; the check counts and compares.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Questions in all.
    #[schemars(range(min = 1, max = 999))]
    pub questions: usize,
    /// Nyckelfrågor in all.
    #[schemars(range(min = 1, max = 999))]
    pub essential: usize,
    /// Questions of the snabbkoll in all.
    #[schemars(range(min = 1, max = 999))]
    pub quick: usize,
}

/// The questions of one goal, in order.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalMapping {
    /// Goal id within the framework.
    pub goal: String,
    /// The goal that stands above the others and carries the overall level.
    #[serde(default)]
    pub overarching: bool,
    /// The goal's questions in the order they are asked.
    #[schemars(length(min = 1))]
    pub questions: Vec<MappedQuestion>,
}

/// A question's place under a goal.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappedQuestion {
    /// Question id.
    pub id: String,
    /// Nyckelfråga: the goal's level leans on it.
    #[serde(default)]
    pub essential: bool,
    /// Part of the snabbkoll.
    #[serde(default)]
    pub quick: bool,
}
