//! What has been done in the organisation, and with it at the agency, newest first.

use askama::Template;
use axum::response::Response;
use l10n::{date, time_of_day};
use service::organisations::events as use_cases;

use super::reading;
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::events;
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    at: String,
    who: String,
    what: String,
}

#[derive(Template)]
#[template(path = "organisation/log.html")]
struct LogPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    older: Option<String>,
    home: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let before = cx.cx.query("fore").and_then(|id| id.parse().ok());
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    let found = use_cases::of_organisation(app, person, organisation, before)
        .await
        .map_err(reading)?;
    let here = cx.to(Page::Log, &[]);
    let last = found.last().map(|event| event.id);
    page(&LogPage {
        older: last
            .filter(|_| u32::try_from(found.len()) == Ok(use_cases::SHOWN))
            .map(|id| format!("{here}?fore={id}")),
        rows: found
            .into_iter()
            .map(|event| Row {
                at: format!("{} {}", date(event.at, lang), time_of_day(event.at, lang)),
                what: events::event(t, &event),
                who: event.who,
            })
            .collect(),
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
