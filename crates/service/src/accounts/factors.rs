//! The second factor that is typed: an authenticator app's code, or a recovery code in its place.

use std::net::IpAddr;

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use domain::organisation::EmailAddress;
use store::{StoreError, Tx};
use totp_rs::{Builder, Totp};
use uuid::Uuid;

use super::codes::{self, Holder, Order, Pending, Typed};
use super::letters::{self, News};
use super::limits::{Hit, Limit};
use super::sessions::{Renewal, Session, Strength, must_be_fresh};
use super::{AccountError, Refusal, Token};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{ALPHABET, DataKey};

/// What authenticator apps call the service.
const ISSUER: &str = "Strategikollen";
/// Bytes of an app's secret, as RFC 4226 recommends.
const SECRET: usize = 20;
/// How many recovery codes someone has.
pub const RECOVERY_CODES: usize = 10;
/// Bytes of a recovery code: 120 bits, 24 symbols.
const RECOVERY: usize = 15;

/// An authenticator app's secret on its way into the app.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The secret, in groups of four, to type.
    pub key: String,
    /// The secret as an address, to scan.
    pub address: String,
    /// The secret, encrypted for this session, to come back with the code.
    pub sealed: String,
}

fn totp(secret: &[u8], account: &str) -> Totp {
    // What the library holds to be below the standard is refused where it comes in: the secret is
    // ours, and an address holds no colon.
    Builder::new()
        .with_secret(secret)
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build_noncompliant()
}

fn secrets_key(app: &App) -> DataKey {
    app.key.data_key("authenticator apps")
}

/// Where an app's secret belongs.
fn place(person: Uuid) -> Vec<u8> {
    [b"person ".as_slice(), person.as_bytes()].concat()
}

/// Where it belongs while it is on its way.
fn way_place(session: &Session) -> Vec<u8> {
    [b"session ".as_slice(), session.id.as_bytes()].concat()
}

fn in_fours(text: &str) -> String {
    let symbols: Vec<char> = text.chars().collect();
    let groups = symbols.chunks(4).map(String::from_iter);
    groups.collect::<Vec<_>>().join(" ")
}

fn enrolment(session: &Session, secret: &[u8], sealed: String) -> Enrolment {
    Enrolment {
        key: in_fours(&BASE32_NOPAD.encode(secret)),
        // An address without colon always gives one.
        address: totp(secret, &session.email).to_url().unwrap_or_default(),
        sealed,
    }
}

/// A new secret for an authenticator app. Nothing is stored until the app has shown a code.
pub fn new_totp(app: &App, session: &Session) -> Enrolment {
    let secret: [u8; SECRET] = app.bytes();
    let sealed = secrets_key(app).seal(app, &way_place(session), &secret);
    enrolment(session, &secret, BASE64URL_NOPAD.encode(&sealed))
}

/// The secret that came back with a code.
fn opened(app: &App, session: &Session, sealed: &str) -> Option<Vec<u8>> {
    let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    secrets_key(app).open(&way_place(session), &bytes).ok()
}

/// The same secret again, after a code that did not do; `None` if it is not from this session.
pub fn same_totp(app: &App, session: &Session, sealed: &str) -> Option<Enrolment> {
    let secret = opened(app, session, sealed)?;
    Some(enrolment(session, &secret, sealed.to_owned()))
}

/// A second factor has been added.
#[derive(Clone, Debug)]
pub struct Added {
    /// The session's next cookie.
    pub cookie: Token,
    /// Recovery codes, to be shown this once; with the first factor only.
    pub recovery_codes: Option<Vec<String>>,
}

/// The time step in which an app shows a code.
fn step(secret: &[u8], code: &str, now: i64) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now / 1000).ok()?;
    let step = totp(secret, "").check(&digits, seconds)?;
    i64::try_from(step).ok()
}

