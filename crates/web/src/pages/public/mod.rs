//! Pages that anyone may read.

mod example;
pub(crate) mod feedback;
pub(crate) mod goal;
pub(crate) mod how_it_works;
pub(crate) mod method;
pub(crate) mod question;
pub(crate) mod questions;
pub(crate) mod sender;
pub(crate) mod start;
pub(crate) mod strategy;
pub(crate) mod replies;
pub(crate) mod subject;
pub(crate) mod tip;
pub(crate) mod tips;

use domain::instrument::{Card, Content, Edition, Level, Place, Serves};
use domain::text::Lang;
use l10n::Texts;

use crate::context::Cx;
use crate::routes::Page;

/// A count for a text with a number in it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The one of two texts that is in the language.
pub(crate) fn pick<'a>(lang: Lang, sv: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// One of the four levels, whatever the question.
struct LevelLine {
    /// "Nivå 3 – Systematiskt".
    name: String,
    meaning: String,
}

/// The four levels in order.
fn levels(content: &Content, t: &Texts, lang: Lang) -> Vec<LevelLine> {
    Level::ALL
        .into_iter()
        .zip(&content.levels)
        .map(|(level, entry)| LevelLine {
            name: t.level_title(level.number(), entry.name.get(lang)),
            meaning: entry.meaning.get(lang).to_owned(),
        })
        .collect()
}

/// A page or act outside the service that ours builds on.
pub(crate) struct SourceLink {
    pub(crate) address: String,
    pub(crate) title: String,
    /// Who publishes it, and when we last looked.
    pub(crate) by: String,
}

/// A source by its id. `None` only for content that the loader refuses.
pub(crate) fn source(cx: &Cx, id: &str) -> Option<SourceLink> {
    let source = cx.app().content.sources.get(id)?;
    let checked = l10n::day(&source.checked, cx.lang());
    Some(SourceLink {
        address: source.address.clone(),
        title: source.title.get(cx.lang()).to_owned(),
        by: cx.texts().public_source_by(&source.publisher, checked),
    })
}

/// A link to one of our own pages.
pub(crate) struct Link {
    pub(crate) address: String,
    pub(crate) text: String,
}

pub(crate) fn card_link(cx: &Cx, card: &Card) -> Link {
    Link {
        address: cx.path(Page::Tip, &[&card.id]),
        text: card.title.get(cx.lang()).to_owned(),
    }
}

/// A link to a question by its number and words.
pub(crate) fn question_link(cx: &Cx, edition: &Edition, id: &str) -> Option<Link> {
    let question = edition.question(id)?;
    let place = edition.place(id)?;
    let text = format!("{} {}", place.label(), question.question.get(cx.lang()));
    Some(Link {
        address: cx.path(Page::Question, &[id]),
        text,
    })
}

/// A link to everything about a topic.
pub(crate) fn topic_link(cx: &Cx, id: &str) -> Option<Link> {
    let tag = cx.app().content.tags.get(id)?;
    Some(Link {
        address: cx.path(Page::Topic, &[id]),
        text: pick(cx.lang(), &tag.sv, &tag.en).to_owned(),
    })
}

/// The part of the page of all questions, or of all tips, that a goal has.
fn goal_address(cx: &Cx, page: Page, goal: &str) -> String {
    format!("{}#mal-{goal}", cx.path(page, &[]))
}

/// The marks of a question that readers are told of.
struct Marks {
    essential: bool,
    quick: bool,
    duty: bool,
}

impl Marks {
    fn of(edition: &Edition, place: &Place<'_>) -> Self {
        Marks {
            essential: place.mapped.essential,
            quick: place.mapped.quick,
            duty: edition
                .question(&place.mapped.id)
                .is_some_and(|question| !question.duties.is_empty()),
        }
    }
}

/// The steps that a card takes for a question, lowest first, as "from" and "to".
fn steps(serves: &Serves) -> impl Iterator<Item = (Level, Level)> {
    Level::ALL
        .into_iter()
        .filter(|&level| serves.offered_at(level))
        .filter_map(|level| Some((level, level.next()?)))
}
