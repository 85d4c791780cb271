//! The second step at sign-in: what there is, and the ways to add and remove.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::accounts::people::Person;
use service::accounts::{factors, passkeys};

use super::{frame, home, refused, till, with_till};
use crate::context::PersonCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;

/// A passkey as the page shows it.
struct Row {
    id: String,
    name: String,
    made: String,
    used: Option<String>,
}

#[derive(Template)]
#[template(path = "account/factors.html")]
struct FactorsPage<'a> {
    layout: Layout<'a>,
    saved: Option<String>,
    person: Person,
    rows: Vec<Row>,
    codes_left: i64,
    /// Where someone was going whose role asks for a second factor.
    till: String,
}

impl FactorsPage<'_> {
    /// The address of a page that adds something, and goes on from there.
    fn to(&self, page: Page) -> String {
        with_till(&self.layout.path(page), &self.till)
    }
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    let app = cx.cx.app();
    let t = cx.cx.texts();
    let lang = cx.cx.lang();
    let rows = passkeys::list(app, &cx.session).await?;
    let rows = rows.into_iter().map(|row| Row {
        id: row.id.to_string(),
        made: date(row.created_at, lang),
        used: row.used_at.map(|at| date(at, lang)),
        name: row.name,
    });
    let saved = match cx.cx.query("sparat").as_deref() {
        Some("app") => Some(t.factors_app_added()),
        Some("nyckel") => Some(t.factors_key_added()),
        Some("borta") => Some(t.factors_removed()),
        _ => None,
    };
    page(&FactorsPage {
        layout: frame(&cx.cx),
        saved,
        rows: rows.collect(),
        codes_left: factors::recovery_codes_left(app, cx.session.person).await?,
        till: till(&cx.cx),
        person: home::person(&cx).await?,
    })
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    let (app, session) = (cx.cx.app(), &cx.session);
    let removed = match fields.one("ta-bort", LINE_LIMIT) {
        Ok("app") => factors::remove_totp(app, session).await,
        Ok(id) => {
            let id = id.parse().map_err(|_| Failure::BadForm)?;
            passkeys::remove(app, session, id).await.map(drop)
        }
        Err(_) => return Err(Failure::BadForm),
    };
    if let Err(error) = removed {
        refused(error)?;
        return Err(Failure::BadForm);
    }
    let here = cx.cx.path(Page::Factors, &[]);
    Ok(see_other(&format!("{here}?sparat=borta")))
}
