//! What readers said about one thing, and telling everybody what was done about it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::openness::TextFault;
use l10n::date;
use service::feedback::{self, ReplyText};

use crate::context::AgencyCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::organisation::{reading, refused};
use crate::pages::public::replies::{Told, told};
use crate::pages::public::subject::Subject;
use crate::pages::round::fields::{FieldFault, message};
use crate::routes::Page;

struct Said {
    when: String,
    edition: String,
    useful: Option<bool>,
    text: String,
}

#[derive(Template)]
#[template(path = "agency/opinion.html")]
struct OpinionPage<'a> {
    layout: Layout<'a>,
    name: String,
    address: Option<String>,
    said: Vec<Said>,
    told: Vec<Told>,
    sv: String,
    en: String,
    done: bool,
    faults: Vec<FieldFault>,
    all: String,
}

impl OpinionPage<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.message)
    }
}

/// What the address is about.
fn subject(cx: &AgencyCx) -> Result<Subject, Failure> {
    Subject::parse(&cx.cx, cx.cx.segment("about")).ok_or(Failure::NotFound)
}

async fn view<'a>(cx: &'a AgencyCx, subject: &Subject) -> Result<OpinionPage<'a>, Failure> {
    let (app, code) = (cx.cx.app(), subject.code());
    let texts = feedback::texts(app, cx.session.person, &code)
        .await
        .map_err(reading)?;
    let replies = feedback::replies_about(app, &code).await?;
    Ok(OpinionPage {
        name: subject.name(&cx.cx),
        address: subject.address(&cx.cx),
        said: texts
            .into_iter()
            .map(|row| Said {
                when: date(row.at, cx.cx.lang()),
                edition: row.edition.unwrap_or_default(),
                useful: row.useful,
                text: row.text.unwrap_or_default(),
            })
            .collect(),
        told: replies
            .iter()
            .filter_map(|reply| told(&cx.cx, reply))
            .collect(),
        sv: String::new(),
        en: String::new(),
        done: cx.cx.query("klart").is_some(),
        faults: Vec::new(),
        all: cx.cx.path(Page::Opinions, &[]),
        layout: Layout::of(&cx.cx),
    })
}

pub(crate) async fn get(cx: AgencyCx) -> Result<Response, Failure> {
    let subject = subject(&cx)?;
    page(&view(&cx, &subject).await?)
}

pub(crate) async fn post(cx: AgencyCx, fields: Fields) -> Result<Response, Failure> {
    let (t, subject) = (cx.cx.texts(), subject(&cx)?);
    let mut faults = Vec::new();
    let mut text = |field: &str| {
        let read = fields
            .one(field, TEXT_LIMIT)
            .map_err(|wrong| message(t, wrong))
            .and_then(|text| {
                ReplyText::try_from(text).map_err(|wrong| match wrong {
                    TextFault::Empty => t.opinion_fault_empty(),
                    TextFault::TooLong(longest) => message(t, Fault::TooLong(longest)),
                })
            });
        let field = field.to_owned();
        read.map_err(|message| faults.push(FieldFault { field, message }))
    };
    let (sv, en) = (text("sv"), text("en"));
    let (Ok(sv), Ok(en)) = (sv, en) else {
        let page = OpinionPage {
            sv: fields.shown("sv"),
            en: fields.shown("en"),
            faults,
            ..view(&cx, &subject).await?
        };
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let here = cx.cx.path(Page::Opinion, &[&subject.code()]);
    match feedback::reply(cx.cx.app(), cx.session.person, &subject.code(), &sv, &en).await {
        Ok(()) => Ok(see_other(&format!("{here}?klart=ja"))),
        Err(error) => refused(Layout::of(&cx.cx), error, here),
    }
}
