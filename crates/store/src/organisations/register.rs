//! Which organisations there are.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRow {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Organisation number, ten digits, if it is known.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// The organisation that owns it.
    pub owner: Option<Uuid>,
    /// Its official e-mail address.
    pub registrator: Option<String>,
    /// When it got its first contact person, Unix milliseconds.
    pub joined_at: Option<i64>,
    /// 1 to 12: when to be reminded of the next round.
    pub reminder_month: Option<i64>,
}

pub(super) type Columns = (
    Uuid,
    String,
    Option<String>,
    String,
    Option<Uuid>,
    Option<String>,
    Option<i64>,
    Option<i64>,
);

impl From<Columns> for OrganisationRow {
    fn from(
        (id, public_id, number, name, owner, registrator, joined_at, reminder_month): Columns,
    ) -> Self {
        OrganisationRow {
            id,
            public_id,
            number,
            name,
            owner,
            registrator,
            joined_at,
            reminder_month,
        }
    }
}

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedOrganisation {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Organisation number, ten digits, if it is known.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// Code of its kind on the day that was asked for, if it was classified.
    pub kind: Option<String>,
    /// When it got its first contact person, Unix milliseconds.
    pub joined_at: Option<i64>,
}

/// The columns in the order of [`ListedOrganisation`].
pub(super) type ListedColumns = (
    Uuid,
    String,
    Option<String>,
    String,
    Option<String>,
    Option<i64>,
);

impl From<ListedColumns> for ListedOrganisation {
    fn from((id, public_id, number, name, kind, joined_at): ListedColumns) -> Self {
        ListedOrganisation {
            id,
            public_id,
            number,
            name,
            kind,
            joined_at,
        }
    }
}

/// A list of organisations that `$which` keeps, in the order of their names. `$1` is a day.
macro_rules! listed {
    ($which:literal) => {
        concat!(
            "SELECT o.id, o.public_id, o.number, o.name,
                 (SELECT c.kind FROM classifications AS c
                  WHERE c.organisation = o.id AND c.valid_from <= $1
                  ORDER BY c.valid_from DESC, c.id DESC LIMIT 1),
                 o.joined_at
             FROM organisations AS o ",
            $which,
            " ORDER BY o.sort_key, o.id"
        )
    };
}

pub(super) use listed;

pub(super) fn list(found: Vec<ListedColumns>) -> Vec<ListedOrganisation> {
    found.into_iter().map(ListedOrganisation::from).collect()
}

