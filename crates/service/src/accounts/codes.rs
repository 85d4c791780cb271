//! One-time codes by mail. A code shows that whoever types it reads the mail of an address, in the
//! browser where it was asked for.

use std::net::IpAddr;

use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::{CodeRow, NewCode, NewMail, NewPerson, StoreError, Tx};

use super::limits::{Hit, Limit};
use super::people::Person;
use super::sessions::{self, Via};
use super::{AccountError, MINUTE, Refusal, Token, letters};
use crate::app::App;
use crate::error::ServiceError;

/// How long a code is valid.
pub const VALID: i64 = 10 * MINUTE;
/// How many times a code may be tried.
const TRIES: i64 = 5;

/// Capital letters and digits that are not mistaken for one another and spell no words.
const SYMBOLS: &[u8; 23] = b"2346789CDFHJKMNPQRTVWXY";
/// Symbols of a code: 36 unpredictable bits.
const LENGTH: usize = 8;

/// Makes a code, as it is stored.
fn random_code(app: &App) -> String {
    let mut number = u64::from_be_bytes(app.bytes());
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let symbols = SYMBOLS.len() as u64;
        code.push(char::from(SYMBOLS[(number % symbols) as usize]));
        number /= symbols;
    }
    code
}

/// A code as it is mailed: in two groups.
fn in_groups(code: &str) -> String {
    let (first, second) = code.split_at(LENGTH / 2);
    format!("{first}-{second}")
}

/// A code as someone has typed it, without spaces, hyphens and small letters.
fn as_typed(text: &str) -> String {
    let symbols = text.chars().filter(|symbol| symbol.is_alphanumeric());
    symbols.flat_map(char::to_uppercase).collect()
}

/// Whom a code is for, and thereby where it can be used.
#[derive(Clone, Debug)]
pub(super) struct Holder(Vec<u8>);

impl Holder {
    /// The browser that asked to sign in.
    fn browser(token: &Token) -> Self {
        Holder(token.hash().to_vec())
    }

    /// A session, for one purpose.
    pub(super) fn session(session: &sessions::Session, purpose: &str) -> Self {
        Holder([purpose.as_bytes(), session.id.as_bytes()].concat())
    }
}

/// What is stored of a code.
fn hash(app: &App, holder: &Holder, code: &str) -> [u8; 32] {
    app.key
        .keyed_hash("one-time codes", &[&holder.0, code.as_bytes()].concat())
}

/// A code to be sent: where to, to whom, and the letter around it.
pub(super) struct Order<'a> {
    pub(super) holder: Holder,
    pub(super) email: &'a EmailAddress,
    pub(super) lang: Lang,
    pub(super) target: Option<&'a str>,
    pub(super) letter: fn(&App, Lang, &EmailAddress, &str) -> NewMail,
}

/// Mails a code in place of the holder's earlier one.
pub(super) async fn send(app: &App, order: Order<'_>, from: IpAddr) -> Result<(), AccountError> {
    let code = random_code(app);
    let now = app.now();
    let new = NewCode {
        code: hash(app, &order.holder, &code).to_vec(),
        holder: order.holder.0,
        email: order.email.as_str().to_owned(),
        lang: order.lang.code().to_owned(),
        target: order.target.map(str::to_owned),
        at: now,
        expires_at: now + VALID,
    };
    let letter = (order.letter)(app, order.lang, order.email, &in_groups(&code));
    let asked = Hit::new(app, Limit::CodesByRequester, from.to_string().as_bytes());
    let email = order.email.as_str();
    let pair = format!("{from} {email}");
    let mailed = Hit::new(app, Limit::CodesToAddress, pair.as_bytes());
    let by_all = Hit::new(app, Limit::CodesToAddressByAll, email.as_bytes());
    let sent = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let within =
                    asked.count(tx).await? && mailed.count(tx).await? && by_all.count(tx).await?;
                if !within {
                    return Ok(Err(Refusal::TooMany));
                }
                tx.replace_code(&new).await?;
                tx.enqueue_mail(&letter).await?;
                Ok::<_, StoreError>(Ok(()))
            })
        })
        .await?;
    Ok(sent?)
}

/// A code that someone has typed.
pub(super) struct Typed {
    holder: Holder,
    hash: [u8; 32],
    hit: Hit,
    now: i64,
}

