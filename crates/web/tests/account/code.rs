//! Codes by mail.

use super::common::{Page, TestApp};
use super::*;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use std::net::SocketAddr;

fn refused(page: &Page, with: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.text("title").starts_with("Fel: "), "{}", page.body);
    assert!(page.text(".errors").contains(with), "{}", page.body);
    assert_eq!(
        page.text(".error").replace("Fel: ", ""),
        page.text(".errors li")
    );
}

#[tokio::test]
async fn a_newcomer_signs_in_with_a_code_and_gets_an_account() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    let form = kim.get("/logga-in").await;
    form.assert_sound("sv");
    let asked = kim.ask().await;
    assert_eq!(asked.location(), "/logga-in/kod");
    let page = kim.get("/logga-in/kod").await;
    page.assert_sound("sv");
    assert!(page.says("kim@kommunen.example"));
    assert!(page.says("Den gäller till kl. 10.52"));
    assert!(page.says("mappen mail"), "where a newcomer finds the mail");

    let mail = &app.mails().await[0];
    let code = kim.code().await;
    assert_eq!(mail.to, KIM);
    assert!(!mail.subject.contains(&code) && mail.subject.contains("Strategikollen"));
    assert!(mail.text.contains("http://localhost:8080/logga-in/kod"));
    assert_eq!(mail.text.matches(&code).count(), 1, "not in the link");

    let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
    let page = kim.post("/logga-in/kod", &[("kod", &typed)]).await;
    assert_eq!(page.location(), "/oversikt");
    let page = kim.get("/konto").await;
    page.assert_sound("sv");
    assert_eq!(page.text("header .who a:last-of-type"), KIM);
    assert_eq!(kim.cookie(BROWSER), None);
}

#[tokio::test]
async fn cookies_are_guarded() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    let asked = kim.ask().await.header("set-cookie");
    let code = kim.code().await;
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    let set: Vec<_> = page.headers.get_all("set-cookie").iter().collect();
    let session = set[0].to_str().expect("text");
    for cookie in [asked.as_str(), session] {
        let (pair, attributes) = cookie.split_once("; ").expect("attributes");
        assert!(pair.starts_with("__Host-"), "{pair}");
        let value = pair.split_once('=').expect("a value").1;
        assert_eq!(value.len(), 43, "256 bits");
        for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
            assert!(attributes.contains(attribute), "{cookie}");
        }
        assert!(!attributes.contains("Domain"));
    }
    let told = kim.get("/kakor").await;
    assert!(told.says(SESSION) && told.says(BROWSER), "{}", told.body);
}

#[tokio::test]
async fn known_and_unknown_addresses_are_answered_alike() {
    let app = TestApp::new().await;
    app.sign_in(KIM).await;
    let (known, unknown) = (app.browser(KIM), app.browser(ALEX));
    let (one, two) = (known.ask().await, unknown.ask().await);
    assert_eq!(one.location(), two.location());
    let anonymous = |page: Page, email: &str| page.body.replace(email, "…");
    let one = anonymous(known.get("/logga-in/kod").await, KIM);
    let two = anonymous(unknown.get("/logga-in/kod").await, ALEX);
    assert_eq!(one, two);
    let mails = app.mails().await;
    let [first, second] = [&mails[mails.len() - 2], &mails[mails.len() - 1]];
    assert_eq!(first.subject, second.subject);
    assert_eq!(first.text.len(), second.text.len());
}

#[tokio::test]
async fn a_code_is_used_once() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let (code, browser) = (kim.code().await, kim.cookie(BROWSER).expect("asked"));
    kim.post("/logga-in/kod", &[("kod", &code)])
        .await
        .location();
    let again = app.browser(KIM);
    again.set_cookie(BROWSER, &browser);
    let page = again.post("/logga-in/kod", &[("kod", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Här väntar ingen kod"));
    assert_eq!(again.cookie(SESSION), None);
}

#[tokio::test]
async fn a_code_expires_after_ten_minutes() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let code = kim.code().await;
    app.pass(10 * MINUTE);
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    page.assert_sound("sv");
    assert!(page.says("Här väntar ingen kod") && page.says("Be om en ny kod"));
    assert_eq!(kim.cookie(SESSION), None);
    kim.sign_in().await;
    assert!(kim.cookie(SESSION).is_some());
}

#[tokio::test]
async fn a_code_belongs_to_the_browser_that_asked() {
    let app = TestApp::new().await;
    let (kim, thief) = (app.browser(KIM), app.browser(ALEX));
    kim.ask().await;
    let code = kim.code().await;
    // With no cookie, and with one of their own.
    for _ in 0..2 {
        let page = thief.post("/logga-in/kod", &[("kod", &code)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(thief.cookie(SESSION), None);
        thief.ask().await;
    }
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    assert_eq!(page.location(), "/oversikt");
}

#[tokio::test]
async fn the_sixth_try_is_in_vain() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let code = kim.code().await;
    for left in (1..5).rev() {
        let page = kim.post("/logga-in/kod", &[("kod", "ABCD-EFGH")]).await;
        let left = match left {
            1 => "ett".to_owned(),
            left => left.to_string(),
        };
        refused(&page, &format!("Du har {left} försök kvar"));
    }
    let page = kim.post("/logga-in/kod", &[("kod", "ABCD-EFGH")]).await;
    assert!(page.says("Här väntar ingen kod"));
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kim.cookie(SESSION), None);
}

#[tokio::test]
async fn an_empty_field_costs_no_try() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let code = kim.code().await;
    for _ in 0..6 {
        let page = kim.post("/logga-in/kod", &[("kod", " ")]).await;
        refused(&page, "Skriv in koden från mejlet");
    }
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    assert_eq!(page.location(), "/oversikt");
}

