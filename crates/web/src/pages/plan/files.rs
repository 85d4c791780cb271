//! A plan to take along: as a table to work in, and its days for a calendar.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::day::Day;
use domain::plan::{Decision, Status};
use l10n::iso_day;
use report::plan::{Event, Table, TableError};
use service::plans::Kept;

use super::lines::lines;
use super::table::rows;
use super::wording::Wording;
use super::{owner, plan, to};
use crate::context::{Cx, OrgCx};
use crate::error::Failure;
use crate::routes::Page;

/// What the files are called.
pub(super) const EXCEL: &str = "plan.xlsx";
pub(super) const CSV: &str = "plan.csv";
pub(super) const CALENDAR: &str = "plan.ics";
const OWN_CALENDAR: &str = "atgarder.ics";

const EXCEL_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV_TYPE: &str = "text/csv; charset=utf-8";
const CALENDAR_TYPE: &str = "text/calendar; charset=utf-8";

impl From<TableError> for Failure {
    fn from(error: TableError) -> Self {
        tracing::error!(%error, "a plan could not be written as a file");
        Failure::Internal
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let (t, w) = (cx.cx.texts(), Wording::of(&cx.cx, &plan));
    let name = cx.cx.segment("file");
    if name == CALENDAR {
        let events = plan.entries.iter().filter_map(|(key, kept)| {
            let page = to(&cx, Page::PlanEntry, &plan, &[key]);
            event(&w, (key, kept), Some(page), None)
        });
        return Ok(calendar(name, events));
    }
    let lines = lines(&cx.cx, &plan).await?;
    let made = iso_day(plan.created_at);
    let table = Table {
        name: &plan.document.name,
        edition: &plan.edition,
        made: Day::try_from(made.as_str()).map_err(|_| Failure::Internal)?,
        rows: &rows(&w, &lines),
    };
    match name {
        EXCEL => Ok(file(EXCEL_TYPE, name, report::plan::excel(&table, t)?)),
        CSV => Ok(file(CSV_TYPE, name, report::plan::csv(&table, t)?)),
        _ => Err(Failure::NotFound),
    }
}

/// The days of an owner's own actions. Calendars are shared and copied, so the address that opens
/// the owner's page is not in it: the tips are where there is more.
pub(crate) async fn own_calendar(cx: Cx) -> Result<Response, Failure> {
    let own = owner::opened(&cx).await?;
    let w = Wording::of(&cx, &own.plan);
    let events = own.actions().into_iter().filter_map(|(key, kept)| {
        let tip = kept.entry.card();
        let tip = tip.map(|card| cx.path(Page::Tip, &[card]));
        event(&w, (key, kept), tip, Some(w.t.plan_calendar_own()))
    });
    Ok(calendar(OWN_CALENDAR, events))
}

/// The day of an entry: when it is to be done and is not, or taken up again.
fn event(
    w: &Wording<'_>,
    (key, kept): (&str, &Kept),
    page: Option<String>,
    more: Option<String>,
) -> Option<Event> {
    let (t, entry) = (w.t, &kept.entry);
    let title = w.title(entry);
    let (day, summary) = match entry.decision {
        Decision::Do { by, .. } if entry.status != Status::Done => (by, t.plan_calendar_do(title)),
        Decision::Later { on } => (on, t.plan_calendar_later(title)),
        _ => return None,
    };
    let url = page.map(|page| format!("{}{page}", w.app.settings.base_url));
    let edition = w.app.content.editions.get(&w.plan.edition);
    let card = entry.card().and_then(|card| edition?.card(card));
    let monday = card.map(|card| format!("{} {}", t.offer_monday(), card.monday.get(w.lang)));
    let description: Vec<String> = [monday, more, url.clone()].into_iter().flatten().collect();
    Some(Event {
        uid: format!("{}.{key}", w.plan.id),
        day,
        summary,
        description: description.join("\n\n"),
        url,
        saved_at: kept.at,
        revision: kept.revision,
    })
}

fn calendar(name: &str, events: impl Iterator<Item = Event>) -> Response {
    let events: Vec<Event> = events.collect();
    let calendar = report::plan::calendar(&events);
    file(CALENDAR_TYPE, name, calendar.into_bytes())
}

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, bytes).into_response()
}
