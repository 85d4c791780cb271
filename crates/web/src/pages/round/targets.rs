//! Mål att nå: which level each goal is to reach, and why. Everyone who reads the result sees it;
//! whoever may fill in the decision page sets it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Action;
use domain::advice::{LONGEST_REASON, OwnTarget};
use domain::instrument::{Goal, Level};
use service::rounds;

use super::fields::FieldFault;
use super::outcome::wording::number;
use super::outcome::{Outcome, goals, targets};
use super::targets_form::{LEVELS, Sent, can_be_set, read};
use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::routes::Page;

struct Choice {
    id: String,
    value: String,
    text: String,
    checked: bool,
}

/// The fields of one goal.
struct TargetFields {
    choices: Vec<Choice>,
    reason: String,
}

/// One goal.
struct GoalTarget {
    id: String,
    title: String,
    /// The level that it has, or that there is none.
    today: String,
    /// Why it has no level, and what that means for its target.
    why: Vec<String>,
    /// What it is to reach, for whoever may only read.
    target: Option<String>,
    reason: Option<String>,
    fields: Option<TargetFields>,
}

#[derive(Template)]
#[template(path = "round/targets.html")]
struct TargetsPage<'a> {
    layout: Layout<'a>,
    caption: String,
    /// Snabbkollen, with the way to hela kollen for whoever may take it.
    quick: bool,
    deepen: Option<String>,
    goals: Vec<GoalTarget>,
    /// The revision that the form was made from; `None` for whoever may not set targets, and when
    /// there is no goal to set one for.
    version: Option<u32>,
    longest: u32,
    saved: Option<String>,
    faults: Vec<FieldFault>,
    /// What a colleague saved while the form was open.
    theirs: Option<Vec<String>>,
    here: String,
    tips: String,
}

impl TargetsPage<'_> {
    /// What is wrong with a field of a goal, if anything.
    fn fault(&self, name: &str, goal: &str) -> Option<&str> {
        let field = format!("{name}-{goal}");
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// The page, with what was sent in the form if anything was.
fn view<'a>(cx: &'a RoundCx, outcome: &Outcome<'_>, sent: Option<&Sent>) -> TargetsPage<'a> {
    let t = outcome.wording.t;
    let facts = &cx.round.facts;
    let goals: Vec<GoalTarget> = match outcome.quick() {
        true => Vec::new(),
        false => {
            let goals = outcome.edition.goals.iter();
            goals.map(|goal| of_goal(outcome, goal, sent)).collect()
        }
    };
    let settable = goals.iter().any(|goal| goal.fields.is_some());
    TargetsPage {
        caption: outcome.caption(),
        quick: outcome.quick(),
        deepen: outcome.if_may(Action::KeepRound, |cx| cx.to(Page::Deepen)),
        goals,
        version: settable.then_some(facts.targets_revision),
        longest: number(LONGEST_REASON),
        saved: cx
            .cx
            .query("sparat")
            .filter(|_| facts.targets_revision > 0)
            .map(|_| t.targets_saved()),
        faults: Vec::new(),
        theirs: None,
        here: cx.to(Page::Targets),
        tips: cx.to(Page::RoundTips),
        layout: Layout::of_round(cx),
    }
}

fn of_goal(outcome: &Outcome<'_>, goal: &Goal, sent: Option<&Sent>) -> GoalTarget {
    let w = &outcome.wording;
    let own = targets::own(outcome, &goal.id);
    let score = outcome.score.goal(&goal.id);
    let level = score.and_then(|score| score.level);
    let mut why: Vec<String> = Vec::new();
    if level.is_none() {
        why.extend(score.and_then(|score| goals::why_no_level(w, score)));
        why.push(match own {
            Some(own) => w.t.targets_kept(own.level.number()),
            None => w.t.targets_no_level(),
        });
    }
    let may = outcome.cx.may(Action::EditDecision) && can_be_set(outcome, goal);
    GoalTarget {
        title: w.goal_title(goal),
        today: w
            .t
            .targets_today(level.map_or_else(|| w.t.outcome_no_level(), |level| w.level(level))),
        why,
        target: targets::in_table(outcome, &goal.id),
        reason: own.map(|own| own.reason.clone()),
        fields: may.then(|| fields(outcome, goal, level, sent)),
        id: goal.id.clone(),
    }
}

fn fields(
    outcome: &Outcome<'_>,
    goal: &Goal,
    level: Option<Level>,
    sent: Option<&Sent>,
) -> TargetFields {
    let w = &outcome.wording;
    let (chosen, reason) = match sent.and_then(|sent| sent.goal(&goal.id)) {
        Some(sent) => (sent.level.clone(), sent.reason.clone()),
        None => match targets::own(outcome, &goal.id) {
            Some(own) => (own.level.to_string(), own.reason.clone()),
            None => (String::new(), String::new()),
        },
    };
    let default = match level.map(|level| (level, level.next())) {
        Some((_, Some(next))) => w.t.targets_default(next.number()),
        Some((top, None)) => w.t.targets_default_top(top.number()),
        None => w.t.targets_default_none(),
    };
    let own = LEVELS.into_iter().map(|level| Choice {
        id: format!("niva-{}-{level}", goal.id),
        checked: chosen == level.to_string(),
        value: level.to_string(),
        text: w.t.targets_choice(w.level(level)),
    });
    // The first choice has the id that a message about all of them leads to.
    let first = Choice {
        id: format!("niva-{}", goal.id),
        checked: chosen.is_empty(),
        value: String::new(),
        text: default,
    };
    TargetFields {
        choices: std::iter::once(first).chain(own).collect(),
        reason,
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, &Outcome::of(&cx)?, None))
}

/// What is saved of the goals that were sent, in words.
fn saved_in_words(outcome: &Outcome<'_>, sent: &Sent) -> Vec<String> {
    let w = &outcome.wording;
    let target = |own: &OwnTarget| {
        w.t.targets_own_line(own.level.number(), own.reason.as_str())
    };
    let line = |goal: &str| {
        let title = outcome.edition.goal(goal).map(|goal| w.goal_title(goal));
        let saved = targets::own(outcome, goal).map(target);
        w.t.targets_line(
            title.unwrap_or_default(),
            saved.unwrap_or_else(|| w.t.targets_default_line()),
        )
    };
    sent.goals.iter().map(|sent| line(&sent.goal)).collect()
}

pub(crate) async fn post(mut cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let outcome = Outcome::of(&cx)?;
    let (sent, version) = read(&outcome, &fields)?;
    if !sent.faults.is_empty() {
        let mut page = view(&cx, &outcome, Some(&sent));
        page.version = page.version.map(|_| version);
        page.faults = sent.faults.clone();
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let theirs = rounds::change_facts_if(cx.app(), &cx.round, |stored| {
        let is_saved = sent.is_saved(stored);
        let may_save = is_saved || stored.targets_revision == version;
        if may_save && !is_saved {
            sent.save_into(stored);
        }
        may_save
    })
    .await?;
    if let Some(theirs) = theirs {
        cx.round.facts = theirs;
        let outcome = Outcome::of(&cx)?;
        let mut page = view(&cx, &outcome, Some(&sent));
        page.theirs = Some(saved_in_words(&outcome, &sent));
        return page_with(StatusCode::CONFLICT, &page);
    }
    Ok(see_other(&format!("{}?sparat=ja", cx.to(Page::Targets))))
}
