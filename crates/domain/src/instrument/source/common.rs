//! What all editions share: levels, tags, sources, terms, reference values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ADDRESS, DAY, ID, TERM};
use crate::organisation::OrganisationType;
use crate::text::{NOT_BLANK, Text};

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
