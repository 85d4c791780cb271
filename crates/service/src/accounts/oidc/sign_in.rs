//! Who someone is here that the provider vouches for.

use domain::text::Lang;
use store::{NewMail, NewPerson, PersonRow, StoreError, Tx};

use super::claims::SignedIn;
use super::error::OidcError;
use super::membership;
use super::provider::Provider;
use crate::accounts::Token;
use crate::accounts::letters::{self, News};
use crate::accounts::people::{self, Person};
use crate::accounts::sessions::{self, Via};
use crate::app::App;

/// Someone who has just signed in through the provider.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// For the session's cookie.
    pub cookie: Token,
    /// Whether they have a second factor here and are to show it before anything else.
    pub awaits_factor: bool,
    /// How many forms wait for them to take up again.
    pub kept_forms: i64,
}

/// Signs in whoever the provider vouches for. Who has no account gets one. `device` is what the
/// browser says it is.
///
/// An identity at the provider is tied to an account once: by an address that the provider has
/// verified, and only if nobody else there is tied to the account. From then on the identity is
/// what counts, whatever address it has.
///
/// # Errors
/// [`OidcError::OtherOrganisation`], [`OidcError::NoEmail`], [`OidcError::EmailUnverified`] and
/// [`OidcError::EmailTaken`].
pub async fn sign_in(
    app: &App,
    provider: &Provider,
    who: SignedIn,
    lang: Lang,
    device: &str,
) -> Result<Admitted, OidcError> {
    membership::check(app, &who).await?;
    let (person, new) = identify(app, provider, &who, lang).await?;
    // Before the session: what is no longer theirs is not open for a moment.
    membership::apply(app, person.id, &who).await?;
    let (cookie, draft) = sessions::draft(app, Via::Oidc, device);
    let (id, now, two_factors) = (person.id, app.now(), who.second_factor);
    let person = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                // Anew, for the second factor may have changed in the meantime.
                let person = tx.person(id).await?;
                let person =
                    person.ok_or_else(|| StoreError::Conflict("the person is gone".to_owned()))?;
                tx.person_seen(id, now).await?;
                let session = draft.vouched(&person, two_factors, who.authenticated_at);
                tx.create_session(&session).await?;
                Ok::<_, StoreError>(person)
            })
        })
        .await?;
    let kept_forms = person.kept_forms;
    tracing::info!(person = %id, new, "signed in through the provider");
    Ok(Admitted {
        cookie,
        awaits_factor: !two_factors && Person::from(person).has_factor(),
        kept_forms,
    })
}

/// The person whose identity it is, or becomes. Says whether they are new here.
async fn identify(
    app: &App,
    provider: &Provider,
    who: &SignedIn,
    lang: Lang,
) -> Result<(PersonRow, bool), OidcError> {
    let (issuer, subject) = (who.issuer.clone(), who.subject.clone());
    let mut tx = app.store.read().await?;
    if let Some(person) = tx.person_by_identity(&issuer, &subject).await? {
        return Ok((person, false));
    }
    let email = who.email.as_ref().ok_or(match who.email_unverified {
        true => OidcError::EmailUnverified,
        false => OidcError::NoEmail,
    })?;
    let joined = tx.person_by_email(email.as_str()).await?;
    drop(tx);
    let told = joined.map_or(lang, |person| people::lang(&person.lang));
    let name = &provider.settings().name;
    let letter = letters::news(app, told, email.as_str(), News::SignInAdded(name));
    let new = NewPerson {
        id: app.id(),
        name: who.name.clone().unwrap_or_default(),
        email: email.as_str().to_owned(),
        lang: lang.code().to_owned(),
        at: app.now(),
    };
    let tied = app
        .store
        .write(move |tx| Box::pin(async move { tie(tx, &issuer, &subject, new, &letter).await }))
        .await?;
    tied.ok_or(OidcError::EmailTaken)
}

/// Ties an identity to the account with an address, which is made if there is none. `None`: someone
/// else at the issuer is tied to it, and nothing was changed.
async fn tie(
    tx: &mut Tx,
    issuer: &str,
    subject: &str,
    new: NewPerson,
    letter: &NewMail,
) -> Result<Option<(PersonRow, bool)>, StoreError> {
    let (person, added) = tx.person_or_new(&new).await?;
    let mut identities = tx.identities(person.id).await?.into_iter();
    if let Some((_, other)) = identities.find(|(of, _)| of == issuer) {
        // The same, if two answers came at once.
        return Ok((other == subject).then_some((person, false)));
    }
    tx.add_identity(issuer, subject, person.id, new.at).await?;
    if !added {
        if person.name.is_empty() {
            tx.save_person(person.id, &new.name, &person.lang, person.digest)
                .await?;
        }
        tx.enqueue_mail(letter).await?;
    }
    Ok(Some((person, added)))
}
