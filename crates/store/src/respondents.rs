//! Who answers in an organisation's round: respondents, each with a voice.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// Who speaks with a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RespondentRow {
    /// The voice.
    pub voice: Uuid,
    /// The round.
    pub round: Uuid,
    /// With whom they are asked.
    pub audience: Uuid,
    /// The person, for one with an account.
    pub person: Option<Uuid>,
    /// What a svarslänk is looked up by, for one without.
    pub hash: Option<Vec<u8>>,
    /// The data key, wrapped for the svarslänk.
    pub key: Option<Vec<u8>>,
    /// Name, e-mail address and svarslänk, encrypted with the data key.
    pub contact: Option<Vec<u8>>,
    /// Goals marked done, encrypted with the data key.
    pub document: Option<Vec<u8>>,
    /// Of the document, counted from 0.
    pub document_revision: i64,
    /// When they were invited by mail, Unix milliseconds.
    pub invited_at: Option<i64>,
    /// When they were last reminded, Unix milliseconds.
    pub reminded_at: Option<i64>,
    /// Whether they take reminders.
    pub remind: bool,
    /// When they said that they were done, Unix milliseconds.
    pub done_at: Option<i64>,
    /// When they were removed, Unix milliseconds. What they answered does not count.
    pub removed_at: Option<i64>,
}

type RespondentColumns = (
    Uuid,
    Uuid,
    Uuid,
    Option<Uuid>,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    i64,
    Option<i64>,
    Option<i64>,
    i64,
    Option<i64>,
    Option<i64>,
);

impl From<RespondentColumns> for RespondentRow {
    fn from(columns: RespondentColumns) -> Self {
        let (
            voice,
            round,
            audience,
            person,
            hash,
            key,
            contact,
            document,
            document_revision,
            invited_at,
            reminded_at,
            remind,
            done_at,
            removed_at,
        ) = columns;
        RespondentRow {
            voice,
            round,
            audience,
            person,
            hash,
            key,
            contact,
            document,
            document_revision,
            invited_at,
            reminded_at,
            remind: remind != 0,
            done_at,
            removed_at,
        }
    }
}

/// The columns of a [`RespondentRow`], for statements that select them.
macro_rules! respondent {
    ($rest:literal) => {
        concat!(
            "SELECT voice, round, audience, person, hash, key, contact, document,
                    document_revision, invited_at, reminded_at, remind, done_at, removed_at
             FROM respondents ",
            $rest
        )
    };
}

impl Tx {
    /// Adds a respondent to a voice that exists. [`StoreError::Conflict`] if the person answers in
    /// this round already.
    pub async fn add_respondent(&mut self, row: &RespondentRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO respondents
                 (voice, round, audience, person, hash, key, contact, document,
                  document_revision, invited_at, reminded_at, remind, done_at, removed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            row.voice,
            row.round,
            row.audience,
            row.person,
            row.hash.as_deref(),
            row.key.as_deref(),
            row.contact.as_deref(),
            row.document.as_deref(),
            row.document_revision,
            row.invited_at,
            row.reminded_at,
            i64::from(row.remind),
            row.done_at,
            row.removed_at,
        )
        .map(drop)
    }

    /// A round's respondents in the order they were added, removed ones included.
    pub async fn respondents(&mut self, round: Uuid) -> Result<Vec<RespondentRow>, StoreError> {
        let found: Vec<RespondentColumns> =
            rows!(self, respondent!("WHERE round = $1 ORDER BY voice"), round)?;
        Ok(found.into_iter().map(RespondentRow::from).collect())
    }

    /// The respondent of a voice, removed or not.
    pub async fn respondent(&mut self, voice: Uuid) -> Result<Option<RespondentRow>, StoreError> {
        let found: Option<RespondentColumns> = row!(self, respondent!("WHERE voice = $1"), voice)?;
        Ok(found.map(RespondentRow::from))
    }

