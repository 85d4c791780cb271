//! A service to show, by whole requests: whom one can sign in as, and that everything says that it
//! is made up.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use service::demo::{self, Demo, Timeline};
use service::secrets::Secret;
use service::settings::Mode;

use common::{Page, TestApp};

/// What opens the page with everyone.
const KEY: [u8; Secret::BYTES] = [9; Secret::BYTES];

/// Pages of one shape that are looked at, for each who is signed in.
const OF_EACH_SHAPE: usize = 2;

fn address() -> String {
    format!("/demo/{}", Secret::from_bytes(KEY).text())
}

/// A service to show with the past that a seed gives.
async fn shown() -> TestApp {
    let timeline = Arc::new(Timeline::new(Arc::new(|| 0)));
    let time = Arc::clone(&timeline);
    let app = TestApp::with_app(move |app| {
        app.clock = Arc::new(move || time.now());
        app.settings.mode = Mode::Shared {
            agency: demo::AGENCY.to_owned(),
        };
        let demo = Demo::new(Secret::from_bytes(KEY), &app.content, 1);
        app.demo = Some(demo.expect("a cast"));
    })
    .await;
    let seeded = demo::seed(&app.app, &timeline, 1).await;
    seeded.expect("a past");
    app
}

/// Signs in as one of the cast through the page, and gives the cookie.
async fn sign_in(app: &TestApp, email: &str) -> String {
    let page = app.post(&address(), &[("vem", email)]).await;
    assert_eq!(page.location(), "/oversikt", "{email}");
    let cookie = page.header("set-cookie");
    cookie.split(';').next().expect("a cookie").to_owned()
}

async fn get(app: &TestApp, cookie: &str, path: &str) -> Page {
    let request = Request::get(path).header(header::COOKIE, cookie);
    app.send(request.body(Body::empty()).expect("a request"))
        .await
}

/// An address with what differs between pages of one sort left out.
fn shape(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let particular =
        |part: &str| part.contains(|c: char| c.is_ascii_digit() || c == '.') || part.len() > 14;
    let parts = path.split('/').map(|part| match particular(part) {
        true => "*",
        false => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Fails unless a page, or a file that is taken out, says that it is made up.
fn assert_marked(path: &str, page: &Page) {
    let kind = page.header("content-type");
    let file = page.header("content-disposition");
    if file.contains("filename") {
        assert!(file.contains("filename=\"pahittad-"), "{path}: {file}");
    } else if kind.starts_with("text/html") {
        let told = page.text(".phase.synthetic b");
        let words = ["Påhittade uppgifter", "Made-up data"];
        assert!(words.contains(&told.as_str()), "{path}: {told}");
    }
}

/// Follows links from the overview and the start page, and holds each page to be marked. Gives the
/// shapes of what was seen.
async fn crawl(app: &TestApp, cookie: &str) -> BTreeSet<String> {
    let mut waiting = VecDeque::from(["/oversikt".to_owned(), "/".to_owned()]);
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        let seen = shapes.entry(shape(&path)).or_default();
        *seen += 1;
        if *seen > OF_EACH_SHAPE {
            continue;
        }
        let page = get(app, cookie, &path).await;
        assert!(!page.status.is_server_error(), "{path}: {}", page.status);
        assert_marked(&path, &page);
        let mut links = match page.status {
            StatusCode::SEE_OTHER => BTreeSet::from([page.header("location")]),
            _ if page.header("content-type").starts_with("text/html") => page.links(),
            _ => BTreeSet::new(),
        };
        links.retain(|link| !link.starts_with("/assets/") && known.insert(link.clone()));
        waiting.extend(links);
    }
    shapes.into_keys().collect()
}

#[tokio::test]
async fn one_signs_in_as_anyone_and_everything_says_that_it_is_made_up() {
    let app = shown().await;
    let page = app.get(&address()).await;
    page.assert_sound("sv");
    assert_marked("the page with everyone", &page);
    let cast = app.app.demo.as_ref().expect("a demonstration").cast();
    assert!(cast.len() >= 10);
    let mut all = BTreeSet::new();
    for character in cast {
        assert!(page.says(&character.name), "{}", character.name);
        let cookie = sign_in(&app, &character.email).await;
        let seen = crawl(&app, &cookie).await;
        assert!(seen.len() > 20, "{}: {seen:?}", character.name);
        all.extend(seen);
    }
    // Rounds that are handed in, one that is agreed on and one that is being answered.
    for end in [
        "/kvittens",
        "/skillnader",
        "/resultat",
        "/utveckling",
        "/forvaltning",
        "/export/fil",
    ] {
        let found = all.iter().any(|shape| shape.ends_with(end));
        assert!(found, "nobody came to {end}: {all:?}");
    }
    assert_marked("a page that is not there", &app.get("/finns-inte").await);
    // Whoever is not signed in is not shown the way in.
    assert!(!app.get("/").await.body.contains(&address()));

    let waves = service::waves::all(&app.app).await.expect("a database");
    assert_eq!(waves.len(), 3);
    assert!(waves.iter().all(|wave| wave.publication.synthetic));
    let figures = waves[0].publication.groups.iter();
    assert!(figures.filter(|group| !group.goals.is_empty()).count() > 10);
}

#[tokio::test]
async fn nobody_gets_in_without_the_address_or_as_someone_else() {
    let app = TestApp::with_app(|app| {
        let demo = Demo::new(Secret::from_bytes(KEY), &app.content, 1);
        app.demo = Some(demo.expect("a cast"));
    })
    .await;
    assert_eq!(app.get(&address()).await.status, StatusCode::OK);
    let other = Secret::from_bytes([8; Secret::BYTES]).text();
    for key in [other.as_str(), "x", "%00"] {
        let path = format!("/demo/{key}");
        assert_eq!(app.get(&path).await.status, StatusCode::NOT_FOUND, "{key}");
        let sent = app.post(&path, &[("vem", "alva@x.example")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{key}");
    }
    for who in ["", "kim@agency.example"] {
        let sent = app.post(&address(), &[("vem", who)]).await;
        assert_eq!(sent.status, StatusCode::BAD_REQUEST, "{who}");
        assert!(!sent.headers.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn a_real_service_has_no_such_page_and_no_such_mark() {
    let app = TestApp::new().await;
    let page = app.get(&address()).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.has(".phase.synthetic"));
    let sent = app.post(&address(), &[("vem", "alva@x.example")]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    let signed_in = demo::sign_in(&app.app, "alva@x.example", "").await;
    assert!(signed_in.expect("a database").is_none());
}
