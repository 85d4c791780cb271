//! The task list: the goals of hela kollen, or the questions of snabbkollen, and what comes next.

use askama::Template;
use axum::response::Response;
use domain::assessment::Depth;
use l10n::{Texts, date, time_of_day};

use super::progress::{self, Progress, State};
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

struct Task {
    title: String,
    address: String,
    state: String,
    /// Shown as a tag, so that what is left stands out and what is done does not.
    tagged: bool,
    more: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "round/home.html")]
struct HomePage<'a> {
    layout: Layout<'a>,
    quick: bool,
    tasks: Vec<Task>,
    answered: u32,
    questions: u32,
    saved: Option<String>,
    next: Option<String>,
    facts: String,
    facts_known: bool,
    result: String,
    find_out: String,
    decision: String,
    record: String,
    address: String,
    save: String,
    share: String,
    deepen: String,
    delete: String,
    expires: String,
}

/// The state of a goal in words.
pub(super) fn state_in_words(t: &Texts, progress: Progress) -> String {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    match progress.state {
        State::NotBegun => t.state_not_begun(),
        State::Begun => t.state_begun(number(progress.answered), number(progress.questions)),
        State::Done => t.state_done(),
        State::ChangedAfterDone => t.state_changed_after_done(),
    }
}

/// "Svaret på 4.2 är sparat kl. 10.42", from the question that the address says was just saved.
/// Read from what is stored, so that it never claims more than happened.
pub(super) fn saved_message(cx: &RoundCx) -> Option<String> {
    let question = cx.cx.query("sparat")?;
    let place = cx.edition().ok()?.place(&question)?;
    let at = cx.round.latest.get(&question)?.at;
    let time = time_of_day(at, cx.lang());
    Some(cx.texts().saved_one(place.label().as_str(), time.as_str()))
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let quick = cx.round.depth == Depth::Quick;
    let tasks = if quick {
        progress::asked(edition, &cx.round)
            .map(|(place, question)| {
                let answered = cx.round.latest(&question.id).said.answer.is_some();
                Task {
                    title: format!("{} {}", place.label(), question.question.get(lang)),
                    address: cx.to_one(Page::Answer, &question.id),
                    state: if answered {
                        t.state_answered()
                    } else {
                        t.state_not_answered()
                    },
                    tagged: !answered,
                    more: None,
                }
            })
            .collect()
    } else {
        edition
            .goals
            .iter()
            .map(|goal| {
                let progress = progress::of_goal(&cx.round, goal);
                Task {
                    title: format!("{}. {}", goal.id, goal.title.get(lang)),
                    address: cx.to_one(Page::Goal, &goal.id),
                    state: state_in_words(t, progress),
                    tagged: progress.state != State::Done,
                    more: (progress.state == State::Done).then(|| {
                        (
                            cx.to_one(Page::GoalResult, &goal.id),
                            t.home_goal_result(goal.id.as_str()),
                        )
                    }),
                }
            })
            .collect()
    };
    let next = progress::asked(edition, &cx.round)
        .find(|(place, _)| {
            cx.round
                .latest
                .get(&place.mapped.id)
                .is_none_or(|latest| latest.said.answer.is_none())
        })
        .map(|(place, _)| cx.to_one(Page::Answer, &place.mapped.id));
    let (answered, questions) = progress::of_round(&cx.round, edition);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let saved = if cx.cx.query("uppgifter").is_some() {
        Some(t.saved_facts())
    } else {
        saved_message(&cx)
    };
    page(&HomePage {
        quick,
        tasks,
        answered: number(answered),
        questions: number(questions),
        saved,
        next,
        facts: cx.to(Page::Facts),
        facts_known: cx.round.facts.kind.is_some(),
        result: cx.to(Page::Result),
        find_out: cx.to(Page::FindOut),
        decision: cx.to(Page::Decision),
        record: cx.to(Page::Record),
        address: cx.to(Page::Address),
        save: cx.to(Page::Save),
        share: cx.to(Page::Share),
        deepen: cx.to(Page::Deepen),
        delete: cx.to(Page::Delete),
        expires: date(cx.round.expires_at(cx.app()), lang),
        layout: Layout::of_round(&cx),
    })
}
