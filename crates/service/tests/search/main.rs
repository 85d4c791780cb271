//! Searches over the content that is shipped: `cases.toml` says what each should find first.

use domain::text::Lang;
use serde::Deserialize;
use service::content::load_embedded;
use service::search::{Found, Search, Target};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

/// A query and what it should find.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    query: String,
    #[serde(default = "swedish")]
    lang: Lang,
    /// Any of these is among the first.
    finds: Vec<String>,
    /// How many the first are.
    #[serde(default = "one")]
    among: usize,
}

fn swedish() -> Lang {
    Lang::Sv
}

fn one() -> usize {
    1
}

fn name(target: &Target) -> String {
    match target {
        Target::Question(id) => format!("question:{id}"),
        Target::Card(id) => format!("card:{id}"),
        Target::Page(id) => format!("hub:{id}"),
        Target::Term(id) => format!("term:{id}"),
        Target::Goal(id) => format!("goal:{id}"),
        Target::Other(name) => format!("other:{name}"),
    }
}

/// What is shown, in order: the glossary's word on top.
fn shown(found: &Found) -> Vec<String> {
    let term = found.term.iter().map(|id| format!("term:{id}"));
    let hits = found.hits.iter().map(|hit| name(&hit.target));
    let mut shown: Vec<String> = term.collect();
    shown.extend(hits.filter(|hit| !shown.contains(hit)).collect::<Vec<_>>());
    shown
}

#[test]
fn every_query_finds_what_it_should_first() {
    let content = load_embedded().expect("content without problems");
    let search = Search::new(&content, |_| Vec::new());
    let cases: Cases = toml::from_str(include_str!("cases.toml")).expect("the cases are TOML");
    let mut failures = Vec::new();
    for case in &cases.case {
        let found = search.find(case.lang, &case.query);
        let mut shown = shown(&found);
        shown.truncate(case.among);
        if !case.finds.iter().any(|wanted| shown.contains(wanted)) {
            failures.push(format!(
                "{:?}: {} – wanted {:?}",
                case.query,
                shown.join(", "),
                case.finds
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {}:\n{}",
        failures.len(),
        cases.case.len(),
        failures.join("\n")
    );
}
