//! `/datasets/dcat`: the syntax that is asked for, what is listed, and why there may be none. That
//! what is listed meets the national profile is tested in e2e/tests/plain/catalogue.rs.

use axum::http::StatusCode;
use service::settings::{Mode, Settings};

use crate::common::{Page, TestApp};
use crate::world::{assert_open, problem, service, shared, with_waves};

const CATALOGUE: &str = "/datasets/dcat";

#[tokio::test]
async fn the_syntax_follows_what_is_asked_for_and_is_never_refused() {
    let app = with_waves().await;
    let rdf = "application/rdf+xml; charset=utf-8";
    let turtle = "text/turtle; charset=utf-8";
    for (accept, kind, location) in [
        ("*/*", rdf, "/datasets/dcat.rdf"),
        ("", rdf, "/datasets/dcat.rdf"),
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            rdf,
            "/datasets/dcat.rdf",
        ),
        ("application/pdf", rdf, "/datasets/dcat.rdf"),
        ("text/turtle", turtle, "/datasets/dcat.ttl"),
        (
            "application/rdf+xml;q=0.4, text/turtle;q=0.6",
            turtle,
            "/datasets/dcat.ttl",
        ),
        (
            "application/ld+json",
            "application/ld+json",
            "/datasets/dcat.jsonld",
        ),
        (
            "text/turtle;q=0, application/ld+json;q=0.1",
            "application/ld+json",
            "/datasets/dcat.jsonld",
        ),
    ] {
        let catalogue = app.accept(CATALOGUE, accept).await;
        assert_eq!(catalogue.status, StatusCode::OK, "{accept}");
        assert_open(&catalogue, accept);
        assert_eq!(catalogue.header("content-type"), kind, "{accept}");
        assert_eq!(catalogue.header("content-location"), location, "{accept}");
        let vary = catalogue.headers.get_all("vary").iter();
        assert!(vary.into_iter().any(|value| value == "accept"), "{accept}");
        let named = app.get(location).await;
        assert_eq!(named.body, catalogue.body, "{accept}");
        assert_eq!(named.header("content-type"), kind, "{accept}");
    }
}

/// The addresses that files are fetched from, by the catalogue in Turtle.
fn downloads(catalogue: &Page) -> Vec<String> {
    let base = "<https://kollen.exempel.se";
    let lines = catalogue.body.lines();
    let mut found: Vec<String> = lines
        .filter_map(|line| line.trim().strip_prefix("dcat:downloadURL "))
        .flat_map(|line| line.split(" , "))
        .map(|iri| {
            let iri = iri.trim_end_matches([' ', ';', '.']);
            let path = iri.strip_prefix(base).expect("an absolute address");
            path.trim_end_matches('>').to_owned()
        })
        .collect();
    found.sort();
    found
}

#[tokio::test]
async fn every_file_that_can_be_fetched_is_listed_and_no_other() {
    let app = with_waves().await;
    let edition = &app.app.content.current;
    let questions = format!("/oppna-data/fragor/{edition}.json");
    let all = [
        questions.as_str(),
        "/oppna-data/jamforelse/2027-03-31.csv",
        "/oppna-data/jamforelse/2027-03-31.json",
        "/oppna-data/jamforelse/2028-03-31.csv",
        "/oppna-data/jamforelse/2028-03-31.json",
        "/oppna-data/panel/2027-03-31.csv",
        "/oppna-data/panel/2028-03-31.csv",
    ];
    let catalogue = app.accept(CATALOGUE, "text/turtle").await;
    assert_eq!(downloads(&catalogue), all);
    let mut bytes = 0;
    for path in all {
        let file = app.get(path).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        if path.starts_with("/oppna-data/jamforelse/") && path.ends_with(".csv") {
            bytes += file.bytes.len();
        }
    }
    let size = format!("dcat:byteSize \"{bytes}\"^^xsd:nonNegativeInteger");
    assert!(catalogue.body.contains(&size), "{size}");
    app.withdraw("2028-03-31", "Fel i underlaget.").await;
    let left = all.iter().filter(|path| !path.contains("2028"));
    let catalogue = app.accept(CATALOGUE, "text/turtle").await;
    assert_eq!(downloads(&catalogue), left.copied().collect::<Vec<_>>());
    assert!(
        catalogue
            .body
            .contains("dcterms:modified \"2028-04-11\"^^xsd:date")
    );
}

#[tokio::test]
async fn without_a_wave_that_stands_the_questions_are_all_there_is() {
    let app = service().await;
    let empty = app.accept(CATALOGUE, "text/turtle").await;
    assert_eq!(downloads(&empty).len(), 1);
    assert!(!empty.body.contains("dcat#jamforelse"));
    app.publish("2028-03-31").await;
    app.withdraw("2028-03-31", "Fel i underlaget.").await;
    let withdrawn = app.accept(CATALOGUE, "text/turtle").await;
    assert_eq!(withdrawn.body, empty.body);
}

#[tokio::test]
async fn who_cannot_be_named_as_publisher_has_no_catalogue_and_is_told_why() {
    type Change = fn(&mut Settings);
    let cases: [(Change, &str); 4] = [
        (
            |settings| settings.mode = Mode::Own,
            "tillhör en organisation",
        ),
        (
            |settings| settings.sender = None,
            "ingen organisation driver",
        ),
        (
            |settings| {
                let sender = settings.sender.as_mut().expect("a sender");
                sender.organisation_number = "202100-0000".to_owned();
            },
            "--sender-number",
        ),
        (
            |settings| settings.sender.as_mut().expect("a sender").kind = None,
            "--sender-kind",
        ),
    ];
    for (change, because) in cases {
        let app = TestApp::with(|settings| {
            shared(settings);
            change(settings);
        })
        .await;
        for path in [CATALOGUE, "/datasets/dcat.rdf", "/datasets/dcat.jsonld"] {
            let (title, detail) = problem(&app.get(path).await, StatusCode::NOT_FOUND, path);
            assert_eq!(title, "Ingen katalog finns");
            assert!(detail.contains(because), "{detail}");
        }
        let page = app.get("/oppna-data").await;
        assert!(page.says(because), "{because}");
        assert!(!page.has(&format!("main a[href^=\"{CATALOGUE}\"]")));
    }
}

#[tokio::test]
async fn a_contact_that_is_no_address_is_a_fault_that_is_not_hidden() {
    let app = TestApp::with(|settings| {
        shared(settings);
        let sender = settings.sender.as_mut().expect("a sender");
        sender.contact = "fråga <oss>".to_owned();
    })
    .await;
    let page = app.get(CATALOGUE).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
}
