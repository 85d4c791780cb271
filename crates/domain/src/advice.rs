//! Which tips are offered, why, and in what order; and what to find out from whom.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::assessment::{Answers, Depth};
use crate::instrument::{Card, Edition, Effort, Level, Role};
use crate::organisation::{OrganisationKind, OrganisationSize};
use crate::scoring::{self, HEADLINE, Score};

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
    /// The level to aim for: the round's [`target`], the same in every reason.
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
/// is below the round's [`target`]. A question at the target or above it offers nothing.
///
/// Order: a prerequisite before what needs it; then the gap to the target times the benefit, the
/// largest gap among the reasons, or what a card that it unlocks is worth if that is more; then
/// cards for a nyckelfråga; then smaller effort for the size of organisation (`None` counts as
/// medium); then id. A prerequisite that is not itself offered holds nothing back.
///
/// `answers` are the ones that `score` was computed from.
pub fn offers(
    edition: &Edition,
    score: &Score,
    answers: &Answers,
    size: Option<OrganisationSize>,
) -> Vec<Offer> {
    let behind = behind(score, answers);
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

/// The level that the tips of a round aim for; `None` while no answer is a level.
///
/// It is one level for all goals, not the next of each: only then is the gap largest where the
/// answers are lowest, so that the goals furthest behind weigh most. With a target for each goal,
/// an answer 2 in a goal at level 3 has a larger gap than an answer 1 in a goal at level 1.
///
/// It is the level that the headline counts, 3, so that following the tips raises "x av y mål på
/// nivå 3 eller högre", and 4 once no goal that has a level stands below 3. While no goal has a
/// level, as in the snabbkoll, the lowest answer stands in for the lowest goal.
pub fn target(score: &Score) -> Option<Level> {
    let questions = score.goals.iter().flat_map(|goal| &goal.questions);
    let lowest_answer = questions.filter_map(|state| state.level()).min();
    let lowest_goal = score.goals.iter().filter_map(|goal| goal.level).min();
    let lowest = lowest_goal.or(lowest_answer)?;
    Some(if lowest < HEADLINE {
        HEADLINE
    } else {
        Level::FOUR
    })
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

/// A question that stands below the target.
#[derive(Clone, Copy)]
struct Behind<'a> {
    question: &'a str,
    essential: bool,
    level: Level,
    target: Level,
}

impl Behind<'_> {
    fn gap(&self) -> u8 {
        self.target.number() - self.level.number()
    }

    fn reason(&self) -> Reason {
        Reason {
            question: self.question.to_owned(),
            level: self.level,
            target: self.target,
        }
    }
}

/// The questions that stand below the target, in the order they are asked.
fn behind<'a>(score: &'a Score, answers: &Answers) -> Vec<Behind<'a>> {
    let Some(target) = target(score) else {
        return Vec::new();
    };
    score
        .goals
        .iter()
        .flat_map(|goal| &goal.questions)
        .filter_map(|state| {
            Some(Behind {
                question: &state.question,
                essential: state.essential,
                level: answers.get(&state.question)?.level()?,
                target,
            })
        })
        .filter(|behind| behind.level < behind.target)
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
