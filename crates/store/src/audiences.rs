//! Whom a round asks what: audiences, those who are asked the same questions.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// Those who are asked the same questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The round that asks.
    pub round: Uuid,
    /// Code of their role.
    pub role: String,
    /// JSON list of question ids.
    pub questions: String,
    /// What their common address is looked up by.
    pub hash: Vec<u8>,
    /// The data key, wrapped for that address.
    pub key: Vec<u8>,
    /// The address, encrypted with the data key.
    pub secret: Vec<u8>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// From when the address lets nobody more in, Unix milliseconds.
    pub revoked_at: Option<i64>,
}

/// A common address, as it is stored.
#[derive(Clone, Debug)]
pub struct AudienceAddress {
    /// What it is looked up by.
    pub hash: Vec<u8>,
    /// The data key, wrapped for it.
    pub key: Vec<u8>,
    /// The address, encrypted with the data key.
    pub secret: Vec<u8>,
}

type AudienceColumns = (
    Uuid,
    Uuid,
    String,
    String,
    Vec<u8>,
    Vec<u8>,
    Vec<u8>,
    i64,
    Option<i64>,
);

impl From<AudienceColumns> for AudienceRow {
    fn from(columns: AudienceColumns) -> Self {
        let (id, round, role, questions, hash, key, secret, created_at, revoked_at) = columns;
        AudienceRow {
            id,
            round,
            role,
            questions,
            hash,
            key,
            secret,
            created_at,
            revoked_at,
        }
    }
}

/// The columns of an [`AudienceRow`], for statements that select them.
macro_rules! audience {
    ($rest:literal) => {
        concat!(
            "SELECT id, round, role, questions, hash, key, secret, created_at, revoked_at
             FROM audiences ",
            $rest
        )
    };
}

impl Tx {
    /// Adds an audience. [`StoreError::Conflict`] if the id or the hash is taken.
    pub async fn add_audience(&mut self, row: &AudienceRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO audiences
                 (id, round, role, questions, hash, key, secret, created_at, revoked_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.id,
            row.round,
            &row.role,
            &row.questions,
            &row.hash,
            &row.key,
            &row.secret,
            row.created_at,
            row.revoked_at,
        )
        .map(drop)
    }

    /// A round's audiences, oldest first.
    pub async fn audiences(&mut self, round: Uuid) -> Result<Vec<AudienceRow>, StoreError> {
        let found: Vec<AudienceColumns> =
            rows!(self, audience!("WHERE round = $1 ORDER BY id"), round)?;
        Ok(found.into_iter().map(AudienceRow::from).collect())
    }

    /// The audience that a common address lets in; `None` once it is revoked.
    pub async fn audience_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<AudienceRow>, StoreError> {
        let found: Option<AudienceColumns> = row!(
            self,
            audience!("WHERE hash = $1 AND revoked_at IS NULL"),
            hash,
        )?;
        Ok(found.map(AudienceRow::from))
    }

    /// Changes what an audience is asked: a JSON list of question ids.
    pub async fn set_questions(
        &mut self,
        round: Uuid,
        audience: Uuid,
        questions: &str,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE audiences SET questions = $3 WHERE round = $1 AND id = $2",
            round,
            audience,
            questions,
        )
        .map(drop)
    }

    /// Gives an audience a new common address; the one it had lets nobody more in.
    pub async fn renew_audience(
        &mut self,
        round: Uuid,
        audience: Uuid,
        address: &AudienceAddress,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE audiences SET hash = $3, key = $4, secret = $5, revoked_at = NULL
             WHERE round = $1 AND id = $2",
            round,
            audience,
            &address.hash,
            &address.key,
            &address.secret,
        )
        .map(drop)
    }

    /// From now on the audience's common address lets nobody more in.
    pub async fn revoke_audience(
        &mut self,
        round: Uuid,
        audience: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE audiences SET revoked_at = $3
             WHERE round = $1 AND id = $2 AND revoked_at IS NULL",
            round,
            audience,
            at,
        )
        .map(drop)
    }
}
