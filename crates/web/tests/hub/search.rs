//! Search.

use axum::http::StatusCode;

use crate::common::{Page, TestApp};
use crate::world::with;

async fn search(app: &TestApp, query: &str) -> Page {
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    app.get(&format!("/sok?q={query}")).await
}

fn first(page: &Page) -> String {
    page.attr(".results li a", "href")
}

#[tokio::test]
async fn an_article_is_found_by_what_people_call_the_thing() {
    let app = with(|_| {}).await;
    for query in [
        "ett anbud",
        "bara ett anbud",
        "enda anbud",
        "singelanbud",
        "ett enda anbud",
    ] {
        let page = search(&app, query).await;
        assert_eq!(first(&page), "/kunskap/ett-enda-anbud", "{query}");
        assert_eq!(page.value("q"), query);
    }
    let english = app.get("/en/search?q=single+bid").await;
    assert_eq!(first(&english), "/en/knowledge/ett-enda-anbud");
}

#[tokio::test]
async fn a_word_of_the_glossary_stands_on_top() {
    let app = with(|_| {}).await;
    for query in ["anbud", "Anbuden", "bud"] {
        let page = search(&app, query).await;
        assert_eq!(page.text(".fact h2"), "anbud", "{query}");
        assert!(!page.has(".results a[href=\"/kunskap/ordlista#anbud\"]"));
    }
    assert!(!search(&app, "ett krav").await.has(".fact"));
}

#[tokio::test]
async fn a_hit_shows_what_it_is_and_where_the_words_stand() {
    let app = with(|_| {}).await;
    let page = search(&app, "anbud säger lite om priset").await;
    assert_eq!(first(&page), "/kunskap/ett-enda-anbud");
    assert_eq!(page.text(".results .hint"), "Artikel");
    assert_eq!(
        page.texts(".results li:first-child mark"),
        ["anbud", "säger", "lite", "priset"]
    );
}

#[tokio::test]
async fn compounds_inflections_and_misspellings_are_found() {
    let app = with(|_| {}).await;
    let finds = |page: &Page, href: &str| page.has(&format!(".results a[href=\"{href}\"]"));
    for query in [
        "upphandlingsplan",
        "upphandlingsplanen",
        "upphandlingsplaner",
        "upphandlingplan",
        "plan",
        "uphandlingsplan",
    ] {
        let page = search(&app, query).await;
        let tip = "/tips/gor-upphandlingsplan-med-budgeten";
        assert!(finds(&page, tip), "{query}");
    }
    let page = search(&app, "aterbruk").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has(".results li"));
}

#[tokio::test]
async fn whatever_is_searched_for_is_answered_plainly() {
    let app = with(|_| {}).await;
    let long = search(&app, &"anbud ".repeat(2_000)).await;
    assert_eq!(long.status, StatusCode::OK);
    assert!(long.says("Vi sökte på de första 200 tecknen."));
    assert!(long.has(".results li"));
    let longest = search(&app, &"å".repeat(10_000)).await;
    assert_eq!(longest.status, StatusCode::OK);
    for (query, says) in [
        ("", "Skriv ett eller några ord"),
        ("   ", "Skriv ett eller några ord"),
        ("?!*:(\"-\\+[]{}~^", "inget ord"),
        ("qwertyzxcv", "Inget hittades för ”qwertyzxcv”"),
        ("AND OR NOT title:", ""),
        ("\u{0}", ""),
        ("İ ß ﬁ 🏳️‍🌈", ""),
    ] {
        let page = search(&app, query).await;
        assert_eq!(page.status, StatusCode::OK, "{query:?}");
        assert!(page.says(says), "{query:?}");
    }
    let untouched = app.get("/sok").await;
    assert!(untouched.has("input[type=search]") && !untouched.has("[role=status]"));
}
