//! A release as it is stored: its members' values apart from the rest, so that they can be erased.

use domain::comparison::Release;
use store::{NewWave, Tx, WaveRow};
use uuid::Uuid;

use crate::error::ServiceError;

/// A release in the parts that are stored.
pub(super) struct Parts {
    hash: String,
    publication: String,
    values: String,
    release: String,
}

impl Parts {
    pub(super) fn of(mut release: Release) -> Result<Parts, ServiceError> {
        let values = std::mem::take(&mut release.protected.values);
        Ok(Parts {
            publication: release.public.to_json()?,
            values: serde_json_canonicalizer::to_string(&values)?,
            release: release.to_json()?,
            hash: release.hash,
        })
    }

    /// A wave that someone closes.
    pub(super) fn closed(self, id: Uuid, date: String, by: Uuid, at: i64) -> NewWave {
        NewWave {
            id,
            date,
            hash: self.hash,
            closed_by: by,
            closed_at: at,
            publication: self.publication,
            values: self.values,
            release: self.release,
        }
    }
}

/// A wave's release without its members' values. `None` if it is not what was stored: another than
/// its hash was made of, than the list of waves names, or than readers are given.
pub(super) async fn release(tx: &mut Tx, row: &WaveRow) -> Result<Option<Release>, ServiceError> {
    let (Some(text), Some(publication)) = (
        tx.wave_release(row.id).await?,
        tx.wave_publication(row.id).await?,
    ) else {
        return Ok(None);
    };
    let Ok(release) = Release::read(&text) else {
        return Ok(None);
    };
    let is_it = release.hash == row.hash
        && release.public.date.to_string() == row.date
        && release.public.to_json()? == publication;
    Ok(is_it.then_some(release))
}

/// A wave's whole release. `None` as in [`release`], or if a member's values are not what was
/// stored.
pub(super) async fn whole(tx: &mut Tx, row: &WaveRow) -> Result<Option<Release>, ServiceError> {
    let Some(mut release) = release(tx, row).await? else {
        return Ok(None);
    };
    let Some(values) = tx.wave_values(row.id).await? else {
        return Ok(None);
    };
    let Ok(values) = serde_json::from_str(&values) else {
        return Ok(None);
    };
    release.protected.values = values;
    let text = release.to_json()?;
    drop(release);
    Ok(Release::read(&text).ok())
}
