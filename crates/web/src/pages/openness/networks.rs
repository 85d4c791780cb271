//! The networks that the organisation is in and is invited to.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use l10n::date;
use service::openness::networks::{self, Network};

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

struct Row {
    name: String,
    purpose: String,
    /// Where it leads; none for an invitation that someone else answers.
    address: Option<String>,
    /// Since when, or until when.
    when: String,
}

#[derive(Template)]
#[template(path = "openness/networks.html")]
struct NetworksPage<'a> {
    layout: Layout<'a>,
    invited: Vec<Row>,
    joined: Vec<Row>,
    /// Where to found one, for whoever may.
    new: Option<String>,
    done: Option<String>,
    home: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let manages = cx.may(Action::ManageOpenness);
    let networks = networks::of_organisation(cx.cx.app(), cx.organisation.id).await?;
    let row = |network: Network, to: Option<Page>, when| Row {
        address: to.map(|page| cx.to(page, &[&network.id.to_string()])),
        name: network.name,
        purpose: network.purpose,
        when,
    };
    let invitation = manages.then_some(Page::NetworkInvitation);
    page(&NetworksPage {
        invited: networks
            .invited
            .into_iter()
            .map(|(network, until)| {
                let when = t.networks_answer_by(date(until, lang));
                row(network, invitation, when)
            })
            .collect(),
        joined: networks
            .joined
            .into_iter()
            .map(|(network, since)| {
                let when = t.networks_since(date(since, lang));
                row(network, Some(Page::Network), when)
            })
            .collect(),
        new: manages.then(|| cx.to(Page::NewNetwork, &[])),
        done: match cx.cx.query("klart").as_deref() {
            Some("lamnat") => Some(t.networks_done_left()),
            Some("stangt") => Some(t.networks_done_closed()),
            Some("nej") => Some(t.networks_done_declined()),
            _ => None,
        },
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
