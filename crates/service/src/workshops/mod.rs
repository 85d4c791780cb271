//! Workshops: around a shared screen a group answers one question at a time from phones, sees how
//! the answers are spread, and agrees.
//!
//! Nobody sees an answer before it is shown, and what is shown is a distribution. Phones belong to
//! their workshop only; they and their answers are forgotten when it is closed. What the group
//! agrees on is kept as for any round.

mod code;
mod live;
mod phones;

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::Answer;
use domain::instrument::{Edition, Role};
use domain::voices::{self, Counts, Voice};
use store::{NewWorkshop, WorkshopRow};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::EventKind;
use crate::rounds::{Note, Round};
use crate::secrets::Unreadable;

pub use code::Code;
pub use live::{Follower, Live, Moment};
pub use phones::{Joined, MOST, Phone, answer, cookie_secret, find, join, own_answer};

/// Where a workshop's code is kept, encrypted, so that it can be shown again.
const CODE_PLACE: &[u8] = b"workshop";
const HOUR: i64 = 60 * 60 * 1000;
/// How long a workshop that nobody closes goes on.
const LONGEST: i64 = 24 * HOUR;

/// What a workshop is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// People join; no question has been asked.
    Waiting,
    /// A question is asked.
    Asking(String),
    /// The answers to a question are shown.
    Shown(String),
}

impl Phase {
    /// The question that is asked, or whose answers are shown.
    pub fn question(&self) -> Option<&str> {
        match self {
            Phase::Waiting => None,
            Phase::Asking(question) | Phase::Shown(question) => Some(question),
        }
    }
}

/// An open workshop.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// UUIDv7.
    pub id: Uuid,
    /// What lets phones in.
    pub code: Code,
    /// What it is doing.
    pub phase: Phase,
    /// How many take part.
    pub joined: usize,
    /// Changes with every change.
    pub version: i64,
    /// Changes with every change that phones show.
    pub turn: i64,
}

impl Workshop {
    fn of_row(round: &Round, row: WorkshopRow) -> Result<Self, ServiceError> {
        let code = round.key().open(CODE_PLACE, &row.code)?;
        let code = std::str::from_utf8(&code).ok().and_then(Code::parse);
        Ok(Workshop {
            id: row.id,
            code: code.ok_or(Unreadable)?,
            phase: match (row.question, row.phase.as_str()) {
                (Some(question), "asking") => Phase::Asking(question),
                (Some(question), "shown") => Phase::Shown(question),
                _ => Phase::Waiting,
            },
            joined: usize::try_from(row.joined).unwrap_or(0),
            version: row.version,
            turn: row.turn,
        })
    }
}

fn answer_place(question: &str) -> Vec<u8> {
    format!("workshop answer {question}").into_bytes()
}

/// A round's open workshop, if it has one.
pub async fn of_round(app: &App, round: &Round) -> Result<Option<Workshop>, ServiceError> {
    let row = app
        .store
        .read()
        .await?
        .workshop_of_round(round.id())
        .await?;
    row.map(|row| Workshop::of_row(round, row)).transpose()
}

/// Opens a workshop on a round, unless it has an open one.
pub async fn start(app: &App, round: &Round, by: Uuid) -> Result<(), ServiceError> {
    let code = Code::new(app);
    let new = NewWorkshop {
        id: app.id(),
        round: round.id(),
        hash: code.lookup(app).to_vec(),
        code: round.key().seal(app, CODE_PLACE, code.text().as_bytes()),
        at: app.now(),
    };
    let note = Note::new(app, round, Some(by), EventKind::WorkshopStarted);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.open_workshop(&new).await? {
                    note.record(tx).await?;
                }
                Ok::<_, ServiceError>(())
            })
        })
        .await
}

/// Asks a question, if `from` still is the one that is asked or shown. Asked again, it is answered
/// anew by everybody. `false`: someone else who leads the workshop was faster.
pub async fn ask(
    app: &App,
    workshop: &Workshop,
    from: Option<&str>,
    question: &str,
) -> Result<bool, ServiceError> {
    let (id, from, question) = (workshop.id, from.map(str::to_owned), question.to_owned());
    let asked = app.store.write(move |tx| {
        Box::pin(async move { tx.ask_in_workshop(id, from.as_deref(), &question).await })
    });
    Ok(asked.await?)
}

/// Shows the answers to the question that is asked. `false`: they are shown already, or another
/// question is asked.
pub async fn show(app: &App, workshop: &Workshop, question: &str) -> Result<bool, ServiceError> {
    let (id, question) = (workshop.id, question.to_owned());
    let shown = app
        .store
        .write(move |tx| Box::pin(async move { tx.show_in_workshop(id, &question).await }));
    Ok(shown.await?)
}

/// Closes a workshop. Who took part and what each answered is forgotten.
pub async fn close(
    app: &App,
    round: &Round,
    workshop: &Workshop,
    by: Uuid,
) -> Result<(), ServiceError> {
    let (id, now) = (workshop.id, app.now());
    let note = Note::new(app, round, Some(by), EventKind::WorkshopEnded);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.close_workshop(id, now).await? {
                    note.record(tx).await?;
                }
                Ok::<_, ServiceError>(())
            })
        })
        .await
}

/// Closes workshops that nobody has closed for a day. Gives how many.
pub async fn close_forgotten(app: &App) -> Result<u64, ServiceError> {
    let now = app.now();
    let closed = app.store.write(move |tx| {
        Box::pin(async move { tx.close_workshops_opened_before(now - LONGEST, now).await })
    });
    Ok(closed.await?)
}

/// How many have answered the question that is asked.
pub async fn answered(app: &App, workshop: &Workshop) -> Result<usize, ServiceError> {
    let Some(question) = workshop.phase.question() else {
        return Ok(0);
    };
    let mut tx = app.store.read().await?;
    let count = tx.workshop_answered(workshop.id, question).await?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// How the answers to a question are spread.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many gave each answer.
    pub counts: Counts,
    /// The one answer that all gave.
    pub unanimous: Option<Answer>,
}

/// How the answers are spread, once they are shown.
pub async fn tally(
    app: &App,
    round: &Round,
    edition: &Edition,
    workshop: &Workshop,
) -> Result<Option<Tally>, ServiceError> {
    let Phase::Shown(question) = &workshop.phase else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    let mut voices = Vec::new();
    for body in tx.workshop_answers(workshop.id, question).await? {
        let answer: Answer =
            serde_json::from_slice(&round.key().open(&answer_place(question), &body)?)?;
        voices.push(Voice {
            // Phones have no role, and a workshop shows none.
            role: Role::Inkop,
            asked: BTreeSet::from([question.clone()]),
            answers: BTreeMap::from([(question.clone(), answer)]),
            comments: BTreeMap::new(),
        });
    }
    let spreads = voices::spreads(edition, round.facts.kind, &voices);
    // Nobody answered: there is nothing to spread.
    let tally = spreads
        .into_iter()
        .next()
        .map_or_else(Tally::default, |spread| Tally {
            counts: spread.all,
            unanimous: spread.unanimous,
        });
    Ok(Some(tally))
}
