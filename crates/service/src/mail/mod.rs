//! Mails. A use case writes a mail in the same transaction as what the mail tells of, and a worker
//! sends it afterwards: what was rolled back is never told, and what was committed always is.
//!
//! ```no_run
//! # use service::{App, ServiceError, mail::{self, Mail}};
//! # use domain::text::Lang;
//! # async fn example(app: &App) -> Result<(), ServiceError> {
//! let letter = mail::outgoing(app, Lang::Sv, &Mail {
//!     to: "kim@exempel.se".to_owned(),
//!     subject: "Er självskattning är inlämnad".to_owned(),
//!     text: "…".to_owned(),
//!     why: "du är kontaktperson för Ånge kommun.".to_owned(),
//! });
//! app.store
//!     .write(move |tx| {
//!         Box::pin(async move {
//!             // … what the mail tells of …
//!             tx.enqueue_mail(&letter).await
//!         })
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod letter;
mod mailer;
mod smtp;

use data_encoding::BASE64URL_NOPAD;
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use store::{ClaimedMail, FailedMail, NewMail};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::DataKey;
use letter::Letter;
use mailer::Unsent;

pub use mailer::{Mailer, NotAnAddress};
pub use smtp::{LONGEST_PATIENCE, Security, Smtp, SmtpFault, SmtpSettings};

const SECOND: i64 = 1000;
const HOUR: i64 = 60 * 60 * SECOND;
const DAY: i64 = 24 * HOUR;

/// For how long a node keeps others from a mail that it tries to send. Longer than a try may take.
const CLAIM: i64 = 3 * 60 * SECOND;
/// How long after the first failed try the next is made. It doubles from try to try.
const FIRST_PAUSE: i64 = 10 * SECOND;
const LONGEST_PAUSE: i64 = HOUR;
/// A mail that could not be sent for this long is given up.
const GIVE_UP_AFTER: i64 = 3 * DAY;
/// That a mail was sent, and to whom, is forgotten after this time.
const KEEP: i64 = 30 * DAY;
/// Where an address is kept, encrypted.
const ADDRESS_PLACE: &[u8] = b"mail address";

/// The mails of the last 30 days that were given up, oldest first.
pub async fn failed(app: &App) -> Result<Vec<FailedMail>, ServiceError> {
    let mut tx = app.store.read().await?;
    let failed = tx.failed_mails(app.now() - KEEP).await?;
    Ok(failed.into_iter().map(|mail| known(app, mail)).collect())
}

/// A mail that was given up, with the address as people write it.
pub(crate) fn known(app: &App, mail: FailedMail) -> FailedMail {
    FailedMail {
        to: address(app, &mail.to).unwrap_or_default(),
        ..mail
    }
}

/// A plain-text mail to one person.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text, without the foot that every mail has.
    pub text: String,
    /// Why the person gets it: the end of a sentence that begins "Därför får du mejlet:".
    pub why: String,
}

/// What is stored of a mail, encrypted.
#[derive(Serialize, Deserialize)]
struct Words {
    subject: String,
    text: String,
}

/// A mail with its foot, encrypted, to be given to [`store::Tx::enqueue_mail`].
pub fn outgoing(app: &App, lang: Lang, mail: &Mail) -> NewMail {
    let id = app.id();
    let words = Words {
        subject: mail
            .subject
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        text: format!(
            "{}\n\n-- \n{}",
            mail.text.trim_end(),
            foot(app, lang, &mail.why)
        ),
    };
    // Two texts always become JSON.
    let plain = serde_json::to_vec(&words).unwrap_or_default();
    NewMail {
        id,
        to: sealed_address(app, mail.to.trim()),
        sealed: key(app).seal(app, &place(id), &plain),
        at: app.now(),
    }
}

/// Who sends, from where, and why.
fn foot(app: &App, lang: Lang, why: &str) -> String {
    let texts = app.texts.get(lang);
    let sender = match &app.settings.sender {
        Some(sender) => texts.mail_footer_sender(&sender.name, &sender.contact),
        None => texts.mail_footer_nobody().to_string(),
    };
    let why = texts.mail_footer_why(why);
    format!("{sender}\n{}\n{why}", app.settings.base_url)
}

fn key(app: &App) -> DataKey {
    app.key.data_key("mails")
}

/// An address as it is stored: whoever has the database alone learns nobody's whom we write to.
fn sealed_address(app: &App, address: &str) -> String {
    let sealed = key(app).seal(app, ADDRESS_PLACE, address.as_bytes());
    BASE64URL_NOPAD.encode(&sealed)
}

