//! Rounds that belong to an organisation: whose they are, how far they have come.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{RoundRow, StoreError, Tx};

/// What makes a round an organisation's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRoundRow {
    /// The round.
    pub round: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// The data key, wrapped with the key outside the database.
    pub key: Vec<u8>,
    /// Code of its stage.
    pub stage: String,
    /// The round it was started from, which may be gone.
    pub previous: Option<Uuid>,
    /// The shared purchasing unit that prepares it.
    pub prepared_by: Option<Uuid>,
    /// The person who started it.
    pub started_by: Option<Uuid>,
    /// The day by which answers are asked for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
    /// When answering was closed, Unix milliseconds.
    pub closed_at: Option<i64>,
}

/// A round in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRound {
    /// The round.
    pub round: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// Code of its stage.
    pub stage: String,
    /// Code of its depth.
    pub depth: String,
    /// The edition it is answered on.
    pub edition: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// A round whose last day for answers is near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundToRemind {
    /// The round.
    pub round: Uuid,
    /// The day by which answers are asked for, `YYYY-MM-DD`.
    pub answer_by: String,
    /// The organisation in addresses.
    pub public_id: String,
    /// The organisation's name.
    pub name: String,
}

type Columns = (
    Uuid,
    Uuid,
    Vec<u8>,
    String,
    Option<Uuid>,
    Option<Uuid>,
    Option<Uuid>,
    Option<String>,
    Option<i64>,
);

impl From<Columns> for OrganisationRoundRow {
    fn from(columns: Columns) -> Self {
        let (
            round,
            organisation,
            key,
            stage,
            previous,
            prepared_by,
            started_by,
            answer_by,
            closed_at,
        ) = columns;
        OrganisationRoundRow {
            round,
            organisation,
            key,
            stage,
            previous,
            prepared_by,
            started_by,
            answer_by,
            closed_at,
        }
    }
}

type ListedColumns = (Uuid, Uuid, String, String, String, i64);

impl From<ListedColumns> for ListedRound {
    fn from((round, organisation, stage, depth, edition, created_at): ListedColumns) -> Self {
        ListedRound {
            round,
            organisation,
            stage,
            depth,
            edition,
            created_at,
        }
    }
}

impl Tx {
    /// Makes a round an organisation's. [`StoreError::Conflict`] if it is one's already.
    pub async fn add_organisation_round(
        &mut self,
        row: &OrganisationRoundRow,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO organisation_rounds
                 (round, organisation, key, stage, previous, prepared_by, started_by, answer_by,
                  closed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.round,
            row.organisation,
            &row.key,
            &row.stage,
            row.previous,
            row.prepared_by,
            row.started_by,
            row.answer_by.as_deref(),
            row.closed_at,
        )
        .map(drop)
    }

