//! The way back for someone who has lost the second factor and the recovery codes: another contact
//! person, the agency or the command line takes it away, and it is set up anew at the next sign-in.

use store::{NewMail, PersonRow, StoreError, Tx};
use uuid::Uuid;

use super::letters::{self, News};
use super::people::lang;
use crate::app::App;
use crate::error::ServiceError;

/// What takes someone's second factor away, to be run in a write together with what tells of it:
/// an event, and mails to those who should know. Who may is for the caller to find out.
pub struct Reset {
    person: Uuid,
    told: NewMail,
    now: i64,
}

impl Reset {
    /// For this person.
    pub fn new(app: &App, person: &PersonRow) -> Self {
        Reset {
            person: person.id,
            told: letters::news(app, lang(&person.lang), &person.email, News::Reset),
            now: app.now(),
        }
    }

    /// Takes the authenticator app, the passkeys and the recovery codes away, ends all sessions,
    /// and tells the person by mail.
    pub async fn run(self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.remove_totp(self.person).await?;
        tx.remove_passkeys(self.person).await?;
        tx.replace_recovery_codes(self.person, &[]).await?;
        tx.end_sessions(self.person, None, self.now).await?;
        tx.enqueue_mail(&self.told).await?;
        tracing::info!(person = %self.person, "the second factor was taken away");
        Ok(())
    }
}

/// Takes someone's second factor away. `false` if there is no such person.
pub async fn reset_factor(app: &App, person: Uuid) -> Result<bool, ServiceError> {
    let Some(person) = app.store.read().await?.person(person).await? else {
        return Ok(false);
    };
    let reset = Reset::new(app, &person);
    app.store
        .write(move |tx| Box::pin(async move { reset.run(tx).await }))
        .await?;
    Ok(true)
}
