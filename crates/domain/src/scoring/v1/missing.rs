//! Vad som saknas: the fewest single steps to a level.

use std::cmp::Reverse;

use super::goal::{Standing, level, why_not_applicable};
use super::two_thirds;
use crate::instrument::{Edition, Level};
use crate::scoring::{Missing, MissingStep};

/// What lacks for the target; `None` if nothing does or no steps can reach it.
///
/// A goal that reaches a level above 1 has two thirds of its questions there, and so two thirds
/// of them known: what is lifted to the target is enough for the goal to have a level at all.
pub(super) fn missing(edition: &Edition, standings: &[Standing], target: Level) -> Option<Missing> {
    let reached = !why_not_applicable(standings).is_empty() || level(standings) >= target;
    if reached {
        return None;
    }
    let steps = steps(edition, standings, target);
    let fewest = count(&steps);
    let find_out = (0..standings.len())
        .filter(|&index| standings[index].level.is_none())
        .filter(|&index| {
            steps
                .iter()
                .all(|step| step.question != standings[index].question)
        })
        .filter(|&index| {
            let mut found = standings.to_vec();
            found[index].level = Some(Level::FOUR);
            count(&self::steps(edition, &found, target)) < fewest
        })
        .map(|index| standings[index].question.to_owned())
        .collect();
    Some(Missing {
        target,
        steps,
        find_out,
    })
}

fn count(steps: &[MissingStep]) -> usize {
    steps.iter().map(MissingStep::steps).sum()
}

/// The questions to lift. First every nyckelfråga to the level below the target, since each of
/// them stops the target alone; what then lacks is a number of questions at the target, and the
/// cheapest are those with the fewest steps left.
fn steps(edition: &Edition, standings: &[Standing], target: Level) -> Vec<MissingStep> {
    let floor = target.previous().unwrap_or(Level::ONE);
    let mut lifted: Vec<(Standing, Level)> = standings
        .iter()
        .map(|&standing| {
            let at = standing.counts_as();
            (
                standing,
                if standing.essential {
                    at.max(floor)
                } else {
                    at
                },
            )
        })
        .collect();
    lifted.sort_by_cached_key(|&(standing, at)| {
        (
            Reverse(at),
            Reverse(standing.essential),
            Reverse(benefit(edition, standing.question, at)),
            standing.question.to_owned(),
        )
    });
    for (_, at) in lifted.iter_mut().take(two_thirds(standings.len())) {
        *at = target.max(*at);
    }
    lifted.retain(|(standing, to)| *to > standing.counts_as());
    lifted.sort_by_cached_key(|&(standing, to)| {
        let from = standing.counts_as();
        (
            Reverse(standing.essential),
            to.number() - from.number(),
            Reverse(benefit(edition, standing.question, from)),
            standing.question.to_owned(),
        )
    });
    lifted
        .into_iter()
        .map(|(standing, to)| MissingStep {
            question: standing.question.to_owned(),
            from: standing.level,
            to,
        })
        .collect()
}

/// The highest benefit of a card that takes the question's step from a level.
fn benefit(edition: &Edition, question: &str, from: Level) -> u8 {
    edition
        .cards
        .values()
        .filter(|card| {
            card.serves
                .iter()
                .any(|serves| serves.question == question && serves.steps.contains(&from.number()))
        })
        .map(|card| card.benefit)
        .max()
        .unwrap_or(0)
}
