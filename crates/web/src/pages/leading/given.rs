//! What a group agrees on an answer from: the questions by disagreement, and each answer with how
//! many gave it.

use domain::assessment::Answer;
use domain::instrument::Edition;
use domain::voices::Counts;
use service::rounds::agreement::Together;

use super::number;
use crate::context::RoundCx;
use crate::pages::round::fields::{self, Choice};
use crate::pages::round::progress::asked;

/// An answer that the group can agree on, with how many gave it.
pub(crate) struct Given {
    pub(crate) choice: Choice,
    pub(crate) count: u32,
    /// Share of those who answered, in percent: the length of the bar.
    pub(crate) share: u32,
}

impl Given {
    /// A choice with how many gave it. What everyone gave is proposed: nothing is agreed until it
    /// is saved.
    pub(crate) fn new(mut choice: Choice, counts: Option<&Counts>, proposed: Option<&str>) -> Self {
        choice.checked |= proposed == Some(&choice.value);
        let count = counts.map_or(0, |counts| count(counts, &choice.value));
        let answered = counts.map_or(0, Counts::answered);
        Given {
            choice,
            count: number(count),
            share: number((count * 100).checked_div(answered).unwrap_or(0)),
        }
    }
}

/// How many gave the answer that has this value in a form.
fn count(counts: &Counts, value: &str) -> usize {
    let answers = counts
        .levels()
        .map(|(level, count)| (Answer::Level(level), count));
    let reasons = counts.reasons().iter();
    let reasons = reasons.map(|(reason, count)| (Answer::NotApplicable(reason.clone()), *count));
    let unknown = (Answer::DontKnow, counts.dont_know());
    let mut all = answers.chain(reasons).chain(std::iter::once(unknown));
    all.find(|(answer, _)| fields::value(answer) == value)
        .map_or(0, |(_, count)| count)
}

/// All questions that the round asks, those first that the respondents disagree on the most.
pub(crate) fn by_disagreement(cx: &RoundCx, edition: &Edition, together: &Together) -> Vec<String> {
    let spreads = together
        .spreads
        .iter()
        .map(|spread| spread.question.clone());
    let mut order: Vec<String> = spreads.collect();
    for (place, _) in asked(edition, &cx.round) {
        if !order.contains(&place.mapped.id) {
            order.push(place.mapped.id.clone());
        }
    }
    order
}
