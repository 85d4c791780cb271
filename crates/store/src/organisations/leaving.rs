//! An organisation leaves: what goes, and what stays.

use uuid::Uuid;

use crate::tx::execute;
use crate::{StoreError, Tx};

impl Tx {
    /// Deletes what an organisation has here: its rounds with everything in them, who belongs to it,
    /// invitations, appointments, what it lets others see, and what has been done in it. Its line in
    /// the register, what it has handed in, and what the agency has done with it, stay.
    pub async fn empty_organisation(&mut self, organisation: Uuid) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM rounds WHERE id IN
                 (SELECT round FROM organisation_rounds WHERE organisation = $1)",
            "DELETE FROM memberships WHERE organisation = $1",
            "DELETE FROM invitations WHERE organisation = $1",
            "DELETE FROM appointments WHERE organisation = $1",
            "DELETE FROM yearly_letters WHERE organisation = $1",
            "DELETE FROM partner_offers WHERE organisation = $1",
            "DELETE FROM network_invitations WHERE organisation = $1",
            "DELETE FROM networks WHERE id IN
                 (SELECT network FROM network_members WHERE organisation = $1)
                 AND NOT EXISTS (SELECT 1 FROM network_members AS m
                                 WHERE m.network = networks.id AND m.organisation <> $1)",
            "DELETE FROM network_members WHERE organisation = $1",
            "DELETE FROM events WHERE organisation = $1 AND substr(kind, 1, 7) <> 'agency_'",
            "UPDATE organisations SET joined_at = NULL, reminder_month = NULL WHERE id = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }

    /// Deletes an organisation with everything about it, what it has handed in included.
    pub async fn delete_organisation(&mut self, organisation: Uuid) -> Result<(), StoreError> {
        self.empty_organisation(organisation).await?;
        for statement in [
            "DELETE FROM submissions WHERE organisation = $1",
            "DELETE FROM events WHERE organisation = $1",
            "DELETE FROM organisations WHERE id = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }
}
