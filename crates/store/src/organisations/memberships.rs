//! Who belongs to an organisation. A person has one membership in it, whose state changes.

use uuid::Uuid;

use super::ListedOrganisation;
use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A membership to be.
#[derive(Clone, Debug)]
pub struct NewMembership {
    /// UUIDv7; not used if the person has had a membership there before.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Uuid,
    /// The person.
    pub person: Uuid,
    /// Code of the role.
    pub role: String,
    /// `pending` or `active`.
    pub state: String,
    /// Unix milliseconds.
    pub at: i64,
}

/// A membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Uuid,
    /// The person.
    pub person: Uuid,
    /// Code of the role.
    pub role: String,
    /// `pending`, `active` or `ended`.
    pub state: String,
}

/// A membership with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// The membership.
    pub id: Uuid,
    /// The person.
    pub person: Uuid,
    /// The person's name; empty until told.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// Code of the language to write to the person in.
    pub lang: String,
    /// Code of the role.
    pub role: String,
    /// `pending` or `active`.
    pub state: String,
    /// When it began or was asked for, Unix milliseconds.
    pub created_at: i64,
    /// When a contact person last said that they still belong, Unix milliseconds.
    pub confirmed_at: i64,
    /// When the person last signed in, Unix milliseconds.
    pub seen_at: i64,
}

type MemberColumns = (
    Uuid,
    Uuid,
    String,
    String,
    String,
    String,
    String,
    i64,
    i64,
    i64,
);

impl From<MemberColumns> for MemberRow {
    fn from(
        (id, person, name, email, lang, role, state, created_at, confirmed_at, seen_at): MemberColumns,
    ) -> Self {
        MemberRow {
            id,
            person,
            name,
            email,
            lang,
            role,
            state,
            created_at,
            confirmed_at,
            seen_at,
        }
    }
}

/// A membership with what it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BelongingRow {
    /// The membership.
    pub id: Uuid,
    /// Code of the role.
    pub role: String,
    /// `pending` or `active`.
    pub state: String,
    /// The organisation.
    pub organisation: ListedOrganisation,
}

type BelongingColumns = (
    Uuid,
    String,
    String,
    Uuid,
    String,
    Option<String>,
    String,
    Option<String>,
    Option<i64>,
);

impl Tx {
    /// Begins a membership, or one that has ended anew. `false` if the person has one that has not
    /// ended: nothing was changed.
    pub async fn begin_membership(&mut self, new: &NewMembership) -> Result<bool, StoreError> {
        let begun = execute!(
            self,
            "INSERT INTO memberships
                 (id, organisation, person, role, state, created_at, confirmed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $6)
             ON CONFLICT (organisation, person) DO UPDATE SET
                 role = excluded.role, state = excluded.state, created_at = excluded.created_at,
                 confirmed_at = excluded.confirmed_at, ended_at = NULL
             WHERE memberships.state = 'ended'",
            new.id,
            new.organisation,
            new.person,
            &new.role,
            &new.state,
            new.at,
        )?;
        Ok(begun == 1)
    }

    /// Approves a membership that is pending. `false` if it is not.
    pub async fn approve_membership(
        &mut self,
        membership: Uuid,
        role: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let approved = execute!(
            self,
            "UPDATE memberships
             SET state = 'active', role = $2, created_at = $3, confirmed_at = $3
             WHERE id = $1 AND state = 'pending'",
            membership,
            role,
            at,
        )?;
        Ok(approved == 1)
    }

    /// Gives an active member another role. `false` if the membership is not active.
    pub async fn set_role(&mut self, membership: Uuid, role: &str) -> Result<bool, StoreError> {
        let changed = execute!(
            self,
            "UPDATE memberships SET role = $2 WHERE id = $1 AND state = 'active'",
            membership,
            role,
        )?;
        Ok(changed == 1)
    }

    /// Ends a membership that is in `state`. `false` if it is not.
    pub async fn end_membership(
        &mut self,
        membership: Uuid,
        state: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let ended = execute!(
            self,
            "UPDATE memberships SET state = 'ended', ended_at = $3 WHERE id = $1 AND state = $2",
            membership,
            state,
            at,
        )?;
        Ok(ended == 1)
    }

