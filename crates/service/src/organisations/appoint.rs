//! Contact persons that the agency appoints: the first of an organisation by one case officer, a
//! later one by two, since there may be drafts that a contact person sees.

use domain::account::{Action, Role};
use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::{AppointmentRow, NewMail, OrganisationRow};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, letter};
use super::members::Invitation;
use super::{By, Listed, Outcome, Refusal, standing, today};
use crate::app::App;

/// How far an appointment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointed {
    /// The address is invited.
    Invited,
    /// Another case officer is to decide.
    Proposed,
}

/// A proposal that waits for another case officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Listed,
    /// The address of who is to be contact person.
    pub email: String,
    /// Why.
    pub reason: String,
    /// Who proposes it; empty if that person is gone.
    pub proposed_by: String,
    /// Whether it is the reader's own, who then cannot decide it.
    pub own: bool,
    /// When it was proposed, Unix milliseconds.
    pub at: i64,
}

/// A letter of the same news to each contact person and to the official address.
pub(super) async fn tell(
    app: &App,
    about: &OrganisationRow,
    news: News<'_>,
) -> Outcome<Vec<NewMail>> {
    tell_but(app, about, news, None).await
}

/// The same, apart from an address that gets a letter of its own.
pub(super) async fn tell_but(
    app: &App,
    about: &OrganisationRow,
    news: News<'_>,
    but: Option<&str>,
) -> Outcome<Vec<NewMail>> {
    let mut tx = app.store.read().await?;
    let contacts = standing::contacts(&mut tx, about.id).await?;
    let mut to: Vec<To> = contacts.iter().map(To::from).collect();
    to.extend(about.registrator.as_deref().map(To::registrator));
    Ok(to
        .iter()
        .filter(|to| but != Some(to.email.as_str()))
        .map(|to| letter(app, to, &about.name, news))
        .collect())
}

/// Appoints someone contact person of an organisation. One that has never joined gets an
/// invitation at once; for one that has, another case officer decides, and its contact persons and
/// its official address are told.
///
/// # Errors
/// [`Refusal::BadAddress`], [`Refusal::ReasonMissing`].
pub async fn appoint(
    app: &App,
    officer: Uuid,
    organisation: Uuid,
    email: &str,
    reason: &str,
    lang: Lang,
) -> Outcome<Appointed> {
    let email = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let about = app.store.read().await?.organisation(organisation).await?;
    let about = about.ok_or(Refusal::Missing)?;
    let news = News::Proposed {
        who: email.as_str(),
        reason: &reason,
    };
    let told = tell(app, &about, news).await?;
    let named = (organisation, about.name.as_str());
    let invitation = Invitation::new(app, officer, named, &email, Role::Contact, lang);
    let proposal = AppointmentRow {
        id: app.id(),
        organisation,
        email: email.to_string(),
        reason: reason.clone(),
        proposed_by: Some(officer),
        proposed_at: app.now(),
    };
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let about = standing::hold(tx, organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                let mut detail = Detail::of(email.to_string()).with_role(Role::Contact);
                detail.reason = Some(reason);
                if about.joined_at.is_none() {
                    invitation.send(tx).await?;
                    act.record(tx, Some(about.id), EventKind::AgencyInvited, detail)
                        .await?;
                    return Ok(Appointed::Invited);
                }
                tx.propose_appointment(&proposal).await?;
                act.record(tx, Some(about.id), EventKind::AgencyProposed, detail)
                    .await?;
                letters::post(tx, &told).await?;
                Ok(Appointed::Proposed)
            })
        })
        .await
}

/// The proposals that wait, oldest first.
pub async fn open_appointments(app: &App, officer: Uuid) -> Outcome<Vec<Appointment>> {
    let day = today(app);
    let mut tx = app.store.read().await?;
    standing::at_agency(&mut tx, officer, Action::HandleOrganisations).await?;
    let mut open = Vec::new();
    for row in tx.open_appointments().await? {
        let Some(organisation) = tx.listed_organisation(&day, row.organisation).await? else {
            continue;
        };
        let by = match row.proposed_by {
            Some(person) => tx.person(person).await?,
            None => None,
        };
        open.push(Appointment {
            id: row.id,
            organisation: organisation.into(),
            email: row.email,
            reason: row.reason,
            own: row.proposed_by == Some(officer),
            proposed_by: by.as_ref().map(super::join::called).unwrap_or_default(),
            at: row.proposed_at,
        });
    }
    Ok(open)
}

/// Decides a proposal of another case officer. If it is approved, the address is invited; the
/// organisation's contact persons and its official address are told either way.
///
/// # Errors
/// [`Refusal::OwnProposal`], [`Refusal::Missing`] for one that is decided.
pub async fn decide(
    app: &App,
    officer: Uuid,
    appointment: Uuid,
    approved: bool,
    lang: Lang,
) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let row = tx
        .open_appointment(appointment)
        .await?
        .ok_or(Refusal::Missing)?;
    let about = tx
        .organisation(row.organisation)
        .await?
        .ok_or(Refusal::Missing)?;
    drop(tx);
    let email = EmailAddress::try_from(row.email.as_str()).map_err(|_| Refusal::BadAddress)?;
    let news = if approved {
        News::Appointed { who: &row.email }
    } else {
        News::Refused { who: &row.email }
    };
    let told = tell(app, &about, news).await?;
    let named = (about.id, about.name.as_str());
    let invitation = Invitation::new(app, officer, named, &email, Role::Contact, lang);
    let mut act = Act::new(app, By::Person(officer));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, row.organisation).await?;
                standing::at_agency(tx, officer, Action::HandleOrganisations).await?;
                if row.proposed_by == Some(officer) {
                    return Err(Refusal::OwnProposal.into());
                }
                let outcome = if approved { "approved" } else { "refused" };
                if !tx
                    .decide_appointment(row.id, officer, outcome, act.now())
                    .await?
                {
                    return Err(Refusal::Missing.into());
                }
                let kind = if approved {
                    invitation.send(tx).await?;
                    EventKind::AgencyAppointed
                } else {
                    EventKind::AgencyRefused
                };
                let mut detail = Detail::of(row.email).with_role(Role::Contact);
                detail.reason = Some(row.reason);
                act.record(tx, Some(row.organisation), kind, detail).await?;
                letters::post(tx, &told).await?;
                Ok(())
            })
        })
        .await
}
