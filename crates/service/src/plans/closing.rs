//! Approving and closing a plan.

use domain::plan::{PlanText, Title};
use uuid::Uuid;

use super::{Approval, DOCUMENT_PLACE, Outcome, Plan, Refusal, admit, hold};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// Notes that a manager has approved the plan as it stands. Anew, it replaces what was noted.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoPlan`], [`Refusal::Closed`].
pub async fn approve(
    app: &App,
    person: Uuid,
    plan: &Plan,
    by: &Title,
    reference: Option<&PlanText>,
) -> Outcome<()> {
    let mut document = plan.document.clone();
    document.approved = Some(Approval {
        by: by.as_str().to_owned(),
        reference: reference.map_or_else(String::new, |text| text.as_str().to_owned()),
        at: app.now(),
    });
    let plain = serde_json::to_vec(&document).map_err(ServiceError::from)?;
    let body = plan.key.seal(app, DOCUMENT_PLACE, &plain);
    let (id, whose, expected) = (plan.id, plan.organisation, plan.revision);
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, whose).await?;
                hold(tx, id).await?;
                // The organisation is held: only the second of two clicks finds another revision.
                if tx.save_plan_document(id, expected, &body).await? {
                    let what = EventKind::PlanApproved;
                    act.record(tx, Some(whose), what, Detail::default()).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Closes a plan: it changes no more, its owners are no longer reminded, and the next can be made.
/// To close what is closed changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoPlan`].
pub async fn close(app: &App, person: Uuid, plan: &Plan) -> Outcome<()> {
    let (id, whose) = (plan.id, plan.organisation);
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, whose).await?;
                if tx.plan(id).await?.is_none() {
                    return Err(Refusal::NoPlan.into());
                }
                if tx.close_plan(id, act.now()).await? {
                    let what = EventKind::PlanClosed;
                    act.record(tx, Some(whose), what, Detail::default()).await?;
                }
                Ok(())
            })
        })
        .await
}
