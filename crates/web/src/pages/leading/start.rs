//! Start an organisation's round: from an earlier one, snabbkollen, hela kollen, or one that was tried
//! without an account.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Stage;
use domain::assessment::Depth;
use l10n::date;
use service::organisations;
use service::rounds::listing::Listed;
use service::rounds::of_organisation::{self, Start};
use service::rounds::previous;
use service::rounds::{self, Facts};
use service::secrets::Secret;
use uuid::Uuid;

use super::number;
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// How many earlier rounds to choose among.
const EARLIER: usize = 3;
/// What the choice of an earlier round begins with.
const FROM: &str = "fran-";

/// An earlier round to start from.
struct Earlier {
    value: String,
    title: String,
    state: String,
}

#[derive(Template)]
#[template(path = "leading/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    organisation: &'a str,
    earlier: Vec<Earlier>,
    chosen: String,
    address: String,
    quick: u32,
    full: u32,
    faults: Vec<FieldFault>,
}

impl StartPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let found = self.faults.iter().find(|fault| fault.field == field);
        found.map(|fault| fault.message.as_str())
    }
}

fn earlier(cx: &OrgCx, round: &Listed) -> Earlier {
    let t = cx.cx.texts();
    let day = date(round.created_at, cx.cx.lang());
    Earlier {
        value: format!("{FROM}{}", round.id),
        title: t.begin_from(day.as_str()),
        state: match round.stage {
            Stage::Answering | Stage::Agreeing => t.begin_from_agreed(),
            Stage::Submitted => t.begin_from_submitted(),
            Stage::Withdrawn => t.begin_from_withdrawn(),
        },
    }
}

async fn view(cx: &OrgCx) -> Result<StartPage<'_>, Failure> {
    let counts = &cx.cx.edition()?.counts;
    let rounds = previous::earlier(cx.cx.app(), &cx.organisation).await?;
    let earlier: Vec<_> = rounds
        .iter()
        .take(EARLIER)
        .map(|round| earlier(cx, round))
        .collect();
    Ok(StartPage {
        organisation: &cx.organisation.name,
        chosen: earlier
            .first()
            .map_or_else(String::new, |first| first.value.clone()),
        earlier,
        address: String::new(),
        quick: number(counts.quick),
        full: number(counts.questions),
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let (field, fault) = match fields.one("gor", LINE_LIMIT) {
        Ok("snabb") => return begin(&cx, Depth::Quick).await,
        Ok("hela") => return begin(&cx, Depth::Full).await,
        Ok("ta-in") => match fields.one("adress", LINE_LIMIT) {
            Ok(address) => match take_in(&cx, address).await? {
                Some(round) => return Ok(see_other(&cx.to_round(Page::Lead, round))),
                None => ("adress", t.begin_no_such_address()),
            },
            Err(fault) => ("adress", message(t, fault)),
        },
        Ok(other) => match begin_from(&cx, other).await? {
            Some(round) => return Ok(see_other(&cx.to_round(Page::LastTime, round))),
            None => ("gor-hela", t.begin_choose()),
        },
        Err(_) => ("gor-hela", t.begin_choose()),
    };
    let mut view = view(&cx).await?;
    view.chosen = fields.shown("gor");
    view.address = fields.shown("adress");
    view.faults.push(FieldFault {
        field: field.to_owned(),
        message: fault,
    });
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
}

async fn begin(cx: &OrgCx, depth: Depth) -> Result<Response, Failure> {
    let app = cx.cx.app();
    let start = Start {
        organisation: cx.organisation.id,
        by: cx.session.person,
        edition: app.content.current.clone(),
        depth,
        facts: Facts {
            name: Some(cx.organisation.name.clone()),
            kind: organisations::kind(app, cx.organisation.id).await?,
            ..Facts::default()
        },
        said: BTreeMap::new(),
        previous: None,
        prepared_by: None,
    };
    let round = of_organisation::start(app, &start).await?;
    Ok(see_other(&cx.to_round(Page::Lead, round)))
}

/// Starts a round from the earlier one that was chosen. `None` if none was, or if it is not one of
/// the organisation's.
async fn begin_from(cx: &OrgCx, chosen: &str) -> Result<Option<Uuid>, Failure> {
    let Some(from) = chosen.strip_prefix(FROM).and_then(|id| id.parse().ok()) else {
        return Ok(None);
    };
    let (person, organisation) = (cx.session.person, cx.organisation.id);
    Ok(previous::start_next(cx.cx.app(), person, organisation, from).await?)
}

/// Takes in the round of a secret address, written in any of the ways an address can be.
async fn take_in(cx: &OrgCx, address: &str) -> Result<Option<Uuid>, Failure> {
    let app = cx.cx.app();
    let mut parts = address.trim().split(['/', '?', '#']);
    let Some(secret) = parts.find_map(Secret::parse) else {
        return Ok(None);
    };
    let (organisation, person) = (cx.organisation.id, cx.session.person);
    let Some(id) = of_organisation::take_in(app, &secret, organisation, person).await? else {
        return Ok(None);
    };
    let kind = organisations::kind(app, organisation).await?;
    if let Some(round) = of_organisation::open_agreed(app, id).await? {
        rounds::change_facts(app, &round, |facts| {
            facts.name = Some(cx.organisation.name.clone());
            facts.kind = kind.or(facts.kind);
        })
        .await?;
    }
    Ok(Some(id))
}
