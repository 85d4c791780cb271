//! What was done about what readers said, for everybody.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::feedback::{self, Reply};

use super::pick;
use super::subject::Subject;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;

/// What was done, with what it is about and where that is.
pub(crate) struct Told {
    name: String,
    address: Option<String>,
    when: String,
    text: String,
}

#[derive(Template)]
#[template(path = "public/replies.html")]
struct RepliesPage<'a> {
    layout: Layout<'a>,
    told: Vec<Told>,
}

/// What was done about one thing; none for what is no longer there.
pub(crate) fn told(cx: &Cx, reply: &Reply) -> Option<Told> {
    let subject = Subject::parse(cx, &reply.about)?;
    Some(Told {
        name: subject.name(cx),
        address: subject.address(cx),
        when: date(reply.at, cx.lang()),
        text: pick(cx.lang(), &reply.sv, &reply.en).to_owned(),
    })
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let replies = feedback::replies(cx.app()).await?;
    page(&RepliesPage {
        told: replies.iter().filter_map(|reply| told(&cx, reply)).collect(),
        layout: Layout::of(&cx),
    })
}
