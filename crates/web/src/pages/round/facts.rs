//! Whom the answers cover, what kind of organisation it is and how large: asked on the way to the
//! result, never first, and every field may be left empty.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::assessment::Coverage;
use domain::organisation::{OrganisationKind, OrganisationSize};
use service::rounds::{self, Facts};

use super::fields::{FieldFault, message};
use super::home::saved_message;
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Choice {
    value: &'static str,
    text: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "round/facts.html")]
struct FactsPage<'a> {
    layout: Layout<'a>,
    name: String,
    coverage: Vec<Choice>,
    kinds: Vec<Choice>,
    sizes: Vec<Choice>,
    version: u32,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    /// Whether there is a result to go on to.
    result: bool,
    /// What a colleague saved while this form was open.
    theirs: Option<Vec<String>>,
    back: String,
}

impl FactsPage<'_> {
    /// What is wrong with a field, if anything.
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

fn coverage_code(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Own => "egna",
        Coverage::Group => "koncern",
        Coverage::ForOthers => "andra",
    }
}

fn size_code(size: OrganisationSize) -> &'static str {
    match size {
        OrganisationSize::Small => "liten",
        OrganisationSize::Medium => "mellan",
        OrganisationSize::Large => "stor",
    }
}

const SIZES: [OrganisationSize; 3] = [
    OrganisationSize::Small,
    OrganisationSize::Medium,
    OrganisationSize::Large,
];

fn view<'a>(cx: &'a RoundCx, facts: &Facts, version: u32) -> FactsPage<'a> {
    let t = cx.texts();
    FactsPage {
        name: facts.name.clone().unwrap_or_default(),
        coverage: Coverage::ALL
            .into_iter()
            .map(|coverage| Choice {
                value: coverage_code(coverage),
                text: words::coverage(t, coverage),
                checked: facts.coverage == Some(coverage),
            })
            .collect(),
        kinds: OrganisationKind::ALL
            .into_iter()
            .map(|kind| Choice {
                value: kind.code(),
                text: words::kind(t, kind),
                checked: facts.kind == Some(kind),
            })
            .collect(),
        sizes: SIZES
            .into_iter()
            .map(|size| Choice {
                value: size_code(size),
                text: words::size(t, size),
                checked: facts.size == Some(size),
            })
            .collect(),
        version,
        saved: saved_message(cx),
        faults: Vec::new(),
        result: cx.may(Action::ReadResult),
        theirs: None,
        back: cx.to(cx.base()),
        layout: Layout::of_round(cx),
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let facts = &cx.round.facts;
    page(&view(&cx, facts, facts.about_revision))
}

/// One of the choices a field offers, or nothing.
fn chosen<T>(
    fields: &Fields,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Fault> {
    match fields.one(name, LINE_LIMIT)? {
        "" => Ok(None),
        value => parse(value).map(Some).ok_or(Fault::Unknown),
    }
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.texts();
    let mut faults = Vec::new();
    let mut fault = |field: &str, name: String, fault: Fault| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message: format!("{name} {}", message(t, fault)),
        });
    };
    let mut facts = Facts::default();
    match fields.one("namn", LINE_LIMIT) {
        Ok(name) => facts.name = Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        Err(found) => {
            facts.name = Some(fields.shown("namn"));
            fault("namn", t.facts_name(), found);
        }
    }
    match chosen(&fields, "omfattar", |value| {
        Coverage::ALL
            .into_iter()
            .find(|coverage| coverage_code(*coverage) == value)
    }) {
        Ok(coverage) => facts.coverage = coverage,
        Err(found) => fault("omfattar-egna", t.facts_coverage(), found),
    }
    match chosen(&fields, "typ", |value| {
        OrganisationKind::try_from(value).ok()
    }) {
        Ok(kind) => facts.kind = kind,
        Err(found) => fault("typ-kommun", t.facts_kind(), found),
    }
    match chosen(&fields, "storlek", |value| {
        SIZES.into_iter().find(|size| size_code(*size) == value)
    }) {
        Ok(size) => facts.size = size,
        Err(found) => fault("storlek-liten", t.facts_size(), found),
    }
    let version: u32 = fields
        .one("version", LINE_LIMIT)
        .ok()
        .and_then(|version| version.parse().ok())
        .ok_or(Failure::BadForm)?;
    if !faults.is_empty() {
        let mut page = view(&cx, &facts, version);
        page.faults = faults;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let theirs = rounds::change_facts_if(cx.app(), &cx.round, |stored| {
        let same = (&facts.name, facts.coverage, facts.kind, facts.size)
            == (&stored.name, stored.coverage, stored.kind, stored.size);
        let may_save = same || version == stored.about_revision;
        if may_save && !same {
            stored.name.clone_from(&facts.name);
            stored.coverage = facts.coverage;
            stored.kind = facts.kind;
            stored.size = facts.size;
            stored.about_revision += 1;
        }
        may_save
    })
    .await?;
    if let Some(theirs) = theirs {
        let mut page = view(&cx, &facts, theirs.about_revision);
        page.theirs = Some(
            [
                theirs.name,
                theirs.coverage.map(|coverage| words::coverage(t, coverage)),
                theirs.kind.map(|kind| words::kind(t, kind)),
                theirs.size.map(|size| words::size(t, size)),
            ]
            .into_iter()
            .flatten()
            .collect(),
        );
        return page_with(StatusCode::CONFLICT, &page);
    }
    Ok(see_other(&match fields.one("gor", LINE_LIMIT) {
        Ok("lista") => format!("{}?uppgifter=sparade", cx.to(cx.base())),
        _ if cx.may(Action::ReadResult) => cx.to(Page::Result),
        _ => format!("{}?uppgifter=sparade", cx.to(cx.base())),
    }))
}
