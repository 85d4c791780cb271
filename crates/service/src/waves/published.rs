//! What everyone may read of the waves that are published.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::comparison::Publication;
use domain::day::Day;
use store::{Tx, WaveRow};
use uuid::Uuid;

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
    /// What it shows. Of one that was withdrawn, no group: its figures are shown nowhere.
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

/// The published waves that readers have asked for, so that reading costs the same however many
/// organisations there are. A node looks at the list of waves each time, and so notices what
/// another node has published or withdrawn.
#[derive(Default)]
pub struct Cache {
    published: Mutex<BTreeMap<Uuid, Arc<Published>>>,
}

impl Cache {
    /// What is kept of a wave, if that is how it stands.
    fn published(&self, row: &WaveRow) -> Option<Arc<Published>> {
        let kept = self
            .published
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(&row.id)?;
        (found.withdrawn.is_some() == row.withdrawn.is_some()).then(|| Arc::clone(found))
    }

    fn keep(&self, wave: Uuid, published: &Arc<Published>) {
        self.published
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(wave, Arc::clone(published));
    }
}

/// The published waves, the latest date first, those that were withdrawn included.
pub async fn all(app: &App) -> Result<Vec<Arc<Published>>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut all = Vec::new();
    for row in tx.waves().await? {
        if let Some(published_at) = row.published_at {
            all.push(published(app, &mut tx, row, published_at).await?);
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
    let mut tx = app.store.read().await?;
    let Some(row) = tx.wave(&date.to_string()).await? else {
        return Ok(None);
    };
    match row.published_at {
        Some(published_at) => Ok(Some(published(app, &mut tx, row, published_at).await?)),
        None => Ok(None),
    }
}

async fn published(
    app: &App,
    tx: &mut Tx,
    row: WaveRow,
    published_at: i64,
) -> Result<Arc<Published>, ServiceError> {
    if let Some(kept) = app.waves.published(&row) {
        return Ok(kept);
    }
    let text = tx.wave_publication(row.id).await?.ok_or(Unreadable)?;
    let mut publication: Publication = serde_json::from_str(&text)?;
    if row.withdrawn.is_some() {
        publication.groups.clear();
    }
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
    app.waves.keep(row.id, &published);
    Ok(published)
}
