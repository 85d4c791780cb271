//! A mail as it goes over the wire, or as someone reads it in a file.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{Address, Message};
use store::ClaimedMail;

use super::Words;
use super::mailer::Unsent;
use crate::app::App;

/// A mail that is ready to be sent.
pub(super) struct Letter {
    /// To whom.
    pub(super) to: Address,
    message: Message,
    text: String,
    name: String,
}

impl Letter {
    /// [`Unsent::Never`] if the address is none.
    pub(super) fn new(
        app: &App,
        mail: &ClaimedMail,
        to: &str,
        words: Words,
    ) -> Result<Self, Unsent> {
        let never = |error: &dyn std::error::Error| Unsent::Never(error.to_string());
        let to: Address = to.parse().map_err(|error| never(&error))?;
        let written = Duration::from_millis(u64::try_from(mail.created_at).unwrap_or(0));
        let message = MessageBuilder::new()
            .from(app.mailer.from().clone())
            .to(Mailbox::new(None, to.clone()))
            .subject(words.subject)
            .date(UNIX_EPOCH + written)
            .message_id(Some(format!("<{}@{}>", mail.id, app.settings.host())))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            // Exchange answers for people who are away unless it is told not to.
            .raw_header(header("X-Auto-Response-Suppress", "OOF, AutoReply"))
            .header(ContentType::TEXT_PLAIN)
            .body(words.text.clone())
            .map_err(|error| never(&error))?;
        // The id sorts by time within the second.
        let second = l10n::timestamp(mail.created_at - mail.created_at.rem_euclid(1000));
        Ok(Letter {
            to,
            message,
            text: words.text,
            name: format!("{}-{}.txt", second.replace(':', "-"), mail.id),
        })
    }

    /// As it goes over the wire: ASCII alone, lines that end with CR LF.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.message.formatted()
    }

    /// As someone reads it in a file.
    pub(super) fn readable(&self) -> String {
        let head: String = ["From", "To", "Date", "Subject"]
            .into_iter()
            .filter_map(|name| {
                let value = self.message.headers().get_raw(name)?;
                Some(format!("{name}: {value}\n"))
            })
            .collect();
        format!("{head}\n{}\n", self.text)
    }

    /// A file name that sorts by the time the mail was written, and is its own.
    pub(super) fn file_name(&self) -> &str {
        &self.name
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
