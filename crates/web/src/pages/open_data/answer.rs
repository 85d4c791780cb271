//! A file as an answer: whose terms it is on, for pages of any site, and nothing sent again to who
//! has it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::Web;

/// Ten minutes: a wave can be withdrawn, and its figures shall not live on in caches.
const KEEP: &str = "public, max-age=600";

/// What was asked for, as it was asked.
pub(crate) struct Asked {
    pub(super) headers: HeaderMap,
    /// The path, still encoded.
    pub(super) path: String,
}

impl FromRequestParts<Arc<Web>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Web>) -> Result<Self, Infallible> {
        Ok(Asked {
            headers: parts.headers.clone(),
            path: parts.uri.path().to_owned(),
        })
    }
}

/// A file to answer with.
pub(super) struct Data {
    /// Media type.
    pub(super) kind: &'static str,
    /// What it is called on the disk of whoever saves it.
    pub(super) name: String,
    /// Address of the licence.
    pub(super) licence: &'static str,
    /// Address of what describes it.
    pub(super) described_by: Option<String>,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

impl Data {
    /// The answer: the file, or that whoever asks has it already.
    pub(super) fn answer(self, asked: &Asked) -> Response {
        let hash: String = Sha256::digest(&self.bytes)[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        // Weak, since the same is sent both packed and unpacked.
        let tag = format!("W/\"{hash}\"");
        let known = has(&asked.headers, &tag);
        let mut links = format!("<{}>; rel=\"license\"", self.licence);
        if let Some(address) = &self.described_by {
            links.push_str(&format!(", <{address}>; rel=\"describedby\""));
        }
        let headers = [
            (header::CACHE_CONTROL, KEEP.to_owned()),
            (header::ETAG, tag),
            (header::LINK, links),
        ];
        let mut response = if known {
            (StatusCode::NOT_MODIFIED, headers).into_response()
        } else {
            let named = [
                (header::CONTENT_TYPE, self.kind.to_owned()),
                (
                    header::CONTENT_DISPOSITION,
                    format!("inline; filename=\"{}\"", self.name),
                ),
            ];
            (headers, named, self.bytes).into_response()
        };
        share(&mut response);
        response
    }
}

/// Lets pages of any site use an answer.
pub(super) fn share(response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Whether whoever asks says that they have the file.
fn has(request: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let lines = request.get_all(header::IF_NONE_MATCH).iter();
    let mut known = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    known.any(|known| known.trim() == "*" || bare(known) == bare(tag))
}
