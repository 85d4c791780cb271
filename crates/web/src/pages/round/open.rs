//! Load a saved round. It becomes a round of its own with a new address.

use askama::Template;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use service::file::{self, FileFault};

use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::TEXT_LIMIT;
use crate::layout::Layout;
use crate::routes::{Door, Page, fill, route};

#[derive(Template)]
#[template(path = "round/open.html")]
struct OpenPage<'a> {
    layout: Layout<'a>,
    fault: Option<String>,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    page(&OpenPage {
        layout: Layout::of(&cx),
        fault: None,
    })
}

pub(crate) async fn post(cx: Cx, mut form: Multipart) -> Result<Response, Failure> {
    let mut bytes = Vec::new();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        if field.name() == Some("fil") {
            bytes = field.bytes().await.map_err(refused)?.to_vec();
        }
    }
    let t = cx.texts();
    match file::load(cx.app(), &bytes, TEXT_LIMIT).await? {
        Ok(secret) => {
            let pattern = route(Page::Address).pattern(cx.lang(), Door::Write);
            Ok(see_other(&fill(&pattern, &[&secret.text()])))
        }
        Err(fault) => page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &OpenPage {
                fault: Some(match fault {
                    FileFault::Empty => t.open_empty(),
                    FileFault::NotARound => t.open_not_a_round(),
                    FileFault::Altered => t.open_altered(),
                    FileFault::UnknownEdition(edition) => t.open_unknown_edition(edition.as_str()),
                    FileFault::Unusable(place) => t.open_unusable(place.as_str()),
                }),
                layout: Layout::of(&cx),
            },
        ),
    }
}

/// A file that could not be received.
pub(crate) fn refused(error: axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge
    } else {
        Failure::BadForm
    }
}
