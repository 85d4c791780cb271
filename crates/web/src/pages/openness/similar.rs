//! The organisations most alike one, by open facts, with the weights.

use askama::Template;
use axum::response::Response;
use domain::organisation::Classification;
use domain::organisation::similar::{Fact, Likeness};
use domain::text::Lang;
use l10n::{Texts, number};
use service::openness::similar::{self, Alike};

use super::listed;
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Weight {
    fact: String,
    weight: String,
}

/// A fact as a column is headed.
struct Column {
    name: String,
    /// Whether it is a number.
    amount: bool,
}

struct Row {
    name: String,
    /// Kind, and from when the facts are.
    about: String,
    cells: Vec<String>,
    /// What differs, in words.
    words: Vec<String>,
}

#[derive(Template)]
#[template(path = "openness/similar.html")]
struct SimilarPage<'a> {
    layout: Layout<'a>,
    weights: Vec<Weight>,
    /// The facts that are known of the organisation itself: the columns.
    facts: Vec<Column>,
    /// The organisation itself, and then the others.
    rows: Vec<Row>,
    /// What is not known of the organisation itself.
    missing: Option<String>,
    too_few: bool,
    details: String,
    home: String,
}

/// What a fact is called.
fn name(t: &Texts, fact: Fact) -> String {
    match fact {
        Fact::Population => t.similar_population(),
        Fact::Volume => t.similar_volume(),
        Fact::Group => t.similar_group(),
        Fact::Lan => t.similar_lan(),
    }
}

/// What a fact is called within a sentence.
fn within(t: &Texts, fact: Fact) -> String {
    match fact {
        Fact::Population => t.similar_no_population(),
        Fact::Volume => t.similar_no_volume(),
        Fact::Group => t.similar_no_group(),
        Fact::Lan => t.similar_no_lan(),
    }
}

/// A fact of an organisation.
fn value(t: &Texts, lang: Lang, fact: Fact, of: &Classification) -> String {
    let known = match fact {
        Fact::Population => of.population.map(|count| number(u64::from(count), lang)),
        Fact::Volume => of.volume.map(|kronor| number(kronor, lang)),
        Fact::Group => of
            .group
            .map(|group| format!("{} {}", group.code(), group.name(lang))),
        Fact::Lan => of.lan.map(|lan| lan.name(lang).to_owned()),
    };
    known.unwrap_or_else(|| t.similar_unknown())
}

/// How another organisation differs in a fact that is known of both.
fn difference(t: &Texts, fact: Fact, own: &Classification, other: &Classification) -> String {
    match fact {
        Fact::Population if other.population > own.population => t.similar_more_population(),
        Fact::Population => t.similar_fewer_population(),
        Fact::Volume if other.volume > own.volume => t.similar_more_volume(),
        Fact::Volume => t.similar_fewer_volume(),
        Fact::Group => t.similar_other_group(),
        Fact::Lan => t.similar_other_lan(),
    }
}

/// What differs, and what is left out since it is not known of the other.
fn differences(
    t: &Texts,
    facts: &[Fact],
    own: &Classification,
    other: &Classification,
    likeness: &Likeness,
) -> Vec<String> {
    let differs = likeness
        .facts
        .iter()
        .filter(|(_, apart)| *apart > 0.0)
        .map(|(fact, _)| difference(t, *fact, own, other));
    let differs: Vec<String> = differs.collect();
    let left_out = facts.iter().filter(|fact| !fact.is_known(other));
    let left_out: Vec<String> = left_out.map(|fact| within(t, *fact)).collect();
    let mut said = vec![match differs.is_empty() {
        true => t.similar_same(),
        false => t.similar_differs(listed(t, differs)),
    }];
    if !left_out.is_empty() {
        said.push(t.similar_left_out(listed(t, left_out)));
    }
    said
}

fn row(
    cx: &OrgCx,
    facts: &[Fact],
    name: String,
    of: &Classification,
    differences: Vec<String>,
) -> Row {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let from = t.similar_valid_from(l10n::day(&of.valid_from.to_string(), lang));
    Row {
        name,
        about: format!("{}, {from}", words::kind(t, of.kind)),
        cells: facts.iter().map(|fact| value(t, lang, *fact, of)).collect(),
        words: differences,
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let similar = similar::to(cx.cx.app(), cx.organisation.id).await?;
    let known = |fact: &Fact| {
        let own = similar.own.as_ref();
        own.is_some_and(|own| fact.is_known(own))
    };
    let (facts, unknown): (Vec<Fact>, Vec<Fact>) = Fact::ALL.into_iter().partition(known);
    let mut rows = Vec::new();
    if let (Some(own), Some(alike)) = (&similar.own, &similar.alike)
        && !alike.is_empty()
    {
        let name = t.network_own(cx.organisation.name.as_str());
        rows.push(row(&cx, &facts, name, own, vec![t.similar_own()]));
        rows.extend(alike.iter().map(|alike: &Alike| {
            let other = &alike.classification;
            let differences = differences(t, &facts, own, other, &alike.likeness);
            row(&cx, &facts, alike.name.clone(), other, differences)
        }));
    }
    let unknown: Vec<String> = unknown.into_iter().map(|fact| within(t, fact)).collect();
    page(&SimilarPage {
        weights: Fact::ALL
            .into_iter()
            .map(|fact| Weight {
                fact: name(t, fact),
                weight: t.similar_percent(fact.weight()),
            })
            .collect(),
        facts: facts
            .iter()
            .map(|fact| Column {
                name: name(t, *fact),
                amount: matches!(fact, Fact::Population | Fact::Volume),
            })
            .collect(),
        rows,
        missing: (!unknown.is_empty()).then(|| listed(t, unknown)),
        too_few: similar.alike.is_none(),
        details: cx.to(Page::Details, &[]),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
