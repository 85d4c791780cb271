//! What-if: which levels ticked tips would lead to, and what would still lack.

use std::collections::BTreeSet;

use super::targets::{OwnTargets, Target, targets};
use crate::assessment::{Answer, Answers, Depth};
use crate::instrument::{Card, Edition, Level};
use crate::organisation::OrganisationKind;
use crate::scoring::{self, Missing, Score};

/// Where the goals would stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The result as the answers are.
    pub before: Score,
    /// The result that the ticked tips would give.
    pub after: Score,
    /// What would become of each goal, in the framework's order; empty in the snabbkoll, which gives
    /// no levels.
    pub goals: Vec<Outlook>,
    /// The answers that the tips would lift, in the order questions are asked.
    pub lifts: Vec<Lift>,
    /// Ticked cards that lift nothing: what they serve stands elsewhere, or is unknown.
    pub idle: Vec<String>,
}

/// What would become of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Goal id.
    pub goal: String,
    /// The level as the answers are.
    pub from: Option<Level>,
    /// The level that it would have.
    pub to: Option<Level>,
    /// The level to reach; none while no answer is a level.
    pub target: Option<Target>,
    /// What would still lack for the target; none for a goal that would be there, and for one that
    /// has no level: too little is known of it to say.
    pub lacks: Option<Missing>,
}

impl Outlook {
    /// Whether the goal would have its target's level.
    pub fn reached(&self) -> bool {
        let target = self.target.map(|target| target.level);
        self.to.is_some() && target.is_some() && self.to >= target
    }
}

/// An answer that tips would lift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// Question id.
    pub question: String,
    /// The level answered.
    pub from: Level,
    /// The level that it would be.
    pub to: Level,
}

impl Lift {
    /// Whether a card takes one of the steps from where the answer stands to where it would.
    fn takes_a_step(&self, card: &Card) -> bool {
        let mut served = card.serves.iter().filter(|s| s.question == self.question);
        served.any(|serves| {
            let mut steps = Level::ALL
                .into_iter()
                .filter(|l| *l >= self.from && *l < self.to);
            steps.any(|level| serves.offered_at(level))
        })
    }
}

/// What the ticked cards would lead to. A card lifts the steps it serves, from the step that the
/// organisation stands on; several lift one after another, in whatever order. An unknown answer
/// stands nowhere, and is not lifted.
pub fn what_if(
    edition: &Edition,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &Answers,
    own: &OwnTargets,
    ticked: &BTreeSet<String>,
) -> WhatIf {
    let cards: Vec<&Card> = ticked.iter().filter_map(|id| edition.card(id)).collect();
    let before = scoring::score(edition, depth, kind, answers);
    let mut lifted = answers.clone();
    let mut lifts = Vec::new();
    for state in before.goals.iter().flat_map(|goal| &goal.questions) {
        let Some(from) = state.level() else { continue };
        let to = lift(&cards, &state.question, from);
        if to > from {
            lifted.insert(state.question.clone(), Answer::Level(to));
            let question = state.question.clone();
            lifts.push(Lift { question, from, to });
        }
    }
    let after = scoring::score(edition, depth, kind, &lifted);
    let targets = targets(&before, own);
    let goals = match depth {
        Depth::Quick => Vec::new(),
        Depth::Full => before
            .goals
            .iter()
            .zip(&after.goals)
            .map(|(from, to)| {
                let target = targets.get(&from.goal).copied();
                Outlook {
                    goal: from.goal.clone(),
                    from: from.level,
                    to: to.level,
                    target,
                    lacks: target.filter(|_| to.level.is_some()).and_then(|target| {
                        scoring::missing_for(edition, &from.goal, &lifted, kind, target.level)
                    }),
                }
            })
            .collect(),
    };
    let idle = cards.iter().filter(|card| {
        let takes_a_step = |lift: &Lift| lift.takes_a_step(card);
        !lifts.iter().any(takes_a_step)
    });
    WhatIf {
        idle: idle.map(|card| card.id.clone()).collect(),
        before,
        after,
        goals,
        lifts,
    }
}

/// How far the cards lift one answer.
fn lift(cards: &[&Card], question: &str, from: Level) -> Level {
    let served = cards.iter().flat_map(|card| &card.serves);
    let served: Vec<_> = served.filter(|s| s.question == question).collect();
    let mut level = from;
    while let Some(next) = level.next()
        && served.iter().any(|serves| serves.offered_at(level))
    {
        level = next;
    }
    level
}
