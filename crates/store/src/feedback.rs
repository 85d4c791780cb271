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
}

/// The columns in the order of [`FeedbackRow`].
type FeedbackColumns = (Uuid, i64, String, Option<i64>, Option<String>, String);

impl From<FeedbackColumns> for FeedbackRow {
    fn from((id, at, about, useful, text, lang): FeedbackColumns) -> Self {
        FeedbackRow {
            id,
            at,
            about,
            useful: useful.map(|useful| useful != 0),
            text,
            lang,
        }
    }
}

impl Tx {
    /// Stores what a reader said.
    pub async fn add_feedback(&mut self, feedback: &FeedbackRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO feedback (id, at, about, useful, text, lang)
             VALUES ($1, $2, $3, $4, $5, $6)",
            feedback.id,
            feedback.at,
            &feedback.about,
            feedback.useful.map(i64::from),
            &feedback.text,
            &feedback.lang,
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
            "SELECT id, at, about, useful, text, lang FROM feedback
             WHERE id > $1 ORDER BY id LIMIT $2",
            after.unwrap_or_default(),
            i64::from(limit),
        )?;
        Ok(found.into_iter().map(FeedbackRow::from).collect())
    }
}