    /// What makes a round an organisation's; `None` for one that is nobody's.
    pub async fn organisation_round(
        &mut self,
        round: Uuid,
    ) -> Result<Option<OrganisationRoundRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT round, organisation, key, stage, previous, prepared_by, started_by, answer_by,
                    closed_at
             FROM organisation_rounds WHERE round = $1",
            round,
        )?;
        Ok(found.map(OrganisationRoundRow::from))
    }

    /// A round by its id, with the voice to open it for. The round's own first voice is not
    /// looked for: in a round of many there is none that is everyone's.
    pub async fn round_with_voice(
        &mut self,
        round: Uuid,
        voice: Uuid,
    ) -> Result<Option<RoundRow>, StoreError> {
        let found: Option<(String, String, i64, i64, i64, Vec<u8>)> = row!(
            self,
            "SELECT edition, depth, created_at, touched_at, revision, facts
             FROM rounds WHERE id = $1",
            round,
        )?;
        Ok(found.map(
            |(edition, depth, created_at, touched_at, revision, facts)| RoundRow {
                id: round,
                voice,
                write_key: Vec::new(),
                edition,
                depth,
                created_at,
                touched_at,
                revision,
                facts,
            },
        ))
    }

    /// An organisation's rounds, newest first.
    pub async fn rounds_of_organisation(
        &mut self,
        organisation: Uuid,
    ) -> Result<Vec<ListedRound>, StoreError> {
        let found: Vec<ListedColumns> = rows!(
            self,
            "SELECT round, organisation, stage, depth, edition, created_at
             FROM organisation_rounds JOIN rounds ON rounds.id = round
             WHERE organisation = $1 ORDER BY created_at DESC, round DESC",
            organisation,
        )?;
        Ok(found.into_iter().map(ListedRound::from).collect())
    }

    /// The rounds that a shared purchasing unit prepares for others, newest first.
    pub async fn rounds_prepared_by(
        &mut self,
        organisation: Uuid,
    ) -> Result<Vec<ListedRound>, StoreError> {
        let found: Vec<ListedColumns> = rows!(
            self,
            "SELECT round, organisation, stage, depth, edition, created_at
             FROM organisation_rounds JOIN rounds ON rounds.id = round
             WHERE prepared_by = $1 ORDER BY created_at DESC, round DESC",
            organisation,
        )?;
        Ok(found.into_iter().map(ListedRound::from).collect())
    }

    /// Moves a round from one stage to the next, if it still is at the first. `false`: someone
    /// else was faster, and nothing was changed.
    pub async fn move_stage(
        &mut self,
        round: Uuid,
        from: &str,
        to: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let moved = execute!(
            self,
            "UPDATE organisation_rounds
             SET stage = $3, closed_at = COALESCE(closed_at, $4)
             WHERE round = $1 AND stage = $2",
            round,
            from,
            to,
            at,
        )?;
        Ok(moved == 1)
    }

    /// Holds a round at its stage until the transaction ends: nobody moves it in between. `false`:
    /// it is at another stage.
    pub async fn hold_stage(&mut self, round: Uuid, stage: &str) -> Result<bool, StoreError> {
        let held = execute!(
            self,
            "UPDATE organisation_rounds SET stage = $2 WHERE round = $1 AND stage = $2",
            round,
            stage,
        )?;
        Ok(held == 1)
    }

    /// The rounds that are being answered and ask for answers by a day between two, both
    /// included.
    pub async fn rounds_to_remind(
        &mut self,
        from: &str,
        to: &str,
    ) -> Result<Vec<RoundToRemind>, StoreError> {
        let found: Vec<(Uuid, String, String, String)> = rows!(
            self,
            "SELECT round, answer_by, public_id, name
             FROM organisation_rounds JOIN organisations ON organisations.id = organisation
             WHERE stage = 'answering' AND answer_by >= $1 AND answer_by <= $2 ORDER BY round",
            from,
            to,
        )?;
        let round = |(round, answer_by, public_id, name)| RoundToRemind {
            round,
            answer_by,
            public_id,
            name,
        };
        Ok(found.into_iter().map(round).collect())
    }

    /// Sets the day by which answers are asked for, `YYYY-MM-DD`.
    pub async fn set_answer_by(
        &mut self,
        round: Uuid,
        day: Option<&str>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE organisation_rounds SET answer_by = $2 WHERE round = $1",
            round,
            day,
        )
        .map(drop)
    }

    /// Closes a round's secret addresses, reading and writing, with a hash that no address has: it
    /// has become an organisation's.
    pub async fn close_addresses(
        &mut self,
        round: Uuid,
        no_address: &[u8],
        at: i64,
    ) -> Result<(), StoreError> {
        let none: &[u8] = b"";
        execute!(
            self,
            "UPDATE rounds SET write_hash = $2, write_key = $3 WHERE id = $1",
            round,
            no_address,
            none,
        )?;
        execute!(
            self,
            "UPDATE readers SET revoked_at = $2 WHERE round = $1 AND revoked_at IS NULL",
            round,
            at,
        )
        .map(drop)
    }
}
