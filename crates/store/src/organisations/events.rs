//! What has happened, and who did it. Rows are added and never changed, and are deleted only with
//! the organisation that leaves: the database refuses anything else.

use uuid::Uuid;

use crate::tx::{execute, rows};
use crate::{StoreError, Tx};

/// An event to be stored.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation it happened in; `None` for the agency or the installation.
    pub organisation: Option<Uuid>,
    /// Who did it, if it was a person.
    pub person: Option<Uuid>,
    /// The person's name at the time, or what acted.
    pub who: String,
    /// Code of what happened. What the agency does begins with `agency_`.
    pub kind: String,
    /// To whom or what, and why: JSON.
    pub detail: String,
    /// Unix milliseconds.
    pub at: i64,
}

/// A stored event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The organisation it happened in.
    pub organisation: Option<Uuid>,
    /// The person's name at the time, or what acted.
    pub who: String,
    /// Code of what happened.
    pub kind: String,
    /// To whom or what, and why: JSON.
    pub detail: String,
    /// Unix milliseconds.
    pub at: i64,
}

type Columns = (Uuid, Option<Uuid>, String, String, String, i64);

impl From<Columns> for EventRow {
    fn from((id, organisation, who, kind, detail, at): Columns) -> Self {
        EventRow {
            id,
            organisation,
            who,
            kind,
            detail,
            at,
        }
    }
}

impl Tx {
    /// Stores an event.
    pub async fn add_event(&mut self, new: &NewEvent) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO events (id, organisation, person, who, kind, detail, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            new.id,
            new.organisation,
            new.person,
            &new.who,
            &new.kind,
            &new.detail,
            new.at,
        )
        .map(drop)
    }

    /// What has happened in an organisation, newest first: at most `limit`, from the one before
    /// `before` or from the newest.
    pub async fn events(
        &mut self,
        organisation: Uuid,
        before: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<EventRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, who, kind, detail, created_at FROM events
             WHERE organisation = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            organisation,
            before.unwrap_or(Uuid::max()),
            i64::from(limit),
        )?;
        Ok(found.into_iter().map(EventRow::from).collect())
    }

    /// What the agency has done, and what has happened in no organisation; otherwise as
    /// [`Tx::events`].
    pub async fn agency_events(
        &mut self,
        before: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<EventRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, who, kind, detail, created_at FROM events
             WHERE (organisation IS NULL OR substr(kind, 1, 7) = 'agency_') AND id < $1
             ORDER BY id DESC LIMIT $2",
            before.unwrap_or(Uuid::max()),
            i64::from(limit),
        )?;
        Ok(found.into_iter().map(EventRow::from).collect())
    }
}
