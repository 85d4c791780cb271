//! An organisation's plan: what it has decided about its tips, who does it and by when.

pub(crate) mod approve;
pub(crate) mod beside;
pub(crate) mod close;
pub(crate) mod decision;
pub(crate) mod entry;
mod entry_form;
pub(crate) mod files;
mod lines;
pub(crate) mod list;
pub(crate) mod load;
pub(crate) mod owner;
pub(crate) mod owners;
mod table;
pub(crate) mod view;
mod wording;

use axum::response::Response;
use domain::day::Day;
use l10n::{Texts, iso_day};
use service::plans::{self, Plan, PlanError, Refusal};
use uuid::Uuid;

use super::organisation::stopped;
use crate::context::{Cx, OrgCx};
use crate::error::Failure;
use crate::layout::Layout;
use crate::routes::Page;

/// The plan that the address names.
///
/// # Errors
/// The organisation has no such plan.
pub(crate) async fn plan(cx: &OrgCx) -> Result<Plan, Failure> {
    let id: Uuid = cx
        .cx
        .segment("plan")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let found = plans::open(cx.cx.app(), cx.organisation.id, id).await?;
    found.ok_or(Failure::NotFound)
}

/// The address of a page of a plan; further segments fill what the pattern has after the plan.
pub(crate) fn to(cx: &OrgCx, page: Page, plan: &Plan, more: &[&str]) -> String {
    let id = plan.id.to_string();
    let mut segments = vec![id.as_str()];
    segments.extend_from_slice(more);
    cx.to(page, &segments)
}

/// Today, Swedish time.
fn today(cx: &Cx) -> Result<Day, Failure> {
    Day::try_from(iso_day(cx.app().now()).as_str()).map_err(|_| Failure::Internal)
}

/// What a use case refused, in the reader's language: what happened and what to do.
fn refusal(t: &Texts, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotAllowed => t.refusal_not_allowed(),
        Refusal::NoPlan => t.plan_refused_gone(),
        Refusal::Closed => t.plan_refused_closed(),
        Refusal::OpenPlan => t.plan_refused_open(),
        Refusal::NoRound => t.plan_refused_round(),
        Refusal::NoEntry => t.plan_refused_entry(),
        Refusal::PastDay => t.plan_fault_past(),
        Refusal::TooMany => t.plan_refused_too_many(),
    }
}

/// A page that says what a use case refused, with the way back.
fn refused(cx: &OrgCx, error: PlanError, back: String) -> Result<Response, Failure> {
    match error {
        PlanError::Failed(error) => Err(error.into()),
        PlanError::Refused(Refusal::NotAllowed) => Err(Failure::NotAllowed),
        PlanError::Refused(why) => {
            let happened = refusal(cx.cx.texts(), why);
            stopped(Layout::of_organisation(cx), happened, back)
        }
    }
}
