//! What is done with a wave that is closed: it is published by another than the one who closed it,
//! or discarded; and one that is published can be withdrawn.

use domain::account::Action;
use domain::day::Day;
use store::{Tx, WaveRow, WithdrawalRow};
use uuid::Uuid;

use super::{Refusal, WaveError, stored};
use crate::app::App;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, standing};

/// A wave, held for someone who may publish until the transaction ends.
async fn hold(tx: &mut Tx, person: Uuid, day: &str) -> Result<WaveRow, WaveError> {
    tx.lock_installation().await?;
    standing::operator(tx, By::Person(person), Action::PublishReleases).await?;
    Ok(tx.wave(day).await?.ok_or(Refusal::Missing)?)
}

/// Publishes the wave of a date. `hash` is that of the release that the person looked at.
///
/// # Errors
/// [`Refusal::OwnWave`] for whoever closed it; [`Refusal::Published`]; [`Refusal::Changed`] if it has
/// been computed anew since it was looked at; [`Refusal::Altered`].
pub async fn publish(app: &App, person: Uuid, date: Day, hash: &str) -> Result<(), WaveError> {
    let (day, hash) = (date.to_string(), hash.to_owned());
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let wave = hold(tx, person, &day).await?;
                if wave.published_at.is_some() {
                    return Err(Refusal::Published.into());
                }
                if wave.closed_by == Some(person) {
                    return Err(Refusal::OwnWave.into());
                }
                if wave.hash != hash {
                    return Err(Refusal::Changed.into());
                }
                if stored::release(tx, &wave).await?.is_none() {
                    return Err(Refusal::Altered.into());
                }
                if !tx.publish_wave(wave.id, person, act.now()).await? {
                    return Err(Refusal::Published.into());
                }
                act.record(tx, None, EventKind::AgencyWavePublished, Detail::of(day))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Withdraws a published wave, with a note that everyone reads in place of its figures. The one
/// before it stands again.
///
/// # Errors
/// [`Refusal::NoteMissing`], [`Refusal::NotPublished`], [`Refusal::Withdrawn`].
pub async fn withdraw(app: &App, person: Uuid, date: Day, note: &str) -> Result<(), WaveError> {
    let note = note.trim();
    if note.is_empty() {
        return Err(Refusal::NoteMissing.into());
    }
    let day = date.to_string();
    let mut act = Act::new(app, By::Person(person));
    let withdrawal = WithdrawalRow {
        at: act.now(),
        by: Some(person),
        reason: note.to_owned(),
    };
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let wave = hold(tx, person, &day).await?;
                if wave.published_at.is_none() {
                    return Err(Refusal::NotPublished.into());
                }
                if !tx.withdraw_wave(wave.id, &withdrawal).await? {
                    return Err(Refusal::Withdrawn.into());
                }
                let detail = Detail {
                    reason: Some(withdrawal.reason),
                    ..Detail::of(day)
                };
                act.record(tx, None, EventKind::AgencyWaveWithdrawn, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Discards a wave that is closed and was never published, so that it can be computed anew.
///
/// # Errors
/// [`Refusal::Published`].
pub async fn discard(app: &App, person: Uuid, date: Day) -> Result<(), WaveError> {
    let day = date.to_string();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let wave = hold(tx, person, &day).await?;
                if !tx.discard_wave(wave.id).await? {
                    return Err(Refusal::Published.into());
                }
                act.record(tx, None, EventKind::AgencyWaveDiscarded, Detail::of(day))
                    .await?;
                Ok(())
            })
        })
        .await
}
