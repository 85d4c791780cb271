//! Everything that is about to be handed in, on one page: what is agreed, what is missing, what is
//! inte tillämpligt and why.

use askama::Template;
use axum::response::Response;
use domain::account::{Action, Stage};
use domain::assessment::{Answer, Depth};
use domain::instrument::Edition;
use domain::organisation::OrganisationKind;
use domain::scoring::{self, GoalScore, QuestionState, Score};
use l10n::Texts;

use super::publicity;
use crate::context::RoundCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::round::fields::in_words;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;
use crate::words;

/// How a goal's questions are answered.
struct GoalLine {
    title: String,
    /// "10 av 12 har svar", and what is notable among the rest.
    counts: Vec<String>,
    missing: Option<String>,
}

/// A question to look at once more.
struct QuestionLine {
    label: String,
    question: String,
    /// The reason for inte tillämpligt.
    reason: String,
    /// Where the common answer is changed, while it can be.
    address: Option<String>,
}

#[derive(Template)]
#[template(path = "submission/review.html")]
struct ReviewPage<'a> {
    layout: Layout<'a>,
    done: bool,
    quick: bool,
    lead: String,
    goals: Vec<GoalLine>,
    missing: Vec<QuestionLine>,
    not_applicable: Vec<QuestionLine>,
    coverage: Option<String>,
    kind: Option<String>,
    facts: Option<String>,
    publicity: Vec<String>,
    next: Option<String>,
    receipt: Option<String>,
    result: String,
}

/// The result as it would be handed in: for the kind that the organisation is classified as, else
/// for the one that the round says.
pub(super) async fn score(cx: &RoundCx) -> Result<(Score, Option<OrganisationKind>), Failure> {
    let (_, organisation) = cx.member()?;
    let kind = service::organisations::kind(cx.app(), organisation.id).await?;
    let kind = kind.or(cx.round.facts.kind);
    let score = scoring::score(cx.edition()?, cx.round.depth, kind, &cx.round.answers());
    Ok((score, kind))
}

/// The questions without an answer that counts.
pub(super) fn missing(score: &Score) -> impl Iterator<Item = &QuestionState> {
    let questions = score.goals.iter().flat_map(|goal| &goal.questions);
    questions.filter(|state| state.answer.is_none())
}

fn goal_line(t: &Texts, title: String, goal: &GoalScore) -> GoalLine {
    let count = |wanted: fn(&Answer) -> bool| {
        let answers = goal
            .questions
            .iter()
            .filter_map(|state| state.answer.as_ref());
        number(answers.filter(|answer| wanted(answer)).count())
    };
    let agreed = count(|_| true);
    let unknown = count(|answer| matches!(answer, Answer::DontKnow));
    let not_applicable = count(|answer| matches!(answer, Answer::NotApplicable(_)));
    let all = number(goal.questions.len());
    let mut counts = vec![t.review_goal_agreed(agreed, all)];
    if unknown > 0 {
        counts.push(t.review_goal_unknown(unknown));
    }
    if not_applicable > 0 {
        counts.push(t.review_goal_not_applicable(not_applicable));
    }
    GoalLine {
        title,
        counts,
        missing: (agreed < all).then(|| t.review_goal_missing(all - agreed)),
    }
}

fn question_line(cx: &RoundCx, edition: &Edition, state: &QuestionState) -> Option<QuestionLine> {
    let question = edition.question(&state.question)?;
    let (_, reason) = in_words(
        &cx.app().content,
        question,
        state.answer.as_ref(),
        cx.texts(),
        cx.lang(),
    );
    Some(QuestionLine {
        label: edition.place(&state.question)?.label(),
        question: question.question.get(cx.lang()).to_owned(),
        reason,
        address: cx
            .may(Action::Agree)
            .then(|| cx.to_one(Page::Agreement, &question.id)),
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let edition = cx.edition()?;
    let (score, kind) = score(&cx).await?;
    let line = |state: &QuestionState| question_line(&cx, edition, state);
    let all = score.goals.iter().map(|goal| goal.questions.len()).sum();
    let missing: Vec<_> = missing(&score).filter_map(line).collect();
    let facts = &cx.round.facts;
    let quick = cx.round.depth == Depth::Quick;
    page(&ReviewPage {
        done: cx.stage().is_some_and(|stage| stage >= Stage::Submitted),
        lead: t.review_lead(number(all - missing.len()), number(all)),
        goals: edition
            .goals
            .iter()
            .zip(&score.goals)
            .map(|(goal, score)| {
                goal_line(t, format!("{}. {}", goal.id, goal.title.get(lang)), score)
            })
            .collect(),
        missing,
        not_applicable: score
            .goals
            .iter()
            .flat_map(|goal| &goal.questions)
            .filter(|state| matches!(state.answer, Some(Answer::NotApplicable(_))))
            .filter_map(line)
            .collect(),
        coverage: facts.coverage.map(|coverage| words::coverage(t, coverage)),
        kind: kind.map(|kind| words::kind(t, kind)),
        facts: cx.may(Action::EditFacts).then(|| cx.to(Page::Facts)),
        publicity: publicity::sentences(&cx).await?,
        next: (cx.may(Action::Submit) && !quick).then(|| cx.to(Page::HandIn)),
        receipt: cx.may(Action::SeeReceipt).then(|| cx.to(Page::Receipt)),
        result: cx.to(Page::Result),
        quick,
        layout: Layout::of_round(&cx),
    })
}
