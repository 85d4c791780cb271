//! The ties between an account and identities at providers, as the account's holder sees them.

use store::StoreError;

use crate::ServiceError;
use crate::accounts::AccountError;
use crate::accounts::letters::{self, News};
use crate::accounts::sessions::{Session, must_be_fresh};
use crate::app::App;

/// A provider that someone can sign in to their account through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// The provider.
    pub issuer: String,
    /// What it is called: for one that is no longer used, its issuer.
    pub name: String,
}

fn tied(app: &App, issuer: String) -> Tied {
    let provider = app.oidc.as_ref().map(|provider| provider.settings());
    let current = provider.filter(|settings| settings.issuer.as_str() == issuer);
    Tied {
        name: current.map_or_else(|| issuer.clone(), |settings| settings.name.clone()),
        issuer,
    }
}

/// The providers that whoever asks can sign in through, or could while they were used.
pub async fn ties(app: &App, session: &Session) -> Result<Vec<Tied>, ServiceError> {
    let found = app.store.read().await?.identities(session.person).await?;
    let issuers = found.into_iter().map(|(issuer, _)| issuer);
    Ok(issuers.map(|issuer| tied(app, issuer)).collect())
}

/// Removes the tie between the account of whoever asks and their identity at a provider. `false` if
/// there is none. Anyone at the provider with the same verified address can be tied to it next.
///
/// # Errors
/// [`crate::accounts::Refusal::NotFresh`].
pub async fn untie(app: &App, session: &Session, issuer: &str) -> Result<bool, AccountError> {
    must_be_fresh(session)?;
    let tied = tied(app, issuer.to_owned());
    let news = News::SignInRemoved(&tied.name);
    let letter = letters::news(app, session.lang, &session.email, news);
    let person = session.person;
    let removed = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let removed = tx.remove_identity(person, &tied.issuer).await?;
                if removed {
                    tx.enqueue_mail(&letter).await?;
                }
                Ok::<_, StoreError>(removed)
            })
        })
        .await?;
    Ok(removed)
}