#[tokio::test]
async fn a_new_code_takes_the_place_of_the_old() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let old = kim.code().await;
    kim.ask().await;
    let new = kim.code().await;
    assert_ne!(old, new);
    let page = kim.post("/logga-in/kod", &[("kod", &old)]).await;
    refused(&page, "Koden stämmer inte");
    let page = kim.post("/logga-in/kod", &[("kod", &new)]).await;
    assert_eq!(page.location(), "/oversikt");
}

#[tokio::test]
async fn whoever_opens_every_link_uses_nothing_up() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let code = kim.code().await;
    let scanner = app.browser("scanner");
    let mail = app.mails().await.remove(0).text;
    let links = mail
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("http://localhost:8080"));
    for link in links.filter(|link| !link.is_empty()) {
        for _ in 0..3 {
            scanner.get(link).await;
            kim.get(link).await;
        }
    }
    let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
    assert_eq!(page.location(), "/oversikt");
}

#[tokio::test]
async fn an_address_gets_no_more_codes_than_anyone_needs() {
    let app = TestApp::new().await;
    for _ in 0..8 {
        app.browser(KIM).ask().await.location();
    }
    let page = app.browser(KIM).ask().await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.assert_sound("sv");
    assert!(page.text(".errors").contains("Vänta en timme"));
    assert_eq!(page.value_of("epost"), KIM, "what was typed is kept");
    assert_eq!(app.mails().await.len(), 8);
    app.browser(ALEX).ask().await.location();
    // Nobody keeps the owner out: someone elsewhere still gets one.
    let elsewhere = Request::post("/logga-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 4711))))
        .body(Body::from(format!("epost={KIM}")))
        .expect("a request");
    app.browser(KIM).send(elsewhere).await.location();
    app.pass(HOUR);
    app.browser(KIM).ask().await.location();
}

#[tokio::test]
async fn a_requester_asks_for_no_more_codes_than_an_organisation_needs() {
    let app = TestApp::new().await;
    for n in 0..100 {
        let email = format!("person{n}@kommunen.example");
        app.browser(&email).ask().await.location();
    }
    let page = app.browser(KIM).ask().await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    app.pass(HOUR);
    app.browser(KIM).ask().await.location();
}

#[tokio::test]
async fn what_is_no_address_is_told() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    for wrong in ["", "kim", "kim@", "kim@kommunen", "a b@kommunen.example"] {
        let page = kim.post("/logga-in", &[("epost", wrong)]).await;
        refused(&page, "Skriv en e-postadress");
        assert_eq!(page.value_of("epost"), wrong);
    }
    let twice = [("epost", KIM), ("epost", ALEX)];
    let page = kim.post("/logga-in", &twice).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn the_way_goes_on_to_where_it_was_going_and_nowhere_else() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    let asked = kim.get("/konto/sessioner?x=1").await;
    assert_eq!(
        asked.location(),
        "/logga-in?till=%2Fkonto%2Fsessioner%3Fx%3D1"
    );
    let form = kim.get(&asked.location()).await;
    assert_eq!(form.value("till"), "/konto/sessioner?x=1");
    for (till, goes) in [
        ("/konto/sessioner?x=1", "/konto/sessioner?x=1"),
        ("//ond.example", "/oversikt"),
        ("https://ond.example/", "/oversikt"),
    ] {
        kim.post("/logga-in", &[("epost", KIM), ("till", till)])
            .await;
        let code = kim.code().await;
        let page = kim.post("/logga-in/kod", &[("kod", &code)]).await;
        assert_eq!(page.location(), goes);
    }
}

#[tokio::test]
async fn english_pages_write_english_mails() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.get("/en/sign-in").await.assert_sound("en");
    let asked = kim.post("/en/sign-in", &[("epost", KIM)]).await;
    assert_eq!(asked.location(), "/en/sign-in/code");
    kim.get("/en/sign-in/code").await.assert_sound("en");
    let mail = app.mails().await.remove(0);
    assert!(mail.text.contains("Your code is"));
    assert!(mail.text.contains("/en/sign-in/code"));
    let code = kim.code().await;
    let page = kim.post("/en/sign-in/code", &[("kod", &code)]).await;
    assert_eq!(page.location(), "/en/overview");
}

#[tokio::test]
async fn a_copied_database_holds_no_code() {
    let app = TestApp::new().await;
    let kim = app.browser(KIM);
    kim.ask().await;
    let code = kim.code().await;
    let bytes: Vec<u8> = std::fs::read_dir(app.folder.path())
        .expect("a folder")
        .filter_map(|file| std::fs::read(file.expect("a file").path()).ok())
        .flatten()
        .collect();
    let holds = |text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
    assert!(
        holds("kim@kommunen.example"),
        "the test reads the right files"
    );
    assert!(!holds(&code) && !holds(&code.replace('-', "")));
    assert!(!holds(&kim.cookie(BROWSER).expect("asked")));
}
