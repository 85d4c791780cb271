//! `wave preview`: from a file of submissions and an earlier release to a release.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use domain::comparison::{
    BadLine, Finding, Frame, Intake, Outcome, Registered, Release, Report, Rule, Salt, Submission,
};
use domain::day::Day;
use domain::instrument::Content;
use domain::organisation::register::{self, Known};
use service::organisations::register::shipped;

use super::day;
use crate::content::load;
use crate::outcome::{Failure, print};
use crate::serve::random;

/// Lines that a thread reads at a time.
const LINES: usize = 500;
/// No line is longer than this many bytes.
const LONGEST_LINE: usize = 1_000_000;
/// Threads that read lines, beside the one that takes them in.
const READERS: usize = 2;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The submissions, one JSON object a line; the format is described in
    /// docs/reference/comparison.md.
    #[arg(long, value_name = "FILE.jsonl")]
    submissions: PathBuf,
    /// The content folder; without it, the content built into the program.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The release before, as it was written by this command or the service.
    #[arg(long, value_name = "RELEASE.json")]
    previous: Option<PathBuf>,
    /// The register that groups are counted in, a register file; without it, the one built into the
    /// program.
    #[arg(long, value_name = "FILE.csv")]
    register: Option<PathBuf>,
    /// The wave's date.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Day,
    /// Where to write the release: it holds what the next wave needs, and must not be published.
    #[arg(long, value_name = "RELEASE.json")]
    out: PathBuf,
    /// Where to write the public part.
    #[arg(long, value_name = "PUBLIC.json")]
    public: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let content = load(arguments.content.as_deref())?;
    let previous = arguments.previous.as_deref().map(release).transpose()?;
    let intake = Intake::new(&content, arguments.date);
    let mut intake = intake.map_err(|error| Failure::Usage(error.to_string()))?;
    let frame = frame(&content, arguments.register.as_deref(), &mut intake)?;
    let bad = take_in(&arguments.submissions, &mut intake)?;
    let mut bytes = [0; 32];
    random(&mut bytes);
    let outcome = intake.release(&frame, previous.as_ref(), Salt::new(bytes));
    let mut problems: Vec<String> = bad.iter().map(ToString::to_string).collect();
    let release = match outcome {
        Ok(release) if problems.is_empty() => release,
        Ok(_) => return refuse(&problems),
        Err(more) => {
            problems.extend(more.iter().map(ToString::to_string));
            return refuse(&problems);
        }
    };
    let unwritable = |error: serde_json::Error| Failure::Usage(error.to_string());
    write(&arguments.out, &release.to_json().map_err(unwritable)?)?;
    let public = release.public.to_json().map_err(unwritable)?;
    write(&arguments.public, &public)?;
    print(&summary(&release))
}

/// Tells everything that is wrong; nothing is written.
fn refuse(problems: &[String]) -> Result<(), Failure> {
    let mut text = problems.join("\n");
    text += &format!("\nwave: {} problems; no release was made\n", problems.len());
    print(&text)?;
    Err(Failure::Content(None))
}

fn release(path: &Path) -> Result<Release, Failure> {
    let failure = |what: String| Failure::Usage(format!("{}: {what}", path.display()));
    let text =
        fs::read_to_string(path).map_err(|error| failure(format!("cannot be read: {error}")))?;
    Release::read(&text).map_err(|error| failure(error.to_string()))
}

/// The whole population, from a register file and the content's figures. Tells an intake who owns
/// whom there.
fn frame(
    content: &Content,
    file: Option<&Path>,
    intake: &mut Intake<'_>,
) -> Result<Frame, Failure> {
    let bytes = match file {
        Some(path) => fs::read(path)
            .map_err(|error| {
                Failure::Usage(format!("{}: cannot be read: {error}", path.display()))
            })?
            .into(),
        None => shipped(),
    };
    let entries = register::parse(&bytes, &Known::new()).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Usage(problems.join("\n"))
    })?;
    let numbers: Vec<(String, Option<String>)> = entries
        .iter()
        .map(|entry| {
            (
                entry.number.digits(),
                entry.owner.map(|owner| owner.digits()),
            )
        })
        .collect();
    for (number, owner) in &numbers {
        if let Some(owner) = owner {
            intake.owned(number, owner);
        }
    }
    let registered = entries
        .iter()
        .zip(&numbers)
        .map(|(entry, (number, owner))| Registered {
            organisation: number,
            owner: owner.as_deref(),
            counted: (&entry.classification).into(),
        });
    Ok(Frame::of(content, registered))
}

