//! Answers, agreements and entries of plans: series of revisions, none of which is ever overwritten.

use uuid::Uuid;

use crate::tx::{row, rows};
use crate::{StoreError, Tx};

/// One revision of an answer, an agreement or an entry of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionRow {
    /// What it is a revision of: a question by its id, an entry by its key.
    pub of: String,
    /// Counted from 1.
    pub revision: i64,
    /// Encrypted.
    pub body: Vec<u8>,
    /// When it was saved, Unix milliseconds.
    pub at: i64,
}

/// A revision's columns in the order of [`RevisionRow`].
type Columns = (String, i64, Vec<u8>, i64);

impl From<Columns> for RevisionRow {
    fn from((of, revision, body, at): Columns) -> Self {
        RevisionRow {
            of,
            revision,
            body,
            at,
        }
    }
}

/// What became of a revision that was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is the latest revision now.
    Saved {
        /// Its number.
        revision: i64,
    },
    /// Another was saved in between. Nothing was changed.
    Conflict {
        /// The latest revision.
        latest: RevisionRow,
    },
}

/// The methods for a table of revisions that hang on an owner. One text for all of them, so that
/// they cannot come to differ.
macro_rules! revisions {
    ($table:literal, $owner:ident, $of:ident, $save:ident, $latest:ident, $all:ident, $history:ident) => {
        impl Tx {
            #[doc = concat!("Saves the next revision of one of a ", stringify!($owner), "'s ", $table, ",")]
            /// if the latest still is `expected` (0: none yet). Of two at once with the same
            /// `expected`, exactly one is saved and the other is told of it. Where nothing is
            /// saved yet there is nothing to overwrite, and `expected` does not matter.
            #[doc = concat!("[`StoreError::Conflict`] if the ", stringify!($owner), " is gone.")]
            pub async fn $save(
                &mut self,
                $owner: Uuid,
                $of: &str,
                expected: i64,
                body: &[u8],
                at: i64,
            ) -> Result<Saved, StoreError> {
                // PostgreSQL: of two at once, the later waits for the earlier on the primary key.
                let saved: Option<(i64,)> = row!(
                    self,
                    concat!(
                        "INSERT INTO ", $table, " (", stringify!($owner), ", ", stringify!($of), ", revision, body, at)
                         SELECT $1, $2, latest + 1, $4, $5 FROM
                             (SELECT COALESCE((SELECT MAX(revision) FROM ", $table, "
                                               WHERE ", stringify!($owner), " = $1
                                                 AND ", stringify!($of), " = $2), 0) AS latest) AS stored
                         WHERE latest IN (0, $3)
                         ON CONFLICT DO NOTHING
                         RETURNING revision"
                    ),
                    $owner,
                    $of,
                    expected,
                    body,
                    at,
                )?;
                if let Some((revision,)) = saved {
                    return Ok(Saved::Saved { revision });
                }
                match self.$latest($owner, $of).await? {
                    Some(latest) => Ok(Saved::Conflict { latest }),
                    None => Err(StoreError::Conflict("deleted in between".to_owned())),
                }
            }

            #[doc = concat!("The latest revision of one of a ", stringify!($owner), "'s ", $table, ".")]
            pub async fn $latest(
                &mut self,
                $owner: Uuid,
                $of: &str,
            ) -> Result<Option<RevisionRow>, StoreError> {
                let found: Option<Columns> = row!(
                    self,
                    concat!(
                        "SELECT ", stringify!($of), ", revision, body, at FROM ", $table, "
                         WHERE ", stringify!($owner), " = $1 AND ", stringify!($of), " = $2
                         ORDER BY revision DESC LIMIT 1"
                    ),
                    $owner,
                    $of,
                )?;
                Ok(found.map(RevisionRow::from))
            }

            #[doc = concat!("The latest revision of each of a ", stringify!($owner), "'s ", $table, ", by ", stringify!($of), ".")]
            pub async fn $all(&mut self, $owner: Uuid) -> Result<Vec<RevisionRow>, StoreError> {
                let found: Vec<Columns> = rows!(
                    self,
                    concat!(
                        "SELECT ", stringify!($of), ", revision, body, at FROM ", $table, " AS this
                         WHERE ", stringify!($owner), " = $1 AND NOT EXISTS (
                             SELECT 1 FROM ", $table, " AS later
                             WHERE later.", stringify!($owner), " = $1
                               AND later.", stringify!($of), " = this.", stringify!($of), "
                               AND later.revision > this.revision)
                         ORDER BY ", stringify!($of)
                    ),
                    $owner,
                )?;
                Ok(found.into_iter().map(RevisionRow::from).collect())
            }

            #[doc = concat!("All revisions of one of a ", stringify!($owner), "'s ", $table, ", oldest first.")]
            pub async fn $history(
                &mut self,
                $owner: Uuid,
                $of: &str,
            ) -> Result<Vec<RevisionRow>, StoreError> {
                let found: Vec<Columns> = rows!(
                    self,
                    concat!(
                        "SELECT ", stringify!($of), ", revision, body, at FROM ", $table, "
                         WHERE ", stringify!($owner), " = $1 AND ", stringify!($of), " = $2
                         ORDER BY revision"
                    ),
                    $owner,
                    $of,
                )?;
                Ok(found.into_iter().map(RevisionRow::from).collect())
            }
        }
    };
}

revisions!(
    "answers",
    voice,
    question,
    save_answer,
    latest_answer,
    latest_answers,
    answer_history
);
revisions!(
    "agreements",
    round,
    question,
    save_agreement,
    latest_agreement,
    latest_agreements,
    agreement_history
);
revisions!(
    "plan_entries",
    plan,
    entry,
    save_plan_entry,
    latest_plan_entry,
    latest_plan_entries,
    plan_entry_history
);
