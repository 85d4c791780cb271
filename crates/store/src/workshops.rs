//! Workshops: which question is asked, who takes part, what they answer.
//!
//! Each change of a workshop counts its version up by one in the statement that makes it, which
//! also takes the row's lock: what follows in the same transaction sees what others have committed.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A workshop to be opened.
#[derive(Clone, Debug)]
pub struct NewWorkshop {
    /// UUIDv7.
    pub id: Uuid,
    /// The round whose questions are asked.
    pub round: Uuid,
    /// What its code is looked up by.
    pub hash: Vec<u8>,
    /// The code, encrypted.
    pub code: Vec<u8>,
    /// Unix milliseconds.
    pub at: i64,
}

/// A stored workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkshopRow {
    /// UUIDv7.
    pub id: Uuid,
    /// The round whose questions are asked.
    pub round: Uuid,
    /// Its code, encrypted.
    pub code: Vec<u8>,
    /// The question that is asked; `None` before the first.
    pub question: Option<String>,
    /// `waiting`, `asking` or `shown`.
    pub phase: String,
    /// Counts every change, from 1.
    pub version: i64,
    /// The version of the last change that phones show.
    pub turn: i64,
    /// How many take part.
    pub joined: i64,
    /// When it was closed, Unix milliseconds.
    pub closed_at: Option<i64>,
}

/// How far a workshop has come, for those who follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkshopState {
    /// Counts every change.
    pub version: i64,
    /// The version of the last change that phones show.
    pub turn: i64,
    /// Whether it goes on: neither closed nor overtaken by the round's next stage.
    pub open: bool,
}

/// Someone who takes part from a phone.
#[derive(Clone, Debug)]
pub struct NewParticipant {
    /// UUIDv7.
    pub id: Uuid,
    /// Where.
    pub workshop: Uuid,
    /// What the phone's cookie is looked up by.
    pub hash: Vec<u8>,
    /// Unix milliseconds.
    pub at: i64,
}

type Columns = (
    Uuid,
    Uuid,
    Vec<u8>,
    Option<String>,
    String,
    i64,
    i64,
    i64,
    Option<i64>,
);

impl From<Columns> for WorkshopRow {
    fn from(columns: Columns) -> Self {
        let (id, round, code, question, phase, version, turn, joined, closed_at) = columns;
        WorkshopRow {
            id,
            round,
            code,
            question,
            phase,
            version,
            turn,
            joined,
            closed_at,
        }
    }
}

/// The columns of a [`WorkshopRow`], for statements that select them.
macro_rules! workshop {
    ($rest:literal) => {
        concat!(
            "SELECT id, round, code, question, phase, version, turn, joined, closed_at
             FROM workshops ",
            $rest
        )
    };
}

impl Tx {
    /// Opens a workshop, unless the round has an open one. `false`: it has, or the code is taken.
    pub async fn open_workshop(&mut self, new: &NewWorkshop) -> Result<bool, StoreError> {
        let opened = execute!(
            self,
            "INSERT INTO workshops
                 (id, round, hash, code, question, phase, version, turn, joined, opened_at,
                  closed_at)
             VALUES ($1, $2, $3, $4, NULL, 'waiting', 1, 1, 0, $5, NULL)
             ON CONFLICT DO NOTHING",
            new.id,
            new.round,
            &new.hash,
            &new.code,
            new.at,
        )?;
        Ok(opened == 1)
    }