/// Adds an authenticator app that has shown a code, in place of an earlier one.
///
/// # Errors
/// [`Refusal::NotFresh`], [`Refusal::WrongFactor`], [`Refusal::TooMany`] and [`Refusal::Ended`].
pub async fn add_totp(
    app: &App,
    session: &Session,
    sealed: &str,
    code: &str,
) -> Result<Added, AccountError> {
    must_be_fresh(session)?;
    let secret = opened(app, session, sealed).ok_or(Refusal::WrongFactor)?;
    let step = step(&secret, code, app.now());
    let stored = secrets_key(app).seal(app, &place(session.person), &secret);
    let told = letters::news(app, session.lang, &session.email, News::TotpAdded);
    let first = First::new(app, session);
    let hit = Hit::new(app, Limit::FactorsByPerson, session.person.as_bytes());
    let renewal = Renewal::new(app, session, Strength::Two);
    let person = session.person;
    let added = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                if !hit.count(tx).await? {
                    return Ok(Err(Refusal::TooMany));
                }
                let Some(step) = step else {
                    return Ok(Err(Refusal::WrongFactor));
                };
                tx.set_totp(person, &stored, step).await?;
                let recovery_codes = first.store(tx).await?;
                tx.enqueue_mail(&told).await?;
                let cookie = renewal.run(tx).await?;
                Ok::<_, AccountError>(Ok(Added {
                    cookie,
                    recovery_codes,
                }))
            })
        })
        .await??;
    tracing::info!(%person, "added an authenticator app");
    Ok(added)
}

/// Recovery codes that come with a person's first second factor.
pub(super) struct First(Option<(Uuid, Vec<String>, Vec<Vec<u8>>)>);

impl First {
    pub(super) fn new(app: &App, session: &Session) -> Self {
        First((!session.has_factor()).then(|| {
            let (codes, hashes) = recovery_codes(app, session.person);
            (session.person, codes, hashes)
        }))
    }

    pub(super) async fn store(self, tx: &mut Tx) -> Result<Option<Vec<String>>, StoreError> {
        let Some((person, codes, hashes)) = self.0 else {
            return Ok(None);
        };
        tx.replace_recovery_codes(person, &hashes).await?;
        Ok(Some(codes))
    }
}

/// Shows the second factor with an authenticator app's code: at sign-in, and for step-up. Gives
/// the session's next cookie.
///
/// # Errors
/// [`Refusal::WrongFactor`], [`Refusal::UsedFactor`], [`Refusal::TooMany`] and [`Refusal::Ended`].
pub async fn show_totp(app: &App, session: &Session, code: &str) -> Result<Token, AccountError> {
    let row = app.store.read().await?.person(session.person).await?;
    let sealed = row.and_then(|row| row.totp).ok_or(Refusal::WrongFactor)?;
    let secret = secrets_key(app)
        .open(&place(session.person), &sealed)
        .map_err(ServiceError::from)?;
    let step = step(&secret, code, app.now());
    let hit = Hit::new(app, Limit::FactorsByPerson, session.person.as_bytes());
    let renewal = Renewal::new(app, session, Strength::Two);
    let person = session.person;
    let shown = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                if !hit.count(tx).await? {
                    return Ok(Err(Refusal::TooMany));
                }
                let Some(step) = step else {
                    tracing::info!(%person, "a wrong code from an authenticator app");
                    return Ok(Err(Refusal::WrongFactor));
                };
                if !tx.use_totp_step(person, step).await? {
                    tracing::info!(%person, "a used code from an authenticator app");
                    return Ok(Err(Refusal::UsedFactor));
                }
                Ok::<_, AccountError>(Ok(renewal.run(tx).await?))
            })
        })
        .await??;
    tracing::info!(%person, "showed an authenticator app");
    Ok(shown)
}

/// A recovery code as it is shown, and as it is stored.
fn recovery_code(app: &App, person: Uuid) -> (String, Vec<u8>) {
    let bytes: [u8; RECOVERY] = app.bytes();
    let code = ALPHABET.encode(&bytes);
    let hash = recovery_hash(app, person, &code);
    (in_fours(&code).replace(' ', "-"), hash)
}

fn recovery_codes(app: &App, person: Uuid) -> (Vec<String>, Vec<Vec<u8>>) {
    (0..RECOVERY_CODES)
        .map(|_| recovery_code(app, person))
        .unzip()
}

fn recovery_hash(app: &App, person: Uuid, code: &str) -> Vec<u8> {
    let bytes = [person.as_bytes().as_slice(), code.as_bytes()].concat();
    app.key.keyed_hash("recovery codes", &bytes).to_vec()
}

