//! From files without problems to [`Content`].

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::folder::{EditionFiles, Folder};
use super::place::Place;
use super::problem::{ProblemKind, Report};
use super::read::File;
use crate::hub::source::{GlossaryFile, SynonymsFile};
use crate::hub::{Hub, Page};
use crate::instrument::model::{Content, Edition, Framework, Goal};
use crate::instrument::schema::FileKind;
use crate::instrument::source::{
    CardFile, ComparisonFile, EditionFile, FrameworkFile, LevelsFile, LinksFile, PreviousFile,
    QuestionFile, ReferencesFile, SourcesFile, TagsFile, TermsFile,
};

/// Builds the content; `None`, with the reason in the report, if a file does not have its shape
/// after all.
pub(super) fn content(folder: &Folder<'_>, report: &mut Report) -> Option<Content> {
    let levels: LevelsFile = typed(folder.of(FileKind::Levels).next()?, report)?;
    let tags: TagsFile = typed(folder.of(FileKind::Tags).next()?, report)?;
    let sources: SourcesFile = typed(folder.of(FileKind::Sources).next()?, report)?;
    let terms: TermsFile = typed(folder.of(FileKind::Terms).next()?, report)?;
    let references: ReferencesFile = typed(folder.of(FileKind::References).next()?, report)?;
    let comparison: ComparisonFile = typed(folder.of(FileKind::Comparison).next()?, report)?;
    let frameworks = folder.of(FileKind::Framework);
    let frameworks: Vec<FrameworkFile> = frameworks
        .map(|file| typed(file, report))
        .collect::<Option<_>>()?;
    let frameworks = by_id(frameworks, |framework| &framework.id);
    let editions = folder.editions();
    let editions: Vec<Edition> = editions
        .iter()
        .map(|files| edition(files, &frameworks, report))
        .collect::<Option<_>>()?;
    let links: LinksFile = optional(folder, FileKind::Links, report)?.unwrap_or_default();
    Some(Content {
        levels: levels.levels,
        tags: by_id(tags.tags, |tag| &tag.id),
        sources: by_id(sources.sources, |source| &source.id),
        terms,
        references: references.references,
        comparison,
        frameworks,
        editions: by_id(editions, |edition| &edition.id),
        current: folder.current()?.id.to_owned(),
        hub: hub(folder, report)?,
        links: links.links,
    })
}

fn hub(folder: &Folder<'_>, report: &mut Report) -> Option<Hub> {
    let pages = folder.of(FileKind::HubPage).map(|file| {
        let Place::HubPage { kind, .. } = file.place else {
            return None;
        };
        let file = typed(file, report)?;
        Some(Page { kind, file })
    });
    let pages: Vec<Page> = pages.collect::<Option<_>>()?;
    let glossary: Option<GlossaryFile> = optional(folder, FileKind::Glossary, report)?;
    let synonyms: Option<SynonymsFile> = optional(folder, FileKind::Synonyms, report)?;
    let terms = glossary.map(|file| file.terms).unwrap_or_default();
    Some(Hub {
        pages: by_id(pages, |page| &page.file.id),
        terms: by_id(terms, |term| &term.id),
        synonyms: synonyms.map(|file| file.groups).unwrap_or_default(),
    })
}

/// A file that the folder may do without; `None` only if it is there and is not right.
fn optional<T: DeserializeOwned>(
    folder: &Folder<'_>,
    kind: FileKind,
    report: &mut Report,
) -> Option<Option<T>> {
    match folder.of(kind).next() {
        Some(file) => Some(Some(typed(file, report)?)),
        None => Some(None),
    }
}

fn edition(
    files: &EditionFiles<'_, '_>,
    frameworks: &BTreeMap<String, Framework>,
    report: &mut Report,
) -> Option<Edition> {
    let file: EditionFile = typed(files.file?, report)?;
    let previous: Option<PreviousFile> = match files.previous {
        Some(file) => Some(typed(file, report)?),
        None => None,
    };
    let questions = files.questions.iter().map(|file| typed(file, report));
    let questions: Vec<QuestionFile> = questions.collect::<Option<_>>()?;
    let cards = files.cards.iter().map(|file| typed(file, report));
    let cards: Vec<CardFile> = cards.collect::<Option<_>>()?;
    Some(Edition {
        goals: goals(&file, frameworks.get(&file.framework)?)?,
        previous,
        questions: by_id(questions, |question| &question.id),
        cards: by_id(cards, |card| &card.id),
        id: file.id,
        number: file.number,
        structure: file.structure,
        texts: file.texts,
        cards_version: file.cards,
        published: file.published,
        title: file.title,
        counts: file.counts,
        framework: file.framework,
    })
}

/// The mapped goals, in the framework's order.
fn goals(file: &EditionFile, framework: &Framework) -> Option<Vec<Goal>> {
    let mapped = framework.goals.iter().filter_map(|goal| {
        let mapping = file
            .mapping
            .iter()
            .find(|mapping| mapping.goal == goal.id)?;
        Some((goal, mapping))
    });
    mapped
        .map(|(goal, mapping)| {
            Some(Goal {
                id: goal.id.clone(),
                overarching: mapping.overarching,
                title: goal.title.clone()?,
                short: goal.short.clone()?,
                summary: goal.summary.clone()?,
                explained: goal.explained.clone(),
                questions: mapping.questions.clone(),
            })
        })
        .collect()
}

fn typed<T: DeserializeOwned>(file: &File<'_>, report: &mut Report) -> Option<T> {
    match T::deserialize(&file.value) {
        Ok(typed) => Some(typed),
        Err(error) => {
            let message = format!("{error}; correct it");
            report.add(file.path, "", ProblemKind::WrongType, message);
            None
        }
    }
}

fn by_id<T>(entries: Vec<T>, id: impl Fn(&T) -> &String) -> BTreeMap<String, T> {
    let entries = entries.into_iter().map(|entry| (id(&entry).clone(), entry));
    entries.collect()
}
