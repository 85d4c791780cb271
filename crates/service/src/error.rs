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
}

impl From<serde_json::Error> for ServiceError {
    fn from(_: serde_json::Error) -> Self {
        ServiceError::Unreadable(Unreadable)
    }
}
