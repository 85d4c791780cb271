//! The level of one goal.

use super::{MIN_APPLICABLE, missing, two_thirds};
use crate::assessment::Depth;
use crate::instrument::{Edition, Goal, Level};
use crate::scoring::{GoalScore, GoalState, LevelTest, Mean, QuestionState, WhyNoLevel};

/// Where an applicable question stands.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) question: &'a str,
    pub(super) essential: bool,
    /// `None` is unknown.
    pub(super) level: Option<Level>,
}

impl Standing<'_> {
    /// The level it counts as: an unknown counts as 1.
    pub(super) fn counts_as(&self) -> Level {
        self.level.unwrap_or(Level::ONE)
    }
}

/// The applicable among the questions.
pub(super) fn standings(questions: &[QuestionState]) -> Vec<Standing<'_>> {
    questions
        .iter()
        .filter(|state| state.is_applicable())
        .map(|state| Standing {
            question: &state.question,
            essential: state.essential,
            level: state.level(),
        })
        .collect()
}

pub(super) fn score(
    edition: &Edition,
    goal: &Goal,
    depth: Depth,
    questions: Vec<QuestionState>,
) -> GoalScore {
    let standings = standings(&questions);
    let mut result = GoalScore {
        goal: goal.id.clone(),
        state: GoalState::Quick,
        applicable: standings.len(),
        known: known(&standings),
        questions: Vec::new(),
        level: None,
        up_to: None,
        mean: None,
        tests: Vec::new(),
        near_limit: Vec::new(),
        missing: None,
    };
    if depth == Depth::Full {
        result.mean = mean(&standings);
        let why = why_no_level(&standings);
        if why.is_empty() {
            let level = level(&standings);
            result.state = GoalState::HasLevel;
            result.level = Some(level);
            result.up_to = Some(up_to(&standings));
            result.tests = Level::ALL.map(|level| test(&standings, level)).into();
            result.near_limit = near_limit(&standings, level);
            result.missing = level
                .next()
                .and_then(|next| missing::missing(edition, &standings, next));
        } else {
            result.state = GoalState::NoLevel(why);
        }
    }
    result.questions = questions;
    result
}

fn known(standings: &[Standing]) -> usize {
    standings.iter().filter(|s| s.level.is_some()).count()
}

/// Whether so many questions are inte tillämpligt that no answers can give the goal a level.
pub(super) fn why_not_applicable(standings: &[Standing]) -> Vec<WhyNoLevel> {
    let mut why = Vec::new();
    if standings.len() < MIN_APPLICABLE {
        why.push(WhyNoLevel::TooFewApplicable {
            applicable: standings.len(),
            needed: MIN_APPLICABLE,
        });
    }
    if !standings.iter().any(|s| s.essential) {
        why.push(WhyNoLevel::NoEssentialApplicable);
    }
    why
}

fn why_no_level(standings: &[Standing]) -> Vec<WhyNoLevel> {
    let mut why = why_not_applicable(standings);
    let known = known(standings);
    let needed = two_thirds(standings.len());
    if known < needed {
        why.push(WhyNoLevel::TooFewKnown {
            known,
            needed,
            more: needed - known,
        });
    }
    why
}

/// The mean and the level, of a goal that has a level.
pub(super) fn stand(standings: &[Standing]) -> Option<(Mean, Level)> {
    let has_level = why_no_level(standings).is_empty();
    has_level.then(|| Some((mean(standings)?, level(standings))))?
}

/// Tries one level: two thirds reach it, and no nyckelfråga is more than one step below.
fn test(standings: &[Standing], level: Level) -> LevelTest {
    let reached = standings.iter().filter(|s| s.counts_as() >= level).count();
    let needed = two_thirds(standings.len());
    let blocking: Vec<String> = standings
        .iter()
        .filter(|s| s.essential && s.counts_as().next().is_some_and(|next| next < level))
        .map(|s| s.question.to_owned())
        .collect();
    LevelTest {
        level,
        reached,
        needed,
        holds: reached >= needed && blocking.is_empty(),
        blocking,
    }
}

/// The highest level that holds. Level 1 is the floor.
pub(super) fn level(standings: &[Standing]) -> Level {
    Level::ALL
        .into_iter()
        .rev()
        .find(|&level| test(standings, level).holds)
        .unwrap_or(Level::ONE)
}

fn up_to(standings: &[Standing]) -> Level {
    let best: Vec<Standing> = standings
        .iter()
        .map(|&standing| Standing {
            level: standing.level.or(Some(Level::FOUR)),
            ..standing
        })
        .collect();
    level(&best)
}

fn mean(standings: &[Standing]) -> Option<Mean> {
    let levels = || standings.iter().filter_map(|s| s.level);
    let count = levels().map(|_| 1).sum();
    let sum = levels().map(|level| u32::from(level.number())).sum();
    (count > 0).then_some(Mean { sum, count })
}

fn near_limit(standings: &[Standing], current: Level) -> Vec<String> {
    let falls_without = |index: usize| {
        let mut lowered = standings.to_vec();
        let lower = lowered[index].level.and_then(Level::previous);
        lower.is_some() && {
            lowered[index].level = lower;
            level(&lowered) < current
        }
    };
    (0..standings.len())
        .filter(|&index| falls_without(index))
        .map(|index| standings[index].question.to_owned())
        .collect()
}
