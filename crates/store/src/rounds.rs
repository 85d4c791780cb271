//! Rounds, their voices and their read-only addresses.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A round to be created.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// UUIDv7.
    pub id: Uuid,
    /// What the secret address is looked up by.
    pub write_hash: Vec<u8>,
    /// The data key, wrapped for that address.
    pub write_key: Vec<u8>,
    /// The edition it is answered on.
    pub edition: String,
    /// Code of its depth.
    pub depth: String,
    /// Encrypted.
    pub facts: Vec<u8>,
    /// Unix milliseconds.
    pub at: i64,
}

/// A stored round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Its first voice: the only one in a round tried by one person.
    pub voice: Uuid,
    /// The data key, wrapped for the secret address.
    pub write_key: Vec<u8>,
    /// The edition it is answered on.
    pub edition: String,
    /// Code of its depth.
    pub depth: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When it was last changed, Unix milliseconds.
    pub touched_at: i64,
    /// Of the facts, counted from 0.
    pub revision: i64,
    /// Encrypted.
    pub facts: Vec<u8>,
}

/// What a read-only address gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReader {
    /// The data key, wrapped for the address.
    pub key: Vec<u8>,
    /// Code of how much it shows.
    pub scope: String,
}

/// A read-only address to be stored.
#[derive(Clone, Debug)]
pub struct NewReader {
    /// UUIDv7.
    pub id: Uuid,
    /// The round it opens.
    pub round: Uuid,
    /// What the address is looked up by.
    pub hash: Vec<u8>,
    /// The data key, wrapped for that address.
    pub key: Vec<u8>,
    /// The address itself, encrypted with the data key.
    pub secret: Vec<u8>,
    /// Code of how much it shows.
    pub scope: String,
    /// Until when it opens, Unix milliseconds; `None`: until it is revoked.
    pub expires_at: Option<i64>,
    /// Unix milliseconds.
    pub at: i64,
}

/// A stored read-only address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The address itself, encrypted with the data key.
    pub secret: Vec<u8>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Code of how much it shows.
    pub scope: String,
    /// Until when it opens, Unix milliseconds; `None`: until it is revoked.
    pub expires_at: Option<i64>,
}

/// A read-only address's columns in the order of [`ReaderRow`].
type ReaderColumns = (Uuid, Vec<u8>, i64, String, Option<i64>);

/// A round's columns in the order of [`RoundRow`].
type RoundColumns = (Uuid, Uuid, Vec<u8>, String, String, i64, i64, i64, Vec<u8>);

impl From<RoundColumns> for RoundRow {
    fn from(
        (id, voice, write_key, edition, depth, created_at, touched_at, revision, facts): RoundColumns,
    ) -> Self {
        RoundRow {
            id,
            voice,
            write_key,
            edition,
            depth,
            created_at,
            touched_at,
            revision,
            facts,
        }
    }
}

