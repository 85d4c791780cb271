//! `wave`: comparison, as whoever runs it sees it.

mod preview;

use crate::outcome::Failure;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Compute a release from a file of submissions, without a database and by the same rules as
    /// the service.
    Preview(Box<preview::Arguments>),
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Preview(arguments) => preview::run(arguments),
    }
}
