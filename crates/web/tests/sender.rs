//! The pages that are built from the sender's settings, by whole requests: with a sender and
//! without.

mod common;

use common::TestApp;

const PAGES: [&str; 5] = [
    "/om",
    "/integritet",
    "/kakor",
    "/tillganglighet",
    "/kontakt",
];

#[tokio::test]
async fn without_a_sender_every_page_says_test_mode_and_names_nobody() {
    let app = TestApp::new().await;
    for address in PAGES {
        let page = app.get(address).await;
        assert!(page.text(".phase").starts_with("Testläge"), "{address}");
        assert!(!page.has("a[href^=mailto]"), "{address}");
    }
    let about = app.get("/om").await;
    assert!(about.says("Ingen organisation driver den här installationen."));
    assert!(about.says("organisationens namn och organisationsnummer"));
    assert!(
        app.get("/integritet")
            .await
            .says("inte angett någon rättslig grund")
    );
}

#[tokio::test]
async fn with_a_sender_the_pages_are_built_from_it() {
    let app = TestApp::with_sender().await;
    let sender = app.app.settings.sender.clone().unwrap();
    for address in PAGES {
        let page = app.get(address).await;
        page.assert_sound("sv");
        assert!(!page.has(".phase"), "{address}");
        assert!(page.text(".ft").contains(&sender.name), "{address}");
    }
    for address in ["/om", "/kontakt"] {
        let page = app.get(address).await;
        assert!(page.says(&sender.organisation_number));
        assert!(page.says(sender.support.as_deref().unwrap()));
    }
    let privacy = app.get("/integritet").await;
    assert!(privacy.says("är personuppgiftsansvarig"));
    let officer = format!("main a[href=\"mailto:{}\"]", sender.data_protection_officer);
    assert!(privacy.has(&officer));
    assert!(
        app.get("/")
            .await
            .says("Strategikollen drivs av Exempelmyndigheten.")
    );
}

#[tokio::test]
async fn what_the_operator_may_add_is_shown_when_it_is_there() {
    let app = TestApp::with_sender().await;
    let mut settings = app.app.settings.clone();
    let sender = settings.sender.as_mut().unwrap();
    sender.complaints = Some("Klaga hos registrator.".to_owned());
    sender.legal_basis = Some("Uppgift av allmänt intresse.".to_owned());
    sender.logotype = Some("/logotyp.svg".to_owned());
    let app = TestApp::with(|own| *own = settings).await;
    let privacy = app.get("/integritet").await;
    assert!(privacy.says("Uppgift av allmänt intresse."));
    for address in ["/om", "/integritet", "/tillganglighet", "/kontakt"] {
        assert!(
            app.get(address).await.says("Klaga hos registrator."),
            "{address}"
        );
    }
    assert_eq!(privacy.attr(".brand img", "alt"), "Exempelmyndigheten");
}

#[tokio::test]
async fn the_accessibility_statement_has_the_eleven_items() {
    let app = TestApp::with_sender().await;
    let page = app.get("/tillganglighet").await;
    for item in [
        "Exempelmyndigheten",
        "Strategikollen",
        "delvis förenlig",
        "har inte prövats av människor",
        "Senaste bedömningen gjordes den 22 november 2026",
        "uppdaterades senast den 22 november 2026",
        "självskattning med program",
        "Oskäligt betungande anpassningar (12 §)",
        "inte omfattas av lagen (9 §)",
    ] {
        assert!(page.says(item), "{item}");
    }
    assert!(page.has("main a[href=\"/synpunkter?om=page:Accessibility\"]"));
    assert!(page.has("main a[href=\"https://www.digg.se/tdosanmalan\"]"));
}
