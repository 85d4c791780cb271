//! The agency's first page: what waits, and the ways on.

use askama::Template;
use axum::response::Response;
use domain::account::{Action, can};
use service::organisations::{agency, appoint};

use crate::context::AgencyCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::organisation::reading;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "agency/home.html")]
struct HomePage<'a> {
    layout: Layout<'a>,
    /// Applications and appointments that wait; `None` for whoever does not handle them.
    waiting: Option<u32>,
    links: Vec<(String, String)>,
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let (app, person) = (cx.cx.app(), cx.session.person);
    let may = |action| cx.actors.iter().any(|actor| can(*actor, action, None));
    let handles = may(Action::HandleOrganisations);
    let waiting = if handles {
        let applications = agency::applications(app, person).await.map_err(reading)?;
        let appointments = appoint::open_appointments(app, person)
            .await
            .map_err(reading)?;
        Some(u32::try_from(applications.len() + appointments.len()).unwrap_or(u32::MAX))
    } else {
        None
    };
    let link = |may: bool, page, text: String| may.then(|| (cx.cx.path(page, &[]), text));
    page(&HomePage {
        waiting,
        links: [
            link(handles, Page::Applications, t.agency_link_applications()),
            link(handles, Page::Organisations, t.agency_link_organisations()),
            link(
                may(Action::PublishReleases),
                Page::Waves,
                t.agency_link_waves(),
            ),
            link(
                may(Action::ReadFeedback),
                Page::Opinions,
                t.opinions_title(),
            ),
            link(
                may(Action::ManageAgency),
                Page::AgencyPeople,
                t.agency_link_people(),
            ),
            link(
                may(Action::ReadAgencyLog),
                Page::AgencyLog,
                t.agency_link_log(),
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
        layout: Layout::of(&cx.cx),
    })
}
