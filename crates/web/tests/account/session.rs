//! Sessions: how long they last, where they are, and how they end.

use super::common::TestApp;
use super::*;
use axum::body::Body;
use axum::http::{Request, header};
use domain::account::AgencyRole;
use domain::organisation::EmailAddress;
use service::organisations::{By, agency};
use service::settings::Mode;

#[tokio::test]
async fn every_page_of_the_account_leads_to_sign_in_first() {
    let app = TestApp::new().await;
    let nobody = app.browser(KIM);
    for path in [
        "/konto",
        "/konto/epost",
        "/konto/tvafaktor",
        "/konto/tvafaktor/app",
        "/konto/tvafaktor/passnyckel",
        "/konto/tvafaktor/reservkoder",
        "/konto/sessioner",
        "/konto/avsluta",
        "/konto/bekrafta",
        "/konto/sparat",
        "/logga-in/tvafaktor",
        "/logga-in/reservkod",
    ] {
        let page = nobody.get(path).await;
        assert!(page.location().starts_with("/logga-in?till="), "{path}");
        let page = nobody.post(path, &[("namn", "x")]).await;
        assert!(page.location().starts_with("/logga-in?till="), "{path}");
    }
}

#[tokio::test]
async fn a_session_is_not_the_one_a_browser_came_with() {
    let app = TestApp::new().await;
    let planted = app.sign_in(ALEX).await.cookie(SESSION).expect("signed in");
    let kim = app.browser(KIM);
    kim.set_cookie(SESSION, &planted);
    kim.sign_in().await;
    assert_ne!(kim.cookie(SESSION), Some(planted.clone()));
    assert_eq!(
        kim.get("/konto").await.text("header .who a:last-of-type"),
        KIM
    );
    // And whoever planted it has not come along.
    let thief = app.browser(ALEX);
    thief.set_cookie(SESSION, &planted);
    assert!(
        thief
            .get("/konto")
            .await
            .location()
            .starts_with("/logga-in")
    );
}

#[tokio::test]
async fn a_cookie_that_is_no_session_is_nobody() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    for wrong in ["", "x", &"A".repeat(43), &"å".repeat(20)] {
        if wrong.is_ascii() {
            kim.set_cookie(SESSION, wrong);
            assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
            assert_eq!(kim.get("/").await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn a_session_lasts_as_long_as_it_is_used_and_no_longer_than_a_week() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    app.pass(8 * HOUR);
    assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
    app.pass(8 * HOUR + MINUTE);
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
    let kim = app.sign_in(KIM).await;
    for _ in 0..(7 * 24 / 6) {
        assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
        app.pass(6 * HOUR);
    }
    assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
    app.pass(MINUTE);
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
}

#[tokio::test]
async fn at_the_agency_a_session_lasts_an_hour_unused_and_half_a_day_at_most() {
    let app = TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await;
    agency::grant(&app.app, By::CommandLine, KIM, AgencyRole::CaseOfficer)
        .await
        .expect("a role");
    let kim = app.sign_in(KIM).await;
    app.pass(HOUR);
    assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
    app.pass(HOUR + MINUTE);
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
    let kim = app.sign_in(KIM).await;
    for _ in 0..12 {
        app.pass(HOUR);
        assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
    }
    app.pass(MINUTE);
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
}

#[tokio::test]
async fn signing_out_ends_the_session_itself() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let cookie = kim.cookie(SESSION).expect("signed in");
    let page = kim.get("/logga-ut").await;
    page.assert_sound("sv");
    assert_eq!(
        kim.get("/konto").await.status,
        StatusCode::OK,
        "a link ends nothing"
    );
    assert!(
        kim.get("/")
            .await
            .has("header form[action=\"/logga-ut\"] button")
    );
    let out = kim.post("/logga-ut", &[]).await;
    assert_eq!(kim.cookie(SESSION), None);
    let page = kim.follow(out).await;
    page.assert_sound("sv");
    assert!(page.text(".status").contains("Du har loggat ut"));
    kim.set_cookie(SESSION, &cookie);
    assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
}

#[tokio::test]
async fn signed_in_browsers_are_listed_and_ended() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let other = app.browser(KIM);
    other.ask().await;
    let body = format!("kod={}", other.code().await);
    let request = Request::post("/logga-in/kod")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(
            header::USER_AGENT,
            "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
        )
        .body(Body::from(body))
        .expect("a request");
    other.send(request).await.location();
    let stranger = app.sign_in(ALEX).await;

    let page = kim.get("/konto/sessioner").await;
    page.assert_sound("sv");
    assert_eq!(page.texts(".tasks li").len(), 2);
    assert!(page.says("Firefox, Linux"));
    let id = page.attr(".tasks button", "value");
    // Someone else's list does not end it.
    stranger
        .post("/konto/sessioner", &[("avsluta", &id)])
        .await
        .location();
    assert_eq!(other.get("/konto").await.status, StatusCode::OK);
    let done = kim.post("/konto/sessioner", &[("avsluta", &id)]).await;
    let page = kim.follow(done).await;
    assert!(page.text(".status").contains("Utloggat"));
    assert_eq!(page.texts(".tasks li").len(), 1);
    assert!(
        other
            .get("/konto")
            .await
            .location()
            .starts_with("/logga-in")
    );
}

#[tokio::test]
async fn all_other_browsers_are_ended_at_once() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let others = [app.sign_in(KIM).await, app.sign_in(KIM).await];
    let stranger = app.sign_in(ALEX).await;
    kim.post("/konto/sessioner", &[("avsluta", "andra")])
        .await
        .location();
    for other in others {
        assert!(
            other
                .get("/konto")
                .await
                .location()
                .starts_with("/logga-in")
        );
    }
    assert_eq!(kim.get("/konto").await.status, StatusCode::OK);
    assert_eq!(stranger.get("/konto").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_operator_signs_someone_out_everywhere() {
    let app = TestApp::new().await;
    let here = [app.sign_in(KIM).await, app.sign_in(KIM).await];
    let stranger = app.sign_in(ALEX).await;
    let address = |text: &str| EmailAddress::try_from(text).expect("an address");
    let ended = service::accounts::sessions::end_all(&app.app, &address(KIM)).await;
    assert_eq!(ended.expect("a database"), Some(2));
    for kim in here {
        assert!(kim.get("/konto").await.location().starts_with("/logga-in"));
    }
    assert_eq!(stranger.get("/konto").await.status, StatusCode::OK);
    let nobody = address("ingen@kommunen.example");
    let ended = service::accounts::sessions::end_all(&app.app, &nobody).await;
    assert_eq!(ended.expect("a database"), None);
}

#[tokio::test]
async fn ending_others_asks_who_it_is_again() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let other = app.sign_in(KIM).await;
    app.pass(16 * MINUTE);
    let page = kim.post("/konto/sessioner", &[("avsluta", "andra")]).await;
    assert_eq!(page.location(), "/konto/bekrafta?till=%2Fkonto%2Fsessioner");
    assert_eq!(other.get("/konto").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_has_had_its_time_is_forgotten() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    app.browser(ALEX).ask().await;
    app.pass(31 * DAY);
    service::accounts::clean_up(&app.app)
        .await
        .expect("cleaned");
    let mut tx = app.app.store.read().await.expect("a database");
    let cookie = kim.cookie(SESSION).expect("signed in");
    let token = service::accounts::Token::parse(&cookie).expect("a token");
    assert_eq!(tx.session_by_hash(&token.hash()).await.expect("read"), None);
}
