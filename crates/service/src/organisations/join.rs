//! Joining: by the domain of one's address, by invitation, or vouched for by the organisation's own
//! sign-in service.

use domain::account::{AgencyRole, Role};
use domain::organisation::{EmailAddress, EmailDomain};
use store::{AgencyRow, NewMembership, PersonRow, Tx};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, letter};
use super::{By, Listed, Outcome, Refusal, role, standing, today};
use crate::accounts::limits::{Hit, Limit};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Secret;

/// What a person is in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Free,
    /// Has asked to join.
    Pending,
    /// A member.
    Member(Role),
}

/// An organisation that a person may ask to join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The organisation.
    pub organisation: Listed,
    /// What the person is there now.
    pub standing: Standing,
    /// Whether there is a contact person to decide; otherwise the agency does.
    pub has_contact: bool,
}

/// Who decides about someone who has asked to join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The organisation's contact persons.
    ContactsDecide,
    /// The agency: it is to be the organisation's first contact person.
    AgencyDecides,
}

/// The domain that a person's address shows.
fn domain_of(person: &PersonRow) -> Option<EmailDomain> {
    let address = EmailAddress::try_from(person.email.as_str()).ok()?;
    EmailDomain::of(&address)
}

/// How a person is called.
pub(crate) fn called(person: &PersonRow) -> String {
    if person.name.is_empty() {
        person.email.clone()
    } else {
        format!("{} ({})", person.name, person.email)
    }
}

async fn standing_of(tx: &mut Tx, organisation: Uuid, person: Uuid) -> Outcome<Standing> {
    let row = tx.membership_of(organisation, person).await?;
    Ok(match row {
        Some(row) if row.state == "active" => Standing::Member(role(&row.role)),
        Some(row) if row.state == "pending" => Standing::Pending,
        _ => Standing::Free,
    })
}

/// The organisations that a person may ask to join by the domain of their address, in the order of
/// names. Several where a municipality and its companies share one.
pub async fn choices(app: &App, person: Uuid) -> Outcome<Vec<Choice>> {
    let mut tx = app.store.read().await?;
    let row = tx.person(person).await?.ok_or(Refusal::Missing)?;
    let Some(domain) = domain_of(&row) else {
        return Ok(Vec::new());
    };
    let day = today(app);
    let mut choices = Vec::new();
    for row in tx.organisations_of_domain(&day, domain.as_str()).await? {
        choices.push(Choice {
            standing: standing_of(&mut tx, row.id, person).await?,
            has_contact: !standing::contacts(&mut tx, row.id).await?.is_empty(),
            organisation: row.into(),
        });
    }
    Ok(choices)
}

