//! The two ways that mails leave: through a mail server, or into a folder.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use lettre::message::Mailbox;

use super::letter::Letter;
use super::smtp::{Connection, Smtp};

/// Sends mails. A parameter of the [`App`](crate::App), so that a test can read them.
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

enum Way {
    Smtp(Smtp),
    Folder(PathBuf),
}

/// A text that is no e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not an e-mail address")]
pub struct NotAnAddress(String);

/// Why a mail was not sent. The reasons go to the log, so they hold no address and nothing that a
/// server says in its own words, which may repeat the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unsent {
    /// This mail will never be taken.
    Never(String),
    /// This mail is not taken now. Others may be.
    NotNow(String),
    /// No mail can be sent now.
    NoWay(String),
}

impl Mailer {
    /// Sends through a mail server. `from` is an address, or a name with the address in angle
    /// brackets.
    pub fn smtp(from: &str, smtp: Smtp) -> Result<Self, NotAnAddress> {
        Mailer::new(from, Way::Smtp(smtp))
    }

    /// Writes each mail to a file in `folder`, which is made when it is needed.
    pub fn folder(from: &str, folder: PathBuf) -> Result<Self, NotAnAddress> {
        Mailer::new(from, Way::Folder(folder))
    }

    fn new(from: &str, way: Way) -> Result<Self, NotAnAddress> {
        let mut from: Mailbox = from.parse().map_err(|_| NotAnAddress(from.to_owned()))?;
        from.name.get_or_insert_with(|| "Strategikollen".to_owned());
        Ok(Mailer { from, way })
    }

    /// Whether mails are written to a folder and reach nobody by themselves.
    pub fn is_folder(&self) -> bool {
        matches!(self.way, Way::Folder(_))
    }

    pub(super) fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Begins to send mails one after the other.
    pub(super) fn sending(&self) -> Sending<'_> {
        Sending {
            mailer: self,
            connection: None,
        }
    }
}

/// Mails sent one after the other, over one connection as long as nothing goes wrong.
pub(super) struct Sending<'m> {
    mailer: &'m Mailer,
    connection: Option<Connection>,
}

impl Sending<'_> {
    pub(super) async fn send(&mut self, letter: &Letter) -> Result<(), Unsent> {
        match &self.mailer.way {
            Way::Folder(folder) => write(folder, letter)
                .map_err(|error| Unsent::NoWay(format!("{}: {error}", folder.display()))),
            Way::Smtp(smtp) => {
                let open = self.connection.take();
                let from = &self.mailer.from.email;
                self.connection = Some(smtp.send(open, from, letter).await?);
                Ok(())
            }
        }
    }

    /// Says goodbye to the server.
    pub(super) async fn end(self) {
        if let (Way::Smtp(smtp), Some(connection)) = (&self.mailer.way, self.connection) {
            smtp.end(connection).await;
        }
    }
}

/// Writes a mail to its file, which nobody sees half of. Mails hold what opens accounts: the
/// folder is the operator's alone.
fn write(folder: &Path, letter: &Letter) -> io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let part = folder.join(format!(".{}", letter.file_name()));
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)?
        .write_all(letter.readable().as_bytes())?;
    fs::rename(part, folder.join(letter.file_name()))
}
