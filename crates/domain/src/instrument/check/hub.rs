//! The knowledge hub: what its texts hold and where they link, when a page is gone through again,
//! and that there is something to read about every goal and topic.

use std::collections::BTreeSet;

use super::folder::{EditionFiles, Folder};
use super::place::Place;
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::references::{Target, known};
use super::value::{select, select_texts, text, texts_in};
use crate::day::Day;
use crate::hub::markdown::{self, HTML};
use crate::hub::{Kind, Owner};
use crate::instrument::schema::FileKind;
use crate::text::Lang;

/// Where Markdown stands: the last key of a field before its language, by kind of file.
const MARKDOWN: [(FileKind, &str); 3] = [
    (FileKind::HubPage, "text"),
    (FileKind::Glossary, "text"),
    (FileKind::Framework, "explained"),
];

/// The address of the glossary, beside the pages of the hub; its English one, `glossary`, is no
/// word that editors choose: ids are Swedish.
const GLOSSARY: &str = "ordlista";

/// Whether a text is written in Markdown.
pub(super) fn is_markdown(file: &File<'_>, field: &str) -> bool {
    MARKDOWN
        .iter()
        .any(|(kind, key)| file.place.kind() == *kind && field.rsplit('.').nth(1) == Some(key))
}

/// Checks the hub, and the longer texts of frameworks.
pub(super) fn check(folder: &Folder<'_>, report: &mut Report) {
    let current = folder.current();
    for file in folder.files().filter(|file| file.whole) {
        let kind = file.place.kind();
        if MARKDOWN.iter().any(|(of, _)| *of == kind) {
            check_texts(folder, current.as_ref(), file, report);
        }
        if let Place::HubPage { kind, id } = file.place {
            if id == GLOSSARY {
                let message = "the glossary has that address; choose another id";
                report.add(file.path, "id", ProblemKind::DuplicateId, message);
            }
            check_review(file, report);
            check_sources(file, kind, report);
        }
    }
    check_coverage(folder, current.as_ref(), report);
}

/// No text holds HTML, and Markdown holds what it may, with links that lead somewhere.
fn check_texts(
    folder: &Folder<'_>,
    current: Option<&EditionFiles<'_, '_>>,
    file: &File<'_>,
    report: &mut Report,
) {
    for lang in Lang::ALL {
        for (field, text) in texts_in(&file.value, lang) {
            let markdown = is_markdown(file, &field);
            for stranger in markdown::strangers(text) {
                let (kind, rule) = match stranger {
                    HTML => (ProblemKind::Html, "no text may have it"),
                    _ => (
                        ProblemKind::Markup,
                        "texts have paragraphs, bold, lists, tables and links",
                    ),
                };
                if markdown || kind == ProblemKind::Html {
                    let message = format!("holds {stranger}: {rule}; write it in another way");
                    report.add(file.path, field.as_str(), kind, message);
                }
            }
            for link in markdown::links(text) {
                check_link(folder, current, file, &field, &link.to, report);
            }
            if markdown && lang == Lang::Sv {
                check_same_links(file, &field, text, report);
            }
        }
    }
}

fn check_link(
    folder: &Folder<'_>,
    current: Option<&EditionFiles<'_, '_>>,
    file: &File<'_>,
    field: &str,
    link: &str,
    report: &mut Report,
) {
    let Some(target) = markdown::Target::read(link) else {
        let message = format!(
            "links to {}; a link is card:, question:, hub:, term: or source: and an id",
            quoted(link)
        );
        report.add(file.path, field, ProblemKind::BadLink, message);
        return;
    };
    let (target, id) = match target {
        markdown::Target::Card(id) => (Target::Card, id),
        markdown::Target::Question(id) => (Target::Question, id),
        markdown::Target::Page(id) => (Target::HubPage, id),
        markdown::Target::Term(id) => (Target::Term, id),
        markdown::Target::Source(id) => (Target::Source, id),
    };
    let known = known(target, folder, current);
    if known.is_some_and(|known| !known.contains(id)) {
        let (kind, what) = target.unknown();
        let message = format!("links to {}: {what}; correct the link", quoted(link));
        report.add(file.path, field, kind, message);
    }
}

