//! `content check`, `content schema`, `content export`; `content links` is in [`links`].

mod links;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::day::Day;
use domain::hub::{self, Overdue};
use domain::instrument::check::Problem;
use domain::instrument::export::export;
use domain::instrument::{Content, Edition};
use domain::schema::schemas;
use serde::Serialize;
use service::content::{ContentError, load_dir, load_embedded};

use crate::outcome::{Failure, print};
use crate::serve::now;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Check a content folder and print all its problems, one a line.
    Check {
        /// The folder; without it, the content built into the program.
        dir: Option<PathBuf>,
    },
    /// Print the JSON schemas of the content files and of the documents that are written.
    Schema {
        /// Write one file for each schema into this folder instead.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// List the addresses outside the service that have moved, are gone, or nobody has looked at for
    /// a year. No request is made without --ask.
    Links(links::Arguments),
    /// Print a whole edition as one JSON document.
    Export {
        /// The content folder; without it, the content built into the program.
        dir: Option<PathBuf>,
        /// The edition; without it, the one published last.
        #[arg(long, value_name = "ID")]
        edition: Option<String>,
    },
}

pub(crate) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Check { dir } => check(dir.as_deref()),
        Command::Links(arguments) => links::run(&arguments),
        Command::Schema { out: None } => {
            let all: serde_json::Map<_, _> = schemas().into_iter().collect();
            print(&json(&all)?)
        }
        Command::Schema { out: Some(dir) } => write_schemas(&dir),
        Command::Export { dir, edition } => {
            let content = load(dir.as_deref())?;
            let edition = chosen(&content, edition.as_deref())?;
            print(&json(&export(&content, edition))?)
        }
    }
}

/// Content from a folder, or the content built into the program.
pub(crate) fn load(dir: Option<&Path>) -> Result<Content, Failure> {
    read(dir).map_err(|error| match error {
        ContentError::Problems(_) => Failure::Content(Some(error.to_string())),
        error => Failure::Usage(error.to_string()),
    })
}

/// A document as indented JSON with a line end.
pub(crate) fn json(document: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(document)
        .map(|json| json + "\n")
        .map_err(|error| Failure::Usage(format!("the document cannot be written as JSON: {error}")))
}

fn read(dir: Option<&Path>) -> Result<Content, ContentError> {
    dir.map_or_else(load_embedded, load_dir)
}

fn check(dir: Option<&Path>) -> Result<(), Failure> {
    match read(dir) {
        Ok(content) => print(&(notices(&content) + &summary(&content))),
        Err(ContentError::Problems(problems)) => {
            print(&listing(&problems))?;
            Err(Failure::Content(None))
        }
        Err(error) => Err(Failure::Usage(error.to_string())),
    }
}

/// What is no problem and someone should see to: a line for each page whose review has passed.
fn notices(content: &Content) -> String {
    let today = l10n::iso_day(now());
    let overdue = Day::try_from(today.as_str()).map(|today| hub::overdue(content, today));
    overdue
        .unwrap_or_default()
        .iter()
        .map(|late| {
            let Overdue { file, review, .. } = late;
            format!("notice: {file}: review: was to be gone through again by {review}\n")
        })
        .collect()
}

fn summary(content: &Content) -> String {
    let editions = content.editions.values();
    let count = |of: fn(&Edition) -> usize| editions.clone().map(of).sum::<usize>();
    format!(
        "content: {}, {}, {}, {}, {}, {} in {}; no problems\n",
        counted(count(|edition| edition.questions.len()), "question"),
        counted(count(|edition| edition.cards.len()), "card"),
        counted(content.hub.pages.len(), "hub page"),
        counted(content.hub.terms.len(), "term"),
        counted(content.sources.len(), "source"),
        counted(content.frameworks.len(), "framework"),
        counted(content.editions.len(), "edition"),
    )
}

fn listing(problems: &[Problem]) -> String {
    let mut text: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    let files: BTreeSet<&str> = problems
        .iter()
        .map(|problem| problem.file.as_str())
        .collect();
    let (problems, files) = (
        counted(problems.len(), "problem"),
        counted(files.len(), "file"),
    );
    text += &format!("content: {problems} in {files}\n");
    text
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

fn chosen<'a>(content: &'a Content, id: Option<&str>) -> Result<&'a Edition, Failure> {
    let id = id.unwrap_or(&content.current);
    content.editions.get(id).ok_or_else(|| {
        let known: Vec<&str> = content.editions.keys().map(String::as_str).collect();
        Failure::Usage(format!(
            "there is no edition \"{id}\"; there is {}",
            known.join(", ")
        ))
    })
}

fn write_schemas(dir: &Path) -> Result<(), Failure> {
    let unwritable = |path: &Path, error| {
        Failure::Usage(format!("{}: cannot be written: {error}", path.display()))
    };
    fs::create_dir_all(dir).map_err(|error| unwritable(dir, error))?;
    for (name, schema) in schemas() {
        let path = dir.join(name);
        fs::write(&path, json(&schema)?).map_err(|error| unwritable(&path, error))?;
    }
    Ok(())
}
