//! The waves as the agency sees them: how far each has come, and what one shows before it is
//! published.

use domain::account::Action;
use domain::comparison::{Publication, Report};
use domain::day::Day;
use store::{Tx, WaveRow};
use uuid::Uuid;

use super::published::{date, hide, withdrawn};
use super::{Refusal, WaveError, stored};
use crate::app::App;
use crate::organisations::{By, join, standing};

/// That someone did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When, Unix milliseconds.
    pub at: i64,
    /// Who, as they are called; empty if that person is gone.
    pub who: String,
}

/// How far a wave has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Computed, and waits to be published or discarded.
    Closed,
    /// Published.
    Published(Done),
    /// Published, and withdrawn since, with the note for everyone.
    Withdrawn(Done, String),
}

impl Stage {
    /// The code used on the command line.
    pub fn code(&self) -> &'static str {
        match self {
            Stage::Closed => "closed",
            Stage::Published(_) => "published",
            Stage::Withdrawn(..) => "withdrawn",
        }
    }
}

/// A wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// The wave's date.
    pub date: Day,
    /// The release's hash, lower-case hex.
    pub hash: String,
    /// Who closed it.
    pub closed: Done,
    /// Whether the reader did, who then does not publish it.
    pub own: bool,
    /// How far it has come.
    pub stage: Stage,
}

/// A wave with what it shows, or would show, and what it does not show and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The wave.
    pub wave: Wave,
    /// Exactly what readers are given once it is published.
    pub publication: Publication,
    /// What was hidden, held back or kept, and what was left out. For the publisher alone.
    pub report: Report,
}

async fn done(tx: &mut Tx, at: i64, by: Option<Uuid>) -> Result<Done, WaveError> {
    let person = match by {
        Some(person) => tx.person(person).await?,
        None => None,
    };
    Ok(Done {
        at,
        who: person.as_ref().map(join::called).unwrap_or_default(),
    })
}

async fn wave(tx: &mut Tx, by: By, row: &WaveRow) -> Result<Wave, WaveError> {
    let stage = match (&row.withdrawn, row.published_at) {
        (Some(withdrawn), _) => Stage::Withdrawn(
            done(tx, withdrawn.at, withdrawn.by).await?,
            withdrawn.reason.clone(),
        ),
        (None, Some(at)) => Stage::Published(done(tx, at, row.published_by).await?),
        (None, None) => Stage::Closed,
    };
    Ok(Wave {
        date: date(row)?,
        hash: row.hash.clone(),
        closed: done(tx, row.closed_at, row.closed_by).await?,
        own: row.closed_by.is_some_and(|closer| by == By::Person(closer)),
        stage,
    })
}

/// All waves, the latest date first.
pub async fn list(app: &App, by: By) -> Result<Vec<Wave>, WaveError> {
    let mut tx = app.store.read().await?;
    standing::operator(&mut tx, by, Action::PublishReleases).await?;
    let mut waves = Vec::new();
    for row in tx.waves().await? {
        waves.push(wave(&mut tx, by, &row).await?);
    }
    Ok(waves)
}

/// The wave of a date, with its figures and its disclosure report.
///
/// # Errors
/// [`Refusal::Missing`], [`Refusal::Altered`].
pub async fn preview(app: &App, by: By, day: Day) -> Result<Preview, WaveError> {
    let mut tx = app.store.read().await?;
    standing::operator(&mut tx, by, Action::PublishReleases).await?;
    let rows = tx.waves().await?;
    let day = day.to_string();
    let row = rows
        .iter()
        .find(|row| row.date == day)
        .ok_or(Refusal::Missing)?;
    let release = stored::release(&mut tx, row)
        .await?
        .ok_or(Refusal::Altered)?;
    let mut publication = release.public;
    hide(&mut publication, &withdrawn(&rows)?);
    Ok(Preview {
        wave: wave(&mut tx, by, row).await?,
        publication,
        report: release.report,
    })
}
