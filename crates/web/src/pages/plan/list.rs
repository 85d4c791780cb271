//! The organisation's plans, and making one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::{Action, Stage};
use domain::day::Day;
use domain::openness::TextFault;
use domain::plan::Title;
use l10n::{date, iso_day};
use service::plans::{self, Plan};
use service::rounds::listing::{self, Listed};
use uuid::Uuid;

use super::{refused, to};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

struct Row {
    name: String,
    address: String,
    state: String,
    open: bool,
}

struct RoundChoice {
    value: String,
    text: String,
    chosen: bool,
}

struct Form {
    name: String,
    rounds: Vec<RoundChoice>,
    /// The plan that the new one goes on from.
    previous: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/list.html")]
struct ListPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    /// For whoever may make one, when there is a round to make it from and no plan is open.
    form: Option<Form>,
    /// That one is open, or that no answers are agreed yet.
    why_not: Option<String>,
    faults: Vec<FieldFault>,
}

impl ListPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// The rounds that a plan can be made from: those whose answers are agreed, the newest first.
async fn rounds(cx: &OrgCx) -> Result<Vec<Listed>, Failure> {
    let app = cx.cx.app();
    let mut rounds = listing::of_organisation(app, &cx.organisation).await?;
    rounds.retain(|round| {
        round.stage != Stage::Answering && app.content.editions.contains_key(&round.edition)
    });
    Ok(rounds)
}

fn row(cx: &OrgCx, plan: &Plan) -> Row {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    Row {
        name: plan.document.name.clone(),
        address: to(cx, Page::Plan, plan, &[]),
        state: match plan.closed_at {
            Some(at) => t.plan_closed_on(date(at, lang)),
            None => t.plan_made_on(date(plan.created_at, lang)),
        },
        open: plan.closed_at.is_none(),
    }
}

/// What the new plan is called unless someone says otherwise: next year's from October on.
fn suggested(cx: &OrgCx) -> String {
    let today = iso_day(cx.cx.app().now());
    let next = Day::try_from(today.as_str()).map(|day| day.months_before(9).years_later(1));
    let year = next.map_or(today, |day| day.to_string());
    cx.cx.texts().plan_name_suggested(&year[..4])
}

async fn view<'a>(cx: &'a OrgCx, sent: Option<&Fields>) -> Result<ListPage<'a>, Failure> {
    let t = cx.cx.texts();
    let all = plans::of_organisation(cx.cx.app(), cx.organisation.id).await?;
    let rounds = rounds(cx).await?;
    let open = all.iter().any(|plan| plan.closed_at.is_none());
    let may = cx.may(Action::EditPlan);
    let chosen = sent.map(|fields| fields.shown("fran"));
    let choice = |(place, round): (usize, &Listed)| {
        let value = round.id.to_string();
        let day = date(round.created_at, cx.cx.lang());
        RoundChoice {
            chosen: chosen
                .as_ref()
                .map_or(place == 0, |chosen| *chosen == value),
            text: t.plan_from_round(day),
            value,
        }
    };
    let form = (may && !open && !rounds.is_empty()).then(|| Form {
        name: sent.map_or_else(|| suggested(cx), |fields| fields.shown("namn")),
        rounds: rounds.iter().enumerate().map(choice).collect(),
        previous: all.first().map(|plan| plan.document.name.clone()),
    });
    Ok(ListPage {
        rows: all.iter().map(|plan| row(cx, plan)).collect(),
        why_not: match (open, rounds.is_empty()) {
            (false, true) => Some(t.plan_no_round()),
            (false, false) if !may => Some(t.plan_contact_makes()),
            _ => None,
        },
        form,
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx, None).await?)
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let mut faults = Vec::new();
    let name = match fields.one("namn", LINE_LIMIT) {
        Ok(text) => Title::try_from(text).map_err(|fault| match fault {
            TextFault::Empty => t.plan_fault_name(),
            TextFault::TooLong(longest) => message(t, crate::forms::Fault::TooLong(longest)),
        }),
        Err(fault) => Err(message(t, fault)),
    };
    let name = name.map_err(|message| {
        let field = "namn".to_owned();
        faults.push(FieldFault { field, message });
    });
    let from = fields.one("fran", LINE_LIMIT).unwrap_or_default();
    let round: Uuid = from.parse().map_err(|_| Failure::BadForm)?;
    let Ok(name) = name else {
        let mut page = view(&cx, Some(&fields)).await?;
        page.faults = faults;
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (app, person) = (cx.cx.app(), cx.session.person);
    let previous = plans::current(app, cx.organisation.id).await?;
    let carries = fields
        .one("ta-med", LINE_LIMIT)
        .is_ok_and(|value| value == "ja");
    let previous = previous.as_ref().filter(|_| carries);
    let lang = cx.cx.lang();
    match plans::start(app, person, &cx.organisation, round, &name, previous, lang).await {
        Ok(id) => Ok(see_other(&cx.to(Page::Plan, &[&id.to_string()]))),
        Err(error) => refused(&cx, error, cx.to(Page::Plans, &[])),
    }
}
