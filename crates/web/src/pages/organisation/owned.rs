//! The organisations that one owns, and what each has handed in. Drafts are not among it.

use askama::Template;
use axum::response::Response;
use domain::organisation::OrganisationNumber;
use l10n::date;
use service::organisations::{Listed, register};
use service::submissions;

use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

/// A submission to read.
struct Submitted {
    reference: String,
    on: String,
    result: String,
    decision: String,
}

struct Company {
    name: String,
    number: Option<OrganisationNumber>,
    submitted: Vec<Submitted>,
}

#[derive(Template)]
#[template(path = "organisation/owned.html")]
struct OwnedPage<'a> {
    layout: Layout<'a>,
    companies: Vec<Company>,
    home: String,
}

async fn company(cx: &OrgCx, listed: Listed) -> Result<Company, Failure> {
    let handed_in = submissions::of_organisation(cx.cx.app(), listed.id).await?;
    let to = |page, round| cx.cx.round_path(page, &listed.public_id, round);
    Ok(Company {
        // A result that was withdrawn is no longer theirs to show.
        submitted: handed_in
            .into_iter()
            .rev()
            .filter(|receipt| receipt.withdrawn.is_none())
            .map(|receipt| Submitted {
                on: date(receipt.at, cx.cx.lang()),
                result: to(Page::Result, receipt.round),
                decision: to(Page::Decision, receipt.round),
                reference: receipt.reference,
            })
            .collect(),
        name: listed.name,
        number: listed.number,
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let mut companies = Vec::new();
    for listed in register::owned(cx.cx.app(), cx.organisation.id).await? {
        companies.push(company(&cx, listed).await?);
    }
    page(&OwnedPage {
        companies,
        home: cx.to(Page::Organisation, &[]),
        layout: Layout::of_organisation(&cx),
    })
}
