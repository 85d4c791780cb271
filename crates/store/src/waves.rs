//! Waves: the dates on which organisations are compared, and what was computed on each. Readers ask
//! for the public part; the rest never leaves the service.

use uuid::Uuid;

use crate::submissions::WithdrawalRow;
use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A wave that has been computed, to be stored.
#[derive(Clone, Debug)]
pub struct NewWave {
    /// UUIDv7.
    pub id: Uuid,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The release's hash, lower-case hex.
    pub hash: String,
    /// Who closed it.
    pub closed_by: Uuid,
    /// Unix milliseconds.
    pub closed_at: i64,
    /// The release's public part, canonical JSON.
    pub publication: String,
    /// Its members' values, JSON.
    pub values: String,
    /// The release without those, canonical JSON.
    pub release: String,
}

/// A wave, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveRow {
    /// UUIDv7.
    pub id: Uuid,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The release's hash, lower-case hex.
    pub hash: String,
    /// Who closed it; `None` if that person is gone.
    pub closed_by: Option<Uuid>,
    /// Unix milliseconds.
    pub closed_at: i64,
    /// Who published it; `None` if nobody has or that person is gone.
    pub published_by: Option<Uuid>,
    /// When it was published, Unix milliseconds.
    pub published_at: Option<i64>,
    /// The withdrawal, if there was one, with the note for everyone.
    pub withdrawn: Option<WithdrawalRow>,
}

type Columns = (
    Uuid,
    String,
    String,
    Option<Uuid>,
    i64,
    Option<Uuid>,
    Option<i64>,
    Option<Uuid>,
    Option<i64>,
    Option<String>,
);

impl From<Columns> for WaveRow {
    fn from(columns: Columns) -> Self {
        let (
            id,
            date,
            hash,
            closed_by,
            closed_at,
            published_by,
            published_at,
            withdrawn_by,
            withdrawn_at,
            note,
        ) = columns;
        WaveRow {
            id,
            date,
            hash,
            closed_by,
            closed_at,
            published_by,
            published_at,
            withdrawn: withdrawn_at.map(|at| WithdrawalRow {
                at,
                by: withdrawn_by,
                reason: note.unwrap_or_default(),
            }),
        }
    }
}

/// The columns of a [`WaveRow`], for statements that select them.
macro_rules! wave {
    ($rest:literal) => {
        concat!(
            "SELECT id, date, hash, closed_by, closed_at, published_by, published_at, withdrawn_by,
                    withdrawn_at, note
             FROM waves ",
            $rest
        )
    };
}

impl Tx {
    /// Stores a wave that is closed and not published. [`StoreError::Conflict`] if there is one of
    /// that date.
    pub async fn add_wave(&mut self, new: &NewWave) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO waves
                 (id, date, hash, closed_by, closed_at, publication, member_values, release)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            new.id,
            &new.date,
            &new.hash,
            new.closed_by,
            new.closed_at,
            &new.publication,
            &new.values,
            &new.release,
        )
        .map(drop)
    }

    /// All waves, the latest date first.
    pub async fn waves(&mut self) -> Result<Vec<WaveRow>, StoreError> {
        let found: Vec<Columns> = rows!(self, wave!("ORDER BY date DESC"))?;
        Ok(found.into_iter().map(WaveRow::from).collect())
    }

    /// The wave of a date.
    pub async fn wave(&mut self, date: &str) -> Result<Option<WaveRow>, StoreError> {
        let found: Option<Columns> = row!(self, wave!("WHERE date = $1"), date)?;
        Ok(found.map(WaveRow::from))
    }

    /// The public part of a wave's release.
    pub async fn wave_publication(&mut self, wave: Uuid) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> =
            row!(self, "SELECT publication FROM waves WHERE id = $1", wave)?;
        Ok(found.map(|(publication,)| publication))
    }

    /// A wave's release without its members' values.
    pub async fn wave_release(&mut self, wave: Uuid) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> = row!(self, "SELECT release FROM waves WHERE id = $1", wave)?;
        Ok(found.map(|(release,)| release))
    }

    /// The values of a wave's members that have not been erased.
    pub async fn wave_values(&mut self, wave: Uuid) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> =
            row!(self, "SELECT member_values FROM waves WHERE id = $1", wave)?;
        Ok(found.map(|(values,)| values))
    }

    /// Puts those that remain in the place of a wave's members' values.
    pub async fn set_wave_values(&mut self, wave: Uuid, values: &str) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE waves SET member_values = $2 WHERE id = $1",
            wave,
            values,
        )
        .map(drop)
    }

    /// Publishes a wave. `false` if it is published already.
    pub async fn publish_wave(
        &mut self,
        wave: Uuid,
        by: Uuid,
        at: i64,
    ) -> Result<bool, StoreError> {
        let published = execute!(
            self,
            "UPDATE waves SET published_by = $2, published_at = $3
             WHERE id = $1 AND published_at IS NULL",
            wave,
            by,
            at,
        )?;
        Ok(published == 1)
    }

    /// Notes that a published wave is withdrawn. `false` if it is not published or withdrawn
    /// already.
    pub async fn withdraw_wave(
        &mut self,
        wave: Uuid,
        withdrawal: &WithdrawalRow,
    ) -> Result<bool, StoreError> {
        let noted = execute!(
            self,
            "UPDATE waves SET withdrawn_at = $2, withdrawn_by = $3, note = $4
             WHERE id = $1 AND published_at IS NOT NULL AND withdrawn_at IS NULL",
            wave,
            withdrawal.at,
            withdrawal.by,
            &withdrawal.reason,
        )?;
        Ok(noted == 1)
    }

    /// Deletes a wave that was never published. `false` if it was.
    pub async fn discard_wave(&mut self, wave: Uuid) -> Result<bool, StoreError> {
        let discarded = execute!(
            self,
            "DELETE FROM waves WHERE id = $1 AND published_at IS NULL",
            wave,
        )?;
        Ok(discarded == 1)
    }
}
