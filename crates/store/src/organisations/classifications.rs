//! What organisations are counted as, with every classification they have had.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassificationRow {
    /// UUIDv7. Of two that hold from the same day, the later one does.
    pub id: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// The first day it holds, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Code of the kind.
    pub kind: String,
    /// The län's two digits.
    pub lan: Option<String>,
    /// The municipality's four digits.
    pub municipality: Option<String>,
    /// Code of the kommungrupp.
    pub skr_group: Option<String>,
    /// Inhabitants.
    pub population: Option<i64>,
    /// Yearly purchases, kronor.
    pub volume: Option<i64>,
    /// Who at the agency changed it; `None` for what came from a file.
    pub changed_by: Option<Uuid>,
    /// Why.
    pub reason: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// An organisation in the register, with what it is counted as on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassifiedRow {
    /// Its name.
    pub name: String,
    /// The key that orders its name.
    pub sort_key: Vec<u8>,
    /// What it is counted as.
    pub classification: ClassificationRow,
}

type Columns = (
    Uuid,
    Uuid,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<Uuid>,
    String,
    i64,
);

impl From<Columns> for ClassificationRow {
    fn from(columns: Columns) -> Self {
        ClassificationRow {
            id: columns.0,
            organisation: columns.1,
            valid_from: columns.2,
            kind: columns.3,
            lan: columns.4,
            municipality: columns.5,
            skr_group: columns.6,
            population: columns.7,
            volume: columns.8,
            changed_by: columns.9,
            reason: columns.10,
            created_at: columns.11,
        }
    }
}

impl Tx {
    /// Adds a classification. Nothing is ever changed in one.
    pub async fn add_classification(&mut self, new: &ClassificationRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO classifications
                 (id, organisation, valid_from, kind, lan, municipality, skr_group, population,
                  volume, changed_by, reason, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            new.id,
            new.organisation,
            &new.valid_from,
            &new.kind,
            &new.lan,
            &new.municipality,
            &new.skr_group,
            new.population,
            new.volume,
            new.changed_by,
            &new.reason,
            new.created_at,
        )
        .map(drop)
    }

    /// Every classification of an organisation, the one that holds last first.
    pub async fn classifications(
        &mut self,
        organisation: Uuid,
    ) -> Result<Vec<ClassificationRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, valid_from, kind, lan, municipality, skr_group, population,
                 volume, changed_by, reason, created_at
             FROM classifications WHERE organisation = $1 ORDER BY valid_from DESC, id DESC",
            organisation,
        )?;
        Ok(found.into_iter().map(ClassificationRow::from).collect())
    }

    /// The register as it is on a day: every organisation that is classified.
    pub async fn register_on(&mut self, day: &str) -> Result<Vec<ClassifiedRow>, StoreError> {
        type Found = (
            Uuid,
            Uuid,
            String,
            String,
            Option<String>,
            Option<String>,
            Option<String>,
            Option<i64>,
            Option<i64>,
            Option<Uuid>,
            String,
            i64,
            String,
            Vec<u8>,
        );
        let found: Vec<Found> = rows!(
            self,
            "SELECT c.id, c.organisation, c.valid_from, c.kind, c.lan, c.municipality,
                 c.skr_group, c.population, c.volume, c.changed_by, c.reason, c.created_at,
                 o.name, o.sort_key
             FROM organisations AS o JOIN classifications AS c ON c.id =
                 (SELECT h.id FROM classifications AS h
                  WHERE h.organisation = o.id AND h.valid_from <= $1
                  ORDER BY h.valid_from DESC, h.id DESC LIMIT 1)
             ORDER BY o.sort_key, o.id",
            day,
        )?;
        let row = |(a, b, c, d, e, f, g, h, i, j, k, l, name, sort_key): Found| ClassifiedRow {
            name,
            sort_key,
            classification: ClassificationRow::from((a, b, c, d, e, f, g, h, i, j, k, l)),
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// The classification that holds on a day.
    pub async fn classification_on(
        &mut self,
        organisation: Uuid,
        day: &str,
    ) -> Result<Option<ClassificationRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, organisation, valid_from, kind, lan, municipality, skr_group, population,
                 volume, changed_by, reason, created_at
             FROM classifications WHERE organisation = $1 AND valid_from <= $2
             ORDER BY valid_from DESC, id DESC LIMIT 1",
            organisation,
            day,
        )?;
        Ok(found.map(ClassificationRow::from))
    }
}
