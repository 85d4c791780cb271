//! Waves: the dates on which organisations are compared.
//!
//! Someone at the agency closes a wave, which computes its release from what has been handed in;
//! another publishes it. Nothing else compares organisations. Pages, files and reports read what
//! [`latest`], [`all`] and [`of_date`] give, which is the public part alone; the rest of a release
//! never leaves the service.
//!
//! A chain of releases has one past: each builds on the latest that was ever published, also if it
//! was withdrawn since, for what was once public is known to whoever looks for what has moved.

mod acts;
mod close;
mod erasure;
mod intake;
mod listing;
mod published;
mod report;
mod standing;
mod stored;

use domain::comparison;
use store::StoreError;

use crate::error::ServiceError;
use crate::organisations::OrganisationError;

pub use acts::{discard, publish, withdraw};
pub use close::close;
pub(crate) use erasure::erase;
pub use listing::{Done, Preview, Stage, Wave, list, preview};
pub use published::{Cache, Published, WithdrawnNote, all, latest, of_date};
pub use report::{as_csv, as_text, by_rule};
pub use standing::{HandedIn, InGroup, Standing, standing};

/// Why something was not done with a wave. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this, or no longer.
    #[error("not allowed")]
    NotAllowed,
    /// There is no wave of that date.
    #[error("there is no wave of that date")]
    Missing,
    /// The date has not come.
    #[error("the date has not come")]
    Future,
    /// The date is not after that of the latest wave that was published.
    #[error("the date is not after that of the latest published wave")]
    NotAfter,
    /// The wave of that date is closed already.
    #[error("the wave of that date is closed already")]
    Closed,
    /// Another wave is closed and waits to be published or discarded.
    #[error("another wave waits to be published or discarded")]
    Waiting,
    /// No edition had been published by that date.
    #[error("no edition had been published by that date")]
    NoEdition,
    /// Whoever closes a wave does not publish it.
    #[error("whoever closed the wave does not publish it")]
    OwnWave,
    /// The wave is published already.
    #[error("the wave is published already")]
    Published,
    /// The wave is not published.
    #[error("the wave is not published")]
    NotPublished,
    /// The wave is withdrawn already.
    #[error("the wave is withdrawn already")]
    Withdrawn,
    /// A withdrawal needs a note for those who read.
    #[error("a note is needed")]
    NoteMissing,
    /// Something else happened in between: another closed, or an organisation left.
    #[error("something else happened in between; try again")]
    Changed,
    /// The stored release is not what its hash was made of.
    #[error("the stored release has been altered: its hash does not fit what it holds")]
    Altered,
}

/// Something that keeps a wave from being computed, for someone to put right first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The organisation was not classified on the wave's date.
    #[error("{organisation} is not classified on the wave's date")]
    NotClassified {
        /// Its id in addresses.
        organisation: String,
    },
    /// What the organisation handed in is not written as this version reads it.
    #[error("{organisation}: what was handed in cannot be read")]
    Unreadable {
        /// Its id in addresses.
        organisation: String,
    },
    /// The rules for comparison do not take it in.
    #[error(transparent)]
    Rules(#[from] comparison::Problem),
}

/// Why a use case here came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum WaveError {
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The wave cannot be computed until all of this is put right.
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
    /// It could not be carried out.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for WaveError {
    fn from(error: StoreError) -> Self {
        WaveError::Failed(error.into())
    }
}

impl From<serde_json::Error> for WaveError {
    fn from(error: serde_json::Error) -> Self {
        WaveError::Failed(error.into())
    }
}

impl From<OrganisationError> for WaveError {
    fn from(error: OrganisationError) -> Self {
        match error {
            OrganisationError::Refused(_) => WaveError::Refused(Refusal::NotAllowed),
            OrganisationError::Failed(error) => WaveError::Failed(error),
        }
    }
}
