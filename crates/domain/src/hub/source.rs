//! The shape of the hub's files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::instrument::source::{DAY, ID};
use crate::text::{NOT_BLANK, Text};

/// A goal of a framework: the framework's id, a slash, the goal's id.
pub(crate) const GOAL: &str = r"^[a-z0-9]+(-[a-z0-9]+)*/[1-9][0-9]*$";

/// What a page of the hub is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Explains something and says what to do.
    Article,
    /// How it looks when it works.
    Example,
    /// Something to work with: a list to go through, a way to count.
    Tool,
    /// A text to fill in.
    Template,
}

impl Kind {
    /// All kinds, in the order they are listed.
    pub const ALL: [Kind; 4] = [Kind::Article, Kind::Example, Kind::Tool, Kind::Template];

    /// The folder, within `hub/`, in which such pages stand.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Article => "articles",
            Kind::Example => "examples",
            Kind::Tool => "tools",
            Kind::Template => "templates",
        }
    }
}

/// Who looks after a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Owner {
    /// The editors.
    Redaktionen,
    /// A lawyer: what the law says, gone through every year.
    Jurist,
    /// Whoever looks after the figures.
    Statistik,
}

impl Owner {
    /// The most months between two times that a page is gone through.
    pub fn months(self) -> u16 {
        match self {
            Owner::Jurist => 12,
            Owner::Redaktionen | Owner::Statistik => 24,
        }
    }
}

/// `hub/<kind>/<id>.toml`: an article, example, tool or template.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    /// The file's name without its ending, unique in the hub.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// Who looks after it.
    pub owner: Owner,
    /// The day an editor last went through it, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub reviewed: String,
    /// The day it must be gone through again, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub review: String,
    /// Topic tags.
    #[schemars(length(min = 1, max = 4), extend("uniqueItems" = true))]
    pub tags: Vec<String>,
    /// The goals it is about, as framework and goal; none if it is about no goal in particular.
    #[schemars(length(max = 7), inner(regex(pattern = GOAL)), extend("uniqueItems" = true))]
    pub goals: Vec<String>,
    /// Question ids.
    #[schemars(extend("uniqueItems" = true))]
    pub questions: Vec<String>,
    /// Card ids.
    #[schemars(extend("uniqueItems" = true))]
    pub cards: Vec<String>,
    /// Source ids. An article, and an example of a named organisation, has at least one.
    #[schemars(extend("uniqueItems" = true))]
    pub sources: Vec<String>,
    /// Ids of other pages of the hub.
    #[schemars(extend("uniqueItems" = true))]
    pub related: Vec<String>,
    /// What it is called.
    pub title: Text,
    /// What the reader can do after reading, at most 40 words.
    pub summary: Text,
    /// Of an example: whose it is. Without it, an example is a pattern.
    pub organisation: Option<Organisation>,
    /// The text.
    #[schemars(length(min = 2, max = 7))]
    pub sections: Vec<Section>,
}

/// The organisation that an example comes from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub name: String,
    /// Id of a source that says it.
    pub source: String,
}

/// A part of a page.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub heading: Text,
    /// Paragraphs, bold, lists and tables in Markdown, with links by id.
    pub text: Text,
}

/// `hub/glossary.toml`: words that the hub explains.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// The words.
    pub terms: Vec<Term>,
}

/// An explained word.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Unique id.
    #[schemars(regex(pattern = ID))]
    pub id: String,
    /// The word.
    pub term: Text,
    /// Its other Swedish forms, without the genitive's s.
    #[schemars(inner(regex(pattern = NOT_BLANK)), extend("uniqueItems" = true))]
    pub forms: Vec<String>,
    /// Other words for the same thing.
    pub synonyms: Words,
    /// What it means, in one to three sentences; Markdown as in a page.
    pub text: Text,
    /// Ids of other words.
    #[schemars(extend("uniqueItems" = true))]
    pub related: Vec<String>,
}

/// Words in both languages.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Swedish.
    #[schemars(inner(regex(pattern = NOT_BLANK)))]
    pub sv: Vec<String>,
    /// English.
    #[schemars(inner(regex(pattern = NOT_BLANK)))]
    pub en: Vec<String>,
}

impl Words {
    /// The words in one language.
    pub fn get(&self, lang: crate::text::Lang) -> &[String] {
        match lang {
            crate::text::Lang::Sv => &self.sv,
            crate::text::Lang::En => &self.en,
        }
    }
}

/// `hub/synonyms.toml`: words that mean the same to whoever searches, beside the glossary's.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SynonymsFile {
    /// Groups of words that find each other.
    pub groups: Vec<SynonymGroup>,
}

/// Words that find each other. One may be several words.
pub type SynonymGroup = Words;