/// Asks to join an organisation. Its contact persons decide; where there are none, the agency.
///
/// # Errors
/// [`Refusal::NotByDomain`] for an address that shows no belonging, [`Refusal::AlreadyMember`],
/// [`Refusal::AtAgency`], [`Refusal::TooMany`].
pub async fn ask(app: &App, person: Uuid, organisation: Uuid) -> Outcome<Asked> {
    let mut tx = app.store.read().await?;
    let about = tx
        .organisation(organisation)
        .await?
        .ok_or(Refusal::Missing)?;
    let who = tx.person(person).await?.ok_or(Refusal::Missing)?;
    let called = called(&who);
    let told: Vec<To> = standing::contacts(&mut tx, organisation)
        .await?
        .iter()
        .map(To::from)
        .collect();
    let officers = tx.agency_people().await?;
    drop(tx);
    let to_contacts = News::AskedContacts {
        who: &called,
        public_id: &about.public_id,
    };
    let to_agency = News::AskedAgency { who: &called };
    let officer = |row: &&AgencyRow| row.role == AgencyRole::CaseOfficer.code();
    let contact_letters: Vec<_> = told
        .iter()
        .map(|to| letter(app, to, &about.name, to_contacts))
        .collect();
    let agency_letters: Vec<_> = officers
        .iter()
        .filter(officer)
        .map(|row| letter(app, &To::from(row), &about.name, to_agency))
        .collect();
    let new = NewMembership {
        id: app.id(),
        organisation,
        person,
        role: Role::Respondent.code().to_owned(),
        state: "pending".to_owned(),
        at: app.now(),
    };
    let mut act = Act::new(app, By::Person(person));
    let hit = Hit::new(app, Limit::LettersByPerson, person.as_bytes());
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                let row = standing::admit(tx, person).await?;
                if !hit.count(tx).await? {
                    return Err(Refusal::TooMany.into());
                }
                let domains = tx.domains(organisation).await?;
                let shown = domain_of(&row).map(|domain| domain.to_string());
                if !shown.is_some_and(|shown| domains.contains(&shown)) {
                    return Err(Refusal::NotByDomain.into());
                }
                if !tx.begin_membership(&new).await? {
                    return Err(Refusal::AlreadyMember.into());
                }
                let detail = Detail::of(row.email);
                act.record(tx, Some(organisation), EventKind::JoinAsked, detail)
                    .await?;
                if standing::contacts(tx, organisation).await?.is_empty() {
                    letters::post(tx, &agency_letters).await?;
                    Ok(Asked::AgencyDecides)
                } else {
                    letters::post(tx, &contact_letters).await?;
                    Ok(Asked::ContactsDecide)
                }
            })
        })
        .await
}

/// Takes back that one has asked to join.
pub async fn take_back(app: &App, person: Uuid, organisation: Uuid) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let row = tx.membership_of(organisation, person).await?;
                let row = row.ok_or(Refusal::Missing)?;
                let who = tx.person(person).await?.ok_or(Refusal::Missing)?;
                if !tx.end_membership(row.id, "pending", act.now()).await? {
                    return Err(Refusal::Missing.into());
                }
                let kind = EventKind::JoinTakenBack;
                act.record(tx, Some(organisation), kind, Detail::of(who.email))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The organisation's own sign-in service has said that the person belongs to it. With a role, they
/// have it from now on; without, they wait for a contact person as anyone who has asked.
///
/// A role that would leave the organisation without a contact person is not taken over.
pub async fn vouched(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    told: Option<Role>,
) -> Outcome<Standing> {
    let new = NewMembership {
        id: app.id(),
        organisation,
        person,
        role: told.unwrap_or(Role::Respondent).code().to_owned(),
        state: if told.is_some() { "active" } else { "pending" }.to_owned(),
        at: app.now(),
    };
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                let row = standing::admit(tx, person).await?;
                let before = standing_of(tx, organisation, person).await?;
                let last = standing::contacts(tx, organisation)
                    .await?
                    .iter()
                    .all(|contact| contact.person == person);
                match (before, told) {
                    (Standing::Free, _) => {
                        tx.begin_membership(&new).await?;
                    }
                    (Standing::Member(Role::Contact), Some(_)) if last => return Ok(before),
                    (Standing::Member(role), Some(told)) if role == told => return Ok(before),
                    (_, None) => return Ok(before),
                    (_, Some(told)) => {
                        set_active(tx, organisation, person, told, act.now()).await?
                    }
                }
                if told == Some(Role::Contact) {
                    tx.note_joined(organisation, act.now()).await?;
                }
                let mut detail = Detail::of(row.email);
                if let Some(told) = told {
                    detail = detail.with_role(told);
                }
                act.record(tx, Some(organisation), EventKind::Vouched, detail)
                    .await?;
                standing_of(tx, organisation, person).await
            })
        })
        .await
}

