//! Passkeys.

use uuid::Uuid;

use crate::tx::{execute, rows};
use crate::{StoreError, Tx};

/// A passkey, to be stored or stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Whose it is.
    pub person: Uuid,
    /// The authenticator's own id of it.
    pub credential: Vec<u8>,
    /// What the person calls it.
    pub name: String,
    /// Public key and counter, JSON.
    pub body: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When it was last used, Unix milliseconds.
    pub used_at: Option<i64>,
}

/// The columns in the order of [`PasskeyRow`].
type PasskeyColumns = (Uuid, Uuid, Vec<u8>, String, String, i64, Option<i64>);

impl From<PasskeyColumns> for PasskeyRow {
    fn from((id, person, credential, name, body, created_at, used_at): PasskeyColumns) -> Self {
        PasskeyRow {
            id,
            person,
            credential,
            name,
            body,
            created_at,
            used_at,
        }
    }
}

impl Tx {
    /// Stores a passkey. [`StoreError::Conflict`] if its credential is stored, whoever's it is.
    pub async fn add_passkey(&mut self, passkey: &PasskeyRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO passkeys (id, person, credential, name, body, created_at, used_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            passkey.id,
            passkey.person,
            &passkey.credential,
            &passkey.name,
            &passkey.body,
            passkey.created_at,
            passkey.used_at,
        )
        .map(drop)
    }

    /// A person's passkeys, oldest first.
    pub async fn passkeys(&mut self, person: Uuid) -> Result<Vec<PasskeyRow>, StoreError> {
        let found: Vec<PasskeyColumns> = rows!(
            self,
            "SELECT id, person, credential, name, body, created_at, used_at
             FROM passkeys WHERE person = $1 ORDER BY id",
            person,
        )?;
        Ok(found.into_iter().map(PasskeyRow::from).collect())
    }

    /// Notes that one of a person's passkeys was used; `before` is the body that it was checked
    /// with. `false`: it has been removed, or used by someone else in the meantime.
    pub async fn passkey_used(
        &mut self,
        person: Uuid,
        credential: &[u8],
        before: &str,
        after: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let used = execute!(
            self,
            "UPDATE passkeys SET body = $4, used_at = $5
             WHERE person = $1 AND credential = $2 AND body = $3",
            person,
            credential,
            before,
            after,
            at,
        )?;
        Ok(used == 1)
    }

    /// Removes one of a person's passkeys. `false` if it is gone or someone else's.
    pub async fn remove_passkey(&mut self, person: Uuid, id: Uuid) -> Result<bool, StoreError> {
        let removed = execute!(
            self,
            "DELETE FROM passkeys WHERE person = $1 AND id = $2",
            person,
            id
        )?;
        Ok(removed == 1)
    }

    /// Removes all of a person's passkeys. Gives how many.
    pub async fn remove_passkeys(&mut self, person: Uuid) -> Result<u64, StoreError> {
        execute!(self, "DELETE FROM passkeys WHERE person = $1", person)
    }
}
