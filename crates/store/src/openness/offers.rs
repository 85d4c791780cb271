//! Offers to tell how one works towards a goal.

use uuid::Uuid;

use crate::tx::{execute, rows};
use crate::{StoreError, Tx};

/// An offer of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRow {
    /// Who offers.
    pub organisation: Uuid,
    /// Goal id.
    pub goal: String,
    /// What they tell about, in their own words; may be empty.
    pub about: String,
    /// When it was first made, Unix milliseconds.
    pub created_at: i64,
}

/// An offer, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedRow {
    /// The offer.
    pub offer: OfferRow,
    /// The organisation's id in addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Code of its kind on the day that was asked for, if it was classified.
    pub kind: Option<String>,
}

impl Tx {
    /// Makes an offer, or words one anew.
    pub async fn set_offer(&mut self, offer: &OfferRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO partner_offers (organisation, goal, about, created_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (organisation, goal) DO UPDATE SET about = excluded.about",
            offer.organisation,
            &offer.goal,
            &offer.about,
            offer.created_at,
        )
        .map(drop)
    }

    /// Takes an offer back. `false` if there is none.
    pub async fn end_offer(&mut self, organisation: Uuid, goal: &str) -> Result<bool, StoreError> {
        let ended = execute!(
            self,
            "DELETE FROM partner_offers WHERE organisation = $1 AND goal = $2",
            organisation,
            goal,
        )?;
        Ok(ended == 1)
    }

    /// The offers of an organisation, by goal.
    pub async fn offers_of(&mut self, organisation: Uuid) -> Result<Vec<OfferRow>, StoreError> {
        let found: Vec<(Uuid, String, String, i64)> = rows!(
            self,
            "SELECT organisation, goal, about, created_at FROM partner_offers
             WHERE organisation = $1 ORDER BY goal",
            organisation,
        )?;
        let row = |(organisation, goal, about, created_at)| OfferRow {
            organisation,
            goal,
            about,
            created_at,
        };
        Ok(found.into_iter().map(row).collect())
    }

    /// Every offer, in the order of the organisations' names and then by goal, with each
    /// organisation as it is on a day.
    pub async fn offers(&mut self, day: &str) -> Result<Vec<OfferedRow>, StoreError> {
        type Columns = (Uuid, String, String, i64, String, String, Option<String>);
        let found: Vec<Columns> = rows!(
            self,
            "SELECT p.organisation, p.goal, p.about, p.created_at, o.public_id, o.name,
                 (SELECT c.kind FROM classifications AS c
                  WHERE c.organisation = o.id AND c.valid_from <= $1
                  ORDER BY c.valid_from DESC, c.id DESC LIMIT 1)
             FROM partner_offers AS p JOIN organisations AS o ON o.id = p.organisation
             ORDER BY o.sort_key, o.id, p.goal",
            day,
        )?;
        let row = |(organisation, goal, about, created_at, public_id, name, kind)| OfferedRow {
            offer: OfferRow {
                organisation,
                goal,
                about,
                created_at,
            },
            public_id,
            name,
            kind,
        };
        Ok(found.into_iter().map(row).collect())
    }
}
