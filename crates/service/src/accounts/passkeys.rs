//! Passkeys as the second factor: nothing to type, and nothing to be lured out of.
//!
//! The browser speaks for the authenticator; what it is asked and what it answers are JSON texts
//! as <https://www.w3.org/TR/webauthn-3/> has them. What was asked is kept in the database,
//! encrypted, and taken out with the first answer.

use serde::{Deserialize, Serialize};
use store::{PasskeyRow, StoreError};
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::factors::{Added, First, without_factor};
use super::letters::{self, News};
use super::sessions::{Renewal, Session, Strength, must_be_fresh};
use super::{AccountError, MINUTE, Refusal, Token};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{DataKey, Unreadable};

/// How long an authenticator may take to answer.
const PATIENCE: i64 = 5 * MINUTE;
/// What the service is called in the browser's questions.
const NAME: &str = "Strategikollen";

/// What an authenticator has been asked.
#[derive(Serialize, Deserialize)]
enum Asked {
    /// To make a passkey.
    New(PasskeyRegistration),
    /// To sign with one of the person's passkeys.
    Sign(PasskeyAuthentication),
}

/// A passkey as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// To remove it by.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When it was last used, Unix milliseconds.
    pub used_at: Option<i64>,
}

/// Passkeys are bound to the host of the service's base address. A base address without a host
/// name has none, and nobody can use passkeys there.
fn webauthn(app: &App) -> Result<Webauthn, Refusal> {
    let base = Url::parse(&app.settings.base_url).map_err(|_| Refusal::WrongFactor)?;
    let host = base.domain().ok_or(Refusal::WrongFactor)?;
    let builder = WebauthnBuilder::new(host, &base).map_err(|_| Refusal::WrongFactor)?;
    builder
        .rp_name(NAME)
        .build()
        .map_err(|_| Refusal::WrongFactor)
}

fn key(app: &App) -> DataKey {
    app.key.data_key("passkeys")
}

/// Where what was asked belongs: the session that it was asked in.
fn place(session: &Session) -> Vec<u8> {
    session.id.as_bytes().to_vec()
}

async fn keep(app: &App, session: &Session, asked: &Asked) -> Result<(), ServiceError> {
    let body = key(app).seal(app, &place(session), &serde_json::to_vec(asked)?);
    let (id, now) = (session.id, app.now());
    app.store
        .write(move |tx| Box::pin(async move { tx.replace_challenge(id, &body, now).await }))
        .await?;
    Ok(())
}

/// Takes out what was asked in a session, so that it is answered once.
async fn asked(app: &App, session: &Session) -> Result<Asked, AccountError> {
    let (id, since) = (session.id, app.now() - PATIENCE);
    let body = app
        .store
        .write(move |tx| Box::pin(async move { tx.take_challenge(id, since).await }))
        .await?
        .ok_or(Refusal::WrongFactor)?;
    let plain = key(app).open(&place(session), &body);
    let plain = plain.map_err(ServiceError::from)?;
    Ok(serde_json::from_slice(&plain).map_err(ServiceError::from)?)
}

async fn rows(app: &App, session: &Session) -> Result<Vec<PasskeyRow>, ServiceError> {
    Ok(app.store.read().await?.passkeys(session.person).await?)
}

fn of_row(row: &PasskeyRow) -> Result<Passkey, ServiceError> {
    serde_json::from_str(&row.body).map_err(|_| Unreadable.into())
}

/// What to ask an authenticator in order to add a passkey.
///
/// # Errors
/// [`Refusal::NotFresh`].
pub async fn start_adding(app: &App, session: &Session) -> Result<String, AccountError> {
    must_be_fresh(session)?;
    let known = rows(app, session).await?;
    let known = known.into_iter().map(|row| row.credential);
    let shown_name = match session.name.as_str() {
        "" => &session.email,
        name => name,
    };
    let (question, state) = webauthn(app)?
        .start_passkey_registration(
            session.person,
            &session.email,
            shown_name,
            Some(known.collect()),
        )
        .map_err(|_| Refusal::WrongFactor)?;
    keep(app, session, &Asked::New(state)).await?;
    Ok(serde_json::to_string(&question).map_err(ServiceError::from)?)
}

