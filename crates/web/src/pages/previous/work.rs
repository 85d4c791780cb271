//! What is left to do with last time's answers, goal by goal.

use std::collections::BTreeMap;

use domain::instrument::{Edition, Goal};
use domain::previous::{self, EditionMap, Left, Proposal};
use service::rounds::Previous;

use crate::context::RoundCx;
use crate::error::Failure;

/// The round before, and what it proposes for this one.
pub(super) struct Work<'a> {
    pub(super) edition: &'a Edition,
    pub(super) previous: &'a Previous,
    pub(super) proposals: BTreeMap<String, Proposal>,
    /// Whether nothing says what became of the questions since, so that each is asked anew.
    pub(super) anew: bool,
}

impl<'a> Work<'a> {
    /// [`Failure::NotFound`] for a round that was not started from another.
    pub(super) fn of(cx: &'a RoundCx) -> Result<Self, Failure> {
        let previous = cx.round.facts.previous.as_ref().ok_or(Failure::NotFound)?;
        let edition = cx.edition()?;
        let map = EditionMap::between(&cx.app().content, &previous.edition, &edition.id);
        let (depth, kind) = (cx.round.depth, cx.round.facts.kind);
        let last = previous.answers();
        Ok(Work {
            edition,
            previous,
            proposals: previous::proposals(edition, depth, kind, map.as_ref(), &last),
            anew: map.is_none(),
        })
    }

    /// What is left to do in a goal.
    pub(super) fn left(&self, cx: &RoundCx, goal: &Goal) -> Left {
        let mut left = previous::left(goal, &self.proposals, &cx.round.answers());
        left.at_once.retain(|(question, _)| cx.round.asks(question));
        left.one_by_one
            .retain(|(question, _)| cx.round.asks(question));
        left.to_answer.retain(|question| cx.round.asks(question));
        left
    }

    /// The next goal after this one, in a circle, where old answers wait to be confirmed.
    pub(super) fn next(&self, cx: &RoundCx, goal: &str) -> Option<&'a Goal> {
        let goals = &self.edition.goals;
        let here = goals.iter().position(|other| other.id == goal)? + 1;
        let waits = |goal: &&Goal| {
            let left = self.left(cx, goal);
            !left.at_once.is_empty() || !left.one_by_one.is_empty()
        };
        goals[here..].iter().chain(&goals[..here]).find(waits)
    }
}
