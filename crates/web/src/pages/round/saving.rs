//! Saving answers from a form with one question or many, and what to do when a colleague was
//! faster.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::instrument::{Place, Question, Role};
use l10n::time_of_day;
use service::rounds::{self, Latest, Outcome, Said};

use super::fields::{FieldFault, in_words, read, sent_version};
use crate::context::RoundCx;
use crate::error::{Failure, page_with};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;

/// What became of a form with answers.
pub(crate) enum Saving {
    /// Everything usable is saved. The questions that were changed, in order.
    Saved(Vec<String>),
    /// Some fields could not be used. Everything else is saved.
    Faults(BTreeMap<String, Vec<FieldFault>>),
    /// A colleague saved another answer in between: a page with both, to choose from. Everything
    /// else is saved.
    Conflict(Response),
}

/// Saves what a form says about the given questions. Questions whose fields did not come are left
/// alone, and so are those that say what is saved already.
pub(crate) async fn save(
    cx: &RoundCx,
    questions: &[(Place<'_>, &Question)],
    fields: &Fields,
) -> Result<Saving, Failure> {
    let mut changed = Vec::new();
    let mut faults = BTreeMap::new();
    let mut unresolved = BTreeMap::new();
    for (_, question) in questions {
        let Some(version) = sent_version(fields, &question.id) else {
            continue;
        };
        let choice = fields
            .one(&format!("behall.{}", question.id), LINE_LIMIT)
            .unwrap_or_default();
        if choice == "sparat" {
            continue;
        }
        match read(cx.texts(), question, fields) {
            Err(found) => {
                faults.insert(question.id.clone(), found);
            }
            Ok(said) => {
                let latest = cx.round.latest(&question.id);
                if said == latest.said {
                    continue;
                }
                if fields.has(&format!("konflikt.{}", question.id)) && choice != "mitt" {
                    unresolved.insert(question.id.clone(), latest);
                }
                changed.push((question.id.clone(), version, said));
            }
        }
    }
    let wanted: BTreeMap<String, Said> = changed
        .iter()
        .map(|(question, _, said)| (question.clone(), said.clone()))
        .collect();
    changed.retain(|(question, _, _)| !unresolved.contains_key(question));
    let saved: Vec<String> = changed.iter().map(|(id, _, _)| id.clone()).collect();
    if !changed.is_empty() {
        for (question, outcome) in rounds::save(cx.app(), &cx.round, changed).await? {
            if let Outcome::Conflict(latest) = outcome {
                unresolved.insert(question, latest);
            }
        }
    }
    if !unresolved.is_empty() {
        return conflict(cx, questions, &unresolved, &wanted).map(Saving::Conflict);
    }
    if !faults.is_empty() {
        return Ok(Saving::Faults(faults));
    }
    Ok(Saving::Saved(saved))
}

/// One side of a conflict.
struct Side {
    title: String,
    text: String,
    comment: String,
}

/// A question on which two have answered.
struct Dispute {
    id: String,
    dashed: String,
    label: String,
    question: String,
    saved_at: String,
    theirs: Side,
    mine: Side,
    value: String,
    comment: String,
    ask: &'static str,
    version: i64,
}

#[derive(Template)]
#[template(path = "round/conflict.html")]
struct ConflictPage<'a> {
    layout: Layout<'a>,
    disputes: Vec<Dispute>,
    home: String,
}

fn conflict(
    cx: &RoundCx,
    questions: &[(Place<'_>, &Question)],
    unresolved: &BTreeMap<String, Latest>,
    wanted: &BTreeMap<String, Said>,
) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let side = |question: &Question, said: &Said| {
        let (title, text) = in_words(&cx.app().content, question, said.answer.as_ref(), t, lang);
        Side {
            title,
            text,
            comment: said.comment.clone(),
        }
    };
    let disputes = questions
        .iter()
        .filter_map(|(place, question)| {
            let latest = unresolved.get(&question.id)?;
            let mine = wanted.get(&question.id)?;
            Some(Dispute {
                id: question.id.clone(),
                dashed: question.id.replace('.', "-"),
                label: place.label(),
                question: question.question.get(lang).to_owned(),
                saved_at: time_of_day(latest.at, lang),
                theirs: side(question, &latest.said),
                mine: side(question, mine),
                value: mine
                    .answer
                    .as_ref()
                    .map(super::fields::value)
                    .unwrap_or_default(),
                comment: mine.comment.clone(),
                ask: mine.ask.map_or("", Role::code),
                version: latest.revision,
            })
        })
        .collect();
    page_with(
        StatusCode::CONFLICT,
        &ConflictPage {
            layout: Layout::of_round(cx),
            disputes,
            home: cx.to(cx.base()),
        },
    )
}
