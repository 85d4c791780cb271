//! Helheten: the headline and the overall level.

use super::goal::{standings, why_not_applicable};
use super::{HEADLINE, MAX_GOALS_WITHOUT_LEVEL, two_thirds};
use crate::assessment::Depth;
use crate::instrument::{Edition, Level};
use crate::scoring::{GoalScore, Overall, WhyNoOverall};

pub(super) fn score(edition: &Edition, depth: Depth, goals: &[GoalScore]) -> Overall {
    if depth == Depth::Quick {
        return Overall {
            at_level_3: 0,
            goals: 0,
            level: None,
            at_least: false,
            why_not: vec![WhyNoOverall::Quick],
        };
    }
    let (overarching, others): (Vec<_>, Vec<_>) = edition
        .goals
        .iter()
        .zip(goals)
        .filter(|(_, score)| is_applicable(score))
        .partition(|(goal, _)| goal.overarching);
    let others: Vec<&GoalScore> = others.into_iter().map(|(_, score)| score).collect();
    let overarching_level = overarching
        .iter()
        .filter_map(|(_, score)| score.level)
        .min();
    let without: Vec<String> = others
        .iter()
        .filter(|score| score.level.is_none())
        .map(|score| score.goal.clone())
        .collect();

    let mut why_not = Vec::new();
    if overarching_level.is_none() {
        why_not.push(WhyNoOverall::OverarchingWithoutLevel);
    }
    if without.len() > MAX_GOALS_WITHOUT_LEVEL {
        why_not.push(WhyNoOverall::TooManyWithoutLevel {
            goals: without.clone(),
            allowed: MAX_GOALS_WITHOUT_LEVEL,
        });
    }
    let level = overarching_level
        .filter(|_| why_not.is_empty())
        .map(|overarching| level(overarching, &others));
    Overall {
        at_level_3: goals
            .iter()
            .filter(|score| score.level.is_some_and(|level| level >= HEADLINE))
            .count(),
        goals: overarching.len() + others.len(),
        at_least: level.is_some() && !without.is_empty(),
        level,
        why_not,
    }
}

/// Whether enough of the goal is applicable for it to have a level once it is answered. A goal
/// where it is not stands outside the whole, just as a question that is inte tillämpligt stands
/// outside its goal.
fn is_applicable(score: &GoalScore) -> bool {
    why_not_applicable(&standings(&score.questions)).is_empty()
}

/// The highest level that the overarching goal and two thirds of the others reach. Level 1 is
/// the floor. A goal without a level has not reached any.
fn level(overarching: Level, others: &[&GoalScore]) -> Level {
    Level::ALL
        .into_iter()
        .rev()
        .filter(|&level| level <= overarching)
        .find(|&level| {
            let reached = others
                .iter()
                .filter(|score| score.level.is_some_and(|reached| reached >= level))
                .count();
            reached >= two_thirds(others.len())
        })
        .unwrap_or(Level::ONE)
}