/// The organisation's own sign-in service no longer gives a person any role: they have no place in
/// it from now on.
///
/// # Errors
/// [`Refusal::LastContact`]: the last contact person stays.
pub async fn not_vouched(app: &App, person: Uuid, organisation: Uuid) -> Outcome<Standing> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                let Some(row) = tx.membership_of(organisation, person).await? else {
                    return Ok(Standing::Free);
                };
                if !standing::end(tx, &row, act.now()).await? {
                    return standing_of(tx, organisation, person).await;
                }
                standing::contact_remains(tx, organisation).await?;
                let who = tx.person(person).await?.ok_or(Refusal::Missing)?;
                let detail = Detail::of(who.email).with_role(role(&row.role));
                act.record(tx, Some(organisation), EventKind::NotVouched, detail)
                    .await?;
                Ok(Standing::Free)
            })
        })
        .await
}

/// Whether an organisation has a contact person.
pub async fn has_contact(app: &App, organisation: Uuid) -> Result<bool, ServiceError> {
    let mut tx = app.store.read().await?;
    Ok(!standing::contacts(&mut tx, organisation).await?.is_empty())
}

/// Gives someone who is pending or active a role.
async fn set_active(
    tx: &mut Tx,
    organisation: Uuid,
    person: Uuid,
    role: Role,
    now: i64,
) -> Outcome<()> {
    let row = tx.membership_of(organisation, person).await?;
    let row = row.ok_or(Refusal::Missing)?;
    if !tx.approve_membership(row.id, role.code(), now).await? {
        tx.set_role(row.id, role.code()).await?;
    }
    Ok(())
}

/// An invitation that can be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// To what.
    pub organisation: Listed,
    /// The invited address: only its holder can accept.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Until when, Unix milliseconds.
    pub expires_at: i64,
}

/// The invitation that an address opens. `None` if it was used, taken back or replaced, if its time
/// is over, or if there never was one. Nothing is changed.
pub async fn invitation(app: &App, secret: &Secret) -> Result<Option<Invitation>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.invitation_by_hash(&secret.lookup(), app.now()).await? else {
        return Ok(None);
    };
    let organisation = tx
        .listed_organisation(&today(app), row.organisation)
        .await?;
    Ok(organisation.map(|organisation| Invitation {
        organisation: organisation.into(),
        email: row.email,
        role: role(&row.role),
        expires_at: row.expires_at,
    }))
}

/// Accepts an invitation; gives the organisation's id in addresses. Who has asked to join is
/// approved by it; who is a member already can become contact person by it.
///
/// # Errors
/// [`Refusal::Missing`] for one that opens nothing, [`Refusal::OtherAddress`],
/// [`Refusal::AtAgency`], [`Refusal::AlreadyMember`].
pub async fn accept(app: &App, person: Uuid, secret: &Secret) -> Outcome<String> {
    let hash = secret.lookup();
    let new_id = app.id();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let row = tx.invitation_by_hash(&hash, act.now()).await?;
                let row = row.ok_or(Refusal::Missing)?;
                let about = standing::hold(tx, row.organisation).await?;
                let who = standing::admit(tx, person).await?;
                if who.email != row.email {
                    return Err(Refusal::OtherAddress.into());
                }
                if !tx.use_invitation(row.id, act.now()).await? {
                    return Err(Refusal::Missing.into());
                }
                let role = role(&row.role);
                match standing_of(tx, about.id, person).await? {
                    Standing::Free => {
                        tx.begin_membership(&NewMembership {
                            id: new_id,
                            organisation: about.id,
                            person,
                            role: role.code().to_owned(),
                            state: "active".to_owned(),
                            at: act.now(),
                        })
                        .await?;
                    }
                    Standing::Member(now) if now == role || role != Role::Contact => {
                        return Err(Refusal::AlreadyMember.into());
                    }
                    Standing::Member(_) | Standing::Pending => {
                        set_active(tx, about.id, person, role, act.now()).await?;
                    }
                }
                if role == Role::Contact {
                    tx.note_joined(about.id, act.now()).await?;
                }
                let detail = Detail::of(who.email).with_role(role);
                let kind = EventKind::InvitationAccepted;
                act.record(tx, Some(about.id), kind, detail).await?;
                Ok(about.public_id)
            })
        })
        .await
}
