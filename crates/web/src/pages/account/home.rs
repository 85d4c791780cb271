//! One's own account: name, language, reminders, and the ways on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::text::Lang;
use service::accounts::people::{self, Person};

use super::{at, frame, line};
use crate::context::{Cx, PersonCx};
use crate::error::{Failure, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// Longest name, in characters.
const NAME_LIMIT: usize = 100;
const NAME: &str = "namn";
const LANG: &str = "sprak-sv";

#[derive(Template)]
#[template(path = "account/home.html")]
struct AccountPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    saved: Option<String>,
    person: Person,
    /// What stands in the form, which may not be saved yet.
    name: String,
    english: bool,
    digest: bool,
    kept_forms: i64,
    /// Whether one can sign in through a provider.
    has_provider: bool,
}

impl AccountPage<'_> {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == field)
    }
}

/// The person whose account it is.
pub(super) async fn person(cx: &PersonCx) -> Result<Person, Failure> {
    let found = people::find(cx.cx.app(), cx.session.person).await?;
    found.ok_or(Failure::SignIn)
}

fn of<'a>(cx: &'a Cx, person: Person, kept_forms: i64) -> AccountPage<'a> {
    AccountPage {
        layout: frame(cx),
        faults: Vec::new(),
        saved: None,
        name: person.name.clone(),
        english: person.lang == Lang::En,
        digest: person.digest,
        person,
        kept_forms,
        has_provider: cx.app().oidc.is_some(),
    }
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    let person = person(&cx).await?;
    let t = cx.cx.texts();
    let saved = match cx.cx.query("sparat").as_deref() {
        Some("ja") => Some(t.account_saved()),
        Some("epost") => Some(t.account_email_saved(&person.email)),
        _ => None,
    };
    page_with(
        StatusCode::OK,
        &AccountPage {
            saved,
            ..of(&cx.cx, person, cx.session.kept_forms)
        },
    )
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let mut faults = Vec::new();
    let name = line(t, &fields, NAME).and_then(|name| match name.chars().count() {
        0 => Err(at(NAME, t.account_name_empty())),
        count if count > NAME_LIMIT => Err(at(NAME, t.fault_too_long(NAME_LIMIT as u32))),
        _ => Ok(name),
    });
    let lang = fields
        .one("sprak", LINE_LIMIT)
        .and_then(|lang| match lang {
            "sv" => Ok(Lang::Sv),
            "en" => Ok(Lang::En),
            _ => Err(crate::forms::Fault::Unknown),
        })
        .map_err(|fault| at(LANG, message(t, fault)));
    let digest = fields.has("sammandrag");
    if let (Ok(name), Ok(lang)) = (&name, &lang) {
        people::save(cx.cx.app(), &cx.session, name, *lang, digest).await?;
        let here = cx.cx.path(Page::Account, &[]);
        return Ok(see_other(&format!("{here}?sparat=ja")));
    }
    faults.extend(name.err());
    faults.extend(lang.err());
    let person = person(&cx).await?;
    page_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &AccountPage {
            faults,
            name: fields.shown(NAME),
            english: fields.shown("sprak") == "en",
            digest,
            ..of(&cx.cx, person, cx.session.kept_forms)
        },
    )
}