/// Shows one of one's recovery codes in place of the second factor. It is used up, and its holder
/// is told by mail. Gives the session's next cookie.
///
/// # Errors
/// [`Refusal::WrongFactor`], [`Refusal::TooMany`] and [`Refusal::Ended`].
pub async fn show_recovery_code(
    app: &App,
    session: &Session,
    code: &str,
) -> Result<Token, AccountError> {
    let symbols = code.chars().filter(|c| c.is_alphanumeric());
    let code: String = symbols.flat_map(char::to_lowercase).collect();
    let person = session.person;
    let hash = recovery_hash(app, person, &code);
    let left = recovery_codes_left(app, person).await? - 1;
    let told = letters::news(
        app,
        session.lang,
        &session.email,
        News::RecoveryCodeUsed(left.max(0)),
    );
    let hit = Hit::new(app, Limit::FactorsByPerson, person.as_bytes());
    let renewal = Renewal::new(app, session, Strength::Two);
    let now = app.now();
    let shown = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                if !hit.count(tx).await? {
                    return Ok(Err(Refusal::TooMany));
                }
                if !tx.use_recovery_code(person, &hash, now).await? {
                    tracing::info!(%person, "a wrong recovery code");
                    return Ok(Err(Refusal::WrongFactor));
                }
                tx.enqueue_mail(&told).await?;
                Ok::<_, AccountError>(Ok(renewal.run(tx).await?))
            })
        })
        .await??;
    tracing::info!(%person, "showed a recovery code");
    Ok(shown)
}

/// How many recovery codes a person has left.
pub async fn recovery_codes_left(app: &App, person: Uuid) -> Result<i64, ServiceError> {
    Ok(app.store.read().await?.recovery_codes_left(person).await?)
}

/// Gives new recovery codes, to be shown this once. Earlier ones no longer do.
///
/// # Errors
/// [`Refusal::NotFresh`], also for someone without a second factor to recover.
pub async fn new_recovery_codes(app: &App, session: &Session) -> Result<Vec<String>, AccountError> {
    must_be_fresh(session)?;
    if !session.has_factor() {
        return Err(Refusal::NotFresh.into());
    }
    let person = session.person;
    let (codes, hashes) = recovery_codes(app, person);
    let told = letters::news(app, session.lang, &session.email, News::NewRecoveryCodes);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.replace_recovery_codes(person, &hashes).await?;
                tx.enqueue_mail(&told).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    tracing::info!(%person, "made new recovery codes");
    Ok(codes)
}

/// Removes the authenticator app; with the last second factor also the recovery codes.
///
/// # Errors
/// [`Refusal::NotFresh`].
pub async fn remove_totp(app: &App, session: &Session) -> Result<(), AccountError> {
    must_be_fresh(session)?;
    let person = session.person;
    let told = letters::news(app, session.lang, &session.email, News::TotpRemoved);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.remove_totp(person).await?;
                without_factor(tx, person).await?;
                tx.enqueue_mail(&told).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    tracing::info!(%person, "removed the authenticator app");
    Ok(())
}

/// Removes recovery codes that there no longer is a second factor to recover for.
pub(super) async fn without_factor(tx: &mut Tx, person: Uuid) -> Result<(), StoreError> {
    let row = tx.person(person).await?;
    if row.is_some_and(|row| row.totp.is_none() && row.passkeys == 0) {
        tx.replace_recovery_codes(person, &[]).await?;
    }
    Ok(())
}

const STEP_UP: &str = "step-up";

/// Mails a code to someone without a second factor, to show once more who it is.
///
/// # Errors
/// [`Refusal::TooMany`].
pub async fn ask_step_up(app: &App, session: &Session, from: IpAddr) -> Result<(), AccountError> {
    let email = EmailAddress::try_from(session.email.as_str()).map_err(|_| Refusal::NoCode)?;
    let order = Order {
        holder: Holder::session(session, STEP_UP),
        email: &email,
        lang: session.lang,
        target: None,
        letter: letters::confirm,
    };
    codes::send(app, order, from).await
}

/// The code that was mailed for step-up, while it is valid.
pub async fn pending_step_up(
    app: &App,
    session: &Session,
) -> Result<Option<Pending>, ServiceError> {
    codes::pending_of(app, &Holder::session(session, STEP_UP)).await
}

/// Shows once more who it is, for someone without a second factor. Gives the session's next cookie.
///
/// # Errors
/// [`Refusal::WrongCode`], [`Refusal::NoCode`], [`Refusal::TooMany`] and [`Refusal::Ended`];
/// [`Refusal::WrongFactor`] for someone who has a second factor, and is to show that.
pub async fn show_step_up(
    app: &App,
    session: &Session,
    code: &str,
    from: IpAddr,
) -> Result<Token, AccountError> {
    if session.has_factor() {
        return Err(Refusal::WrongFactor.into());
    }
    let typed = Typed::new(app, Holder::session(session, STEP_UP), code, from);
    let renewal = Renewal::new(app, session, Strength::One);
    let shown = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                match typed.check(tx).await? {
                    Ok(_) => Ok::<_, AccountError>(Ok(renewal.run(tx).await?)),
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        })
        .await??;
    Ok(shown)
}
