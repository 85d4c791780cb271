//! Vad har ändrats: this round against the one it was started from.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use domain::advice;
use domain::instrument::Edition;
use domain::previous::{self, Break, GoalChange, Moved, QuestionChange, Standing};
use domain::scoring;
use l10n::date;

use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::plan::beside::{self, Did};
use crate::pages::round::fields::in_words;
use crate::pages::round::outcome::goals::shown;
use crate::pages::round::outcome::wording::{Wording, number};
use crate::routes::Page;

/// A goal then and now.
struct GoalRow {
    title: String,
    before: String,
    now: String,
    /// Why the two are not alike.
    breaks: Vec<String>,
    up: Vec<QuestionRow>,
    down: Vec<QuestionRow>,
    other: Vec<QuestionRow>,
    same: u32,
}

/// A question whose answer has moved.
struct QuestionRow {
    label: String,
    question: String,
    before: String,
    now: String,
}

/// A tip with its public page.
struct Tip {
    title: String,
    address: String,
}

#[derive(Template)]
#[template(path = "previous/changes.html")]
struct ChangesPage<'a> {
    layout: Layout<'a>,
    from: String,
    to: String,
    /// What was done by the plan before it, for members.
    did: Option<Did>,
    goals: Vec<GoalRow>,
    new_tips: Vec<Tip>,
    done_tips: Vec<Tip>,
    /// Questions of last time that are no longer there.
    removed: Vec<String>,
    result: String,
}

/// The level and the mean, in words.
pub(crate) fn standing(w: &Wording<'_>, standing: Option<&Standing>) -> String {
    let Some(standing) = standing else {
        return w.t.changes_no_goal();
    };
    let level = match standing.level {
        Some(level) => w.level(level),
        None => w.t.outcome_no_level(),
    };
    match standing.mean {
        Some(mean) => w.t.changes_standing(level, shown(mean, w.lang)),
        None => level,
    }
}

/// Why a goal then and now are not alike.
pub(crate) fn break_in_words(w: &Wording<'_>, because: &Break) -> String {
    match because {
        Break::Questions(questions) => w.t.changes_break_questions(number(questions.len())),
        Break::Coverage => w.t.changes_break_coverage(),
        Break::NoMap => w.t.changes_break_no_map(),
    }
}

fn question_row(w: &Wording<'_>, before: &Edition, change: &QuestionChange) -> Option<QuestionRow> {
    let now = w.edition.question(&change.question)?;
    // Reasons are worded as they were then.
    let then = before.question(&change.question).unwrap_or(now);
    let words = |question, answer| in_words(w.content, question, answer, w.t, w.lang).0;
    Some(QuestionRow {
        label: w.label(&change.question),
        question: now.question.get(w.lang).to_owned(),
        before: words(then, change.before.as_ref()),
        now: words(now, change.now.as_ref()),
    })
}

fn goal_row(w: &Wording<'_>, before: &Edition, change: &GoalChange) -> GoalRow {
    let moved = |wanted: fn(Moved) -> bool| {
        let questions = change
            .questions
            .iter()
            .filter(|question| wanted(question.moved()));
        questions
            .filter_map(|question| question_row(w, before, question))
            .collect()
    };
    let same = change
        .questions
        .iter()
        .filter(|question| question.now.is_some() && question.moved() == Moved::Nowhere);
    GoalRow {
        title: w
            .edition
            .goal(&change.goal)
            .map_or_else(String::new, |goal| w.goal_title(goal)),
        before: standing(w, change.before.as_ref()),
        now: standing(w, Some(&change.now)),
        breaks: change
            .breaks
            .iter()
            .map(|because| break_in_words(w, because))
            .collect(),
        up: moved(|moved| matches!(moved, Moved::Up(_))),
        down: moved(|moved| matches!(moved, Moved::Down(_))),
        other: moved(|moved| !matches!(moved, Moved::Up(_) | Moved::Down(_) | Moved::Nowhere)),
        same: number(same.count()),
    }
}

/// The tips that a round is offered, by id.
fn offered(cx: &RoundCx, round: &previous::Round<'_>) -> BTreeSet<String> {
    let score = scoring::score(round.edition, round.depth, round.kind, round.answers);
    let facts = &cx.round.facts;
    let offers = advice::offers(
        round.edition,
        &score,
        round.answers,
        facts.size,
        &facts.targets,
    );
    offers.into_iter().map(|offer| offer.card).collect()
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let content = &cx.app().content;
    let edition = cx.edition()?;
    let last = cx.round.facts.previous.as_ref().ok_or(Failure::NotFound)?;
    let (answers_then, answers_now) = (last.answers(), cx.round.answers());
    let then = last
        .as_round(content, &answers_then)
        .ok_or(Failure::OtherEdition)?;
    let now = previous::Round {
        edition,
        depth: cx.round.depth,
        kind: cx.round.facts.kind,
        coverage: cx.round.facts.coverage,
        answers: &answers_now,
    };
    let changes = previous::changes(content, &then, &now);
    let (tips_then, tips_now) = (offered(&cx, &then), offered(&cx, &now));
    let tip = |id: &String| {
        Some(Tip {
            title: edition.card(id)?.title.get(cx.lang()).to_owned(),
            address: cx.cx.path(Page::Tip, &[id]),
        })
    };
    let removed = |id: &String| {
        let question = then.edition.question(id)?;
        Some(question.question.get(cx.lang()).to_owned())
    };
    let w = Wording {
        content,
        edition,
        t: cx.texts(),
        lang: cx.lang(),
    };
    page(&ChangesPage {
        from: date(last.at, w.lang),
        to: date(cx.round.touched_at, w.lang),
        did: beside::did(&cx, &w).await?,
        goals: changes
            .goals
            .iter()
            .map(|goal| goal_row(&w, then.edition, goal))
            .collect(),
        new_tips: tips_now.difference(&tips_then).filter_map(tip).collect(),
        done_tips: tips_then.difference(&tips_now).filter_map(tip).collect(),
        removed: changes.removed.iter().filter_map(removed).collect(),
        result: cx.to(Page::Result),
        layout: Layout::of_round(&cx),
    })
}
