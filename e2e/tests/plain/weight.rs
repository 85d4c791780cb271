//! What a view weighs on the wire, compressed as browsers ask for it.

use std::collections::BTreeSet;

use domain::text::Lang;
use e2e::http::{Client, Reply, selector};
use e2e::places::{How, content, edition, public_places, round_places};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use e2e::waves;
use hyper::Method;
use web::routes::{Door, Page};

/// Bytes and requests of a first view, and bytes of a repeated one.
const FIRST: usize = 60_000;
const REQUESTS: usize = 5;
const REPEATED: usize = 15_000;
/// Elements of a page that one works with.
const ELEMENTS: usize = 800;

/// Pages that hold a whole document, to search in and to print.
const WHOLE_DOCUMENTS: [Page; 5] = [
    Page::Questions,
    Page::Tips,
    Page::Record,
    Page::Result,
    Page::Glossary,
];

async fn get(client: &Client, path: &str) -> Reply {
    let headers = [("accept-encoding", "gzip, deflate, br, zstd")];
    let reply = client.send(Method::GET, path, &headers, Vec::new()).await;
    assert_eq!(reply.status, 200, "{path}");
    reply
}

/// Body and headers, as they are sent.
fn weight(reply: &Reply) -> usize {
    let headers = reply.headers.iter();
    let headers: usize = headers
        .map(|(name, value)| name.as_str().len() + value.len() + 4)
        .sum();
    headers + reply.body.len()
}

#[tokio::test]
async fn views_are_light() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    waves::publish(&program, &content).await;
    let edition = edition(&content);
    let done = prepare(&client, edition, State::FullDone).await;
    let quick = prepare(&client, edition, State::QuickDone).await;
    let mut places = public_places(edition, Lang::Sv, How::One);
    places.extend(round_places(
        edition,
        &done,
        Door::Write,
        Lang::Sv,
        How::One,
    ));
    places.extend(round_places(
        edition,
        &quick,
        Door::Write,
        Lang::Sv,
        How::One,
    ));
    let mut faults = Vec::new();
    for place in places {
        let page = client.get(&place.path).await;
        let compressed = get(&client, &place.path).await;
        assert_eq!(
            compressed.header("content-encoding"),
            "br",
            "{}",
            place.path
        );
        let mut assets: BTreeSet<String> = BTreeSet::new();
        for (css, name) in [
            ("head link[href]", "href"),
            ("script[src]", "src"),
            ("img", "src"),
        ] {
            assets.extend(page.attributes(css, name));
        }
        let mut first = weight(&compressed);
        let repeated = first;
        for asset in &assets {
            first += weight(&get(&client, asset).await);
        }
        let elements = page.html().select(&selector("*")).count();
        let whole = WHOLE_DOCUMENTS.contains(&place.page);
        if assets.len() + 1 > REQUESTS
            || first > FIRST
            || (!whole && (repeated > REPEATED || elements > ELEMENTS))
        {
            faults.push(format!(
                "{:?}: first view {first} bytes in {} requests, repeated {repeated}, {elements} elements",
                place.page,
                assets.len() + 1
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
