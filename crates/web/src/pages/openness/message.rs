//! Write to an organisation that tells how it works towards a goal: says first what it is told of
//! whoever writes.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::Message;
use service::openness::partners::{self, Partner};
use service::openness::{OpennessError, Refusal, messages};
use uuid::Uuid;

use super::{fault, read, refusal, refused};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::members::who;
use crate::pages::round::fields::FieldFault;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "openness/message.html")]
struct MessagePage<'a> {
    layout: Layout<'a>,
    name: String,
    goal: String,
    /// What the partner tells about.
    about: String,
    /// Name and address of whoever writes.
    who: String,
    organisation: &'a str,
    message: String,
    /// What tells a form that is sent twice from two forms.
    form: String,
    faults: Vec<FieldFault>,
    partners: String,
}

impl MessagePage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        fault(&self.faults, field)
    }
}

/// The partner that the address names, and not the organisation itself.
async fn partner(cx: &OrgCx) -> Result<Partner, OpennessError> {
    let (partner, goal) = (cx.cx.segment("partner"), cx.cx.segment("goal"));
    let found = partners::find(cx.cx.app(), partner, goal).await?;
    match found.organisation == cx.organisation.id {
        true => Err(Refusal::Own.into()),
        false => Ok(found),
    }
}

fn view(cx: &OrgCx, partner: Partner, form: Uuid) -> Result<MessagePage<'_>, Failure> {
    let goal = cx.cx.edition()?.goal(&partner.goal);
    let short = goal.map_or("", |goal| goal.short.get(cx.cx.lang()));
    Ok(MessagePage {
        goal: format!("{}. {short}", partner.goal),
        name: partner.name,
        about: partner.about,
        who: who(&cx.session.name, &cx.session.email),
        organisation: &cx.organisation.name,
        message: String::new(),
        form: form.to_string(),
        faults: Vec::new(),
        partners: cx.to(Page::Partners, &[]),
        layout: Layout::of_organisation(cx),
    })
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    match partner(&cx).await {
        Ok(partner) => page(&view(&cx, partner, cx.cx.app().id())?),
        Err(error) => refused(&cx, error, Page::Partners),
    }
}

pub(crate) async fn post(cx: OrgCx, fields: Fields) -> Result<Response, Failure> {
    let partner = match partner(&cx).await {
        Ok(partner) => partner,
        Err(error) => return refused(&cx, error, Page::Partners),
    };
    let form = fields.one("formular", LINE_LIMIT).ok();
    let form: Uuid = form
        .and_then(|form| form.parse().ok())
        .ok_or(Failure::BadForm)?;
    let t = cx.cx.texts();
    let message = match read::<Message>(t, &fields, "meddelande", t.write_message()) {
        Ok(message) => message,
        Err(fault) => {
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            return mend(&cx, partner, form, &fields, fault, wrong);
        }
    };
    let sender = (cx.session.person, cx.organisation.id);
    let (to, goal) = (partner.public_id.clone(), partner.goal.clone());
    match messages::write(cx.cx.app(), sender, &to, &goal, &message, form).await {
        Ok(()) => {
            let there = cx.to(Page::Partners, &[]);
            Ok(see_other(&format!("{there}?klart=skickat")))
        }
        Err(OpennessError::Refused(Refusal::TooMany)) => {
            let fault = FieldFault {
                field: "meddelande".to_owned(),
                message: refusal(t, cx.cx.lang(), Refusal::TooMany),
            };
            let status = StatusCode::TOO_MANY_REQUESTS;
            mend(&cx, partner, form, &fields, fault, status)
        }
        Err(error) => refused(&cx, error, Page::Partners),
    }
}

/// The page with what was written, and what is wrong with it.
fn mend(
    cx: &OrgCx,
    partner: Partner,
    form: Uuid,
    fields: &Fields,
    fault: FieldFault,
    status: StatusCode,
) -> Result<Response, Failure> {
    let page = MessagePage {
        message: fields.shown("meddelande"),
        faults: vec![fault],
        ..view(cx, partner, form)?
    };
    page_with(status, &page)
}
