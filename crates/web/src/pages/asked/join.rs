//! What a common address or its QR code leads to: a voice and a svarslänk of one's own.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::{Action, Stage, can};
use l10n::day;
use service::organisations::{self, Organisation};
use service::rounds::respondents::{self, Joined, Welcome};
use service::secrets::Secret;

use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::{Door, Page, fill, route};
use crate::session::Requester;

#[derive(Template)]
#[template(path = "asked/join.html")]
struct JoinPage<'a> {
    layout: Layout<'a>,
    organisation: String,
    questions: u32,
    answer_by: Option<String>,
    /// Signed in, and may answer for the organisation.
    member: Option<String>,
    name: String,
    faults: Vec<FieldFault>,
}

/// What the address leads to.
struct Found {
    secret: Secret,
    welcome: Welcome,
    organisation: Organisation,
    /// Whoever is signed in may answer here.
    member: bool,
}

async fn find(cx: &Cx) -> Result<Found, Failure> {
    let secret = Secret::parse(cx.segment("key")).ok_or(Failure::NoSuchRound)?;
    let welcome = respondents::welcome(cx.app(), &secret).await?;
    let welcome = welcome.ok_or(Failure::NoSuchRound)?;
    if welcome.stage != Stage::Answering {
        return Err(Failure::Closed);
    }
    let organisation = organisations::by_id(cx.app(), welcome.organisation).await?;
    let organisation = organisation.ok_or(Failure::NoSuchRound)?;
    let member = match &cx.session {
        Some(session) => {
            let actors = organisations::actors(cx.app(), session.person, organisation.id).await?;
            let stage = Some(welcome.stage);
            actors
                .iter()
                .any(|actor| can(*actor, Action::Answer, stage))
        }
        None => false,
    };
    Ok(Found {
        secret,
        welcome,
        organisation,
        member,
    })
}

fn view<'a>(cx: &'a Cx, found: &Found) -> JoinPage<'a> {
    let session = cx.session.as_ref().filter(|_| found.member);
    JoinPage {
        organisation: found.organisation.name.clone(),
        questions: u32::try_from(found.welcome.questions).unwrap_or(u32::MAX),
        answer_by: found
            .welcome
            .answer_by
            .as_ref()
            .map(|at| day(at, cx.lang())),
        member: session.map(|session| match session.name.as_str() {
            "" => session.email.clone(),
            name => name.to_owned(),
        }),
        name: String::new(),
        faults: Vec::new(),
        layout: Layout::of(cx),
    }
}

/// A member's own answers.
fn of_member(cx: &Cx, found: &Found) -> String {
    let pattern = route(Page::Home).pattern(cx.lang(), Door::Member);
    let round = found.welcome.round.to_string();
    fill(&pattern, &[&found.organisation.public_id, &round])
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let found = find(&cx).await?;
    if let Some(session) = cx.session.as_ref().filter(|_| found.member)
        && respondents::answers(cx.app(), found.welcome.round, session.person).await?
    {
        return Ok(see_other(&of_member(&cx, &found)));
    }
    page(&view(&cx, &found))
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    let found = find(&cx).await?;
    if let Some(session) = cx.session.as_ref().filter(|_| found.member) {
        respondents::join_as_member(cx.app(), &found.welcome, session.person).await?;
        return Ok(see_other(&of_member(&cx, &found)));
    }
    let name = match fields.one("namn", LINE_LIMIT) {
        Ok(name) => name.trim(),
        Err(fault) => {
            let mut view = view(&cx, &found);
            view.name = fields.shown("namn");
            view.faults.push(FieldFault {
                field: "namn".to_owned(),
                message: message(cx.texts(), fault),
            });
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &view);
        }
    };
    let from = requester.address;
    let (secret, welcome) = (&found.secret, &found.welcome);
    match respondents::join(cx.app(), secret, welcome, name, cx.lang(), from).await? {
        Joined::As(own) => {
            let pattern = route(Page::OwnAddress).pattern(cx.lang(), Door::Guest);
            Ok(see_other(&fill(&pattern, &[&own.text()])))
        }
        Joined::TooMany => Err(Failure::TooMany),
    }
}
