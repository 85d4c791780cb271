//! The lines of a plan: every tip that its round offers, and everything that has been decided.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::advice::{self, Reason, When};
use domain::instrument::{Card, Edition};
use domain::plan::{Derived, Entry, Subject};
use domain::scoring;
use service::plans::effects::{self, Agreed};
use service::plans::{Kept, Plan, card_key};
use service::rounds::of_organisation;

use crate::context::Cx;
use crate::error::Failure;

/// One line: a tip or an own action, with what is decided about it.
pub(super) struct Line<'a> {
    /// The key of its entry, as it stands in addresses.
    pub(super) key: String,
    /// What is decided; none for a tip that nobody has said anything of.
    pub(super) kept: Option<&'a Kept>,
    /// The tip, if it is one that the plan's edition has.
    pub(super) card: Option<&'a Card>,
    /// The goal it belongs to: of a tip, that of the first question it serves.
    pub(super) goal: Option<String>,
    /// When the answers say to begin; none for what they no longer offer, and for own actions.
    pub(super) when: Option<When>,
    /// Why the answers offer it.
    pub(super) reasons: Vec<Reason>,
}

impl Line<'_> {
    /// What it says; a tip that nobody has said anything of is undecided.
    pub(super) fn entry(&self) -> Entry {
        match (self.kept, self.card) {
            (Some(kept), _) => kept.entry.clone(),
            (None, card) => Entry::undecided(card.map_or("", |card| &card.id)),
        }
    }
}

/// A plan with all its lines and what the answers say.
pub(super) struct Lines<'a> {
    pub(super) edition: Option<&'a Edition>,
    /// What the answers offer first, in their order; then what else is decided.
    pub(super) lines: Vec<Line<'a>>,
    /// The newest agreed answers; none while there are none.
    pub(super) agreed: Option<Agreed>,
    /// How far they say that each tip has come, by card.
    pub(super) derived: BTreeMap<String, Derived>,
}

impl Lines<'_> {
    /// How far the answers say that a line has come; none for an own action.
    pub(super) fn derived(&self, line: &Line<'_>) -> Option<Derived> {
        self.derived.get(&line.card?.id).copied()
    }
}

/// Everything that a plan shows.
pub(super) async fn lines<'a>(cx: &'a Cx, plan: &'a Plan) -> Result<Lines<'a>, Failure> {
    let app = cx.app();
    let edition = app.content.editions.get(&plan.edition);
    let mut lines = Vec::new();
    let mut offered = offers(cx, plan, edition).await?;
    for offer in &mut offered {
        let Some(card) = edition.and_then(|edition| edition.card(&offer.card)) else {
            continue;
        };
        lines.push(Line {
            key: card_key(&card.id),
            kept: plan.of_card(&card.id),
            goal: goal_of(edition, card),
            when: Some(offer.when),
            reasons: std::mem::take(&mut offer.reasons),
            card: Some(card),
        });
    }
    for (key, kept) in &plan.entries {
        if lines.iter().any(|line| line.key == *key) {
            continue;
        }
        let card = kept.entry.card();
        let card = card.and_then(|id| edition.and_then(|edition| edition.card(id)));
        lines.push(Line {
            key: key.clone(),
            kept: Some(kept),
            goal: match &kept.entry.subject {
                Subject::Own { goal, .. } => goal.clone(),
                Subject::Card(_) => card.and_then(|card| goal_of(edition, card)),
            },
            card,
            when: None,
            reasons: Vec::new(),
        });
    }
    let agreed = effects::latest(app, plan).await?;
    let derived = agreed
        .as_ref()
        .map(|agreed| effects::by_answers(app, plan, agreed));
    Ok(Lines {
        edition,
        lines,
        derived: derived.unwrap_or_default(),
        agreed,
    })
}

/// The goal of the first question that a card serves.
fn goal_of(edition: Option<&Edition>, card: &Card) -> Option<String> {
    let first = card.serves.first()?;
    Some(edition?.place(&first.question)?.goal.id.clone())
}

/// The tips that the plan's round offers; none if the round is gone.
async fn offers(
    cx: &Cx,
    plan: &Plan,
    edition: Option<&Edition>,
) -> Result<Vec<advice::Offer>, Failure> {
    let (Some(edition), Some(round)) = (edition, plan.round) else {
        return Ok(Vec::new());
    };
    let Some(round) = of_organisation::open_agreed(cx.app(), round).await? else {
        return Ok(Vec::new());
    };
    let agreed = round.belongs.is_some_and(|b| b.stage != Stage::Answering);
    if !agreed || round.edition != edition.id {
        return Ok(Vec::new());
    }
    let (facts, answers) = (&round.facts, round.answers());
    let score = scoring::score(edition, round.depth, facts.kind, &answers);
    Ok(advice::offers(
        edition,
        &score,
        &answers,
        facts.size,
        &facts.targets,
    ))
}
