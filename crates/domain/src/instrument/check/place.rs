//! Where in a content folder a file stands, and what its place says about it.

use crate::hub::Kind;
use crate::instrument::schema::FileKind;

/// A file's place, as its path says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// A file of its own kind, in its own place.
    Top(FileKind),
    /// `frameworks/<id>.toml`
    Framework { id: &'a str },
    /// `editions/<id>/edition.toml`
    Edition { id: &'a str },
    /// `editions/<edition>/previous.toml`
    Previous { edition: &'a str },
    /// `editions/<edition>/questions/<area>/<name>.toml`
    Question {
        edition: &'a str,
        area: &'a str,
        name: &'a str,
    },
    /// `editions/<edition>/cards/<area>/<id>.toml`
    Card { edition: &'a str, id: &'a str },
    /// `hub/<kind>/<id>.toml`
    HubPage { kind: Kind, id: &'a str },
}

/// The files at the top that every folder must have.
pub(super) const TOP: [(&str, FileKind); 6] = [
    ("levels.toml", FileKind::Levels),
    ("tags.toml", FileKind::Tags),
    ("sources.toml", FileKind::Sources),
    ("terms.toml", FileKind::Terms),
    ("references.toml", FileKind::References),
    ("comparison.toml", FileKind::Comparison),
];

/// Files of their own kind that a folder may do without.
const OPTIONAL: [(&str, FileKind); 3] = [
    ("links.toml", FileKind::Links),
    ("hub/glossary.toml", FileKind::Glossary),
    ("hub/synonyms.toml", FileKind::Synonyms),
];

impl<'a> Place<'a> {
    /// The place of a path; `None` if no file belongs there.
    pub(super) fn of(path: &'a str) -> Option<Place<'a>> {
        let mut single = TOP.into_iter().chain(OPTIONAL);
        if let Some((_, kind)) = single.find(|(name, _)| *name == path) {
            return Some(Place::Top(kind));
        }
        let parts: Vec<&str> = path.strip_suffix(".toml")?.split('/').collect();
        if parts.contains(&"") {
            return None;
        }
        match parts[..] {
            ["frameworks", id] => Some(Place::Framework { id }),
            ["editions", id, "edition"] => Some(Place::Edition { id }),
            ["editions", edition, "previous"] => Some(Place::Previous { edition }),
            ["editions", edition, "questions", area, name] => Some(Place::Question {
                edition,
                area,
                name,
            }),
            ["editions", edition, "cards", _, id] => Some(Place::Card { edition, id }),
            ["hub", folder, id] => {
                let mut kinds = Kind::ALL.into_iter();
                let kind = kinds.find(|kind| kind.folder() == folder)?;
                Some(Place::HubPage { kind, id })
            }
            _ => None,
        }
    }

    /// The kind of file that belongs here.
    pub(super) fn kind(self) -> FileKind {
        match self {
            Place::Top(kind) => kind,
            Place::Framework { .. } => FileKind::Framework,
            Place::Edition { .. } => FileKind::Edition,
            Place::Previous { .. } => FileKind::Previous,
            Place::Question { .. } => FileKind::Question,
            Place::Card { .. } => FileKind::Card,
            Place::HubPage { .. } => FileKind::HubPage,
        }
    }

    /// The id that the file must have, if it has one of its own.
    pub(super) fn id(self) -> Option<String> {
        match self {
            Place::Top(_) | Place::Previous { .. } => None,
            Place::Framework { id }
            | Place::Edition { id }
            | Place::Card { id, .. }
            | Place::HubPage { id, .. } => Some(id.to_owned()),
            Place::Question { area, name, .. } => Some(format!("{area}.{name}")),
        }
    }

    /// Whether the file is part of the knowledge hub.
    pub(super) fn is_hub(self) -> bool {
        matches!(
            self.kind(),
            FileKind::HubPage | FileKind::Glossary | FileKind::Synonyms
        )
    }

    /// The edition that the file is part of.
    pub(super) fn edition(self) -> Option<&'a str> {
        match self {
            Place::Top(_) | Place::Framework { .. } | Place::HubPage { .. } => None,
            Place::Edition { id } => Some(id),
            Place::Previous { edition }
            | Place::Question { edition, .. }
            | Place::Card { edition, .. } => Some(edition),
        }
    }
}

/// Whether the check passes over a file: licences, notes for people, hidden files and folders, and
/// the register of organisations, which has a check of its own.
pub fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("register/")
        || name.starts_with("LICENSE")
        || name.starts_with("README")
        || name.ends_with(".md")
        || path.split('/').any(|part| part.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_the_path() {
        let question = Place::of("editions/e-1/questions/ratt/avtal.toml");
        assert_eq!(question.and_then(Place::id).as_deref(), Some("ratt.avtal"));
        assert_eq!(question.and_then(Place::edition), Some("e-1"));
        let card = Place::of("editions/e-1/cards/ratt/ring-upp.toml");
        assert_eq!(card.and_then(Place::id).as_deref(), Some("ring-upp"));
        let article = Place::of("hub/articles/ett-enda-anbud.toml");
        assert_eq!(
            article.and_then(Place::id).as_deref(),
            Some("ett-enda-anbud")
        );
        for stray in [
            "x.toml",
            "hub/x.toml",
            "hub/notes/x.toml",
            "hub/articles/a/x.toml",
            "levels.json",
            "editions//edition.toml",
            "editions/e/q/a/b.toml",
            "",
        ] {
            assert_eq!(Place::of(stray), None, "{stray}");
        }
    }

    #[test]
    fn notes_and_licences_are_passed_over() {
        for path in [
            "LICENSE",
            "LICENSES.txt",
            "editions/README",
            "a/notes.md",
            ".git/config",
            "a/.b",
            "register/sweden.csv",
        ] {
            assert!(is_ignored(path), "{path}");
        }
        assert!(!is_ignored("tags.toml"));
    }
}
