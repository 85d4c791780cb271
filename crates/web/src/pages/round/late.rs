//! Answers that came too late, after answering was closed or whoever answers was removed: nothing is
//! saved, and what was written is shown back.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;

use super::fields::{in_words, parse};
use crate::Web;
use crate::context::Here;
use crate::error::{Failure, page_with};
use crate::forms::Fields;
use crate::layout::Layout;

/// What it takes to show a form back to someone who may no longer send it.
pub(crate) struct Late {
    web: Arc<Web>,
    here: Here,
}

impl FromRequestParts<Arc<Web>> for Late {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let Extension(here) = Extension::<Here>::from_request_parts(parts, web)
            .await
            .map_err(|_| Failure::NotFound)?;
        Ok(Late {
            web: Arc::clone(web),
            here,
        })
    }
}

/// One question that something was sent for.
struct Sent {
    question: String,
    answer: String,
    comment: String,
}

#[derive(Template)]
#[template(path = "round/late.html")]
struct LatePage<'a> {
    layout: Layout<'a>,
    removed: bool,
    sent: Vec<Sent>,
}

impl Late {
    /// The page with what was sent, if that is why it failed.
    pub(crate) fn shown_back(
        &self,
        failure: Failure,
        fields: &Fields,
    ) -> Result<Response, Failure> {
        let failure = match failure {
            Failure::NotNow | Failure::Closed => Failure::Closed,
            Failure::Removed => failure,
            other => return Err(other),
        };
        let (content, lang) = (&self.web.app.content, self.here.lang);
        let t = self.web.app.texts.get(lang);
        let mut sent = Vec::new();
        for (id, _) in fields.beginning("version.") {
            let mut editions = content.editions.values();
            let Some(question) = editions.find_map(|edition| edition.question(id)) else {
                continue;
            };
            let answer = parse(question, &fields.shown(&format!("niva.{id}"))).unwrap_or_default();
            let comment = fields.shown(&format!("motivering.{id}"));
            if answer.is_none() && comment.is_empty() {
                continue;
            }
            let (title, text) = in_words(content, question, answer.as_ref(), t, lang);
            sent.push(Sent {
                question: question.question.get(lang).to_owned(),
                answer: [title, text].join(" ").trim().to_owned(),
                comment,
            });
        }
        page_with(
            failure.status(),
            &LatePage {
                layout: Layout::bare(&self.web, lang),
                removed: failure == Failure::Removed,
                sent,
            },
        )
    }
}
