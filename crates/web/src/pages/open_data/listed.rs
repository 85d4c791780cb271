//! What there is of each dataset, for the pages and the catalogue.

use std::sync::Arc;

use domain::instrument::Edition;
use service::waves::{self, Published};

use crate::context::Cx;
use crate::error::Failure;

/// Everything that is published.
pub(super) struct Everything<'a> {
    /// The waves, the latest first, those that were withdrawn included.
    pub(super) waves: Vec<Arc<Published>>,
    /// The editions, the latest first.
    pub(super) editions: Vec<&'a Edition>,
}

impl<'a> Everything<'a> {
    pub(super) async fn of(cx: &'a Cx) -> Result<Self, Failure> {
        let mut editions: Vec<&Edition> = cx.app().content.editions.values().collect();
        editions.sort_by_key(|edition| std::cmp::Reverse(&edition.published));
        Ok(Everything {
            waves: waves::all(cx.app()).await?,
            editions,
        })
    }

    /// The waves whose files can be fetched, the latest first.
    pub(super) fn standing(&self) -> impl Iterator<Item = &Published> {
        let waves = self.waves.iter().map(|wave| &**wave);
        waves.filter(|wave| wave.withdrawn.is_none())
    }

    /// Whether any wave whose files can be fetched is of synthetic organisations.
    pub(super) fn is_synthetic(&self) -> bool {
        self.standing().any(|wave| wave.publication.synthetic)
    }
}
