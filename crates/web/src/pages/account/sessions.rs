//! Where one is signed in.

use askama::Template;
use axum::response::Response;
use domain::text::Lang;
use l10n::{Texts, date, time_of_day};
use service::accounts::sessions;

use super::frame;
use crate::context::PersonCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

/// A session as the page shows it.
struct Row {
    id: String,
    device: String,
    since: String,
    used: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct SessionsPage<'a> {
    layout: Layout<'a>,
    saved: Option<String>,
    rows: Vec<Row>,
}

/// A day and a time.
fn moment(t: &Texts, at: i64, lang: Lang) -> String {
    t.sessions_moment(date(at, lang), time_of_day(at, lang))
}

pub(crate) async fn get(PersonCx { cx, session }: PersonCx) -> Result<Response, Failure> {
    let t = cx.texts();
    let lang = cx.lang();
    let rows = sessions::list(cx.app(), &session).await?;
    let rows = rows.into_iter().map(|row| Row {
        id: row.id.to_string(),
        since: moment(t, row.created_at, lang),
        used: moment(t, row.used_at, lang),
        current: row.current,
        device: match row.device.as_str() {
            "" => t.sessions_unknown(),
            _ => row.device,
        },
    });
    let saved = cx.query("avslutad").map(|_| t.sessions_ended());
    page(&SessionsPage {
        layout: frame(&cx),
        saved,
        rows: rows.collect(),
    })
}

pub(crate) async fn post(
    PersonCx { cx, session }: PersonCx,
    fields: Fields,
) -> Result<Response, Failure> {
    if !session.fresh {
        return Err(Failure::StepUp);
    }
    match fields.one("avsluta", LINE_LIMIT) {
        Ok("andra") => {
            sessions::end_others(cx.app(), &session).await?;
        }
        Ok(id) => {
            let id = id.parse().map_err(|_| Failure::BadForm)?;
            sessions::end(cx.app(), &session, id).await?;
        }
        Err(_) => return Err(Failure::BadForm),
    }
    let here = cx.path(Page::Sessions, &[]);
    Ok(see_other(&format!("{here}?avslutad=ja")))
}
