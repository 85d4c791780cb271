//! Bodies that are larger than any form here.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

use crate::error::Failure;

/// Longest body of a form: a whole goal with full comments fits many times over.
pub(crate) const LIMIT: usize = 512 * 1024;
/// What is read at most of a body that is refused.
const PATIENCE: usize = 64 * 1024 * 1024;

/// Refuses a body that says that it is too large, once it has been read to its end: a browser that
/// is cut off while it sends shows an error of its own instead of the page that tells what to do.
pub(crate) async fn refuse_large(request: Request, next: Next) -> Response {
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_none_or(|length| length <= LIMIT) {
        return next.run(request).await;
    }
    let mut body = request.into_body();
    let mut read = 0;
    while let Some(Ok(frame)) = body.frame().await {
        read += frame.data_ref().map_or(0, |data| data.len());
        if read > PATIENCE {
            break;
        }
    }
    Failure::TooLarge.into_response()
}
