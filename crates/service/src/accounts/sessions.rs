//! Sessions: who is signed in in a browser, and how surely.

use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::{NewSession, PersonRow, SessionRow, Tx};
use uuid::Uuid;

use super::people::lang;
use super::{AccountError, DAY, HOUR, MINUTE, Refusal, Token};
use crate::app::App;
use crate::error::ServiceError;

/// How long who it is counts as just shown.
pub const FRESH: i64 = 15 * MINUTE;
/// How long any session lasts at most.
pub const LONGEST: i64 = 7 * DAY;
/// How long someone who has signed in with a code may take to show the second factor.
const HALF_WAY: i64 = 30 * MINUTE;
/// How long a session is remembered after it was last used, to know whose it was.
pub const REMEMBERED: i64 = 30 * DAY;

/// How surely someone has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// With one factor: a code by mail, or another organisation's sign-in service.
    One,
    /// And a second factor.
    Two,
}

impl Strength {
    fn number(self) -> i64 {
        match self {
            Strength::One => 1,
            Strength::Two => 2,
        }
    }

    fn of(number: i64) -> Self {
        match number {
            2 => Strength::Two,
            _ => Strength::One,
        }
    }
}

/// How someone signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// A code by mail.
    Code,
    /// Another organisation's sign-in service (OpenID Connect).
    Oidc,
    /// As one of those whom anyone can sign in as in a service to show.
    Demo,
}

impl Via {
    fn code(self) -> &'static str {
        match self {
            Via::Code => "code",
            Via::Oidc => "oidc",
            Via::Demo => "demo",
        }
    }
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
    /// Whether they showed who they are, as surely as they can, within [`FRESH`].
    pub fresh: bool,
    /// Whether they have an authenticator app.
    pub totp: bool,
    /// How many passkeys they have.
    pub passkeys: i64,
    /// How many forms wait for them to take up again.
    pub kept_forms: i64,
    /// Of the cookie.
    hash: [u8; 32],
}

impl Session {
    /// Whether they have a second factor.
    pub fn has_factor(&self) -> bool {
        self.totp || self.passkeys > 0
    }

    /// Whether they have a second factor and have not shown it yet. Until they have, they are not
    /// signed in to anything but showing it.
    pub fn awaits_factor(&self) -> bool {
        self.has_factor() && self.strength == Strength::One
    }
}

/// Refuses what needs step-up.
pub(super) fn must_be_fresh(session: &Session) -> Result<(), Refusal> {
    match session.fresh && !session.awaits_factor() {
        true => Ok(()),
        false => Err(Refusal::NotFresh),
    }
}

/// Whether a session still holds, `agency` saying whether its person works at the agency.
fn holds(session: &SessionRow, person: &PersonRow, agency: bool, now: i64) -> bool {
    let (idle, whole) = match agency {
        true => (HOUR, 12 * HOUR),
        false => (8 * HOUR, LONGEST),
    };
    let half_way = session.strength == 1 && has_factor(person);
    let whole = if half_way { HALF_WAY } else { whole };
    session.ended_at.is_none() && now - session.used_at <= idle && now - session.created_at <= whole
}

fn has_factor(person: &PersonRow) -> bool {
    person.totp.is_some() || person.passkeys > 0
}

/// The row of a cookie, its person, and whether it still holds.
async fn look_up(
    app: &App,
    cookie: &str,
) -> Result<Option<(Token, SessionRow, PersonRow, bool)>, ServiceError> {
    let Some(token) = Token::parse(cookie) else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    let Some((session, person)) = tx.session_by_hash(&token.hash()).await? else {
        return Ok(None);
    };
    let agency = !tx.agency_roles(person.id).await?.is_empty();
    let holds = holds(&session, &person, agency, app.now());
    Ok(Some((token, session, person, holds)))
}

/// The session of a cookie; `None` if it is none, or has ended or had its time.
pub async fn find(app: &App, cookie: &str) -> Result<Option<Session>, ServiceError> {
    let Some((token, session, person, true)) = look_up(app, cookie).await? else {
        return Ok(None);
    };
    let now = app.now();
    if now - session.used_at > MINUTE {
        let id = session.id;
        let noted = app
            .store
            .write(move |tx| Box::pin(async move { tx.session_used(id, now).await }))
            .await;
        // A page that only reads is shown while the database cannot be written.
        if let Err(error) = noted {
            tracing::warn!(%error, "a session's use was not noted");
        }
    }
    let fresh = session.fresh_at.is_some_and(|at| now - at <= FRESH);
    Ok(Some(Session {
        id: session.id,
        person: person.id,
        strength: Strength::of(session.strength),
        fresh,
        totp: person.totp.is_some(),
        passkeys: person.passkeys,
        kept_forms: person.kept_forms,
        lang: lang(&person.lang),
        name: person.name,
        email: person.email,
        hash: token.hash(),
    }))
}

/// Whose session a cookie is, or was before it ended.
pub async fn whose(app: &App, cookie: &str) -> Result<Option<Uuid>, ServiceError> {
    let found = look_up(app, cookie).await?;
    Ok(found.map(|(_, _, person, _)| person.id))
}

/// A session that is about to begin, for whoever turns out to sign in.
pub(crate) struct Draft(NewSession);

