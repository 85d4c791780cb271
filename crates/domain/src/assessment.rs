//! What an organisation answers: answers, depth, whom the answers cover.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::instrument::Level;

/// One answer to one question. A question without an entry is missing; missing, vet inte and
/// inte tillämpligt are never mixed up, and none of them is zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A level.
    Level(Level),
    /// Vet inte än.
    DontKnow,
    /// Inte tillämpligt, with the code of one of the reasons the edition allows.
    NotApplicable(String),
}

impl Answer {
    /// The level, if the answer is one.
    pub fn level(&self) -> Option<Level> {
        match self {
            Answer::Level(level) => Some(*level),
            Answer::DontKnow | Answer::NotApplicable(_) => None,
        }
    }
}

/// The form an answer has in files: `1`…`4`, `"vet-inte"` or `{"inte-tillampligt": "reason"}`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum AnswerFile {
    Level(u8),
    Word(String),
    NotApplicable(NotApplicableFile),
}

/// An enum of one, since a struct would also be read from a list.
#[derive(Serialize, Deserialize)]
enum NotApplicableFile {
    #[serde(rename = "inte-tillampligt")]
    Reason(String),
}

const DONT_KNOW: &str = "vet-inte";

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Level(level) => AnswerFile::Level(level.number()),
            Answer::DontKnow => AnswerFile::Word(DONT_KNOW.to_owned()),
            Answer::NotApplicable(reason) => {
                AnswerFile::NotApplicable(NotApplicableFile::Reason(reason.clone()))
            }
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const EXPECTED: &str =
            "an answer is 1, 2, 3, 4, \"vet-inte\" or {\"inte-tillampligt\": \"reason\"}";
        let file = AnswerFile::deserialize(deserializer)
            .map_err(|_| serde::de::Error::custom(EXPECTED))?;
        match file {
            AnswerFile::Level(number) => Level::try_from(number)
                .map(Answer::Level)
                .map_err(|_| serde::de::Error::custom(EXPECTED)),
            AnswerFile::Word(word) if word == DONT_KNOW => Ok(Answer::DontKnow),
            AnswerFile::Word(_) => Err(serde::de::Error::custom(EXPECTED)),
            AnswerFile::NotApplicable(NotApplicableFile::Reason(reason)) => {
                Ok(Answer::NotApplicable(reason))
            }
        }
    }
}

/// Answers by question id.
pub type Answers = BTreeMap<String, Answer>;

/// How much of an edition a round asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Depth {
    /// Snabbkollen: two nyckelfrågor a goal, no levels, never compared.
    Quick,
    /// Hela kollen: every question.
    Full,
}

/// Whom the answers cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// Egna inköp: the organisation's own purchasing.
    Own,
    /// Hela koncernen: the organisation and its companies.
    Group,
    /// Åt andra: purchasing done for other organisations.
    ForOthers,
}

impl Coverage {
    /// All choices, in the order a form shows them.
    pub const ALL: [Coverage; 3] = [Coverage::Own, Coverage::Group, Coverage::ForOthers];
}
