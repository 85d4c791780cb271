//! Questions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DAY, ID, QUESTION_ID};
use crate::organisation::OrganisationKind;
use crate::text::{NOT_BLANK, Text};

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
