//! Who waits: first contact persons of organisations that join, and appointments that a second
//! person decides.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::organisations::{agency, appoint};
use uuid::Uuid;

use crate::context::AgencyCx;
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::members::who;
use crate::pages::organisation::{reading, refused};
use crate::routes::Page;

struct Application {
    id: String,
    organisation: String,
    number: String,
    who: String,
    registrator: Option<String>,
    at: String,
}

struct Appointment {
    id: String,
    organisation: String,
    email: String,
    reason: String,
    proposed_by: String,
    at: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "agency/applications.html")]
struct ApplicationsPage<'a> {
    layout: Layout<'a>,
    applications: Vec<Application>,
    appointments: Vec<Appointment>,
    done: Option<String>,
    home: String,
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let (app, person) = (cx.cx.app(), cx.session.person);
    let applications = agency::applications(app, person).await.map_err(reading)?;
    let appointments = appoint::open_appointments(app, person)
        .await
        .map_err(reading)?;
    page(&ApplicationsPage {
        applications: applications
            .into_iter()
            .map(|application| Application {
                id: application.membership.to_string(),
                number: application
                    .organisation
                    .number
                    .map(|number| number.to_string())
                    .unwrap_or_default(),
                organisation: application.organisation.name,
                who: who(&application.name, &application.email),
                registrator: application.registrator,
                at: date(application.at, lang),
            })
            .collect(),
        appointments: appointments
            .into_iter()
            .map(|appointment| Appointment {
                id: appointment.id.to_string(),
                organisation: appointment.organisation.name,
                email: appointment.email,
                reason: appointment.reason,
                proposed_by: appointment.proposed_by,
                at: date(appointment.at, lang),
                own: appointment.own,
            })
            .collect(),
        done: match cx.cx.query("klart").as_deref() {
            Some("godkand") => Some(t.applications_done_approved()),
            Some("nekad") => Some(t.applications_done_declined()),
            Some("utsedd") => Some(t.applications_done_appointed()),
            Some("avslagen") => Some(t.applications_done_refused()),
            _ => None,
        },
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let (app, person) = (cx.cx.app(), cx.session.person);
    let here = cx.cx.path(Page::Applications, &[]);
    let id: Uuid = fields
        .one("id", LINE_LIMIT)
        .ok()
        .and_then(|id| id.parse().ok())
        .ok_or(Failure::BadForm)?;
    let (done, outcome) = match fields.one("gor", LINE_LIMIT) {
        Ok("godkann") => ("godkand", agency::approve_first(app, person, id).await),
        Ok("neka") => ("nekad", agency::decline_first(app, person, id).await),
        Ok("utse") => (
            "utsedd",
            appoint::decide(app, person, id, true, cx.cx.lang()).await,
        ),
        Ok("avsla") => (
            "avslagen",
            appoint::decide(app, person, id, false, cx.cx.lang()).await,
        ),
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("{here}?klart={done}"))),
        Err(error) => refused(Layout::of(&cx.cx), error, here),
    }
}
