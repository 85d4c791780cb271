//! Rules about one field at a time: how long it may be, one sentence a level, real dates.

use std::collections::BTreeMap;

use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{below, number, select, text};
use crate::day::{Day, NotADay};
use crate::instrument::schema::FileKind;
use crate::instrument::words::{sentences, words};
use crate::text::Lang;

/// A level's sentence has at most this many characters, in either language.
const LEVEL_CHARACTERS: usize = 160;

/// The most words of a field.
struct WordLimit {
    kind: FileKind,
    field: &'static str,
    sv: usize,
    en: usize,
}

/// English says the same in more words: a quarter more, except in the question itself.
const WORD_LIMITS: [WordLimit; 5] = [
    WordLimit {
        kind: FileKind::Question,
        field: "question",
        sv: 15,
        en: 15,
    },
    WordLimit {
        kind: FileKind::Question,
        field: "why",
        sv: 40,
        en: 50,
    },
    WordLimit {
        kind: FileKind::Question,
        field: "boundary",
        sv: 60,
        en: 75,
    },
    WordLimit {
        kind: FileKind::Card,
        field: "what",
        sv: 80,
        en: 100,
    },
    WordLimit {
        kind: FileKind::HubPage,
        field: "summary",
        sv: 40,
        en: 50,
    },
];

/// Every field that holds a day.
const DAYS: [(FileKind, &str); 6] = [
    (FileKind::Sources, "sources[].checked"),
    (FileKind::Edition, "published"),
    (FileKind::Question, "duties[].checked"),
    (FileKind::Links, "links[].checked"),
    (FileKind::HubPage, "reviewed"),
    (FileKind::HubPage, "review"),
];

/// Checks the fields of one file.
pub(super) fn check(file: &File<'_>, report: &mut Report) {
    let kind = file.place.kind();
    for limit in WORD_LIMITS.iter().filter(|limit| limit.kind == kind) {
        check_words(file, limit, report);
    }
    for (_, path) in DAYS.iter().filter(|(of, _)| *of == kind) {
        check_days(file, path, report);
    }
    if kind == FileKind::Question {
        check_levels(file, report);
        check_evidence(file, report);
    }
}

fn check_words(file: &File<'_>, limit: &WordLimit, report: &mut Report) {
    for (lang, most) in [(Lang::Sv, limit.sv), (Lang::En, limit.en)] {
        let field = below(limit.field, lang.code());
        let count = text(&file.value, &field).map_or(0, |text| words(text).len());
        if count > most {
            let message = format!("has {count} words of at most {most}; shorten it");
            report.add(file.path, field, ProblemKind::TooManyWords, message);
        }
    }
}

fn check_levels(file: &File<'_>, report: &mut Report) {
    for lang in Lang::ALL {
        let mut earlier: BTreeMap<String, usize> = BTreeMap::new();
        for (index, (field, level)) in select(&file.value, "levels[]").into_iter().enumerate() {
            let field = below(&field, lang.code());
            let Some(sentence) = text(level, lang.code()) else {
                continue;
            };
            let level = index + 1;
            let characters = sentence.chars().count();
            if characters > LEVEL_CHARACTERS {
                let message = format!(
                    "the sentence of level {level} has {characters} characters of at most {LEVEL_CHARACTERS}; shorten it"
                );
                report.add(
                    file.path,
                    field.as_str(),
                    ProblemKind::TooManyCharacters,
                    message,
                );
            }
            let count = sentences(sentence);
            if count > 1 {
                let message = format!("level {level} has {count} sentences; make it one");
                report.add(
                    file.path,
                    field.as_str(),
                    ProblemKind::NotOneSentence,
                    message,
                );
            }
            let plain = words(sentence).join(" ").to_lowercase();
            if plain.is_empty() {
                continue;
            }
            if let Some(other) = earlier.get(&plain) {
                let message =
                    format!("level {level} says the same as level {other}; tell them apart");
                report.add(file.path, field, ProblemKind::SameLevels, message);
            } else {
                earlier.insert(plain, level);
            }
        }
    }
}

/// At level 3 and at level 4 there is something to show. A list that is too short for both is
/// reported as such, by its shape.
fn check_evidence(file: &File<'_>, report: &mut Report) {
    let evidence = select(&file.value, "evidence[]");
    for level in [3, 4] {
        let shown = evidence
            .iter()
            .any(|(_, entry)| number(entry, "level") == Some(level));
        let readable = evidence
            .iter()
            .all(|(_, entry)| number(entry, "level").is_some());
        if evidence.len() > 1 && readable && !shown {
            let message =
                format!("nothing to show at level {level}; add an entry with level = {level}");
            report.add(file.path, "evidence", ProblemKind::MissingEvidence, message);
        }
    }
}

fn check_days(file: &File<'_>, path: &str, report: &mut Report) {
    for (field, day) in super::value::select_texts(&file.value, path) {
        if Day::try_from(day) == Err(NotADay::NotInCalendar) {
            let message = format!("{} is not in the calendar; correct the day", quoted(day));
            report.add(file.path, field, ProblemKind::BadDate, message);
        }
    }
}
