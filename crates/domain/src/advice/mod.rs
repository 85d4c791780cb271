//! Which tips are offered, why, and in what order; what they would lead to; and what to find out
//! from whom.

mod targets;
mod what_if;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::assessment::{Answers, Depth};
use crate::instrument::{Card, Edition, Effort, Level, Role};
use crate::organisation::{OrganisationKind, OrganisationSize};
use crate::scoring::{self, GoalScore, Score};

pub use targets::{LONGEST_REASON, OwnTarget, OwnTargets, Target, TargetBy, TargetReason, targets};
pub use what_if::{Lift, Outlook, WhatIf, what_if};

/// Tips to begin with now.
pub const NOW: usize = 3;
/// Tips that come next.
pub const NEXT: usize = 5;

/// A card offered to an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Card id.
    pub card: String,
    /// Why it is offered, in the order questions are asked; never empty.
    pub reasons: Vec<Reason>,
    /// Whether the answers say that some of it is done: an answer is past the first step that
    /// the card takes for that question.
    pub begun: bool,
    /// When to begin.
    pub when: When,
}

/// Why a card is offered: "för att ni svarade nivå 2 på 4.5, och ni siktar på nivå 3".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Question id.
    pub question: String,
    /// The level answered.
    pub level: Level,
    /// The level to aim for: the target of the question's goal, by [`targets`].
    pub target: Level,
}

/// When to begin with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// Among the first three.
    Now,
    /// Among the five after them.
    Next,
    /// After those.
    Later,
}

/// The cards that the answers offer, in the order to begin with them. The snabbkoll offers at
/// most three.
///
/// A card is offered for each question that it serves from the level answered, while that level
/// is below the [target](targets) of the question's goal. A question at the target or above it
/// offers nothing.
///
/// Order: a prerequisite before what needs it; then the gap times the benefit, the largest gap
/// among the reasons, or what a card that it unlocks is worth if that is more; then cards for a
/// nyckelfråga; then smaller effort for the size of organisation (`None` counts as medium); then
/// id. A prerequisite that is not itself offered holds nothing back.
///
/// `answers` are the ones that `score` was computed from.
pub fn offers(
    edition: &Edition,
    score: &Score,
    answers: &Answers,
    size: Option<OrganisationSize>,
    own: &OwnTargets,
) -> Vec<Offer> {
    let behind = behind(score, answers, own);
    let offered: BTreeMap<&str, Candidate> = edition
        .cards
        .values()
        .filter_map(|card| Some((card.id.as_str(), Candidate::new(card, &behind, size)?)))
        .collect();
    let length = match score.depth {
        Depth::Quick => NOW,
        Depth::Full => offered.len(),
    };
    ordered(&offered)
        .into_iter()
        .take(length)
        .enumerate()
        .map(|(position, candidate)| Offer {
            card: candidate.card.id.clone(),
            reasons: candidate.reasons.iter().map(|b| b.reason()).collect(),
            begun: candidate.begun,
            when: match position {
                ..NOW => When::Now,
                _ if position < NOW + NEXT => When::Next,
                _ => When::Later,
            },
        })
        .collect()
}

/// What to find out and whom to ask: the questions answered vet inte än, and those not answered,
/// by every role that can answer them, in the order they are asked.
pub fn find_out(
    edition: &Edition,
    depth: Depth,
    kind: Option<OrganisationKind>,
    answers: &Answers,
) -> BTreeMap<Role, Vec<String>> {
    let mut by_role: BTreeMap<Role, Vec<String>> = BTreeMap::new();
    let score = scoring::score(edition, depth, kind, answers);
    for state in score.goals.iter().flat_map(|goal| &goal.questions) {
        if state.is_applicable()
            && state.level().is_none()
            && let Some(question) = edition.question(&state.question)
        {
            for &role in &question.roles {
                by_role.entry(role).or_default().push(question.id.clone());
            }
        }
    }
    by_role
}

/// A question that stands below the target of its goal.
#[derive(Clone, Copy)]
struct Behind<'a> {
    question: &'a str,
    essential: bool,
    level: Level,
    target: Target,
}

