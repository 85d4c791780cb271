//! An organisation leaves: what goes, and what stays.

use uuid::Uuid;

use crate::tx::execute;
use crate::{StoreError, Tx};

impl Tx {
    /// Deletes what an organisation has here: its rounds and plans with everything in them, who
    /// belongs to it, invitations, appointments, what it lets others see, and what has been done in it. What it
    /// prepares for others is theirs. Its line in the register, what it has handed in, and what the
    /// agency has done with it, stay; when it left is noted. The time is Unix milliseconds.
    pub async fn empty_organisation(
        &mut self,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        self.delete_what_is_its_own(organisation, at).await?;
        execute!(
            self,
            "UPDATE organisations SET joined_at = NULL, reminder_month = NULL, left_at = $2
             WHERE id = $1",
            organisation,
            at,
        )
        .map(drop)
    }

    /// Deletes an organisation with everything about it, what it has handed in included. The time
    /// is Unix milliseconds.
    pub async fn delete_organisation(
        &mut self,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        self.delete_what_is_its_own(organisation, at).await?;
        for statement in [
            "DELETE FROM submissions WHERE organisation = $1",
            "INSERT INTO leaving (organisation) VALUES ($1)",
            "DELETE FROM events WHERE organisation = $1",
            "DELETE FROM leaving WHERE organisation = $1",
            "DELETE FROM organisations WHERE id = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }

    async fn delete_what_is_its_own(
        &mut self,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM plans WHERE organisation = $1",
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
            // The log lets go of the events of who is leaving, and of nobody else's.
            "INSERT INTO leaving (organisation) VALUES ($1)",
            "DELETE FROM events WHERE organisation = $1 AND substr(kind, 1, 7) <> 'agency_'",
            "DELETE FROM leaving WHERE organisation = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        self.remove_outsiders(organisation, at).await?;
        for statement in [
            "UPDATE organisation_rounds SET prepared_by = NULL WHERE prepared_by = $1",
            "DELETE FROM preparers WHERE organisation = $1 OR preparer = $1",
        ] {
            execute!(self, statement, organisation)?;
        }
        Ok(())
    }
}
