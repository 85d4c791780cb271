//! How far a round has come: which questions it asks, in what order, and each goal's state.

use domain::assessment::Depth;
use domain::instrument::{Edition, Goal, Place, Question};
use service::rounds::Round;

/// The questions that a round asks whoever opened it, in the order they are asked.
pub(crate) fn asked<'a>(
    edition: &'a Edition,
    round: &Round,
) -> impl Iterator<Item = (Place<'a>, &'a Question)> {
    edition.places().filter(move |(place, question)| {
        (round.depth == Depth::Full || place.mapped.quick) && round.asks(&question.id)
    })
}

/// So few questions are asked one after the other, without goals in between.
const FEW: usize = 15;

/// Whether a round's questions are asked in one row, without goals in between: in snabbkollen, and
/// of those who are asked a few.
pub(crate) fn in_one_row(edition: &Edition, round: &Round) -> bool {
    round.depth == Depth::Quick || (round.asked.is_some() && asked(edition, round).count() <= FEW)
}

/// A goal's state in the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing is answered.
    NotBegun,
    /// Some questions are answered.
    Begun,
    /// Marked done.
    Done,
    /// Marked done, and an answer was changed after that.
    ChangedAfterDone,
}

/// How far a goal has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    pub(crate) answered: usize,
    pub(crate) questions: usize,
    pub(crate) state: State,
}

/// How far a goal has come in a round.
pub(crate) fn of_goal(round: &Round, goal: &Goal) -> Progress {
    let asked = goal
        .questions
        .iter()
        .filter(|mapped| round.depth == Depth::Full || mapped.quick)
        .filter(|mapped| round.asks(&mapped.id));
    let mut progress = Progress {
        answered: 0,
        questions: 0,
        state: State::NotBegun,
    };
    let mut changed_at = 0;
    for mapped in asked {
        progress.questions += 1;
        if let Some(latest) = round.latest.get(&mapped.id) {
            progress.answered += usize::from(latest.said.answer.is_some());
            changed_at = changed_at.max(latest.at);
        }
    }
    progress.state = match round.done.get(&goal.id) {
        Some(done_at) if changed_at > *done_at => State::ChangedAfterDone,
        Some(_) => State::Done,
        None if progress.answered == 0 => State::NotBegun,
        None => State::Begun,
    };
    progress
}

/// How many of the round's questions are answered in some way, and how many there are.
pub(crate) fn of_round(round: &Round, edition: &Edition) -> (usize, usize) {
    asked(edition, round).fold((0, 0), |(answered, all), (place, _)| {
        let is_answered = round
            .latest
            .get(&place.mapped.id)
            .is_some_and(|latest| latest.said.answer.is_some());
        (answered + usize::from(is_answered), all + 1)
    })
}