/// Adds the passkey that an authenticator has made, under a name.
///
/// # Errors
/// [`Refusal::NotFresh`], [`Refusal::WrongFactor`], [`Refusal::KnownKey`] and [`Refusal::Ended`].
pub async fn finish_adding(
    app: &App,
    session: &Session,
    answer: &str,
    name: &str,
) -> Result<Added, AccountError> {
    must_be_fresh(session)?;
    let Asked::New(state) = asked(app, session).await? else {
        return Err(Refusal::WrongFactor.into());
    };
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(answer).map_err(|_| Refusal::WrongFactor)?;
    let passkey = webauthn(app)?
        .finish_passkey_registration(&answer, &state)
        .map_err(|error| {
            tracing::info!(%error, person = %session.person, "a passkey was not accepted");
            Refusal::WrongFactor
        })?;
    let row = PasskeyRow {
        id: app.id(),
        person: session.person,
        credential: passkey.cred_id().to_vec(),
        name: name.to_owned(),
        body: serde_json::to_string(&passkey).map_err(ServiceError::from)?,
        created_at: app.now(),
        used_at: None,
    };
    let told = letters::news(
        app,
        session.lang,
        &session.email,
        News::PasskeyAdded(&row.name),
    );
    let first = First::new(app, session);
    let renewal = Renewal::new(app, session, Strength::Two);
    let added = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.add_passkey(&row).await?;
                let recovery_codes = first.store(tx).await?;
                tx.enqueue_mail(&told).await?;
                let cookie = renewal.run(tx).await?;
                Ok::<_, AccountError>(Added {
                    cookie,
                    recovery_codes,
                })
            })
        })
        .await
        .map_err(|error| match error {
            // The only thing that can be there already is the credential.
            AccountError::Failed(ServiceError::Store(StoreError::Conflict(_))) => {
                Refusal::KnownKey.into()
            }
            other => other,
        })?;
    tracing::info!(person = %session.person, "added a passkey");
    Ok(added)
}

/// What to ask an authenticator in order to show the second factor with a passkey.
///
/// # Errors
/// [`Refusal::WrongFactor`] for someone without passkeys.
pub async fn start_showing(app: &App, session: &Session) -> Result<String, AccountError> {
    let rows = rows(app, session).await?;
    let passkeys: Result<Vec<Passkey>, _> = rows.iter().map(of_row).collect();
    let (question, state) = webauthn(app)?
        .start_passkey_authentication(&passkeys?)
        .map_err(|_| Refusal::WrongFactor)?;
    keep(app, session, &Asked::Sign(state)).await?;
    Ok(serde_json::to_string(&question).map_err(ServiceError::from)?)
}

/// Shows the second factor with a passkey: at sign-in, and for step-up. Gives the session's next
/// cookie.
///
/// # Errors
/// [`Refusal::WrongFactor`] and [`Refusal::Ended`].
pub async fn finish_showing(
    app: &App,
    session: &Session,
    answer: &str,
) -> Result<Token, AccountError> {
    let Asked::Sign(state) = asked(app, session).await? else {
        return Err(Refusal::WrongFactor.into());
    };
    let answer: PublicKeyCredential =
        serde_json::from_str(answer).map_err(|_| Refusal::WrongFactor)?;
    let shown = webauthn(app)?
        .finish_passkey_authentication(&answer, &state)
        .map_err(|error| {
            tracing::info!(%error, person = %session.person, "a passkey was not accepted");
            Refusal::WrongFactor
        })?;
    let rows = rows(app, session).await?;
    let row = rows
        .into_iter()
        .find(|row| row.credential == shown.cred_id().as_slice())
        .ok_or(Refusal::WrongFactor)?;
    let mut passkey = of_row(&row)?;
    passkey.update_credential(&shown);
    let after = serde_json::to_string(&passkey).map_err(ServiceError::from)?;
    let (person, now) = (session.person, app.now());
    let renewal = Renewal::new(app, session, Strength::Two);
    let cookie = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let used = tx
                    .passkey_used(person, &row.credential, &row.body, &after, now)
                    .await?;
                match used {
                    true => renewal.run(tx).await,
                    false => Err(Refusal::WrongFactor.into()),
                }
            })
        })
        .await?;
    tracing::info!(%person, "showed a passkey");
    Ok(cookie)
}

/// The passkeys of whoever asks, oldest first.
pub async fn list(app: &App, session: &Session) -> Result<Vec<Listed>, ServiceError> {
    let listed = |row: PasskeyRow| Listed {
        id: row.id,
        name: row.name,
        created_at: row.created_at,
        used_at: row.used_at,
    };
    Ok(rows(app, session).await?.into_iter().map(listed).collect())
}

/// Removes a passkey; with the last second factor also the recovery codes. `false` if it is gone,
/// or someone else's.
///
/// # Errors
/// [`Refusal::NotFresh`].
pub async fn remove(app: &App, session: &Session, id: Uuid) -> Result<bool, AccountError> {
    must_be_fresh(session)?;
    let rows = rows(app, session).await?;
    let Some(row) = rows.into_iter().find(|row| row.id == id) else {
        return Ok(false);
    };
    let told = letters::news(
        app,
        session.lang,
        &session.email,
        News::PasskeyRemoved(&row.name),
    );
    let person = session.person;
    let removed = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let removed = tx.remove_passkey(person, id).await?;
                if removed {
                    without_factor(tx, person).await?;
                    tx.enqueue_mail(&told).await?;
                }
                Ok::<_, StoreError>(removed)
            })
        })
        .await?;
    tracing::info!(%person, removed, "removed a passkey");
    Ok(removed)
}
