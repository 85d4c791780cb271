//! What readers said of questions, tips, articles and pages, counted by edition.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::feedback;

use crate::context::AgencyCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::pages::organisation::reading;
use crate::pages::public::subject::Subject;
use crate::routes::Page;

struct Row {
    name: String,
    address: String,
    edition: String,
    useful: i64,
    not_useful: i64,
    texts: i64,
    latest: String,
}

#[derive(Template)]
#[template(path = "agency/opinions.html")]
struct OpinionsPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    home: String,
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let counted = feedback::counted(cx.cx.app(), cx.session.person)
        .await
        .map_err(reading)?;
    let row = |count: feedback::Count| Row {
        // What is no longer there is known by its code.
        name: Subject::parse(&cx.cx, &count.about)
            .map_or_else(|| count.about.clone(), |subject| subject.name(&cx.cx)),
        address: cx.cx.path(Page::Opinion, &[&count.about]),
        edition: count.edition.unwrap_or_default(),
        useful: count.useful,
        not_useful: count.not_useful,
        texts: count.texts,
        latest: date(count.latest, cx.cx.lang()),
    };
    page(&OpinionsPage {
        rows: counted.into_iter().map(row).collect(),
        home: cx.cx.path(Page::Agency, &[]),
        layout: Layout::of(&cx.cx),
    })
}