impl Tx {
    /// Adds an organisation, with the key that orders its name. [`StoreError::Conflict`] if its
    /// number or its id in addresses is another's.
    pub async fn add_organisation(
        &mut self,
        new: &OrganisationRow,
        sort_key: &[u8],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO organisations
                 (id, public_id, number, name, sort_key, owner, registrator, joined_at,
                  reminder_month)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            new.id,
            &new.public_id,
            &new.number,
            &new.name,
            sort_key,
            new.owner,
            &new.registrator,
            new.joined_at,
            new.reminder_month,
        )
        .map(drop)
    }

    /// Gives an organisation another name, owner and registrator.
    pub async fn change_organisation(
        &mut self,
        organisation: Uuid,
        name: &str,
        sort_key: &[u8],
        owner: Option<Uuid>,
        registrator: Option<&str>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE organisations SET name = $2, sort_key = $3, owner = $4, registrator = $5
             WHERE id = $1",
            organisation,
            name,
            sort_key,
            owner,
            registrator,
        )
        .map(drop)
    }

    /// Gives an organisation another official address, or none.
    pub async fn set_registrator(
        &mut self,
        organisation: Uuid,
        address: Option<&str>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE organisations SET registrator = $2 WHERE id = $1",
            organisation,
            address,
        )
        .map(drop)
    }

    /// Notes when an organisation got its first contact person; later ones change nothing.
    pub async fn note_joined(&mut self, organisation: Uuid, at: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE organisations SET joined_at = $2 WHERE id = $1 AND joined_at IS NULL",
            organisation,
            at,
        )
        .map(drop)
    }

    /// Notes in which month an organisation wants to be reminded of the next round.
    pub async fn set_reminder_month(
        &mut self,
        organisation: Uuid,
        month: Option<i64>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE organisations SET reminder_month = $2 WHERE id = $1",
            organisation,
            month,
        )
        .map(drop)
    }

    /// An organisation by its id.
    pub async fn organisation(
        &mut self,
        organisation: Uuid,
    ) -> Result<Option<OrganisationRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, public_id, number, name, owner, registrator, joined_at, reminder_month
             FROM organisations WHERE id = $1",
            organisation,
        )?;
        Ok(found.map(OrganisationRow::from))
    }

    /// An organisation by its id in addresses.
    pub async fn organisation_by_public_id(
        &mut self,
        public_id: &str,
    ) -> Result<Option<OrganisationRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, public_id, number, name, owner, registrator, joined_at, reminder_month
             FROM organisations WHERE public_id = $1",
            public_id,
        )?;
        Ok(found.map(OrganisationRow::from))
    }

    /// An organisation by its number, ten digits.
    pub async fn organisation_by_number(
        &mut self,
        number: &str,
    ) -> Result<Option<OrganisationRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, public_id, number, name, owner, registrator, joined_at, reminder_month
             FROM organisations WHERE number = $1",
            number,
        )?;
        Ok(found.map(OrganisationRow::from))
    }

    /// All organisations as they are on a day, in the order of their names.
    pub async fn organisations(
        &mut self,
        day: &str,
    ) -> Result<Vec<ListedOrganisation>, StoreError> {
        Ok(list(rows!(self, listed!(""), day)?))
    }

    /// The organisations that one owns, as they are on a day.
    pub async fn owned_organisations(
        &mut self,
        day: &str,
        owner: Uuid,
    ) -> Result<Vec<ListedOrganisation>, StoreError> {
        Ok(list(rows!(
            self,
            listed!("WHERE o.owner = $2"),
            day,
            owner
        )?))
    }

    /// The organisations whose own addresses are in a domain, as they are on a day.
    pub async fn organisations_of_domain(
        &mut self,
        day: &str,
        domain: &str,
    ) -> Result<Vec<ListedOrganisation>, StoreError> {
        let statement =
            listed!("JOIN organisation_domains AS d ON d.organisation = o.id WHERE d.domain = $2");
        Ok(list(rows!(self, statement, day, domain)?))
    }

    /// One organisation as it stands in a list on a day.
    pub async fn listed_organisation(
        &mut self,
        day: &str,
        organisation: Uuid,
    ) -> Result<Option<ListedOrganisation>, StoreError> {
        let found: Option<ListedColumns> =
            row!(self, listed!("WHERE o.id = $2"), day, organisation)?;
        Ok(found.map(ListedOrganisation::from))
    }

    /// The number of every organisation that has one, with its owner's number.
    pub async fn owners_by_number(&mut self) -> Result<Vec<(String, Option<String>)>, StoreError> {
        rows!(
            self,
            "SELECT o.number, owner.number FROM organisations AS o
             LEFT JOIN organisations AS owner ON owner.id = o.owner
             WHERE o.number IS NOT NULL ORDER BY o.number"
        )
    }

    /// Whether there is an organisation at all.
    pub async fn any_organisation(&mut self) -> Result<bool, StoreError> {
        let found: Option<(String,)> = row!(self, "SELECT public_id FROM organisations LIMIT 1")?;
        Ok(found.is_some())
    }

    /// The domains of an organisation's own addresses, in order.
    pub async fn domains(&mut self, organisation: Uuid) -> Result<Vec<String>, StoreError> {
        let found: Vec<(String,)> = rows!(
            self,
            "SELECT domain FROM organisation_domains WHERE organisation = $1 ORDER BY domain",
            organisation,
        )?;
        Ok(found.into_iter().map(|(domain,)| domain).collect())
    }

    /// Gives an organisation these domains and no others.
    pub async fn set_domains(
        &mut self,
        organisation: Uuid,
        domains: &[String],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "DELETE FROM organisation_domains WHERE organisation = $1",
            organisation,
        )?;
        for domain in domains {
            execute!(
                self,
                "INSERT INTO organisation_domains (domain, organisation) VALUES ($1, $2)
                 ON CONFLICT DO NOTHING",
                domain,
                organisation,
            )?;
        }
        Ok(())
    }
}
