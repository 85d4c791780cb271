//! Ids: each in its place, each only once, and every reference to one holds.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::{EditionFiles, Folder, ids_of_all};
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{select_texts, text};
use crate::instrument::model::Reference;
use crate::instrument::schema::FileKind;

/// What an id can stand for.
#[derive(Clone, Copy)]
enum Target {
    Tag,
    Source,
    Framework,
    Goal,
    Question,
    Card,
}

/// Every field that refers to something.
const REFERENCES: [(FileKind, &str, Target); 14] = [
    (FileKind::References, "references[].goal", Target::Goal),
    (FileKind::References, "references[].source", Target::Source),
    (FileKind::Comparison, "populations[].source", Target::Source),
    (FileKind::Framework, "source", Target::Source),
    (FileKind::Edition, "framework", Target::Framework),
    (FileKind::Edition, "mapping[].goal", Target::Goal),
    (
        FileKind::Edition,
        "mapping[].questions[].id",
        Target::Question,
    ),
    (FileKind::Question, "tags[]", Target::Tag),
    (FileKind::Question, "sources[]", Target::Source),
    (FileKind::Question, "related[]", Target::Question),
    (FileKind::Question, "duties[].source", Target::Source),
    (FileKind::Card, "links[]", Target::Source),
    (FileKind::Card, "prerequisite", Target::Card),
    (FileKind::Card, "serves[].question", Target::Question),
];

/// Every field whose values must differ within a file, and what it is if they do not.
const UNIQUE_IN_FILE: [(FileKind, &str, ProblemKind); 9] = [
    (FileKind::Tags, "tags[].id", ProblemKind::DuplicateId),
    (FileKind::Sources, "sources[].id", ProblemKind::DuplicateId),
    (
        FileKind::References,
        "references[].id",
        ProblemKind::DuplicateId,
    ),
    (
        FileKind::Comparison,
        "populations[].group",
        ProblemKind::Repeated,
    ),
    (FileKind::Framework, "goals[].id", ProblemKind::DuplicateId),
    (
        FileKind::Edition,
        "mapping[].goal",
        ProblemKind::MappedTwice,
    ),
    (
        FileKind::Edition,
        "mapping[].questions[].id",
        ProblemKind::MappedTwice,
    ),
    (
        FileKind::Question,
        "not_applicable[].reason",
        ProblemKind::DuplicateId,
    ),
    (FileKind::Card, "serves[].question", ProblemKind::Repeated),
];

/// Checks all ids of the folder.
pub(super) fn check(folder: &Folder<'_>, report: &mut Report) {
    let editions = folder.editions();
    for file in folder.files().filter(|file| file.whole) {
        let edition = editions
            .iter()
            .find(|edition| file.place.edition() == Some(edition.id));
        check_place(file, report);
        for (_, path, target) in REFERENCES
            .iter()
            .filter(|(kind, ..)| *kind == file.place.kind())
        {
            if let Some(known) = known(*target, folder, edition) {
                check_known(file, path, *target, &known, report);
            }
        }
        for (_, path, kind) in UNIQUE_IN_FILE
            .iter()
            .filter(|(kind, ..)| *kind == file.place.kind())
        {
            let fields = select_texts(&file.value, path);
            check_unique(fields.map(|(field, id)| (file, field, id)), *kind, report);
        }
    }
    for edition in editions {
        for (files, path) in [
            (&edition.questions, "id"),
            (&edition.questions, "duties[].id"),
            (&edition.cards, "id"),
        ] {
            check_unique(by_place(files, path), ProblemKind::DuplicateId, report);
        }
    }
}

fn check_place(file: &File<'_>, report: &mut Report) {
    let (Some(expected), Some(id)) = (file.place.id(), text(&file.value, "id")) else {
        return;
    };
    if id != expected {
        let message = format!(
            "the id is {} but the file's name and place say {}; change one of them",
            quoted(id),
            quoted(&expected)
        );
        report.add(file.path, "id", ProblemKind::WrongPlace, message);
    }
}

/// The ids there are; `None` if that cannot be told, because the file that lists them is missing
/// or is not whole, which is reported by itself.
fn known(
    target: Target,
    folder: &Folder<'_>,
    edition: Option<&EditionFiles<'_, '_>>,
) -> Option<BTreeSet<String>> {
    let listed = |file: Option<&File<'_>>, path| {
        let file = file.filter(|file| file.whole)?;
        let ids = select_texts(&file.value, path).map(|(_, id)| id.to_owned());
        Some(ids.collect())
    };
    match target {
        Target::Tag => listed(folder.of(FileKind::Tags).next(), "tags[].id"),
        Target::Source => listed(folder.of(FileKind::Sources).next(), "sources[].id"),
        Target::Framework => Some(ids_of_all(
            &folder.of(FileKind::Framework).collect::<Vec<_>>(),
        )),
        Target::Goal => {
            let framework = match edition {
                Some(edition) => text(&edition.file?.value, "framework")?,
                None => Reference::FRAMEWORK,
            };
            listed(folder.framework(framework), "goals[].id")
        }
        Target::Question => edition.map(|edition| ids_of_all(&edition.questions)),
        Target::Card => edition.map(|edition| ids_of_all(&edition.cards)),
    }
}

fn check_known(
    file: &File<'_>,
    path: &str,
    target: Target,
    known: &BTreeSet<String>,
    report: &mut Report,
) {
    let (kind, what) = match target {
        Target::Tag => (ProblemKind::UnknownTag, "no such tag in tags.toml"),
        Target::Source => (ProblemKind::UnknownSource, "no such source in sources.toml"),
        Target::Framework => (ProblemKind::UnknownFramework, "no such file in frameworks/"),
        Target::Goal => (ProblemKind::UnknownGoal, "the framework has no such goal"),
        Target::Question => (
            ProblemKind::UnknownQuestion,
            "the edition has no such question",
        ),
        Target::Card => (ProblemKind::UnknownCard, "the edition has no such card"),
    };
    for (field, id) in select_texts(&file.value, path).filter(|(_, id)| !known.contains(*id)) {
        let message = format!("{}: {what}; correct the id or add it there", quoted(id));
        report.add(file.path, field, kind, message);
    }
}

/// The ids of several files, those first that stand in the place they name: when an id is there
/// twice, the copy is the one to point at.
fn by_place<'f, 'a>(
    files: &[&'f File<'a>],
    path: &str,
) -> impl Iterator<Item = (&'f File<'a>, String, &'f str)> {
    let mut files: Vec<&File<'a>> = files.iter().copied().filter(|file| file.whole).collect();
    files.sort_by_key(|file| file.place.id().as_deref() != text(&file.value, "id"));
    let path = path.to_owned();
    files.into_iter().flat_map(move |file| {
        let ids: Vec<_> = select_texts(&file.value, &path).collect();
        ids.into_iter().map(move |(field, id)| (file, field, id))
    })
}

fn check_unique<'f, 'a: 'f>(
    ids: impl Iterator<Item = (&'f File<'a>, String, &'f str)>,
    kind: ProblemKind,
    report: &mut Report,
) {
    let mut first: BTreeMap<&str, (&str, String)> = BTreeMap::new();
    for (file, field, id) in ids {
        if let Some((path, earlier)) = first.get(id) {
            let id = quoted(id);
            let message = format!("{id} is already in {path} ({earlier}); remove one or rename it");
            report.add(file.path, field, kind, message);
        } else {
            first.insert(id, (file.path, field));
        }
    }
}
