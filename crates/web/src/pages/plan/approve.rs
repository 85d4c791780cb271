//! Noting that a manager has approved the plan.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::TextFault;
use domain::plan::{PlanText, Title};
use service::plans::{self, Plan};

use super::{plan, refused, to};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

#[derive(Template)]
#[template(path = "plan/approve.html")]
struct ApprovePage<'a> {
    layout: Layout<'a>,
    plan: String,
    plan_name: &'a str,
    by: String,
    reference: String,
    faults: Vec<FieldFault>,
}

impl ApprovePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

fn view<'a>(cx: &'a OrgCx, plan: &'a Plan) -> ApprovePage<'a> {
    let approved = plan.document.approved.as_ref();
    ApprovePage {
        plan: to(cx, Page::Plan, plan, &[]),
        plan_name: &plan.document.name,
        by: approved.map_or_else(String::new, |approval| approval.by.clone()),
        reference: String::new(),
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
    let mut faults = Vec::new();
    let mut fault = |field: &str, message: String| {
        let field = field.to_owned();
        faults.push(FieldFault { field, message });
    };
    let by = fields
        .one("vem", LINE_LIMIT)
        .map_err(|wrong| message(t, wrong));
    let by = by.and_then(|text| {
        Title::try_from(text).map_err(|wrong| match wrong {
            TextFault::Empty => t.plan_fault_approver(),
            TextFault::TooLong(longest) => message(t, Fault::TooLong(longest)),
        })
    });
    let by = by.map_err(|message| fault("vem", message));
    let reference = fields
        .one("beslut", TEXT_LIMIT)
        .map_err(|wrong| message(t, wrong));
    let reference = reference.and_then(|text| match PlanText::try_from(text) {
        Ok(text) => Ok(Some(text)),
        Err(TextFault::Empty) => Ok(None),
        Err(TextFault::TooLong(longest)) => Err(message(t, Fault::TooLong(longest))),
    });
    let reference = reference.map_err(|message| fault("beslut", message));
    let (Ok(by), Ok(reference)) = (by, reference) else {
        let page = ApprovePage {
            by: fields.shown("vem"),
            reference: fields.shown("beslut"),
            faults,
            ..view(&cx, &plan)
        };
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let there = to(&cx, Page::Plan, &plan, &[]);
    let (app, person) = (cx.cx.app(), cx.session.person);
    match plans::approve(app, person, &plan, &by, reference.as_ref()).await {
        Ok(()) => Ok(see_other(&format!("{there}?klart=godkand"))),
        Err(error) => refused(&cx, error, there),
    }
}
