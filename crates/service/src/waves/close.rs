//! Closing a wave: its release is computed and stored, for the publisher to look at.

use domain::account::Action;
use domain::comparison::{Intake, NoEdition, Release, Salt};
use domain::day::Day;
use store::{Tx, WaveRow};
use uuid::Uuid;

use super::stored::Parts;
use super::{Refusal, WaveError, intake, stored};
use crate::app::App;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, standing, today};

/// A release, and what must still be so when it is stored.
struct Computed {
    release: Release,
    /// The wave that it builds on.
    previous: Option<Uuid>,
    /// Which organisations had left.
    departures: (i64, i64),
}

/// Computes the release of a date and stores it, not published.
///
/// The rules take about a second for a hundred thousand organisations, on the thread that called.
///
/// # Errors
/// [`Refusal::Future`], [`Refusal::NotAfter`], [`Refusal::Closed`], [`Refusal::Waiting`],
/// [`Refusal::NoEdition`], [`Refusal::Altered`] if the release before does not fit its hash,
/// [`Refusal::Changed`]; [`WaveError::Problems`] with all that must be put right first.
pub async fn close(app: &App, person: Uuid, date: Day) -> Result<(), WaveError> {
    let by = By::Person(person);
    if date.to_string() > today(app) {
        return Err(Refusal::Future.into());
    }
    let mut tx = app.store.read().await?;
    standing::operator(&mut tx, by, Action::PublishReleases).await?;
    let computed = compute(app, &mut tx, date).await?;
    drop(tx);
    let (previous, departures) = (computed.previous, computed.departures);
    let day = date.to_string();
    let new = Parts::of(computed.release)?.closed(app.id(), day.clone(), person, app.now());
    let mut act = Act::new(app, by);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.lock_installation().await?;
                standing::operator(tx, by, Action::PublishReleases).await?;
                let before = may_follow(&tx.waves().await?, &day)?.map(|row| row.id);
                if before != previous || tx.departures().await? != departures {
                    return Err(Refusal::Changed.into());
                }
                tx.add_wave(&new).await?;
                act.record(tx, None, EventKind::AgencyWaveClosed, Detail::of(day))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The wave that one of a date would build on: the latest that was ever published.
fn may_follow<'r>(rows: &'r [WaveRow], day: &str) -> Result<Option<&'r WaveRow>, Refusal> {
    if rows.iter().any(|row| row.date == day) {
        return Err(Refusal::Closed);
    }
    if rows.iter().any(|row| row.published_at.is_none()) {
        return Err(Refusal::Waiting);
    }
    match rows.first() {
        Some(latest) if latest.date.as_str() > day => Err(Refusal::NotAfter),
        latest => Ok(latest),
    }
}

async fn compute(app: &App, tx: &mut Tx, date: Day) -> Result<Computed, WaveError> {
    let departures = tx.departures().await?;
    let rows = tx.waves().await?;
    let previous = may_follow(&rows, &date.to_string())?;
    let before = match previous {
        Some(row) => Some(stored::whole(tx, row).await?.ok_or(Refusal::Altered)?),
        None => None,
    };
    let mut intake = Intake::new(&app.content, date).map_err(|NoEdition(_)| Refusal::NoEdition)?;
    let mut problems = intake::take_in(app, tx, &mut intake, date).await?;
    let frame = intake::frame(app, tx, &mut intake, date).await?;
    match intake.release(&frame, before.as_ref(), Salt::new(app.bytes())) {
        Ok(release) if problems.is_empty() => Ok(Computed {
            release,
            previous: previous.map(|row| row.id),
            departures,
        }),
        Ok(_) => Err(WaveError::Problems(problems)),
        Err(more) => {
            problems.extend(more.into_iter().map(super::Problem::from));
            Err(WaveError::Problems(problems))
        }
    }
}
