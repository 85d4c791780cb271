//! The shape of a content folder: one struct per kind of file.
//!
//! The JSON schemas that editors use and that the loader checks against are derived from these
//! structs, so a schema can never say something else than the loader does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::{OrganisationKind, OrganisationType};
use crate::text::{NOT_BLANK, Text};

/// A day.
pub(super) const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";

/// An id in kebab case.
pub(super) const ID: &str = r"^[a-z0-9]+(-[a-z0-9]+)*$";

/// The id of a goal within its framework.
pub(super) const GOAL_ID: &str = r"^[1-9][0-9]*$";

/// The id of a question: area, full stop, name.
pub(super) const QUESTION_ID: &str = r"^[a-z]+\.[a-z]+$";

/// An address outside the service.
pub(super) const ADDRESS: &str = r"^https?://[^\s]+$";

/// One or more words, each with an optional `*` for any ending.
pub(super) const TERM: &str = r"^[^\s*]+\*?( [^\s*]+\*?)*$";

/// `levels.toml`: the four levels, the same for every question.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelsFile {
    /// Level 1 to 4, in order.
    #[schemars(length(min = 4, max = 4))]
    pub levels: Vec<LevelName>,
}

/// A level's name and what it means whatever the question.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    /// For example "Systematiskt".
    pub name: Text,
    /// What the level means for every question.
    pub meaning: Text,
}

/// `tags.toml`: topics, independent of any framework.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TagsFile {
    /// The topics.
    pub tags: Vec<Tag>,
}

/// A topic.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// Unique id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// Swedish name.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English name.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

/// `sources.toml`: every address outside the service that the content points at.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// The sources.
    pub sources: Vec<Source>,
}

/// A public page or act that the content builds on or points to.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// Who publishes it.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub publisher: String,
    /// `http://` or `https://` address.
    #[schemars(regex(pattern = ADDRESS))]
    pub address: String,
    /// The day an editor last went through the entry, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub checked: String,
    /// What the link says.
    pub title: Text,
}

/// `terms.toml`: words the checks treat apart.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsFile {
    /// The field's own terms and official titles, not counted as long words in LIX. A trailing
    /// `*` stands for any ending.
    #[schemars(inner(regex(pattern = TERM)))]
    pub glossary: Vec<String>,
    /// Words that no text may use.
    #[schemars(inner(regex(pattern = TERM)))]
    pub forbidden: Vec<String>,
    /// Words that no level sentence may use.
    #[schemars(inner(regex(pattern = TERM)))]
    pub forbidden_in_levels: Vec<String>,
}

/// `references.toml`: values from the national surveys, shown as sentences beside a goal.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferencesFile {
    /// The values, newest first within a goal.
    pub references: Vec<Reference>,
}

/// One reference value: what a national survey found, in its own scale.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Unique id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// A goal of the framework `nus-2016`.
    pub goal: String,
    /// The year of the survey.
    #[schemars(range(min = 2000, max = 2999))]
    pub year: u16,
    /// The types of organisation the value is about; empty means all.
    #[schemars(extend("uniqueItems" = true))]
    pub types: Vec<OrganisationType>,
    /// Source id.
    pub source: String,
    /// The sentence in Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// The sentence in English.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

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

/// Who in an organisation can answer a question.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Management.
    Ledning,
    /// Purchasing.
    Inkop,
    /// The operation that needs what is bought.
    Verksamhet,
    /// Finance.
    Ekonomi,
    /// Legal.
    Juridik,
}

impl Role {
    /// All roles, in the order they are listed.
    pub const ALL: [Role; 5] = [
        Role::Ledning,
        Role::Inkop,
        Role::Verksamhet,
        Role::Ekonomi,
        Role::Juridik,
    ];

    /// The code used in files and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Role::Ledning => "ledning",
            Role::Inkop => "inkop",
            Role::Verksamhet => "verksamhet",
            Role::Ekonomi => "ekonomi",
            Role::Juridik => "juridik",
        }
    }
}

