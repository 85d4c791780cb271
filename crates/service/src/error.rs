//! What can go wrong in a use case apart from what the caller did.

use store::StoreError;

use crate::secrets::Unreadable;

/// A use case could not be carried out. Nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The database is busy, read-only, gone or refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored text does not open with the round's key, or is not what was stored.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The round has come to another stage in between: someone closed it, or handed it in.
    #[error("the round is at another stage")]
    OtherStage,
    /// Whoever answers was removed from the round in between.
    #[error("the respondent was removed")]
    Removed,
}

impl From<serde_json::Error> for ServiceError {
    fn from(_: serde_json::Error) -> Self {
        ServiceError::Unreadable(Unreadable)
    }
}
