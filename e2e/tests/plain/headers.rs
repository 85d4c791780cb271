//! What every answer carries: guards, language of caches, and no cookie.

use domain::text::Lang;
use e2e::faults::moments;
use e2e::http::Reply;
use e2e::places::{How, content, edition, public, public_places, round_places};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use e2e::waves;
use web::routes::{Door, Page};

/// Headers that every answer has, and their values.
const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=()",
    ),
];

/// What the policy must say, whatever else it says.
const POLICY: [&str; 6] = [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
];

fn is_guarded(reply: &Reply) {
    let path = &reply.path;
    for (name, value) in ALWAYS {
        assert_eq!(reply.header(name), value, "{name} of {path}");
    }
    let policy = reply.header("content-security-policy");
    for part in POLICY {
        assert!(policy.contains(part), "{path}: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{path}: {policy}");
    for name in ["set-cookie", "server", "x-powered-by"] {
        assert!(!reply.headers.contains_key(name), "{path} has {name}");
    }
    assert!(!reply.header("x-request-id").is_empty(), "{path} has an id");
}

fn is_a_page_of_now(reply: &Reply) {
    is_guarded(reply);
    assert_eq!(reply.header("cache-control"), "no-store", "{}", reply.path);
    assert_eq!(
        reply.header("content-type"),
        "text/html; charset=utf-8",
        "{}",
        reply.path
    );
}

#[tokio::test]
async fn every_page_is_guarded_not_kept_and_sets_no_cookie() {
    let program = Program::start().await;
    let content = content();
    waves::publish(&program, &content).await;
    let edition = edition(&content);
    let client = program.client();
    let round = prepare(&client, edition, State::FullDone).await;
    for lang in Lang::ALL {
        let mut places = public_places(edition, lang, How::One);
        for door in [Door::Write, Door::Read] {
            places.extend(round_places(edition, &round, door, lang, How::One));
        }
        for place in places {
            is_a_page_of_now(&client.get(&place.path).await);
        }
        for moment in moments(&client, edition, lang).await {
            is_a_page_of_now(&moment.send(&client).await);
        }
    }
}

#[tokio::test]
async fn redirects_and_answers_for_machines_are_guarded_too() {
    let program = Program::start().await;
    let client = program.client();
    let depth = [("djup".to_owned(), "hela".to_owned())];
    let new = client.post(&public(Page::New, Lang::Sv, &[]), &depth).await;
    assert_eq!(new.status, 303);
    is_guarded(&new);
    for page in [Page::Live, Page::Ready, Page::Robots] {
        let reply = client.get(&public(page, Lang::Sv, &[])).await;
        assert_eq!(reply.status, 200);
        is_guarded(&reply);
        assert_eq!(reply.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_names_made_of_their_content() {
    let program = Program::start().await;
    let client = program.client();
    let start = client.get("/").await;
    let mut assets = start.attributes("head link[href]", "href");
    assets.extend(start.attributes("script[src]", "src"));
    assert!(assets.len() >= 4, "{assets:?}");
    for asset in assets {
        let reply = client.get(&asset).await;
        assert_eq!(reply.status, 200, "{asset}");
        is_guarded(&reply);
        assert_eq!(
            reply.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        let older = asset.replace('-', "-0");
        assert_eq!(client.get(&older).await.status, 404, "{older}");
    }
}