type Lines = Vec<(usize, String)>;
type Read = Vec<Result<Option<Submission>, BadLine>>;

/// Takes in every line of the file, with the reading of lines spread over threads. What is wrong
/// with lines comes back in their order.
fn take_in(path: &Path, intake: &mut Intake<'_>) -> Result<Vec<BadLine>, Failure> {
    let unreadable = |error| Failure::Usage(format!("{}: cannot be read: {error}", path.display()));
    let file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut bad = Vec::new();
    let read = thread::scope(|scope| {
        let (give, taken) = mpsc::sync_channel::<Read>(2 * READERS);
        let mut readers = Vec::new();
        for _ in 0..READERS {
            let (send, lines) = mpsc::sync_channel::<Lines>(2);
            readers.push(send);
            let give = give.clone();
            scope.spawn(move || parse(lines, &give));
        }
        drop(give);
        let file = scope.spawn(move || deal(file, &readers));
        for read in taken.into_iter().flatten() {
            match read {
                Ok(Some(submission)) => intake.add(&submission),
                Ok(None) => {}
                Err(line) => bad.push(line),
            }
        }
        file.join()
    });
    match read {
        Ok(Ok(())) => {
            bad.sort_by_key(|bad| bad.line);
            Ok(bad)
        }
        Ok(Err(error)) => Err(unreadable(error)),
        Err(_) => Err(Failure::Usage("a thread that reads lines ended".to_owned())),
    }
}

/// Deals the file's lines out to the readers.
fn deal(mut file: BufReader<File>, readers: &[SyncSender<Lines>]) -> std::io::Result<()> {
    let mut number = 0;
    for reader in readers.iter().cycle() {
        let mut lines = Vec::with_capacity(LINES);
        while lines.len() < LINES {
            let mut line = String::new();
            if file.read_line(&mut line)? == 0 {
                break;
            }
            number += 1;
            lines.push((number, line));
        }
        let last = lines.len() < LINES;
        if reader.send(lines).is_err() || last {
            break;
        }
    }
    Ok(())
}

fn parse(lines: Receiver<Lines>, give: &SyncSender<Read>) {
    for lines in lines {
        let read = lines.into_iter().map(|(number, line)| match line.len() {
            0..=LONGEST_LINE => Submission::read(number, &line),
            _ => Err(BadLine {
                line: number,
                message: format!("is longer than {LONGEST_LINE} bytes; is it a submission?"),
            }),
        });
        if give.send(read.collect()).is_err() {
            return;
        }
    }
}

/// Writes a file whole or not at all: beside it first, and then in its place.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let unwritable =
        |error| Failure::Usage(format!("{}: cannot be written: {error}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let written = File::create(&beside)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(unwritable)
}

/// What was taken in and what is not shown, in a few lines.
fn summary(release: &Release) -> String {
    let Report {
        submissions,
        organisations,
        owners,
        ref notes,
        ref findings,
    } = release.report;
    let shown = release.public.groups.iter();
    let renewed = shown
        .clone()
        .filter(|group| group.shows == Some(release.public.date))
        .count();
    let earlier = shown.filter(|group| group.shows.is_some()).count() - renewed;
    let mut text = format!(
        "wave {}: {submissions} submissions, {organisations} organisations of {owners} owners take \
         part; {renewed} groups are new, {earlier} show earlier figures, {} notes\n",
        release.public.date,
        notes.len()
    );
    let mut counts: BTreeMap<(Outcome, Rule), (usize, usize)> = BTreeMap::new();
    for Finding {
        cell,
        outcome,
        rule,
        ..
    } in findings
    {
        let (groups, cells) = counts.entry((*outcome, *rule)).or_default();
        match cell {
            None => *groups += 1,
            Some(_) => *cells += 1,
        }
    }
    for ((outcome, rule), (groups, cells)) in counts {
        text += &format!("  {outcome} by {rule}: {groups} groups, {cells} single figures\n");
    }
    text
}
