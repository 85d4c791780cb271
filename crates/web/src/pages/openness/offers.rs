//! Choose to tell how one works towards a goal, and take it back: says first what is seen.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::{About, TextFault};
use service::openness::partners::{self, OwnOffer};
use service::openness::{OpennessError, Refusal};

use super::{fault, nothing_to_show, refusal, refused, too_long};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

struct Goal {
    id: String,
    title: String,
    /// What is shown, would be, or why nothing can be.
    state: String,
    /// Whether it can be chosen.
    can: bool,
    offered: bool,
    about: String,
}

#[derive(Template)]
#[template(path = "openness/offers.html")]
struct OffersPage<'a> {
    layout: Layout<'a>,
    goals: Vec<Goal>,
    done: Option<String>,
    faults: Vec<FieldFault>,
    partners: String,
}

impl OffersPage<'_> {
    fn fault(&self, goal: &str) -> Option<&str> {
        fault(&self.faults, &field(goal))
    }
}

/// The id of a goal's text.
fn field(goal: &str) -> String {
    format!("om-{goal}")
}

fn goal(cx: &OrgCx, own: OwnOffer) -> Option<Goal> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let goal = cx.cx.edition().ok()?.goal(&own.goal)?;
    let offered = own.about.is_some();
    let state = match own.level {
        Ok(level) => {
            let name = cx.cx.app().content.level_name(level, lang);
            match offered {
                true => t.tell_shown(level.number(), name),
                false => t.tell_would_show(level.number(), name),
            }
        }
        Err(nothing) => nothing_to_show(t, lang, nothing),
    };
    Some(Goal {
        title: format!("{}. {}", goal.id, goal.short.get(lang)),
        state,
        can: own.level.is_ok(),
        offered,
        about: own.about.unwrap_or_default(),
        id: own.goal,
    })
}

async fn view(cx: &OrgCx) -> Result<OffersPage<'_>, Failure> {
    let t = cx.cx.texts();
    let own = partners::own(cx.cx.app(), cx.organisation.id).await?;
    Ok(OffersPage {
        goals: own.into_iter().filter_map(|own| goal(cx, own)).collect(),
        done: match cx.cx.query("klart").as_deref() {
            Some("visas") => Some(t.tell_done_offered()),
            Some("slut") => Some(t.tell_done_ended()),
            _ => None,
        },
        faults: Vec::new(),
        partners: cx.to(Page::Partners, &[]),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx).await?)
}

/// What was written about a goal; nothing if that is empty.
fn about(cx: &OrgCx, fields: &Fields) -> Result<Option<About>, String> {
    let t = cx.cx.texts();
    let text = fields
        .one("om", TEXT_LIMIT)
        .map_err(|fault| message(t, fault))?;
    match About::try_from(text) {
        Ok(about) => Ok(Some(about)),
        Err(TextFault::Empty) => Ok(None),
        Err(TextFault::TooLong(longest)) => Err(too_long(t, longest)),
    }
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    let goal = fields
        .one("mal", LINE_LIMIT)
        .map_err(|_| Failure::BadForm)?;
    let (done, outcome) = match fields.one("gor", LINE_LIMIT) {
        Ok("visa") => match about(&cx, &fields) {
            Ok(about) => {
                let offered =
                    partners::offer(app, person, organisation, goal, about.as_ref()).await;
                ("visas", offered)
            }
            Err(fault) => {
                let wrong = StatusCode::UNPROCESSABLE_ENTITY;
                return mend(&cx, &fields, goal, fault, wrong).await;
            }
        },
        Ok("sluta") => ("slut", partners::end(app, person, organisation, goal).await),
        _ => return Err(Failure::BadForm),
    };
    match outcome {
        Ok(()) => {
            let here = cx.to(Page::PartnerOffers, &[]);
            Ok(see_other(&format!("{here}?klart={done}#mal-{goal}")))
        }
        // Somebody else, or the first of two clicks, took it back.
        Err(OpennessError::Refused(Refusal::NoOffer)) => {
            let here = cx.to(Page::PartnerOffers, &[]);
            Ok(see_other(&format!("{here}?klart={done}")))
        }
        Err(OpennessError::Refused(why @ (Refusal::NothingToShow(_) | Refusal::Changed))) => {
            let fault = refusal(cx.cx.texts(), cx.cx.lang(), why);
            mend(&cx, &fields, goal, fault, StatusCode::CONFLICT).await
        }
        Err(error) => refused(&cx, error, Page::PartnerOffers),
    }
}

/// The page with what was written about a goal, and what is wrong with it.
async fn mend(
    cx: &OrgCx,
    fields: &Fields,
    goal: &str,
    message: String,
    status: StatusCode,
) -> Result<Response, Failure> {
    let mut page = view(cx).await?;
    let mut goals = page.goals.iter_mut();
    let Some(shown) = goals.find(|shown| shown.id == goal) else {
        return Err(Failure::BadForm);
    };
    shown.about = fields.shown("om");
    page.faults = vec![FieldFault {
        // There is no field for what cannot be chosen.
        field: match shown.can {
            true => field(goal),
            false => format!("mal-{goal}"),
        },
        message,
    }];
    page_with(status, &page)
}
