//! What every use case is given: the database, the content, the time, randomness and settings.

use std::sync::Arc;

use domain::instrument::{Content, Edition};
use l10n::Catalogue;
use store::Store;
use uuid::Uuid;

use crate::accounts::oidc::Provider;
use crate::demo::Demo;
use crate::mail::Mailer;
use crate::secrets::ServerKey;
use crate::settings::Settings;
use crate::waves;

/// The time now, Unix milliseconds.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Fills a buffer with unpredictable bytes.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// The service's parts. Time and randomness are parameters, so a test can hold them still.
pub struct App {
    /// The one interface to the database.
    pub store: Store,
    /// Question sets, cards, frameworks.
    pub content: Content,
    /// Interface texts.
    pub texts: Catalogue,
    /// The time now.
    pub clock: Clock,
    /// Unpredictable bytes.
    pub random: Random,
    /// What the operator has decided.
    pub settings: Settings,
    /// The key that is kept outside the database.
    pub key: ServerKey,
    /// Sends mails.
    pub mailer: Mailer,
    /// The provider that people can sign in through, if the operator has one.
    pub oidc: Option<Provider>,
    /// What makes the service one to show, with synthetic organisations only; `None` for real ones.
    pub demo: Option<Demo>,
    /// The published waves that readers have asked for.
    pub waves: waves::Cache,
}

impl App {
    /// The time now, Unix milliseconds.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Fresh unpredictable bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }

    /// A new id that sorts by time (UUIDv7).
    pub fn id(&self) -> Uuid {
        let millis = u64::try_from(self.now()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// The edition that new rounds are started on. `None` only for content without editions,
    /// which the loader refuses.
    pub fn current_edition(&self) -> Option<&Edition> {
        self.content.editions.get(&self.content.current)
    }
}
