//! The agency's own people and their roles.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::AgencyRole;
use service::organisations::{By, OrganisationError, agency, factor};

use crate::context::AgencyCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::members::who;
use crate::pages::organisation::{reading, refusal};
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;
use crate::words;

struct Held {
    code: &'static str,
    name: String,
}

struct Row {
    /// Whether it is the one who looks.
    own: bool,
    who: String,
    email: String,
    roles: Vec<Held>,
}

#[derive(Template)]
#[template(path = "agency/people.html")]
struct PeoplePage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    roles: Vec<Held>,
    email: String,
    done: Option<String>,
    faults: Vec<FieldFault>,
    home: String,
}

async fn view<'a>(cx: &'a AgencyCx) -> Result<PeoplePage<'a>, Failure> {
    let t = cx.cx.texts();
    let held = |role: AgencyRole| Held {
        code: role.code(),
        name: words::agency(t, role),
    };
    let people = agency::people(cx.cx.app(), cx.session.person)
        .await
        .map_err(reading)?;
    Ok(PeoplePage {
        rows: people
            .into_iter()
            .map(|person| Row {
                own: person.email == cx.session.email,
                who: who(&person.name, &person.email),
                email: person.email,
                roles: person.roles.into_iter().map(held).collect(),
            })
            .collect(),
        roles: AgencyRole::ALL.map(held).into(),
        email: String::new(),
        done: match cx.cx.query("klart").as_deref() {
            Some("given") => Some(t.people_done_granted()),
            Some("tagen") => Some(t.people_done_revoked()),
            Some("aterstalld") => Some(t.people_done_factor()),
            _ => None,
        },
        faults: Vec::new(),
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    // Whoever changes what others may do has just shown who they are.
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let app = cx.cx.app();
    let by = By::Person(cx.session.person);
    let email = fields.one("epost", LINE_LIMIT).unwrap_or_default().trim();
    let role = || -> Result<AgencyRole, Failure> {
        let code = fields.one("roll", LINE_LIMIT);
        AgencyRole::try_from(code.unwrap_or_default()).map_err(|_| Failure::BadForm)
    };
    let (done, outcome) = match fields.one("gor", LINE_LIMIT) {
        Ok("ge") => ("given", agency::grant(app, by, email, role()?).await),
        Ok("ta") => ("tagen", agency::revoke(app, by, email, role()?).await),
        Ok("andra-steget") => ("aterstalld", factor::reset(app, by, email).await),
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => {
            let here = cx.cx.path(Page::AgencyPeople, &[]);
            Ok(see_other(&format!("{here}?klart={done}")))
        }
        Err(OrganisationError::Failed(error)) => Err(error.into()),
        Err(OrganisationError::Refused(why)) => {
            let mut page = view(&cx).await?;
            page.faults = vec![FieldFault {
                field: "epost".to_owned(),
                message: refusal(cx.cx.texts(), why),
            }];
            page.email = email.to_owned();
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}
