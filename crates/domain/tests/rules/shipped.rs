//! The rules on the content that the service ships with.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use domain::advice::{Offer, OwnTargets, Reason, offers};
use domain::assessment::{Answer, Answers, Depth};
use domain::instrument::check::{is_ignored, load};
use domain::instrument::{Content, Edition, Level};
use domain::scoring::{ScoreFile, document, score};
use serde_json::Value;

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) static CONTENT: LazyLock<Content> = LazyLock::new(content);

fn content() -> Content {
    let mut files = BTreeMap::new();
    let root = repository().join("content");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the content folder") {
            let path = entry.expect("an entry").path();
            let within = path.strip_prefix(&root).expect("a path within");
            let within = within.to_str().expect("a path in UTF-8").to_owned();
            if is_ignored(&within) {
                continue;
            }
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    files.insert(within, fs::read(&path).expect("a readable file"));
                }
            }
        }
    }
    load(&files).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn all_at(edition: &Edition, level: Level) -> Answers {
    edition
        .places()
        .map(|(place, _)| (place.mapped.id.clone(), Answer::Level(level)))
        .collect()
}

fn offered(edition: &Edition, depth: Depth, answers: &Answers) -> Vec<Offer> {
    offers(
        edition,
        &score(edition, depth, None, answers),
        answers,
        None,
        &OwnTargets::new(),
    )
}

/// Each step, while the target is the level above.
#[test]
fn every_step_of_every_question_has_a_tip() {
    for edition in CONTENT.editions.values() {
        for (level, target) in [
            (Level::ONE, Level::TWO),
            (Level::TWO, Level::THREE),
            (Level::THREE, Level::FOUR),
        ] {
            let offers = offered(edition, Depth::Full, &all_at(edition, level));
            for (place, question) in edition.places() {
                let expected = Reason {
                    question: question.id.clone(),
                    level,
                    target,
                };
                let reasons = offers.iter().flat_map(|offer| &offer.reasons);
                let tips = reasons.filter(|reason| **reason == expected).count();
                assert!(
                    tips > 0,
                    "{} {} at level {level}",
                    place.label(),
                    question.id
                );
            }
        }
    }
}

#[test]
fn different_answers_give_different_tips() {
    let edition = &CONTENT.editions[&CONTENT.current];
    let first = |answers: &Answers| {
        let offers = offered(edition, Depth::Full, answers);
        offers
            .into_iter()
            .take(3)
            .map(|offer| offer.card)
            .collect::<Vec<_>>()
    };
    // One goal behind the others: what to do now is about that goal.
    let mut seen = Vec::new();
    for goal in &edition.goals {
        let mut answers = all_at(edition, Level::FOUR);
        for mapped in &goal.questions {
            answers.insert(mapped.id.clone(), Answer::Level(Level::ONE));
        }
        let now = first(&answers);
        assert_eq!(now.len(), 3, "goal {}", goal.id);
        assert!(!seen.contains(&now), "goal {}", goal.id);
        seen.push(now);
    }
    let low = offered(edition, Depth::Full, &all_at(edition, Level::ONE));
    let high = offered(edition, Depth::Full, &all_at(edition, Level::THREE));
    assert_ne!(low, high);
    assert!(offered(edition, Depth::Full, &all_at(edition, Level::FOUR)).is_empty());
}

#[test]
fn the_snabbkoll_always_gives_three_tips_below_the_top() {
    let edition = &CONTENT.editions[&CONTENT.current];
    for level in [Level::ONE, Level::TWO, Level::THREE] {
        assert_eq!(
            offered(edition, Depth::Quick, &all_at(edition, level)).len(),
            3
        );
    }
}

#[test]
fn the_file_in_the_documentation_can_be_read() {
    let documentation = fs::read_to_string(repository().join("docs/reference/score.md"));
    let documentation = documentation.expect("docs/reference/score.md");
    let (_, rest) = documentation.split_once("```json\n").expect("a file");
    let (file, _) = rest.split_once("```").expect("its end");
    let read = ScoreFile::read(&CONTENT, file).map(|file| file.answers.len());
    assert_eq!(read, Ok(3));
}

/// The examples in `docs/reference/score/`: `<name>.json` is a score file, `<name>.result.json`
/// what comes of it. With `UPDATE_DOCS` set, the results are written anew instead.
#[test]
fn the_examples_in_the_documentation_are_fresh() {
    let documentation = fs::read_to_string(repository().join("docs/reference/score.md"));
    let documentation = documentation.expect("docs/reference/score.md");
    let folder = repository().join("docs/reference/score");
    let mut examples = 0;
    for entry in fs::read_dir(&folder).expect("docs/reference/score") {
        let file = entry.expect("an entry").path();
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name in UTF-8");
        if name.ends_with(".result.json") {
            continue;
        }
        let answers = fs::read_to_string(&file).expect("a readable file");
        let document = document(&CONTENT, &answers)
            .unwrap_or_else(|error| panic!("{}:\n{error}", file.display()));
        let is = serde_json::to_string_pretty(&document).expect("JSON") + "\n";
        let result = file.with_extension("result.json");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&result, &is).expect("a writable file");
        }
        let shown = fs::read_to_string(&result).unwrap_or_default();
        assert!(
            shown == is,
            "{} is out of date; run the tests once with UPDATE_DOCS=1",
            result.display()
        );
        assert!(
            documentation.contains(&format!("score/{name}")),
            "{name} is not mentioned"
        );
        let document = serde_json::from_str(&is).expect("JSON");
        each_key(&document, &mut |key| {
            let named = documentation.contains(&format!("`{key}`"));
            assert!(named, "docs/reference/score.md says nothing about {key}");
        });
        examples += 1;
    }
    assert!(examples > 0);
}

fn each_key(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                visit(key);
                each_key(value, visit);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| each_key(value, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
