//! The agency: its own people, organisations' first contact persons, and classifications.

use domain::account::{Action, AgencyRole, Role};
use domain::organisation::{Classification, EmailAddress, EmailDomain};
use domain::text::Lang;
use store::NewPerson;
use uuid::Uuid;

use super::appoint::tell;
use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, agency_role, letter};
use super::register::classification_row;
use super::{By, Listed, Outcome, Refusal, standing, today};
use crate::app::App;
use crate::error::ServiceError;

/// A person's roles at the agency.
pub async fn roles(app: &App, person: Uuid) -> Result<Vec<AgencyRole>, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(standing::agency_roles(&mut tx, person).await?)
}

/// Someone at the agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyPerson {
    /// The person.
    pub person: Uuid,
    /// The person's name; empty until told.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// The person's roles.
    pub roles: Vec<AgencyRole>,
}

/// Everyone at the agency, those who came first first.
pub async fn people(app: &App, administrator: Uuid) -> Outcome<Vec<AgencyPerson>> {
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, administrator, Action::ManageAgency).await?;
    let mut people: Vec<AgencyPerson> = Vec::new();
    for row in tx.agency_people().await? {
        let Ok(role) = AgencyRole::try_from(row.role.as_str()) else {
            continue;
        };
        match people.last_mut().filter(|last| last.person == row.person) {
            Some(last) => last.roles.push(role),
            None => people.push(AgencyPerson {
                person: row.person,
                name: row.name,
                email: row.email,
                roles: vec![role],
            }),
        }
    }
    Ok(people)
}

/// Gives the holder of an address a role at the agency. They have it at their next request, also if
/// they have never signed in. Nothing happens if they have it already.
///
/// # Errors
/// [`Refusal::BadAddress`], [`Refusal::InOrganisation`].
pub async fn grant(app: &App, by: By, email: &str, role: AgencyRole) -> Outcome<()> {
    let email = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let known = app
        .store
        .read()
        .await?
        .person_by_email(email.as_str())
        .await?;
    let to = known.as_ref().map_or_else(
        || To {
            email: email.to_string(),
            lang: Lang::Sv,
        },
        To::from,
    );
    let told = agency_role(app, &to, role, true);
    let new = NewPerson {
        id: app.id(),
        name: String::new(),
        email: email.to_string(),
        lang: Lang::Sv.code().to_owned(),
        at: app.now(),
    };
    let mut act = Act::new(app, by);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::operator(tx, by, Action::ManageAgency).await?;
                let (person, _) = tx.person_or_new(&new).await?;
                tx.lock_person(person.id).await?;
                if tx.has_place(person.id).await? {
                    return Err(Refusal::InOrganisation.into());
                }
                let granted_by = match by {
                    By::Person(id) => Some(id),
                    By::CommandLine => None,
                };
                let now = act.now();
                if !tx
                    .grant_agency_role(person.id, role.code(), granted_by, now)
                    .await?
                {
                    return Ok(());
                }
                let detail = of_agency_role(person.email, role);
                act.record(tx, None, EventKind::AgencyRoleGranted, detail)
                    .await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

/// Takes a role at the agency from the holder of an address.
///
/// # Errors
/// [`Refusal::Missing`] if they have not got it.
pub async fn revoke(app: &App, by: By, email: &str, role: AgencyRole) -> Outcome<()> {
    let email = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let known = app
        .store
        .read()
        .await?
        .person_by_email(email.as_str())
        .await?;
    let person = known.ok_or(Refusal::Missing)?;
    let told = agency_role(app, &To::from(&person), role, false);
    let mut act = Act::new(app, by);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::operator(tx, by, Action::ManageAgency).await?;
                if !tx.revoke_agency_role(person.id, role.code()).await? {
                    return Err(Refusal::Missing.into());
                }
                let detail = of_agency_role(person.email, role);
                act.record(tx, None, EventKind::AgencyRoleRevoked, detail)
                    .await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

fn of_agency_role(email: String, role: AgencyRole) -> Detail {
    Detail {
        role: Some(role.code().to_owned()),
        ..Detail::of(email)
    }
}

/// Someone who wants to be an organisation's first contact person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// The membership to be.
    pub membership: Uuid,
    /// The organisation.
    pub organisation: Listed,
    /// The organisation's official address.
    pub registrator: Option<String>,
    /// The person's name; empty until told.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// When they asked, Unix milliseconds.
    pub at: i64,
}

/// Those who have asked to join where there is no contact person, oldest first.
pub async fn applications(app: &App, officer: Uuid) -> Outcome<Vec<Application>> {
    let day = today(app);
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, officer, Action::HandleOrganisations).await?;
    let mut applications = Vec::new();
    for (organisation, member) in tx.applications().await? {
        let listed = tx.listed_organisation(&day, organisation).await?;
        let row = tx.organisation(organisation).await?;
        if let (Some(listed), Some(row)) = (listed, row) {
            applications.push(Application {
                membership: member.id,
                organisation: listed.into(),
                registrator: row.registrator,
                name: member.name,
                email: member.email,
                at: member.created_at,
            });
        }
    }
    Ok(applications)
}

