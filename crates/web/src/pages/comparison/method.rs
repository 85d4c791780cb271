//! How the comparison is made: groups, thresholds, what is hidden and why, with an example that the
//! rules themselves compute.

use askama::Template;
use axum::response::Response;
use domain::comparison::{
    self, CountBand, Coverage, Figure, Group, Quarters, Span, Verdict, verdict,
};
use domain::day::Day;
use domain::scoring::Mean;
use l10n::count_word;

use super::choice;
use super::compared::Standing;
use super::figures;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::round::outcome::goals::shown;
use crate::pages::round::outcome::wording::{Wording, number};
use crate::routes::Page;

/// The groups of one way to divide, by name.
struct Division {
    heading: String,
    groups: Vec<String>,
}

/// An organisation of the example.
struct Line {
    name: &'static str,
    own: String,
    verdict: String,
}

/// A group with organisations beside it.
struct Example {
    median: String,
    interval: String,
    questions: u32,
    /// What one step of one answer moves the mean.
    step: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "comparison/method.html")]
struct MethodPage<'a> {
    layout: Layout<'a>,
    min: String,
    without_one: String,
    changed: String,
    verdict: u32,
    quartiles: u32,
    distribution: u32,
    concentration: u32,
    months: u16,
    mapped: u32,
    rules: &'static str,
    lattice: u32,
    divisions: Vec<Division>,
    example: Option<Example>,
    back: String,
    statistics: String,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let w = Wording {
        content: &cx.app().content,
        edition: cx.edition()?,
        t: cx.texts(),
        lang: cx.lang(),
    };
    let min = cx.app().content.comparison.min_owners;
    let min = usize::try_from(min.max(comparison::MIN_OWNERS)).unwrap_or_default();
    let division = |division: choice::Division| Division {
        groups: division
            .groups
            .into_iter()
            .map(|group: Group| group.name(w.lang))
            .collect(),
        heading: division.heading,
    };
    page(&MethodPage {
        min: count_word(min, w.lang),
        without_one: count_word(min - 1, w.lang),
        changed: count_word(comparison::MIN_CHANGED, w.lang),
        verdict: number(comparison::FOR_VERDICT.max(min)),
        quartiles: number(comparison::FOR_QUARTILES.max(min)),
        distribution: number(comparison::FOR_DISTRIBUTION.max(min)),
        concentration: number(comparison::CONCENTRATION),
        months: comparison::MONTHS,
        mapped: number(comparison::MAPPED),
        rules: comparison::RULES,
        lattice: comparison::LATTICE,
        divisions: choice::lattice(w.t).into_iter().map(division).collect(),
        example: example(&w),
        back: cx.path(Page::Method, &[]),
        statistics: cx.path(Page::Statistics, &[]),
        layout: Layout::of(&cx),
    })
}

/// How many questions the example's goal has.
const QUESTIONS: u32 = 8;

/// What the organisations of the example have answered, added together.
const ANSWERED: [(&str, u32); 4] = [("A", 23), ("B", 20), ("C", 17), ("D", 14)];

/// A group whose median is 2,25 and surely lies between 2,00 and 2,50, and four organisations.
fn example(w: &Wording<'_>) -> Option<Example> {
    let interval = Span {
        lower: Quarters(8),
        upper: Quarters(10),
    };
    let figure = Figure {
        id: String::new(),
        from: Day::try_from("2027-03-31").ok()?,
        coverage: Coverage {
            owners: CountBand::From20,
            share: None,
        },
        median: Quarters(9),
        interval: Some(interval),
        quartiles: None,
        distribution: None,
    };
    let line = |(name, sum): (&'static str, u32)| {
        let own = Mean {
            sum,
            count: QUESTIONS,
        };
        let verdict: Verdict = verdict(own, &figure)?;
        Some(Line {
            name,
            own: w.t.cmethod_example_own(shown(own, w.lang), sum, QUESTIONS),
            verdict: Standing::Told(verdict).in_words(w),
        })
    };
    Some(Example {
        median: figures::quarters(figure.median, w.lang),
        interval: figures::span(interval, w.lang),
        questions: QUESTIONS,
        step: l10n::two_decimals(0, (100 + QUESTIONS / 2) / QUESTIONS, w.lang),
        lines: ANSWERED.into_iter().filter_map(line).collect(),
    })
}
