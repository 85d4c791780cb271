//! The rules for comparison on populations drawn by hand, and the attack on simulated ones.

mod attack;
mod cards;
mod chain;
mod editions;
mod panels;
mod protections;
mod releases;
mod who;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::rules::{Protection, Rules};
use super::{
    Counted, Frame, Group, GroupFigures, Intake, Problem, Registered, Release, Salt, Submission,
};
use crate::assessment::{Answer, Answers, Depth};
use crate::day::Day;
use crate::instrument::{Content, Edition, Level};
use crate::organisation::OrganisationKind;

/// The content that is shipped.
pub(super) fn content() -> &'static Content {
    static CONTENT: LazyLock<Content> = LazyLock::new(|| {
        let mut files = BTreeMap::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        read(&folder, "", &mut files);
        crate::instrument::check::load(&files).unwrap()
    });
    &CONTENT
}

fn read(folder: &Path, within: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{within}{}", entry.file_name().into_string().unwrap());
        match entry.file_type().unwrap().is_dir() {
            true => read(&entry.path(), &format!("{name}/"), files),
            false => {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
}

fn edition() -> &'static Edition {
    &content().editions[&content().current]
}

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

fn group(code: &str) -> Group {
    Group::try_from(code).unwrap()
}

/// The same level to every question.
fn level(level: u8) -> Answers {
    let answer = Answer::Level(Level::try_from(level).unwrap());
    let questions = edition().questions.keys();
    questions.map(|id| (id.clone(), answer.clone())).collect()
}

/// An organisation with nothing known but its kind, that handed in on the first day of 2027.
fn organisation(id: &str, kind: OrganisationKind, answers: Answers) -> Submission {
    Submission {
        organisation: id.to_owned(),
        owner: None,
        counted: Counted {
            kind,
            lan: None,
            skr: None,
            population: None,
            volume: None,
        },
        submitted: day("2027-01-01"),
        edition: edition().id.clone(),
        depth: Depth::Full,
        synthetic: false,
        answers,
        plan: None,
    }
}

fn municipality(number: usize, answers: Answers) -> Submission {
    organisation(&format!("k{number:03}"), OrganisationKind::Kommun, answers)
}

/// Municipalities from a number, one for each level.
fn municipalities(from: usize, levels: &[u8]) -> Vec<Submission> {
    let numbered = (from..).zip(levels);
    numbered
        .map(|(n, answer)| municipality(n, level(*answer)))
        .collect()
}

/// A wave with what it leans on.
struct Wave<'a> {
    content: &'a Content,
    date: &'a str,
    register: Vec<Registered<'a>>,
    previous: Option<&'a Release>,
    rules: Rules,
}

impl Default for Wave<'_> {
    fn default() -> Self {
        Wave {
            content: content(),
            date: "2027-03-31",
            register: Vec::new(),
            previous: None,
            rules: Rules::default(),
        }
    }
}

impl Wave<'_> {
    fn unsealed(&self, submissions: &[Submission]) -> Result<Release, Vec<Problem>> {
        let mut intake = Intake::new(self.content, day(self.date)).unwrap();
        for submission in submissions {
            intake.add(submission);
        }
        let frame = Frame::of(self.content, self.register.iter().copied());
        intake.unsealed(self.rules, &frame, self.previous, Salt::new([7; 32]))
    }

    fn try_release(&self, submissions: &[Submission]) -> Result<Release, Vec<Problem>> {
        self.unsealed(submissions).map(Release::sealed)
    }

    fn release(&self, submissions: &[Submission]) -> Release {
        self.try_release(submissions).unwrap()
    }
}

/// A release by all rules, the first of a chain.
fn first(submissions: &[Submission]) -> Release {
    Wave::default().release(submissions)
}

/// The release half a year later.
fn next(previous: &Release, rules: Rules, submissions: &[Submission]) -> Release {
    Wave {
        date: "2027-09-30",
        previous: Some(previous),
        rules,
        ..Wave::default()
    }
    .release(submissions)
}

fn figures<'r>(release: &'r Release, code: &str) -> &'r GroupFigures {
    release.public.group(group(code)).unwrap()
}

fn shows(release: &Release, code: &str) -> Option<String> {
    figures(release, code).shows.map(String::from)
}

/// All rules, and all but one.
fn with_and_without(protection: Protection) -> [Rules; 2] {
    [Rules::default(), Rules::without(protection)]
}

/// Twelve municipalities, and the same with three of them changed.
fn twelve() -> [Vec<Submission>; 2] {
    let before = municipalities(0, &[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    let after = municipalities(0, &[2, 2, 1, 2, 2, 2, 3, 3, 3, 4, 4, 3]);
    [before, after]
}

/// The last of so many levels, the rest spread.
fn spread(count: usize) -> Vec<u8> {
    (0..count).map(|n| [1, 2, 3, 4][n % 4]).collect()
}
