//! Once a year a contact person goes through who still belongs.

use askama::Template;
use axum::response::Response;
use l10n::date;
use service::organisations::members;
use uuid::Uuid;

use super::members::who;
use super::{reading, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, see_other};
use crate::forms::Fields;
use crate::layout::Layout;
use crate::routes::Page;
use crate::words;

struct Row {
    id: String,
    who: String,
    role: String,
    seen: String,
}

#[derive(Template)]
#[template(path = "organisation/confirm.html")]
struct ConfirmPage<'a> {
    layout: Layout<'a>,
    rows: Vec<Row>,
    back: String,
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let list = members::list(cx.cx.app(), cx.session.person, cx.organisation.id)
        .await
        .map_err(reading)?;
    page(&ConfirmPage {
        rows: list
            .active
            .into_iter()
            .filter(|member| member.person != cx.session.person)
            .map(|member| Row {
                id: member.id.to_string(),
                who: who(&member.name, &member.email),
                role: words::member(t, member.role),
                seen: date(member.seen_at, lang),
            })
            .collect(),
        back: cx.to(Page::Members, &[]),
        layout: Layout::of_organisation(&cx),
    })
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    if !cx.session.fresh {
        return Err(Failure::StepUp);
    }
    let end: Result<Vec<Uuid>, _> = fields.all("avsluta").map(str::parse).collect();
    let end = end.map_err(|_| Failure::BadForm)?;
    let back = cx.to(Page::Members, &[]);
    match members::confirm(cx.cx.app(), cx.session.person, cx.organisation.id, &end).await {
        Ok(()) => Ok(see_other(&format!("{back}?klart=bekraftade"))),
        Err(error) => refused(Layout::of_organisation(&cx), error, back),
    }
}
