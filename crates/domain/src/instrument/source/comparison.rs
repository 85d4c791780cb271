//! What a comparison may stand for, and how large groups are in the whole population.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::comparison::{Group, MIN_OWNERS};

/// `comparison.toml`: the threshold that governs comparison, and figures of the population.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparisonFile {
    /// The fewest owners that any published figure stands for. Six at least.
    #[schemars(range(min = MIN_OWNERS, max = 1000))]
    pub min_owners: u32,
    /// How many there are of a group in the whole population, for groups that the register does
    /// not hold whole.
    pub populations: Vec<Population>,
}

/// How many there are of a group.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// The group.
    pub group: Group,
    /// How many, counted by owner.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub owners: u32,
    /// The year the figure is for.
    #[schemars(range(min = 2000, max = 2100))]
    pub year: u16,
    /// Source id.
    pub source: String,
}
