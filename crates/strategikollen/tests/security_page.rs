//! The page on security stands on what is there: every requirement once, every file, function and
//! test that it names, and every gap told.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The requirements of levels 1 and 2 in OWASP ASVS 5.0.0, by section.
const REQUIREMENTS: &[(&str, &[u8])] = &[
    ("V1.1", &[1, 2]),
    ("V1.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("V1.3", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("V1.5", &[1, 2]),
    ("V2.1", &[1, 2, 3]),
    ("V2.2", &[1, 2, 3]),
    ("V2.3", &[1, 2, 3, 4]),
    ("V2.4", &[1]),
    ("V3.2", &[1, 2]),
    ("V3.3", &[1, 2, 3, 4]),
    ("V3.4", &[1, 2, 3, 4, 5, 6]),
    ("V3.5", &[1, 2, 3, 4, 5]),
    ("V3.7", &[1, 2]),
    ("V6.1", &[1, 2, 3]),
    ("V6.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("V6.3", &[1, 2, 3, 4]),
    ("V6.4", &[1, 2, 3, 4]),
    ("V6.5", &[1, 2, 3, 4, 5]),
    ("V6.6", &[1, 2, 3]),
    ("V6.8", &[1, 2, 3, 4]),
    ("V7.1", &[1, 2, 3]),
    ("V7.2", &[1, 2, 3, 4]),
    ("V7.3", &[1, 2]),
    ("V7.4", &[1, 2, 3, 4, 5]),
    ("V7.5", &[1, 2]),
    ("V7.6", &[1, 2]),
    ("V8.1", &[1, 2]),
    ("V8.2", &[1, 2, 3]),
    ("V8.3", &[1]),
    ("V8.4", &[1]),
    ("V9.1", &[1, 2, 3]),
    ("V9.2", &[1, 2, 3, 4]),
    ("V10.1", &[1, 2]),
    ("V10.2", &[1, 2]),
    ("V10.3", &[1, 2, 3, 4]),
    ("V10.4", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("V10.5", &[1, 2, 3, 4, 5]),
    ("V10.6", &[1, 2]),
    ("V10.7", &[1, 2, 3]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder() -> PathBuf {
    root().join("docs/operate")
}

fn page() -> String {
    fs::read_to_string(folder().join("security.md")).expect("the page can be read")
}

/// A requirement's row: number, level, what it is about, state, where, test.
struct Row<'a>([&'a str; 6]);

impl<'a> Row<'a> {
    fn number(&self) -> &'a str {
        self.0[0]
    }

    fn state(&self) -> &'a str {
        self.0[3]
    }

    fn test(&self) -> &'a str {
        self.0[5]
    }

    /// Whether there is something to be done or said about it.
    fn is_gap(&self) -> bool {
        let state = self.state();
        let met = state.starts_with("met");
        !state.starts_with("n/a: ") && (!met || self.test() == "–")
    }
}

fn rows(page: &str) -> Vec<Row<'_>> {
    let lines = page.lines().filter(|line| line.starts_with("| V"));
    lines
        .map(|line| {
            let cells = line.trim_matches('|').split(" | ").map(str::trim);
            let cells: Vec<&str> = cells.collect();
            Row(cells.try_into().expect("six cells"))
        })
        .collect()
}

/// Paths in code marks, each with what it names in the file.
fn references(text: &str) -> Vec<(&str, Option<&str>)> {
    let marked = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    let path = |token: &&str| {
        let folders = ["crates/", "e2e/", "assets/", "docs/", "locales/"];
        folders.iter().any(|folder| token.starts_with(folder))
    };
    marked
        .filter(path)
        .map(|token| match token.split_once("::") {
            Some((file, name)) => (file, Some(name)),
            None => (token, None),
        })
        .collect()
}

/// Whether a source file has a function (or, unless it is to be a test, a constant) by this name.
fn has(source: &str, name: &str, is_test: bool) -> bool {
    let begins = |what: &str, ends: &[char]| {
        let start = format!("{what} {name}");
        let mut found = source.match_indices(&start);
        found.any(|(at, _)| source[at + start.len()..].starts_with(ends))
    };
    let named = begins("const", &[':']) || begins("static", &[':']);
    begins("fn", &['(', '<']) || (!is_test && named)
}

/// What does not exist of what a text names.
fn missing(text: &str, is_test: bool) -> Vec<String> {
    let mut missing = Vec::new();
    for (file, name) in references(text) {
        let told = match name {
            Some(name) => format!("{file}::{name}"),
            None => file.to_owned(),
        };
        match (fs::read_to_string(root().join(file)), name) {
            (Err(_), _) => missing.push(told),
            (Ok(source), Some(name)) if !has(&source, name, is_test) => missing.push(told),
            _ => {}
        }
    }
    missing
}

/// The part of an address that leads to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars()
        .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-'))
        .map(|sign| if sign == ' ' { '-' } else { sign })
        .collect()
}

#[test]
fn every_requirement_stands_once() {
    let page = page();
    let stated: Vec<&str> = rows(&page).iter().map(Row::number).collect();
    let expected: Vec<String> = REQUIREMENTS
        .iter()
        .flat_map(|(section, numbers)| numbers.iter().map(move |n| format!("{section}.{n}")))
        .collect();
    assert_eq!(stated, expected);
    let states = ["met", "partly: ", "not met: ", "n/a: "];
    for row in rows(&page) {
        let known = states.iter().any(|state| row.state().starts_with(state));
        assert!(known, "{}: {}", row.number(), row.state());
    }
}

#[test]
fn what_is_named_exists() {
    let page = page();
    let mut gone = missing(&page, false);
    for row in rows(&page) {
        gone.extend(missing(row.test(), true));
    }
    let gone: BTreeSet<String> = gone.into_iter().collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn links_lead_somewhere() {
    let page = page();
    for target in page.split("](").skip(1) {
        let target = target.split(')').next().unwrap_or_default();
        if target.starts_with("https://") {
            continue;
        }
        let (file, place) = target.split_once('#').unwrap_or((target, ""));
        let text = match file {
            "" => page.clone(),
            file => fs::read_to_string(folder().join(file)).expect(target),
        };
        let mut headings = text.lines().filter(|line| line.starts_with('#'));
        let found = place.is_empty() || headings.any(|heading| anchor(heading) == place);
        assert!(found, "{target}");
    }
}

#[test]
fn every_gap_is_told_and_nothing_else() {
    let page = page();
    let rows = rows(&page);
    let gaps: Vec<&str> = rows
        .iter()
        .filter(|row| row.is_gap())
        .map(Row::number)
        .collect();
    let (_, told) = page.split_once("\n## Gaps\n").expect("a part on gaps");
    let told: Vec<&str> = told
        .lines()
        .filter_map(|line| line.strip_prefix("- ")?.split_once(':'))
        .map(|(number, _)| number)
        .collect();
    assert_eq!(told, gaps);
}
