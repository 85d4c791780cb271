//! The knowledge hub: what there is to read, the words it explains, and search.

pub(crate) mod glossary;
pub(crate) mod page;
pub(crate) mod search;
pub(crate) mod start;
pub(crate) mod topic;

use domain::hub::{Kind, Page as HubPage};
use l10n::Texts;

use crate::context::Cx;
use crate::routes::Page;

/// A page of the hub as lists show it.
pub(crate) struct Entry {
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    /// "Artikel", "Exempel · Mönster".
    pub(crate) kind: String,
}

impl Entry {
    pub(crate) fn of(cx: &Cx, page: &HubPage) -> Self {
        Entry {
            address: cx.path(Page::HubPage, &[&page.file.id]),
            title: page.file.title.get(cx.lang()).to_owned(),
            summary: page.file.summary.get(cx.lang()).to_owned(),
            kind: kind(cx.texts(), page),
        }
    }
}

/// What a page is, in words; of an example also whose.
pub(crate) fn kind(t: &Texts, page: &HubPage) -> String {
    let name = name(t, page.kind);
    match (&page.file.organisation, page.is_pattern()) {
        (_, true) => format!("{name} · {}", t.hub_pattern()),
        (Some(organisation), _) => format!("{name} · {}", organisation.name),
        _ => name,
    }
}

fn name(t: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Article => t.hub_article(),
        Kind::Example => t.hub_example(),
        Kind::Tool => t.hub_tool(),
        Kind::Template => t.hub_template(),
    }
}

/// The pages of the hub for which something holds: articles first, by title within a kind.
pub(crate) fn entries(cx: &Cx, holds: impl Fn(&HubPage) -> bool) -> Vec<Entry> {
    let pages = cx.app().content.hub.pages.values();
    let mut pages: Vec<&HubPage> = pages.filter(|page| holds(page)).collect();
    pages.sort_by_cached_key(|page| {
        let title = page.file.title.get(cx.lang());
        (page.kind, domain::collation::sort_key(title))
    });
    pages.into_iter().map(|page| Entry::of(cx, page)).collect()
}
