//! The members of an organisation, looked after by its contact persons.

mod invite;

use domain::account::{Action, Actor, Role, can};
use store::{MemberRow, MembershipRow, NewMail, StoreError, Tx};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, letter};
use super::{By, Listed, Outcome, Refusal, role, standing, today};
use crate::app::App;
use crate::error::ServiceError;

pub(super) use invite::Invitation;
pub use invite::{Invited, invite, revoke_invitation};

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Members are to be confirmed once a year.
pub const RECONFIRM_AFTER: i64 = 365 * DAY;

/// Someone who belongs to an organisation, or has asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The membership.
    pub id: Uuid,
    /// The person.
    pub person: Uuid,
    /// The person's name; empty until told.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// The role; means nothing yet for someone who has asked.
    pub role: Role,
    /// Since when, Unix milliseconds.
    pub since: i64,
    /// When a contact person last said that they belong, Unix milliseconds.
    pub confirmed_at: i64,
    /// When the person last signed in, Unix milliseconds.
    pub seen_at: i64,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Member {
            id: row.id,
            person: row.person,
            name: row.name,
            email: row.email,
            role: role(&row.role),
            since: row.created_at,
            confirmed_at: row.confirmed_at,
            seen_at: row.seen_at,
        }
    }
}

/// Everyone who belongs to an organisation or may come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Members, those who have been so the longest first.
    pub active: Vec<Member>,
    /// Those who have asked to join.
    pub pending: Vec<Member>,
    /// Those who are invited.
    pub invited: Vec<Invited>,
}

/// Everyone who belongs to an organisation or may come to, for its contact persons.
pub async fn list(app: &App, person: Uuid, organisation: Uuid) -> Outcome<Members> {
    let mut tx = app.store.read().await?;
    let actors = standing::actors(&mut tx, person, organisation).await?;
    let may = |actor: &Actor| can(*actor, Action::ManageMembers, None);
    if !actors.iter().any(may) {
        return Err(Refusal::NotAllowed.into());
    }
    let mut members = Members::default();
    for row in tx.members(organisation).await? {
        if row.state == "active" {
            members.active.push(row.into());
        } else {
            members.pending.push(row.into());
        }
    }
    let invited = tx.open_invitations(organisation, app.now()).await?;
    members.invited = invited.into_iter().map(Invited::from).collect();
    Ok(members)
}

/// The names of an organisation's members, by person; an address where no name is told. For pages
/// that tell its own members who did something.
pub async fn names(app: &App, organisation: Uuid) -> Result<Vec<(Uuid, String)>, ServiceError> {
    let mut tx = app.store.read().await?;
    let members = tx.members(organisation).await?.into_iter();
    let active = members.filter(|row| row.state == "active");
    let name = |row: MemberRow| match row.name.is_empty() {
        true => (row.person, row.email),
        false => (row.person, row.name),
    };
    Ok(active.map(name).collect())
}

/// What a person belongs to or has asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// The membership.
    pub membership: Uuid,
    /// The organisation.
    pub organisation: Listed,
    /// The role; means nothing yet where the person has asked.
    pub role: Role,
    /// Whether the person waits for approval.
    pub pending: bool,
}

/// What a person belongs to or has asked to, in the order of names.
pub async fn of_person(app: &App, person: Uuid) -> Result<Vec<Belonging>, ServiceError> {
    let rows = app
        .store
        .read()
        .await?
        .belongings(&today(app), person)
        .await?;
    let belonging = |row: store::BelongingRow| Belonging {
        membership: row.id,
        role: role(&row.role),
        pending: row.state == "pending",
        organisation: row.organisation.into(),
    };
    Ok(rows.into_iter().map(belonging).collect())
}

/// A member of the organisation, and a letter to them about it. [`Refusal::Missing`] if there is no
/// such membership there.
async fn letter_to_member(
    app: &App,
    organisation: Uuid,
    membership: Uuid,
    news: impl for<'a> Fn(&'a str) -> News<'a>,
) -> Outcome<NewMail> {
    let mut tx = app.store.read().await?;
    let about = tx
        .organisation(organisation)
        .await?
        .ok_or(Refusal::Missing)?;
    let members = tx.members(organisation).await?;
    let member = members.iter().find(|row| row.id == membership);
    let to = To::from(member.ok_or(Refusal::Missing)?);
    Ok(letter(app, &to, &about.name, news(&about.public_id)))
}

/// A membership of this organisation, with the person's address.
async fn member_of(
    tx: &mut Tx,
    organisation: Uuid,
    membership: Uuid,
) -> Outcome<(MembershipRow, String)> {
    let row = tx.membership(membership).await?;
    let row = row
        .filter(|row| row.organisation == organisation)
        .ok_or(Refusal::Missing)?;
    let person = tx.person(row.person).await?.ok_or(Refusal::Missing)?;
    Ok((row, person.email))
}

