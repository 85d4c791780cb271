//! The files of a folder as the checks look them up.

use std::collections::{BTreeMap, BTreeSet};

use super::place::{Place, TOP, is_ignored};
use super::problem::{ProblemKind, Report};
use super::read::{File, read};
use super::value::{number, select_texts, text};
use crate::instrument::model::Reference;
use crate::instrument::schema::FileKind;

/// The files that have a place in the folder, by path.
pub(super) struct Folder<'a>(Vec<File<'a>>);

impl<'a> Folder<'a> {
    /// Reads the files; reports those that cannot be read, do not belong or are missing.
    pub(super) fn read(files: &'a BTreeMap<String, Vec<u8>>, report: &mut Report) -> Folder<'a> {
        let mut found = Vec::new();
        for (path, bytes) in files.iter().filter(|(path, _)| !is_ignored(path)) {
            match Place::of(path) {
                Some(place) => found.push(read(path, place, bytes, report)),
                None => {
                    let message = "no file belongs here; remove it or give it its right name";
                    report.add(path, "", ProblemKind::StrayFile, message);
                }
            }
        }
        let folder = Folder(found);
        folder.report_missing(report);
        folder
    }

    fn report_missing(&self, report: &mut Report) {
        let missing = |report: &mut Report, path: &str, why: &str| {
            let message = format!("the file is missing; {why}");
            report.add(path, "", ProblemKind::MissingFile, message);
        };
        for (path, kind) in TOP {
            if self.of(kind).next().is_none() {
                missing(report, path, "every content folder has it");
            }
        }
        let editions = self.editions();
        if editions.is_empty() {
            missing(
                report,
                "editions/",
                "a content folder has at least one edition",
            );
        }
        for edition in editions.iter().filter(|edition| edition.file.is_none()) {
            let path = format!("editions/{}/edition.toml", edition.id);
            missing(report, &path, "it says which questions form the edition");
        }
        let surveyed = self.of(FileKind::References).any(|file| {
            select_texts(&file.value, "references[].goal")
                .next()
                .is_some()
        });
        if surveyed && self.framework(Reference::FRAMEWORK).is_none() {
            let path = format!("frameworks/{}.toml", Reference::FRAMEWORK);
            missing(
                report,
                &path,
                "the values in references.toml are for its goals",
            );
        }
    }

    /// All files, by path.
    pub(super) fn files(&self) -> impl Iterator<Item = &File<'a>> {
        self.0.iter()
    }

    /// The files of one kind, by path.
    pub(super) fn of(&self, kind: FileKind) -> impl Iterator<Item = &File<'a>> {
        self.files().filter(move |file| file.place.kind() == kind)
    }

    /// A framework by id.
    pub(super) fn framework(&self, id: &str) -> Option<&File<'a>> {
        self.of(FileKind::Framework).find(|file| {
            file.place == Place::Framework { id } || text(&file.value, "id") == Some(id)
        })
    }

    /// The editions, by id.
    pub(super) fn editions(&self) -> Vec<EditionFiles<'_, 'a>> {
        let ids: BTreeSet<&str> = self
            .files()
            .filter_map(|file| file.place.edition())
            .collect();
        let of = |kind, id| {
            self.of(kind)
                .filter(move |file| file.place.edition() == Some(id))
        };
        let edition = |id| EditionFiles {
            id,
            file: of(FileKind::Edition, id).next(),
            previous: of(FileKind::Previous, id).next(),
            questions: of(FileKind::Question, id).collect(),
            cards: of(FileKind::Card, id).collect(),
        };
        ids.into_iter().map(edition).collect()
    }

    /// The edition that rounds are started on: the one published last.
    pub(super) fn current(&self) -> Option<EditionFiles<'_, 'a>> {
        self.editions()
            .into_iter()
            .filter(|edition| edition.file.is_some())
            .max_by_key(|edition| {
                let value = edition.file.map(|file| &file.value);
                let published = value.and_then(|value| text(value, "published"));
                let number = value.and_then(|value| number(value, "number"));
                (published.map(str::to_owned), number, edition.id)
            })
    }
}

/// The files of one edition.
pub(super) struct EditionFiles<'f, 'a> {
    /// The folder's name.
    pub(super) id: &'a str,
    /// `edition.toml`
    pub(super) file: Option<&'f File<'a>>,
    /// `previous.toml`
    pub(super) previous: Option<&'f File<'a>>,
    /// The questions, by path.
    pub(super) questions: Vec<&'f File<'a>>,
    /// The cards, by path.
    pub(super) cards: Vec<&'f File<'a>>,
}

/// The ids a file goes by: the one its place gives it and the one it says it has. They differ
/// only by mistake, and the mistake is reported once, not again by everything that refers to it.
pub(super) fn ids_of(file: &File<'_>) -> BTreeSet<String> {
    let written = text(&file.value, "id").map(str::to_owned);
    file.place.id().into_iter().chain(written).collect()
}

/// The ids that several files go by.
pub(super) fn ids_of_all(files: &[&File<'_>]) -> BTreeSet<String> {
    files.iter().flat_map(|file| ids_of(file)).collect()
}
