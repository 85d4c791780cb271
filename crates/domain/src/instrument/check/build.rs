//! From files without problems to [`Content`].

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::folder::{EditionFiles, Folder};
use super::problem::{ProblemKind, Report};
use super::read::File;
use crate::instrument::model::{Content, Edition, Framework, Goal};
use crate::instrument::schema::FileKind;
use crate::instrument::source::{
    CardFile, ComparisonFile, EditionFile, FrameworkFile, LevelsFile, PreviousFile, QuestionFile,
    ReferencesFile, SourcesFile, TagsFile, TermsFile,
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
    let current = editions
        .iter()
        .max_by_key(|edition| (&edition.published, edition.number, &edition.id))?
        .id
        .clone();
    Some(Content {
        levels: levels.levels,
        tags: by_id(tags.tags, |tag| &tag.id),
        sources: by_id(sources.sources, |source| &source.id),
        terms,
        references: references.references,
        comparison,
        frameworks,
        editions: by_id(editions, |edition| &edition.id),
        current,
    })
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
