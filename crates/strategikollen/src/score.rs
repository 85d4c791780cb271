//! `score`: from a file of answers to levels, reasons and tips.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::scoring::document;

use crate::content::{json, load};
use crate::outcome::{Failure, print};

/// No score file is larger than this many bytes.
const LARGEST_FILE: u64 = 1_000_000;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The content folder; without it, the content built into the program.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The answers, as JSON.
    file: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let answers = read(&arguments.file)?;
    let content = load(arguments.content.as_deref())?;
    let document =
        document(&content, &answers).map_err(|error| Failure::Usage(error.to_string()))?;
    print(&json(&document)?)
}

fn read(path: &Path) -> Result<String, Failure> {
    let failure = |what: String| Failure::Usage(format!("{}: {what}", path.display()));
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(|error| failure(format!("cannot be read: {error}")))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(failure(format!(
            "is larger than {LARGEST_FILE} bytes; is it a score file?"
        )));
    }
    String::from_utf8(bytes).map_err(|_| failure("is not UTF-8; save it as UTF-8".to_owned()))
}
