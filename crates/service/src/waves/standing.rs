//! What an organisation is told of itself: in which groups it takes part, from when, and if not,
//! why.

use std::sync::Arc;

use domain::comparison::{Group, MONTHS, Participation};
use domain::day::Day;
use store::Tx;

use super::published::{self, Published};
use super::{intake, latest};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::Organisation;
use crate::submissions::Compared;

/// How an organisation takes part in the latest published wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The wave.
    pub wave: Arc<Published>,
    /// What of the organisation's the wave could take in.
    pub handed_in: HandedIn,
    /// The groups it belonged to on the wave's date, widest first.
    pub groups: Vec<InGroup>,
}

/// What an organisation had handed in for a wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandedIn {
    /// Something that counts, on this day.
    On(Day),
    /// Only something later than the wave's date: the first day.
    Later(Day),
    /// Only something that was too old: the last day.
    TooOld(Day),
    /// Nothing, or nothing that is not withdrawn.
    Nothing,
}

/// A group that an organisation belonged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InGroup {
    /// The group.
    pub group: Group,
    /// How the organisation takes part in what the group shows.
    pub participation: Participation,
}

/// How an organisation takes part in the latest published wave. `None` while there is none.
pub async fn standing(
    app: &App,
    organisation: &Organisation,
) -> Result<Option<Standing>, ServiceError> {
    let Some(wave) = latest(app).await? else {
        return Ok(None);
    };
    let day = wave.date.to_string();
    let mut tx = app.store.read().await?;
    let Some(row) = tx.wave(&day).await? else {
        return Ok(None);
    };
    let release = published::release(app, &mut tx, &row).await?;
    let registered = tx.registered_one(&day, organisation.id).await?;
    let counted = registered.and_then(|row| row.counted);
    let counted = counted.as_ref().map(intake::counted).transpose()?;
    let groups = counted.map(|counted| counted.groups()).unwrap_or_default();
    let in_group = |group: Group| {
        let shows = wave.publication.group(group);
        let shows = shows.is_some_and(|figures| figures.shows.is_some());
        InGroup {
            group,
            participation: match shows {
                true => release.participation(&organisation.public_id, group),
                false => Participation::NothingShown,
            },
        }
    };
    Ok(Some(Standing {
        handed_in: handed_in(&mut tx, organisation, wave.date).await?,
        groups: groups.into_iter().map(in_group).collect(),
        wave,
    }))
}

async fn handed_in(
    tx: &mut Tx,
    organisation: &Organisation,
    date: Day,
) -> Result<HandedIn, ServiceError> {
    let mut days = Vec::new();
    for document in tx.compared_of(organisation.id).await? {
        days.push(Compared::read(&document)?.submitted_on);
    }
    let oldest = date.months_before(MONTHS);
    let by_then = days.iter().copied().filter(|day| *day <= date).max();
    let later = days.iter().copied().filter(|day| *day > date).min();
    Ok(match (by_then, later) {
        (Some(day), _) if day >= oldest => HandedIn::On(day),
        (_, Some(day)) => HandedIn::Later(day),
        (Some(day), None) => HandedIn::TooOld(day),
        (None, None) => HandedIn::Nothing,
    })
}
