//! "Var det här begripligt och användbart?": what readers said.

use uuid::Uuid;

use crate::tx::{execute, rows};
use crate::{StoreError, Tx};

/// Something a reader said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Unix milliseconds.
    pub at: i64,
    /// Code of the page, question, level or tip it is about.
    pub about: String,
    /// Whether it was understandable and useful, if that was said.
    pub useful: Option<bool>,
    /// In the reader's own words.
    pub text: Option<String>,
    /// Code of the page's language.
    pub lang: String,
    /// The edition of the question or tip, or the day an article was gone through.
    pub edition: Option<String>,
}

/// What readers said about one thing in one edition, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackCount {
    /// Code of what it is about.
    pub about: String,
    /// The edition of it.
    pub edition: Option<String>,
    /// How many found it understandable and useful.
    pub useful: i64,
    /// How many did not.
    pub not_useful: i64,
    /// How many wrote something.
    pub texts: i64,
    /// When the latest came, Unix milliseconds.
    pub latest: i64,
}

/// What was done about what readers said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Code of what it is about.
    pub about: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
    /// Unix milliseconds.
    pub at: i64,
}

/// The columns in the order of [`FeedbackRow`].
type FeedbackColumns = (
    Uuid,
    i64,
    String,
    Option<i64>,
    Option<String>,
    String,
    Option<String>,
);

impl From<FeedbackColumns> for FeedbackRow {
    fn from((id, at, about, useful, text, lang, edition): FeedbackColumns) -> Self {
        FeedbackRow {
            id,
            at,
            about,
            useful: useful.map(|useful| useful != 0),
            text,
            lang,
            edition,
        }
    }
}

type ReplyColumns = (Uuid, String, String, String, i64);

impl From<ReplyColumns> for ReplyRow {
    fn from((id, about, sv, en, at): ReplyColumns) -> Self {
        ReplyRow {
            id,
            about,
            sv,
            en,
            at,
        }
    }
}

impl Tx {
    /// Stores what a reader said.
    pub async fn add_feedback(&mut self, feedback: &FeedbackRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO feedback (id, at, about, useful, text, lang, edition)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            feedback.id,
            feedback.at,
            &feedback.about,
            feedback.useful.map(i64::from),
            &feedback.text,
            &feedback.lang,
            &feedback.edition,
        )
        .map(drop)
    }

    /// What readers said, oldest first: at most `limit`, from the one that follows `after` or from
    /// the first.
    pub async fn feedback(
        &mut self,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<FeedbackRow>, StoreError> {
        let found: Vec<FeedbackColumns> = rows!(
            self,
            "SELECT id, at, about, useful, text, lang, edition FROM feedback
             WHERE id > $1 ORDER BY id LIMIT $2",
            after.unwrap_or_default(),
            i64::from(limit),
        )?;
        Ok(found.into_iter().map(FeedbackRow::from).collect())
    }

    /// What readers said, counted by what it is about and its edition: what came last first.
    pub async fn feedback_counts(&mut self) -> Result<Vec<FeedbackCount>, StoreError> {
        type Columns = (String, Option<String>, i64, i64, i64, i64);
        let found: Vec<Columns> = rows!(
            self,
            "SELECT about, edition,
                 CAST(SUM(CASE WHEN useful = 1 THEN 1 ELSE 0 END) AS BIGINT),
                 CAST(SUM(CASE WHEN useful = 0 THEN 1 ELSE 0 END) AS BIGINT),
                 COUNT(text), MAX(at) AS latest
             FROM feedback GROUP BY about, edition ORDER BY latest DESC, about",
        )?;
        let count = |(about, edition, useful, not_useful, texts, latest)| FeedbackCount {
            about,
            edition,
            useful,
            not_useful,
            texts,
            latest,
        };
        Ok(found.into_iter().map(count).collect())
    }

    /// What readers wrote about one thing or a part of it, newest first, so many at most.
    pub async fn feedback_texts(
        &mut self,
        about: &str,
        most: i64,
    ) -> Result<Vec<FeedbackRow>, StoreError> {
        let found: Vec<FeedbackColumns> = rows!(
            self,
            "SELECT id, at, about, useful, text, lang, edition FROM feedback
             WHERE about = $1 AND text IS NOT NULL ORDER BY id DESC LIMIT $2",
            about,
            most,
        )?;
        Ok(found.into_iter().map(FeedbackRow::from).collect())
    }

    /// Stores what was done about what readers said.
    pub async fn add_reply(&mut self, reply: &ReplyRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO feedback_replies (id, about, sv, en, at) VALUES ($1, $2, $3, $4, $5)",
            reply.id,
            &reply.about,
            &reply.sv,
            &reply.en,
            reply.at,
        )
        .map(drop)
    }

    /// What was done about what readers said, newest first, so many at most.
    pub async fn replies(&mut self, most: i64) -> Result<Vec<ReplyRow>, StoreError> {
        let found: Vec<ReplyColumns> = rows!(
            self,
            "SELECT id, about, sv, en, at FROM feedback_replies ORDER BY id DESC LIMIT $1",
            most,
        )?;
        Ok(found.into_iter().map(ReplyRow::from).collect())
    }

    /// The same about one thing.
    pub async fn replies_about(&mut self, about: &str) -> Result<Vec<ReplyRow>, StoreError> {
        let found: Vec<ReplyColumns> = rows!(
            self,
            "SELECT id, about, sv, en, at FROM feedback_replies WHERE about = $1 ORDER BY id DESC",
            about,
        )?;
        Ok(found.into_iter().map(ReplyRow::from).collect())
    }
}
