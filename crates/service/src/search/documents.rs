//! What can be found.

use domain::hub::{Page, Term, markdown};
use domain::instrument::{Card, Content, Goal, Question};
use domain::text::{Lang, Text};

/// What a hit leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A question, by id.
    Question(String),
    /// A tip, by id.
    Card(String),
    /// A page of the hub, by id.
    Page(String),
    /// A word of the glossary, by id.
    Term(String),
    /// A goal of the current edition, by id.
    Goal(String),
    /// A page that whoever made the search knows by this name.
    Other(String),
}

/// Something that can be found, in one language.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// The rest of what it says, in pieces.
    pub text: Vec<String>,
}

/// Everything in the content that has a public page.
pub(super) fn of(content: &Content, lang: Lang) -> Vec<Document> {
    let mut all = Vec::new();
    if let Some(edition) = content.editions.get(&content.current) {
        all.extend(edition.goals.iter().map(|it| goal(it, lang)));
        all.extend(edition.places().map(|(_, it)| question(it, lang)));
        all.extend(edition.cards.values().map(|it| card(it, lang)));
    }
    all.extend(content.hub.pages.values().map(|it| page(it, lang)));
    all.extend(content.hub.terms.values().map(|it| term(it, lang)));
    all
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a Text>, lang: Lang) -> Vec<String> {
    let texts = texts.into_iter().map(|text| text.get(lang).to_owned());
    texts.collect()
}

fn goal(goal: &Goal, lang: Lang) -> Document {
    let explained = goal.explained.as_ref();
    let mut text = vec![goal.short.get(lang).to_owned()];
    text.extend(
        explained
            .into_iter()
            .flat_map(|it| markdown::blocks(it.get(lang))),
    );
    Document {
        target: Target::Goal(goal.id.clone()),
        title: goal.title.get(lang).to_owned(),
        summary: goal.summary.get(lang).to_owned(),
        text,
    }
}

fn question(question: &Question, lang: Lang) -> Document {
    let mut text = texts(&question.levels, lang);
    text.push(question.boundary.get(lang).to_owned());
    let in_lang = |sv: &String, en: &String| match lang {
        Lang::Sv => sv.clone(),
        Lang::En => en.clone(),
    };
    text.extend(question.evidence.iter().map(|it| in_lang(&it.sv, &it.en)));
    text.extend(question.examples.iter().map(|it| in_lang(&it.sv, &it.en)));
    text.extend(question.duties.iter().map(|it| in_lang(&it.sv, &it.en)));
    Document {
        target: Target::Question(question.id.clone()),
        title: question.question.get(lang).to_owned(),
        summary: question.why.get(lang).to_owned(),
        text,
    }
}

fn card(card: &Card, lang: Lang) -> Document {
    let mut text = texts([&card.monday, &card.done, &card.pattern, &card.who], lang);
    text.extend(texts(&card.steps, lang));
    Document {
        target: Target::Card(card.id.clone()),
        title: card.title.get(lang).to_owned(),
        summary: card.what.get(lang).to_owned(),
        text,
    }
}

fn page(page: &Page, lang: Lang) -> Document {
    let sections = page.file.sections.iter().flat_map(|section| {
        let mut text = vec![section.heading.get(lang).to_owned()];
        text.extend(markdown::blocks(section.text.get(lang)));
        text
    });
    let organisation = page.file.organisation.iter().map(|it| it.name.clone());
    Document {
        target: Target::Page(page.file.id.clone()),
        title: page.file.title.get(lang).to_owned(),
        summary: page.file.summary.get(lang).to_owned(),
        text: sections.chain(organisation).collect(),
    }
}

fn term(term: &Term, lang: Lang) -> Document {
    let mut title = term.term.get(lang).to_owned();
    if let Some(first) = title.get(..1).map(str::to_uppercase) {
        title.replace_range(..1, &first);
    }
    Document {
        target: Target::Term(term.id.clone()),
        title,
        summary: markdown::blocks(term.text.get(lang)).join(" "),
        text: Vec::new(),
    }
}
