//! Those who do what the plan says: how they are reached, and their own addresses.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::TextFault;
use domain::organisation::EmailAddress;
use domain::plan::OwnerName;
use service::plans::owners::Owner;
use service::plans::{self, Plan};
use uuid::Uuid;

use super::{plan, refused, to};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

struct Row {
    id: String,
    name: String,
    email: String,
    /// The whole address of their own actions.
    address: String,
    /// How many they have, and whether they take reminders.
    facts: String,
}

#[derive(Template)]
#[template(path = "plan/owners.html")]
struct OwnersPage<'a> {
    layout: Layout<'a>,
    plan: String,
    plan_name: &'a str,
    rows: Vec<Row>,
    open: bool,
    done: Option<String>,
    faults: Vec<FieldFault>,
}

impl OwnersPage<'_> {
    fn fault(&self, field: &str, id: &str) -> Option<&str> {
        let field = format!("{field}-{id}");
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

fn row(cx: &OrgCx, plan: &Plan, owner: &Owner) -> Row {
    let t = cx.cx.texts();
    let id = owner.id.to_string();
    let entries = plan.entries.values();
    let own = entries
        .filter(|kept| kept.entry.owner() == Some(&id))
        .count();
    let base = &cx.cx.app().settings.base_url;
    let secret = owner.secret.text();
    let address = cx.cx.path(Page::OwnActions, &[&secret]);
    let actions = t.plan_owner_actions(u32::try_from(own).unwrap_or(u32::MAX));
    let reminders = match (&owner.email, owner.remind) {
        (None, _) => t.plan_owner_no_address(),
        (Some(_), true) => t.plan_owner_reminded(),
        (Some(_), false) => t.plan_owner_not_reminded(),
    };
    Row {
        name: owner.name.clone(),
        email: owner.email.clone().unwrap_or_default(),
        address: format!("{base}{address}"),
        facts: format!("{actions} {reminders}"),
        id,
    }
}

fn view<'a>(cx: &'a OrgCx, plan: &'a Plan) -> OwnersPage<'a> {
    OwnersPage {
        plan: to(cx, Page::Plan, plan, &[]),
        plan_name: &plan.document.name,
        rows: plan
            .owners
            .iter()
            .map(|owner| row(cx, plan, owner))
            .collect(),
        open: plan.closed_at.is_none(),
        done: cx
            .cx
            .query("klart")
            .map(|_| cx.cx.texts().plan_owner_done()),
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    page(&view(&cx, &plan))
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let (t, plan) = (cx.cx.texts(), plan(&cx).await?);
    let id: Uuid = fields
        .one("agare", LINE_LIMIT)
        .ok()
        .and_then(|id| id.parse().ok())
        .ok_or(Failure::BadForm)?;
    let mut faults = Vec::new();
    let mut fault = |field: &str, message: String| {
        let field = format!("{field}-{id}");
        faults.push(FieldFault { field, message });
    };
    let name = match fields.one("namn", LINE_LIMIT) {
        Ok(text) => OwnerName::try_from(text).map_err(|wrong| match wrong {
            TextFault::Empty => t.plan_fault_owner_name(),
            TextFault::TooLong(longest) => message(t, Fault::TooLong(longest)),
        }),
        Err(wrong) => Err(message(t, wrong)),
    };
    let name = name.map_err(|message| fault("namn", message));
    let written = fields.one("epost", LINE_LIMIT).unwrap_or_default().trim();
    let email = match written.is_empty() {
        true => Ok(None),
        false => EmailAddress::try_from(written)
            .map(Some)
            .map_err(|_| fault("epost", t.refusal_bad_address())),
    };
    let (Ok(name), Ok(email)) = (name, email) else {
        let mut page = view(&cx, &plan);
        let mut rows = page.rows.iter_mut();
        if let Some(row) = rows.find(|row| row.id == id.to_string()) {
            row.name = fields.shown("namn");
            row.email = fields.shown("epost");
        }
        page.faults = faults;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let anew = fields
        .one("gor", LINE_LIMIT)
        .is_ok_and(|value| value == "ny-adress");
    let (app, person) = (cx.cx.app(), cx.session.person);
    let named = (&name, email.as_ref());
    let here = to(&cx, Page::PlanOwners, &plan, &[]);
    match plans::owners::change(app, person, &plan, &cx.organisation, id, named, anew).await {
        Ok(()) => Ok(see_other(&format!("{here}?klart=ja#agare-{id}"))),
        Err(error) => refused(&cx, error, here),
    }
}
