//! Last time's answers: how far each goal has come.

use askama::Template;
use axum::response::Response;
use l10n::date;

use super::work::Work;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

struct GoalLine {
    title: String,
    address: String,
    left: Vec<String>,
}

#[derive(Template)]
#[template(path = "previous/overview.html")]
struct OverviewPage<'a> {
    layout: Layout<'a>,
    /// When the round before was last changed, in words.
    from: String,
    /// Whether there is nothing to confirm because nothing says what became of the questions.
    anew: bool,
    answered: u32,
    questions: u32,
    goals: Vec<GoalLine>,
    next: Option<String>,
    home: String,
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let work = Work::of(&cx)?;
    let line = |goal: &domain::instrument::Goal| {
        let left = work.left(&cx, goal);
        let counts = [
            (
                left.at_once.len(),
                t.previous_at_once(number(left.at_once.len())),
            ),
            (
                left.one_by_one.len(),
                t.previous_one_by_one(number(left.one_by_one.len())),
            ),
            (
                left.to_answer.len(),
                t.previous_to_answer(number(left.to_answer.len())),
            ),
        ];
        let some = counts.into_iter().filter(|(count, _)| *count > 0);
        GoalLine {
            title: format!("{}. {}", goal.id, goal.title.get(lang)),
            address: cx.to_one(Page::LastTimeGoal, &goal.id),
            left: some.map(|(_, words)| words).collect(),
        }
    };
    let goals: Vec<_> = work.edition.goals.iter().map(line).collect();
    let last = work
        .edition
        .goals
        .last()
        .map_or("", |goal| goal.id.as_str());
    let (answered, questions) = crate::pages::round::progress::of_round(&cx.round, work.edition);
    page(&OverviewPage {
        from: date(work.previous.at, lang),
        anew: work.anew,
        answered: number(answered),
        questions: number(questions),
        next: work
            .next(&cx, last)
            .map(|goal| cx.to_one(Page::LastTimeGoal, &goal.id)),
        goals,
        home: cx.to(Page::Home),
        layout: Layout::of_round(&cx),
    })
}
