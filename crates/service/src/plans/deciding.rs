//! Deciding about a tip or an own action: gör, senare, inte.

use domain::day::Day;
use domain::plan::{Entry, Subject, check};
use store::Saved;
use uuid::Uuid;

use super::owners::Added;
use super::{Kept, Outcome, Plan, Refusal, Who, admit, hold, is_key_of, kept, sealed};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::today;
use crate::secrets::Unreadable;

/// What became of a decision that was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It stands.
    Saved,
    /// Somebody else decided in between; nothing was changed.
    Conflict {
        /// What stands now.
        latest: Box<Kept>,
    },
}

/// An entry to be saved: its key, what it is to say, and the revision it was made from.
pub type Entries = Vec<(String, Entry, i64)>;

/// Saves what a person has decided about one entry, together with the owners that it names for the
/// first time. Of two who decide at once one is told of the other. To decide what is decided
/// already changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoPlan`], [`Refusal::Closed`], [`Refusal::NoEntry`] for a tip
/// that the plan's edition does not have and for an owner that the plan does not have,
/// [`Refusal::PastDay`], [`Refusal::TooMany`].
pub async fn decide(
    app: &App,
    person: Uuid,
    plan: &Plan,
    (key, entry, expected): (String, Entry, i64),
    added: impl IntoIterator<Item = Added>,
) -> Outcome<Decided> {
    let conflicts = save_all(app, person, plan, vec![(key, entry, expected)], added).await?;
    Ok(match conflicts.into_iter().next() {
        None => Decided::Saved,
        Some((_, latest)) => Decided::Conflict {
            latest: Box::new(latest),
        },
    })
}

/// Saves many entries at once, with owners that they name for the first time: all of them, or, if
/// somebody else has changed one in between, none. Gives what stands where somebody has.
///
/// # Errors
/// As [`decide`].
pub async fn save_all(
    app: &App,
    person: Uuid,
    plan: &Plan,
    entries: Entries,
    added: impl IntoIterator<Item = Added>,
) -> Outcome<Vec<(String, Kept)>> {
    let added: Vec<Added> = added.into_iter().collect();
    let (id, organisation, plan_key, now) =
        (plan.id, plan.organisation, plan.key.clone(), app.now());
    let mut rows = Vec::new();
    for (key, entry, expected) in entries {
        admissible(app, plan, &key, &entry, &added)?;
        let unchanged = plan
            .entries
            .get(&key)
            .is_some_and(|kept| kept.revision == expected && kept.entry == entry);
        if !unchanged {
            let body = sealed(app, &plan.key, &key, &entry, Who::Person(person))?;
            rows.push((key, entry, body, expected));
        }
    }
    if rows.is_empty() && added.is_empty() {
        return Ok(Vec::new());
    }
    let saved = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, organisation).await?;
                hold(tx, id).await?;
                for added in &added {
                    added.store(tx, now).await?;
                }
                let mut conflicts = Vec::new();
                for (key, entry, body, expected) in &rows {
                    let stored = tx.save_plan_entry(id, key, *expected, body, now).await?;
                    if let Saved::Conflict { latest } = stored {
                        let (key, latest) = kept(&plan_key, latest).map_err(ServiceError::from)?;
                        // The second of two clicks says the same.
                        if latest.entry != *entry {
                            conflicts.push((key, latest));
                        }
                    }
                }
                if conflicts.is_empty() {
                    Ok(Vec::new())
                } else {
                    Err(Undone::Conflicts(conflicts))
                }
            })
        })
        .await;
    match saved {
        Ok(none) => Ok(none),
        Err(Undone::Conflicts(conflicts)) => Ok(conflicts),
        Err(Undone::Error(error)) => Err(error),
    }
}

/// Why a transaction was rolled back.
enum Undone {
    Conflicts(Vec<(String, Kept)>),
    Error(super::PlanError),
}

impl<E: Into<super::PlanError>> From<E> for Undone {
    fn from(error: E) -> Self {
        Undone::Error(error.into())
    }
}

/// Whether an entry can stand in the plan.
fn admissible(app: &App, plan: &Plan, key: &str, entry: &Entry, added: &[Added]) -> Outcome<()> {
    let today = Day::try_from(today(app).as_str()).map_err(|_| ServiceError::from(Unreadable))?;
    let known = match &entry.subject {
        Subject::Card(card) => {
            let edition = app.content.editions.get(&plan.edition);
            plan.entries.contains_key(key) || edition.is_some_and(|e| e.card(card).is_some())
        }
        Subject::Own { .. } => true,
    };
    let owner = entry.owner().is_none_or(|id| {
        plan.owner(id).is_some() || added.iter().any(|owner| owner.id().to_string() == id)
    });
    if !known || !owner || !is_key_of(key, &entry.subject) {
        return Err(Refusal::NoEntry.into());
    }
    let old = plan.entries.get(key).map(|kept| &kept.entry);
    check(entry, old, today).map_err(|_| Refusal::PastDay.into())
}

/// All revisions of an entry, newest first.
pub async fn history(app: &App, plan: &Plan, key: &str) -> Result<Vec<Kept>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.plan_entry_history(plan.id, key).await?;
    let mut revisions = Vec::with_capacity(rows.len());
    for row in rows.into_iter().rev() {
        revisions.push(kept(&plan.key, row)?.1);
    }
    Ok(revisions)
}
