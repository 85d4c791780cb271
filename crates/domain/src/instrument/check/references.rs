//! Ids: each in its place, each only once, and every reference to one holds.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::{EditionFiles, Folder, ids_of, ids_of_all};
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{select_texts, text};
use crate::instrument::model::Reference;
use crate::instrument::schema::FileKind;

/// What an id can stand for.
#[derive(Clone, Copy)]
pub(super) enum Target {
    Tag,
    Source,
    Framework,
    Goal,
    /// A goal named together with its framework.
    FrameworkGoal,
    Question,
    Card,
    HubPage,
    Term,
}

impl Target {
    /// The rule that an id breaks which stands for nothing, and how that is said.
    pub(super) fn unknown(self) -> (ProblemKind, &'static str) {
        match self {
            Target::Tag => (ProblemKind::UnknownTag, "no such tag in tags.toml"),
            Target::Source => (ProblemKind::UnknownSource, "no such source in sources.toml"),
            Target::Framework => (ProblemKind::UnknownFramework, "no such file in frameworks/"),
            Target::Goal => (ProblemKind::UnknownGoal, "the framework has no such goal"),
            Target::FrameworkGoal => (
                ProblemKind::UnknownGoal,
                "no framework in frameworks/ has such a goal",
            ),
            Target::HubPage => (ProblemKind::UnknownHubPage, "no such file in hub/"),
            Target::Term => (
                ProblemKind::UnknownTerm,
                "no such term in hub/glossary.toml",
            ),
            Target::Question => (
                ProblemKind::UnknownQuestion,
                "the edition has no such question",
            ),
            Target::Card => (ProblemKind::UnknownCard, "the edition has no such card"),
        }
    }
}

/// Every field that refers to something.
const REFERENCES: [(FileKind, &str, Target); 23] = [
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
    (FileKind::Links, "links[].id", Target::Source),
    (FileKind::HubPage, "tags[]", Target::Tag),
    (FileKind::HubPage, "goals[]", Target::FrameworkGoal),
    (FileKind::HubPage, "questions[]", Target::Question),
    (FileKind::HubPage, "cards[]", Target::Card),
    (FileKind::HubPage, "sources[]", Target::Source),
    (FileKind::HubPage, "organisation.source", Target::Source),
    (FileKind::HubPage, "related[]", Target::HubPage),
    (FileKind::Glossary, "terms[].related[]", Target::Term),
];

/// Every field whose values must differ within a file, and what it is if they do not.
const UNIQUE_IN_FILE: [(FileKind, &str, ProblemKind); 11] = [
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
    (FileKind::Links, "links[].id", ProblemKind::DuplicateId),
    (FileKind::Glossary, "terms[].id", ProblemKind::DuplicateId),
];

/// Checks all ids of the folder.
pub(super) fn check(folder: &Folder<'_>, report: &mut Report) {
    let editions = folder.editions();
    // What stands outside editions refers to the one that is current.
    let current = folder.current();
    for file in folder.files().filter(|file| file.whole) {
        let edition = editions
            .iter()
            .find(|edition| file.place.edition() == Some(edition.id))
            .or(current.as_ref().filter(|_| file.place.is_hub()));
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
    let pages: Vec<&File<'_>> = folder.of(FileKind::HubPage).collect();
    check_unique(by_place(&pages, "id"), ProblemKind::DuplicateId, report);
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
pub(super) fn known(
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
        Target::FrameworkGoal => {
            let goals = folder.of(FileKind::Framework).flat_map(|file| {
                let goals: Vec<_> = select_texts(&file.value, "goals[].id").collect();
                let named = move |id: &String| {
                    let goals = goals.iter().map(|(_, goal)| format!("{id}/{goal}"));
                    goals.collect::<Vec<_>>()
                };
                ids_of(file).iter().flat_map(named).collect::<Vec<_>>()
            });
            Some(goals.collect())
        }
        Target::HubPage => Some(ids_of_all(
            &folder.of(FileKind::HubPage).collect::<Vec<_>>(),
        )),
        Target::Term => match folder.of(FileKind::Glossary).next() {
            Some(file) => listed(Some(file), "terms[].id"),
            None => Some(BTreeSet::new()),
        },
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
    let (kind, what) = target.unknown();
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
