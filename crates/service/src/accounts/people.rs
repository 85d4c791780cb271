//! People: what they have said of themselves, and how to reach them.

use std::net::IpAddr;

use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::{PersonRow, StoreError};
use uuid::Uuid;

use super::codes::{self, Holder, Order, Pending, Typed};
use super::letters::{self, News};
use super::sessions::{Session, must_be_fresh};
use super::{AccountError, Refusal};
use crate::app::App;
use crate::error::ServiceError;

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// UUIDv7.
    pub id: Uuid,
    /// Empty until the person has told it.
    pub name: String,
    /// In lower case.
    pub email: String,
    /// The language to write to the person in.
    pub lang: Lang,
    /// Whether the person is reminded, in one mail for everything.
    pub digest: bool,
    /// Whether the person has an authenticator app.
    pub totp: bool,
    /// How many passkeys the person has.
    pub passkeys: i64,
    /// When the person came, Unix milliseconds.
    pub created_at: i64,
    /// When the person last signed in, Unix milliseconds.
    pub seen_at: i64,
    /// How many forms wait for the person to take up again.
    pub kept_forms: i64,
}

/// The language with a code; Swedish for any other text.
pub(crate) fn lang(code: &str) -> Lang {
    let mut all = Lang::ALL.into_iter();
    all.find(|lang| lang.code() == code).unwrap_or(Lang::Sv)
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Person {
            id: row.id,
            name: row.name,
            email: row.email,
            lang: lang(&row.lang),
            digest: row.digest,
            totp: row.totp.is_some(),
            passkeys: row.passkeys,
            created_at: row.created_at,
            seen_at: row.seen_at,
            kept_forms: row.kept_forms,
        }
    }
}

impl Person {
    /// Whether the person has a second factor.
    pub fn has_factor(&self) -> bool {
        self.totp || self.passkeys > 0
    }
}

/// A person, if there is one with this id.
pub async fn find(app: &App, id: Uuid) -> Result<Option<Person>, ServiceError> {
    let found = app.store.read().await?.person(id).await?;
    Ok(found.map(Person::from))
}

/// The person with this address.
pub async fn find_by_email(
    app: &App,
    email: &EmailAddress,
) -> Result<Option<Person>, ServiceError> {
    let mut tx = app.store.read().await?;
    let found = tx.person_by_email(email.as_str()).await?;
    Ok(found.map(Person::from))
}

/// Saves what a person has said of themselves.
pub async fn save(
    app: &App,
    session: &Session,
    name: &str,
    lang: Lang,
    digest: bool,
) -> Result<(), ServiceError> {
    let (person, name) = (session.person, name.to_owned());
    app.store
        .write(move |tx| {
            Box::pin(async move { tx.save_person(person, &name, lang.code(), digest).await })
        })
        .await?;
    Ok(())
}

const EMAIL_CHANGE: &str = "change of address";

/// Mails a code to the address that a person wants instead of the present one.
///
/// # Errors
/// [`Refusal::NotFresh`] and [`Refusal::TooMany`]. Whether someone else has the address is told
/// only to whoever reads its mail.
pub async fn ask_email_change(
    app: &App,
    session: &Session,
    email: &EmailAddress,
    from: IpAddr,
) -> Result<(), AccountError> {
    must_be_fresh(session)?;
    let order = Order {
        holder: Holder::session(session, EMAIL_CHANGE),
        email,
        lang: session.lang,
        target: None,
        letter: letters::confirm,
    };
    codes::send(app, order, from).await
}

/// The change of address that a person has asked for in this session, while its code is valid.
pub async fn pending_email_change(
    app: &App,
    session: &Session,
) -> Result<Option<Pending>, ServiceError> {
    codes::pending_of(app, &Holder::session(session, EMAIL_CHANGE)).await
}

/// Changes the address, with the code that was mailed to the new one. The old address is told.
/// Other sessions end, for whoever read the old mail may have begun them.
///
/// # Errors
/// [`Refusal::WrongCode`], [`Refusal::NoCode`], [`Refusal::TooMany`], [`Refusal::NotFresh`] and
/// [`Refusal::Taken`].
pub async fn confirm_email_change(
    app: &App,
    session: &Session,
    code: &str,
    from: IpAddr,
) -> Result<(), AccountError> {
    must_be_fresh(session)?;
    let pending = pending_email_change(app, session).await?;
    let new = pending.ok_or(Refusal::NoCode)?.email;
    let typed = Typed::new(app, Holder::session(session, EMAIL_CHANGE), code, from);
    let told = letters::news(app, session.lang, &session.email, News::OtherAddress(&new));
    let (person, id, now) = (session.person, session.id, app.now());
    let changed = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                match typed.check(tx).await? {
                    // Another code was asked for in the meantime.
                    Ok(code) if code.email != new => return Ok(Err(Refusal::NoCode)),
                    Ok(_) => {}
                    Err(refusal) => return Ok(Err(refusal)),
                }
                if !tx.set_person_email(person, &new).await? {
                    return Ok(Err(Refusal::Taken));
                }
                tx.end_sessions(person, Some(id), now).await?;
                tx.enqueue_mail(&told).await?;
                Ok::<_, StoreError>(Ok(()))
            })
        })
        .await?;
    changed?;
    tracing::info!(%person, "changed address");
    Ok(())
}
