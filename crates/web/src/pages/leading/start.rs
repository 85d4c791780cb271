//! Start an organisation's round: from an earlier one, snabbkollen, hela kollen, or one that was tried
//! without an account. A shared purchasing unit also starts rounds for those that let it prepare.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::Stage;
use domain::assessment::Depth;
use l10n::date;
use service::organisations::{self, preparing};
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
use crate::pages::organisation::refused;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

/// How many earlier rounds to choose among.
const EARLIER: usize = 3;
/// What the choice of an earlier round begins with.
const FROM: &str = "fran-";
/// The choice of the organisation itself, among those that a round is started for.
const OWN: &str = "oss";

/// An earlier round to start from.
struct Earlier {
    value: String,
    title: String,
    state: String,
}

/// One that a round can be started for.
struct ForWhom {
    value: String,
    name: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "leading/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    organisation: &'a str,
    earlier: Vec<Earlier>,
    /// The organisation and those that it may prepare for; none if there are none of those.
    for_whom: Vec<ForWhom>,
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

async fn for_whom(cx: &OrgCx) -> Result<Vec<ForWhom>, Failure> {
    let others = preparing::organisations(cx.cx.app(), cx.organisation.id).await?;
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let own = ForWhom {
        value: OWN.to_owned(),
        name: cx.cx.texts().begin_for_own(cx.organisation.name.as_str()),
        checked: true,
    };
    let other = |other: organisations::Listed| ForWhom {
        value: other.id.to_string(),
        name: other.name,
        checked: false,
    };
    Ok([own]
        .into_iter()
        .chain(others.into_iter().map(other))
        .collect())
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
        for_whom: for_whom(cx).await?,
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
    let others: Vec<&str> = fields.all("at").filter(|whom| *whom != OWN).collect();
    let own = fields.all("at").any(|whom| whom == OWN);
    let depth = match fields.one("gor", LINE_LIMIT) {
        Ok("snabb") => Some(Depth::Quick),
        Ok("hela") => Some(Depth::Full),
        _ => None,
    };
    // Nobody is asked for whom where there is nobody else.
    let asked = !preparing::organisations(cx.cx.app(), cx.organisation.id)
        .await?
        .is_empty();
    let (field, fault) = match (fields.one("gor", LINE_LIMIT), depth) {
        _ if asked && !own && others.is_empty() => ("at-oss", t.begin_for_nobody()),
        (Ok(_), None) if !others.is_empty() => ("gor-hela", t.begin_for_others_anew()),
        (Ok(_), Some(depth)) if !others.is_empty() => {
            return begin_for(&cx, depth, &others, own).await;
        }
        (Ok(_), Some(depth)) => {
            let round = begin(&cx, depth).await?;
            return Ok(see_other(&cx.to_round(Page::Lead, round)));
        }
        (Ok("ta-in"), None) => match fields.one("adress", LINE_LIMIT) {
            Ok(address) => match take_in(&cx, address).await? {
                Some(round) => return Ok(see_other(&cx.to_round(Page::Lead, round))),
                None => ("adress", t.begin_no_such_address()),
            },
            Err(fault) => ("adress", message(t, fault)),
        },
        (Ok(other), None) => match begin_from(&cx, other).await? {
            Some(round) => return Ok(see_other(&cx.to_round(Page::LastTime, round))),
            None => ("gor-hela", t.begin_choose()),
        },
        (Err(_), _) => ("gor-hela", t.begin_choose()),
    };
    let mut view = view(&cx).await?;
    view.chosen = fields.shown("gor");
    view.address = fields.shown("adress");
    for whom in &mut view.for_whom {
        whom.checked = fields.all("at").any(|value| value == whom.value);
    }
    view.faults.push(FieldFault {
        field: field.to_owned(),
        message: fault,
    });
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
}

/// Starts a round for each of the others that are chosen, and one of the organisation's own if it
/// is too.
async fn begin_for(
    cx: &OrgCx,
    depth: Depth,
    others: &[&str],
    own: bool,
) -> Result<Response, Failure> {
    let others: Result<Vec<Uuid>, _> = others.iter().map(|id| id.parse()).collect();
    let others = others.map_err(|_| Failure::BadForm)?;
    let (app, person) = (cx.cx.app(), cx.session.person);
    let home = cx.to(Page::Organisation, &[]);
    if let Err(error) = preparing::start(app, person, &cx.organisation, &others, depth).await {
        return refused(Layout::of_organisation(cx), error, home);
    }
    if own {
        begin(cx, depth).await?;
    }
    let count = others.len() + usize::from(own);
    Ok(see_other(&format!("{home}?startade={count}")))
}

async fn begin(cx: &OrgCx, depth: Depth) -> Result<Uuid, Failure> {
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
    Ok(of_organisation::start(app, &start).await?)
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
