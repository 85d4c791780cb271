//! Which shared purchasing units an organisation lets prepare rounds for it.

use uuid::Uuid;

use super::ListedOrganisation;
use super::register::{list, listed};
use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

impl Tx {
    /// Lets a unit prepare rounds for an organisation. `false` if it may already.
    pub async fn add_preparer(
        &mut self,
        organisation: Uuid,
        preparer: Uuid,
        at: i64,
    ) -> Result<bool, StoreError> {
        let added = execute!(
            self,
            "INSERT INTO preparers (organisation, preparer, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (organisation, preparer) DO NOTHING",
            organisation,
            preparer,
            at,
        )?;
        Ok(added == 1)
    }

    /// Lets a unit prepare nothing more for an organisation, nor what it has begun to: of those
    /// rounds, what is still being answered loses who has no other place there. `false` if it
    /// might not anyway.
    pub async fn remove_preparer(
        &mut self,
        organisation: Uuid,
        preparer: Uuid,
        at: i64,
    ) -> Result<bool, StoreError> {
        let removed = execute!(
            self,
            "DELETE FROM preparers WHERE organisation = $1 AND preparer = $2",
            organisation,
            preparer,
        )?;
        execute!(
            self,
            "UPDATE organisation_rounds SET prepared_by = NULL
             WHERE organisation = $1 AND prepared_by = $2",
            organisation,
            preparer,
        )?;
        self.remove_outsiders(organisation, at).await?;
        Ok(removed == 1)
    }

    /// Whether a unit may prepare rounds for an organisation.
    pub async fn prepares(
        &mut self,
        organisation: Uuid,
        preparer: Uuid,
    ) -> Result<bool, StoreError> {
        let found: Option<(Uuid,)> = row!(
            self,
            "SELECT preparer FROM preparers WHERE organisation = $1 AND preparer = $2",
            organisation,
            preparer,
        )?;
        Ok(found.is_some())
    }

    /// The units that may prepare rounds for an organisation, as they are on a day.
    pub async fn preparers(
        &mut self,
        day: &str,
        organisation: Uuid,
    ) -> Result<Vec<ListedOrganisation>, StoreError> {
        let statement =
            listed!("JOIN preparers AS p ON p.preparer = o.id WHERE p.organisation = $2");
        Ok(list(rows!(self, statement, day, organisation)?))
    }

    /// The organisations that a unit may prepare rounds for, as they are on a day.
    pub async fn prepared_for(
        &mut self,
        day: &str,
        preparer: Uuid,
    ) -> Result<Vec<ListedOrganisation>, StoreError> {
        let statement =
            listed!("JOIN preparers AS p ON p.organisation = o.id WHERE p.preparer = $2");
        Ok(list(rows!(self, statement, day, preparer)?))
    }
}
