//! The second factor: added, shown, lost and found again.

use super::common::actor::Actor;
use super::common::{Page, TestApp};
use super::*;

const APP: &str = "/konto/tvafaktor/app";
const SHOW: &str = "/logga-in/tvafaktor";
const RECOVER: &str = "/logga-in/reservkod";

fn refused(page: &Page, with: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.text(".errors").contains(with), "{}", page.body);
}

/// Whether the actor gets to the account.
async fn is_in(actor: &Actor<'_>) -> bool {
    actor.get("/konto").await.status == StatusCode::OK
}

#[tokio::test]
async fn an_app_is_added_by_key_or_picture_and_recovery_codes_are_shown_once() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let page = kim.get(APP).await;
    page.assert_sound("sv");
    assert!(page.has("svg.qr[role=img]"));
    assert_eq!(page.text("code").replace(' ', "").len(), 32, "160 bits");
    let before = kim.cookie(SESSION);
    kim.add_app().await;
    assert_ne!(
        kim.cookie(SESSION),
        before,
        "a new cookie with the new strength"
    );
    let codes = kim.recovery_codes.borrow().clone();
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.replace('-', "").len() == 24));
    let page = kim.get("/konto/tvafaktor").await;
    page.assert_sound("sv");
    assert!(page.says("Du har en autentiseringsapp") && page.says("10 reservkoder"));
    assert!(!codes.iter().any(|code| page.says(code)));
    let told = app.mails().await.pop().expect("a mail");
    assert!(told.text.contains("autentiseringsapp har lagts till"));
}

#[tokio::test]
async fn a_wrong_code_adds_nothing_and_keeps_the_key() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let page = kim.get(APP).await;
    let sealed = page.value("nyckel");
    for wrong in ["", "000000", "abcdef", "12345"] {
        let again = kim.post(APP, &[("nyckel", &sealed), ("kod", wrong)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        again.assert_sound("sv");
        assert_eq!(again.text("code"), page.text("code"));
    }
    // A key that was not made for this session is not taken.
    let alex = app.sign_in(ALEX).await;
    let theirs = alex.get(APP).await;
    *kim.key.borrow_mut() = theirs.text("code");
    let code = kim.totp();
    let sealed = theirs.value("nyckel");
    let page = kim.post(APP, &[("nyckel", &sealed), ("kod", &code)]).await;
    refused(&page, "Koden stämmer inte");
    assert!(kim.get("/konto").await.says("Finns inte"));
}

#[tokio::test]
async fn whoever_has_a_second_factor_is_not_in_before_it_is_shown() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    kim.post("/logga-ut", &[]).await;
    let page = kim.sign_in().await;
    assert_eq!(page.location(), SHOW);
    kim.get(SHOW).await.assert_sound("sv");
    for path in [
        "/konto",
        "/konto/tvafaktor",
        "/konto/tvafaktor/app",
        "/konto/epost",
    ] {
        let page = kim.get(path).await;
        assert!(page.location().starts_with("/logga-in/tvafaktor?till="));
        let page = kim.post(path, &[("ta-bort", "app")]).await;
        assert!(page.location().starts_with("/logga-in/tvafaktor?till="));
    }
    let before = kim.cookie(SESSION).expect("half signed in");
    let page = kim.show_app("/logga-in/tvafaktor?till=%2Fkonto").await;
    assert_eq!(page.location(), "/oversikt");
    assert!(is_in(&kim).await);
    // The cookie from before is nobody's.
    let thief = app.browser(KIM);
    thief.set_cookie(SESSION, &before);
    assert!(!is_in(&thief).await);
}

#[tokio::test]
async fn half_a_sign_in_does_not_wait_for_long() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    kim.post("/logga-ut", &[]).await;
    kim.sign_in().await;
    app.pass(31 * MINUTE);
    let page = kim.show_app(SHOW).await;
    assert!(page.location().starts_with("/logga-in?"));
}

#[tokio::test]
async fn a_code_from_the_app_is_used_once() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    kim.post("/logga-ut", &[]).await;
    kim.sign_in().await;
    // The one that added the app has been used.
    let page = kim.post(SHOW, &[("kod", &kim.totp())]).await;
    refused(&page, "redan använd");
    kim.show_app(SHOW).await.location();
    let used = kim.totp();
    let thief = app.browser(KIM);
    thief.sign_in().await;
    let page = thief.post(SHOW, &[("kod", &used)]).await;
    refused(&page, "redan använd");
    // The one before the used one, which the clock's slack would allow.
    app.pass(-30_000);
    let page = thief.post(SHOW, &[("kod", &kim.totp())]).await;
    refused(&page, "redan använd");
    assert!(!is_in(&thief).await);
}

