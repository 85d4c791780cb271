//! What organisations have handed in. Written once, never changed; a withdrawal is noted beside it.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// Something that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Who handed in.
    pub organisation: Uuid,
    /// The round that was handed in, which may be gone.
    pub round: Uuid,
    /// Its reference number as it is written.
    pub reference: String,
    /// The person who did, unless they are gone.
    pub person: Option<Uuid>,
    /// Canonical JSON.
    pub document: String,
    /// SHA-256 of the document, lower-case hex.
    pub hash: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// The withdrawal, if there was one.
    pub withdrawn: Option<WithdrawalRow>,
}

/// That something was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawalRow {
    /// Unix milliseconds.
    pub at: i64,
    /// The person who did, unless they are gone.
    pub by: Option<Uuid>,
    /// Why, in their own words.
    pub reason: String,
}

type Columns = (
    Uuid,
    Uuid,
    Uuid,
    String,
    Option<Uuid>,
    String,
    String,
    i64,
    Option<i64>,
    Option<Uuid>,
    Option<String>,
);

impl From<Columns> for SubmissionRow {
    fn from(columns: Columns) -> Self {
        let (
            id,
            organisation,
            round,
            reference,
            person,
            document,
            hash,
            created_at,
            withdrawn_at,
            withdrawn_by,
            reason,
        ) = columns;
        SubmissionRow {
            id,
            organisation,
            round,
            reference,
            person,
            document,
            hash,
            created_at,
            withdrawn: withdrawn_at.map(|at| WithdrawalRow {
                at,
                by: withdrawn_by,
                reason: reason.unwrap_or_default(),
            }),
        }
    }
}

/// The columns of a [`SubmissionRow`], for statements that select them.
macro_rules! submission {
    ($rest:literal) => {
        concat!(
            "SELECT id, organisation, round, reference, person, document, hash, created_at,
                    withdrawn_at, withdrawn_by, reason
             FROM submissions ",
            $rest
        )
    };
}

impl Tx {
    /// Stores what is handed in, not withdrawn. [`StoreError::Conflict`] if the round has been
    /// handed in already or the reference is taken.
    pub async fn add_submission(&mut self, row: &SubmissionRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO submissions
                 (id, organisation, round, reference, person, document, hash, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            row.id,
            row.organisation,
            row.round,
            &row.reference,
            row.person,
            &row.document,
            &row.hash,
            row.created_at,
        )
        .map(drop)
    }

    /// What was handed in of a round.
    pub async fn submission_of_round(
        &mut self,
        round: Uuid,
    ) -> Result<Option<SubmissionRow>, StoreError> {
        let found: Option<Columns> = row!(self, submission!("WHERE round = $1"), round)?;
        Ok(found.map(SubmissionRow::from))
    }

    /// What an organisation has handed in, oldest first, withdrawn ones included.
    pub async fn submissions_of_organisation(
        &mut self,
        organisation: Uuid,
    ) -> Result<Vec<SubmissionRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            submission!("WHERE organisation = $1 ORDER BY created_at, id"),
            organisation,
        )?;
        Ok(found.into_iter().map(SubmissionRow::from).collect())
    }

    /// What an organisation handed in last and has not withdrawn.
    pub async fn latest_submission(
        &mut self,
        organisation: Uuid,
    ) -> Result<Option<SubmissionRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            submission!(
                "WHERE organisation = $1 AND withdrawn_at IS NULL
                 ORDER BY created_at DESC, id DESC LIMIT 1"
            ),
            organisation,
        )?;
        Ok(found.map(SubmissionRow::from))
    }

    /// Notes that what was handed in of a round is withdrawn. `false` if nothing was handed in or
    /// it is withdrawn already.
    pub async fn withdraw_submission(
        &mut self,
        round: Uuid,
        withdrawal: &WithdrawalRow,
    ) -> Result<bool, StoreError> {
        let noted = execute!(
            self,
            "UPDATE submissions SET withdrawn_at = $2, withdrawn_by = $3, reason = $4
             WHERE round = $1 AND withdrawn_at IS NULL",
            round,
            withdrawal.at,
            withdrawal.by,
            &withdrawal.reason,
        )?;
        Ok(noted == 1)
    }
}
