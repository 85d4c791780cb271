//! A form to fill in elsewhere: fetched as Excel or Word, and the Excel file loaded back into one's
//! own answers, after a page that shows what changes.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Multipart;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::instrument::{Edition, Place, Question};
use report::form::{self, Filled, FilledForm, FormError};
use service::rounds::Latest;

use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, TEXT_LIMIT};
use crate::layout::Layout;
use crate::pages::round::fields::{FieldFault, in_words, value};
use crate::pages::round::late::Late;
use crate::pages::round::open::sent_file;
use crate::pages::round::progress::asked;
use crate::pages::round::saving::{Saving, save};
use crate::routes::Page;

/// What the files are called.
const EXCEL: &str = "svarsblankett.xlsx";
const WORD: &str = "svarsblankett.docx";

impl From<FormError> for Failure {
    fn from(error: FormError) -> Self {
        tracing::error!(%error, "a form could not be written");
        Failure::Internal
    }
}

#[derive(Template)]
#[template(path = "asked/form.html")]
struct FormPage<'a> {
    layout: Layout<'a>,
    excel: String,
    word: String,
    saved: bool,
    faults: Vec<FieldFault>,
    home: String,
}

fn view(cx: &RoundCx) -> FormPage<'_> {
    FormPage {
        excel: cx.to_one(Page::FormFile, EXCEL),
        word: cx.to_one(Page::FormFile, WORD),
        saved: cx.cx.query("inlast").is_some(),
        faults: Vec::new(),
        home: cx.to(Page::Home),
        layout: Layout::of_round(cx),
    }
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    page(&view(&cx))
}

fn ids(edition: &Edition, cx: &RoundCx) -> BTreeSet<String> {
    let questions = asked(edition, &cx.round);
    questions
        .map(|(place, _)| place.mapped.id.clone())
        .collect()
}

fn of<'a>(cx: &'a RoundCx, edition: &'a Edition, asked: &'a BTreeSet<String>) -> form::Form<'a> {
    form::Form {
        content: &cx.app().content,
        edition,
        asked,
        kind: cx.round.facts.kind,
        lang: cx.lang(),
    }
}

/// The form, with what is answered already filled in.
pub(crate) async fn file(cx: RoundCx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let asked = ids(edition, &cx);
    let form = of(&cx, edition, &asked);
    let (kind, bytes) = match cx.cx.segment("file") {
        EXCEL => {
            let filled: FilledForm = cx
                .round
                .latest
                .iter()
                .map(|(id, latest)| {
                    let filled = Filled {
                        answer: latest.said.answer.clone(),
                        comment: latest.said.comment.clone(),
                    };
                    (id.clone(), filled)
                })
                .collect();
            (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                form::excel(&form, cx.texts(), &filled)?,
            )
        }
        WORD => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            form::word(&form, cx.texts())?,
        ),
        _ => return Err(Failure::NotFound),
    };
    let name = format!("attachment; filename=\"{}\"", cx.cx.segment("file"));
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}

/// One answer that loading the form changes.
struct Change {
    id: String,
    dashed: String,
    label: String,
    question: String,
    now: String,
    then: String,
    value: String,
    comment: String,
    /// Whom to ask, kept while it still is not known.
    ask: &'static str,
    version: i64,
}

#[derive(Template)]
#[template(path = "asked/form_changes.html")]
struct ChangesPage<'a> {
    layout: Layout<'a>,
    changes: Vec<Change>,
    load: String,
    back: String,
}

fn change(cx: &RoundCx, place: &Place<'_>, question: &Question, filled: Filled) -> Option<Change> {
    let Latest { said, revision, .. } = cx.round.latest(&question.id);
    let comment = filled.comment.trim().replace("\r\n", "\n");
    // What is left empty in the form says nothing.
    let answer = filled.answer.or_else(|| said.answer.clone());
    let comment = if comment.is_empty() {
        said.comment.clone()
    } else {
        comment
    };
    if answer == said.answer && comment == said.comment {
        return None;
    }
    let (t, lang) = (cx.texts(), cx.lang());
    let words = |answer: Option<&_>, comment: &str| {
        let (title, _) = in_words(&cx.app().content, question, answer, t, lang);
        match comment {
            "" => title,
            comment => format!("{title}. {comment}"),
        }
    };
    Some(Change {
        id: question.id.clone(),
        dashed: question.id.replace('.', "-"),
        label: place.label(),
        question: question.question.get(lang).to_owned(),
        now: words(said.answer.as_ref(), &said.comment),
        then: words(answer.as_ref(), &comment),
        value: answer.as_ref().map(value).unwrap_or_default(),
        ask: said.ask.map_or("", |role| role.code()),
        comment,
        version: revision,
    })
}

/// Shows what a filled-in form changes. Saves nothing.
pub(crate) async fn post(cx: RoundCx, sent: Multipart) -> Result<Response, Failure> {
    let bytes = sent_file(sent).await?;
    let edition = cx.edition()?;
    let asked = ids(edition, &cx);
    let read = form::read(
        &of(&cx, edition, &asked),
        &cx.app().texts,
        &bytes,
        TEXT_LIMIT,
    );
    let mut filled = match read {
        Ok(filled) => filled,
        Err(error) => {
            let mut view = view(&cx);
            let faults = error.in_words(cx.texts()).into_iter();
            view.faults = faults
                .map(|message| FieldFault {
                    field: "fil".to_owned(),
                    message,
                })
                .collect();
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &view);
        }
    };
    let changes = edition.places().filter_map(|(place, question)| {
        let filled = filled.remove(&question.id)?;
        change(&cx, &place, question, filled)
    });
    page(&ChangesPage {
        changes: changes.collect(),
        load: cx.to(Page::FormLoad),
        back: cx.to(Page::Form),
        layout: Layout::of_round(&cx),
    })
}

/// There is nothing to see where forms are loaded.
pub(crate) async fn back(cx: RoundCx) -> Response {
    see_other(&cx.to(Page::Form))
}

/// Saves what the page before showed.
pub(crate) async fn load(
    late: Late,
    cx: Result<RoundCx, Failure>,
    fields: Fields,
) -> Result<Response, Failure> {
    let loaded = match cx {
        Ok(cx) => take(cx, &fields).await,
        Err(failure) => Err(failure),
    };
    loaded.or_else(|failure| late.shown_back(failure, &fields))
}

async fn take(cx: RoundCx, fields: &Fields) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let questions: Vec<_> = asked(edition, &cx.round).collect();
    match save(&cx, &questions, fields).await? {
        Saving::Conflict(page) => Ok(page),
        // The page before offers nothing that cannot be used.
        Saving::Faults(_) => Err(Failure::BadForm),
        Saving::Saved(_) => Ok(see_other(&format!("{}?inlast=ja", cx.to(Page::Form)))),
    }
}
