//! Whom a round asks what: audiences, and the respondents in them.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// Those who are asked the same questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The round that asks.
    pub round: Uuid,
    /// Code of their role.
    pub role: String,
    /// JSON list of question ids.
    pub questions: String,
    /// What their common address is looked up by.
    pub hash: Vec<u8>,
    /// The data key, wrapped for that address.
    pub key: Vec<u8>,
    /// The address, encrypted with the data key.
    pub secret: Vec<u8>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// From when the address lets nobody more in, Unix milliseconds.
    pub revoked_at: Option<i64>,
}

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

type AudienceColumns = (
    Uuid,
    Uuid,
    String,
    String,
    Vec<u8>,
    Vec<u8>,
    Vec<u8>,
    i64,
    Option<i64>,
);

impl From<AudienceColumns> for AudienceRow {
    fn from(columns: AudienceColumns) -> Self {
        let (id, round, role, questions, hash, key, secret, created_at, revoked_at) = columns;
        AudienceRow {
            id,
            round,
            role,
            questions,
            hash,
            key,
            secret,
            created_at,
            revoked_at,
        }
    }
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

/// The columns of an [`AudienceRow`], for statements that select them.
macro_rules! audience {
    ($rest:literal) => {
        concat!(
            "SELECT id, round, role, questions, hash, key, secret, created_at, revoked_at
             FROM audiences ",
            $rest
        )
    };
}

impl Tx {
    /// Adds an audience. [`StoreError::Conflict`] if the id or the hash is taken.
    pub async fn add_audience(&mut self, row: &AudienceRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO audiences
                 (id, round, role, questions, hash, key, secret, created_at, revoked_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.id,
            row.round,
            &row.role,
            &row.questions,
            &row.hash,
            &row.key,
            &row.secret,
            row.created_at,
            row.revoked_at,
        )
        .map(drop)
    }

    /// A round's audiences, oldest first.
    pub async fn audiences(&mut self, round: Uuid) -> Result<Vec<AudienceRow>, StoreError> {
        let found: Vec<AudienceColumns> =
            rows!(self, audience!("WHERE round = $1 ORDER BY id"), round)?;
        Ok(found.into_iter().map(AudienceRow::from).collect())
    }

    /// The audience that a common address lets in; `None` once it is revoked.
    pub async fn audience_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<AudienceRow>, StoreError> {
        let found: Option<AudienceColumns> = row!(
            self,
            audience!("WHERE hash = $1 AND revoked_at IS NULL"),
            hash,
        )?;
        Ok(found.map(AudienceRow::from))
    }

    /// Changes what an audience is asked: a JSON list of question ids.
    pub async fn set_questions(
        &mut self,
        round: Uuid,
        audience: Uuid,
        questions: &str,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE audiences SET questions = $3 WHERE round = $1 AND id = $2",
            round,
            audience,
            questions,
        )
        .map(drop)
    }

    /// From now on the audience's common address lets nobody more in.
    pub async fn revoke_audience(
        &mut self,
        round: Uuid,
        audience: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE audiences SET revoked_at = $3
             WHERE round = $1 AND id = $2 AND revoked_at IS NULL",
            round,
            audience,
            at,
        )
        .map(drop)
    }

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

    /// The respondent whose svarslänk has this hash; `None` once removed.
    pub async fn respondent_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<RespondentRow>, StoreError> {
        let found: Option<RespondentColumns> = row!(
            self,
            respondent!("WHERE hash = $1 AND removed_at IS NULL"),
            hash,
        )?;
        Ok(found.map(RespondentRow::from))
    }

    /// How a person answers in a round, if they do; `None` once removed.
    pub async fn respondent_by_person(
        &mut self,
        round: Uuid,
        person: Uuid,
    ) -> Result<Option<RespondentRow>, StoreError> {
        let found: Option<RespondentColumns> = row!(
            self,
            respondent!("WHERE round = $1 AND person = $2 AND removed_at IS NULL"),
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

    /// Removes a person from the rounds of an organisation that are still being answered, when
    /// they leave it.
    pub async fn remove_person_from_rounds(
        &mut self,
        organisation: Uuid,
        person: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE respondents SET removed_at = $3
             WHERE person = $2 AND removed_at IS NULL AND round IN
                 (SELECT round FROM organisation_rounds
                  WHERE organisation = $1 AND stage = 'answering')",
            organisation,
            person,
            at,
        )
        .map(drop)
    }
}
