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

    /// An organisation by its id in addresses: id, that id, name, owner.
    pub async fn named_organisation(
        &mut self,
        public_id: &str,
    ) -> Result<Option<(Uuid, String, String, Option<Uuid>)>, StoreError> {
        row!(
            self,
            "SELECT id, public_id, name, owner FROM organisations WHERE public_id = $1",
            public_id,
        )
    }

    /// Code of the kind in an organisation's newest classification.
    pub async fn newest_kind(&mut self, organisation: Uuid) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> = row!(
            self,
            "SELECT kind FROM classifications WHERE organisation = $1
             ORDER BY created_at DESC, id DESC LIMIT 1",
            organisation,
        )?;
        Ok(found.map(|(kind,)| kind))
    }
}
