//! What an owner without an account sees and says: their own actions, and how far they have come.

use domain::plan::{Entry, PlanText, Status};
use store::Saved;
use uuid::Uuid;

use super::owners::Owner;
use super::{Decided, Kept, Outcome, Plan, Refusal, Who, hold, kept, read, sealed};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{Organisation, by_id};
use crate::secrets::Secret;

/// What an owner's address opens.
#[derive(Clone, Debug)]
pub struct OwnerPage {
    /// The plan, with nobody's entries but their own.
    pub plan: Plan,
    /// They themselves.
    pub owner: Owner,
    /// Whose plan it is.
    pub organisation: Organisation,
}

impl OwnerPage {
    /// Their actions, each with its key, the earliest day first.
    pub fn actions(&self) -> Vec<(&str, &Kept)> {
        let entries = self.plan.entries.iter();
        let mut actions: Vec<_> = entries.map(|(key, kept)| (key.as_str(), kept)).collect();
        actions.sort_by_key(|(key, kept)| (kept.entry.day(), *key));
        actions
    }
}

/// Opens an owner's own page. `None` if the address opens none, or was taken back.
pub async fn open_by_owner(app: &App, secret: &Secret) -> Result<Option<OwnerPage>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.plan_owner_by_hash(&secret.lookup()).await? else {
        return Ok(None);
    };
    let Some(stored) = tx.plan(row.plan).await? else {
        return Ok(None);
    };
    let mut plan = read(app, &mut tx, stored).await?;
    drop(tx);
    let Some(organisation) = by_id(app, plan.organisation).await? else {
        return Ok(None);
    };
    let Some(owner) = plan.owners.iter().find(|owner| owner.id == row.id).cloned() else {
        return Ok(None);
    };
    let own = owner.id.to_string();
    plan.entries
        .retain(|_, kept| kept.entry.owner() == Some(own.as_str()));
    plan.owners.retain(|known| known.id == owner.id);
    Ok(Some(OwnerPage {
        plan,
        owner,
        organisation,
    }))
}

/// Saves how far an owner says that one of their actions has come, and their note.
///
/// # Errors
/// [`Refusal::NoEntry`] if the action is not theirs, [`Refusal::Closed`], [`Refusal::NoPlan`].
pub async fn report(
    app: &App,
    page: &OwnerPage,
    key: &str,
    expected: i64,
    status: Status,
    note: Option<&PlanText>,
) -> Outcome<Decided> {
    let known = page.plan.entries.get(key).ok_or(Refusal::NoEntry)?;
    let entry = Entry {
        status,
        note: note.map_or_else(String::new, |note| note.as_str().to_owned()),
        ..known.entry.clone()
    };
    if entry == known.entry {
        return Ok(Decided::Saved);
    }
    let who = Who::Owner(page.owner.id);
    let body = sealed(app, &page.plan.key, key, &entry, who)?;
    let (id, data_key, key, now) = (
        page.plan.id,
        page.plan.key.clone(),
        key.to_owned(),
        app.now(),
    );
    let hash = page.owner.secret.lookup();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                // Taken back in between.
                if tx.plan_owner_by_hash(&hash).await?.is_none() {
                    return Err(Refusal::NoEntry.into());
                }
                hold(tx, id).await?;
                match tx.save_plan_entry(id, &key, expected, &body, now).await? {
                    Saved::Saved { .. } => Ok(Decided::Saved),
                    Saved::Conflict { latest } => {
                        let (_, latest) = kept(&data_key, latest).map_err(ServiceError::from)?;
                        Ok(Decided::Conflict {
                            latest: Box::new(latest),
                        })
                    }
                }
            })
        })
        .await
}

/// Turns an owner's reminders on or off.
pub async fn set_reminders(app: &App, owner: Uuid, on: bool) -> Result<(), ServiceError> {
    app.store
        .write(move |tx| Box::pin(async move { tx.set_plan_reminders(owner, on).await }))
        .await?;
    Ok(())
}
