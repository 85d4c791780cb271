//! Tips that the answers offer, each with its reasons.

use domain::advice::{Offer, Reason, When};
use domain::organisation::OrganisationSize;

use super::Outcome;
use super::targets;
use super::wording::number;
use crate::routes::Page;
use crate::words;

/// A tip with why it is offered.
pub(crate) struct Tip {
    pub(crate) title: String,
    /// The public page of the tip.
    pub(crate) address: String,
    pub(crate) reason: String,
    /// Title and page of the tip to do first.
    pub(crate) first: Option<(String, String)>,
    pub(crate) monday: String,
    /// Effort for the organisation's size.
    pub(crate) effort: String,
    pub(crate) benefit: String,
    pub(crate) begun: bool,
}

/// Tips in the order to begin with them, by when.
pub(crate) struct Tips {
    pub(crate) now: Vec<Tip>,
    pub(crate) next: Vec<Tip>,
    pub(crate) later: Vec<Tip>,
    /// What to say when there are none.
    pub(crate) none: Option<String>,
}

impl Tips {
    /// How many come last.
    pub(crate) fn later_count(&self) -> u32 {
        number(self.later.len())
    }
}

/// The tips to begin with at one time, in order.
fn at(outcome: &Outcome<'_>, when: When) -> Vec<Tip> {
    let offers = outcome.offers.iter().filter(|offer| offer.when == when);
    offers.filter_map(|offer| tip(outcome, offer)).collect()
}

/// All tips of the round.
pub(crate) fn all(outcome: &Outcome<'_>) -> Tips {
    let some_level = outcome.score.goals.iter().any(|goal| goal.known > 0);
    Tips {
        now: at(outcome, When::Now),
        next: at(outcome, When::Next),
        later: at(outcome, When::Later),
        none: outcome.offers.is_empty().then(|| {
            if some_level {
                outcome.wording.t.offers_none_left()
            } else {
                outcome.wording.t.offers_none()
            }
        }),
    }
}

/// The tips that some question of one goal is a reason for, in the same order.
pub(crate) fn of_goal(outcome: &Outcome<'_>, goal: &str) -> Vec<Tip> {
    let for_goal = |offer: &&Offer| {
        offer.reasons.iter().any(|reason| {
            let place = outcome.edition.place(&reason.question);
            place.is_some_and(|place| place.goal.id == goal)
        })
    };
    let offers = outcome.offers.iter().filter(for_goal);
    offers.filter_map(|offer| tip(outcome, offer)).collect()
}

fn tip(outcome: &Outcome<'_>, offer: &Offer) -> Option<Tip> {
    let w = &outcome.wording;
    let card = outcome.edition.card(&offer.card)?;
    let size = outcome.cx.round.facts.size;
    let band = card.effort.band(size.unwrap_or(OrganisationSize::Medium));
    Some(Tip {
        title: card.title.get(w.lang).to_owned(),
        address: outcome.cx.cx.path(Page::Tip, &[&card.id]),
        reason: reason(outcome, &offer.reasons)?,
        first: card
            .prerequisite
            .as_deref()
            .and_then(|id| outcome.edition.card(id))
            .map(|first| {
                let address = outcome.cx.cx.path(Page::Tip, &[&first.id]);
                (first.title.get(w.lang).to_owned(), address)
            }),
        monday: card.monday.get(w.lang).to_owned(),
        effort: words::effort(w.t, band),
        benefit: words::benefit(w.t, card.benefit),
        begun: offer.begun,
    })
}

/// "För att ni svarade nivå 2 på 4.5 och nivå 1 på 4.2, och ert mål är nivå 3; nivå 1 på 6.1, och
/// nästa nivå är 2." Answers that are told the same target stand together. `None` without a reason.
fn reason(outcome: &Outcome<'_>, reasons: &[Reason]) -> Option<String> {
    let w = &outcome.wording;
    let mut by_target: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for reason in reasons {
        let target = targets::of_question(outcome, &reason.question);
        let answer =
            w.t.offer_answer(reason.level.number(), w.label(&reason.question));
        match by_target.iter_mut().find(|(known, _)| *known == target) {
            Some((_, answers)) => answers.push(answer),
            None => by_target.push((target, vec![answer])),
        }
    }
    let part = |(target, answers)| match target {
        Some(target) => w.t.offer_part(w.list(answers), target),
        None => w.list(answers),
    };
    let parts: Vec<String> = by_target.into_iter().map(part).collect();
    (!parts.is_empty()).then(|| w.t.offer_reason(parts.join("; ")))
}
