//! What has been done at the agency and in the register, newest first.

use askama::Template;
use axum::response::Response;
use l10n::{date, time_of_day};
use service::organisations::events as use_cases;

use crate::context::AgencyCx;
use crate::error::{Failure, page};
use crate::events;
use crate::layout::Layout;
use crate::pages::organisation::reading;
use crate::routes::Page;

struct Row {
    at: String,
    who: String,
    organisation: String,
    what: String,
}

#[derive(Template)]
#[template(path = "agency/log.html")]
struct LogPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    older: Option<String>,
    home: String,
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let before = cx.cx.query("fore").and_then(|id| id.parse().ok());
    let found = use_cases::of_agency(cx.cx.app(), cx.session.person, before)
        .await
        .map_err(reading)?;
    let here = cx.cx.path(Page::AgencyLog, &[]);
    let last = found.last().map(|(_, event)| event.id);
    page(&LogPage {
        older: last
            .filter(|_| u32::try_from(found.len()) == Ok(use_cases::SHOWN))
            .map(|id| format!("{here}?fore={id}")),
        rows: found
            .into_iter()
            .map(|(organisation, event)| Row {
                at: format!("{} {}", date(event.at, lang), time_of_day(event.at, lang)),
                what: events::event(t, &event),
                who: event.who,
                organisation: organisation.map(|listed| listed.name).unwrap_or_default(),
            })
            .collect(),
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}
