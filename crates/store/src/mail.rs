//! Mails on their way out.
//!
//! A mail is written in the same transaction as what it tells of. Later a node claims it for a
//! while, tries to send it and says how that went. The number of the try is the node's proof that
//! the claim is still its own: a node that was too slow, and whose mail another has claimed since,
//! changes nothing.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A mail to send.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// UUIDv7.
    pub id: Uuid,
    /// To whom, encrypted.
    pub to: String,
    /// Subject and text, encrypted.
    pub sealed: Vec<u8>,
    /// When it was written, Unix milliseconds. It is due at once.
    pub at: i64,
}

/// A mail that the caller has claimed and is to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedMail {
    /// Its id.
    pub id: Uuid,
    /// To whom, encrypted.
    pub to: String,
    /// Subject and text, encrypted.
    pub sealed: Vec<u8>,
    /// When it was written, Unix milliseconds.
    pub created_at: i64,
    /// Which try this is, counted from 1.
    pub tries: i64,
}

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedMail {
    /// To whom, encrypted.
    pub to: String,
    /// When it was written, Unix milliseconds.
    pub created_at: i64,
    /// Why it was given up.
    pub why: String,
}

/// A mail's columns in the order of [`ClaimedMail`].
type MailColumns = (Uuid, String, Vec<u8>, i64, i64);

impl From<MailColumns> for ClaimedMail {
    fn from((id, to, sealed, created_at, tries): MailColumns) -> Self {
        ClaimedMail {
            id,
            to,
            sealed,
            created_at,
            tries,
        }
    }
}

impl Tx {
    /// Writes a mail to be sent when the transaction is committed.
    pub async fn enqueue_mail(&mut self, mail: &NewMail) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO mails (id, to_address, sealed, created_at, due_at, tries, claimed_until)
             VALUES ($1, $2, $3, $4, $4, 0, 0)",
            mail.id,
            &mail.to,
            &mail.sealed,
            mail.at,
        )
        .map(drop)
    }

    /// Whether a mail is due at `now` and claimed by nobody.
    pub async fn is_mail_due(&mut self, now: i64) -> Result<bool, StoreError> {
        let due: Option<(i64,)> = row!(
            self,
            "SELECT due_at FROM mails
             WHERE sealed IS NOT NULL AND due_at <= $1 AND claimed_until <= $1 LIMIT 1",
            now,
        )?;
        Ok(due.is_some())
    }

    /// Claims the mail that has been due the longest, until `until`. `None` if none is due or
    /// another node was quicker to the same one.
    pub async fn claim_mail(
        &mut self,
        now: i64,
        until: i64,
    ) -> Result<Option<ClaimedMail>, StoreError> {
        // PostgreSQL: of two at once, the later waits for the earlier on the row, and then looks at
        // the outer condition again.
        let claimed: Option<MailColumns> = row!(
            self,
            "UPDATE mails SET claimed_until = $2, tries = tries + 1
             WHERE sealed IS NOT NULL AND claimed_until <= $1 AND id =
                 (SELECT id FROM mails
                  WHERE sealed IS NOT NULL AND due_at <= $1 AND claimed_until <= $1
                  ORDER BY due_at, id LIMIT 1)
             RETURNING id, to_address, sealed, created_at, tries",
            now,
            until,
        )?;
        Ok(claimed.map(ClaimedMail::from))
    }

    /// Notes that a claimed mail was sent, and erases its text.
    pub async fn mail_sent(&mut self, mail: Uuid, tries: i64, now: i64) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE mails SET sent_at = $3, sealed = NULL, claimed_until = 0
             WHERE id = $1 AND tries = $2 AND sealed IS NOT NULL",
            mail,
            tries,
            now,
        )
        .map(drop)
    }

    /// Puts a claimed mail off until `due`.
    pub async fn put_off_mail(
        &mut self,
        mail: Uuid,
        tries: i64,
        due: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE mails SET due_at = $3, claimed_until = 0
             WHERE id = $1 AND tries = $2 AND sealed IS NOT NULL",
            mail,
            tries,
            due,
        )
        .map(drop)
    }

    /// Gives a claimed mail up, says why, and erases its text.
    pub async fn give_up_mail(
        &mut self,
        mail: Uuid,
        tries: i64,
        why: &str,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE mails SET failed = $3, sealed = NULL, claimed_until = 0
             WHERE id = $1 AND tries = $2 AND sealed IS NOT NULL",
            mail,
            tries,
            why,
        )
        .map(drop)
    }

    /// Mails written at `since` or later that were given up, oldest first.
    pub async fn failed_mails(&mut self, since: i64) -> Result<Vec<FailedMail>, StoreError> {
        let found: Vec<(String, i64, String)> = rows!(
            self,
            "SELECT to_address, created_at, failed FROM mails
             WHERE failed IS NOT NULL AND created_at >= $1 ORDER BY created_at, id",
            since,
        )?;
        let mail = |(to, created_at, why)| FailedMail {
            to,
            created_at,
            why,
        };
        Ok(found.into_iter().map(mail).collect())
    }

    /// Forgets mails that were written before `at` and are done with. Gives how many.
    pub async fn forget_mails_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(
            self,
            "DELETE FROM mails WHERE created_at < $1 AND sealed IS NULL",
            at
        )
    }
}