impl Tx {
    /// Creates a round, touched when it was created. It is found by its address once it has a
    /// voice. [`StoreError::Conflict`] if the id or the hash is taken.
    pub async fn create_round(&mut self, round: &NewRound) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO rounds
                 (id, write_hash, write_key, edition, depth, created_at, touched_at, revision, facts)
             VALUES ($1, $2, $3, $4, $5, $6, $6, 0, $7)",
            round.id,
            &round.write_hash,
            &round.write_key,
            &round.edition,
            &round.depth,
            round.at,
            &round.facts,
        )
        .map(drop)
    }

    /// The round with this secret address and its first voice.
    pub async fn round_by_write_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<RoundRow>, StoreError> {
        let found: Option<RoundColumns> = row!(
            self,
            "SELECT rounds.id, voices.id, write_key, edition, depth, rounds.created_at, touched_at,
                    revision, facts
             FROM rounds JOIN voices ON voices.round = rounds.id
             WHERE write_hash = $1
             ORDER BY voices.id LIMIT 1",
            hash,
        )?;
        Ok(found.map(RoundRow::from))
    }

    /// The round that this read-only address opens at a time (Unix milliseconds), and what the
    /// address gives. `None` once the address is revoked or has had its time.
    pub async fn round_by_reader_hash(
        &mut self,
        hash: &[u8],
        now: i64,
    ) -> Result<Option<(RoundRow, OpenReader)>, StoreError> {
        let found: Option<(Vec<u8>, String, Vec<u8>)> = row!(
            self,
            "SELECT readers.key, scope, write_hash
             FROM readers JOIN rounds ON rounds.id = readers.round
             WHERE hash = $1 AND revoked_at IS NULL
               AND (expires_at IS NULL OR expires_at > $2)",
            hash,
            now,
        )?;
        let Some((key, scope, write_hash)) = found else {
            return Ok(None);
        };
        let round = self.round_by_write_hash(&write_hash).await?;
        Ok(round.map(|round| (round, OpenReader { key, scope })))
    }

    /// Notes that a round was changed, which puts off its deletion.
    pub async fn touch_round(&mut self, round: Uuid, at: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE rounds SET touched_at = $2 WHERE id = $1",
            round,
            at
        )
        .map(drop)
    }

    /// Saves the facts if they still are at revision `expected`. `false`: someone else has saved
    /// in between, or the round is gone, and nothing was overwritten.
    pub async fn save_facts(
        &mut self,
        round: Uuid,
        expected: i64,
        facts: &[u8],
        at: i64,
    ) -> Result<bool, StoreError> {
        let changed = execute!(
            self,
            "UPDATE rounds SET facts = $3, revision = revision + 1, touched_at = $4
             WHERE id = $1 AND revision = $2",
            round,
            expected,
            facts,
            at,
        )?;
        Ok(changed == 1)
    }

    /// A round's facts and their revision; `None` if the round is gone.
    pub async fn facts(&mut self, round: Uuid) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
        row!(
            self,
            "SELECT revision, facts FROM rounds WHERE id = $1",
            round
        )
    }

    /// Changes a round's depth.
    pub async fn set_depth(&mut self, round: Uuid, depth: &str, at: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE rounds SET depth = $2, touched_at = $3 WHERE id = $1",
            round,
            depth,
            at,
        )
        .map(drop)
    }

    /// Deletes a round and everything in it.
    pub async fn delete_round(&mut self, round: Uuid) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM rounds WHERE id = $1", round).map(drop)
    }

    /// Deletes rounds last changed before `at`, and everything in them, except those that belong
    /// to an organisation. Gives how many.
    pub async fn delete_untouched_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(
            self,
            "DELETE FROM rounds WHERE touched_at < $1
               AND NOT EXISTS (SELECT 1 FROM organisation_rounds WHERE round = rounds.id)",
            at
        )
    }

    /// Adds a voice to a round. [`StoreError::Conflict`] if the round is gone.
    pub async fn create_voice(
        &mut self,
        voice: Uuid,
        round: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO voices (id, round, created_at) VALUES ($1, $2, $3)",
            voice,
            round,
            at,
        )
        .map(drop)
    }

    /// A round's voices, oldest first.
    pub async fn voices(&mut self, round: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let found: Vec<(Uuid,)> = rows!(
            self,
            "SELECT id FROM voices WHERE round = $1 ORDER BY id",
            round
        )?;
        Ok(found.into_iter().map(|(id,)| id).collect())
    }

    /// Stores a read-only address. [`StoreError::Conflict`] if the round is gone.
    pub async fn add_reader(&mut self, reader: &NewReader) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO readers (id, round, hash, key, secret, created_at, scope, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            reader.id,
            reader.round,
            &reader.hash,
            &reader.key,
            &reader.secret,
            reader.at,
            &reader.scope,
            reader.expires_at,
        )
        .map(drop)
    }

    /// A round's read-only addresses that are not revoked, oldest first. One that has had its time
    /// is among them.
    pub async fn readers(&mut self, round: Uuid) -> Result<Vec<ReaderRow>, StoreError> {
        let found: Vec<ReaderColumns> = rows!(
            self,
            "SELECT id, secret, created_at, scope, expires_at FROM readers
             WHERE round = $1 AND revoked_at IS NULL ORDER BY id",
            round,
        )?;
        let reader = |(id, secret, created_at, scope, expires_at)| ReaderRow {
            id,
            secret,
            created_at,
            scope,
            expires_at,
        };
        Ok(found.into_iter().map(reader).collect())
    }

    /// Revokes one of a round's read-only addresses: it opens nothing from now on.
    pub async fn revoke_reader(
        &mut self,
        round: Uuid,
        reader: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE readers SET revoked_at = $3
             WHERE round = $1 AND id = $2 AND revoked_at IS NULL",
            round,
            reader,
            at,
        )
        .map(drop)
    }
}
