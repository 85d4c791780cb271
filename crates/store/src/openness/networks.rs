//! Networks, and which organisations are in them.
//!
//! What depends on who is in a network is decided under [`Tx::lock_network`].

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it is for, in one line.
    pub purpose: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// An organisation in a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkMemberRow {
    /// The organisation.
    pub organisation: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Unix milliseconds.
    pub joined_at: i64,
}

pub(super) type Columns = (Uuid, String, String, i64);

impl From<Columns> for NetworkRow {
    fn from((id, name, purpose, created_at): Columns) -> Self {
        NetworkRow {
            id,
            name,
            purpose,
            created_at,
        }
    }
}

impl Tx {
    /// Adds a network without members, with the key that orders its name.
    pub async fn add_network(
        &mut self,
        new: &NetworkRow,
        sort_key: &[u8],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO networks (id, name, sort_key, purpose, created_at)
             VALUES ($1, $2, $3, $4, $5)",
            new.id,
            &new.name,
            sort_key,
            &new.purpose,
            new.created_at,
        )
        .map(drop)
    }

    /// Holds a network's row until the end of the transaction, so that others who do the same wait.
    /// `None` if there is no such network, or no longer.
    pub async fn lock_network(&mut self, network: Uuid) -> Result<Option<NetworkRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "UPDATE networks SET name = name WHERE id = $1
             RETURNING id, name, purpose, created_at",
            network,
        )?;
        Ok(found.map(NetworkRow::from))
    }

    /// A network by its id.
    pub async fn network(&mut self, network: Uuid) -> Result<Option<NetworkRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, name, purpose, created_at FROM networks WHERE id = $1",
            network,
        )?;
        Ok(found.map(NetworkRow::from))
    }

    /// Gives a network another name and purpose.
    pub async fn change_network(
        &mut self,
        network: Uuid,
        name: &str,
        sort_key: &[u8],
        purpose: &str,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE networks SET name = $2, sort_key = $3, purpose = $4 WHERE id = $1",
            network,
            name,
            sort_key,
            purpose,
        )
        .map(drop)
    }

    /// Deletes a network: nobody is in it or invited any longer.
    pub async fn close_network(&mut self, network: Uuid) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM networks WHERE id = $1", network).map(drop)
    }

    /// Takes an organisation into a network. One that is in it stays since when it was.
    pub async fn join_network(
        &mut self,
        network: Uuid,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO network_members (network, organisation, joined_at) VALUES ($1, $2, $3)
             ON CONFLICT DO NOTHING",
            network,
            organisation,
            at,
        )
        .map(drop)
    }

    /// Takes an organisation out of a network. `false` if it is not in it.
    pub async fn leave_network(
        &mut self,
        network: Uuid,
        organisation: Uuid,
    ) -> Result<bool, StoreError> {
        let left = execute!(
            self,
            "DELETE FROM network_members WHERE network = $1 AND organisation = $2",
            network,
            organisation,
        )?;
        Ok(left == 1)
    }

    /// The organisations in a network, the one that has been there longest first.
    pub async fn network_members(
        &mut self,
        network: Uuid,
    ) -> Result<Vec<NetworkMemberRow>, StoreError> {
        let found: Vec<(Uuid, String, String, i64)> = rows!(
            self,
            "SELECT o.id, o.public_id, o.name, m.joined_at
             FROM network_members AS m JOIN organisations AS o ON o.id = m.organisation
             WHERE m.network = $1 ORDER BY m.joined_at, o.id",
            network,
        )?;
        let row = |(organisation, public_id, name, joined_at)| NetworkMemberRow {
            organisation,
            public_id,
            name,
            joined_at,
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// The networks that an organisation is in, in the order of their names, each with since when,
    /// Unix milliseconds.
    pub async fn networks_of(
        &mut self,
        organisation: Uuid,
    ) -> Result<Vec<(NetworkRow, i64)>, StoreError> {
        let found: Vec<(Uuid, String, String, i64, i64)> = rows!(
            self,
            "SELECT n.id, n.name, n.purpose, n.created_at, m.joined_at
             FROM network_members AS m JOIN networks AS n ON n.id = m.network
             WHERE m.organisation = $1 ORDER BY n.sort_key, n.id",
            organisation,
        )?;
        let row = |(id, name, purpose, created_at, joined_at)| {
            let network = NetworkRow::from((id, name, purpose, created_at));
            (network, joined_at)
        };
        Ok(found.into_iter().map(row).collect())
    }
}
