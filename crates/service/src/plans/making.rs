//! Making a plan: from the tips of a round, and from what the plan before left.

use domain::account::Stage;
use domain::plan::{Decision, Entry, Subject, Title, carried};
use domain::text::Lang;
use store::NewPlan;
use uuid::Uuid;

use super::owners::{self, Added};
use super::{
    DOCUMENT_PLACE, Document, Outcome, Plan, Refusal, Who, admit, card_key, own_key, sealed,
};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, Organisation};
use crate::rounds::of_organisation;
use crate::secrets::DataKey;

/// Makes a plan from the tips of a round whose answers are agreed, and gives its id. What the plan
/// before has left to do, or put off, goes on in it. A tip that the round's edition no longer has
/// goes on as an action of the organisation's own, under the title it had.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::OpenPlan`], [`Refusal::NoRound`], [`Refusal::TooMany`].
pub async fn start(
    app: &App,
    person: Uuid,
    organisation: &Organisation,
    round: Uuid,
    name: &Title,
    previous: Option<&Plan>,
    lang: Lang,
) -> Outcome<Uuid> {
    let edition = agreed_edition(app, organisation.id, round).await?;
    let (id, key) = (app.id(), DataKey::new(app));
    let document = Document {
        name: name.as_str().to_owned(),
        approved: None,
        previous: previous.map(|plan| plan.id),
    };
    let new = NewPlan {
        id,
        organisation: organisation.id,
        round: Some(round),
        key: app.key.wrap(app, id.as_bytes(), &key),
        document: serde_json::to_vec(&document)
            .map(|plain| key.seal(app, DOCUMENT_PLACE, &plain))
            .map_err(ServiceError::from)?,
        edition,
        at: app.now(),
    };
    let (entries, added) = match previous {
        Some(previous) => handed_on(app, previous, organisation, &new, &key, (name, lang))?,
        None => (Vec::new(), Vec::new()),
    };
    let whose = organisation.id;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, whose).await?;
                let plans = tx.plans_of(whose).await?;
                if plans.iter().any(|plan| plan.closed_at.is_none()) {
                    return Err(Refusal::OpenPlan.into());
                }
                tx.add_plan(&new).await?;
                for added in &added {
                    added.store(tx, act.now()).await?;
                }
                for (key, body) in &entries {
                    tx.save_plan_entry(id, key, 0, body, new.at).await?;
                }
                let what = EventKind::PlanMade;
                act.record(tx, Some(whose), what, Detail::default()).await?;
                Ok(id)
            })
        })
        .await
}

/// The edition of a round of the organisation whose answers are agreed.
async fn agreed_edition(app: &App, organisation: Uuid, round: Uuid) -> Outcome<String> {
    let found = of_organisation::open_agreed(app, round).await?;
    let found = found.filter(|round| {
        let belongs = round.belongs;
        belongs.is_some_and(|b| b.organisation == organisation && b.stage != Stage::Answering)
    });
    Ok(found.ok_or(Refusal::NoRound)?.edition)
}

/// Entries with their keys, encrypted, and those who do them.
type HandedOn = (Vec<(String, Vec<u8>)>, Vec<Added>);

/// What a plan hands on to the next: its entries, encrypted, and those who do them.
fn handed_on(
    app: &App,
    previous: &Plan,
    organisation: &Organisation,
    new: &NewPlan,
    key: &DataKey,
    (name, lang): (&Title, Lang),
) -> Result<HandedOn, ServiceError> {
    let mut entries = Vec::new();
    let mut added: Vec<(Uuid, Added)> = Vec::new();
    for (old_key, kept) in &previous.entries {
        let Some(mut entry) = carried(&kept.entry) else {
            continue;
        };
        if let Decision::Do { owner, .. } = &mut entry.decision
            && let Some(known) = previous.owner(owner)
        {
            let before = added.iter().find(|(old, _)| *old == known.id);
            *owner = match before {
                Some((_, again)) => again.id().to_string(),
                None => {
                    let plan = (new.id, key);
                    let again = owners::carried(app, plan, name.as_str(), organisation, known)?;
                    let id = again.id().to_string();
                    added.push((known.id, again));
                    id
                }
            };
        }
        let entry_key = fitted(app, previous, new, old_key, &mut entry, lang);
        let body = sealed(app, key, &entry_key, &entry, Who::Carried)?;
        entries.push((entry_key, body));
    }
    let added = added.into_iter().map(|(_, added)| added).collect();
    Ok((entries, added))
}

/// Makes an entry one of the new plan's edition, and gives its key.
fn fitted(
    app: &App,
    previous: &Plan,
    new: &NewPlan,
    old_key: &str,
    entry: &mut Entry,
    lang: Lang,
) -> String {
    let Subject::Card(card) = &entry.subject else {
        return old_key.to_owned();
    };
    let editions = &app.content.editions;
    let of = |edition: &str| editions.get(edition).and_then(|e| e.card(card));
    if of(&new.edition).is_some() {
        return card_key(card);
    }
    let title = of(&previous.edition).map(|card| card.title.get(lang).to_owned());
    entry.subject = Subject::Own {
        title: title.unwrap_or_else(|| card.clone()),
        goal: None,
    };
    own_key(app)
}