    /// The respondent whose svarslänk has this hash, removed or not.
    pub async fn respondent_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<RespondentRow>, StoreError> {
        let found: Option<RespondentColumns> = row!(self, respondent!("WHERE hash = $1"), hash,)?;
        Ok(found.map(RespondentRow::from))
    }

    /// How a person answers in a round, if they do; removed or not.
    pub async fn respondent_by_person(
        &mut self,
        round: Uuid,
        person: Uuid,
    ) -> Result<Option<RespondentRow>, StoreError> {
        let found: Option<RespondentColumns> = row!(
            self,
            respondent!("WHERE round = $1 AND person = $2"),
            round,
            person,
        )?;
        Ok(found.map(RespondentRow::from))
    }

    /// Replaces a respondent's document if it still has the expected revision; `false` if not.
    pub async fn save_respondent_document(
        &mut self,
        voice: Uuid,
        expected: i64,
        document: &[u8],
    ) -> Result<bool, StoreError> {
        let saved = execute!(
            self,
            "UPDATE respondents SET document = $3, document_revision = document_revision + 1
             WHERE voice = $1 AND document_revision = $2",
            voice,
            expected,
            document,
        )?;
        Ok(saved == 1)
    }

    /// Notes that a respondent is done (Unix milliseconds), or not after all.
    pub async fn set_respondent_done(
        &mut self,
        voice: Uuid,
        at: Option<i64>,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET done_at = $2 WHERE voice = $1",
            voice,
            at,
        )
        .map(drop)
    }

    /// Notes whether a respondent takes reminders.
    pub async fn set_respondent_remind(
        &mut self,
        voice: Uuid,
        remind: bool,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET remind = $2 WHERE voice = $1",
            voice,
            i64::from(remind),
        )
        .map(drop)
    }

    /// Notes that a respondent was reminded, unless someone did so since `not_since` (Unix
    /// milliseconds). `false`: someone did, or they take no reminders, or are done or removed.
    pub async fn note_reminded(
        &mut self,
        voice: Uuid,
        not_since: i64,
        at: i64,
    ) -> Result<bool, StoreError> {
        let noted = execute!(
            self,
            "UPDATE respondents SET reminded_at = $3
             WHERE voice = $1 AND remind = 1 AND done_at IS NULL AND removed_at IS NULL
               AND (reminded_at IS NULL OR reminded_at < $2)",
            voice,
            not_since,
            at,
        )?;
        Ok(noted == 1)
    }

    /// Removes a respondent from a round: the svarslänk opens nothing more, and what they answered
    /// does not count.
    pub async fn remove_respondent(
        &mut self,
        round: Uuid,
        voice: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET removed_at = $3
             WHERE round = $1 AND voice = $2 AND removed_at IS NULL",
            round,
            voice,
            at,
        )
        .map(drop)
    }

    /// Takes a removed respondent in again, in an audience: what they answered counts again.
    pub async fn restore_respondent(
        &mut self,
        voice: Uuid,
        audience: Uuid,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET removed_at = NULL, audience = $2 WHERE voice = $1",
            voice,
            audience,
        )
        .map(drop)
    }

    /// Removes, from the rounds of an organisation and those that it prepares, while they are being
    /// answered, everyone with an account who no longer has a place there.
    pub async fn remove_outsiders(
        &mut self,
        organisation: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET removed_at = $2
             WHERE person IS NOT NULL AND removed_at IS NULL AND EXISTS
                 (SELECT 1 FROM organisation_rounds AS r
                  WHERE r.round = respondents.round AND r.stage = 'answering'
                    AND (r.organisation = $1 OR r.prepared_by = $1)
                    AND NOT EXISTS
                        (SELECT 1 FROM memberships AS m
                         WHERE m.person = respondents.person AND m.state = 'active'
                           AND (m.organisation = r.organisation
                                OR m.organisation = r.prepared_by)))",
            organisation,
            at,
        )
        .map(drop)
    }
}
