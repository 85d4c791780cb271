//! "Var det här begripligt och användbart?": no account, no personal data, safe from spam.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use service::feedback::{self, Opinion};

use super::subject::{Part, Subject};
use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, message};
use crate::session::Requester;

/// Ids of the form's first field and of its text, where errors lead.
const FIRST: &str = "svar-ja";
const TEXT: &str = "text";

#[derive(Template)]
#[template(path = "public/feedback.html")]
struct FeedbackPage<'a> {
    layout: Layout<'a>,
    /// Whether an opinion was just stored, and more words can be added.
    thanks: bool,
    code: String,
    name: String,
    /// The page that the opinion is about, where there is a way back.
    back: Option<String>,
    /// The parts of a question; empty for everything else.
    parts: Vec<Choice>,
    answer: String,
    text: String,
    faults: Vec<FieldFault>,
}

struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

impl<'a> FeedbackPage<'a> {
    fn new(cx: &'a Cx, subject: &Subject) -> Self {
        let mut layout = Layout::of(cx);
        layout.about = None;
        let choice = |part: Part, chosen: Part| Choice {
            value: part.code(),
            text: part.name(cx.texts()),
            chosen: part == chosen,
        };
        let (code, parts) = match subject {
            Subject::Question(id, chosen) => (
                Subject::Question(id.clone(), Part::Whole).code(),
                Part::ALL.map(|part| choice(part, *chosen)).into(),
            ),
            other => (other.code(), Vec::new()),
        };
        FeedbackPage {
            layout,
            thanks: false,
            code,
            name: subject.name(cx),
            back: subject.address(cx),
            parts,
            answer: String::new(),
            text: String::new(),
            faults: Vec::new(),
        }
    }
}

impl FeedbackPage<'_> {
    fn title(&self) -> String {
        match self.thanks {
            true => self.layout.t.feedback_thanks_title(),
            false => self.layout.t.feedback_title(),
        }
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == field)
    }
}

/// What the form said, or what is wrong with it.
struct Sent {
    subject: Subject,
    useful: Option<bool>,
    text: Option<String>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let about = cx.query("om").unwrap_or_default();
    let subject = Subject::parse(&cx, &about).unwrap_or(Subject::Service);
    page(&FeedbackPage {
        thanks: cx.query("tack").is_some(),
        ..FeedbackPage::new(&cx, &subject)
    })
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    fields: Fields,
) -> Result<Response, Failure> {
    // Only a program fills the field that people are told to leave empty. It is thanked, and
    // nothing is stored.
    let trapped = fields.all("webbplats").any(|value| !value.is_empty());
    let sent = match read(&cx, &fields) {
        Ok(sent) => sent,
        Err(_) if trapped => return Ok(thanks(&cx, &Subject::Service)),
        Err(faults) => return mend(&cx, &fields, faults),
    };
    let subject = sent.subject;
    if !trapped {
        let opinion = Opinion {
            about: subject.code(),
            useful: sent.useful,
            text: sent.text,
            edition: subject.edition(&cx),
            lang: cx.lang(),
        };
        if !feedback::leave(cx.app(), opinion, requester.address).await? {
            return Err(Failure::TooMany);
        }
    }
    Ok(thanks(&cx, &subject))
}

fn thanks(cx: &Cx, subject: &Subject) -> Response {
    see_other(&format!("{}&tack=1", subject.form_address(cx)))
}

/// The subject as sent: a code, and for a question the part chosen beside it.
fn subject(cx: &Cx, fields: &Fields) -> Result<Subject, Fault> {
    let code = fields.one("om", LINE_LIMIT)?;
    let subject = Subject::parse(cx, code).ok_or(Fault::Unknown)?;
    let part = fields.one("del", LINE_LIMIT)?;
    let part = Part::parse(part).ok_or(Fault::Unknown)?;
    match subject {
        Subject::Question(id, Part::Whole) => Ok(Subject::Question(id, part)),
        other if part == Part::Whole => Ok(other),
        _ => Err(Fault::Unknown),
    }
}

fn read(cx: &Cx, fields: &Fields) -> Result<Sent, Vec<FieldFault>> {
    let t = cx.texts();
    let mut faults = Vec::new();
    let mut fault = |field: &str, message: String| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message,
        });
    };
    let subject = subject(cx, fields)
        .map_err(|_| fault(TEXT, t.feedback_unknown()))
        .ok();
    let useful = fields
        .one("svar", LINE_LIMIT)
        .and_then(|answer| match answer {
            "" => Ok(None),
            "ja" => Ok(Some(true)),
            "nej" => Ok(Some(false)),
            _ => Err(Fault::Unknown),
        })
        .map_err(|wrong| fault(FIRST, message(t, wrong)))
        .ok();
    let text = fields
        .one(TEXT, TEXT_LIMIT)
        .map(|text| text.trim().replace("\r\n", "\n"))
        .map_err(|wrong| fault(TEXT, message(t, wrong)))
        .ok();
    if useful == Some(None) && text.as_deref() == Some("") {
        fault(FIRST, t.feedback_empty());
    }
    match (subject, useful, text) {
        (Some(subject), Some(useful), Some(text)) if faults.is_empty() => Ok(Sent {
            subject,
            useful,
            text: (!text.is_empty()).then_some(text),
        }),
        _ => Err(faults),
    }
}

/// The form again, with everything that was written in it.
fn mend(cx: &Cx, fields: &Fields, faults: Vec<FieldFault>) -> Result<Response, Failure> {
    let subject = subject(cx, fields).unwrap_or(Subject::Service);
    page_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &FeedbackPage {
            answer: fields.shown("svar"),
            text: fields.shown(TEXT),
            faults,
            ..FeedbackPage::new(cx, &subject)
        },
    )
}
