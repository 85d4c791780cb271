//! `/oppna-data` and `/oppna-data/{dataset}`.

use axum::http::StatusCode;
use domain::text::Lang;
use report::open_data::Dataset;

use crate::common::TestApp;
use crate::world::{service, with_waves};

#[tokio::test]
async fn the_page_lists_the_datasets_with_their_terms_and_where_to_ask() {
    let app = with_waves().await;
    let page = app.get("/oppna-data").await;
    page.assert_sound("sv");
    for dataset in Dataset::ALL {
        let link = format!("main h3 a[href=\"/oppna-data/{}\"]", dataset.code());
        assert!(page.has(&link), "{dataset:?}");
    }
    assert!(page.says("jämförelsen den 31 mars 2028"));
    assert!(page.has("main a[rel=license][href*=\"zero/1.0\"]"));
    assert!(page.has("main a[href=\"mailto:kollen@exempel.se\"]"));
    assert!(page.says("https://kollen.exempel.se/datasets/dcat"));
    for name in ["rdf", "ttl", "jsonld"] {
        assert!(
            page.has(&format!("main a[href=\"/datasets/dcat.{name}\"]")),
            "{name}"
        );
    }
    let citation = page.text(".fact");
    assert!(citation.starts_with("Exempelmyndigheten: "), "{citation}");
    assert!(citation.ends_with(
        "jämförelsen den 31 mars 2028. https://kollen.exempel.se/oppna-data/jamforelse"
    ));
    assert!(page.text(".notice").starts_with("Syntetiska uppgifter"));
    let english = app.get("/en/open-data").await;
    english.assert_sound("en");
    assert!(english.says("the comparison of 31 March 2028"));
    assert!(english.says("https://kollen.exempel.se/datasets/dcat"));
}

#[tokio::test]
async fn the_page_can_be_found_from_every_page() {
    let app = service().await;
    assert!(app.get("/").await.has(".ft a[href=\"/oppna-data\"]"));
    assert!(app.get("/en").await.has(".ft a[href=\"/en/open-data\"]"));
}

#[tokio::test]
async fn without_a_wave_a_dataset_says_that_nothing_is_there() {
    let app = service().await;
    for dataset in [Dataset::Comparison, Dataset::Panel] {
        let page = app.get(&format!("/oppna-data/{}", dataset.code())).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.says("Inget är publicerat än."));
        assert!(!page.has("main a[href$=\".csv\"]"));
        assert!(!page.has(".notice, .fact"));
    }
}

#[tokio::test]
async fn an_egen_installation_and_one_without_a_sender_say_what_they_are() {
    let app = TestApp::new().await;
    for address in ["/oppna-data", "/oppna-data/jamforelse", "/oppna-data/panel"] {
        let page = app.get(address).await;
        assert!(
            page.says("tillhör en organisation och jämför ingen"),
            "{address}"
        );
    }
    let page = app.get("/oppna-data").await;
    assert!(page.says("Citera det inte."));
    assert!(page.says("ingen ansvarar för den"));
    assert!(!page.has("main a[href^=mailto], .fact"));
    let questions = app.get("/oppna-data/fragor").await;
    assert!(!questions.says("jämför ingen"));
    assert!(questions.has("main a[href^=\"/oppna-data/fragor/\"][href$=\".json\"]"));
}

#[tokio::test]
async fn a_dataset_lists_every_wave_with_its_files_and_marks_what_is_synthetic() {
    let app = with_waves().await;
    for address in ["/oppna-data/jamforelse", "/en/open-data/jamforelse"] {
        let page = app.get(address).await;
        for date in ["2027-03-31", "2028-03-31"] {
            for ending in ["json", "csv", "csv-metadata.json"] {
                let path = format!("/oppna-data/jamforelse/{date}.{ending}");
                assert!(page.has(&format!("main a[href=\"{path}\"]")), "{path}");
            }
        }
        assert!(page.has(".notice"), "synthetic");
        assert!(page.has("main a[href=\"/oppna-data/scheman/jamforelse.schema.json\"]"));
        assert!(page.has("main a[rel=license]"));
    }
    let page = app.get("/oppna-data/jamforelse").await;
    assert_eq!(
        page.texts("tbody th")[..2],
        ["31 mars 2028", "31 mars 2027"]
    );
    assert_eq!(page.texts("tbody td")[0], "10 april 2028");
    let panel = app.get("/oppna-data/panel").await;
    assert!(panel.has("main a[href=\"/oppna-data/panel/2028-03-31.csv\"]"));
    assert!(!panel.has("main a[href=\"/oppna-data/panel/2028-03-31.json\"]"));
}

#[tokio::test]
async fn a_withdrawn_wave_stays_in_the_list_with_its_reason() {
    let app = with_waves().await;
    app.withdraw("2028-03-31", "Två <b>kommuner</b> var förväxlade.")
        .await;
    let page = app.get("/oppna-data/jamforelse").await;
    assert!(page.says("Återkallad den 11 april 2028. Skäl: Två <b>kommuner</b> var förväxlade."));
    assert!(!page.has("main a[href*=\"2028-03-31\"]"));
    assert!(page.has("main a[href*=\"2027-03-31\"]"));
    assert!(
        app.get("/oppna-data")
            .await
            .says("jämförelsen den 31 mars 2027")
    );
}

#[tokio::test]
async fn the_dictionary_says_what_each_column_means_in_both_languages() {
    let app = service().await;
    for dataset in [Dataset::Comparison, Dataset::Panel] {
        for lang in Lang::ALL {
            let address = web::routes::path(web::routes::Page::Dataset, lang, &[dataset.code()]);
            let page = app.get(&address).await;
            let t = app.app.texts.get(lang);
            let columns = dataset.columns();
            let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            assert_eq!(page.texts("tbody th code"), names, "{address}");
            for column in columns {
                assert!(page.says(&column.about(t)), "{address} {}", column.name);
            }
        }
    }
}

#[tokio::test]
async fn a_dataset_that_is_none_is_not_there() {
    let app = service().await;
    for address in [
        "/oppna-data/hemligt",
        "/oppna-data/scheman",
        "/en/open-data/x",
    ] {
        assert_eq!(
            app.get(address).await.status,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}
