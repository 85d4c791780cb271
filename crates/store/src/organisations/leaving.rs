//! An organisation leaves: what goes, and what stays.

use uuid::Uuid;

use crate::tx::execute;
use crate::{StoreError, Tx};

impl Tx {
    /// Deletes what an organisation has here: its rounds with everything in them, who belongs to it,
    /// invitations, appointments, and what has been done in it. Its line in the register, what it
    /// has handed in, and what the agency has done with it, stay; when it left is noted.
    pub async fn empty_organisation(
        &mut self,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        self.delete_what_is_its_own(organisation).await?;
        execute!(
            self,
            "UPDATE organisations SET joined_at = NULL, reminder_month = NULL, left_at = $2
             WHERE id = $1",
            organisation,
            at,
        )
        .map(drop)
    }

    /// Deletes an organisation with everything about it, what it has handed in included.
    pub async fn delete_organisation(&mut self, organisation: Uuid) -> Result<(), StoreError> {
        self.delete_what_is_its_own(organisation).await?;
        for statement in [
            "DELETE FROM submissions WHERE organisation = $1",
            "DELETE FROM events WHERE organisation = $1",
            "DELETE FROM organisations WHERE id = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }

    async fn delete_what_is_its_own(&mut self, organisation: Uuid) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM rounds WHERE id IN
                 (SELECT round FROM organisation_rounds WHERE organisation = $1)",
            "DELETE FROM memberships WHERE organisation = $1",
            "DELETE FROM invitations WHERE organisation = $1",
            "DELETE FROM appointments WHERE organisation = $1",
            "DELETE FROM yearly_letters WHERE organisation = $1",
            "DELETE FROM events WHERE organisation = $1 AND substr(kind, 1, 7) <> 'agency_'",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }
}
