//! What a wave is computed from: everything that is handed in, and the whole register, a page at a
//! time, with what each organisation is counted as on the wave's date.

use uuid::Uuid;

use crate::tx::{row, rows};
use crate::{StoreError, Tx};

/// An organisation of the register on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Its id in addresses.
    pub public_id: String,
    /// Its owner's id in addresses.
    pub owner: Option<String>,
    /// What it is counted as on the day; `None` if it was not classified then.
    pub counted: Option<CountedRow>,
}

/// What an organisation is counted as on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedRow {
    /// Code of the kind.
    pub kind: String,
    /// The län's two digits.
    pub lan: Option<String>,
    /// Code of the kommungrupp.
    pub skr_group: Option<String>,
    /// Inhabitants.
    pub population: Option<i64>,
    /// Yearly purchases, kronor.
    pub volume: Option<i64>,
}

/// Something handed in that is not withdrawn, with who did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// The submission.
    pub submission: Uuid,
    /// Canonical JSON.
    pub document: String,
    /// Who handed in.
    pub organisation: RegisteredRow,
}

type Registered = (
    Uuid,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<i64>,
);

impl From<Registered> for RegisteredRow {
    fn from(columns: Registered) -> Self {
        let (id, public_id, owner, kind, lan, skr_group, population, volume) = columns;
        RegisteredRow {
            id,
            public_id,
            owner,
            counted: kind.map(|kind| CountedRow {
                kind,
                lan,
                skr_group,
                population,
                volume,
            }),
        }
    }
}

/// Selects what `$first` names and then what a [`RegisteredRow`] needs, from `$from` where `o` is
/// an organisation. `$1` is a day.
macro_rules! registered {
    ($first:literal, $from:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $first,
            "o.id, o.public_id, owner.public_id, c.kind, c.lan, c.skr_group, c.population, c.volume
             FROM ",
            $from,
            " LEFT JOIN organisations AS owner ON owner.id = o.owner
              LEFT JOIN classifications AS c ON c.id =
                  (SELECT held.id FROM classifications AS held
                   WHERE held.organisation = o.id AND held.valid_from <= $1
                   ORDER BY held.valid_from DESC, held.id DESC LIMIT 1) ",
            $rest
        )
    };
}

impl Tx {
    /// What is handed in and not withdrawn, in the order of ids: at most `limit`, after the one
    /// that a page ended with. What an organisation handed in before it last left is not there.
    pub async fn compared(
        &mut self,
        day: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<ComparedRow>, StoreError> {
        type Columns = (
            Uuid,
            String,
            Uuid,
            String,
            Option<String>,
            Option<String>,
            Option<String>,
            Option<String>,
            Option<i64>,
            Option<i64>,
        );
        let found: Vec<Columns> = rows!(
            self,
            registered!(
                "s.id, s.document, ",
                "submissions AS s JOIN organisations AS o ON o.id = s.organisation",
                "WHERE s.id > $2 AND s.withdrawn_at IS NULL
                     AND (o.left_at IS NULL OR s.created_at > o.left_at)
                 ORDER BY s.id LIMIT $3"
            ),
            day,
            after.unwrap_or(Uuid::nil()),
            i64::from(limit),
        )?;
        let row = |columns: Columns| {
            let (submission, document, id, public_id, owner, kind, lan, skr, population, volume) =
                columns;
            ComparedRow {
                submission,
                document,
                organisation: (id, public_id, owner, kind, lan, skr, population, volume).into(),
            }
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// The register in the order of ids: at most `limit`, after the one that a page ended with.
    pub async fn registered(
        &mut self,
        day: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<RegisteredRow>, StoreError> {
        let found: Vec<Registered> = rows!(
            self,
            registered!(
                "",
                "organisations AS o",
                "WHERE o.id > $2 ORDER BY o.id LIMIT $3"
            ),
            day,
            after.unwrap_or(Uuid::nil()),
            i64::from(limit),
        )?;
        Ok(found.into_iter().map(RegisteredRow::from).collect())
    }

    /// One organisation of the register on a day.
    pub async fn registered_one(
        &mut self,
        day: &str,
        organisation: Uuid,
    ) -> Result<Option<RegisteredRow>, StoreError> {
        let found: Option<Registered> = row!(
            self,
            registered!("", "organisations AS o", "WHERE o.id = $2"),
            day,
            organisation,
        )?;
        Ok(found.map(RegisteredRow::from))
    }

    /// The documents of one organisation that [`Tx::compared`] gives.
    pub async fn compared_of(&mut self, organisation: Uuid) -> Result<Vec<String>, StoreError> {
        let found: Vec<(String,)> = rows!(
            self,
            "SELECT s.document FROM submissions AS s
             JOIN organisations AS o ON o.id = s.organisation
             WHERE s.organisation = $1 AND s.withdrawn_at IS NULL
                 AND (o.left_at IS NULL OR s.created_at > o.left_at)
             ORDER BY s.id",
            organisation,
        )?;
        Ok(found.into_iter().map(|(document,)| document).collect())
    }

    /// What tells whether an organisation has left since it was last asked: how many have, and
    /// when the last one did, Unix milliseconds.
    pub async fn departures(&mut self) -> Result<(i64, i64), StoreError> {
        let found: Option<(i64, i64)> = row!(
            self,
            "SELECT COUNT(*), COALESCE(MAX(left_at), 0) FROM organisations
             WHERE left_at IS NOT NULL"
        )?;
        Ok(found.unwrap_or_default())
    }
}
