//! The hub's Markdown as HTML that is safe whatever it holds, and as plain text.
//!
//! Nothing of what someone has written is passed through: [`html`] writes the few elements that
//! texts may have and escapes all else, so that HTML in a text is read as its letters.

mod html;
mod text;

use domain::hub::markdown::Target;

pub(crate) use self::html::{Markup, Writer};
pub(crate) use self::text::plain;

use crate::context::Cx;
use crate::routes::Page;

/// The address of what a text links to, in the page's language; `None` if it is not there.
pub(crate) fn address(cx: &Cx, target: Target<'_>) -> Option<String> {
    let content = &cx.app().content;
    let edition = cx.edition().ok()?;
    match target {
        Target::Card(id) => edition.card(id).map(|_| cx.path(Page::Tip, &[id])),
        Target::Question(id) => edition.question(id).map(|_| cx.path(Page::Question, &[id])),
        Target::Page(id) => content
            .hub
            .pages
            .get(id)
            .map(|_| cx.path(Page::HubPage, &[id])),
        Target::Term(id) => content
            .hub
            .terms
            .get(id)
            .map(|_| format!("{}#{id}", cx.path(Page::Glossary, &[]))),
        Target::Source(id) => content.sources.get(id).map(|source| source.address.clone()),
    }
}
