//! What is said of the questions of the edition before: each once, and true as far as it shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::folder::{EditionFiles, Folder, ids_of_all};
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{number, select_texts, text};

/// The lists of `previous.toml`, and which of the two editions has the questions in them.
struct List {
    name: &'static str,
    /// The edition before has them.
    before: bool,
    /// This edition has them.
    now: bool,
}

const LISTS: [List; 5] = [
    List::of("identical", true, true),
    List::of("reworded", true, true),
    List::of("changed", true, true),
    List::of("new", false, true),
    List::of("removed", true, false),
];

impl List {
    const fn of(name: &'static str, before: bool, now: bool) -> List {
        List { name, before, now }
    }
}

/// Checks the map of one edition, if it has one.
pub(super) fn check(folder: &Folder<'_>, edition: &EditionFiles<'_, '_>, report: &mut Report) {
    let Some(file) = edition.previous.filter(|file| file.whole) else {
        return;
    };
    let Some(id) = text(&file.value, "edition") else {
        return;
    };
    if edition.file.is_none() {
        return;
    }
    let editions = folder.editions();
    let Some(before) = editions.iter().find(|other| other.id == id) else {
        let message = format!(
            "{}: no such folder in editions/; correct the id",
            quoted(id)
        );
        report.add(file.path, "edition", ProblemKind::UnknownEdition, message);
        return;
    };
    if !is_earlier(before, edition) {
        let message = format!(
            "{} was not published before this edition; name an earlier one",
            quoted(id)
        );
        report.add(file.path, "edition", ProblemKind::NotEarlier, message);
        return;
    }
    check_lists(file, before, edition, report);
    check_identical(file, before, edition, report);
}

/// By day of publication, then by number. What cannot be told is not held against it.
fn is_earlier(before: &EditionFiles<'_, '_>, edition: &EditionFiles<'_, '_>) -> bool {
    let when = |files: &EditionFiles<'_, '_>| {
        let value = &files.file?.value;
        Some((
            text(value, "published")?.to_owned(),
            number(value, "number")?,
        ))
    };
    match (when(before), when(edition)) {
        (Some(before), Some(edition)) => before < edition,
        _ => before.id != edition.id,
    }
}

fn check_lists(
    file: &File<'_>,
    before: &EditionFiles<'_, '_>,
    edition: &EditionFiles<'_, '_>,
    report: &mut Report,
) {
    let (ids_before, ids_now) = (
        ids_of_all(&before.questions),
        ids_of_all(&edition.questions),
    );
    let mut classed: BTreeMap<&str, String> = BTreeMap::new();
    for list in &LISTS {
        for (field, id) in select_texts(&file.value, &format!("{}[]", list.name)) {
            if let Some(earlier) = classed.get(id) {
                let message = format!("{} is already in {earlier}; keep one", quoted(id));
                report.add(file.path, field, ProblemKind::ClassedTwice, message);
                continue;
            }
            let (was, is) = (ids_before.contains(id), ids_now.contains(id));
            if let Some((kind, why)) = misplaced(list, was, is) {
                let message = format!("{}: {why}", quoted(id));
                report.add(file.path, field.as_str(), kind, message);
            }
            classed.insert(id, field);
        }
    }
    let mapped = [before, edition].into_iter().flat_map(mapped);
    let unclassed: BTreeSet<&str> = mapped.filter(|id| !classed.contains_key(id)).collect();
    for id in unclassed {
        let message = format!(
            "{} is in none of the lists; say what became of it",
            quoted(id)
        );
        report.add(file.path, "", ProblemKind::NotClassed, message);
    }
}

/// The questions in the mapping of an edition that have a file. What is wrong with the others is
/// told by itself.
fn mapped<'f>(edition: &EditionFiles<'f, '_>) -> impl Iterator<Item = &'f str> {
    let known = ids_of_all(&edition.questions);
    let mapped = edition
        .file
        .map(|file| select_texts(&file.value, "mapping[].questions[].id"));
    mapped
        .into_iter()
        .flatten()
        .map(|(_, id)| id)
        .filter(move |id| known.contains(*id))
}

/// What is wrong with a question in a list, by which editions have it.
fn misplaced(list: &List, was: bool, is: bool) -> Option<(ProblemKind, &'static str)> {
    let unknown = ProblemKind::UnknownQuestion;
    match (was, is) {
        (false, false) => Some((
            unknown,
            "neither edition has such a question; correct the id",
        )),
        _ if (was, is) == (list.before, list.now) => None,
        (true, true) => Some((
            ProblemKind::WrongClass,
            "both editions have it; put it in identical, reworded or changed",
        )),
        (false, true) => Some((
            ProblemKind::WrongClass,
            "the edition before does not have it; put it in new",
        )),
        (true, false) => Some((
            ProblemKind::WrongClass,
            "this edition does not have it; put it in removed",
        )),
    }
}

/// An identical question says the same to the letter: its question and its levels.
fn check_identical(
    file: &File<'_>,
    before: &EditionFiles<'_, '_>,
    edition: &EditionFiles<'_, '_>,
    report: &mut Report,
) {
    let says = |files: &EditionFiles<'_, '_>, id: &str| -> Option<[Value; 2]> {
        let mut questions = files.questions.iter().filter(|question| question.whole);
        let question = questions.find(|question| question.place.id().as_deref() == Some(id))?;
        Some(["question", "levels"].map(|key| question.value.get(key).cloned().unwrap_or_default()))
    };
    for (field, id) in select_texts(&file.value, "identical[]") {
        if let (Some(was), Some(is)) = (says(before, id), says(edition, id))
            && was != is
        {
            let message = format!(
                "{} does not say the same as in the edition before; put it in reworded or changed",
                quoted(id)
            );
            report.add(file.path, field, ProblemKind::WrongClass, message);
        }
    }
}