/// The address that was stored; `None` if it was with another key.
fn address(app: &App, stored: &str) -> Option<String> {
    let sealed = BASE64URL_NOPAD.decode(stored.as_bytes()).ok()?;
    let plain = key(app).open(ADDRESS_PLACE, &sealed).ok()?;
    String::from_utf8(plain).ok()
}

/// Where a mail's words belong: a text moved to another row does not open.
fn place(mail: Uuid) -> Vec<u8> {
    [b"mail ", mail.as_bytes().as_slice()].concat()
}

/// Sends all mails that are due, as far as the mail server takes them. What it does not take is
/// tried again later, so that a server that hangs is waited for once. Several nodes may do this at
/// the same time.
pub async fn deliver_due(app: &App) -> Result<(), ServiceError> {
    let mut sending = app.mailer.sending();
    while app.store.read().await?.is_mail_due(app.now()).await? {
        let now = app.now();
        let claimed = app
            .store
            .write(move |tx| Box::pin(tx.claim_mail(now, now + CLAIM)))
            .await?;
        // Another node was quicker: it sends this one, and the others at its next round.
        let Some(mail) = claimed else { break };
        let outcome = match open(app, &mail) {
            Ok(letter) => sending.send(&letter).await,
            Err(unsent) => Err(unsent),
        };
        let goes_on = !matches!(outcome, Err(Unsent::NoWay(_)));
        note(app, &mail, outcome).await?;
        if !goes_on {
            break;
        }
    }
    sending.end().await;
    Ok(())
}

fn open(app: &App, mail: &ClaimedMail) -> Result<Letter, Unsent> {
    let words = key(app)
        .open(&place(mail.id), &mail.sealed)
        .ok()
        .and_then(|plain| serde_json::from_slice::<Words>(&plain).ok());
    let (Some(words), Some(to)) = (words, address(app, &mail.to)) else {
        let why = "its text cannot be read with this key".to_owned();
        return Err(Unsent::Never(why));
    };
    Letter::new(app, mail, &to, words)
}

/// Writes down how a try went.
async fn note(
    app: &App,
    mail: &ClaimedMail,
    outcome: Result<(), Unsent>,
) -> Result<(), ServiceError> {
    let (id, tries, now) = (mail.id, mail.tries, app.now());
    let to = masked(&address(app, &mail.to).unwrap_or_default());
    match outcome {
        Ok(()) => {
            tracing::info!(mail = %id, to, "a mail was sent");
            app.store
                .write(move |tx| Box::pin(tx.mail_sent(id, tries, now)))
                .await?;
        }
        Err(Unsent::NotNow(why) | Unsent::NoWay(why)) if now < mail.created_at + GIVE_UP_AFTER => {
            tracing::warn!(mail = %id, to, tries, why, "a mail could not be sent yet");
            let due = now + pause(tries);
            app.store
                .write(move |tx| Box::pin(tx.put_off_mail(id, tries, due)))
                .await?;
        }
        Err(Unsent::Never(why) | Unsent::NotNow(why) | Unsent::NoWay(why)) => {
            tracing::error!(mail = %id, to, tries, why, "a mail was given up");
            app.store
                .write(move |tx| Box::pin(async move { tx.give_up_mail(id, tries, &why).await }))
                .await?;
        }
    }
    Ok(())
}

/// How long to wait after a failed try, counted from 1, in milliseconds.
fn pause(tries: i64) -> i64 {
    let doublings = tries.clamp(1, 20) - 1;
    (FIRST_PAUSE << doublings).min(LONGEST_PAUSE)
}

/// Forgets the mails of long ago that are done with.
pub async fn forget_old(app: &App) -> Result<(), ServiceError> {
    let before = app.now() - KEEP;
    app.store
        .write(move |tx| Box::pin(tx.forget_mails_before(before)))
        .await
        .map(drop)?;
    Ok(())
}

/// An address as it may stand in a log: the first letter and the host.
pub fn masked(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, host)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}***@{host}")
        }
        None => "***".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_hour() {
        let seconds: Vec<i64> = (1..=11).map(|tries| pause(tries) / SECOND).collect();
        assert_eq!(
            seconds,
            [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]
        );
        assert_eq!(pause(i64::MAX), HOUR);
    }

    #[test]
    fn a_log_shows_no_whole_address() {
        assert_eq!(masked("kim.ek@exempel.se"), "k***@exempel.se");
        assert_eq!(masked("å@exempel.se"), "å***@exempel.se");
        assert_eq!(masked("@exempel.se"), "***@exempel.se");
        assert_eq!(masked("kim"), "***");
    }
}
