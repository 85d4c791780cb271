//! Everyone whom one can sign in as, in a service to show.

use askama::Template;
use axum::response::Response;
use domain::account::{AgencyRole, Role};
use l10n::Texts;
use service::accounts::sessions;
use service::demo::{self, Demo, Part};
use service::secrets::Secret;

use super::frame;
use crate::context::Cx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;
use crate::session::{self, Requester};
use crate::words;

struct Place {
    name: String,
    rows: Vec<Row>,
}

struct Row {
    id: usize,
    role: String,
    name: String,
    organisation: String,
    sees: String,
    email: String,
}

#[derive(Template)]
#[template(path = "account/demo.html")]
struct DemoPage<'a> {
    layout: Layout<'a>,
    today: String,
    places: [Place; 2],
}

/// The demonstration, if there is one and the address has its key.
fn opened(cx: &Cx) -> Result<&Demo, Failure> {
    let given = Secret::parse(cx.segment("key"));
    let demo = cx.app().demo.as_ref().ok_or(Failure::NotFound)?;
    match given.is_some_and(|given| given == *demo.secret()) {
        true => Ok(demo),
        false => Err(Failure::NotFound),
    }
}

fn role(t: &Texts, part: Part) -> String {
    match part {
        Part::Municipality(role) => words::member(t, role),
        Part::Company | Part::Region | Part::StateAgency => words::member(t, Role::Contact),
        Part::Agency(role) => words::agency(t, role),
        Part::SecondPublisher => words::agency(t, AgencyRole::Publisher),
    }
}

fn sees(t: &Texts, part: Part) -> String {
    match part {
        Part::Municipality(Role::Contact) => t.demo_municipality_contact(),
        Part::Municipality(Role::Respondent) => t.demo_municipality_respondent(),
        Part::Municipality(Role::Reader) => t.demo_municipality_reader(),
        Part::Company => t.demo_company(),
        Part::Region => t.demo_region(),
        Part::StateAgency => t.demo_state_agency(),
        Part::Agency(AgencyRole::CaseOfficer) => t.demo_case_officer(),
        Part::Agency(AgencyRole::Editor) => t.demo_editor(),
        Part::Agency(AgencyRole::Publisher) => t.demo_publisher(),
        Part::SecondPublisher => t.demo_second_publisher(),
        Part::Agency(AgencyRole::Administrator) => t.demo_administrator(),
    }
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let demo = opened(&cx)?;
    let t = cx.texts();
    let rows = demo.cast().iter().enumerate().map(|(id, character)| {
        let row = Row {
            id,
            role: role(t, character.part),
            sees: sees(t, character.part),
            name: character.name.clone(),
            organisation: character.organisation.clone(),
            email: character.email.clone(),
        };
        (character.part.agency_role().is_some(), row)
    });
    let (agency, organisations): (Vec<_>, Vec<_>) = rows.partition(|(agency, _)| *agency);
    let place = |name, rows: Vec<(bool, Row)>| Place {
        name,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    };
    page(&DemoPage {
        places: [
            place(t.demo_organisations(), organisations),
            place(t.demo_agency(), agency),
        ],
        today: l10n::date(cx.app().now(), cx.lang()),
        layout: frame(&cx),
    })
}

pub(crate) async fn post(cx: Cx, who: Requester, fields: Fields) -> Result<Response, Failure> {
    opened(&cx)?;
    let email = fields.one("vem", LINE_LIMIT).unwrap_or_default();
    let cookie = demo::sign_in(cx.app(), email, &who.device).await?;
    let cookie = cookie.ok_or(Failure::BadForm)?;
    if let Some(session) = &cx.session {
        sessions::sign_out(cx.app(), session).await?;
    }
    let next = cx.path(Page::Overview, &[]);
    Ok(session::signed_in(see_other(&next), &cookie))
}
