//! The levels to reach, in words.

use domain::advice::{OwnTarget, Target, TargetBy};

use super::Outcome;

/// What the organisation has set for a goal, if anything.
pub(crate) fn own<'a>(outcome: &'a Outcome<'_>, goal: &str) -> Option<&'a OwnTarget> {
    outcome.cx.round.facts.targets.get(goal)
}

/// What the goal of a question is to reach, within a sentence: "ert mål är nivå 3". `None` for a goal
/// without level and without a target of its own: nothing that it could be told to reach is certain.
pub(crate) fn of_question(outcome: &Outcome<'_>, question: &str) -> Option<String> {
    let goal = &outcome.edition.place(question)?.goal.id;
    let (t, target) = (outcome.wording.t, outcome.targets.get(goal)?);
    let level = target.level.number();
    match target.by {
        TargetBy::Organisation => Some(t.target_own_clause(level)),
        TargetBy::NextLevel if is_there(outcome, goal, target) => Some(t.target_top_clause(level)),
        TargetBy::NextLevel => Some(t.target_next_clause(level)),
        TargetBy::NoLevel => None,
    }
}

/// What a goal is to reach, in a table: "Nivå 3, ert mål". `None` as in [`of_question`].
pub(crate) fn in_table(outcome: &Outcome<'_>, goal: &str) -> Option<String> {
    let (t, target) = (outcome.wording.t, outcome.targets.get(goal)?);
    let level = target.level.number();
    match target.by {
        TargetBy::Organisation => Some(t.target_own(level)),
        TargetBy::NextLevel if is_there(outcome, goal, target) => Some(t.target_top(level)),
        TargetBy::NextLevel => Some(t.target_next(level)),
        TargetBy::NoLevel => None,
    }
}

/// Whether the goal has the level already: there is none above it.
fn is_there(outcome: &Outcome<'_>, goal: &str, target: &Target) -> bool {
    let score = outcome.score.goal(goal);
    score.and_then(|score| score.level) == Some(target.level)
}