    /// A round's open workshop.
    pub async fn workshop_of_round(
        &mut self,
        round: Uuid,
    ) -> Result<Option<WorkshopRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            workshop!("WHERE round = $1 AND closed_at IS NULL"),
            round,
        )?;
        Ok(found.map(WorkshopRow::from))
    }

    /// The workshop whose code has this hash, open or closed.
    pub async fn workshop_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<WorkshopRow>, StoreError> {
        let found: Option<Columns> = row!(self, workshop!("WHERE hash = $1"), hash)?;
        Ok(found.map(WorkshopRow::from))
    }

    /// How far a workshop has come; `None` if its round is gone.
    pub async fn workshop_state(
        &mut self,
        workshop: Uuid,
    ) -> Result<Option<WorkshopState>, StoreError> {
        let found: Option<(i64, i64, i64)> = row!(
            self,
            "SELECT version, turn,
                    CASE WHEN workshops.closed_at IS NULL AND stage = 'agreeing'
                         THEN CAST(1 AS BIGINT) ELSE 0 END
             FROM workshops JOIN organisation_rounds USING (round)
             WHERE id = $1",
            workshop,
        )?;
        Ok(found.map(|(version, turn, open)| WorkshopState {
            version,
            turn,
            open: open != 0,
        }))
    }

    /// Asks a question if `from` (`None`: none) still is the one that is asked: all answer it
    /// anew. `false`: someone else was faster, or the workshop is closed, and nothing was changed.
    pub async fn ask_in_workshop(
        &mut self,
        workshop: Uuid,
        from: Option<&str>,
        question: &str,
    ) -> Result<bool, StoreError> {
        let asked = execute!(
            self,
            "UPDATE workshops
             SET question = $3, phase = 'asking', version = version + 1, turn = version + 1
             WHERE id = $1 AND closed_at IS NULL AND question IS NOT DISTINCT FROM $2",
            workshop,
            from,
            question,
        )?;
        if asked == 1 {
            execute!(
                self,
                "DELETE FROM workshop_answers WHERE workshop = $1 AND question = $2",
                workshop,
                question,
            )?;
        }
        Ok(asked == 1)
    }

    /// Shows the answers to the question that is asked. `false`: another is asked by now, they
    /// are shown already or the workshop is closed, and nothing was changed.
    pub async fn show_in_workshop(
        &mut self,
        workshop: Uuid,
        question: &str,
    ) -> Result<bool, StoreError> {
        let shown = execute!(
            self,
            "UPDATE workshops
             SET phase = 'shown', version = version + 1, turn = version + 1
             WHERE id = $1 AND closed_at IS NULL AND question = $2 AND phase = 'asking'",
            workshop,
            question,
        )?;
        Ok(shown == 1)
    }

    /// Tells those who follow a round's open workshop, if it has one, that the group has agreed.
    pub async fn agreed_in_workshop(&mut self, round: Uuid) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE workshops SET version = version + 1, turn = version + 1
             WHERE round = $1 AND closed_at IS NULL",
            round,
        )
        .map(drop)
    }

    /// Lets a phone in, if the workshop is open and fewer than `most` take part. Phones are told
    /// as long as no more than `tell_until` take part. `false`: closed or full.
    pub async fn join_workshop(
        &mut self,
        new: &NewParticipant,
        most: i64,
        tell_until: i64,
    ) -> Result<bool, StoreError> {
        let joined = execute!(
            self,
            "UPDATE workshops
             SET joined = joined + 1, version = version + 1,
                 turn = CASE WHEN joined < $3 THEN version + 1 ELSE turn END
             WHERE id = $1 AND closed_at IS NULL AND joined < $2",
            new.workshop,
            most,
            tell_until,
        )?;
        if joined == 1 {
            execute!(
                self,
                "INSERT INTO participants (id, workshop, hash, joined_at) VALUES ($1, $2, $3, $4)",
                new.id,
                new.workshop,
                &new.hash,
                new.at,
            )?;
        }
        Ok(joined == 1)
    }

    /// Who in a workshop has the cookie with this hash.
    pub async fn participant_by_hash(
        &mut self,
        workshop: Uuid,
        hash: &[u8],
    ) -> Result<Option<Uuid>, StoreError> {
        let found: Option<(Uuid,)> = row!(
            self,
            "SELECT id FROM participants WHERE workshop = $1 AND hash = $2",
            workshop,
            hash,
        )?;
        Ok(found.map(|(id,)| id))
    }

    /// Saves a participant's answer over what they answered before, if the question is the one
    /// that is asked. `false`: it is not, and nothing was saved.
    pub async fn answer_in_workshop(
        &mut self,
        workshop: Uuid,
        participant: Uuid,
        question: &str,
        body: &[u8],
        at: i64,
    ) -> Result<bool, StoreError> {
        let asked = execute!(
            self,
            "UPDATE workshops SET version = version + 1
             WHERE id = $1 AND closed_at IS NULL AND question = $2 AND phase = 'asking'",
            workshop,
            question,
        )?;
        if asked == 1 {
            execute!(
                self,
                "INSERT INTO workshop_answers (workshop, participant, question, body, at)
                 VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (workshop, participant, question)
                 DO UPDATE SET body = excluded.body, at = excluded.at",
                workshop,
                participant,
                question,
                body,
                at,
            )?;
        }
        Ok(asked == 1)
    }

    /// What a participant has answered to a question.
    pub async fn workshop_answer(
        &mut self,
        workshop: Uuid,
        participant: Uuid,
        question: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let found: Option<(Vec<u8>,)> = row!(
            self,
            "SELECT body FROM workshop_answers
             WHERE workshop = $1 AND participant = $2 AND question = $3",
            workshop,
            participant,
            question,
        )?;
        Ok(found.map(|(body,)| body))
    }

    /// How many have answered a question.
    pub async fn workshop_answered(
        &mut self,
        workshop: Uuid,
        question: &str,
    ) -> Result<i64, StoreError> {
        let found: Option<(i64,)> = row!(
            self,
            "SELECT COUNT(*) FROM workshop_answers WHERE workshop = $1 AND question = $2",
            workshop,
            question,
        )?;
        Ok(found.map_or(0, |(count,)| count))
    }

    /// All answers to a question, without those who gave them.
    pub async fn workshop_answers(
        &mut self,
        workshop: Uuid,
        question: &str,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let found: Vec<(Vec<u8>,)> = rows!(
            self,
            "SELECT body FROM workshop_answers WHERE workshop = $1 AND question = $2
             ORDER BY body",
            workshop,
            question,
        )?;
        Ok(found.into_iter().map(|(body,)| body).collect())
    }

    /// Closes a workshop and forgets who took part and what each answered. `false`: it was closed.
    pub async fn close_workshop(&mut self, workshop: Uuid, at: i64) -> Result<bool, StoreError> {
        let closed = execute!(
            self,
            "UPDATE workshops SET closed_at = $2, version = version + 1, turn = version + 1
             WHERE id = $1 AND closed_at IS NULL",
            workshop,
            at,
        )?;
        execute!(
            self,
            "DELETE FROM participants WHERE workshop = $1",
            workshop
        )?;
        Ok(closed > 0)
    }

    /// Closes the workshops that were opened before `before` and forgotten, in the same way.
    /// Gives how many.
    pub async fn close_workshops_opened_before(
        &mut self,
        before: i64,
        at: i64,
    ) -> Result<u64, StoreError> {
        let closed = execute!(
            self,
            "UPDATE workshops SET closed_at = $2, version = version + 1, turn = version + 1
             WHERE opened_at < $1 AND closed_at IS NULL",
            before,
            at,
        )?;
        execute!(
            self,
            "DELETE FROM participants WHERE workshop IN
                 (SELECT id FROM workshops WHERE closed_at IS NOT NULL)",
        )?;
        Ok(closed)
    }
}
