//! What last year's answers propose for this year's questions.

use std::collections::BTreeMap;

use super::{Change, EditionMap};
use crate::assessment::{Answer, Answers, Depth};
use crate::instrument::{Edition, Goal};
use crate::organisation::OrganisationKind;

/// What the last round proposes for a question. A proposal is no answer until it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The answer of the last round, to be confirmed or changed.
    Confirm {
        /// The answer.
        answer: Answer,
        /// Whether the question has other words now.
        reworded: bool,
    },
    /// The question has to be answered anew.
    Anew(WhyAnew),
    /// Nothing: the last round left the question without an answer.
    Nothing,
}

/// Why a question has to be answered anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyAnew {
    /// It was not asked by the edition of the last round.
    New,
    /// It means something else now.
    Changed,
    /// The old answer is an inte tillämpligt that the organisation may no longer give.
    NotAllowed,
}

/// What the last round proposes for every question that the depth asks, by id. `map` leads from
/// the edition of the last round to `edition`; without one, every question is new.
pub fn proposals(
    edition: &Edition,
    depth: Depth,
    kind: Option<OrganisationKind>,
    map: Option<&EditionMap>,
    last: &Answers,
) -> BTreeMap<String, Proposal> {
    edition
        .places()
        .filter(|(place, _)| depth == Depth::Full || place.mapped.quick)
        .map(|(_, question)| {
            let change = map.map_or(Change::New, |map| map.change(&question.id));
            let allowed = |answer: &Answer| match answer {
                Answer::Level(_) | Answer::DontKnow => true,
                Answer::NotApplicable(reason) => question.may_be_not_applicable(reason, kind),
            };
            let proposal = match (change, last.get(&question.id)) {
                (Change::New, _) => Proposal::Anew(WhyAnew::New),
                (Change::Changed, _) => Proposal::Anew(WhyAnew::Changed),
                (_, None) => Proposal::Nothing,
                (_, Some(answer)) if !allowed(answer) => Proposal::Anew(WhyAnew::NotAllowed),
                (_, Some(answer)) => Proposal::Confirm {
                    answer: answer.clone(),
                    reworded: change == Change::Reworded,
                },
            };
            (question.id.clone(), proposal)
        })
        .collect()
}

/// What is left to do in a goal, in the order questions are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Old answers that one act confirms together.
    pub at_once: Vec<(String, Answer)>,
    /// Old answers to nyckelfrågor, each confirmed by itself: the level leans on them.
    pub one_by_one: Vec<(String, Answer)>,
    /// Questions without a proposal.
    pub to_answer: Vec<String>,
}

/// What is left to do in a goal. What this round has answered already is done, so confirming the
/// rest never writes over it.
pub fn left(goal: &Goal, proposals: &BTreeMap<String, Proposal>, answered: &Answers) -> Left {
    let mut left = Left::default();
    for mapped in &goal.questions {
        let id = &mapped.id;
        match proposals.get(id).filter(|_| !answered.contains_key(id)) {
            Some(Proposal::Confirm { answer, .. }) => {
                let list = match mapped.essential {
                    true => &mut left.one_by_one,
                    false => &mut left.at_once,
                };
                list.push((id.clone(), answer.clone()));
            }
            Some(Proposal::Anew(_) | Proposal::Nothing) => left.to_answer.push(id.clone()),
            None => {}
        }
    }
    left
}
