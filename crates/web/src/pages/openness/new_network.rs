//! Found a network: says first what becomes visible to those who join it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::{NetworkName, Purpose};
use service::openness::{OpennessError, Refusal, networks};

use super::{fault, read, refusal, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "openness/new_network.html")]
struct NewNetworkPage<'a> {
    layout: Layout<'a>,
    name: String,
    purpose: String,
    faults: Vec<FieldFault>,
    networks: String,
}

impl NewNetworkPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        fault(&self.faults, field)
    }
}

fn view<'a>(cx: &'a OrgCx, fields: &Fields, faults: Vec<FieldFault>) -> NewNetworkPage<'a> {
    NewNetworkPage {
        name: fields.shown("namn"),
        purpose: fields.shown("syfte"),
        faults,
        networks: cx.to(Page::Networks, &[]),
        layout: Layout::of_organisation(cx),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    page(&view(&cx, &Fields::default(), Vec::new()))
}

/// Name and purpose as they were sent, or everything that is wrong with them.
pub(super) fn named(
    cx: &OrgCx,
    fields: &Fields,
) -> Result<(NetworkName, Purpose), Vec<FieldFault>> {
    let t = cx.cx.texts();
    let name = read::<NetworkName>(t, fields, "namn", t.network_name());
    let purpose = read::<Purpose>(t, fields, "syfte", t.network_purpose());
    match (name, purpose) {
        (Ok(name), Ok(purpose)) => Ok((name, purpose)),
        (name, purpose) => Err(name.err().into_iter().chain(purpose.err()).collect()),
    }
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let (name, purpose) = match named(&cx, &fields) {
        Ok(named) => named,
        Err(faults) => {
            return page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &view(&cx, &fields, faults),
            );
        }
    };
    let (app, person, organisation) = (cx.cx.app(), cx.session.person, cx.organisation.id);
    match networks::found(app, person, organisation, &name, &purpose).await {
        Ok(network) => {
            let there = cx.to(Page::Network, &[&network.to_string()]);
            Ok(see_other(&format!("{there}?klart=startat")))
        }
        Err(OpennessError::Refused(why @ (Refusal::SameName | Refusal::TooMany))) => {
            let faults = vec![FieldFault {
                field: "namn".to_owned(),
                message: refusal(cx.cx.texts(), cx.cx.lang(), why),
            }];
            page_with(StatusCode::CONFLICT, &view(&cx, &fields, faults))
        }
        Err(error) => refused(&cx, error, Page::Networks),
    }
}
