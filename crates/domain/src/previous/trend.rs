//! How the goals have stood over several rounds, and where the line is broken.

use std::collections::BTreeMap;

use super::{EditionMap, Round, Standing};
use crate::instrument::{Content, Edition, Goal};
use crate::scoring::Score;

/// Why a goal's standing in one round is not like its standing in the round before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// These questions mean something else, are new, are gone, have become or ceased to be
    /// nyckelfrågor, or have come from or gone to another goal. By id, in alphabetical order.
    Questions(Vec<String>),
    /// The round answers for others than the one before.
    Coverage,
    /// Nothing says what became of the questions between the two editions.
    NoMap,
}

/// A goal in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Where the goal stood; `None` if the round had no such goal.
    pub standing: Option<Standing>,
    /// Why the standing is not like that of the round before; empty in the first round.
    pub breaks: Vec<Break>,
}

/// A goal over several rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Goal id.
    pub goal: String,
    /// One point for each round, in their order.
    pub points: Vec<Point>,
}

/// The trend of each goal of the last round, over rounds given oldest first.
pub fn trend(content: &Content, rounds: &[Round<'_>]) -> Vec<Series> {
    let Some(last) = rounds.last() else {
        return Vec::new();
    };
    let scores: Vec<Score> = rounds.iter().map(Round::score).collect();
    let maps: Vec<Option<EditionMap>> = rounds
        .windows(2)
        .map(|pair| EditionMap::between(content, &pair[0].edition.id, &pair[1].edition.id))
        .collect();
    let point = |goal: &str, index: usize| Point {
        standing: standing(&scores[index], goal, last),
        breaks: match index.checked_sub(1) {
            Some(before) => breaks(maps[before].as_ref(), &rounds[before], &rounds[index], goal),
            None => Vec::new(),
        },
    };
    let series = last.edition.goals.iter().map(|goal| Series {
        goal: goal.id.clone(),
        points: (0..rounds.len())
            .map(|index| point(&goal.id, index))
            .collect(),
    });
    series.collect()
}

/// Where a goal stood, if the round was about the goals of the same framework as another.
pub(super) fn standing(score: &Score, goal: &str, as_in: &Round<'_>) -> Option<Standing> {
    if score.versions.framework != as_in.edition.framework {
        return None;
    }
    score.goal(goal).map(Standing::of)
}

/// The goals of an edition that an earlier edition asked differently about, with the questions
/// that differ, by id. Every goal, if nothing says what became of the questions between the two.
pub fn goal_breaks(
    content: &Content,
    before: &Edition,
    now: &Edition,
) -> BTreeMap<String, Vec<String>> {
    let map = EditionMap::between(content, &before.id, &now.id);
    now.goals
        .iter()
        .map(|goal| {
            let questions = match &map {
                Some(map) => unlike(map, before, now, &goal.id),
                None => goal
                    .questions
                    .iter()
                    .map(|mapped| mapped.id.clone())
                    .collect(),
            };
            (goal.id.clone(), questions)
        })
        .filter(|(_, questions)| !questions.is_empty())
        .collect()
}

/// Why a goal's standing in two rounds is not alike.
pub(super) fn breaks(
    map: Option<&EditionMap>,
    before: &Round<'_>,
    now: &Round<'_>,
    goal: &str,
) -> Vec<Break> {
    let mut breaks = Vec::new();
    match map {
        None => breaks.push(Break::NoMap),
        Some(map) => {
            let questions = unlike(map, before.edition, now.edition, goal);
            if !questions.is_empty() {
                breaks.push(Break::Questions(questions));
            }
        }
    }
    if let (Some(before), Some(now)) = (before.coverage, now.coverage)
        && before != now
    {
        breaks.push(Break::Coverage);
    }
    breaks
}

/// The questions by which a goal in one edition is another than in an earlier one.
fn unlike(map: &EditionMap, before: &Edition, now: &Edition, goal: &str) -> Vec<String> {
    let essential = |edition: &Edition, question: &str| {
        let asked = |goal: &Goal| {
            goal.questions
                .iter()
                .find(|q| q.id == question)?
                .essential
                .into()
        };
        edition.goal(goal).and_then(asked)
    };
    let questions = [before, now]
        .into_iter()
        .filter_map(|edition| edition.goal(goal))
        .flat_map(|goal| &goal.questions);
    let mut unlike: Vec<String> = questions
        .map(|mapped| &mapped.id)
        .filter(|id| {
            let (was, is): (Option<bool>, Option<bool>) =
                (essential(before, id), essential(now, id));
            was != is || !map.change(id).keeps_its_meaning()
        })
        .cloned()
        .collect();
    unlike.sort_unstable();
    unlike.dedup();
    unlike
}