#[tokio::test]
async fn an_app_is_not_guessed() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    kim.post("/logga-ut", &[]).await;
    app.pass(HOUR);
    kim.sign_in().await;
    for _ in 0..10 {
        let page = kim.post(SHOW, &[("kod", "000000")]).await;
        refused(&page, "Koden stämmer inte");
    }
    let page = kim.show_app(SHOW).await;
    refused(&page, "Vänta en timme");
    // Another browser and another way in are counted with it.
    let other = app.browser(KIM);
    other.sign_in().await;
    let code = kim.recovery_codes.borrow()[0].clone();
    let page = other.post(RECOVER, &[("kod", &code)]).await;
    refused(&page, "Vänta en timme");
    app.pass(HOUR);
    kim.sign_in().await;
    kim.show_app(SHOW).await.location();
    assert!(is_in(&kim).await);
}

#[tokio::test]
async fn a_recovery_code_is_used_once_and_told_of() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let code = kim.recovery_codes.borrow()[3].clone();
    kim.post("/logga-ut", &[]).await;
    kim.sign_in().await;
    kim.get(RECOVER).await.assert_sound("sv");
    refused(
        &kim.post(RECOVER, &[("kod", "")]).await,
        "Skriv in en reservkod",
    );
    let page = kim.post(RECOVER, &[("kod", &code.replace('0', "1"))]).await;
    refused(&page, "ingen reservkod som gäller");
    let typed = code.to_uppercase().replace('-', " ");
    let page = kim.post(RECOVER, &[("kod", &typed)]).await;
    assert_eq!(page.location(), "/konto/tvafaktor");
    let page = kim.get("/konto/tvafaktor").await;
    assert!(page.says("Du har 9 reservkoder kvar"));
    let told = app.mails().await.pop().expect("a mail");
    assert!(told.text.contains("En reservkod har använts"));

    let thief = app.browser(KIM);
    thief.sign_in().await;
    let page = thief.post(RECOVER, &[("kod", &code)]).await;
    refused(&page, "ingen reservkod som gäller");
}

#[tokio::test]
async fn thirteen_months_later_with_a_new_phone() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let old_key = kim.key.borrow().clone();
    app.pass(396 * DAY);
    service::accounts::clean_up(&app.app)
        .await
        .expect("cleaned");

    let page = kim.get("/konto").await;
    assert!(page.location().starts_with("/logga-in?till="));
    kim.sign_in().await;
    let page = kim.get(SHOW).await;
    let lost = page.attr("main a[href*=reservkod]", "href");
    kim.get(&lost).await.assert_sound("sv");
    let code = kim.recovery_codes.borrow()[0].clone();
    let page = kim.post(&lost, &[("kod", &code)]).await;
    let page = kim.follow(page).await;
    let change = page.attr("a[href$=\"/app\"]", "href");
    assert!(page.says("Byt till en ny telefon"));
    let shown = kim.get(&change).await;
    *kim.key.borrow_mut() = shown.text("code");
    let fields = [("nyckel", shown.value("nyckel")), ("kod", kim.totp())];
    let fields = [
        ("nyckel", fields[0].1.as_str()),
        ("kod", fields[1].1.as_str()),
    ];
    let page = kim.post(APP, &fields).await;
    assert_eq!(page.location(), "/konto/tvafaktor?sparat=app");
    let page = kim.follow(page).await;
    assert!(
        page.says("Du har 9 reservkoder kvar"),
        "the others still do"
    );

    // The new phone works and the old one does not.
    kim.post("/logga-ut", &[]).await;
    kim.sign_in().await;
    let new_key = kim.key.replace(old_key);
    refused(&kim.show_app(SHOW).await, "Koden stämmer inte");
    kim.key.replace(new_key);
    kim.show_app(SHOW).await.location();
    assert!(is_in(&kim).await);
}

#[tokio::test]
async fn whoever_has_lost_everything_is_let_in_by_someone_else() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let other_browser = app.browser(KIM);
    other_browser.sign_in().await;
    let person =
        service::accounts::people::find_by_email(&app.app, &KIM.try_into().expect("an address"))
            .await
            .expect("read")
            .expect("known");
    assert!(
        service::accounts::way_back::reset_factor(&app.app, person.id)
            .await
            .expect("written")
    );
    assert!(!is_in(&kim).await && !is_in(&other_browser).await);
    let told = app.mails().await.pop().expect("a mail");
    assert_eq!(told.to, KIM);
    assert!(
        told.text
            .contains("andra steg vid inloggning har tagits bort")
    );
    let page = kim.sign_in().await;
    assert_eq!(page.location(), "/oversikt");
    let page = kim.get("/konto/tvafaktor").await;
    assert!(!page.says("reservkoder kvar") && !page.says("Du har en autentiseringsapp"));
    kim.add_app().await;
    assert_eq!(kim.recovery_codes.borrow().len(), 10);
    let nobody = service::accounts::way_back::reset_factor(&app.app, app.app.id()).await;
    assert!(!nobody.expect("read"));
}

