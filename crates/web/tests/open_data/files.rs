//! The files of the datasets, and their schemas.

use axum::http::{Request, StatusCode};
use domain::comparison::Publication;
use report::open_data;
use serde_json::Value;

use crate::common::TestApp;
use crate::world::{WAVE, assert_open, problem, service, with_waves};

/// Every file of the wave of 2028, with its media type and what is described elsewhere.
const FILES: [(&str, &str, &str); 5] = [
    (
        "/oppna-data/jamforelse/2028-03-31.json",
        "application/json",
        "/oppna-data/scheman/jamforelse.schema.json",
    ),
    (
        "/oppna-data/jamforelse/2028-03-31.csv",
        "text/csv; charset=utf-8; header=present",
        "/oppna-data/jamforelse/2028-03-31.csv-metadata.json",
    ),
    (
        "/oppna-data/panel/2028-03-31.csv",
        "text/csv; charset=utf-8; header=present",
        "/oppna-data/panel/2028-03-31.csv-metadata.json",
    ),
    (
        "/oppna-data/jamforelse/2028-03-31.csv-metadata.json",
        "application/csvm+json",
        "",
    ),
    (
        "/oppna-data/panel/2028-03-31.csv-metadata.json",
        "application/csvm+json",
        "",
    ),
];

#[tokio::test]
async fn each_file_of_a_wave_says_what_it_is_and_on_which_terms() {
    let app = with_waves().await;
    for (path, kind, description) in FILES {
        let file = app.get(path).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert_open(&file, path);
        assert_eq!(file.header("content-type"), kind, "{path}");
        let links = file.header("link");
        assert!(links.contains("publicdomain/zero/1.0/>"), "{path}");
        assert!(file.header("content-disposition").contains("2028-03-31"));
        assert!(!file.headers.contains_key("set-cookie"), "{path}");
        if !description.is_empty() {
            assert!(links.contains(&format!("<{description}>; rel=\"describedby\"")));
            assert_eq!(app.get(description).await.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn the_files_hold_what_was_published() {
    let app = with_waves().await;
    let document = app.get("/oppna-data/jamforelse/2028-03-31.json").await;
    assert_eq!(document.body, WAVE, "the same bytes as were stored");
    let publication: Publication = serde_json::from_str(WAVE).expect("a publication");
    let content = &app.app.content;
    let figures = open_data::figures(content, &publication).expect("a table");
    let file = app.get("/oppna-data/jamforelse/2028-03-31.csv").await;
    assert_eq!(file.bytes, figures);
    let panels = open_data::panels(content, &publication).expect("a table");
    assert_eq!(
        app.get("/oppna-data/panel/2028-03-31.csv").await.bytes,
        panels
    );
    let earlier = app.get("/oppna-data/jamforelse/2027-03-31.csv").await;
    assert!(earlier.body.contains("\r\n2027-03-31,"));
}

#[tokio::test]
async fn a_description_names_its_table_and_the_publisher() {
    let app = with_waves().await;
    let path = "/oppna-data/panel/2028-03-31.csv-metadata.json";
    let metadata: Value = serde_json::from_str(&app.get(path).await.body).expect("JSON");
    assert_eq!(metadata["url"], "2028-03-31.csv");
    assert_eq!(metadata["dc:publisher"], "Exempelmyndigheten");
    let title = metadata["dc:title"][0]["@value"].as_str().expect("a title");
    assert!(title.ends_with("(syntetiska uppgifter)"), "{title}");
}

#[tokio::test]
async fn who_has_the_file_is_sent_nothing_again() {
    let app = with_waves().await;
    for path in [
        "/oppna-data/jamforelse/2028-03-31.csv",
        "/oppna-data/fragor/nus-2016-1.json",
        "/oppna-data/scheman/panel.table.json",
        "/datasets/dcat",
    ] {
        let tag = app.get(path).await.header("etag");
        let strong = tag.trim_start_matches("W/").to_owned();
        for known in [tag.clone(), format!("\"x\", {strong}"), "*".to_owned()] {
            let again = Request::get(path).header("if-none-match", &known);
            let again = app.ask(again).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path} {known}");
            assert!(again.body.is_empty(), "{path}");
            assert_eq!(again.header("etag"), tag, "{path}");
            assert_eq!(again.header("access-control-allow-origin"), "*", "{path}");
        }
        let other = Request::get(path).header("if-none-match", "W/\"something else\"");
        assert_eq!(app.ask(other).await.status, StatusCode::OK, "{path}");
    }
    let tag = |date: &str| format!("/oppna-data/jamforelse/{date}.csv");
    let (one, other) = (tag("2027-03-31"), tag("2028-03-31"));
    assert_ne!(
        app.get(&one).await.header("etag"),
        app.get(&other).await.header("etag")
    );
}

#[tokio::test]
async fn only_the_head_is_sent_to_who_asks_for_it() {
    let app = with_waves().await;
    for path in [
        FILES[0].0,
        FILES[1].0,
        "/datasets/dcat",
        "/datasets/dcat.ttl",
    ] {
        let whole = app.get(path).await;
        let head = app.ask(Request::head(path)).await;
        assert_eq!(head.status, StatusCode::OK, "{path}");
        assert!(head.body.is_empty(), "{path}");
        for name in [
            "etag",
            "content-type",
            "link",
            "access-control-allow-origin",
        ] {
            assert_eq!(head.header(name), whole.header(name), "{path} {name}");
        }
    }
    let missing = app
        .ask(Request::head("/oppna-data/panel/2030-01-01.csv"))
        .await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.body.is_empty());
}

#[tokio::test]
async fn files_are_only_read() {
    let app = with_waves().await;
    for path in [
        FILES[0].0,
        "/datasets/dcat",
        "/oppna-data/scheman/panel.table.json",
    ] {
        let sent = app.post(path, &[("a", "b")]).await;
        assert_eq!(sent.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn a_withdrawn_waves_files_are_gone_and_the_reason_is_told() {
    let app = with_waves().await;
    app.withdraw("2028-03-31", "Två kommuner var förväxlade.")
        .await;
    for (path, ..) in FILES {
        let (title, detail) = problem(&app.get(path).await, StatusCode::GONE, path);
        assert_eq!(title, "Jämförelsen är återkallad");
        assert!(detail.contains("Två kommuner var förväxlade."), "{detail}");
        assert!(detail.contains("11 april 2028"), "{detail}");
        let page = app.accept(path, "text/html,*/*;q=0.8").await;
        assert_eq!(page.status, StatusCode::GONE, "{path}");
        page.assert_sound("sv");
        assert!(page.says("Två kommuner var förväxlade."));
        assert!(page.has("main a[href=\"/oppna-data#uppdatering\"]"));
    }
    let earlier = app.get("/oppna-data/jamforelse/2027-03-31.json").await;
    assert_eq!(earlier.status, StatusCode::OK);
}

#[tokio::test]
async fn a_wave_that_waits_to_be_published_has_no_files() {
    let app = service().await;
    let by = app.person("publicerare@exempel.se").await;
    let new = store::NewWave {
        id: app.app.id(),
        date: "2028-03-31".to_owned(),
        hash: "0".repeat(64),
        closed_by: by,
        closed_at: crate::common::START,
        publication: WAVE.to_owned(),
        values: "{}".to_owned(),
        release: "{}".to_owned(),
    };
    app.write(move |tx| Box::pin(async move { tx.add_wave(&new).await }))
        .await;
    for (path, ..) in FILES {
        problem(&app.get(path).await, StatusCode::NOT_FOUND, path);
    }
    assert!(
        app.get("/oppna-data/jamforelse")
            .await
            .says("Inget är publicerat än.")
    );
}

#[tokio::test]
async fn what_is_no_file_is_told_as_a_problem_or_as_a_page() {
    let app = with_waves().await;
    for path in [
        "/oppna-data/jamforelse/2026-03-31.json",
        "/oppna-data/jamforelse/2028-02-30.json",
        "/oppna-data/jamforelse/2028-03-31",
        "/oppna-data/jamforelse/2028-03-31.xml",
        "/oppna-data/jamforelse/2028-03-31.json-metadata.json",
        "/oppna-data/jamforelse/.csv",
        "/oppna-data/jamforelse/%00.csv",
        "/oppna-data/panel/2028-03-31.json",
        "/oppna-data/fragor/nus-2016-99.json",
        "/oppna-data/fragor/nus-2016-1.csv",
        "/oppna-data/scheman/release.schema.json",
        "/oppna-data/hemligt/2028-03-31.csv",
        "/datasets/dcat.csv",
        "/datasets/jamforelse",
    ] {
        problem(&app.get(path).await, StatusCode::NOT_FOUND, path);
        let page = app.accept(path, "text/html").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        page.assert_sound("sv");
    }
}

#[tokio::test]
async fn the_questions_are_those_that_the_command_exports() {
    let app = TestApp::new().await;
    let edition = app.app.current_edition().expect("an edition");
    let path = format!("/oppna-data/fragor/{}.json", edition.id);
    let file = app.get(&path).await;
    assert_open(&file, &path);
    assert!(file.header("link").contains("licenses/by/4.0/>"));
    let export = domain::instrument::export::export(&app.app.content, edition);
    let expected = serde_json::to_value(export).expect("JSON");
    let found: Value = serde_json::from_str(&file.body).expect("JSON");
    assert_eq!(found, expected);
}

#[tokio::test]
async fn every_schema_is_served_and_says_what_it_describes() {
    let app = TestApp::new().await;
    for (name, property) in [
        ("jamforelse.schema.json", "/properties/groups"),
        ("fragor.schema.json", "/properties/questions"),
        ("jamforelse.table.json", "/columns/18/name"),
        ("panel.table.json", "/columns/17/name"),
    ] {
        let path = format!("/oppna-data/scheman/{name}");
        let schema = app.get(&path).await;
        assert_eq!(schema.status, StatusCode::OK, "{path}");
        assert_open(&schema, &path);
        let schema: Value = serde_json::from_str(&schema.body).expect("JSON");
        assert!(schema.pointer(property).is_some(), "{name} {property}");
    }
}
