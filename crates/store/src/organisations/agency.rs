//! The agency's own people, and the contact persons that they appoint.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A role at the agency, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyRow {
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
}

/// A proposal to appoint someone contact person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Uuid,
    /// The address of who is to be contact person, in lower case.
    pub email: String,
    /// Why.
    pub reason: String,
    /// Who proposes it; `None` if that person is gone.
    pub proposed_by: Option<Uuid>,
    /// Unix milliseconds.
    pub proposed_at: i64,
}

type Columns = (Uuid, Uuid, String, String, Option<Uuid>, i64);

impl From<Columns> for AppointmentRow {
    fn from((id, organisation, email, reason, proposed_by, proposed_at): Columns) -> Self {
        AppointmentRow {
            id,
            organisation,
            email,
            reason,
            proposed_by,
            proposed_at,
        }
    }
}

impl Tx {
    /// Gives a person a role at the agency. `false` if the person has it.
    pub async fn grant_agency_role(
        &mut self,
        person: Uuid,
        role: &str,
        granted_by: Option<Uuid>,
        at: i64,
    ) -> Result<bool, StoreError> {
        let granted = execute!(
            self,
            "INSERT INTO agency_members (person, role, granted_by, created_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            person,
            role,
            granted_by,
            at,
        )?;
        Ok(granted == 1)
    }

    /// Takes a role at the agency from a person. `false` if the person has not got it.
    pub async fn revoke_agency_role(
        &mut self,
        person: Uuid,
        role: &str,
    ) -> Result<bool, StoreError> {
        let revoked = execute!(
            self,
            "DELETE FROM agency_members WHERE person = $1 AND role = $2",
            person,
            role,
        )?;
        Ok(revoked == 1)
    }

    /// Everyone's roles at the agency, by person.
    pub async fn agency_people(&mut self) -> Result<Vec<AgencyRow>, StoreError> {
        let found: Vec<(Uuid, String, String, String, String)> = rows!(
            self,
            "SELECT a.person, p.name, p.email, p.lang, a.role
             FROM agency_members AS a JOIN people AS p ON p.id = a.person
             ORDER BY a.person, a.role"
        )?;
        let row = |(person, name, email, lang, role)| AgencyRow {
            person,
            name,
            email,
            lang,
            role,
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// Stores a proposal, which waits for someone to decide.
    pub async fn propose_appointment(&mut self, new: &AppointmentRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO appointments (id, organisation, email, reason, proposed_by, proposed_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            new.id,
            new.organisation,
            &new.email,
            &new.reason,
            new.proposed_by,
            new.proposed_at,
        )
        .map(drop)
    }

    /// The proposals that wait, oldest first.
    pub async fn open_appointments(&mut self) -> Result<Vec<AppointmentRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, email, reason, proposed_by, proposed_at FROM appointments
             WHERE decided_at IS NULL ORDER BY id"
        )?;
        Ok(found.into_iter().map(AppointmentRow::from).collect())
    }

    /// A proposal that waits.
    pub async fn open_appointment(
        &mut self,
        appointment: Uuid,
    ) -> Result<Option<AppointmentRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, organisation, email, reason, proposed_by, proposed_at FROM appointments
             WHERE id = $1 AND decided_at IS NULL",
            appointment,
        )?;
        Ok(found.map(AppointmentRow::from))
    }

    /// Decides a proposal. `false` if it is decided.
    pub async fn decide_appointment(
        &mut self,
        appointment: Uuid,
        decided_by: Uuid,
        outcome: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let decided = execute!(
            self,
            "UPDATE appointments SET decided_by = $2, outcome = $3, decided_at = $4
             WHERE id = $1 AND decided_at IS NULL",
            appointment,
            decided_by,
            outcome,
            at,
        )?;
        Ok(decided == 1)
    }
}
