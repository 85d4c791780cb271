//! Ask to join: which organisations the person's address belongs to, and what asking leads to.
//! There only in a shared service.

use askama::Template;
use axum::response::Response;
use service::organisations::join::{self, Asked, Standing};
use service::settings::Mode;

use super::{reading, refused};
use crate::context::{Cx, PersonCx};
use crate::error::{Failure, page, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "organisation/join.html")]
struct JoinPage<'a> {
    layout: Layout<'a>,
    agency: &'a str,
    next: String,
}

/// How an organisation joins, for anyone who wonders.
pub(crate) async fn about(cx: Cx) -> Result<Response, Failure> {
    let Mode::Shared { agency } = &cx.app().settings.mode else {
        return Err(Failure::NotFound);
    };
    page(&JoinPage {
        agency,
        next: cx.path(Page::JoinOrganisation, &[]),
        layout: Layout::of(&cx),
    })
}

struct Choice {
    id: String,
    name: String,
    number: String,
    /// What the person is there already, in words.
    state: Option<String>,
    pending: bool,
    has_contact: bool,
}

#[derive(Template)]
#[template(path = "organisation/join_organisation.html")]
struct ChoicesPage<'a> {
    layout: Layout<'a>,
    email: &'a str,
    choices: Vec<Choice>,
    /// What was just done: asked the contact persons, asked the agency, or taken back.
    done: Option<String>,
    overview: String,
}

fn shared(cx: &Cx) -> Result<(), Failure> {
    match cx.app().settings.mode {
        Mode::Shared { .. } => Ok(()),
        Mode::Own => Err(Failure::NotFound),
    }
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    shared(&cx.cx)?;
    let t = cx.cx.texts();
    let choices = join::choices(cx.cx.app(), cx.session.person)
        .await
        .map_err(reading)?
        .into_iter()
        .map(|choice| Choice {
            id: choice.organisation.id.to_string(),
            number: choice
                .organisation
                .number
                .map(|number| number.to_string())
                .unwrap_or_default(),
            name: choice.organisation.name,
            pending: choice.standing == Standing::Pending,
            state: match choice.standing {
                Standing::Free => None,
                Standing::Pending => Some(t.overview_pending()),
                Standing::Member(role) => Some(words::member(t, role)),
            },
            has_contact: choice.has_contact,
        })
        .collect();
    page(&ChoicesPage {
        email: &cx.session.email,
        choices,
        done: match cx.cx.query("klart").as_deref() {
            Some("kontakt") => Some(t.join_asked_contacts()),
            Some("myndighet") => Some(t.join_asked_agency()),
            Some("tillbaka") => Some(t.join_taken_back()),
            _ => None,
        },
        overview: cx.cx.path(Page::Overview, &[]),
        layout: Layout::of(&cx.cx),
    })
}

pub(crate) async fn post(cx: PersonCx, fields: Fields) -> Result<Response, Failure> {
    shared(&cx.cx)?;
    let (app, person) = (cx.cx.app(), cx.session.person);
    let here = cx.cx.path(Page::JoinOrganisation, &[]);
    let organisation = fields
        .one("organisation", LINE_LIMIT)
        .ok()
        .and_then(|id| id.parse().ok())
        .ok_or(Failure::BadForm)?;
    let done = match fields.one("gor", LINE_LIMIT) {
        Ok("fraga") => join::ask(app, person, organisation)
            .await
            .map(|asked| match asked {
                Asked::ContactsDecide => "kontakt",
                Asked::AgencyDecides => "myndighet",
            }),
        Ok("ta-tillbaka") => join::take_back(app, person, organisation)
            .await
            .map(|()| "tillbaka"),
        _ => return Err(Failure::BadForm),
    };
    match done {
        Ok(done) => Ok(see_other(&format!("{here}?klart={done}"))),
        Err(error) => refused(Layout::of(&cx.cx), error, here),
    }
}
