//! Cards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ID;
use crate::text::Text;

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
