//! Find an organisation in the register.

use askama::Template;
use axum::response::Response;
use service::organisations::register;

use crate::context::AgencyCx;
use crate::error::{Failure, page};
use crate::forms::LINE_LIMIT;
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Row {
    address: String,
    name: String,
    number: String,
    kind: String,
    joined: bool,
}

#[derive(Template)]
#[template(path = "agency/organisations.html")]
struct OrganisationsPage<'a> {
    layout: Layout<'a>,
    sought: String,
    rows: Vec<Row>,
    home: String,
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let t = cx.cx.texts();
    let sought: String = cx.cx.query("sok").unwrap_or_default();
    let sought: String = sought.chars().take(LINE_LIMIT).collect();
    let found = match sought.trim() {
        "" => Vec::new(),
        text => register::find(cx.cx.app(), text).await?,
    };
    page(&OrganisationsPage {
        rows: found
            .into_iter()
            .map(|organisation| Row {
                address: cx
                    .cx
                    .path(Page::AgencyOrganisation, &[&organisation.public_id]),
                number: organisation
                    .number
                    .map(|number| number.to_string())
                    .unwrap_or_default(),
                kind: organisation
                    .kind
                    .map(|kind| words::kind(t, kind))
                    .unwrap_or_default(),
                joined: organisation.joined,
                name: organisation.name,
            })
            .collect(),
        sought,
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}
