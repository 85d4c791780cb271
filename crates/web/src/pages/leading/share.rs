//! Read links to an organisation's round: how much each shows, for how long, and taking them back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Scope;
use l10n::{Texts, date, time_of_day};
use service::rounds::{self, Reader};

use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::{Door, Page};

const DAY: i64 = 24 * 60 * 60 * 1000;
/// How many days a link can open, as the form offers them.
const DAYS: [i64; 3] = [7, 30, 90];

/// A choice in the form.
struct Choice {
    value: String,
    title: String,
    text: String,
    checked: bool,
}

/// A link that has been given out.
struct Row {
    id: String,
    scope: String,
    address: String,
    made: String,
    until: String,
    expired: bool,
}

#[derive(Template)]
#[template(path = "leading/share.html")]
struct SharePage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    scopes: Vec<Choice>,
    times: Vec<Choice>,
    faults: Vec<FieldFault>,
    /// What was just done, so that the page can say so.
    made: bool,
    taken_back: bool,
    result: String,
}

impl SharePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

fn scope_in_words(t: &Texts, scope: Scope) -> (String, String) {
    match scope {
        Scope::Decision => (t.readlink_decision(), t.readlink_decision_means()),
        Scope::Result => (t.readlink_result(), t.readlink_result_means()),
        Scope::Full => (t.readlink_full(), t.readlink_full_means()),
    }
}

fn row(cx: &RoundCx, reader: &Reader) -> Row {
    let (t, lang, now) = (cx.texts(), cx.lang(), cx.app().now());
    let first = match reader.scope {
        Scope::Decision => Page::Decision,
        Scope::Result | Scope::Full => Page::Result,
    };
    Row {
        id: reader.id.to_string(),
        scope: scope_in_words(t, reader.scope).0,
        address: cx.whole_address(Door::Read, first, &reader.secret.text()),
        made: date(reader.created_at, lang),
        until: reader.expires_at.map_or_else(String::new, |at| {
            let (day, time) = (date(at, lang), time_of_day(at, lang));
            t.readlink_until(day.as_str(), time.as_str())
        }),
        expired: reader.expires_at.is_some_and(|at| at <= now),
    }
}

async fn view<'a>(
    cx: &'a RoundCx,
    (scope, days): (&str, &str),
    faults: Vec<FieldFault>,
) -> Result<SharePage<'a>, Failure> {
    let t = cx.texts();
    let readers = rounds::readers(cx.app(), &cx.round).await?;
    Ok(SharePage {
        rows: readers.iter().map(|reader| row(cx, reader)).collect(),
        scopes: Scope::ALL
            .into_iter()
            .map(|each| {
                let (title, text) = scope_in_words(t, each);
                let value = each.code().to_owned();
                Choice {
                    checked: value == scope,
                    title,
                    text,
                    value,
                }
            })
            .collect(),
        times: DAYS
            .into_iter()
            .map(|each| Choice {
                checked: each.to_string() == days,
                title: t.readlink_days(u32::try_from(each).unwrap_or_default()),
                text: String::new(),
                value: each.to_string(),
            })
            .collect(),
        faults,
        made: cx.cx.query("ny").is_some(),
        taken_back: cx.cx.query("borta").is_some(),
        result: cx.to(Page::Result),
        layout: Layout::of_round(cx),
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx, (Scope::Decision.code(), "30"), Vec::new()).await?)
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::ReadLinks);
    let (session, _) = cx.member()?;
    let by = Some(session.person);
    let one = |name| fields.one(name, LINE_LIMIT).ok();
    if one("gor") == Some("ta-tillbaka") {
        let id = one("id").and_then(|id| id.parse().ok());
        rounds::revoke(cx.app(), &cx.round, by, id.ok_or(Failure::BadForm)?).await?;
        return Ok(see_other(&format!("{here}?borta=ja")));
    }
    let scope = one("visar").and_then(|code| Scope::try_from(code).ok());
    let days = one("tid").and_then(|days| days.parse().ok());
    let days = days.filter(|days| DAYS.contains(days));
    if let (Some(scope), Some(days)) = (scope, days) {
        let expires_at = cx.app().now() + days * DAY;
        rounds::share(cx.app(), &cx.round, by, scope, Some(expires_at)).await?;
        return Ok(see_other(&format!("{here}?ny=ja")));
    }
    let t = cx.texts();
    let missing = [
        (scope.is_none(), "visar", t.readlink_choose_scope()),
        (days.is_none(), "tid", t.readlink_choose_time()),
    ];
    let faults = missing
        .into_iter()
        .filter(|(missing, ..)| *missing)
        .map(|(_, name, message)| FieldFault {
            field: format!("{name}-1"),
            message,
        });
    let sent = (fields.shown("visar"), fields.shown("tid"));
    let shown = view(&cx, (&sent.0, &sent.1), faults.collect()).await?;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}
