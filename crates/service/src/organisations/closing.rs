//! A person closes their account.
//!
//! What they have done stays where it is told that it does: in logs, under the name they had then,
//! and in what is closed for answers, without a name.

use domain::account::Role;
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::{By, Listed, Outcome, Refusal, role, standing, today};
use crate::accounts::letters;
use crate::accounts::sessions::Session;
use crate::app::App;
use crate::error::ServiceError;

/// The organisations that would be without a contact person if this person closed their account,
/// in the order of their names.
pub async fn last_contact_in(app: &App, person: Uuid) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut last = Vec::new();
    for row in tx.belongings(&today(app), person).await? {
        let contacts = standing::contacts(&mut tx, row.organisation.id).await?;
        if !contacts.is_empty() && contacts.iter().all(|contact| contact.person == person) {
            last.push(row.organisation.into());
        }
    }
    Ok(last)
}

/// Closes the account of whoever has the session: every session of theirs ends, and whatever shows
/// who they are is deleted. In rounds that are being answered what they have answered does not
/// count.
///
/// # Errors
/// [`Refusal::LastContact`] for the last contact person of an organisation, who hands over first.
pub async fn close(app: &App, session: &Session) -> Outcome<()> {
    let person = session.person;
    let told = letters::closed(app, session);
    let day = today(app);
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let mut places = tx.belongings(&day, person).await?;
                // Held in one order, whoever else holds some of them, and before the person.
                places.sort_by_key(|place| place.organisation.id);
                for place in &places {
                    standing::hold(tx, place.organisation.id).await?;
                }
                tx.lock_person(person).await?;
                // They got a place in another in between: that one is looked at next time.
                if tx.belongings(&day, person).await?.len() != places.len() {
                    return Err(Refusal::Missing.into());
                }
                let who = tx.person(person).await?.ok_or(Refusal::Missing)?;
                for place in places {
                    let organisation = place.organisation.id;
                    let row = tx.membership_of(organisation, person).await?;
                    let row = row.ok_or(Refusal::Missing)?;
                    let kind = if standing::end(tx, &row, act.now()).await? {
                        if role(&row.role) == Role::Contact {
                            standing::contact_remains(tx, organisation).await?;
                        }
                        EventKind::MemberLeft
                    } else {
                        EventKind::JoinTakenBack
                    };
                    let detail = Detail::of(who.email.as_str());
                    act.record(tx, Some(organisation), kind, detail).await?;
                }
                if !tx.agency_roles(person).await?.is_empty() {
                    let kind = EventKind::AgencyAccountClosed;
                    act.record(tx, None, kind, Detail::of(who.email)).await?;
                }
                tx.enqueue_mail(&told).await?;
                tx.delete_person(person).await?;
                Ok(())
            })
        })
        .await
}