/// Approves someone who has asked to join.
pub async fn approve(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    membership: Uuid,
    role: Role,
) -> Outcome<()> {
    let told = letter_to_member(app, organisation, membership, |public_id| News::Approved {
        role,
        public_id,
    })
    .await?;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                let (row, email) = member_of(tx, organisation, membership).await?;
                standing::admit(tx, row.person).await?;
                if !tx
                    .approve_membership(membership, role.code(), act.now())
                    .await?
                {
                    return Err(Refusal::Missing.into());
                }
                let detail = Detail::of(email).with_role(role);
                act.record(tx, Some(organisation), EventKind::JoinApproved, detail)
                    .await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

/// Declines someone who has asked to join.
pub async fn decline(app: &App, person: Uuid, organisation: Uuid, membership: Uuid) -> Outcome<()> {
    let told = letter_to_member(app, organisation, membership, |_| News::Declined).await?;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                let (_, email) = member_of(tx, organisation, membership).await?;
                if !tx.end_membership(membership, "pending", act.now()).await? {
                    return Err(Refusal::Missing.into());
                }
                let detail = Detail::of(email);
                act.record(tx, Some(organisation), EventKind::JoinDeclined, detail)
                    .await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

/// Gives a member another role, also oneself.
///
/// # Errors
/// [`Refusal::LastContact`], besides those of all.
pub async fn set_role(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    membership: Uuid,
    role: Role,
) -> Outcome<()> {
    let told = letter_to_member(app, organisation, membership, |_| News::Role(role)).await?;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                let (row, email) = member_of(tx, organisation, membership).await?;
                if row.role == role.code() && row.state == "active" {
                    return Ok(());
                }
                if !tx.set_role(membership, role.code()).await? {
                    return Err(Refusal::Missing.into());
                }
                standing::contact_remains(tx, organisation).await?;
                let detail = Detail::of(email).with_role(role);
                act.record(tx, Some(organisation), EventKind::RoleChanged, detail)
                    .await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

/// Removes a member.
///
/// # Errors
/// [`Refusal::LastContact`], besides those of all.
pub async fn remove(app: &App, person: Uuid, organisation: Uuid, membership: Uuid) -> Outcome<()> {
    let told = letter_to_member(app, organisation, membership, |_| News::Removed).await?;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                end(tx, &mut act, organisation, membership).await?;
                standing::contact_remains(tx, organisation).await?;
                letters::post(tx, &[told]).await?;
                Ok(())
            })
        })
        .await
}

/// Ends a membership, and writes an event of it.
async fn end(tx: &mut Tx, act: &mut Act, organisation: Uuid, membership: Uuid) -> Outcome<()> {
    let (row, email) = member_of(tx, organisation, membership).await?;
    if !standing::end(tx, &row, act.now()).await? {
        return Err(Refusal::Missing.into());
    }
    let detail = Detail::of(email);
    act.record(tx, Some(organisation), EventKind::MemberRemoved, detail)
        .await?;
    Ok(())
}

/// Leaves an organisation.
///
/// # Errors
/// [`Refusal::LastContact`] for the last contact person, who hands over first.
pub async fn leave(app: &App, person: Uuid, organisation: Uuid) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::hold(tx, organisation).await?;
                let row = tx.membership_of(organisation, person).await?;
                let row = row.ok_or(Refusal::Missing)?;
                let who = tx.person(person).await?.ok_or(Refusal::Missing)?;
                if !standing::end(tx, &row, act.now()).await? {
                    return Err(Refusal::Missing.into());
                }
                if role(&row.role) == Role::Contact {
                    standing::contact_remains(tx, organisation).await?;
                }
                let kind = EventKind::MemberLeft;
                act.record(tx, Some(organisation), kind, Detail::of(who.email))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The yearly look through who belongs: ends these memberships, and confirms all others.
///
/// # Errors
/// [`Refusal::LastContact`] if no contact person would be left.
pub async fn confirm(app: &App, person: Uuid, organisation: Uuid, ended: &[Uuid]) -> Outcome<()> {
    let mut told = Vec::with_capacity(ended.len());
    for membership in ended {
        told.push(letter_to_member(app, organisation, *membership, |_| News::Removed).await?);
    }
    let ended = ended.to_vec();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                for membership in &ended {
                    end(tx, &mut act, organisation, *membership).await?;
                }
                standing::contact_remains(tx, organisation).await?;
                tx.confirm_members(organisation, act.now()).await?;
                let kind = EventKind::MembersConfirmed;
                let detail = Detail::of(count(tx, organisation).await?);
                act.record(tx, Some(organisation), kind, detail).await?;
                letters::post(tx, &told).await?;
                Ok(())
            })
        })
        .await
}

async fn count(tx: &mut Tx, organisation: Uuid) -> Result<String, StoreError> {
    let members = tx.members(organisation).await?;
    let active = members.iter().filter(|row| row.state == "active");
    Ok(active.count().to_string())
}
