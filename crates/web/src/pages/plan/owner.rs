//! What an owner without an account sees under their own address: their actions, and how far they
//! have come with each.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::day::Day;
use domain::openness::TextFault;
use domain::plan::{Decision, Due, PlanText, Status, due};
use service::plans::{self, Decided, Kept, OwnerPage, PlanError};
use service::secrets::Secret;

use super::wording::{self, Wording};
use super::{refusal, today};
use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

struct Choice {
    value: &'static str,
    text: String,
    chosen: bool,
}

struct Action {
    key: String,
    title: String,
    /// The public page of the tip.
    tip: Option<String>,
    monday: Option<String>,
    by: String,
    late: bool,
    resources: String,
    version: i64,
    statuses: Vec<Choice>,
    note: String,
    /// What somebody else saved while the form was open.
    theirs: Option<Vec<String>>,
}

#[derive(Template)]
#[template(path = "plan/owner.html")]
struct OwnPage<'a> {
    layout: Layout<'a>,
    organisation: String,
    plan: String,
    name: String,
    actions: Vec<Action>,
    /// Their days as a file; none when there is nothing to do.
    calendar: Option<String>,
    /// The plan is closed: what is here is read only.
    closed: bool,
    /// Whether reminders are on; none where no mail can reach the owner.
    remind: Option<bool>,
    done: Option<String>,
    faults: Vec<FieldFault>,
}

impl OwnPage<'_> {
    fn fault(&self, field: &str, key: &str) -> Option<&str> {
        let field = format!("{field}-{key}");
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// What the address opens.
pub(super) async fn opened(cx: &Cx) -> Result<OwnerPage, Failure> {
    let secret = Secret::parse(cx.segment("key")).ok_or(Failure::NoSuchLink)?;
    let found = plans::open_by_owner(cx.app(), &secret).await?;
    found.ok_or(Failure::NoSuchLink)
}

fn action(cx: &Cx, page: &OwnerPage, today: Day, (key, kept): (&str, &Kept)) -> Action {
    let (w, entry) = (Wording::of(cx, &page.plan), &kept.entry);
    let edition = cx.app().content.editions.get(&page.plan.edition);
    let card = entry.card().and_then(|id| edition?.card(id));
    let (by, resources) = match &entry.decision {
        Decision::Do { by, resources, .. } => (w.day(*by), resources.clone()),
        _ => Default::default(),
    };
    Action {
        title: w.title(entry),
        tip: card.map(|card| cx.path(Page::Tip, &[&card.id])),
        monday: card.map(|card| card.monday.get(w.lang).to_owned()),
        late: due(entry, today) == Some(Due::Late),
        by,
        resources,
        version: kept.revision,
        statuses: Status::ALL
            .into_iter()
            .map(|one| Choice {
                value: one.code(),
                text: wording::status(w.t, one),
                chosen: one == entry.status,
            })
            .collect(),
        note: entry.note.clone(),
        theirs: None,
        key: key.to_owned(),
    }
}

fn view<'a>(cx: &'a Cx, own: &OwnerPage) -> Result<OwnPage<'a>, Failure> {
    let today = today(cx)?;
    let t = cx.texts();
    let actions = own.actions();
    let closed = own.plan.closed_at.is_some();
    let calendar = cx.path(Page::OwnCalendar, &[cx.segment("key")]);
    Ok(OwnPage {
        organisation: own.organisation.name.clone(),
        plan: own.plan.document.name.clone(),
        name: own.owner.name.clone(),
        calendar: (!closed && !actions.is_empty()).then_some(calendar),
        actions: actions
            .into_iter()
            .map(|entry| action(cx, own, today, entry))
            .collect(),
        closed,
        remind: own.owner.email.as_ref().map(|_| own.owner.remind),
        done: match cx.query("klart").as_deref() {
            Some("sparat") => Some(t.plan_own_saved()),
            Some("av") => Some(t.plan_own_reminders_off()),
            Some("pa") => Some(t.plan_own_reminders_on()),
            _ => None,
        },
        faults: Vec::new(),
        layout: Layout::of(cx),
    })
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let own = opened(&cx).await?;
    page(&view(&cx, &own)?)
}

pub(crate) async fn post(cx: Cx, fields: Fields) -> Result<Response, Failure> {
    let own = opened(&cx).await?;
    let here = cx.path(Page::OwnActions, &[cx.segment("key")]);
    match fields.one("gor", LINE_LIMIT) {
        Ok(switch @ ("av" | "pa")) => {
            plans::set_reminders(cx.app(), own.owner.id, switch == "pa").await?;
            Ok(see_other(&format!("{here}?klart={switch}")))
        }
        Ok("spara") => report(&cx, &own, &fields, &here).await,
        _ => Err(Failure::BadForm),
    }
}

async fn report(
    cx: &Cx,
    own: &OwnerPage,
    fields: &Fields,
    here: &str,
) -> Result<Response, Failure> {
    let t = cx.texts();
    let key = fields
        .one("atgard", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let version = fields
        .one("version", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let version: i64 = version.parse().map_err(|_| Failure::BadForm)?;
    let status = fields
        .one("lage", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let status = Status::try_from(status).map_err(|_| Failure::BadForm)?;
    let note = fields
        .one("anteckning", TEXT_LIMIT)
        .map_err(|wrong| message(t, wrong))
        .and_then(|text| match PlanText::try_from(text) {
            Ok(text) => Ok(Some(text)),
            Err(TextFault::Empty) => Ok(None),
            Err(TextFault::TooLong(longest)) => Err(message(t, Fault::TooLong(longest))),
        });
    let note = match note {
        Ok(note) => note,
        Err(message) => {
            let mut page = with_sent(cx, own, fields, key, status)?;
            let field = format!("anteckning-{key}");
            page.faults = vec![FieldFault { field, message }];
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    match plans::report(cx.app(), own, key, version, status, note.as_ref()).await {
        Ok(Decided::Saved) => Ok(see_other(&format!("{here}?klart=sparat"))),
        Ok(Decided::Conflict { latest }) => {
            let mut page = with_sent(cx, own, fields, key, status)?;
            let mut actions = page.actions.iter_mut();
            if let Some(action) = actions.find(|action| action.key == key) {
                action.version = latest.revision;
                action.theirs = Some(Wording::of(cx, &own.plan).said(&latest));
            }
            page_with(StatusCode::CONFLICT, &page)
        }
        Err(PlanError::Failed(error)) => Err(error.into()),
        Err(PlanError::Refused(why)) => {
            let happened = refusal(t, why);
            crate::pages::organisation::stopped(Layout::of(cx), happened, here.to_owned())
        }
    }
}

/// The page with what was sent about one action.
fn with_sent<'a>(
    cx: &'a Cx,
    own: &OwnerPage,
    fields: &Fields,
    key: &str,
    status: Status,
) -> Result<OwnPage<'a>, Failure> {
    let mut page = view(cx, own)?;
    let mut actions = page.actions.iter_mut();
    if let Some(action) = actions.find(|action| action.key == key) {
        action.note = fields.shown("anteckning");
        for choice in &mut action.statuses {
            choice.chosen = choice.value == status.code();
        }
    }
    Ok(page)
}
