//! Reminders of what a plan says: one mail a week to each owner for all that is late or soon to be
//! done, and one to the contact persons for all that is late or to be taken up again. Whoever does
//! not want them turns them off.

use domain::day::Day;
use domain::plan::{Due, due};
use store::{NewMail, PlanRow, Tx};

use super::owners::Owner;
use super::{Plan, letters, read};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{standing, today};
use crate::secrets::Unreadable;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// The shortest time between two reminders of one plan.
const BETWEEN: i64 = 7 * DAY;
/// Plans looked through at a time.
const MOST: i64 = 200;

/// Reminds those of every open plan that nobody was reminded of for a week. For the hourly worker.
/// Gives how many mails were written.
pub async fn remind_due(app: &App) -> Result<usize, ServiceError> {
    let now = app.now();
    let since = now - BETWEEN + 1;
    let mut tx = app.store.read().await?;
    let plans = tx.plans_to_remind(since, MOST).await?;
    let mut written = 0;
    for row in plans {
        let id = row.id;
        let mails = letters_of(app, &mut tx, row).await?;
        let count = mails.len();
        let claimed = app
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let claimed = tx.claim_plan_reminder(id, since, now).await?;
                    if claimed {
                        for mail in &mails {
                            tx.enqueue_mail(mail).await?;
                        }
                    }
                    Ok::<_, ServiceError>(claimed)
                })
            })
            .await?;
        if claimed {
            written += count;
        }
    }
    Ok(written)
}

/// The mails that a plan gives today.
async fn letters_of(app: &App, tx: &mut Tx, row: PlanRow) -> Result<Vec<NewMail>, ServiceError> {
    let plan = read(app, tx, row).await?;
    let Some(organisation) = tx.organisation(plan.organisation).await? else {
        return Ok(Vec::new());
    };
    let today = Day::try_from(today(app).as_str()).map_err(|_| Unreadable)?;
    let mut mails = Vec::new();
    for owner in plan.owners.iter().filter(|owner| owner.remind) {
        let Some(to) = &owner.email else { continue };
        let due = of_owner(app, &plan, owner, today);
        if !due.is_empty() {
            mails.push(letters::due(app, owner, to, &organisation.name, &due));
        }
    }
    let due = of_plan(&plan, today);
    if due != Waiting::default() {
        for contact in standing::contacts(tx, plan.organisation).await? {
            let person = tx.person(contact.person).await?;
            if person.is_some_and(|person| person.digest) {
                mails.push(letters::waiting(app, &contact, &organisation, &plan, due));
            }
        }
    }
    Ok(mails)
}

/// What an owner is reminded of: its title, its day, and whether it is late. The earliest first.
pub(super) struct DueAction {
    pub(super) title: String,
    pub(super) day: Day,
    pub(super) late: bool,
}

fn of_owner(app: &App, plan: &Plan, owner: &Owner, today: Day) -> Vec<DueAction> {
    let id = owner.id.to_string();
    let own = plan
        .entries
        .values()
        .filter(|kept| kept.entry.owner() == Some(&id));
    let mut actions: Vec<DueAction> = own
        .filter_map(|kept| {
            Some(DueAction {
                late: due(&kept.entry, today)? == Due::Late,
                title: super::title(app, plan, &kept.entry, owner.lang),
                day: kept.entry.day()?,
            })
        })
        .collect();
    actions.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
    actions
}

/// How much of a plan waits for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Actions that should have been done.
    pub(super) late: u32,
    /// What was put off and is to be taken up again.
    pub(super) take_up: u32,
}

fn of_plan(plan: &Plan, today: Day) -> Waiting {
    let mut waiting = Waiting::default();
    for kept in plan.entries.values() {
        match due(&kept.entry, today) {
            Some(Due::Late) => waiting.late += 1,
            Some(Due::TakeUp) => waiting.take_up += 1,
            Some(Due::Soon) | None => {}
        }
    }
    waiting
}
