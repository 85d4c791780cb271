//! What the answers say about a plan, and what followed from it: in the plan itself, and in the
//! rounds that come after the one it was made from.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::assessment::Answers;
use domain::comparison::CardTold;
use domain::plan::{Decision, Derived, Effect, Entry, Status, Subject, derived, effect};
use domain::previous::EditionMap;
use store::{PlanRow, Tx};
use uuid::Uuid;

use super::{Kept, Plan, kept, read};
use crate::app::App;
use crate::error::ServiceError;
use crate::rounds::{Round, of_organisation};
use crate::settings::Mode;

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
        Some(round) => agreed_in(app, plan, round.round).await,
        None => Ok(None),
    }
}

/// The agreed answers of one round, as far as they can be set beside a plan.
async fn agreed_in(app: &App, plan: &Plan, round: Uuid) -> Result<Option<Agreed>, ServiceError> {
    let opened = of_organisation::open_agreed(app, round).await?;
    Ok(opened.map(|opened| beside_plan(app, plan, &opened)))
}

/// The answers of an opened round, as far as they can be set beside a plan.
fn beside_plan(app: &App, plan: &Plan, round: &Round) -> Agreed {
    let same = same_questions(app, plan, &round.edition);
    let answers = round.answers().into_iter();
    Agreed {
        round: round.id(),
        at: round.touched_at,
        answers: answers.filter(|(question, _)| same(question)).collect(),
    }
}

