//! Read-only addresses of a round.

use domain::account::Scope;
use uuid::Uuid;

use super::{Note, Round};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::EventKind;
use crate::secrets::{Secret, Unreadable};

/// Where a read-only address is kept, encrypted, so that it can be shown again.
const READER_PLACE: &[u8] = b"reader";

/// A read-only address that has been given out.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Names it when it is taken back.
    pub id: Uuid,
    /// The secret part of the address.
    pub secret: Secret,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// How much it shows.
    pub scope: Scope,
    /// Until when it opens, Unix milliseconds; `None`: until it is taken back.
    pub expires_at: Option<i64>,
}

/// Makes a new read-only address that shows as much as `scope` says, until `expires_at` (Unix
/// milliseconds) or until it is taken back. In an organisation's round, `by` is the person who does
/// it, which is noted there.
pub async fn share(
    app: &App,
    round: &Round,
    by: Option<Uuid>,
    scope: Scope,
    expires_at: Option<i64>,
) -> Result<Secret, ServiceError> {
    let secret = Secret::new(app);
    let reader = store::NewReader {
        id: app.id(),
        round: round.id,
        hash: secret.lookup().to_vec(),
        key: secret.wrap(app, &round.key),
        secret: round.key.seal(app, READER_PLACE, secret.text().as_bytes()),
        scope: scope.code().to_owned(),
        expires_at,
        at: app.now(),
    };
    let note = Note::new(app, round, by, EventKind::ReadLinkMade);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.add_reader(&reader).await?;
                note.record(tx).await
            })
        })
        .await?;
    Ok(secret)
}

/// The read-only addresses that work now, oldest first.
pub async fn readers(app: &App, round: &Round) -> Result<Vec<Reader>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut readers = Vec::new();
    for row in tx.readers(round.id).await? {
        let text = round.key.open(READER_PLACE, &row.secret)?;
        let secret = std::str::from_utf8(&text).ok().and_then(Secret::parse);
        readers.push(Reader {
            id: row.id,
            secret: secret.ok_or(Unreadable)?,
            created_at: row.created_at,
            scope: Scope::try_from(row.scope.as_str()).unwrap_or(Scope::Decision),
            expires_at: row.expires_at,
        });
    }
    Ok(readers)
}

/// Takes a read-only address back: it opens nothing from now on. `by` as for [`share`].
pub async fn revoke(
    app: &App,
    round: &Round,
    by: Option<Uuid>,
    reader: Uuid,
) -> Result<(), ServiceError> {
    let (id, now) = (round.id, app.now());
    let note = Note::new(app, round, by, EventKind::ReadLinkTakenBack);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.revoke_reader(id, reader, now).await?;
                note.record(tx).await
            })
        })
        .await?;
    Ok(())
}
