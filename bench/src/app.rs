//! The service's parts in this process, over a database of its own.

use std::path::Path;
use std::sync::Arc;

use l10n::Catalogue;
use service::mail::Mailer;
use service::secrets::ServerKey;
use service::settings::{Mode, Settings};
use service::{App, content, waves};
use store::Store;

use crate::Result;

/// The parts of a service in `mode`, with the database `name` in `folder`.
pub(crate) async fn app(folder: &Path, name: &str, mode: Mode) -> Result<App> {
    let database = folder.join(name);
    let mut key = [0; 32];
    random(&mut key);
    Ok(App {
        store: Store::open(&format!("sqlite:{}", database.display())).await?,
        content: content::load_embedded()?,
        texts: Catalogue::load(),
        clock: Arc::new(now),
        random: Arc::new(random),
        settings: Settings {
            base_url: "http://localhost".to_owned(),
            sender: None,
            mode,
            proxies: 0,
            keep_days: 1,
        },
        key: ServerKey::new(key),
        mailer: Mailer::folder("noreply@localhost", folder.join("mail"))?,
        oidc: None,
        demo: None,
        waves: waves::Cache::default(),
    })
}

fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(i64::MAX)
}

#[expect(
    clippy::expect_used,
    reason = "nothing can be encrypted without randomness"
)]
fn random(buffer: &mut [u8]) {
    getrandom::fill(buffer).expect("the operating system gives random bytes");
}