/// `editions/<id>/questions/<area>/<name>.toml`: one question.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    /// `<area>.<name>`, as the file's place says. Stable for ever.
    #[schemars(regex(pattern = QUESTION_ID))]
    pub id: String,
    /// Who can answer.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub roles: Vec<Role>,
    /// Topic tags.
    #[schemars(length(min = 1, max = 3), extend("uniqueItems" = true))]
    pub tags: Vec<String>,
    /// What the question builds on.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub sources: Vec<String>,
    /// Other questions that hang together with this one.
    #[serde(default)]
    #[schemars(length(max = 3), extend("uniqueItems" = true))]
    pub related: Vec<String>,
    /// At most 15 words, one thing.
    pub question: Text,
    /// Why it matters, at most 40 words.
    pub why: Text,
    /// What tips the answer from level 2 to 3, at most 60 words.
    pub boundary: Text,
    /// Level 1 to 4: one sentence of at most 160 characters each.
    #[schemars(length(min = 4, max = 4))]
    pub levels: Vec<Text>,
    /// What to show as evidence at level 3 and 4.
    #[schemars(length(min = 2))]
    pub evidence: Vec<Evidence>,
    /// Examples for some kinds of organisation.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Reasons for inte tillämpligt, and who may give them. Empty: nobody may.
    #[serde(default)]
    pub not_applicable: Vec<NotApplicableReason>,
    /// Lagkrav: answers that may mean that a legal duty is not met.
    #[serde(default)]
    pub duties: Vec<Duty>,
}

/// What an organisation could show to back its answer.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The level it backs, 3 or 4.
    #[schemars(range(min = 3, max = 4))]
    pub level: u8,
    /// Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

/// How the question looks in some kinds of organisation.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The kinds it is for.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub kinds: Vec<OrganisationKind>,
    /// Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

/// A reason for which a question may be inte tillämpligt.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotApplicableReason {
    /// Code, unique within the question.
    #[schemars(regex(pattern = ID))]
    pub reason: String,
    /// The kinds of organisation that may give it.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub kinds: Vec<OrganisationKind>,
    /// Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

/// Lagkrav: which answers may mean that a legal duty is not met. Guidance, not legal advice.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Unique id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The levels that offer it.
    #[schemars(length(min = 1), inner(range(min = 1, max = 3)), extend("uniqueItems" = true))]
    pub answers: Vec<u8>,
    /// The kinds it binds; empty means all.
    #[serde(default)]
    #[schemars(extend("uniqueItems" = true))]
    pub kinds: Vec<OrganisationKind>,
    /// Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
    /// Act and chapter.
    pub reference: Text,
    /// Source id.
    pub source: String,
    /// The day someone last compared the rule with the act, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub checked: String,
}

/// `editions/<id>/cards/<area>/<card>.toml`: one tip.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardFile {
    /// The file's name without its ending, unique in the edition.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// What it gives, 1 to 3.
    #[schemars(range(min = 1, max = 3))]
    pub benefit: u8,
    /// How much work it is, by size of organisation.
    pub effort: EffortBySize,
    /// Source ids of support to read.
    #[schemars(extend("uniqueItems" = true))]
    pub links: Vec<String>,
    /// A card to do before this one.
    pub prerequisite: Option<String>,
    /// Begins with a verb.
    pub title: Text,
    /// What and why, at most 80 words.
    pub what: Text,
    /// The first thing to do on Monday.
    pub monday: Text,
    /// Who does it.
    pub who: Text,
    /// How you know that it is done.
    pub done: Text,
    /// How it typically looks when it works; never a named organisation without a source.
    pub pattern: Text,
    /// What to do, in order.
    #[schemars(length(min = 3, max = 6))]
    pub steps: Vec<Text>,
    /// The steps between levels that the card takes.
    pub serves: Vec<Serves>,
}

/// The steps of one question that a card takes.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Serves {
    /// Question id.
    pub question: String,
    /// `[1, 2]` means the steps 1→2 and 2→3: offered at level 1 and 2, begun at 2, done from 3.
    #[schemars(length(min = 1, max = 3), inner(range(min = 1, max = 3)), extend("uniqueItems" = true))]
    pub steps: Vec<u8>,
}

/// How much work a card is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Effort {
    /// At most two working days.
    Liten,
    /// At most two weeks.
    Mellan,
    /// More than two weeks.
    Stor,
}

/// Effort by size of organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EffortBySize {
    /// In an organisation that buys for less than 250 million kronor a year.
    pub small: Effort,
    /// From 250 million to 1 billion.
    pub medium: Effort,
    /// More than 1 billion.
    pub large: Effort,
}
