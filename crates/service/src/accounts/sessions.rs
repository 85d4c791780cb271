//! Sessions: who is signed in in a browser, and how surely.

use domain::text::Lang;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long the second factor counts as just shown.
pub const FRESH: i64 = 15 * MINUTE;

/// How surely someone has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A code by mail.
    One,
    /// And a second factor.
    Two,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Names it in lists; not what the cookie holds.
    pub id: Uuid,
    /// Who.
    pub person: Uuid,
    /// Their name; empty until they have told it.
    pub name: String,
    /// Their e-mail address, in lower case.
    pub email: String,
    /// The language to write to them in.
    pub lang: Lang,
    /// How surely.
    pub strength: Strength,
    /// Whether the second factor was shown within [`FRESH`].
    pub fresh: bool,
}

/// The session of a cookie; `None` if it is none, or has ended or had its time.
pub async fn find(app: &App, cookie: &str) -> Result<Option<Session>, ServiceError> {
    let hash: [u8; 32] = Sha256::digest(cookie.as_bytes()).into();
    let now = app.now();
    let mut tx = app.store.read().await?;
    let Some((session, person)) = tx.session_by_hash(&hash).await? else {
        return Ok(None);
    };
    let agency = !tx.agency_roles(session.person).await?.is_empty();
    let (idle, whole) = if agency {
        (HOUR, 12 * HOUR)
    } else {
        (8 * HOUR, 7 * DAY)
    };
    if session.ended_at.is_some()
        || now - session.used_at > idle
        || now - session.created_at > whole
    {
        return Ok(None);
    }
    if now - session.used_at > MINUTE {
        let id = session.id;
        drop(tx);
        app.store
            .write(move |tx| Box::pin(async move { tx.session_used(id, now).await }))
            .await?;
    }
    let strength = if session.strength == 2 {
        Strength::Two
    } else {
        Strength::One
    };
    Ok(Some(Session {
        id: session.id,
        person: session.person,
        name: person.name,
        email: person.email,
        lang: if person.lang == "en" {
            Lang::En
        } else {
            Lang::Sv
        },
        fresh: strength == Strength::Two && session.fresh_at.is_some_and(|at| now - at <= FRESH),
        strength,
    }))
}
