//! Each file in `tests/broken/` makes one mistake in the fixture folder, and says which problems
//! the check finds: these, and no others.

use std::fs;

use domain::day::Day;
use domain::hub::overdue;
use domain::instrument::check::{Problem, load};
use serde::Deserialize;

use crate::folder::{Files, fixture, fixture_hub, here};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "why")]
    _why: String,
    /// Whether the folder has a hub.
    #[serde(default)]
    hub: bool,
    change: Vec<Change>,
    expect: Vec<Expected>,
}

/// What is done to one file.
#[derive(Deserialize)]
struct Change {
    file: String,
    #[serde(flatten)]
    how: How,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum How {
    /// The first occurrence of `find`, which must be there, becomes `replace`.
    Replace { find: String, replace: String },
    /// The file becomes this text.
    Create { create: String },
    /// The file becomes these bytes.
    Bytes { bytes: Vec<u8> },
    /// The file goes.
    Delete { delete: bool },
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    file: String,
    field: String,
    kind: String,
}

impl Change {
    fn apply(self, files: &mut Files) {
        let Change { file, how } = self;
        match how {
            How::Replace { find, replace } => {
                let bytes = files.get(&file).unwrap_or_else(|| panic!("no file {file}"));
                let text = String::from_utf8_lossy(bytes);
                assert!(text.contains(&find), "{file} does not hold {find:?}");
                let changed = text.replacen(&find, &replace, 1).into_bytes();
                files.insert(file, changed);
            }
            How::Create { create } => {
                files.insert(file, create.into_bytes());
            }
            How::Bytes { bytes } => {
                files.insert(file, bytes);
            }
            How::Delete { delete } => {
                assert!(delete && files.remove(&file).is_some(), "no file {file}");
            }
        }
    }
}

fn expected(problem: &Problem) -> Expected {
    let kind = serde_json::to_value(problem.kind).expect("a kind has a code");
    Expected {
        file: problem.file.clone(),
        field: problem.field.clone(),
        kind: kind.as_str().expect("a code is a text").to_owned(),
    }
}

#[test]
fn the_fixture_has_no_problems() {
    assert_eq!(
        load(&fixture()).map(|content| content.current),
        Ok("prov-1".to_owned())
    );
}

#[test]
fn the_fixture_with_a_hub_has_no_problems() {
    let mut files = fixture();
    files.extend(fixture_hub());
    let content = load(&files).expect("no problems");
    assert_eq!(content.hub.pages.len(), 3);
    assert!(content.hub.pages["ett-anbud"].is_about_goal("nus-2016", "2"));
    let today = Day::try_from("2027-02-01").expect("a day");
    let overdue: Vec<String> = overdue(&content, today)
        .into_iter()
        .map(|late| format!("{} {}", late.file, late.review))
        .collect();
    assert_eq!(
        overdue,
        [
            "hub/examples/en-kommun.toml 2026-12-31",
            "hub/articles/ett-anbud.toml 2027-01-31"
        ]
    );
}

#[test]
fn every_mistake_is_found_and_nothing_else() {
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(here("tests/broken")).expect("the corpus is there") {
        let path = entry.expect("the entry can be read").path();
        let text = fs::read_to_string(&path).expect("the case can be read");
        let mut case: Case = toml::from_str(&text).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        let mut files = fixture();
        if case.hub {
            files.extend(fixture_hub());
        }
        case.change
            .into_iter()
            .for_each(|change| change.apply(&mut files));
        case.expect.sort();
        assert!(!case.expect.is_empty(), "{path:?} expects no problem");
        let problems = load(&files).err().unwrap_or_default();
        let mut found: Vec<Expected> = problems.iter().map(expected).collect();
        found.sort();
        if found != case.expect {
            let listed: Vec<String> = problems.iter().map(Problem::to_string).collect();
            failures.push(format!(
                "{path:?}\nexpected {:#?}\nfound\n{}\n",
                case.expect,
                listed.join("\n")
            ));
        }
        count += 1;
    }
    assert!(
        failures.is_empty(),
        "{} of {count} cases:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(count > 100, "the corpus has {count} cases");
}

#[test]
fn problems_come_by_file_and_field() {
    let mut files = fixture();
    files.retain(|path, _| path.starts_with("editions/"));
    let problems = load(&files).expect_err("five files are missing");
    let mut sorted = problems.clone();
    sorted.sort_by(|a, b| (&a.file, &a.field).cmp(&(&b.file, &b.field)));
    assert_eq!(problems, sorted);
    assert_eq!(
        problems.last().map(Problem::to_string).as_deref(),
        Some("terms.toml: the file is missing; every content folder has it")
    );
}
