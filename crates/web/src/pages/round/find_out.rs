//! What to find out and whom to ask: a list per role, to mail, copy or print.

use askama::Template;
use axum::response::Response;
use domain::advice;
use domain::instrument::{Level, Role};

use super::outcome::Outcome;
use super::outcome::wording::{Wording, number};
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::mail::mailto;
use crate::routes::Page;
use crate::words;

/// Longest `mailto:` address. Windows opens none longer, and says nothing about it.
const MAIL_LIMIT: usize = 2000;

/// A question to ask someone.
struct Asked {
    label: String,
    question: String,
    /// The sentences of level 1 to 4.
    levels: Vec<String>,
    /// Where the answer is filled in, for whoever may write.
    address: Option<String>,
}

/// What one role is asked.
struct RoleList {
    code: &'static str,
    whom: String,
    heading: String,
    asked: Vec<Asked>,
    /// A `mailto:` address with subject and body.
    mail: String,
    /// The same text whole, to copy.
    text: String,
}

#[derive(Template)]
#[template(path = "round/find_out.html")]
struct FindOutPage<'a> {
    layout: Layout<'a>,
    caption: String,
    roles: Vec<RoleList>,
    result: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    let lists = advice::find_out(
        outcome.edition,
        cx.round.depth,
        cx.round.facts.kind,
        &outcome.answers,
    );
    page(&FindOutPage {
        caption: outcome.caption(),
        roles: lists
            .iter()
            .map(|(role, questions)| role_list(&outcome, *role, questions))
            .collect(),
        result: cx.to(Page::Result),
        layout: Layout::of_round(&cx),
    })
}

fn role_list(outcome: &Outcome<'_>, role: Role, questions: &[String]) -> RoleList {
    let w = &outcome.wording;
    let asked: Vec<Asked> = questions
        .iter()
        .filter_map(|id| outcome.edition.question(id))
        .map(|question| Asked {
            label: w.label(&question.id),
            question: question.question.get(w.lang).to_owned(),
            levels: Level::ALL
                .map(|level| question.level(level, w.lang).to_owned())
                .into(),
            address: outcome.answer_address(&question.id),
        })
        .collect();
    let name = words::role(w.t, role);
    RoleList {
        code: role.code(),
        heading: w.t.findout_role(&name, number(asked.len())),
        mail: mail(w, &asked),
        text: letter(w, &asked.iter().map(with_levels).collect::<Vec<_>>(), 0),
        whom: words::whom(w.t, role),
        asked,
    }
}

fn without_levels(asked: &Asked) -> String {
    format!("{} {}", asked.label, asked.question)
}

fn with_levels(asked: &Asked) -> String {
    let mut entry = without_levels(asked);
    for (index, sentence) in asked.levels.iter().enumerate() {
        entry.push_str(&format!("\n  {}: {sentence}", index + 1));
    }
    entry
}

/// The text of a mail: greeting, what is asked, the questions, how many are left out.
fn letter(w: &Wording<'_>, entries: &[String], left_out: usize) -> String {
    let mut parts = vec![w.t.findout_greeting(), w.t.findout_ask()];
    parts.extend_from_slice(entries);
    if left_out > 0 {
        parts.push(w.t.findout_more(number(left_out)));
    }
    parts.join("\n\n")
}

/// A `mailto:` address that mail programs open: with the levels if they fit, else the questions
/// alone, and as many of them as fit.
fn mail(w: &Wording<'_>, asked: &[Asked]) -> String {
    let address = |entries: &[String]| {
        let letter = letter(w, entries, asked.len() - entries.len());
        mailto(&w.t.findout_subject(), &letter)
    };
    let whole = address(&asked.iter().map(with_levels).collect::<Vec<_>>());
    if whole.len() <= MAIL_LIMIT {
        return whole;
    }
    let mut entries: Vec<String> = asked.iter().map(without_levels).collect();
    loop {
        let shorter = address(&entries);
        if shorter.len() <= MAIL_LIMIT || entries.pop().is_none() {
            return shorter;
        }
    }
}