    /// Notes that all active members of an organisation still belong.
    pub async fn confirm_members(&mut self, organisation: Uuid, at: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE memberships SET confirmed_at = $2
             WHERE organisation = $1 AND state = 'active'",
            organisation,
            at,
        )
        .map(drop)
    }

    /// Notes when a contact person last said that a member still belongs, Unix milliseconds.
    pub async fn confirm_membership(
        &mut self,
        membership: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE memberships SET confirmed_at = $2 WHERE id = $1",
            membership,
            at,
        )
        .map(drop)
    }

    /// A membership by its id.
    pub async fn membership(
        &mut self,
        membership: Uuid,
    ) -> Result<Option<MembershipRow>, StoreError> {
        let found: Option<(Uuid, Uuid, Uuid, String, String)> = row!(
            self,
            "SELECT id, organisation, person, role, state FROM memberships WHERE id = $1",
            membership,
        )?;
        let row = |(id, organisation, person, role, state)| MembershipRow {
            id,
            organisation,
            person,
            role,
            state,
        };
        Ok(found.map(row))
    }

    /// A person's membership in an organisation, whatever its state.
    pub async fn membership_of(
        &mut self,
        organisation: Uuid,
        person: Uuid,
    ) -> Result<Option<MembershipRow>, StoreError> {
        let found: Option<(Uuid, Uuid, Uuid, String, String)> = row!(
            self,
            "SELECT id, organisation, person, role, state FROM memberships
             WHERE organisation = $1 AND person = $2",
            organisation,
            person,
        )?;
        let row = |(id, organisation, person, role, state)| MembershipRow {
            id,
            organisation,
            person,
            role,
            state,
        };
        Ok(found.map(row))
    }

    /// An organisation's members, and those who have asked to be, oldest first.
    pub async fn members(&mut self, organisation: Uuid) -> Result<Vec<MemberRow>, StoreError> {
        let found: Vec<MemberColumns> = rows!(
            self,
            "SELECT m.id, m.person, p.name, p.email, p.lang, m.role, m.state, m.created_at,
                 m.confirmed_at, p.seen_at
             FROM memberships AS m JOIN people AS p ON p.id = m.person
             WHERE m.organisation = $1 AND m.state <> 'ended' ORDER BY m.created_at, m.id",
            organisation,
        )?;
        Ok(found.into_iter().map(MemberRow::from).collect())
    }

    /// What a person is a member of or has asked to be, in the order of names, with each
    /// organisation as it is on a day.
    pub async fn belongings(
        &mut self,
        day: &str,
        person: Uuid,
    ) -> Result<Vec<BelongingRow>, StoreError> {
        let found: Vec<BelongingColumns> = rows!(
            self,
            "SELECT m.id, m.role, m.state, o.id, o.public_id, o.number, o.name,
                 (SELECT c.kind FROM classifications AS c
                  WHERE c.organisation = o.id AND c.valid_from <= $1
                  ORDER BY c.valid_from DESC, c.id DESC LIMIT 1),
                 o.joined_at
             FROM memberships AS m JOIN organisations AS o ON o.id = m.organisation
             WHERE m.person = $2 AND m.state <> 'ended' ORDER BY o.sort_key, o.id",
            day,
            person,
        )?;
        let row = |(id, role, state, organisation, public_id, number, name, kind, joined_at)| {
            BelongingRow {
                id,
                role,
                state,
                organisation: ListedOrganisation {
                    id: organisation,
                    public_id,
                    number,
                    name,
                    kind,
                    joined_at,
                },
            }
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// Organisation and membership of everyone who has asked to join where there is no contact
    /// person, oldest first.
    pub async fn applications(&mut self) -> Result<Vec<(Uuid, MemberRow)>, StoreError> {
        let found: Vec<(Uuid, Uuid)> = rows!(
            self,
            "SELECT m.organisation, m.id FROM memberships AS m
             WHERE m.state = 'pending' AND NOT EXISTS
                 (SELECT 1 FROM memberships AS c
                  WHERE c.organisation = m.organisation AND c.state = 'active'
                      AND c.role = 'contact')
             ORDER BY m.created_at, m.id"
        )?;
        let mut applications = Vec::with_capacity(found.len());
        for (organisation, membership) in found {
            let member: Option<MemberColumns> = row!(
                self,
                "SELECT m.id, m.person, p.name, p.email, p.lang, m.role, m.state, m.created_at,
                     m.confirmed_at, p.seen_at
                 FROM memberships AS m JOIN people AS p ON p.id = m.person WHERE m.id = $1",
                membership,
            )?;
            applications.extend(member.map(|member| (organisation, MemberRow::from(member))));
        }
        Ok(applications)
    }
}
