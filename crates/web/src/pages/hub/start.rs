//! Where the hub begins: search, then what there is by goal, topic and kind.

use askama::Template;
use axum::response::Response;
use domain::hub::{Kind, Page as HubPage};

use super::{Entry, entries};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::public::{Link, number};
use crate::routes::Page;

/// How many of the latest are shown.
const LATEST: usize = 5;

#[derive(Template)]
#[template(path = "hub/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    goals: Vec<(Link, u32)>,
    topics: Vec<(Link, u32)>,
    kinds: Vec<KindBlock>,
    latest: Vec<Entry>,
    glossary: String,
    terms: u32,
}

/// All pages of one kind.
struct KindBlock {
    id: &'static str,
    heading: String,
    entries: Vec<Entry>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let (content, t, lang) = (&cx.app().content, cx.texts(), cx.lang());
    let count = |holds: &dyn Fn(&HubPage) -> bool| {
        number(
            content
                .hub
                .pages
                .values()
                .filter(|page| holds(page))
                .count(),
        )
    };
    let goals = edition.goals.iter().map(|goal| {
        let link = Link {
            address: cx.path(Page::StrategyGoal, &[&goal.id]),
            text: t.public_goal(&goal.id, goal.short.get(lang)),
        };
        (
            link,
            count(&|page| page.is_about_goal(&edition.framework, &goal.id)),
        )
    });
    let topics = content.tags.values().map(|tag| {
        let link = Link {
            address: cx.path(Page::Topic, &[&tag.id]),
            text: crate::pages::public::pick(lang, &tag.sv, &tag.en).to_owned(),
        };
        (link, count(&|page| page.file.tags.contains(&tag.id)))
    });
    let mut topics: Vec<_> = topics.filter(|(_, count)| *count > 0).collect();
    topics.sort_by_cached_key(|(link, _)| domain::collation::sort_key(&link.text));
    page(&StartPage {
        goals: goals.collect(),
        topics,
        kinds: kinds(&cx),
        latest: latest(&cx),
        glossary: cx.path(Page::Glossary, &[]),
        terms: number(content.hub.terms.len()),
        layout: Layout::of(&cx),
    })
}

fn kinds(cx: &Cx) -> Vec<KindBlock> {
    let t = cx.texts();
    let block = |kind: Kind| KindBlock {
        id: kind.folder(),
        heading: match kind {
            Kind::Article => t.hub_articles(),
            Kind::Example => t.hub_examples(),
            Kind::Tool => t.hub_tools(),
            Kind::Template => t.hub_templates(),
        },
        entries: entries(cx, |page| page.kind == kind),
    };
    let blocks = Kind::ALL.into_iter().map(block);
    blocks.filter(|block| !block.entries.is_empty()).collect()
}

/// What an editor went through last.
fn latest(cx: &Cx) -> Vec<Entry> {
    let mut pages: Vec<&HubPage> = cx.app().content.hub.pages.values().collect();
    pages.sort_by(|a, b| {
        let key = |page: &HubPage| page.file.reviewed.clone();
        key(b).cmp(&key(a)).then_with(|| a.file.id.cmp(&b.file.id))
    });
    pages.truncate(LATEST);
    pages.into_iter().map(|page| Entry::of(cx, page)).collect()
}
