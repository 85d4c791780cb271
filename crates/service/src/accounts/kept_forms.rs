//! Forms that were sent when the session had ended, or when a proof of who one is had grown old. They
//! are kept for a day, encrypted, and are offered to whoever sent them once they have shown who they
//! are, so that nobody loses a text.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use store::KeptFormRow;
use uuid::Uuid;

use super::DAY;
use super::sessions::Session;
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::DataKey;

/// How long a form is kept.
pub const KEPT: i64 = DAY;
/// How many forms a person may have kept.
const MOST: i64 = 20;
/// Bytes that a form's fields may have; far more than the longest text that a page takes.
const LARGEST: usize = 200_000;

/// A field's name and value, in the order of the form.
pub type Field = (String, String);

/// A form that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptForm {
    /// To let go of it by.
    pub id: String,
    /// Where it was sent.
    pub path: String,
    /// What was sent.
    pub fields: Vec<Field>,
    /// When it was sent, Unix milliseconds.
    pub at: i64,
}

fn key(app: &App) -> DataKey {
    app.key.data_key("kept forms")
}

fn place(person: Uuid) -> Vec<u8> {
    person.as_bytes().to_vec()
}

/// The same for what is sent twice.
fn hash(app: &App, person: Uuid, path: &str, fields: &[Field]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in [path].into_iter().chain(
        fields
            .iter()
            .flat_map(|(name, value)| [name.as_str(), value.as_str()]),
    ) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let bytes = [person.as_bytes().as_slice(), &hash.finalize()].concat();
    app.key.keyed_hash("kept forms", &bytes).to_vec()
}

/// Keeps a form for the person who has to show who they are first. `false`: it is too large or the person has
/// too many, and it is not kept.
pub async fn keep(
    app: &App,
    person: Uuid,
    path: &str,
    fields: &[Field],
) -> Result<bool, ServiceError> {
    let body = serde_json::to_vec(fields)?;
    if body.len() > LARGEST {
        return Ok(false);
    }
    let form = KeptFormRow {
        hash: hash(app, person, path, fields),
        person,
        path: path.to_owned(),
        body: key(app).seal(app, &place(person), &body),
        created_at: app.now(),
    };
    let kept = app
        .store
        .write(move |tx| Box::pin(async move { tx.keep_form(&form, MOST).await }))
        .await?;
    Ok(kept)
}

/// The kept forms of whoever asks, oldest first.
pub async fn list(app: &App, session: &Session) -> Result<Vec<KeptForm>, ServiceError> {
    let rows = app.store.read().await?.kept_forms(session.person).await?;
    let since = app.now() - KEPT;
    let rows = rows.into_iter().filter(|row| row.created_at >= since);
    rows.map(|row| {
        let body = key(app).open(&place(session.person), &row.body)?;
        Ok(KeptForm {
            id: HEXLOWER.encode(&row.hash),
            path: row.path,
            fields: serde_json::from_slice(&body)?,
            at: row.created_at,
        })
    })
    .collect()
}

/// Lets go of a kept form: it was thrown away, or sent again and taken. `false` if it is gone, or
/// someone else's.
pub async fn discard(app: &App, session: &Session, id: &str) -> Result<bool, ServiceError> {
    let Ok(hash) = HEXLOWER.decode(id.as_bytes()) else {
        return Ok(false);
    };
    let person = session.person;
    let taken = app
        .store
        .write(move |tx| Box::pin(async move { tx.take_kept_form(person, &hash).await }))
        .await?;
    Ok(taken.is_some())
}