#[tokio::test]
async fn what_matters_asks_for_the_second_factor_again() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    app.pass(16 * MINUTE);
    let page = kim.post("/konto/tvafaktor", &[("ta-bort", "app")]).await;
    assert_eq!(page.location(), "/konto/bekrafta?till=%2Fkonto%2Ftvafaktor");
    kim.get(&page.location()).await.assert_sound("sv");
    let before = kim.cookie(SESSION);
    let page = kim
        .post(
            "/konto/bekrafta",
            &[("kod", &kim.totp()), ("till", "/konto/tvafaktor")],
        )
        .await;
    assert_eq!(page.location(), "/konto/tvafaktor");
    assert_ne!(kim.cookie(SESSION), before);
    let page = kim.post("/konto/tvafaktor", &[("ta-bort", "app")]).await;
    let page = kim.follow(page).await;
    assert!(page.text(".status").contains("borttaget"));
    assert!(
        page.links().contains("/konto/sessioner"),
        "a way to end others"
    );
    assert!(!page.says("reservkoder kvar"), "nothing is left to recover");
    let told = app.mails().await.pop().expect("a mail");
    assert!(told.text.contains("Autentiseringsappen har tagits bort"));
}

#[tokio::test]
async fn without_a_second_factor_a_mailed_code_shows_who_it_is_again() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    app.pass(16 * MINUTE);
    let asked = kim.get(APP).await;
    assert_eq!(
        asked.location(),
        "/konto/bekrafta?till=%2Fkonto%2Ftvafaktor%2Fapp"
    );
    let page = kim.get(&asked.location()).await;
    page.assert_sound("sv");
    let till = [("till", APP), ("skicka", "ja")];
    let page = kim.post("/konto/bekrafta", &till).await;
    let page = kim.follow(page).await;
    page.assert_sound("sv");
    let page = kim.post("/konto/bekrafta", &[("kod", "XXXX-XXXX")]).await;
    refused(&page, "Du har 4 försök kvar");
    let code = kim.code().await;
    let fields = [("kod", code.as_str()), ("till", APP)];
    let page = kim.post("/konto/bekrafta", &fields).await;
    assert_eq!(page.location(), APP);
    kim.add_app().await;
    assert_eq!(kim.recovery_codes.borrow().len(), 10);
}

#[tokio::test]
async fn a_mailed_code_is_no_step_up_for_whoever_has_a_second_factor() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    kim.post("/konto/bekrafta", &[("skicka", "ja")])
        .await
        .location();
    let code = kim.code().await;
    kim.add_app().await;
    app.pass(5 * MINUTE);
    let page = kim.post("/konto/bekrafta", &[("kod", &code)]).await;
    refused(&page, "Koden stämmer inte");
}

#[tokio::test]
async fn new_recovery_codes_take_the_place_of_the_old() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let old = kim.recovery_codes.borrow()[0].clone();
    let path = "/konto/tvafaktor/reservkoder";
    kim.get(path).await.assert_sound("sv");
    let page = kim.post(path, &[]).await;
    page.assert_sound("sv");
    let new = page.texts(".codes li");
    assert_eq!(new.len(), 10);
    assert!(!new.contains(&old));
    kim.post("/logga-ut", &[]).await;
    kim.sign_in().await;
    let page = kim.post(RECOVER, &[("kod", &old)]).await;
    refused(&page, "ingen reservkod som gäller");
    kim.post(RECOVER, &[("kod", &new[9])]).await.location();
    assert!(is_in(&kim).await);
}

#[tokio::test]
async fn recovery_codes_are_for_those_with_something_to_recover() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let page = kim.post("/konto/tvafaktor/reservkoder", &[]).await;
    assert!(page.location().starts_with("/konto/bekrafta"));
    assert_eq!(kim.get(RECOVER).await.location(), "/konto/tvafaktor");
    assert_eq!(kim.get(SHOW).await.location(), "/konto/tvafaktor");
}

#[tokio::test]
async fn a_copied_database_holds_no_key_and_no_recovery_code() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let key = kim.key.borrow().replace(' ', "");
    let secret = totp_rs::Secret::try_from_base32(&key).expect("a key");
    let code = kim.recovery_codes.borrow()[0].clone();
    let bytes: Vec<u8> = ["test.db", "test.db-wal"]
        .into_iter()
        .filter_map(|name| std::fs::read(app.folder.path().join(name)).ok())
        .flatten()
        .collect();
    let holds = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(holds(KIM.as_bytes()), "the test reads the right files");
    for secret in [
        secret.as_bytes(),
        key.as_bytes(),
        code.as_bytes(),
        code.replace('-', "").as_bytes(),
    ] {
        assert!(!holds(secret));
    }
}
