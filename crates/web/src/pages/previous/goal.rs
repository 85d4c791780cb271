//! Last time's answers in one goal: all but the nyckelfrågor in one act, those one by one.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use domain::assessment::Answer;
use domain::instrument::{Goal, Question};
use domain::previous::{Proposal, WhyAnew};
use l10n::time_of_day;
use service::rounds::{self, Outcome, Said};

use super::work::Work;
use crate::context::RoundCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::plan::beside;
use crate::pages::round::fields::in_words;
use crate::pages::round::goal::named;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

/// A question with what was answered last time.
struct Line {
    id: String,
    label: String,
    question: String,
    /// Level with its name, or what else was answered.
    answer: String,
    /// The level's sentence as it reads now, or the reason.
    sentence: String,
    /// The level above as it reads now.
    above: Option<(String, String)>,
    grounds: String,
    reworded: bool,
    /// Why it is asked anew; empty for what can be confirmed.
    why: String,
    change: String,
    /// What the plan before the round says of it.
    in_plan: Vec<String>,
}

#[derive(Template)]
#[template(path = "previous/goal.html")]
struct GoalPage<'a> {
    layout: Layout<'a>,
    goal: &'a Goal,
    at_once: Vec<Line>,
    /// The nyckelfråga to confirm now.
    now: Option<Line>,
    /// How many nyckelfrågor are left, that one included.
    one_by_one: u32,
    to_answer: Vec<Line>,
    /// What came of confirming.
    saved: Option<String>,
    next: Option<String>,
    overview: String,
}

impl GoalPage<'_> {
    fn at_once_count(&self) -> u32 {
        number(self.at_once.len())
    }

    fn nothing_left(&self) -> bool {
        self.at_once.is_empty() && self.now.is_none() && self.to_answer.is_empty()
    }
}

fn line(
    cx: &RoundCx,
    work: &Work<'_>,
    question: &Question,
    answer: Option<&Answer>,
    in_plan: &BTreeMap<String, Vec<String>>,
) -> Line {
    let (t, lang) = (cx.texts(), cx.lang());
    let content = &cx.app().content;
    let (title, sentence) = in_words(content, question, answer, t, lang);
    let proposal = work.proposals.get(&question.id);
    let above = answer
        .and_then(Answer::level)
        .and_then(|level| level.next());
    Line {
        label: work
            .edition
            .place(&question.id)
            .map_or_else(String::new, |place| place.label()),
        question: question.question.get(lang).to_owned(),
        answer: title,
        sentence,
        above: above.map(|level| {
            let name = content.level_name(level, lang);
            let title = t.level_title(u32::from(level.number()), name);
            (title, question.level(level, lang).to_owned())
        }),
        grounds: work
            .previous
            .said
            .get(&question.id)
            .map_or_else(String::new, |said| said.comment.clone()),
        reworded: matches!(proposal, Some(Proposal::Confirm { reworded: true, .. })),
        why: match proposal {
            Some(Proposal::Anew(WhyAnew::New)) => t.previous_new(),
            Some(Proposal::Anew(WhyAnew::Changed)) => t.previous_changed(),
            Some(Proposal::Anew(WhyAnew::NotAllowed)) => t.previous_not_allowed(),
            Some(Proposal::Nothing) => t.previous_unanswered(),
            Some(Proposal::Confirm { .. }) | None => String::new(),
        },
        change: cx.to_one(Page::Answer, &question.id),
        in_plan: in_plan.get(&question.id).cloned().unwrap_or_default(),
        id: question.id.clone(),
    }
}

/// What came of confirming: how many answers of the goal were saved together last, read from what is
/// stored, or that there was nothing left to confirm.
fn saved(cx: &RoundCx, goal: &Goal) -> Option<String> {
    if cx.cx.query("redan").is_some() {
        return Some(cx.texts().previous_already());
    }
    cx.cx.query("bekraftat")?;
    let of_goal = goal.questions.iter();
    let times: Vec<i64> = of_goal
        .filter_map(|question| Some(cx.round.latest.get(&question.id)?.at))
        .collect();
    let last = *times.iter().max()?;
    let together = times.iter().filter(|at| **at == last).count();
    let time = time_of_day(last, cx.lang());
    Some(cx.texts().previous_saved(number(together), time.as_str()))
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let work = Work::of(&cx)?;
    let goal = named(&cx, work.edition)?;
    let left = work.left(&cx, goal);
    let questions: Vec<&str> = goal.questions.iter().map(|q| q.id.as_str()).collect();
    let in_plan = beside::of_questions(&cx, &questions).await?;
    let line = |id: &str, answer: Option<&Answer>| {
        let question = work.edition.question(id)?;
        Some(line(&cx, &work, question, answer, &in_plan))
    };
    let with = |(id, answer): &(String, Answer)| line(id, Some(answer));
    page(&GoalPage {
        at_once: left.at_once.iter().filter_map(with).collect(),
        now: left.one_by_one.first().and_then(with),
        one_by_one: number(left.one_by_one.len()),
        to_answer: left
            .to_answer
            .iter()
            .filter_map(|id| line(id, None))
            .collect(),
        saved: saved(&cx, goal),
        next: work
            .next(&cx, &goal.id)
            .filter(|next| next.id != goal.id)
            .map(|next| cx.to_one(Page::LastTimeGoal, &next.id)),
        overview: cx.to(Page::LastTime),
        goal,
        layout: Layout::of_round(&cx),
    })
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let work = Work::of(&cx)?;
    let goal = named(&cx, work.edition)?;
    let left = work.left(&cx, goal);
    let confirmed = match fields.one("gor", LINE_LIMIT) {
        Ok("alla") => left.at_once,
        Ok("en") => {
            let id = fields.one("fraga", LINE_LIMIT).unwrap_or_default();
            let one = left
                .one_by_one
                .into_iter()
                .filter(|(question, _)| question == id);
            one.collect()
        }
        _ => return Err(Failure::BadForm),
    };
    let said = confirmed.into_iter().map(|(question, answer)| {
        let latest = cx.round.latest(&question);
        let last = work.previous.said.get(&question);
        let grounds = last.map(|last| last.comment.clone()).unwrap_or_default();
        let said = Said {
            answer: Some(answer),
            // What has been written since stands.
            comment: match latest.said.comment.is_empty() {
                true => grounds,
                false => latest.said.comment,
            },
            ask: None,
        };
        (question, latest.revision, said)
    });
    // What someone answered in another window in between is theirs: it is shown as answered.
    let outcomes = rounds::save(cx.app(), &cx.round, said.collect()).await?;
    let saved = outcomes.values().any(|outcome| *outcome == Outcome::Saved);
    let told = if saved { "bekraftat" } else { "redan" };
    let here = cx.to_one(Page::LastTimeGoal, &goal.id);
    Ok(see_other(&format!("{here}?{told}=ja")))
}
