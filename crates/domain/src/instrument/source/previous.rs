//! What became of the questions of an earlier edition.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `editions/<id>/previous.toml`: what this edition did to the questions of the one before. Every
/// question of either stands in exactly one of the lists. The first edition has no such file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousFile {
    /// Id of the edition before.
    pub edition: String,
    /// Ids of questions that are the same: question and levels to the letter.
    pub identical: Vec<String>,
    /// Ids of questions that mean the same in other words: an old answer still holds.
    pub reworded: Vec<String>,
    /// Ids of questions that mean something else: they are asked anew.
    pub changed: Vec<String>,
    /// Ids of questions that the edition before did not have.
    pub new: Vec<String>,
    /// Ids of questions of the edition before that this one does not have.
    pub removed: Vec<String>,
}
