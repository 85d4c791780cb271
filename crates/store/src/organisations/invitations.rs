//! Invitations to an organisation. The database has a hash of the secret in the mail's address.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// An invitation to be.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Uuid,
    /// The invited address, in lower case.
    pub email: String,
    /// Code of the role.
    pub role: String,
    /// What the address in the mail is looked up by.
    pub hash: Vec<u8>,
    /// Who invites.
    pub created_by: Uuid,
    /// Unix milliseconds.
    pub at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
}

/// An invitation that can be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation.
    pub organisation: Uuid,
    /// The invited address, in lower case.
    pub email: String,
    /// Code of the role.
    pub role: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
}

type Columns = (Uuid, Uuid, String, String, i64, i64);

impl From<Columns> for InvitationRow {
    fn from((id, organisation, email, role, created_at, expires_at): Columns) -> Self {
        InvitationRow {
            id,
            organisation,
            email,
            role,
            created_at,
            expires_at,
        }
    }
}

impl Tx {
    /// Stores an invitation. Earlier ones to the same address no longer open anything.
    pub async fn invite(&mut self, new: &NewInvitation) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE invitations SET revoked_at = $3
             WHERE organisation = $1 AND email = $2
                 AND accepted_at IS NULL AND revoked_at IS NULL",
            new.organisation,
            &new.email,
            new.at,
        )?;
        execute!(
            self,
            "INSERT INTO invitations
                 (id, organisation, email, role, hash, created_by, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            new.id,
            new.organisation,
            &new.email,
            &new.role,
            &new.hash,
            new.created_by,
            new.at,
            new.expires_at,
        )
        .map(drop)
    }

    /// The invitation that an address opens at `now`.
    pub async fn invitation_by_hash(
        &mut self,
        hash: &[u8],
        now: i64,
    ) -> Result<Option<InvitationRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, organisation, email, role, created_at, expires_at FROM invitations
             WHERE hash = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $2",
            hash,
            now,
        )?;
        Ok(found.map(InvitationRow::from))
    }

    /// The invitations of an organisation that can be accepted at `now`, oldest first.
    pub async fn open_invitations(
        &mut self,
        organisation: Uuid,
        now: i64,
    ) -> Result<Vec<InvitationRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, email, role, created_at, expires_at FROM invitations
             WHERE organisation = $1 AND accepted_at IS NULL AND revoked_at IS NULL
                 AND expires_at > $2
             ORDER BY id",
            organisation,
            now,
        )?;
        Ok(found.into_iter().map(InvitationRow::from).collect())
    }

    /// Uses an invitation up. `false` if it is used, revoked or past its time.
    pub async fn use_invitation(&mut self, invitation: Uuid, now: i64) -> Result<bool, StoreError> {
        let used = execute!(
            self,
            "UPDATE invitations SET accepted_at = $2
             WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $2",
            invitation,
            now,
        )?;
        Ok(used == 1)
    }

    /// Takes an organisation's invitation back; gives the address it went to. `None` if it is
    /// used, taken back or another organisation's.
    pub async fn revoke_invitation(
        &mut self,
        organisation: Uuid,
        invitation: Uuid,
        now: i64,
    ) -> Result<Option<String>, StoreError> {
        let revoked: Option<(String,)> = row!(
            self,
            "UPDATE invitations SET revoked_at = $3
             WHERE id = $2 AND organisation = $1 AND accepted_at IS NULL AND revoked_at IS NULL
             RETURNING email",
            organisation,
            invitation,
            now,
        )?;
        Ok(revoked.map(|(email,)| email))
    }
}