impl Typed {
    pub(super) fn new(app: &App, holder: Holder, text: &str, from: IpAddr) -> Self {
        Typed {
            hash: hash(app, &holder, &as_typed(text)),
            hit: Hit::new(app, Limit::TriesByRequester, from.to_string().as_bytes()),
            now: app.now(),
            holder,
        }
    }

    /// Uses the code up, if it is the holder's. A refusal is to be committed too, for it counts.
    pub(super) async fn check(self, tx: &mut Tx) -> Result<Result<CodeRow, Refusal>, StoreError> {
        if !self.hit.count(tx).await? {
            return Ok(Err(Refusal::TooMany));
        }
        let Some(code) = tx.try_code(&self.holder.0, TRIES, self.now).await? else {
            return Ok(Err(Refusal::NoCode));
        };
        if code.code != self.hash {
            let left = TRIES - code.tries;
            tracing::info!(left, "a wrong one-time code");
            return Ok(Err(match left {
                1.. => Refusal::WrongCode { left },
                _ => Refusal::NoCode,
            }));
        }
        tx.forget_code(&self.holder.0).await?;
        Ok(Ok(code))
    }
}

/// A code that is on its way, or has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Where it was mailed.
    pub email: String,
    /// The address within the service to go on to.
    pub target: Option<String>,
    /// When it stops being valid, Unix milliseconds.
    pub expires_at: i64,
}

/// The holder's code, if it is valid.
pub(super) async fn pending_of(
    app: &App,
    holder: &Holder,
) -> Result<Option<Pending>, ServiceError> {
    let found = app.store.read().await?.code(&holder.0).await?;
    let valid = found.filter(|code| code.expires_at > app.now() && code.tries < TRIES);
    Ok(valid.map(|code| Pending {
        email: code.email,
        target: code.target,
        expires_at: code.expires_at,
    }))
}

/// Mails a code to sign in with, whether there is an account with the address or not.
///
/// `browser` is what the code is bound to; `target` an address within the service to go on to.
///
/// # Errors
/// [`Refusal::TooMany`].
pub async fn ask(
    app: &App,
    browser: &Token,
    email: &EmailAddress,
    lang: Lang,
    target: Option<&str>,
    from: IpAddr,
) -> Result<(), AccountError> {
    let order = Order {
        holder: Holder::browser(browser),
        email,
        lang,
        target,
        letter: letters::sign_in,
    };
    send(app, order, from).await
}

/// The code that a browser has asked for, if it is valid.
pub async fn pending(app: &App, browser: &Token) -> Result<Option<Pending>, ServiceError> {
    pending_of(app, &Holder::browser(browser)).await
}

/// Someone who has just signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// For the session's cookie.
    pub cookie: Token,
    /// Who.
    pub person: Person,
    /// The address within the service to go on to.
    pub target: Option<String>,
    /// Whether it was the first time.
    pub new: bool,
}

/// Signs in with a code. Who has no account gets one. `device` is what the browser says it is.
///
/// # Errors
/// [`Refusal::WrongCode`], [`Refusal::NoCode`] and [`Refusal::TooMany`].
pub async fn sign_in(
    app: &App,
    browser: &Token,
    code: &str,
    device: &str,
    from: IpAddr,
) -> Result<SignedIn, AccountError> {
    let typed = Typed::new(app, Holder::browser(browser), code, from);
    let (cookie, draft) = sessions::draft(app, Via::Code, device);
    let (id, now) = (app.id(), app.now());
    let signed_in = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let code = match typed.check(tx).await? {
                    Ok(code) => code,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let (person, new) = tx
                    .person_or_new(&NewPerson {
                        id,
                        name: String::new(),
                        email: code.email,
                        lang: code.lang,
                        at: now,
                    })
                    .await?;
                tx.person_seen(person.id, now).await?;
                tx.create_session(&draft.of(&person)).await?;
                Ok::<_, StoreError>(Ok((person, code.target, new)))
            })
        })
        .await?;
    let (person, target, new) = signed_in?;
    tracing::info!(person = %person.id, new, "signed in with a code");
    Ok(SignedIn {
        cookie,
        person: person.into(),
        target,
        new,
    })
}
