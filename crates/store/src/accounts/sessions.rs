//! Sessions: who is signed in, where, and how strongly.

use uuid::Uuid;

use super::people::{PersonColumns, PersonRow, select_people};
use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A session to be stored.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// UUIDv7.
    pub id: Uuid,
    /// Hash of the cookie.
    pub hash: Vec<u8>,
    /// Who has signed in.
    pub person: Uuid,
    /// 1: one factor; 2: two factors.
    pub strength: i64,
    /// Code of how the person signed in.
    pub via: String,
    /// What the browser says it is.
    pub device: String,
    /// Unix milliseconds.
    pub at: i64,
    /// When who it is was shown as surely as the person can, Unix milliseconds.
    pub fresh_at: Option<i64>,
}

/// A stored session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Who has signed in.
    pub person: Uuid,
    /// 1: one factor; 2: two factors.
    pub strength: i64,
    /// Code of how the person signed in.
    pub via: String,
    /// What the browser says it is.
    pub device: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When a page was last asked for, Unix milliseconds, to within a minute.
    pub used_at: i64,
    /// When who it is was last shown as surely as the person can, Unix milliseconds.
    pub fresh_at: Option<i64>,
    /// When it was ended, Unix milliseconds.
    pub ended_at: Option<i64>,
}

/// The columns in the order of [`SessionRow`].
type SessionColumns = (
    Uuid,
    Uuid,
    i64,
    String,
    String,
    i64,
    i64,
    Option<i64>,
    Option<i64>,
);

impl From<SessionColumns> for SessionRow {
    fn from(
        (id, person, strength, via, device, created_at, used_at, fresh_at, ended_at): SessionColumns,
    ) -> Self {
        SessionRow {
            id,
            person,
            strength,
            via,
            device,
            created_at,
            used_at,
            fresh_at,
            ended_at,
        }
    }
}

impl Tx {
    /// Stores a session.
    pub async fn create_session(&mut self, session: &NewSession) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO sessions
                 (id, hash, person, strength, via, device, created_at, used_at, fresh_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)",
            session.id,
            &session.hash,
            session.person,
            session.strength,
            &session.via,
            &session.device,
            session.at,
            session.fresh_at,
        )
        .map(drop)
    }

    /// The session of a cookie and its person, whether it has ended or not.
    pub async fn session_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<(SessionRow, PersonRow)>, StoreError> {
        let session: Option<SessionColumns> = row!(
            self,
            "SELECT id, person, strength, via, device, created_at, used_at, fresh_at, ended_at
             FROM sessions WHERE hash = $1",
            hash,
        )?;
        let Some(session) = session.map(SessionRow::from) else {
            return Ok(None);
        };
        let person: Option<PersonColumns> =
            row!(self, select_people!("WHERE people.id = $1"), session.person,)?;
        Ok(person.map(|person| (session, PersonRow::from(person))))
    }

    /// A person's sessions that have not been ended, the last used first.
    pub async fn sessions(&mut self, person: Uuid) -> Result<Vec<SessionRow>, StoreError> {
        let found: Vec<SessionColumns> = rows!(
            self,
            "SELECT id, person, strength, via, device, created_at, used_at, fresh_at, ended_at
             FROM sessions WHERE person = $1 AND ended_at IS NULL
             ORDER BY used_at DESC, id DESC",
            person,
        )?;
        Ok(found.into_iter().map(SessionRow::from).collect())
    }

    /// Notes that a session is in use.
    pub async fn session_used(&mut self, id: Uuid, at: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE sessions SET used_at = $2 WHERE id = $1 AND used_at < $2",
            id,
            at,
        )
        .map(drop)
    }

    /// Notes that who it is was shown again, now with `strength`: the cookie with hash `old` gives
    /// way to the one with hash `new`. `false` if the session has ended or its cookie has been
    /// replaced.
    pub async fn renew_session(
        &mut self,
        id: Uuid,
        old: &[u8],
        new: &[u8],
        strength: i64,
        at: i64,
    ) -> Result<bool, StoreError> {
        let changed = execute!(
            self,
            "UPDATE sessions SET hash = $3, strength = $4, fresh_at = $5, used_at = $5
             WHERE id = $1 AND hash = $2 AND ended_at IS NULL",
            id,
            old,
            new,
            strength,
            at,
        )?;
        Ok(changed == 1)
    }

    /// Ends one of a person's sessions. `false` if it has ended or is someone else's.
    pub async fn end_session(
        &mut self,
        person: Uuid,
        id: Uuid,
        at: i64,
    ) -> Result<bool, StoreError> {
        let ended = execute!(
            self,
            "UPDATE sessions SET ended_at = $3
             WHERE person = $1 AND id = $2 AND ended_at IS NULL",
            person,
            id,
            at,
        )?;
        Ok(ended == 1)
    }

    /// Ends a person's sessions, all or all but one. Gives how many.
    pub async fn end_sessions(
        &mut self,
        person: Uuid,
        except: Option<Uuid>,
        at: i64,
    ) -> Result<u64, StoreError> {
        execute!(
            self,
            "UPDATE sessions SET ended_at = $3
             WHERE person = $1 AND ended_at IS NULL AND id <> $2",
            person,
            except.unwrap_or_default(),
            at,
        )
    }

    /// Deletes sessions that were last used before `at`. Gives how many.
    pub async fn delete_sessions_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(self, "DELETE FROM sessions WHERE used_at < $1", at)
    }
}
