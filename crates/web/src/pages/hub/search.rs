//! Search over everything that is public. What someone searches for is not kept.

use askama::Template;
use axum::response::Response;
use domain::hub::markdown::Target as To;
use domain::text::Lang;
use service::search::{self, Document, Hit, Piece, Target};

use super::kind;
use crate::Web;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer, address};
use crate::pages::public::number;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "hub/search.html")]
struct SearchPage<'a> {
    layout: Layout<'a>,
    /// What was typed, shortened.
    query: String,
    /// What there is to say before what was found.
    says: Vec<String>,
    term: Option<TermBox>,
    results: Vec<Line>,
}

/// The word that was asked for.
struct TermBox {
    term: String,
    html: Markup,
    address: String,
}

/// Something that was found.
struct Line {
    address: String,
    title: String,
    kind: String,
    excerpt: Vec<Piece>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let typed = cx.query("q");
    let t = cx.texts();
    let found = cx
        .web
        .search()
        .find(cx.lang(), typed.as_deref().unwrap_or_default());
    let term = found.term.as_deref().and_then(|id| term_box(&cx, id));
    let results: Vec<Line> = found
        .hits
        .into_iter()
        // It stands above.
        .filter(|hit| {
            term.is_none() || hit.target != Target::Term(found.term.clone().unwrap_or_default())
        })
        .filter_map(|hit| line(&cx, hit))
        .collect();
    let mut says = Vec::new();
    if found.cut {
        says.push(t.search_cut(number(search::LONGEST)));
    }
    if typed.is_some() && found.empty {
        says.push(match found.query.is_empty() {
            true => t.search_empty(),
            false => t.search_no_words(),
        });
    } else if typed.is_some() {
        says.push(match (results.len(), &term) {
            (0, Some(_)) => t.search_only_term(),
            (0, None) => t.search_nothing(found.query.as_str()),
            (search::MOST.., _) => t.search_many(number(search::MOST)),
            (count, _) => t.search_count(number(count)),
        });
    }
    page(&SearchPage {
        query: found.query,
        says,
        term,
        results,
        layout: Layout::of(&cx),
    })
}

fn term_box(cx: &Cx, id: &str) -> Option<TermBox> {
    let term = cx.app().content.hub.terms.get(id)?;
    Some(TermBox {
        term: term.term.get(cx.lang()).to_owned(),
        html: Writer::new(cx).without(id).blocks(term.text.get(cx.lang())),
        address: address(cx, To::Term(id))?,
    })
}

fn line(cx: &Cx, hit: Hit) -> Option<Line> {
    let (t, content) = (cx.texts(), &cx.app().content);
    let (address, kind) = match &hit.target {
        Target::Question(id) => (address(cx, To::Question(id))?, t.search_question()),
        Target::Card(id) => (address(cx, To::Card(id))?, t.tip_caption()),
        Target::Page(id) => (
            address(cx, To::Page(id))?,
            kind(t, content.hub.pages.get(id)?),
        ),
        Target::Term(id) => (address(cx, To::Term(id))?, t.search_term()),
        Target::Goal(id) => (cx.path(Page::StrategyGoal, &[id]), t.search_goal()),
        Target::Other(name) => {
            let (page, ..) = INFORMATION.into_iter().find(|(_, code)| code == name)?;
            (cx.path(page, &[]), t.search_information())
        }
    };
    Some(Line {
        address,
        title: hit.title,
        kind,
        excerpt: hit.excerpt,
    })
}

/// Pages about the service that can be found, with a name for each.
const INFORMATION: [(Page, &str); 7] = [
    (Page::HowItWorks, "how"),
    (Page::Method, "method"),
    (Page::ComparisonMethod, "comparison"),
    (Page::Strategy, "strategy"),
    (Page::Statistics, "statistics"),
    (Page::Privacy, "privacy"),
    (Page::OpenData, "data"),
];

/// The same, as what can be found.
pub(crate) fn information(web: &Web, lang: Lang) -> Vec<Document> {
    let t = web.app.texts.get(lang);
    let document = |(page, code): (Page, &str)| {
        let (title, summary) = match page {
            Page::HowItWorks => (t.how_title(), t.how_lead()),
            Page::Method => (t.method_title(), t.method_lead()),
            Page::ComparisonMethod => (t.cmethod_title(), t.cmethod_lead()),
            Page::Strategy => (t.strategy_title(), t.strategy_lead()),
            Page::Statistics => (t.statistics_title(), t.statistics_lead()),
            Page::Privacy => (t.privacy_title(), t.privacy_lead()),
            Page::OpenData => (t.open_data_title(), t.open_data_lead()),
            _ => return None,
        };
        Some(Document {
            target: Target::Other(code.to_owned()),
            title,
            summary,
            text: Vec::new(),
        })
    };
    INFORMATION.into_iter().filter_map(document).collect()
}
