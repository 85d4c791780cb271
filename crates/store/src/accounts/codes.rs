//! One-time codes that are mailed to an address.

use uuid::Uuid;

use crate::tx::{execute, row};
use crate::{StoreError, Tx};

/// A code to be stored.
#[derive(Clone, Debug)]
pub struct NewCode {
    /// Whom it is for: the hash of a browser's cookie, or the id of a session.
    pub holder: Vec<u8>,
    /// Where it is mailed, in lower case.
    pub email: String,
    /// Keyed hash of the code.
    pub code: Vec<u8>,
    /// Code of the language it was asked for in.
    pub lang: String,
    /// The address within the service to go on to.
    pub target: Option<String>,
    /// Unix milliseconds.
    pub at: i64,
    /// When it stops being valid, Unix milliseconds.
    pub expires_at: i64,
}

/// A stored code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// Where it was mailed, in lower case.
    pub email: String,
    /// Keyed hash of the code.
    pub code: Vec<u8>,
    /// Code of the language it was asked for in.
    pub lang: String,
    /// The address within the service to go on to.
    pub target: Option<String>,
    /// How many times a code has been tried.
    pub tries: i64,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When it stops being valid, Unix milliseconds.
    pub expires_at: i64,
}

/// The columns in the order of [`CodeRow`].
type CodeColumns = (String, Vec<u8>, String, Option<String>, i64, i64, i64);

impl From<CodeColumns> for CodeRow {
    fn from((email, code, lang, target, tries, created_at, expires_at): CodeColumns) -> Self {
        CodeRow {
            email,
            code,
            lang,
            target,
            tries,
            created_at,
            expires_at,
        }
    }
}

impl Tx {
    /// Stores a code in place of the holder's earlier one.
    pub async fn replace_code(&mut self, code: &NewCode) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO codes (holder, email, code, lang, target, tries, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7)
             ON CONFLICT (holder) DO UPDATE SET
                 email = excluded.email, code = excluded.code, lang = excluded.lang,
                 target = excluded.target, tries = 0, created_at = excluded.created_at,
                 expires_at = excluded.expires_at",
            &code.holder,
            &code.email,
            &code.code,
            &code.lang,
            &code.target,
            code.at,
            code.expires_at,
        )
        .map(drop)
    }

    /// The holder's code, whether it still is valid or not.
    pub async fn code(&mut self, holder: &[u8]) -> Result<Option<CodeRow>, StoreError> {
        let found: Option<CodeColumns> = row!(
            self,
            "SELECT email, code, lang, target, tries, created_at, expires_at
             FROM codes WHERE holder = $1",
            holder,
        )?;
        Ok(found.map(CodeRow::from))
    }

    /// Counts a try against the holder's code and gives the code to compare with; `None` if there
    /// is none that is valid at `at`, or if it has been tried `most` times. Whoever tries at the
    /// same time waits for this transaction.
    pub async fn try_code(
        &mut self,
        holder: &[u8],
        most: i64,
        at: i64,
    ) -> Result<Option<CodeRow>, StoreError> {
        let found: Option<CodeColumns> = row!(
            self,
            "UPDATE codes SET tries = tries + 1
             WHERE holder = $1 AND tries < $2 AND expires_at > $3
             RETURNING email, code, lang, target, tries, created_at, expires_at",
            holder,
            most,
            at,
        )?;
        Ok(found.map(CodeRow::from))
    }

    /// Forgets the holder's code: it has been used, or is no longer wanted.
    pub async fn forget_code(&mut self, holder: &[u8]) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM codes WHERE holder = $1", holder).map(drop)
    }

    /// Forgets codes that stopped being valid before `at`. Gives how many.
    pub async fn forget_codes_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(self, "DELETE FROM codes WHERE expires_at < $1", at)
    }

    /// Stores what an authenticator is asked to sign in a session, in place of what it was asked
    /// before.
    pub async fn replace_challenge(
        &mut self,
        session: Uuid,
        body: &[u8],
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO challenges (session, body, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (session) DO UPDATE SET
                 body = excluded.body, created_at = excluded.created_at",
            session,
            body,
            at,
        )
        .map(drop)
    }

    /// Takes out what an authenticator was asked to sign in a session, at `since` or later. It is
    /// given once.
    pub async fn take_challenge(
        &mut self,
        session: Uuid,
        since: i64,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let taken: Option<(Vec<u8>, i64)> = row!(
            self,
            "DELETE FROM challenges WHERE session = $1 RETURNING body, created_at",
            session,
        )?;
        Ok(taken.and_then(|(body, at)| (at >= since).then_some(body)))
    }
}