/// Approves someone as an organisation's first contact person. The organisation's official address
/// is told.
///
/// # Errors
/// [`Refusal::HasContact`], [`Refusal::HasJoined`], [`Refusal::AtAgency`].
pub async fn approve_first(app: &App, officer: Uuid, membership: Uuid) -> Outcome<()> {
    decide_first(app, officer, membership, true).await
}

/// Declines someone who wants to be an organisation's first contact person.
///
/// # Errors
/// [`Refusal::HasContact`].
pub async fn decline_first(app: &App, officer: Uuid, membership: Uuid) -> Outcome<()> {
    decide_first(app, officer, membership, false).await
}

async fn decide_first(app: &App, officer: Uuid, membership: Uuid, yes: bool) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let row = tx.membership(membership).await?.ok_or(Refusal::Missing)?;
    let about = tx
        .organisation(row.organisation)
        .await?
        .ok_or(Refusal::Missing)?;
    let who = tx.person(row.person).await?.ok_or(Refusal::Missing)?;
    drop(tx);
    let news = if yes {
        News::Approved {
            role: Role::Contact,
            public_id: &about.public_id,
        }
    } else {
        News::Declined
    };
    let mut told = vec![letter(app, &To::from(&who), &about.name, news)];
    if yes {
        told.extend(tell(app, &about, News::Appointed { who: &who.email }).await?);
    }
    let organisation = about.id;
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let about = standing::hold(tx, organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                if !standing::contacts(tx, organisation).await?.is_empty() {
                    return Err(Refusal::HasContact.into());
                }
                let (done, kind) = if yes {
                    if about.joined_at.is_some() {
                        return Err(Refusal::HasJoined.into());
                    }
                    standing::admit(tx, row.person).await?;
                    tx.note_joined(organisation, act.now()).await?;
                    let contact = Role::Contact.code();
                    let done = tx
                        .approve_membership(membership, contact, act.now())
                        .await?;
                    (done, EventKind::AgencyFirstApproved)
                } else {
                    let done = tx.end_membership(membership, "pending", act.now()).await?;
                    (done, EventKind::AgencyFirstDeclined)
                };
                if !done {
                    return Err(Refusal::Missing.into());
                }
                let detail = Detail::of(who.email).with_role(Role::Contact);
                act.record(tx, Some(organisation), kind, detail).await?;
                letters::post(tx, &told).await?;
                Ok(())
            })
        })
        .await
}

/// Corrects what an organisation is counted as, from `new.valid_from` on.
///
/// # Errors
/// [`Refusal::ReasonMissing`].
pub async fn reclassify(
    app: &App,
    officer: Uuid,
    organisation: Uuid,
    new: &Classification,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let (id, now) = (app.id(), app.now());
    let row = classification_row(organisation, new, id, Some(officer), reason, now);
    let detail = Detail {
        reason: Some(reason.to_owned()),
        ..Detail::of(new.kind.code())
    };
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                tx.add_classification(&row).await?;
                let kind = EventKind::AgencyReclassified;
                act.record(tx, Some(organisation), kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// Notes the domains of an organisation's own addresses.
pub async fn set_domains(
    app: &App,
    officer: Uuid,
    organisation: Uuid,
    domains: &[EmailDomain],
) -> Outcome<()> {
    let domains: Vec<String> = domains.iter().map(ToString::to_string).collect();
    let detail = Detail::of(domains.join(" "));
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                tx.set_domains(organisation, &domains).await?;
                let kind = EventKind::AgencyDomainsSet;
                act.record(tx, Some(organisation), kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// Notes an organisation's official address, or that none is known.
///
/// # Errors
/// [`Refusal::BadAddress`].
pub async fn set_registrator(
    app: &App,
    officer: Uuid,
    organisation: Uuid,
    address: Option<&str>,
) -> Outcome<()> {
    let address = address
        .map(|address| EmailAddress::try_from(address).map_err(|_| Refusal::BadAddress))
        .transpose()?
        .map(|address| address.to_string());
    let detail = Detail::of(address.clone().unwrap_or_default());
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                tx.set_registrator(organisation, address.as_deref()).await?;
                let kind = EventKind::AgencyRegistratorSet;
                act.record(tx, Some(organisation), kind, detail).await?;
                Ok(())
            })
        })
        .await
}
