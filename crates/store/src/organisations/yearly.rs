//! What contact persons are written to about once a year.

use uuid::Uuid;

use super::OrganisationRow;
use super::register::Columns;
use crate::tx::{execute, rows};
use crate::{StoreError, Tx};

impl Tx {
    /// The organisations that have joined, chose to be reminded in a month, 1 to 12, and have no
    /// round under way.
    pub async fn due_for_next_round(
        &mut self,
        month: u8,
    ) -> Result<Vec<OrganisationRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, public_id, number, name, owner, registrator, joined_at, reminder_month
             FROM organisations
             WHERE reminder_month = $1 AND joined_at IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM organisation_rounds
                               WHERE organisation = organisations.id
                                 AND stage IN ('answering', 'agreeing'))
             ORDER BY id",
            i64::from(month),
        )?;
        Ok(found.into_iter().map(OrganisationRow::from).collect())
    }

    /// The organisations with a member whom nobody has confirmed since a time, Unix milliseconds.
    pub async fn due_for_members(
        &mut self,
        confirmed_before: i64,
    ) -> Result<Vec<OrganisationRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, public_id, number, name, owner, registrator, joined_at, reminder_month
             FROM organisations
             WHERE EXISTS (SELECT 1 FROM memberships
                           WHERE organisation = organisations.id AND state = 'active'
                             AND confirmed_at < $1)
             ORDER BY id",
            confirmed_before,
        )?;
        Ok(found.into_iter().map(OrganisationRow::from).collect())
    }

    /// Notes that an organisation is written to about a kind of thing. `false` if it has been since
    /// `since`, and nothing is to be sent then. Times are Unix milliseconds.
    pub async fn note_yearly_letter(
        &mut self,
        organisation: Uuid,
        kind: &str,
        since: i64,
        at: i64,
    ) -> Result<bool, StoreError> {
        let noted = execute!(
            self,
            "INSERT INTO yearly_letters (organisation, kind, sent_at) VALUES ($1, $2, $3)
             ON CONFLICT (organisation, kind) DO UPDATE SET sent_at = excluded.sent_at
             WHERE yearly_letters.sent_at < $4",
            organisation,
            kind,
            at,
            since,
        )?;
        Ok(noted > 0)
    }
}
