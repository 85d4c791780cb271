//! One's own account: name, language, reminders, address.

use super::common::{Page, TestApp};
use super::*;

const EMAIL: &str = "/konto/epost";
const NEW: &str = "kim.berg@kommunen.example";

fn refused(page: &Page, with: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.text(".errors").contains(with), "{}", page.body);
}

#[tokio::test]
async fn name_language_and_reminders_are_saved() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let page = kim.get("/konto").await;
    assert!(page.has("#sammandrag[checked]") && page.has("#sprak-sv[checked]"));
    let fields = [("namn", " Kim Berg "), ("sprak", "en")];
    let page = kim.post("/konto", &fields).await;
    let page = kim.follow(page).await;
    page.assert_sound("sv");
    assert!(page.text(".status").contains("sparade"));
    assert_eq!(page.value_of("namn"), "Kim Berg");
    assert!(!page.has("#sammandrag[checked]") && page.has("#sprak-en[checked]"));
    assert_eq!(page.text("header .who a:last-of-type"), "Kim Berg");
    kim.get("/en/account").await.assert_sound("en");
    // Mails about the account come in the language that was chosen.
    kim.add_app().await;
    let told = app.mails().await.pop().expect("a mail");
    assert!(told.text.contains("An authenticator app has been added"));
}

#[tokio::test]
async fn what_cannot_be_saved_is_kept_in_the_form() {
    let app = TestApp::new().await;
    let kim = app.sign_in(KIM).await;
    let long = "å".repeat(101);
    for (name, lang, message) in [
        ("", "sv", "Skriv ditt namn"),
        (long.as_str(), "sv", "100"),
        ("Kim\0", "sv", "tecken"),
        ("Kim", "fi", ""),
    ] {
        let fields = [("namn", name), ("sprak", lang), ("sammandrag", "ja")];
        let page = kim.post("/konto", &fields).await;
        refused(&page, message);
        assert_eq!(page.value_of("namn"), name.replace('\0', ""));
        assert!(page.has("#sammandrag[checked]"));
    }
    assert_eq!(kim.get("/konto").await.value_of("namn"), "");
}

#[tokio::test]
async fn an_address_is_changed_by_a_code_to_the_new_one_and_the_old_is_told() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    let other = app.browser(KIM);
    *other.key.borrow_mut() = kim.key.borrow().clone();
    other.sign_in().await;
    other.show_app("/logga-in/tvafaktor").await;
    kim.get(EMAIL).await.assert_sound("sv");
    let page = kim.post(EMAIL, &[("epost", NEW)]).await;
    let page = kim.follow(page).await;
    page.assert_sound("sv");
    assert!(page.says(NEW));
    let new = app.browser(NEW);
    let code = new.code().await;
    refused(
        &kim.post(EMAIL, &[("kod", "AAAA-AAAA")]).await,
        "Du har 4 försök kvar",
    );
    let page = kim.post(EMAIL, &[("kod", &code)]).await;
    assert_eq!(page.location(), "/konto?sparat=epost");
    let page = kim.follow(page).await;
    assert!(page.text(".status").contains(NEW));
    let told = app.mails().await.pop().expect("a mail");
    assert_eq!(told.to, KIM);
    assert!(told.text.contains(NEW));
    let page = other.get("/konto").await;
    assert!(page.location().starts_with("/logga-in"), "others end");
    // The new address leads to the same account, the old one to another.
    let page = new.sign_in().await;
    assert_eq!(page.location(), "/logga-in/tvafaktor");
    let page = app.browser(KIM).sign_in().await;
    assert_eq!(page.location(), "/oversikt");
}

#[tokio::test]
async fn an_address_is_not_changed_without_step_up() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    kim.post(EMAIL, &[("epost", NEW)]).await.location();
    let code = app.browser(NEW).code().await;
    app.pass(9 * MINUTE);
    // Still the same quarter of an hour, and the code still valid.
    kim.post(EMAIL, &[("epost", NEW)]).await.location();
    app.pass(7 * MINUTE);
    assert_ne!(app.browser(NEW).code().await, code);
    let code = app.browser(NEW).code().await;
    for fields in [[("kod", code.as_str())], [("epost", NEW)]] {
        let page = kim.post(EMAIL, &fields).await;
        assert_eq!(page.location(), "/konto/bekrafta?till=%2Fkonto%2Fepost");
    }
    assert!(
        kim.get(EMAIL)
            .await
            .location()
            .starts_with("/konto/bekrafta")
    );
    assert!(kim.get("/konto").await.says(KIM));
}

#[tokio::test]
async fn whether_someone_has_an_address_is_told_only_to_whoever_reads_its_mail() {
    let app = TestApp::new().await;
    app.sign_in(ALEX).await;
    let kim = app.sign_in(KIM).await;
    let free = kim.post(EMAIL, &[("epost", NEW)]).await.location();
    let taken = kim.post(EMAIL, &[("epost", ALEX)]).await.location();
    assert_eq!(free, taken);
    let code = app.browser(ALEX).code().await;
    let page = kim.post(EMAIL, &[("kod", &code)]).await;
    refused(&page, "hör till ett annat konto");
    assert!(kim.get("/konto").await.says(KIM));
    refused(
        &kim.post(EMAIL, &[("epost", "kim")]).await,
        "Skriv en e-postadress",
    );
}
