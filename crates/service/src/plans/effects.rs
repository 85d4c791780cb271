//! What the answers say about a plan, and what followed from it.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::assessment::Answers;
use domain::plan::{Derived, Effect, derived, effect};
use domain::previous::EditionMap;
use uuid::Uuid;

use super::Plan;
use crate::app::App;
use crate::error::ServiceError;
use crate::rounds::of_organisation;

/// The agreed answers of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The round.
    pub round: Uuid,
    /// When it was last changed, Unix milliseconds.
    pub at: i64,
    /// The answers, by the questions of the plan's edition: those that mean something else in the
    /// round's are left out.
    pub answers: Answers,
}

/// The agreed answers of an organisation's newest round, as far as they can be set beside a plan;
/// `None` while it has none.
pub async fn latest(app: &App, plan: &Plan) -> Result<Option<Agreed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rounds = tx.rounds_of_organisation(plan.organisation).await?;
    drop(tx);
    let agreed = rounds
        .into_iter()
        .find(|round| round.stage != Stage::Answering.code());
    match agreed {
        Some(round) => of_round(app, plan, round.round).await,
        None => Ok(None),
    }
}

/// The agreed answers of one round, as far as they can be set beside a plan.
async fn of_round(app: &App, plan: &Plan, round: Uuid) -> Result<Option<Agreed>, ServiceError> {
    let Some(opened) = of_organisation::open_agreed(app, round).await? else {
        return Ok(None);
    };
    let map = EditionMap::between(&app.content, &plan.edition, &opened.edition);
    let same = |question: &str| {
        let map = map.as_ref();
        map.is_some_and(|map| map.change(question).keeps_its_meaning())
    };
    let answers = opened.answers().into_iter();
    Ok(Some(Agreed {
        round,
        at: opened.touched_at,
        answers: answers.filter(|(question, _)| same(question)).collect(),
    }))
}

/// How far the answers say that each tip of a plan's edition has come, by card.
pub fn by_answers(app: &App, plan: &Plan, agreed: &Agreed) -> BTreeMap<String, Derived> {
    let edition = app.content.editions.get(&plan.edition);
    let cards = edition
        .into_iter()
        .flat_map(|edition| edition.cards.values());
    cards
        .map(|card| (card.id.clone(), derived(card, &agreed.answers)))
        .collect()
}

/// What became of the tips that a plan says are done, in another round than the one it was made
/// from; empty if there is no such round, or the plan's own is gone.
pub async fn after(app: &App, plan: &Plan, agreed: &Agreed) -> Result<Vec<Effect>, ServiceError> {
    let edition = app.content.editions.get(&plan.edition);
    let (Some(edition), Some(own)) = (edition, plan.round) else {
        return Ok(Vec::new());
    };
    if own == agreed.round {
        return Ok(Vec::new());
    }
    let Some(before) = of_round(app, plan, own).await? else {
        return Ok(Vec::new());
    };
    let entries = plan.entries.values().map(|kept| &kept.entry);
    // Both rounds' answers hold only questions that mean the same.
    Ok(effect(
        edition,
        entries,
        &before.answers,
        &agreed.answers,
        |_| true,
    ))
}
