//! One article, example, tool or template, and the same as plain text.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::hub::{Owner, Page as HubPage};
use l10n::Texts;

use super::{Entry, kind};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer, plain};
use crate::pages::public::{Link, SourceLink, card_link, question_link, source, topic_link};
use crate::routes::Page;

/// With more parts than this, the page begins with a list of them.
const PARTS: usize = 3;

#[derive(Template)]
#[template(path = "hub/page.html")]
struct EntryPage<'a> {
    layout: Layout<'a>,
    back: String,
    kind: String,
    title: &'a str,
    summary: &'a str,
    /// Of an example: what says so, of a named organisation; that it is a pattern, of others.
    organisation: Option<(&'a str, Option<SourceLink>)>,
    pattern: bool,
    contents: bool,
    parts: Vec<Part<'a>>,
    goals: Vec<Link>,
    questions: Vec<Link>,
    cards: Vec<Link>,
    topics: Vec<Link>,
    related: Vec<Entry>,
    sources: Vec<SourceLink>,
    owner: String,
    reviewed: String,
    /// The page as plain text.
    text: String,
}

/// A part of the page.
struct Part<'a> {
    heading: &'a str,
    html: Markup,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let entry = entry(&cx)?;
    let (t, lang, file) = (cx.texts(), cx.lang(), &entry.file);
    let content = &cx.app().content;
    let sources: Vec<SourceLink> = file
        .sources
        .iter()
        .filter_map(|id| source(&cx, id))
        .collect();
    let topics: Vec<Link> = file
        .tags
        .iter()
        .filter_map(|id| topic_link(&cx, id))
        .collect();
    let texts = file.sections.iter().map(|section| section.text.get(lang));
    let mut writer = Writer::new(&cx)
        .around(texts)
        .beside(sources.iter().map(|source| &source.title))
        .beside(topics.iter().map(|topic| &topic.text));
    let goals = edition
        .goals
        .iter()
        .filter(|goal| entry.is_about_goal(&edition.framework, &goal.id));
    page(&EntryPage {
        back: cx.path(Page::Hub, &[]),
        kind: kind(t, entry),
        title: file.title.get(lang),
        summary: file.summary.get(lang),
        organisation: file
            .organisation
            .as_ref()
            .map(|it| (it.name.as_str(), source(&cx, &it.source))),
        pattern: entry.is_pattern(),
        contents: file.sections.len() > PARTS,
        parts: file
            .sections
            .iter()
            .map(|section| Part {
                heading: section.heading.get(lang),
                html: writer.blocks(section.text.get(lang)),
            })
            .collect(),
        goals: goals
            .map(|goal| Link {
                address: cx.path(Page::StrategyGoal, &[&goal.id]),
                text: t.public_goal(&goal.id, goal.short.get(lang)),
            })
            .collect(),
        questions: file
            .questions
            .iter()
            .filter_map(|id| question_link(&cx, edition, id))
            .collect(),
        cards: file
            .cards
            .iter()
            .filter_map(|id| edition.card(id))
            .map(|card| card_link(&cx, card))
            .collect(),
        topics,
        related: file
            .related
            .iter()
            .filter_map(|id| content.hub.pages.get(id))
            .map(|page| Entry::of(&cx, page))
            .collect(),
        sources,
        owner: owner(t, file.owner),
        reviewed: l10n::day(&file.reviewed, lang),
        text: cx.path(Page::HubText, &[&file.id]),
        layout: Layout::of(&cx).about(format!("hub:{}", file.id)),
    })
}

/// The page without anything around it, to copy.
pub(crate) async fn text(cx: Cx) -> Result<Response, Failure> {
    let (entry, lang) = (entry(&cx)?, cx.lang());
    let mut text = format!("{}\n\n", entry.file.title.get(lang));
    for section in &entry.file.sections {
        text.push_str(&format!(
            "{}\n\n{}\n\n",
            section.heading.get(lang),
            plain(section.text.get(lang))
        ));
    }
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

fn entry(cx: &Cx) -> Result<&HubPage, Failure> {
    let pages = &cx.app().content.hub.pages;
    pages.get(cx.segment("entry")).ok_or(Failure::NotFound)
}

fn owner(t: &Texts, owner: Owner) -> String {
    match owner {
        Owner::Redaktionen => t.hub_owner_editors(),
        Owner::Jurist => t.hub_owner_lawyer(),
        Owner::Statistik => t.hub_owner_statistics(),
    }
}