/// Which questions of a round's edition mean the same as in a plan's.
fn same_questions(app: &App, plan: &Plan, edition: &str) -> impl Fn(&str) -> bool + use<> {
    let map = EditionMap::between(&app.content, &plan.edition, edition);
    move |question| {
        let map = map.as_ref();
        map.is_some_and(|map| map.change(question).keeps_its_meaning())
    }
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

/// The plan that a round shows the outcome of: the newest of those that were made from an earlier
/// round of the organisation. A round tried without an account has none.
pub async fn before(app: &App, round: &Round) -> Result<Option<Plan>, ServiceError> {
    let Some(belongs) = &round.belongs else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    let plans = tx.plans_of(belongs.organisation).await?;
    if plans.is_empty() {
        return Ok(None);
    }
    let rounds = tx.rounds_of_organisation(belongs.organisation).await?;
    let ids = rounds.iter().map(|listed| listed.round);
    let earlier: Vec<Uuid> = ids.skip_while(|id| *id != round.id()).skip(1).collect();
    newest(app, &mut tx, plans, |plan| match plan.round {
        Some(from) => earlier.contains(&from),
        None => plan.created_at < round.created_at,
    })
    .await
}

/// The newest plan that was made from a round, if any was.
pub async fn made_from(app: &App, round: &Round) -> Result<Option<Plan>, ServiceError> {
    let Some(belongs) = &round.belongs else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    let plans = tx.plans_of(belongs.organisation).await?;
    newest(app, &mut tx, plans, |plan| plan.round == Some(round.id())).await
}

/// The first of an organisation's plans, newest first, that is wanted.
async fn newest(
    app: &App,
    tx: &mut Tx,
    plans: Vec<PlanRow>,
    wanted: impl Fn(&PlanRow) -> bool,
) -> Result<Option<Plan>, ServiceError> {
    match plans.into_iter().find(wanted) {
        Some(row) => read(app, tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// What a plan says about a tip that serves a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What it says.
    pub entry: Entry,
    /// Since when people have said that it is done, Unix milliseconds; `None` while they do not.
    pub done_at: Option<i64>,
}

/// What a plan has decided about the tips that serve each of some questions of an edition. Nothing
/// is said of a question that means something else there, nor of tips that nothing is decided about.
pub async fn of_questions(
    app: &App,
    plan: &Plan,
    edition: &str,
    questions: &[&str],
) -> Result<BTreeMap<String, Vec<Decided>>, ServiceError> {
    let Some(cards) = app.content.editions.get(&plan.edition) else {
        return Ok(BTreeMap::new());
    };
    let same = same_questions(app, plan, edition);
    let mut tx = app.store.read().await?;
    let mut found = BTreeMap::new();
    for &question in questions.iter().filter(|question| same(question)) {
        let mut decided = Vec::new();
        for (key, kept) in &plan.entries {
            let card = kept.entry.card().and_then(|card| cards.card(card));
            let serves =
                card.is_some_and(|card| card.serves.iter().any(|s| s.question == question));
            if serves && kept.entry.decision != Decision::Open {
                decided.push(Decided {
                    done_at: done_at(&mut tx, plan, key, kept).await?,
                    entry: kept.entry.clone(),
                });
            }
        }
        if !decided.is_empty() {
            found.insert(question.to_owned(), decided);
        }
    }
    Ok(found)
}

/// Whether people say that an entry is to be done and is.
fn is_done(entry: &Entry) -> bool {
    entry.status == Status::Done && matches!(entry.decision, Decision::Do { .. })
}

/// When an entry that is done came to be: what was changed in it afterwards does not count.
async fn done_at(
    tx: &mut Tx,
    plan: &Plan,
    key: &str,
    latest: &Kept,
) -> Result<Option<i64>, ServiceError> {
    if !is_done(&latest.entry) {
        return Ok(None);
    }
    let mut since = latest.at;
    for row in tx.plan_entry_history(plan.id, key).await?.into_iter().rev() {
        let (_, before) = kept(&plan.key, row)?;
        if !is_done(&before.entry) {
            break;
        }
        since = before.at;
    }
    Ok(Some(since))
}

/// What an organisation did of the plan before a round, and what became of it.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The plan.
    pub plan: Plan,
    /// Each tip that is done, with the answers then and in the round. Of answers that cannot be set
    /// beside each other nothing is said.
    pub effects: Vec<Effect>,
    /// The actions of its own that are done, by what it calls them.
    pub own: Vec<String>,
}

/// What was done before a round whose answers are agreed, by the plan before it; `None` if there was
/// no plan, or nothing in it is done.
pub async fn followed(app: &App, round: &Round) -> Result<Option<Followed>, ServiceError> {
    let Some(plan) = before(app, round).await? else {
        return Ok(None);
    };
    let effects = after(app, &plan, &beside_plan(app, &plan, round)).await?;
    let done = plan.entries.values().map(|kept| &kept.entry);
    let own = done.filter(|entry| is_done(entry));
    let own: Vec<String> = own
        .filter_map(|entry| match &entry.subject {
            Subject::Own { title, .. } => Some(title.clone()),
            Subject::Card(_) => None,
        })
        .collect();
    let some = !effects.is_empty() || !own.is_empty();
    Ok(some.then_some(Followed { plan, effects, own }))
}

/// What became of the tips that a plan says are done, in a round after the one it was made from. If
/// that is gone, there are no answers to set beside.
async fn after(app: &App, plan: &Plan, now: &Agreed) -> Result<Vec<Effect>, ServiceError> {
    let Some(edition) = app.content.editions.get(&plan.edition) else {
        return Ok(Vec::new());
    };
    let before = match plan.round {
        Some(own) => agreed_in(app, plan, own).await?,
        None => None,
    };
    let before = before.map(|agreed| agreed.answers).unwrap_or_default();
    let entries = plan.entries.values().map(|kept| &kept.entry);
    // Both rounds' answers hold only questions that mean the same.
    Ok(effect(edition, entries, &before, &now.answers, |_| true))
}

/// What an organisation can let be counted of its plan when it hands a round in: the tips that are
/// to be done, those that are, and whether an answer rose. Of the plan before the round, or else of
/// one that was made from it, which no answer can have followed on. `None` if there is no plan, or
/// if the service compares nobody.
pub async fn to_tell(app: &App, round: &Round) -> Result<Option<Vec<CardTold>>, ServiceError> {
    if matches!(app.settings.mode, Mode::Own) {
        return Ok(None);
    }
    let (plan, effects) = match before(app, round).await? {
        Some(plan) => {
            let effects = after(app, &plan, &beside_plan(app, &plan, round)).await?;
            (plan, effects)
        }
        None => match made_from(app, round).await? {
            Some(plan) => (plan, Vec::new()),
            None => return Ok(None),
        },
    };
    let Some(edition) = app.content.editions.get(&plan.edition) else {
        return Ok(None);
    };
    let to_do = plan.entries.values().map(|kept| &kept.entry);
    let to_do = to_do.filter(|entry| matches!(entry.decision, Decision::Do { .. }));
    let told = to_do.filter_map(|entry| {
        let card = edition.card(entry.card()?)?;
        let effect = effects.iter().find(|effect| effect.card == card.id);
        Some(CardTold {
            card: card.id.clone(),
            done: is_done(entry),
            rose: effect.and_then(Effect::rose),
        })
    });
    Ok(Some(told.collect()))
}