impl Behind<'_> {
    fn gap(&self) -> u8 {
        self.target.gap(self.level)
    }

    fn reason(&self) -> Reason {
        Reason {
            question: self.question.to_owned(),
            level: self.level,
            target: self.target.level,
        }
    }
}

/// The questions that stand below the target of their goal, in the order they are asked.
fn behind<'a>(score: &'a Score, answers: &Answers, own: &OwnTargets) -> Vec<Behind<'a>> {
    let targets = targets(score, own);
    let of_goal = |goal: &'a GoalScore| {
        let target = targets.get(&goal.goal).copied();
        goal.questions.iter().map(move |state| (state, target))
    };
    score
        .goals
        .iter()
        .flat_map(of_goal)
        .filter_map(|(state, target)| {
            Some(Behind {
                question: &state.question,
                essential: state.essential,
                level: answers.get(&state.question)?.level()?,
                target: target?,
            })
        })
        .filter(|behind| behind.level < behind.target.level)
        .collect()
}

/// A card with what the order looks at.
struct Candidate<'a> {
    card: &'a Card,
    reasons: Vec<Behind<'a>>,
    begun: bool,
    value: u32,
    essential: bool,
    effort: Effort,
}

impl<'a> Candidate<'a> {
    /// `None` if the card is not offered.
    fn new(card: &'a Card, behind: &[Behind<'a>], size: Option<OrganisationSize>) -> Option<Self> {
        let mut reasons = Vec::new();
        let mut begun = false;
        for b in behind {
            for serves in card.serves.iter().filter(|s| s.question == b.question) {
                if serves.offered_at(b.level) {
                    reasons.push(*b);
                    begun |= serves.begun_at(b.level);
                }
            }
        }
        let gap = reasons.iter().map(Behind::gap).max()?;
        Some(Candidate {
            card,
            begun,
            value: u32::from(gap) * u32::from(card.benefit),
            essential: reasons.iter().any(|b| b.essential),
            effort: card.effort.band(size.unwrap_or(OrganisationSize::Medium)),
            reasons,
        })
    }

    /// The offered card to do before this one.
    fn prerequisite<'c>(&self, offered: &'c BTreeMap<&str, Candidate<'a>>) -> Option<&'c Self> {
        offered.get(self.card.prerequisite.as_deref()?)
    }
}

/// The offered cards in the order to begin with them.
fn ordered<'c, 'a>(offered: &'c BTreeMap<&'a str, Candidate<'a>>) -> Vec<&'c Candidate<'a>> {
    let worth = worth(offered);
    let mut waiting: Vec<&Candidate> = offered.values().collect();
    waiting.sort_by_key(|candidate| {
        let id = candidate.card.id.as_str();
        (
            Reverse(worth.get(id).copied()),
            Reverse(candidate.essential),
            candidate.effort,
            id,
        )
    });
    let mut placed = BTreeSet::new();
    let mut order = Vec::new();
    while let Some(next) = waiting.iter().position(|candidate| {
        candidate
            .prerequisite(offered)
            .is_none_or(|before| placed.contains(before.card.id.as_str()))
    }) {
        let candidate = waiting.remove(next);
        placed.insert(candidate.card.id.as_str());
        order.push(candidate);
    }
    order
}

/// What each card is worth: its own value, or that of the most valuable card it unlocks, directly
/// or through others. The content check has made sure that prerequisites form no cycle; the walk
/// ends anyway, since a card is passed on only where it adds to the value.
fn worth<'a>(offered: &BTreeMap<&'a str, Candidate<'a>>) -> BTreeMap<&'a str, u32> {
    let mut worth: BTreeMap<&str, u32> = offered.iter().map(|(id, c)| (*id, c.value)).collect();
    for candidate in offered.values() {
        let value = candidate.value;
        let mut before = candidate.prerequisite(offered);
        while let Some(card) = before
            && let Some(inherited) = worth.get_mut(card.card.id.as_str())
            && *inherited < value
        {
            *inherited = value;
            before = card.prerequisite(offered);
        }
    }
    worth
}
