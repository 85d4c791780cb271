//! The way back for a member who has lost the second factor: another contact person, the agency or
//! the operator takes it away, and the member sets it up anew at the next sign-in.

use domain::account::Action;
use domain::organisation::EmailAddress;
use store::{NewMail, PersonRow, Tx};
use uuid::Uuid;

use super::appoint::tell_but;
use super::events::{Act, Detail, EventKind};
use super::join::called;
use super::letters::{self, News, To, letter};
use super::{By, Outcome, Refusal, standing};
use crate::accounts::limits::{Hit, Limit};
use crate::accounts::way_back::Reset;
use crate::app::App;
use crate::error::ServiceError;

/// Letters to those who can help someone: the other contact persons where the person belongs.
async fn calls_for_help(
    app: &App,
    tx: &mut Tx,
    person: Uuid,
) -> Result<Vec<NewMail>, ServiceError> {
    let Some(asks) = tx.person(person).await? else {
        return Ok(Vec::new());
    };
    let who = called(&asks);
    let mut letters = Vec::new();
    for place in tx.belongings(&super::today(app), person).await? {
        let (about, public_id) = (&place.organisation, place.organisation.public_id.as_str());
        let news = News::FactorLost {
            who: &who,
            public_id,
        };
        if place.state == "active" {
            let contacts = standing::contacts(tx, about.id).await?;
            let others = contacts.iter().filter(|contact| contact.person != person);
            letters.extend(others.map(|to| letter(app, &To::from(to), &about.name, news)));
        }
    }
    Ok(letters)
}

/// Whether there is a contact person whom someone who has lost the second factor can ask.
pub async fn can_ask(app: &App, person: Uuid) -> Result<bool, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(!calls_for_help(app, &mut tx, person).await?.is_empty())
}

/// Asks the other contact persons where someone belongs to take the second factor away, by mail.
///
/// # Errors
/// [`Refusal::Missing`] if there is nobody to ask, [`Refusal::TooMany`] the third time in an hour.
pub async fn ask(app: &App, person: Uuid) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let letters = calls_for_help(app, &mut tx, person).await?;
    drop(tx);
    if letters.is_empty() {
        return Err(Refusal::Missing.into());
    }
    let hit = Hit::new(app, Limit::HelpForPerson, person.as_bytes());
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if !hit.count(tx).await? {
                    return Err(Refusal::TooMany.into());
                }
                Ok(letters::post(tx, &letters).await?)
            })
        })
        .await
}

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
/// organisation that the person belongs to has it in its log, and is told if the agency did it.
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
    let told = match by {
        By::Person(_) => tell_places(app, &day, &holder).await?,
        By::CommandLine => Vec::new(),
    };
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
                letters::post(tx, &told).await?;
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

/// The same for someone who belongs to an organisation, for a case officer who looks at it.
///
/// # Errors
/// [`Refusal::Missing`] also if the holder of the address does not belong there.
pub async fn reset_at(app: &App, officer: Uuid, organisation: Uuid, email: &str) -> Outcome<()> {
    let address = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let mut tx = app.store.read().await?;
    let holder = tx.person_by_email(address.as_str()).await?;
    let place = match holder {
        Some(holder) => tx.membership_of(organisation, holder.id).await?,
        None => None,
    };
    drop(tx);
    if place.is_none_or(|place| place.state != "active") {
        return Err(Refusal::Missing.into());
    }
    reset(app, By::Person(officer), address.as_str()).await
}

/// Letters to the organisations where someone belongs, apart from the one that the person gets.
async fn tell_places(app: &App, day: &str, holder: &PersonRow) -> Outcome<Vec<NewMail>> {
    let mut letters = Vec::new();
    let places = app.store.read().await?.belongings(day, holder.id).await?;
    for place in places.iter().filter(|place| place.state == "active") {
        let id = place.organisation.id;
        let about = app.store.read().await?.organisation(id).await?;
        let news = News::FactorReset { who: &holder.email };
        let about = about.ok_or(Refusal::Missing)?;
        letters.extend(tell_but(app, &about, news, Some(&holder.email)).await?);
    }
    Ok(letters)
}
