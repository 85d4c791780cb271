//! The first step of an egen installation: who the organisation is, told by its first contact
//! person, who came by the one-time address that the service printed at its start.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::organisation::{OrganisationKind, OrganisationNumber};
use service::organisations::{OrganisationError, install};
use service::secrets::Secret;

use super::refusal;
use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;
use crate::words;

struct Kind {
    code: &'static str,
    name: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "organisation/install.html")]
struct InstallPage<'a> {
    layout: Layout<'a>,
    /// Where to sign in; `None` for whoever is.
    sign_in: Option<String>,
    name: String,
    number: String,
    kinds: Vec<Kind>,
    faults: Vec<FieldFault>,
}

impl InstallPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let mut faults = self.faults.iter();
        let found = faults.find(|fault| fault.field == field);
        found.map(|fault| fault.message.as_str())
    }
}

/// The address's key, if it is the one that was printed and the organisation is not yet there.
async fn opened(cx: &Cx) -> Result<Secret, Failure> {
    let given = Secret::parse(cx.segment("key")).ok_or(Failure::NotFound)?;
    match install::token(cx.app()).await? {
        Some(token) if token == given => Ok(given),
        _ => Err(Failure::NotFound),
    }
}

fn view<'a>(cx: &'a Cx, name: String, number: String, kind: &str) -> InstallPage<'a> {
    let t = cx.texts();
    InstallPage {
        sign_in: match cx.session {
            Some(_) => None,
            None => Some(cx.sign_in_and_back()),
        },
        name,
        number,
        kinds: OrganisationKind::ALL
            .into_iter()
            .map(|known| Kind {
                code: known.code(),
                name: words::kind(t, known),
                checked: known.code() == kind,
            })
            .collect(),
        faults: Vec::new(),
        layout: Layout::of(cx),
    }
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    opened(&cx).await?;
    page(&view(&cx, String::new(), String::new(), ""))
}

pub(crate) async fn post(cx: Cx, fields: Fields) -> Result<Response, Failure> {
    let token = opened(&cx).await?;
    let session = cx.session.as_ref().ok_or(Failure::SignIn)?;
    let t = cx.texts();
    let mut faults = Vec::new();
    let mut fault = |field: &str, message: String| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message,
        });
    };
    let name = match fields.one("namn", LINE_LIMIT).map(str::trim) {
        Ok("") => {
            fault("namn", t.install_name_missing());
            ""
        }
        Ok(name) => name,
        Err(found) => {
            fault("namn", message(t, found));
            ""
        }
    };
    let number = match fields.one("nummer", LINE_LIMIT).map(str::trim) {
        Ok("") => None,
        Ok(text) => OrganisationNumber::try_from(text)
            .inspect_err(|_| fault("nummer", t.install_number_wrong()))
            .ok(),
        Err(found) => {
            fault("nummer", message(t, found));
            None
        }
    };
    let code = fields.one("typ", LINE_LIMIT).unwrap_or_default();
    let kind = OrganisationKind::try_from(code)
        .inspect_err(|_| fault("typ-kommun", t.install_kind_missing()))
        .ok();
    if let (true, Some(kind)) = (faults.is_empty(), kind) {
        match install::found(cx.app(), session.person, &token, name, number, kind).await {
            Ok(organisation) => {
                return Ok(see_other(&cx.path(Page::Organisation, &[&organisation])));
            }
            Err(OrganisationError::Failed(error)) => return Err(error.into()),
            Err(OrganisationError::Refused(why)) => faults.push(FieldFault {
                field: "namn".to_owned(),
                message: refusal(t, why),
            }),
        }
    }
    let page = InstallPage {
        faults,
        ..view(&cx, fields.shown("namn"), fields.shown("nummer"), code)
    };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
