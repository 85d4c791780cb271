//! `content links`: whether the addresses outside the service still lead somewhere.

use std::fs;
use std::path::PathBuf;

use domain::day::Day;
use domain::instrument::{Content, LinkAnswer, LinkState};
use service::links::{self, Known};

use super::{counted, load};
use crate::outcome::{Failure, print};
use crate::serve::{now, runtime};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The content folder; without it, the content built into the program.
    dir: Option<PathBuf>,
    /// The file of known states; without it, links.toml of the content.
    #[arg(long, value_name = "FILE")]
    states: Option<PathBuf>,
    /// Ask every address, one after the other, and write what they answer to the file of states.
    #[arg(long)]
    ask: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let content = load(arguments.dir.as_deref())?;
    let today = l10n::iso_day(now());
    let today = Day::try_from(today.as_str())
        .map_err(|error| Failure::Usage(format!("the clock is wrong: {error}")))?;
    let states = match arguments.ask {
        true => ask(arguments, &content, today)?,
        false => states(arguments, &content)?,
    };
    let known = links::known(&content, &states, today);
    let wanting: Vec<&Known<'_>> = known.iter().filter(|link| link.wants_care()).collect();
    let lines: String = wanting.iter().map(|link| line(link)).collect();
    let all = counted(known.len(), "address").replace("addresss", "addresses");
    print(&format!(
        "{lines}links: {all}, {} to see to\n",
        wanting.len()
    ))?;
    match wanting.is_empty() {
        true => Ok(()),
        false => Err(Failure::Content(None)),
    }
}

/// The states that a file tells of.
fn states(arguments: &Arguments, content: &Content) -> Result<Vec<LinkState>, Failure> {
    let Some(path) = &arguments.states else {
        return Ok(content.links.clone());
    };
    let wrong = |error: String| Failure::Usage(format!("{}: {error}", path.display()));
    let text = fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    links::read(&text).map_err(wrong)
}

/// Asks, and writes what was answered where it will be read the next time.
fn ask(arguments: &Arguments, content: &Content, today: Day) -> Result<Vec<LinkState>, Failure> {
    let in_folder = arguments.dir.as_ref().map(|dir| dir.join("links.toml"));
    let Some(path) = arguments.states.clone().or(in_folder) else {
        let message = "--ask: say where to write what is answered, with DIR or --states FILE";
        return Err(Failure::Usage(message.to_owned()));
    };
    let states = runtime()?
        .block_on(links::ask(content, today))
        .map_err(Failure::Usage)?;
    let text = links::write(states.clone()).map_err(Failure::Usage)?;
    fs::write(&path, text)
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    Ok(states)
}

fn line(link: &Known<'_>) -> String {
    let state = match link.state.map(|state| state.state) {
        Some(LinkAnswer::Moved) => "moved",
        Some(LinkAnswer::Gone) => "gone",
        Some(LinkAnswer::Unknown) => "unknown",
        Some(LinkAnswer::Works) | None => "not looked at for a year",
    };
    let Known { source, seen, .. } = link;
    format!("{}: {state} (seen {seen}): {}\n", source.id, source.address)
}
