//! Forms that were sent before whoever sent them had shown who they are, to send again or throw
//! away.

use askama::Template;
use axum::response::Response;
use l10n::{date, time_of_day};
use service::accounts::kept_forms::{self, Field, KeptForm};

use super::{frame, till, till_sent, with_till};
use crate::context::{Cx, PersonCx};
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::kept::SENT_AGAIN;
use crate::layout::Layout;
use crate::routes::Page;

/// A kept form as the page shows it.
struct Row {
    id: String,
    /// Where it is sent again; the id tells that it is.
    action: String,
    /// The page it was written on.
    path: String,
    /// When it was sent.
    day: String,
    time: String,
    fields: Vec<Field>,
    /// What someone wrote, as far as it can be told from what the form itself holds.
    written: Vec<String>,
}

#[derive(Template)]
#[template(path = "account/kept.html")]
struct KeptPage<'a> {
    layout: Layout<'a>,
    saved: Option<String>,
    rows: Vec<Row>,
    onwards: String,
    till: String,
}

/// What people write has spaces or line breaks; what forms hold for themselves has none.
fn is_written(value: &str) -> bool {
    value.trim().contains(char::is_whitespace)
}

fn row(cx: &Cx, form: KeptForm) -> Row {
    let written = form.fields.iter().map(|(_, value)| value);
    Row {
        action: format!("{}?{SENT_AGAIN}={}", form.path, form.id),
        day: date(form.at, cx.lang()),
        time: time_of_day(form.at, cx.lang()),
        written: written.filter(|value| is_written(value)).cloned().collect(),
        path: form.path,
        id: form.id,
        fields: form.fields,
    }
}

pub(crate) async fn get(PersonCx { cx, session }: PersonCx) -> Result<Response, Failure> {
    let forms = kept_forms::list(cx.app(), &session).await?;
    let till = till(&cx);
    page(&KeptPage {
        layout: frame(&cx),
        saved: cx.query("kastat").map(|_| cx.texts().kept_gone()),
        rows: forms.into_iter().map(|form| row(&cx, form)).collect(),
        onwards: match till.as_str() {
            "" => cx.path(Page::Account, &[]),
            till => till.to_owned(),
        },
        till,
    })
}

pub(crate) async fn post(
    PersonCx { cx, session }: PersonCx,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = fields.one("kasta", LINE_LIMIT);
    let id = id.map_err(|_| Failure::BadForm)?;
    kept_forms::discard(cx.app(), &session, id).await?;
    let here = cx.path(Page::KeptForms, &[]);
    let next = with_till(&here, &till_sent(&fields));
    let sign = if next.contains('?') { '&' } else { '?' };
    Ok(see_other(&format!("{next}{sign}kastat=ja")))
}
