//! What an organisation answers: answers, depth, whom the answers cover.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

const DONT_KNOW: &str = "vet-inte";
const NOT_APPLICABLE: &str = "inte-tillampligt";

/// In files an answer is `1`…`4`, `"vet-inte"` or `{"inte-tillampligt": "reason"}`.
impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Level(level) => level.serialize(serializer),
            Answer::DontKnow => serializer.serialize_str(DONT_KNOW),
            Answer::NotApplicable(reason) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(NOT_APPLICABLE, reason)?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

/// Reads an answer in one pass: a wave reads millions of them.
struct AnswerVisitor;

impl AnswerVisitor {
    fn wrong<T, E: de::Error>() -> Result<T, E> {
        Err(E::custom(
            "an answer is 1, 2, 3, 4, \"vet-inte\" or {\"inte-tillampligt\": \"reason\"}",
        ))
    }
}

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer, E> {
        let level = u8::try_from(number)
            .ok()
            .and_then(|n| Level::try_from(n).ok());
        level.map_or_else(Self::wrong, |level| Ok(Answer::Level(level)))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Answer, E> {
        Self::wrong()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Answer, E> {
        Self::wrong()
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Answer, E> {
        Self::wrong()
    }

    fn visit_unit<E: de::Error>(self) -> Result<Answer, E> {
        Self::wrong()
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Answer, E> {
        match word {
            DONT_KNOW => Ok(Answer::DontKnow),
            _ => Self::wrong(),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Answer, A::Error> {
        Self::wrong()
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answer, A::Error> {
        let reason = match map.next_entry::<String, serde_json::Value>()? {
            Some((key, serde_json::Value::String(reason))) if key == NOT_APPLICABLE => reason,
            _ => return Self::wrong(),
        };
        match map.next_key::<String>()? {
            None => Ok(Answer::NotApplicable(reason)),
            Some(_) => Self::wrong(),
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
