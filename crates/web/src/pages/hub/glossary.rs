//! The glossary: every word the hub explains, A to Ö.

use askama::Template;
use axum::response::Response;
use domain::hub::Term;
use domain::text::Lang;

use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer};
use crate::pages::public::Link;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "hub/glossary.html")]
struct GlossaryPage<'a> {
    layout: Layout<'a>,
    back: String,
    letters: Vec<Letter<'a>>,
    /// The language of the words that stand beside.
    other: &'static str,
}

/// The words that begin with a letter.
struct Letter<'a> {
    letter: String,
    terms: Vec<Line<'a>>,
}

/// An explained word.
struct Line<'a> {
    id: &'a str,
    term: &'a str,
    /// The word in the other language.
    other: &'a str,
    also: String,
    html: Markup,
    related: Vec<Link>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let lang = cx.lang();
    let mut terms: Vec<&Term> = cx.app().content.hub.terms.values().collect();
    terms.sort_by_cached_key(|term| domain::collation::sort_key(term.term.get(lang)));
    let mut letters: Vec<Letter<'_>> = Vec::new();
    for term in terms {
        let first = term.term.get(lang).chars().next();
        let letter: String = first.into_iter().flat_map(char::to_uppercase).collect();
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(Letter {
                letter,
                terms: Vec::new(),
            });
        }
        if let Some(last) = letters.last_mut() {
            last.terms.push(line(&cx, term));
        }
    }
    page(&GlossaryPage {
        back: cx.path(Page::Hub, &[]),
        letters,
        other: other(lang).code(),
        layout: Layout::of(&cx),
    })
}

fn line<'a>(cx: &'a Cx, term: &'a Term) -> Line<'a> {
    let lang = cx.lang();
    let terms = &cx.app().content.hub.terms;
    let here = cx.path(Page::Glossary, &[]);
    let related = term.related.iter().filter_map(|id| terms.get(id));
    Line {
        id: &term.id,
        term: term.term.get(lang),
        other: term.term.get(other(lang)),
        also: term.synonyms.get(lang).join(", "),
        html: Writer::new(cx)
            .without(&term.id)
            .around(std::iter::once(term.text.get(lang)))
            .blocks(term.text.get(lang)),
        related: related
            .map(|related| Link {
                address: format!("{here}#{}", related.id),
                text: related.term.get(lang).to_owned(),
            })
            .collect(),
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    }
}
