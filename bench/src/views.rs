//! What a browser fetches to show the start page, the first time and the next.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, StatusCode, header};

use crate::Result;
use crate::client::{Client, Coding};
use crate::server::Server;

/// Where a page's stylesheet, script, font and icon lie.
const ASSETS: &str = "/assets/";

pub(crate) async fn measure(server: &Server) -> Result<()> {
    let mut client = Client::connect(server.address).await?;
    let mut waiting = vec!["/".to_owned()];
    let mut seen = BTreeSet::new();
    let mut repeat = (0, 0);
    let mut first = (0, 0);
    println!("Bytes of the start page, compressed as a browser asks");
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let sent = client.get(&path, Coding::Compressed).await?;
        let sent = sent.with(StatusCode::OK, &path)?;
        let plain = client.get(&path, Coding::Plain).await?.body;
        println!("  {:7} of {:7}  {path}", sent.body.len(), plain.len());
        first = (first.0 + sent.body.len(), first.1 + 1);
        if !is_kept(&sent.headers) {
            repeat = (repeat.0 + sent.body.len(), repeat.1 + 1);
        }
        waiting.extend(named_in(&String::from_utf8_lossy(&plain)));
    }
    println!("  first view   {:7} bytes in {} requests", first.0, first.1);
    println!(
        "  repeat view  {:7} bytes in {} requests\n",
        repeat.0, repeat.1
    );
    Ok(())
}

/// Whether a browser that has the answer shows it again without asking.
fn is_kept(headers: &HeaderMap) -> bool {
    headers
        .get(header::CACHE_CONTROL)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("immutable"))
}

/// The assets that a page, a stylesheet or a script names.
fn named_in(text: &str) -> impl Iterator<Item = String> {
    text.match_indices(ASSETS).map(|(start, _)| {
        let end = |c: char| matches!(c, '"' | '\'' | ')' | ' ');
        text[start..]
            .split(end)
            .next()
            .unwrap_or_default()
            .to_owned()
    })
}
