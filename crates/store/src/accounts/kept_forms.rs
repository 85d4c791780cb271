//! Forms that were sent when the session had ended.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A form, to be kept or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFormRow {
    /// Of the person, the path and the body.
    pub hash: Vec<u8>,
    /// Who sent it.
    pub person: Uuid,
    /// Where it was sent.
    pub path: String,
    /// Its fields, encrypted.
    pub body: Vec<u8>,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// The columns in the order of [`KeptFormRow`].
type KeptFormColumns = (Vec<u8>, Uuid, String, Vec<u8>, i64);

impl From<KeptFormColumns> for KeptFormRow {
    fn from((hash, person, path, body, created_at): KeptFormColumns) -> Self {
        KeptFormRow {
            hash,
            person,
            path,
            body,
            created_at,
        }
    }
}

impl Tx {
    /// Keeps a form, unless the person has `most` of them. One that is kept already is kept once,
    /// with the latest time. Says whether it is kept.
    pub async fn keep_form(&mut self, form: &KeptFormRow, most: i64) -> Result<bool, StoreError> {
        let kept = execute!(
            self,
            "INSERT INTO kept_forms (hash, person, path, body, created_at)
             SELECT $1, $2, $3, $4, $5
             WHERE (SELECT COUNT(*) FROM kept_forms WHERE person = $2 AND hash <> $1) < $6
             ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at",
            &form.hash,
            form.person,
            &form.path,
            &form.body,
            form.created_at,
            most,
        )?;
        Ok(kept == 1)
    }

    /// A person's kept forms, oldest first.
    pub async fn kept_forms(&mut self, person: Uuid) -> Result<Vec<KeptFormRow>, StoreError> {
        let found: Vec<KeptFormColumns> = rows!(
            self,
            "SELECT hash, person, path, body, created_at FROM kept_forms
             WHERE person = $1 ORDER BY created_at, hash",
            person,
        )?;
        Ok(found.into_iter().map(KeptFormRow::from).collect())
    }

    /// Takes one of a person's kept forms out.
    pub async fn take_kept_form(
        &mut self,
        person: Uuid,
        hash: &[u8],
    ) -> Result<Option<KeptFormRow>, StoreError> {
        let found: Option<KeptFormColumns> = row!(
            self,
            "DELETE FROM kept_forms WHERE person = $1 AND hash = $2
             RETURNING hash, person, path, body, created_at",
            person,
            hash,
        )?;
        Ok(found.map(KeptFormRow::from))
    }

    /// Deletes forms kept before `at`. Gives how many.
    pub async fn delete_kept_forms_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(self, "DELETE FROM kept_forms WHERE created_at < $1", at)
    }
}
