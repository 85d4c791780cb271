//! Organisations, and who belongs to them.

pub mod agency;

use domain::account::{Actor, Role};
use domain::organisation::OrganisationKind;
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// The organisation that owns it.
    pub owner: Option<Uuid>,
}

/// The organisation with this id in addresses.
pub async fn by_public_id(
    app: &App,
    public_id: &str,
) -> Result<Option<Organisation>, ServiceError> {
    let mut tx = app.store.read().await?;
    let found = tx.named_organisation(public_id).await?;
    Ok(found.map(|(id, public_id, name, owner)| Organisation {
        id,
        public_id,
        name,
        owner,
    }))
}

/// The kind of an organisation as of its newest classification.
pub async fn kind(app: &App, organisation: Uuid) -> Result<Option<OrganisationKind>, ServiceError> {
    let kind = app.store.read().await?.newest_kind(organisation).await?;
    Ok(kind.and_then(|kind| OrganisationKind::try_from(kind.as_str()).ok()))
}

/// Everything that a person is to an organisation. Whatever one of them may do, the person may.
/// Never empty.
pub async fn actors(
    app: &App,
    person: Uuid,
    organisation: Uuid,
) -> Result<Vec<Actor>, ServiceError> {
    let mut actors = Vec::new();
    let mut tx = app.store.read().await?;
    for (role, state) in tx.places(person, organisation).await? {
        match (Role::try_from(role.as_str()), state.as_str()) {
            (Ok(role), "active") => actors.push(Actor::Member(role)),
            (_, "pending") => actors.push(Actor::Pending),
            _ => {}
        }
    }
    for (role, state) in tx.places_at_owner(person, organisation).await? {
        if let (Ok(role), "active") = (Role::try_from(role.as_str()), state.as_str()) {
            actors.push(Actor::Parent(role));
        }
    }
    drop(tx);
    actors.extend(
        agency::roles(app, person)
            .await?
            .into_iter()
            .map(Actor::Agency),
    );
    if actors.is_empty() {
        actors.push(Actor::SignedIn);
    }
    Ok(actors)
}
