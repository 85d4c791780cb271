//! Load a saved round: to go on with it, or to begin the next one from it. It becomes a round of its
//! own with a new address.

use askama::Template;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use service::file::{self, FileFault};
use service::rounds::starting;

use crate::context::Cx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::TEXT_LIMIT;
use crate::layout::Layout;
use crate::routes::{Door, Page, fill, route};
use crate::session::Requester;

#[derive(Template)]
#[template(path = "round/open.html")]
struct OpenPage<'a> {
    layout: Layout<'a>,
    fault: Option<String>,
    /// Whether the next round is to begin from the file.
    next: bool,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    page(&OpenPage {
        layout: Layout::of(&cx),
        fault: None,
        next: cx.query("som").is_some(),
    })
}

pub(crate) async fn post(
    cx: Cx,
    requester: Requester,
    mut form: Multipart,
) -> Result<Response, Failure> {
    let (mut bytes, mut next) = (Vec::new(), false);
    while let Some(field) = form.next_field().await.map_err(refused)? {
        match field.name() {
            Some("fil") => bytes = field.bytes().await.map_err(refused)?.to_vec(),
            Some("som") => next = field.bytes().await.map_err(refused)? == "ny",
            _ => {}
        }
    }
    if !starting::may_start(cx.app(), requester.address).await? {
        return Err(Failure::TooMany);
    }
    let t = cx.texts();
    let loaded = match next {
        true => file::load_as_previous(cx.app(), &bytes, TEXT_LIMIT).await?,
        false => file::load(cx.app(), &bytes, TEXT_LIMIT).await?,
    };
    match loaded {
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
                next,
                layout: Layout::of(&cx),
            },
        ),
    }
}

/// The file that is sent as the field `fil`; empty if there is none.
pub(crate) async fn sent_file(mut sent: Multipart) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(field) = sent.next_field().await.map_err(refused)? {
        if field.name() == Some("fil") {
            bytes = field.bytes().await.map_err(refused)?.to_vec();
        }
    }
    Ok(bytes)
}

/// A file that could not be received.
fn refused(error: axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge
    } else {
        Failure::BadForm
    }
}
