//! `org import`, `org list`: the register of a shared service. `org load`: what an organisation took
//! out, into an egen installation.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use report::archive;
use service::App;
use service::organisations::By;
use service::organisations::register::{self, ImportError, Imported};
use service::organisations::restore::{self, RestoreError};
use service::settings::Mode;

use crate::outcome::{Failure, print};
use crate::serve::{app, runtime};
use crate::settings::Arguments;

/// No register file is larger than this many bytes: all contracting organisations of the country
/// are far fewer.
const LARGEST_FILE: u64 = 10_000_000;
/// What an organisation takes out in many years is far less, packed and unpacked.
const LARGEST_ARCHIVE: u64 = 100_000_000;
const LARGEST_CONTENT: u64 = 500_000_000;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Take organisations into the register from a CSV file, all of it or nothing.
    Import(Box<Import>),
    /// Load what an organisation took out as a ZIP file, into an egen installation that has no
    /// organisation yet, all of it or nothing.
    Load(Box<Load>),
    /// Print all organisations in the order of their names, one JSON object a line.
    List(Box<Arguments>),
}

#[derive(clap::Args)]
pub(crate) struct Import {
    /// The file; its format is described in docs/reference/register.md.
    #[arg(required_unless_present = "shipped")]
    file: Option<PathBuf>,
    /// Import Sweden's municipalities and regions, which come with the program.
    #[arg(long, conflicts_with = "file")]
    shipped: bool,
    /// Only say what would happen.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    settings: Arguments,
}

#[derive(clap::Args)]
pub(crate) struct Load {
    /// The ZIP file; what is in it is described in docs/reference/organisation-export.md.
    file: PathBuf,
    #[command(flatten)]
    settings: Arguments,
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Import(arguments) => runtime()?.block_on(import(arguments)),
        Command::Load(arguments) => runtime()?.block_on(load(arguments)),
        Command::List(arguments) => runtime()?.block_on(list(arguments)),
    }
}

/// The service that an agency runs. An egen installation has neither register nor agency.
pub(crate) async fn shared(arguments: &Arguments) -> Result<App, Failure> {
    let app = app(arguments, arguments.listen.port()).await?;
    if app.settings.mode == Mode::Own {
        let why = "this is an egen installation, which has no register and no agency; \
                   give --agency NAME as when you serve";
        return Err(Failure::Usage(why.to_owned()));
    }
    Ok(app)
}

async fn import(arguments: &Import) -> Result<(), Failure> {
    let file = match &arguments.file {
        Some(path) => Cow::Owned(read(path, LARGEST_FILE)?),
        None => register::shipped(),
    };
    let app = shared(&arguments.settings).await?;
    let outcome = if arguments.check {
        register::check(&app, &file).await
    } else {
        register::import(&app, By::CommandLine, &file).await
    };
    match outcome {
        Ok(imported) => print(&summary(imported, arguments.check)),
        Err(ImportError::Problems(problems)) => {
            for problem in &problems {
                print(&format!("{problem}\n"))?;
            }
            print(&format!(
                "register: {} problems; nothing was imported\n",
                problems.len()
            ))?;
            Err(Failure::Content(None))
        }
        Err(ImportError::Failed(error)) => Err(Failure::Usage(error.to_string())),
    }
}

fn summary(imported: Imported, only_checked: bool) -> String {
    let Imported {
        added,
        changed,
        unchanged,
    } = imported;
    let would = if only_checked { " would be" } else { "" };
    format!("register: {added}{would} added, {changed}{would} changed, {unchanged} as before\n")
}

fn read(path: &Path, largest: u64) -> Result<Vec<u8>, Failure> {
    let failure = |what: String| Failure::Usage(format!("{}: {what}", path.display()));
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(largest + 1).read_to_end(&mut bytes))
        .map_err(|error| failure(format!("cannot be read: {error}")))?;
    if bytes.len() as u64 > largest {
        return Err(failure(format!(
            "is larger than {largest} bytes; is it the right file?"
        )));
    }
    Ok(bytes)
}

async fn load(arguments: &Load) -> Result<(), Failure> {
    let bytes = read(&arguments.file, LARGEST_ARCHIVE)?;
    let path = arguments.file.display();
    let files = archive::unpack(&bytes, LARGEST_CONTENT)
        .map_err(|error| Failure::Usage(format!("{path}: {error}")))?;
    let app = app(&arguments.settings, arguments.settings.listen.port()).await?;
    match restore::restore(&app, &files).await {
        Ok(loaded) => print(&format!(
            "{}: {} members, {} rounds, {} submissions, {} plans and {} events loaded\n\
             contact persons sign in at {}/logga-in\n",
            loaded.name,
            loaded.members,
            loaded.rounds,
            loaded.submissions,
            loaded.plans,
            loaded.events,
            app.settings.base_url
        )),
        Err(RestoreError::Problems(problems)) => {
            for problem in &problems {
                print(&format!("{problem}\n"))?;
            }
            let count = problems.len();
            print(&format!("{path}: {count} problems; nothing was loaded\n"))?;
            Err(Failure::Content(None))
        }
        Err(error) => Err(Failure::Usage(format!("{error}; nothing was loaded"))),
    }
}

async fn list(arguments: &Arguments) -> Result<(), Failure> {
    let app = shared(arguments).await?;
    let all = register::list(&app)
        .await
        .map_err(|error| Failure::Usage(error.to_string()))?;
    for listed in all {
        let line = serde_json::json!({
            "name": listed.name,
            "number": listed.number.map(|number| number.to_string()),
            "kind": listed.kind.map(|kind| kind.code()),
            "joined": listed.joined,
        });
        print(&format!("{line}\n"))?;
    }
    Ok(())
}
