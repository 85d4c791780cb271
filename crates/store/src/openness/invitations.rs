//! Invitations of organisations to networks. An organisation has one to each, whose outcome
//! changes.

use uuid::Uuid;

use super::NetworkRow;
use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// The latest invitation of an organisation to a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkInvitationRow {
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
    /// `accepted`, `declined` or `withdrawn`; `None` if it is not answered.
    pub outcome: Option<String>,
    /// When it got its outcome, Unix milliseconds.
    pub answered_at: Option<i64>,
}

/// An organisation that is invited to a network and has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedRow {
    /// The organisation.
    pub organisation: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Until when it can answer, Unix milliseconds.
    pub expires_at: i64,
}

impl Tx {
    /// Invites an organisation to a network. `false` if it has an invitation that it can accept:
    /// nothing was changed.
    pub async fn invite_to_network(
        &mut self,
        network: Uuid,
        organisation: Uuid,
        at: i64,
        expires_at: i64,
    ) -> Result<bool, StoreError> {
        let invited = execute!(
            self,
            "INSERT INTO network_invitations (network, organisation, created_at, expires_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (network, organisation) DO UPDATE SET
                 created_at = excluded.created_at, expires_at = excluded.expires_at,
                 outcome = NULL, answered_at = NULL
             WHERE network_invitations.outcome IS NOT NULL
                 OR network_invitations.expires_at <= excluded.created_at",
            network,
            organisation,
            at,
            expires_at,
        )?;
        Ok(invited == 1)
    }

    /// Gives an invitation that can be answered at `at` its outcome. `false` if it has one, or is
    /// past its time.
    pub async fn answer_network_invitation(
        &mut self,
        network: Uuid,
        organisation: Uuid,
        outcome: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let answered = execute!(
            self,
            "UPDATE network_invitations SET outcome = $3, answered_at = $4
             WHERE network = $1 AND organisation = $2 AND outcome IS NULL AND expires_at > $4",
            network,
            organisation,
            outcome,
            at,
        )?;
        Ok(answered == 1)
    }

    /// The latest invitation of an organisation to a network, whatever became of it.
    pub async fn network_invitation(
        &mut self,
        network: Uuid,
        organisation: Uuid,
    ) -> Result<Option<NetworkInvitationRow>, StoreError> {
        let found: Option<(i64, i64, Option<String>, Option<i64>)> = row!(
            self,
            "SELECT created_at, expires_at, outcome, answered_at FROM network_invitations
             WHERE network = $1 AND organisation = $2",
            network,
            organisation,
        )?;
        let row = |(created_at, expires_at, outcome, answered_at)| NetworkInvitationRow {
            created_at,
            expires_at,
            outcome,
            answered_at,
        };
        Ok(found.map(row))
    }

    /// The organisations that can answer an invitation to a network at `now`, in the order of their
    /// names.
    pub async fn invited_to_network(
        &mut self,
        network: Uuid,
        now: i64,
    ) -> Result<Vec<InvitedRow>, StoreError> {
        let found: Vec<(Uuid, String, String, i64)> = rows!(
            self,
            "SELECT o.id, o.public_id, o.name, i.expires_at
             FROM network_invitations AS i JOIN organisations AS o ON o.id = i.organisation
             WHERE i.network = $1 AND i.outcome IS NULL AND i.expires_at > $2
             ORDER BY o.sort_key, o.id",
            network,
            now,
        )?;
        let row = |(organisation, public_id, name, expires_at)| InvitedRow {
            organisation,
            public_id,
            name,
            expires_at,
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// The networks that an organisation can answer an invitation to at `now`, in the order of their
    /// names, each with until when.
    pub async fn network_invitations_of(
        &mut self,
        organisation: Uuid,
        now: i64,
    ) -> Result<Vec<(NetworkRow, i64)>, StoreError> {
        let found: Vec<(Uuid, String, String, i64, i64)> = rows!(
            self,
            "SELECT n.id, n.name, n.purpose, n.created_at, i.expires_at
             FROM network_invitations AS i JOIN networks AS n ON n.id = i.network
             WHERE i.organisation = $1 AND i.outcome IS NULL AND i.expires_at > $2
             ORDER BY n.sort_key, n.id",
            organisation,
            now,
        )?;
        let row = |(id, name, purpose, created_at, expires_at)| {
            let network = NetworkRow::from((id, name, purpose, created_at));
            (network, expires_at)
        };
        Ok(found.into_iter().map(row).collect())
    }
}
