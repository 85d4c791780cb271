//! Start an organisation's round: snabbkollen, hela kollen, or one that was tried without an account.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assessment::Depth;
use service::organisations;
use service::rounds::of_organisation::{self, Start};
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

#[derive(Template)]
#[template(path = "leading/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    organisation: &'a str,
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

fn view(cx: &OrgCx) -> Result<StartPage<'_>, Failure> {
    let counts = &cx.cx.edition()?.counts;
    Ok(StartPage {
        organisation: &cx.organisation.name,
        chosen: String::new(),
        address: String::new(),
        quick: number(counts.quick),
        full: number(counts.questions),
        faults: Vec::new(),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx)?)
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
        _ => ("gor-hela", t.begin_choose()),
    };
    let mut view = view(&cx)?;
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
