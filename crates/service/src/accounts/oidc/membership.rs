//! What belonging to an organisation, and to groups in it, gives here.

use domain::account::Role;
use domain::organisation::OrganisationNumber;
use uuid::Uuid;

use super::claims::SignedIn;
use super::error::OidcError;
use crate::app::App;
use crate::organisations::{OrganisationError, Outcome, join, register};
use crate::settings::Mode;

/// Refuses whoever belongs to another organisation than the one that an egen installation serves.
pub(super) async fn check(app: &App, who: &SignedIn) -> Result<(), OidcError> {
    let (Mode::Own, Some(told)) = (&app.settings.mode, who.organisation_number) else {
        return Ok(());
    };
    match own_number(app).await? {
        Some(own) if own != told => Err(OidcError::OtherOrganisation),
        _ => Ok(()),
    }
}

/// The number of the organisation that an egen installation serves, as far as it has been told.
async fn own_number(app: &App) -> Result<Option<OrganisationNumber>, OidcError> {
    let served = register::list(app).await?.into_iter().next();
    let sender = || app.settings.sender.as_ref();
    Ok(served
        .and_then(|served| served.number)
        .or_else(|| OrganisationNumber::try_from(sender()?.organisation_number.as_str()).ok()))
}

/// Gives the person the place in the organisation that the provider vouches for, or takes it away.
/// What cannot be given or taken is left as it is; nobody is kept from signing in by it.
pub(super) async fn apply(app: &App, person: Uuid, who: &SignedIn) -> Result<(), OidcError> {
    let applied = match app.settings.mode {
        Mode::Own => in_own(app, person, who).await,
        Mode::Shared { .. } => in_shared(app, person, who).await,
    };
    match applied {
        Ok(()) => Ok(()),
        Err(OrganisationError::Refused(refusal)) => {
            tracing::info!(%person, %refusal, "what the provider says of organisation was left");
            Ok(())
        }
        Err(OrganisationError::Failed(error)) => Err(error.into()),
    }
}

/// The role that can do most.
fn strongest(who: &SignedIn) -> Option<Role> {
    who.roles.as_ref()?.first().copied()
}

/// The provider is the organisation's own, so its groups decide: who is in none has no place.
async fn in_own(app: &App, person: Uuid, who: &SignedIn) -> Outcome<()> {
    let Some(served) = register::list(app).await?.into_iter().next() else {
        return Ok(());
    };
    let belongs = who.organisation_number.is_some();
    match (&who.roles, strongest(who)) {
        (Some(_), None) => join::not_vouched(app, person, served.id).await?,
        (_, Some(role)) => join::vouched(app, person, served.id, Some(role)).await?,
        (None, None) if belongs => join::vouched(app, person, served.id, None).await?,
        (None, None) => return Ok(()),
    };
    Ok(())
}

/// The organisation number proves where the person belongs. Who is the first contact person there
/// is for the agency to say.
async fn in_shared(app: &App, person: Uuid, who: &SignedIn) -> Outcome<()> {
    let Some(number) = &who.organisation_number else {
        return Ok(());
    };
    let mut tx = app.store.read().await?;
    let Some(organisation) = tx.organisation_by_number(&number.digits()).await? else {
        return Ok(());
    };
    drop(tx);
    let role = match strongest(who) {
        Some(Role::Contact) if !join::has_contact(app, organisation.id).await? => None,
        role => role,
    };
    join::vouched(app, person, organisation.id, role).await?;
    Ok(())
}
