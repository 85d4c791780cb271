//! Who someone is, asked within the transaction that leans on the answer.

use domain::account::{Action, Actor, AgencyRole, Role, can};
use store::{MemberRow, MembershipRow, OrganisationRow, PersonRow, StoreError, Tx};
use uuid::Uuid;

use super::{By, Outcome, Refusal};

/// Everything that a person is to an organisation. Never empty.
pub(crate) async fn actors(
    tx: &mut Tx,
    person: Uuid,
    organisation: Uuid,
) -> Result<Vec<Actor>, StoreError> {
    let mut actors = Vec::new();
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
    let roles = agency_roles(tx, person).await?;
    actors.extend(roles.into_iter().map(Actor::Agency));
    if actors.is_empty() {
        actors.push(Actor::SignedIn);
    }
    Ok(actors)
}

/// Everything that a person is to a round of an organisation, which a shared purchasing unit may
/// prepare. Never empty.
pub(crate) async fn actors_of_round(
    tx: &mut Tx,
    person: Uuid,
    organisation: Uuid,
    preparer: Option<Uuid>,
) -> Result<Vec<Actor>, StoreError> {
    let mut actors = actors(tx, person, organisation).await?;
    if let Some(preparer) = preparer {
        for (role, state) in tx.places(person, preparer).await? {
            if let (Ok(role), "active") = (Role::try_from(role.as_str()), state.as_str()) {
                actors.push(Actor::Preparer(role));
            }
        }
    }
    Ok(actors)
}

/// A person's roles at the agency.
pub(super) async fn agency_roles(tx: &mut Tx, person: Uuid) -> Result<Vec<AgencyRole>, StoreError> {
    let codes = tx.agency_roles(person).await?;
    let role = |code: &String| AgencyRole::try_from(code.as_str()).ok();
    Ok(codes.iter().filter_map(role).collect())
}

/// Holds an organisation until the transaction ends, if the person may look after its members.
pub(super) async fn manager(tx: &mut Tx, person: Uuid, organisation: Uuid) -> Outcome<()> {
    hold(tx, organisation).await?;
    let actors = actors(tx, person, organisation).await?;
    let may = |actor: &Actor| can(*actor, Action::ManageMembers, None);
    if actors.iter().any(may) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed.into())
    }
}

/// Holds an organisation until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, organisation: Uuid) -> Outcome<OrganisationRow> {
    tx.lock_organisation(organisation).await?;
    let found = tx.organisation(organisation).await?;
    found.ok_or_else(|| Refusal::Missing.into())
}

/// Goes on only if the person has a role at the agency that may do `action`.
pub(crate) async fn at_agency(tx: &mut Tx, person: Uuid, action: Action) -> Outcome<()> {
    let roles = agency_roles(tx, person).await?;
    let may = |role: &AgencyRole| can(Actor::Agency(*role), action, None);
    if roles.iter().any(may) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed.into())
    }
}

/// The same, where the command line may too.
pub(crate) async fn operator(tx: &mut Tx, by: By, action: Action) -> Outcome<()> {
    match by {
        By::Person(person) => at_agency(tx, person, action).await,
        By::CommandLine => Ok(()),
    }
}

/// Holds a person who is to get a place in an organisation until the transaction ends: nobody has
/// one together with a role at the agency.
pub(super) async fn admit(tx: &mut Tx, person: Uuid) -> Outcome<PersonRow> {
    tx.lock_person(person).await?;
    let found = tx.person(person).await?.ok_or(Refusal::Missing)?;
    if tx.agency_roles(person).await?.is_empty() {
        Ok(found)
    } else {
        Err(Refusal::AtAgency.into())
    }
}

/// Ends the membership of a member: what they have answered in rounds still being answered does not
/// count. `false` if they are no member.
pub(super) async fn end(tx: &mut Tx, row: &MembershipRow, now: i64) -> Result<bool, StoreError> {
    let ended = tx.end_membership(row.id, "active", now).await?;
    if ended {
        tx.remove_outsiders(row.organisation, now).await?;
    }
    Ok(ended)
}

/// An organisation's active contact persons.
pub(crate) async fn contacts(
    tx: &mut Tx,
    organisation: Uuid,
) -> Result<Vec<MemberRow>, StoreError> {
    let members = tx.members(organisation).await?;
    let contact = |row: &MemberRow| row.state == "active" && row.role == Role::Contact.code();
    Ok(members.into_iter().filter(contact).collect())
}

/// Refuses what has just been done if it leaves the organisation without a contact person.
pub(super) async fn contact_remains(tx: &mut Tx, organisation: Uuid) -> Outcome<()> {
    if contacts(tx, organisation).await?.is_empty() {
        Err(Refusal::LastContact.into())
    } else {
        Ok(())
    }
}
