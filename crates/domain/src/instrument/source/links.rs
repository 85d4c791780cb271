//! What is known of the addresses outside the service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::DAY;

/// `links.toml`: how the addresses of `sources.toml` answered when someone last asked them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinksFile {
    /// One for each source that has been asked.
    pub links: Vec<LinkState>,
}

/// How one address answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkState {
    /// Source id.
    pub id: String,
    /// What the answer means.
    pub state: LinkAnswer,
    /// The day it was asked, `YYYY-MM-DD`.
    #[schemars(regex(pattern = DAY))]
    pub checked: String,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LinkAnswer {
    /// The page is there.
    Works,
    /// It has moved, and the old address leads on.
    Moved,
    /// It is no longer there.
    Gone,
    /// Nobody could tell: no answer in time, or one that says nothing of the page.
    Unknown,
}