/// Both languages link to the same things, in whatever order their sentences have.
fn check_same_links(file: &File<'_>, field: &str, swedish: &str, report: &mut Report) {
    let field = field.trim_end_matches(".sv");
    let english = format!("{field}.en");
    let texts = texts_in(&file.value, Lang::En);
    let Some((_, text)) = texts.iter().find(|(field, _)| *field == english) else {
        return;
    };
    let of = |text: &str| -> BTreeSet<String> {
        let links = markdown::links(text).into_iter();
        links.map(|link| link.to).collect()
    };
    let (swedish, translated) = (of(swedish), of(text));
    if swedish != translated {
        let differing: Vec<&str> = swedish
            .symmetric_difference(&translated)
            .map(String::as_str)
            .collect();
        let message = format!(
            "only one language links to {}; link to the same in both",
            quoted(&differing.join(", "))
        );
        report.add(file.path, english, ProblemKind::LinksDiffer, message);
    }
}

fn check_review(file: &File<'_>, report: &mut Report) {
    let day = |key| text(&file.value, key).and_then(|day| Day::try_from(day).ok());
    let (Some(reviewed), Some(review)) = (day("reviewed"), day("review")) else {
        return;
    };
    let owner = match text(&file.value, "owner") {
        Some("jurist") => Owner::Jurist,
        _ => Owner::Redaktionen,
    };
    let months = owner.months();
    if review <= reviewed || review.months_before(months) > reviewed {
        let message = format!(
            "{review} is not within {months} months after {reviewed}, when it was last gone through; \
             choose another day"
        );
        report.add(file.path, "review", ProblemKind::ReviewDay, message);
    }
}

/// An article, and an example that names an organisation, says what it builds on; nothing else
/// names an organisation.
fn check_sources(file: &File<'_>, kind: Kind, report: &mut Report) {
    let named = file.value.get("organisation").is_some();
    if named && kind != Kind::Example {
        let message = "only an example has an organisation; remove it";
        report.add(file.path, "organisation", ProblemKind::UnknownKey, message);
    }
    let states = kind == Kind::Article || (kind == Kind::Example && named);
    let sources = file.value.get("sources").and_then(|list| list.as_array());
    if states && sources.is_some_and(Vec::is_empty) {
        let message = "no source; add what the text builds on";
        report.add(file.path, "sources", ProblemKind::MissingSource, message);
    }
}

/// A hub that there is has an article for every goal of the current edition and every topic.
fn check_coverage(
    folder: &Folder<'_>,
    current: Option<&EditionFiles<'_, '_>>,
    report: &mut Report,
) {
    if folder.of(FileKind::HubPage).next().is_none() {
        return;
    }
    let named = |key: &str| -> BTreeSet<&str> {
        let articles = folder.of(FileKind::HubPage).filter(|file| {
            matches!(
                file.place,
                Place::HubPage {
                    kind: Kind::Article,
                    ..
                }
            )
        });
        articles
            .flat_map(|file| select_texts(&file.value, key))
            .map(|(_, id)| id)
            .collect()
    };
    let mut missing = |kind, what: String| {
        let message = format!("no article is about {what}; write one or name it in one");
        report.add("hub/articles/", "", kind, message);
    };
    let edition = current.and_then(|edition| edition.file);
    if let Some(framework) = edition.and_then(|file| text(&file.value, "framework")) {
        let goals = named("goals[]");
        let mapped = edition.map(|file| select_texts(&file.value, "mapping[].goal"));
        for (_, goal) in mapped.into_iter().flatten() {
            let goal = format!("{framework}/{goal}");
            if !goals.contains(goal.as_str()) {
                missing(
                    ProblemKind::GoalWithoutArticle,
                    format!("the goal {}", quoted(&goal)),
                );
            }
        }
    }
    let tags = named("tags[]");
    for file in folder.of(FileKind::Tags).filter(|file| file.whole) {
        for (_, tag) in select(&file.value, "tags[].id") {
            if let Some(tag) = tag.as_str().filter(|tag| !tags.contains(tag)) {
                missing(
                    ProblemKind::TagWithoutArticle,
                    format!("the topic {}", quoted(tag)),
                );
            }
        }
    }
}
