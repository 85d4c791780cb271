//! `wave`: comparison, as whoever runs it sees it.

mod listing;
mod preview;

use domain::day::Day;

use crate::outcome::Failure;
use crate::settings;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Compute a release from a file of submissions, without a database and by the same rules as
    /// the service.
    Preview(Box<preview::Arguments>),
    /// Print the comparisons that the service holds, the latest date first, one JSON object a line.
    List(Box<settings::Arguments>),
    /// Print what the comparison of a date does not show, and why.
    Report(Box<listing::Report>),
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Preview(arguments) => preview::run(arguments),
        Command::List(arguments) => listing::list(arguments),
        Command::Report(arguments) => listing::report(arguments),
    }
}

/// A date, as it is given on the command line.
fn day(text: &str) -> Result<Day, String> {
    Day::try_from(text).map_err(|error| error.to_string())
}
