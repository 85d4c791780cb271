//! The way back for a member who has lost the second factor: another contact person, the agency or
//! the operator takes it away, and the member sets it up anew at the next sign-in.

use domain::account::Action;
use domain::organisation::EmailAddress;
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::{By, Outcome, Refusal, standing};
use crate::accounts::way_back::Reset;
use crate::app::App;

/// Takes away the second factor of a member, for a contact person who knows who asks.
///
/// # Errors
/// [`Refusal::NotAllowed`] also for one's own.
pub async fn reset_member(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    membership: Uuid,
) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let row = tx.membership(membership).await?.ok_or(Refusal::Missing)?;
    let member = tx.person(row.person).await?.ok_or(Refusal::Missing)?;
    drop(tx);
    let reset = Reset::new(app, &member);
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                if member.id == person {
                    return Err(Refusal::NotAllowed.into());
                }
                let row = tx.membership_of(organisation, member.id).await?;
                if !row.is_some_and(|row| row.id == membership && row.state == "active") {
                    return Err(Refusal::Missing.into());
                }
                reset.run(tx).await?;
                let detail = Detail::of(member.email);
                let kind = EventKind::FactorReset;
                act.record(tx, Some(organisation), kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// Takes away the second factor of the holder of an address: a case officer that of people in
/// organisations, an administrator that of the agency's own, the operator anyone's. Each
/// organisation that the person belongs to has it in its log.
///
/// # Errors
/// [`Refusal::Missing`] if nobody has the address, [`Refusal::NotAllowed`] also for one's own.
pub async fn reset(app: &App, by: By, email: &str) -> Outcome<()> {
    let email = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let found = app
        .store
        .read()
        .await?
        .person_by_email(email.as_str())
        .await?;
    let holder = found.ok_or(Refusal::Missing)?;
    let reset = Reset::new(app, &holder);
    let day = super::today(app);
    let mut act = Act::new(app, by);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let at_agency = !tx.agency_roles(holder.id).await?.is_empty();
                let action = if at_agency {
                    Action::ManageAgency
                } else {
                    Action::HandleOrganisations
                };
                standing::operator(tx, by, action).await?;
                if by == By::Person(holder.id) {
                    return Err(Refusal::NotAllowed.into());
                }
                reset.run(tx).await?;
                let places = tx.belongings(&day, holder.id).await?;
                let kind = match by {
                    By::Person(_) => EventKind::AgencyFactorReset,
                    By::CommandLine => EventKind::FactorReset,
                };
                let detail = Detail::of(holder.email);
                for place in &places {
                    let organisation = Some(place.organisation.id);
                    act.record(tx, organisation, kind, detail.clone()).await?;
                }
                if places.is_empty() {
                    act.record(tx, None, kind, detail).await?;
                }
                Ok(())
            })
        })
        .await
}
