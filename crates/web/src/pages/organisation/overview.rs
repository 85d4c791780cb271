//! The organisations that whoever is signed in belongs to.

use askama::Template;
use axum::response::Response;
use service::organisations::{agency, members};
use service::settings::Mode;

use crate::context::PersonCx;
use crate::error::{Failure, page, see_other};
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Row {
    name: String,
    /// Where it leads; `None` while someone there has not yet approved.
    address: Option<String>,
    role: String,
}

#[derive(Template)]
#[template(path = "organisation/overview.html")]
struct OverviewPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    /// Where to ask to join, in a shared service.
    join: Option<String>,
    account: String,
    /// What was just done, so that the page can say so.
    left: bool,
}

pub(crate) async fn get(cx: PersonCx) -> Result<Response, Failure> {
    let app = cx.cx.app();
    let person = cx.session.person;
    let shared = app.settings.mode != Mode::Own;
    if shared && !agency::roles(app, person).await?.is_empty() {
        return Ok(see_other(&cx.cx.path(Page::Agency, &[])));
    }
    let belongings = members::of_person(app, person).await?;
    let left = cx.cx.query("lamnat").is_some();
    if let [only] = belongings.as_slice()
        && !only.pending
        && !left
    {
        let address = cx
            .cx
            .path(Page::Organisation, &[&only.organisation.public_id]);
        return Ok(see_other(&address));
    }
    let t = cx.cx.texts();
    let rows = belongings
        .into_iter()
        .map(|belonging| Row {
            address: (!belonging.pending).then(|| {
                cx.cx
                    .path(Page::Organisation, &[&belonging.organisation.public_id])
            }),
            role: if belonging.pending {
                t.overview_pending()
            } else {
                words::member(t, belonging.role)
            },
            name: belonging.organisation.name,
        })
        .collect();
    page(&OverviewPage {
        rows,
        join: shared.then(|| cx.cx.path(Page::JoinOrganisation, &[])),
        account: cx.cx.path(Page::Account, &[]),
        left,
        layout: Layout::of(&cx.cx),
    })
}
