//! The task list: the goals of hela kollen, or the questions of snabbkollen, and what comes next.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::assessment::Depth;
use domain::voices::Anonymity;
use l10n::{Texts, date, day, time_of_day};
use service::rounds::own;

use super::progress::{self, Progress, State};
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::{Door, Page};

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
    in_one_row: bool,
    tasks: Vec<Task>,
    answered: u32,
    questions: u32,
    saved: Option<String>,
    next: Option<String>,
    /// Where whom the answers cover is said, for whoever may.
    facts: Option<String>,
    facts_known: bool,
    /// Last time's answers, where the round was started from them.
    last_time: Option<String>,
    /// For one respondent among many.
    own: Option<Own>,
    /// For the holder of a round tried without an account.
    keep: Option<Keep>,
}

/// What one respondent among many is told and can do.
struct Own {
    done: bool,
    anonymous: bool,
    asked_of_few: u32,
    answer_by: Option<String>,
    /// The respondent's own address, for one without an account.
    address: Option<String>,
    reminders: String,
    form: String,
    lead: Option<String>,
}

/// Where the holder of a round uses and keeps it.
struct Keep {
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

async fn own(cx: &RoundCx) -> Result<Option<Own>, Failure> {
    let Some(standing) = own::standing(cx.app(), &cx.round).await? else {
        return Ok(None);
    };
    Ok(Some(Own {
        done: standing.done,
        anonymous: standing.anonymity == Anonymity::Kept,
        asked_of_few: u32::try_from(standing.asked_of_few).unwrap_or(u32::MAX),
        answer_by: standing.answer_by.map(|at| day(&at, cx.lang())),
        address: (cx.cx.here.door == Door::Guest).then(|| cx.to(Page::OwnAddress)),
        reminders: cx.to(Page::Reminders),
        form: cx.to(Page::Form),
        lead: cx.may(Action::LeadRound).then(|| cx.to(Page::Lead)),
    }))
}

fn keep(cx: &RoundCx) -> Keep {
    Keep {
        result: cx.to(Page::Result),
        find_out: cx.to(Page::FindOut),
        decision: cx.to(Page::Decision),
        record: cx.to(Page::Record),
        address: cx.to(Page::Address),
        save: cx.to(Page::Save),
        share: cx.to(Page::Share),
        deepen: cx.to(Page::Deepen),
        delete: cx.to(Page::Delete),
        expires: date(cx.round.expires_at(cx.app()), cx.lang()),
    }
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
pub(crate) fn saved_message(cx: &RoundCx) -> Option<String> {
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
    let in_one_row = progress::in_one_row(edition, &cx.round);
    let tasks = if in_one_row {
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
            .map(|goal| (goal, progress::of_goal(&cx.round, goal)))
            .filter(|(_, progress)| progress.questions > 0)
            .map(|(goal, progress)| {
                let result = progress.state == State::Done && cx.may(Action::ReadResult);
                Task {
                    title: format!("{}. {}", goal.id, goal.title.get(lang)),
                    address: cx.to_one(Page::Goal, &goal.id),
                    state: state_in_words(t, progress),
                    tagged: progress.state != State::Done,
                    more: result.then(|| {
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
    let saved = if cx.cx.query("klar").is_some() {
        Some(t.saved_done())
    } else if cx.cx.query("uppgifter").is_some() {
        Some(t.saved_facts())
    } else {
        saved_message(&cx)
    };
    page(&HomePage {
        quick,
        in_one_row,
        tasks,
        answered: number(answered),
        questions: number(questions),
        saved,
        next,
        facts: cx.may(Action::EditFacts).then(|| cx.to(Page::Facts)),
        facts_known: cx.round.facts.told(),
        last_time: (cx.round.facts.previous.is_some() && cx.may(Action::ConfirmPrevious))
            .then(|| cx.to(Page::LastTime)),
        own: own(&cx).await?,
        keep: cx.may(Action::KeepRound).then(|| keep(&cx)),
        layout: Layout::of_round(&cx),
    })
}

/// "Jag är klar", or not after all: for one respondent among many.
pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    if cx.round.belongs.is_none() {
        return Err(Failure::BadForm);
    }
    let home = cx.to(Page::Home);
    match fields.one("klar", LINE_LIMIT) {
        Ok("ja") => {
            own::set_done(cx.app(), &cx.round, true).await?;
            Ok(see_other(&format!("{home}?klar=ja")))
        }
        Ok("nej") => {
            own::set_done(cx.app(), &cx.round, false).await?;
            Ok(see_other(&home))
        }
        _ => Err(Failure::BadForm),
    }
}
