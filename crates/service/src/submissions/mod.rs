//! Handing in: one act by a contact person that freezes what the group agreed on, gives it a
//! reference number and tells all contact persons. What is handed in never changes; to withdraw it
//! is a new act that is recorded beside it.

mod document;
mod letters;
mod submit;
mod withdraw;

use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;

pub use document::{
    ClassificationPart, Compared, Document, Facts, GoalPart, OrganisationPart, VersionsPart, hash,
};
pub use submit::submit;
pub use withdraw::withdraw;

/// Why something was not handed in or withdrawn. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not, or not any longer, a contact person of the organisation.
    NotAllowed,
    /// The round is not where this can be done: still being answered, or withdrawn already.
    NotNow,
    /// Snabbkollen gives no levels and is never handed in.
    Quick,
    /// Whom the answers cover has not been said.
    CoverageMissing,
    /// A withdrawal needs a reason.
    ReasonMissing,
}

/// Why a use case here came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum SubmissionError {
    /// It may not be done.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<store::StoreError> for SubmissionError {
    fn from(error: store::StoreError) -> Self {
        SubmissionError::Failed(error.into())
    }
}

/// What was handed in of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The round.
    pub round: Uuid,
    /// The reference number as it is written.
    pub reference: String,
    /// When it was handed in, Unix milliseconds.
    pub at: i64,
    /// SHA-256 of the document, lower-case hex.
    pub hash: String,
    /// Exactly what was handed in: canonical JSON.
    pub document: String,
    /// That it was withdrawn.
    pub withdrawn: Option<Withdrawal>,
}

/// That something was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When, Unix milliseconds.
    pub at: i64,
    /// Why, in the organisation's own words.
    pub reason: String,
}

impl From<store::SubmissionRow> for Receipt {
    fn from(row: store::SubmissionRow) -> Self {
        Receipt {
            round: row.round,
            reference: row.reference,
            at: row.created_at,
            hash: row.hash,
            document: row.document,
            withdrawn: row.withdrawn.map(|withdrawn| Withdrawal {
                at: withdrawn.at,
                reason: withdrawn.reason,
            }),
        }
    }
}

/// What was handed in of a round, if anything.
pub async fn receipt(app: &App, round: Uuid) -> Result<Option<Receipt>, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(tx.submission_of_round(round).await?.map(Receipt::from))
}

/// What an organisation has handed in, oldest first, withdrawn ones included.
pub async fn of_organisation(app: &App, organisation: Uuid) -> Result<Vec<Receipt>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.submissions_of_organisation(organisation).await?;
    Ok(rows.into_iter().map(Receipt::from).collect())
}
