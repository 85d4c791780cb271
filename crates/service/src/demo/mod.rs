//! A service to show to a stranger: synthetic organisations that have taken part for years, and
//! people whom one can sign in as at once.
//!
//! [`App::demo`] makes a service such a one. Every page and the name of every file says so, and
//! what its organisations hand in counts as synthetic. Its one way in that others lack, the page
//! with everyone whom one can sign in as, is opened by a secret that is drawn when the process
//! starts and printed there: the service keeps it nowhere, and without [`App::demo`] there is no
//! such page.

mod background;
mod cast;
mod openness;
mod plan;
mod register;
mod seed;
mod story;
mod timeline;

use domain::instrument::Content;
use domain::organisation::EmailAddress;
use store::StoreError;

use crate::accounts::Token;
use crate::accounts::people;
use crate::accounts::sessions::{self, Via};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Secret;

pub use cast::{AGENCY, Character, Part};
pub use seed::{SeedError, seed};
pub use timeline::Timeline;

/// What makes a service one to show.
#[derive(Clone, Debug)]
pub struct Demo {
    secret: Secret,
    cast: Vec<Character>,
}

impl Demo {
    /// A service whose population follows from `seed`, and whose way in is opened by `secret`.
    pub fn new(secret: Secret, content: &Content, seed: u64) -> Result<Demo, ServiceError> {
        let world = cast::World::new(content, seed)?;
        Ok(Demo {
            secret,
            cast: world.cast,
        })
    }

    /// What opens the page with everyone whom one can sign in as.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Everyone whom one can sign in as.
    pub fn cast(&self) -> &[Character] {
        &self.cast
    }
}

/// Signs in as one of the cast, with two factors. `None` for an address that is nobody's of it.
/// Whoever calls has been shown the secret.
pub async fn sign_in(app: &App, email: &str, device: &str) -> Result<Option<Token>, ServiceError> {
    let Some(demo) = &app.demo else {
        return Ok(None);
    };
    let mut cast = demo.cast.iter();
    let Some(address) = cast
        .find(|character| character.email == email)
        .and_then(|character| EmailAddress::try_from(character.email.as_str()).ok())
    else {
        return Ok(None);
    };
    let Some(person) = people::find_by_email(app, &address).await? else {
        return Ok(None);
    };
    let (cookie, draft) = sessions::draft(app, Via::Demo, device);
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if let Some(row) = tx.person(person.id).await? {
                    tx.person_seen(row.id, now).await?;
                    tx.create_session(&draft.vouched(&row, true, Some(now)))
                        .await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(Some(cookie))
}
