//! Where the respondents disagree, the widest first: what the group talks about.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::voices::{Anonymity, Counts, to_accept};
use l10n::Texts;
use service::rounds::agreement;

use super::number;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::progress::asked;
use crate::routes::Page;

struct Row {
    question: String,
    address: String,
    spread: String,
    mark: String,
    tagged: bool,
}

/// One way to see fewer questions.
struct Filter {
    text: String,
    address: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "leading/differences.html")]
struct DifferencesPage<'a> {
    layout: Layout<'a>,
    status: Option<String>,
    respondents: u32,
    few: bool,
    rows: Vec<Row>,
    filters: Vec<Filter>,
    agreed: u32,
    all: u32,
    /// How many unanimous answers can be accepted at once, by whoever may.
    unanimous: u32,
    /// Whether the answers of the only respondent can be used.
    only: bool,
    next: Option<String>,
    /// Where whoever may leads a workshop.
    workshop: Option<String>,
    result: String,
    lead: Option<String>,
}

/// How many gave each answer, in words.
pub(super) fn in_words(t: &Texts, counts: &Counts) -> String {
    let mut parts: Vec<String> = counts
        .levels()
        .map(|(level, count)| t.spread_level(u32::from(level.number()), number(count)))
        .collect();
    if counts.dont_know() > 0 {
        parts.push(t.spread_dont_know(number(counts.dont_know())));
    }
    if counts.not_applicable() > 0 {
        parts.push(t.spread_not_applicable(number(counts.not_applicable())));
    }
    if parts.is_empty() {
        return t.spread_nobody();
    }
    parts.join(" · ")
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let together = agreement::together(cx.app(), &cx.round, edition).await?;
    let agreed = cx.round.answers();
    let goal = cx.cx.query("mal").unwrap_or_default();
    // The questions that nobody was asked come last, in the order they are asked.
    let unasked = asked(edition, &cx.round).map(|(place, _)| place.mapped.id.as_str());
    let mut order: Vec<&str> = Vec::new();
    for spread in &together.spreads {
        order.push(&spread.question);
    }
    order.extend(unasked.filter(|id| together.spreads.iter().all(|one| one.question != *id)));
    let mut rows = Vec::new();
    let mut next = None;
    for id in &order {
        let (Some(place), Some(question)) = (edition.place(id), edition.question(id)) else {
            continue;
        };
        let spread = together.spreads.iter().find(|one| one.question == *id);
        let is_agreed = agreed.contains_key(*id);
        let address = cx.to_one(Page::Agreement, id);
        if !is_agreed && next.is_none() {
            next = Some(address.clone());
        }
        if !goal.is_empty() && place.goal.id != goal {
            continue;
        }
        let unanimous = spread.is_some_and(|spread| spread.unanimous.is_some());
        rows.push(Row {
            question: format!("{} {}", place.label(), question.question.get(lang)),
            address,
            spread: spread.map_or_else(|| t.spread_unasked(), |one| in_words(t, &one.all)),
            mark: match (is_agreed, unanimous) {
                (true, _) => t.mark_agreed(),
                (false, true) => t.mark_unanimous(),
                (false, false) => t.mark_left(),
            },
            tagged: !is_agreed,
        });
    }
    let here = cx.to(Page::Differences);
    let mut filters = vec![Filter {
        text: t.filter_all(),
        address: here.clone(),
        chosen: goal.is_empty(),
    }];
    filters.extend(edition.goals.iter().map(|one| Filter {
        text: format!("{}. {}", one.id, one.short.get(lang)),
        address: format!("{here}?mal={}", one.id),
        chosen: one.id == goal,
    }));
    let may = cx.may(Action::Agree);
    let unanimous = to_accept(&together.spreads, &agreed).len();
    page(&DifferencesPage {
        status: status(&cx),
        respondents: number(together.respondents),
        few: Anonymity::among(together.respondents) == Anonymity::NotKept,
        rows,
        filters,
        agreed: number(order.iter().filter(|id| agreed.contains_key(**id)).count()),
        all: number(order.len()),
        unanimous: if may && together.respondents > 1 {
            number(unanimous)
        } else {
            0
        },
        only: may && together.respondents == 1 && next.is_some(),
        next: next.filter(|_| may),
        workshop: may.then(|| cx.to(Page::Workshop)),
        result: cx.to(Page::Result),
        lead: cx.may(Action::LeadRound).then(|| cx.to(Page::Lead)),
        layout: Layout::of_round(&cx),
    })
}

fn status(cx: &RoundCx) -> Option<String> {
    let t = cx.texts();
    if cx.cx.query("stangt").is_some() {
        return Some(t.differences_closed());
    }
    let taken = cx.cx.query("godtagna")?.parse::<u32>().ok()?;
    Some(t.differences_accepted(taken))
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let taken = match fields.one("gor", LINE_LIMIT) {
        Ok("enhalliga") => agreement::accept_unanimous(cx.app(), &cx.round, cx.edition()?).await?,
        Ok("anvand") => agreement::use_the_only(cx.app(), &cx.round).await?,
        _ => return Err(Failure::BadForm),
    };
    let here = cx.to(Page::Differences);
    Ok(see_other(&format!("{here}?godtagna={taken}")))
}
