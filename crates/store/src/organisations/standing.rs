//! What a person is to an organisation and to the agency.

use uuid::Uuid;

use crate::tx::{row, rows};
use crate::{StoreError, Tx};

impl Tx {
    /// Codes of a person's roles at the agency.
    pub async fn agency_roles(&mut self, person: Uuid) -> Result<Vec<String>, StoreError> {
        let found: Vec<(String,)> = rows!(
            self,
            "SELECT role FROM agency_members WHERE person = $1 ORDER BY role",
            person,
        )?;
        Ok(found.into_iter().map(|(role,)| role).collect())
    }

    /// Role and state of a person's membership in an organisation, if any.
    pub async fn places(
        &mut self,
        person: Uuid,
        organisation: Uuid,
    ) -> Result<Vec<(String, String)>, StoreError> {
        rows!(
            self,
            "SELECT role, state FROM memberships WHERE person = $1 AND organisation = $2",
            person,
            organisation,
        )
    }

    /// The same in the organisation that owns this one.
    pub async fn places_at_owner(
        &mut self,
        person: Uuid,
        organisation: Uuid,
    ) -> Result<Vec<(String, String)>, StoreError> {
        rows!(
            self,
            "SELECT role, state FROM memberships
             WHERE person = $1 AND organisation IN
                 (SELECT owner FROM organisations WHERE id = $2)",
            person,
            organisation,
        )
    }

    /// Whether a person is a member of any organisation, or has asked to be.
    pub async fn has_place(&mut self, person: Uuid) -> Result<bool, StoreError> {
        let found: Option<(i64,)> = row!(
            self,
            "SELECT created_at FROM memberships WHERE person = $1 AND state <> 'ended' LIMIT 1",
            person,
        )?;
        Ok(found.is_some())
    }
}
