//! Stylesheet, script, font and icon, built into the binary and named by their content, so that a
//! browser may keep them for ever.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::sync::Arc;

use crate::Web;
use crate::context::Cx;
use crate::error::Failure;

#[derive(RustEmbed)]
#[folder = "../../assets"]
struct Embedded;

/// The assets, ready to be served, and their addresses.
pub(crate) struct Assets {
    files: BTreeMap<String, Asset>,
    pub(crate) style: String,
    pub(crate) script: String,
    /// For pages that follow a workshop.
    pub(crate) live: String,
    pub(crate) font: String,
    pub(crate) icon: String,
}

struct Asset {
    kind: &'static str,
    body: Cow<'static, [u8]>,
}

impl Assets {
    /// Names every file by its content and points the stylesheet at the font by that name.
    pub(crate) fn load() -> Self {
        let mut files = BTreeMap::new();
        let font = add(
            &mut files,
            "fonts/source-sans-3-latin-wght-normal.woff2",
            None,
        );
        let style = add(&mut files, "css/style.css", Some(("font.woff2", &font)));
        let script = add(&mut files, "js/app.js", None);
        let live = add(&mut files, "js/live.js", None);
        let icon = add(&mut files, "icon/icon.svg", None);
        Assets {
            files,
            style,
            script,
            live,
            font,
            icon,
        }
    }
}

/// Adds a file and returns its address.
fn add(files: &mut BTreeMap<String, Asset>, source: &str, replace: Option<(&str, &str)>) -> String {
    let Some(file) = Embedded::get(source) else {
        return String::new();
    };
    let body = match (replace, std::str::from_utf8(&file.data)) {
        (Some((from, to)), Ok(text)) => Cow::Owned(text.replace(from, to).into_bytes()),
        _ => file.data,
    };
    let (stem, ending) = source
        .rsplit_once('/')
        .map_or(source, |(_, name)| name)
        .split_once('.')
        .unwrap_or((source, ""));
    let hash: String = file.metadata.sha256_hash()[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{stem}-{hash}.{ending}");
    let kind = match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "font/woff2",
    };
    let address = format!("/assets/{name}");
    files.insert(name, Asset { kind, body });
    address
}

/// Serves an asset by its name.
pub(crate) async fn get(State(web): State<Arc<Web>>, cx: Cx) -> Result<Response, Failure> {
    let asset = web
        .assets
        .files
        .get(cx.segment("file"))
        .ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.body.to_vec()).into_response())
}
