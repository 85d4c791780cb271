//! An organisation leaves the service with everything it has.
//!
//! Where an agency serves many, what was handed in is an official document there and stays, and so
//! does the line in the register; no later comparison takes it in, and the values that comparisons
//! keep of the organisation are erased. In an egen installation nothing stays, and the organisation can
//! be named anew. A record without names tells that it was done.

use domain::account::{Action, can};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, letter};
use super::{By, Organisation, Outcome, Refusal, standing};
use crate::app::App;
use crate::settings::Mode;
use crate::waves;

/// Deletes what an organisation has, and tells everyone who belongs to it. `typed` is its name as the
/// person wrote it, so that nobody does this by a slip.
///
/// # Errors
/// [`Refusal::OtherName`] if the name is another's.
pub async fn leave(
    app: &App,
    person: Uuid,
    organisation: &Organisation,
    typed: &str,
) -> Outcome<()> {
    let same = |text: &str| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    if same(typed) != same(&organisation.name) {
        return Err(Refusal::OtherName.into());
    }
    let own = app.settings.mode == Mode::Own;
    let members = app.store.read().await?.members(organisation.id).await?;
    let letters: Vec<_> = members
        .iter()
        .filter(|member| member.state == "active")
        .map(|member| {
            letter(
                app,
                &To::from(member),
                &organisation.name,
                News::OrganisationLeft,
            )
        })
        .collect();
    let (id, public_id) = (organisation.id, organisation.public_id.clone());
    // Nobody's name: whoever did it belongs to nothing here any longer.
    let mut act = Act::new(app, By::CommandLine);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if !own {
                    // Nobody closes a wave meanwhile, with values that are to be erased.
                    tx.lock_installation().await?;
                }
                standing::hold(tx, id).await?;
                let actors = standing::actors(tx, person, id).await?;
                let may = |actor: &_| can(*actor, Action::DeleteOrganisation, None);
                if !actors.iter().any(may) {
                    return Err(Refusal::NotAllowed.into());
                }
                letters::post(tx, &letters).await?;
                let about = if own {
                    tx.delete_organisation(id).await?;
                    None
                } else {
                    waves::erase(tx, &public_id).await?;
                    tx.empty_organisation(id, act.now()).await?;
                    Some(id)
                };
                let what = EventKind::AgencyOrganisationLeft;
                act.record(tx, about, what, Detail::default()).await?;
                Ok(())
            })
        })
        .await
}