/// A new cookie and the session it is for.
pub(crate) fn draft(app: &App, via: Via, device: &str) -> (Token, Draft) {
    let cookie = Token::new(app);
    let session = NewSession {
        id: app.id(),
        hash: cookie.hash().to_vec(),
        person: Uuid::nil(),
        strength: Strength::One.number(),
        via: via.code().to_owned(),
        device: device.to_owned(),
        at: app.now(),
        fresh_at: None,
    };
    (cookie, Draft(session))
}

impl Draft {
    /// The session, to be given to [`Tx::create_session`].
    pub(crate) fn of(self, person: &PersonRow) -> NewSession {
        let session = self.0;
        NewSession {
            person: person.id,
            // Someone with a second factor has not shown all that they can.
            fresh_at: (!has_factor(person)).then_some(session.at),
            ..session
        }
    }

    /// The session of someone whom another organisation's sign-in service vouches for: whether
    /// with two factors, and when they showed them, if it says so.
    pub(crate) fn vouched(
        self,
        person: &PersonRow,
        two_factors: bool,
        shown_at: Option<i64>,
    ) -> NewSession {
        let session = self.of(person);
        let strength = match two_factors {
            true => Strength::Two,
            false => Strength::One,
        };
        let all_shown = two_factors || session.fresh_at.is_some();
        NewSession {
            strength: strength.number(),
            // Its clock may be ahead of ours.
            fresh_at: shown_at.filter(|_| all_shown).map(|at| at.min(session.at)),
            ..session
        }
    }
}

/// A session's next cookie, once who it is has been shown anew.
pub(super) struct Renewal {
    id: Uuid,
    old: [u8; 32],
    cookie: Token,
    strength: Strength,
    now: i64,
}

impl Renewal {
    pub(super) fn new(app: &App, session: &Session, strength: Strength) -> Self {
        Renewal {
            id: session.id,
            old: session.hash,
            cookie: Token::new(app),
            strength,
            now: app.now(),
        }
    }

    /// Gives the session its next cookie. An `Err` undoes everything that goes with it.
    pub(super) async fn run(self, tx: &mut Tx) -> Result<Token, AccountError> {
        let new = self.cookie.hash();
        let strength = self.strength.number();
        let renewed = tx
            .renew_session(self.id, &self.old, &new, strength, self.now)
            .await?;
        match renewed {
            true => Ok(self.cookie),
            false => Err(Refusal::Ended.into()),
        }
    }
}

/// A session as its person sees it in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// To end it by.
    pub id: Uuid,
    /// Browser and system as far as the browser says; may be empty.
    pub device: String,
    /// Whether it is the one that asks.
    pub current: bool,
    /// When it began, Unix milliseconds.
    pub created_at: i64,
    /// When it was last used, Unix milliseconds, to within a minute.
    pub used_at: i64,
}

/// The sessions of whoever asks that still hold, the last used first.
pub async fn list(app: &App, session: &Session) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(person) = tx.person(session.person).await? else {
        return Ok(Vec::new());
    };
    let agency = !tx.agency_roles(person.id).await?.is_empty();
    let mut rows = tx.sessions(person.id).await?;
    rows.retain(|row| holds(row, &person, agency, app.now()));
    let listed = |row: SessionRow| Listed {
        id: row.id,
        device: row.device,
        current: row.id == session.id,
        created_at: row.created_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// Ends one of the sessions of whoever asks. `false` if it has ended already, or is not theirs.
pub async fn end(app: &App, session: &Session, id: Uuid) -> Result<bool, ServiceError> {
    let (person, now) = (session.person, app.now());
    let ended = app
        .store
        .write(move |tx| Box::pin(async move { tx.end_session(person, id, now).await }))
        .await?;
    Ok(ended)
}

/// Ends all sessions of whoever asks but this one. Gives how many.
pub async fn end_others(app: &App, session: &Session) -> Result<u64, ServiceError> {
    let (person, id, now) = (session.person, session.id, app.now());
    let ended = app
        .store
        .write(move |tx| Box::pin(async move { tx.end_sessions(person, Some(id), now).await }))
        .await?;
    Ok(ended)
}

/// Ends all sessions of the holder of an address, for the operator. Gives how many; `None` if it is
/// nobody's address.
pub async fn end_all(app: &App, email: &EmailAddress) -> Result<Option<u64>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(person) = tx.person_by_email(email.as_str()).await? else {
        return Ok(None);
    };
    drop(tx);
    let (person, now) = (person.id, app.now());
    let ended = app
        .store
        .write(move |tx| Box::pin(async move { tx.end_sessions(person, None, now).await }))
        .await?;
    tracing::info!(%person, ended, "the operator ended all sessions");
    Ok(Some(ended))
}

/// Signs out: ends this session.
pub async fn sign_out(app: &App, session: &Session) -> Result<(), ServiceError> {
    end(app, session, session.id).await.map(drop)
}

/// Browsers by what their user agent says, the most particular first: most of them also name the
/// ones they resemble.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// What someone would call the browser and system that a user agent stands for: "Firefox, Linux".
/// Nothing else of it is stored. Empty if it names none that are known.
pub fn device_name(user_agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(mark, _)| user_agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    let parts = [first(&BROWSERS), first(&SYSTEMS)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
