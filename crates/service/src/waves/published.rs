//! What everyone may read of the waves that are published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::comparison::{Figure, Publication, Release};
use domain::day::Day;
use store::{Tx, WaveRow};
use uuid::Uuid;

use super::stored;
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Unreadable;

/// A wave that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The wave's date.
    pub date: Day,
    /// When it was published, Unix milliseconds.
    pub published_at: i64,
    /// The release's hash, lower-case hex.
    pub hash: String,
    /// That it was withdrawn.
    pub withdrawn: Option<WithdrawnNote>,
    /// What it shows. Of one that was withdrawn no group, and of any no figure that is from one
    /// that was.
    pub publication: Publication,
}

/// That a published wave was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawnNote {
    /// When, Unix milliseconds.
    pub at: i64,
    /// Why, in the publisher's words.
    pub note: String,
}

/// The published waves that someone has asked for, so that reading costs the same however many
/// organisations there are. A node looks at the list of waves each time, and so notices what
/// another node has published or withdrawn.
#[derive(Default)]
pub struct Cache(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// The waves that were withdrawn when what is here was read: their figures are not in it.
    withdrawn: BTreeSet<Day>,
    published: BTreeMap<Uuid, Arc<Published>>,
    /// The release that organisations last asked about, without values.
    release: Option<(Uuid, Arc<Release>)>,
}

impl Cache {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept of a wave, if the same waves are withdrawn now as then.
    fn published(&self, wave: Uuid, withdrawn: &BTreeSet<Day>) -> Option<Arc<Published>> {
        let kept = self.kept();
        let found = kept.published.get(&wave)?;
        (kept.withdrawn == *withdrawn).then(|| Arc::clone(found))
    }

    fn keep(&self, wave: Uuid, published: &Arc<Published>, withdrawn: &BTreeSet<Day>) {
        let mut kept = self.kept();
        if kept.withdrawn != *withdrawn {
            kept.withdrawn.clone_from(withdrawn);
            kept.published.clear();
        }
        kept.published.insert(wave, Arc::clone(published));
    }
}

/// The published waves, the latest date first, those that were withdrawn included.
pub async fn all(app: &App) -> Result<Vec<Arc<Published>>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.waves().await?;
    let withdrawn = withdrawn(&rows)?;
    let mut all = Vec::new();
    for row in rows {
        if let Some(published_at) = row.published_at {
            all.push(published(app, &mut tx, row, published_at, &withdrawn).await?);
        }
    }
    Ok(all)
}

/// The published wave that stands: the latest that was not withdrawn.
pub async fn latest(app: &App) -> Result<Option<Arc<Published>>, ServiceError> {
    let all = all(app).await?;
    Ok(all.into_iter().find(|wave| wave.withdrawn.is_none()))
}

/// The published wave of a date, also if it was withdrawn.
pub async fn of_date(app: &App, date: Day) -> Result<Option<Arc<Published>>, ServiceError> {
    let all = all(app).await?;
    Ok(all.into_iter().find(|wave| wave.date == date))
}

/// The dates of the waves that were withdrawn.
pub(super) fn withdrawn(rows: &[WaveRow]) -> Result<BTreeSet<Day>, ServiceError> {
    let withdrawn = rows.iter().filter(|row| row.withdrawn.is_some());
    withdrawn.map(date).collect()
}

/// A wave's date.
pub(super) fn date(row: &WaveRow) -> Result<Day, ServiceError> {
    Day::try_from(row.date.as_str()).map_err(|_| Unreadable.into())
}

async fn published(
    app: &App,
    tx: &mut Tx,
    row: WaveRow,
    published_at: i64,
    withdrawn: &BTreeSet<Day>,
) -> Result<Arc<Published>, ServiceError> {
    if let Some(kept) = app.waves.published(row.id, withdrawn) {
        return Ok(kept);
    }
    let text = tx.wave_publication(row.id).await?.ok_or(Unreadable)?;
    let mut publication: Publication = serde_json::from_str(&text)?;
    hide(&mut publication, withdrawn);
    let published = Arc::new(Published {
        date: publication.date,
        published_at,
        hash: row.hash,
        withdrawn: row.withdrawn.map(|withdrawal| WithdrawnNote {
            at: withdrawal.at,
            note: withdrawal.reason,
        }),
        publication,
    });
    app.waves.keep(row.id, &published, withdrawn);
    Ok(published)
}

/// Takes away every figure that is from a wave that was withdrawn. A later wave's release may hold
/// such figures, since the rules for renewal must go on counting what was once shown.
pub(super) fn hide(publication: &mut Publication, withdrawn: &BTreeSet<Day>) {
    if withdrawn.is_empty() {
        return;
    }
    if withdrawn.contains(&publication.date) {
        publication.groups.clear();
        publication.cards.clear();
    }
    let cards = &mut publication.cards;
    cards.retain(|figure| !withdrawn.contains(&figure.from));
    let stands = |figure: &Figure| !withdrawn.contains(&figure.from);
    for group in &mut publication.groups {
        group.goals.retain(stands);
        group.questions.retain(stands);
        if group.shows.is_some_and(|date| withdrawn.contains(&date)) {
            (group.shows, group.coverage) = (None, None);
        }
        let panel = group.panel.take();
        group.panel = panel
            .filter(|panel| !withdrawn.contains(&panel.since) && !withdrawn.contains(&panel.date));
    }
}

/// The release of a published wave without its members' values, for what is told an organisation of
/// itself.
pub(super) async fn release(
    app: &App,
    tx: &mut Tx,
    row: &WaveRow,
) -> Result<Arc<Release>, ServiceError> {
    let kept = app.waves.kept().release.clone();
    if let Some((_, release)) = kept.filter(|(wave, _)| *wave == row.id) {
        return Ok(release);
    }
    let release = Arc::new(stored::release(tx, row).await?.ok_or(Unreadable)?);
    app.waves.kept().release = Some((row.id, Arc::clone(&release)));
    Ok(release)
}
