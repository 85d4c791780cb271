//! What the pages of a comparison are made from: a published wave, the edition and the words of its
//! figures, and the group that was asked for.

use std::sync::Arc;

use domain::comparison::{Counted, Group, UnknownGroup};
use domain::instrument::Edition;
use service::App;
use service::organisations;
use service::waves::{self, Published};
use uuid::Uuid;

use super::choice::{self, Chosen};
use super::own::{self, Latest, Own};
use crate::context::Cx;
use crate::error::Failure;
use crate::pages::round::outcome::wording::Wording;

/// An organisation beside the latest published wave.
pub(super) struct Setting {
    pub(super) wave: Arc<Published>,
    /// What the organisation is counted as; `None` if nobody has said.
    pub(super) counted: Option<Counted>,
    /// `None` if it has handed in nothing that can be compared, or nobody has said what it is.
    pub(super) own: Option<Own>,
    /// Whether that is because what it handed in last is too old.
    pub(super) too_old: bool,
}

impl Setting {
    /// `None` while no wave is published.
    pub(super) async fn of(app: &App, organisation: Uuid) -> Result<Option<Self>, Failure> {
        let Some(wave) = waves::latest(app).await? else {
            return Ok(None);
        };
        let classification = organisations::current(app, organisation).await?;
        let counted = classification.map(|classification| Counted {
            kind: classification.kind,
            lan: classification.lan,
            skr: classification.group,
            population: classification.population,
            volume: classification.volume,
        });
        let beside = (wave.publication.edition.as_str(), wave.date);
        let latest = match counted {
            Some(counted) => own::latest(app, organisation, counted, beside).await?,
            None => Latest::Nothing,
        };
        let too_old = matches!(latest, Latest::TooOld);
        let own = match latest {
            Latest::Own(own) => Some(own),
            Latest::TooOld | Latest::Nothing => None,
        };
        Ok(Some(Setting {
            wave,
            counted,
            own,
            too_old,
        }))
    }

    /// The groups that it is compared with, the closest first.
    pub(super) fn closest(&self) -> Vec<Group> {
        self.counted
            .as_ref()
            .map_or_else(|| vec![Group::All], Counted::fallback)
    }

    /// The group that was asked for, or the closest that shows figures.
    pub(super) fn choose(&self, asked: Option<Group>) -> Chosen<'_> {
        choice::choose(&self.wave.publication, asked, &self.closest())
    }
}

/// The words for a wave's figures.
pub(super) fn wording<'a>(cx: &'a Cx, wave: &Published) -> Result<Wording<'a>, Failure> {
    Ok(Wording {
        content: &cx.app().content,
        edition: edition(cx, wave)?,
        t: cx.texts(),
        lang: cx.lang(),
    })
}

/// The edition that a wave's figures are for. Editions are never removed.
fn edition<'a>(cx: &'a Cx, wave: &Published) -> Result<&'a Edition, Failure> {
    let editions = &cx.app().content.editions;
    editions
        .get(&wave.publication.edition)
        .ok_or(Failure::OtherEdition)
}

/// The group that the address asks for, if any.
pub(crate) fn asked(cx: &Cx) -> Result<Option<Group>, UnknownGroup> {
    match cx.query("grupp") {
        Some(code) if !code.is_empty() => Group::try_from(code).map(Some),
        _ => Ok(None),
    }
}
