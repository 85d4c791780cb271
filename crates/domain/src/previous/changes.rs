//! What has changed from one round to another.

use std::collections::BTreeMap;

use super::trend::{self, Break};
use super::{Change, EditionMap, Round, Standing};
use crate::assessment::Answer;
use crate::instrument::Content;
use crate::scoring::Score;

/// What has changed from one round to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The goals of the later round.
    pub goals: Vec<GoalChange>,
    /// Questions that the earlier round was asked and the later edition does not have.
    pub removed: Vec<String>,
}

/// What has changed in a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalChange {
    /// Goal id.
    pub goal: String,
    /// Where it stood, if the earlier round had the goal.
    pub before: Option<Standing>,
    /// Where it stands.
    pub now: Standing,
    /// Why the two are not alike; empty if they can be held against each other.
    pub breaks: Vec<Break>,
    /// The questions that the later round was asked, in order.
    pub questions: Vec<QuestionChange>,
}

/// What has changed in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionChange {
    /// Question id.
    pub question: String,
    /// What became of the question itself.
    pub change: Change,
    /// The answer that counted in the earlier round.
    pub before: Option<Answer>,
    /// The answer that counts in the later.
    pub now: Option<Answer>,
}

/// Which way an answer has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// So many levels up.
    Up(u8),
    /// So many levels down.
    Down(u8),
    /// Nowhere: the same level, still inte tillämpligt, or still not known.
    Nowhere,
    /// From vet inte än or missing to a level.
    FoundOut,
    /// From a level to vet inte än or missing.
    Unsure,
    /// From inte tillämpligt to anything else.
    Applicable,
    /// From anything else to inte tillämpligt.
    NotApplicable,
    /// The question is new or means something else: the answers say nothing about each other.
    Incomparable,
}

impl QuestionChange {
    /// Which way the answer has moved.
    pub fn moved(&self) -> Moved {
        if !self.change.keeps_its_meaning() {
            return Moved::Incomparable;
        }
        let not_applicable =
            |answer: &Option<Answer>| matches!(answer, Some(Answer::NotApplicable(_)));
        match (not_applicable(&self.before), not_applicable(&self.now)) {
            (true, true) => return Moved::Nowhere,
            (true, false) => return Moved::Applicable,
            (false, true) => return Moved::NotApplicable,
            (false, false) => {}
        }
        let level = |answer: &Option<Answer>| answer.as_ref().and_then(Answer::level);
        match (level(&self.before), level(&self.now)) {
            (Some(before), Some(now)) if before < now => Moved::Up(now.number() - before.number()),
            (Some(before), Some(now)) if before > now => {
                Moved::Down(before.number() - now.number())
            }
            (Some(_), Some(_)) | (None, None) => Moved::Nowhere,
            (None, Some(_)) => Moved::FoundOut,
            (Some(_), None) => Moved::Unsure,
        }
    }
}

/// What has changed from one round to another.
pub fn changes(content: &Content, before: &Round<'_>, now: &Round<'_>) -> Changes {
    let map = EditionMap::between(content, &before.edition.id, &now.edition.id);
    let (score_before, score_now) = (before.score(), now.score());
    let answers = answers(&score_before);
    let change_of = |question: &str| map.as_ref().map_or(Change::New, |map| map.change(question));
    let goals = score_now.goals.iter().map(|goal| GoalChange {
        goal: goal.goal.clone(),
        before: trend::standing(&score_before, &goal.goal, now),
        now: Standing::of(goal),
        breaks: trend::breaks(map.as_ref(), before, now, &goal.goal),
        questions: goal
            .questions
            .iter()
            .map(|state| QuestionChange {
                question: state.question.clone(),
                change: change_of(&state.question),
                before: answers
                    .get(state.question.as_str())
                    .map(|&answer| answer.clone()),
                now: state.answer.clone(),
            })
            .collect(),
    });
    let asked_before = score_before.goals.iter().flat_map(|goal| &goal.questions);
    Changes {
        goals: goals.collect(),
        removed: asked_before
            .map(|state| &state.question)
            .filter(|id| now.edition.question(id).is_none())
            .cloned()
            .collect(),
    }
}

/// The answers that counted, by question.
fn answers(score: &Score) -> BTreeMap<&str, &Answer> {
    let questions = score.goals.iter().flat_map(|goal| &goal.questions);
    questions
        .filter_map(|state| Some((state.question.as_str(), state.answer.as_ref()?)))
        .collect()
}
