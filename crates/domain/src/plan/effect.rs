//! The loop: which answers moved where a plan was followed.

use super::{Decision, Entry, Status};
use crate::assessment::Answers;
use crate::instrument::{Card, Edition, Level};

/// What became of one tip that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Card id.
    pub card: String,
    /// The questions that it serves and that both rounds know, in the card's order.
    pub moved: Vec<Moved>,
}

impl Effect {
    /// Whether any answer rose; `None` if none can be set beside what it was.
    pub fn rose(&self) -> Option<bool> {
        let rose = self.moved.iter().any(|moved| moved.to > moved.from);
        (!self.moved.is_empty()).then_some(rose)
    }
}

/// An answer before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Question id.
    pub question: String,
    /// The level in the round that the plan was made from.
    pub from: Level,
    /// The level in the next.
    pub to: Level,
}

/// What became of the tips that a plan says are done, in the order they are given. `comparable`
/// says whether a question means the same in both rounds: where it does not, nothing is said of
/// it. That an answer moved does not prove that the tip moved it; the pages say so.
pub fn effect<'a>(
    edition: &Edition,
    entries: impl IntoIterator<Item = &'a Entry>,
    before: &Answers,
    after: &Answers,
    comparable: impl Fn(&str) -> bool,
) -> Vec<Effect> {
    let done = |entry: &&Entry| {
        entry.status == Status::Done && matches!(entry.decision, Decision::Do { .. })
    };
    let cards = entries.into_iter().filter(done).filter_map(Entry::card);
    cards
        .filter_map(|id| Some((id, edition.card(id)?)))
        .map(|(id, card)| Effect {
            card: id.to_owned(),
            moved: moved(card, before, after, &comparable),
        })
        .collect()
}

fn moved(
    card: &Card,
    before: &Answers,
    after: &Answers,
    comparable: &impl Fn(&str) -> bool,
) -> Vec<Moved> {
    let serves = card.serves.iter().filter(|s| comparable(&s.question));
    serves
        .filter_map(|serves| {
            Some(Moved {
                question: serves.question.clone(),
                from: before.get(&serves.question)?.level()?,
                to: after.get(&serves.question)?.level()?,
            })
        })
        .collect()
}
