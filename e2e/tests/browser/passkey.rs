//! Passkeys, with an authenticator that Chromium makes believe is in the computer.

use std::time::Duration;

use e2e::mail::{Inbox, MailServer};
use e2e::person::{DESK, Person};
use e2e::program::Program;
use serde_json::{Value, json};

use crate::accessibility::assert_sound;

const KIM: &str = "kim@fjallhamra.example";
const ADD: &str = "/konto/tvafaktor/passnyckel";
const CONFIRM: &str = "/konto/bekrafta";
const REFUSED: &str = "Passnyckeln gick inte att använda";
const A_MOMENT: Duration = Duration::from_millis(50);
/// How often an authenticator is looked for an answer at most.
const LOOKS: usize = 200;

/// Someone with a computer that makes passkeys, who reads its fingerprint each time.
async fn person(program: &Program) -> Person {
    let person = Person::at(program, DESK).await;
    let browser = &person.browser;
    browser.devtools("WebAuthn.enable", json!({})).await;
    let options = json!({ "options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true,
        "automaticPresenceSimulation": true,
    }});
    browser
        .devtools("WebAuthn.addVirtualAuthenticator", options)
        .await;
    person
}

async fn program(mails: &MailServer) -> Program {
    let settings = mails.settings();
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    Program::start_with(&settings).await
}

/// Adds a passkey as the first second factor, and is shown the recovery codes.
async fn add(kim: &Person) {
    kim.open(ADD).await;
    kim.write("namn", "Jobbdatorn").await;
    kim.press("Lägg till passnyckeln").await;
    kim.is_told("Spara reservkoderna").await;
}

/// Asks the service what it asks the authenticator, and gives what that answers, unsent.
async fn answer(kim: &Person) -> Value {
    let script = "
        window.answered = null;
        (async () => {
            const fields = new URLSearchParams({ fraga: 'ja' });
            const asked = await fetch(location.href, { method: 'POST', body: fields });
            const question = (await asked.json()).publicKey;
            const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question);
            window.answered = (await navigator.credentials.get({ publicKey })).toJSON();
        })().catch((error) => { window.answered = String(error); });";
    kim.browser.run(script, Vec::new()).await;
    for _ in 0..LOOKS {
        let answered = kim.browser.run("return window.answered", Vec::new()).await;
        match answered {
            Value::Null => tokio::time::sleep(A_MOMENT).await,
            Value::Object(_) => return answered,
            told => panic!("the authenticator: {told}"),
        }
    }
    panic!("the authenticator does not answer");
}

/// Sends an answer, as the page's script does.
async fn send(kim: &Person, answer: &Value) {
    let script = "
        const form = document.querySelector('form[data-passkey]');
        form.elements.svar.value = JSON.stringify(arguments[0]);
        form.requestSubmit();";
    let sent = async {
        kim.browser.run(script, vec![answer.clone()]).await;
    };
    kim.browser.through(sent).await;
}

/// The browser tells on its console of pages with an error status, which are as they should be here.
async fn forget_refusals(kim: &Person) {
    let told = kim.browser.console_errors().await;
    assert!(
        told.iter().all(|told| told.contains("status of 422")),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_passkey_is_added_signs_in_and_confirms() {
    let mails = MailServer::start("plain", None);
    let program = program(&mails).await;
    let kim = person(&program).await;
    let mut inbox = Inbox::of(&mails, KIM);
    kim.sign_in(&mut inbox).await;
    kim.open(ADD).await;
    assert_sound(&kim, "where a passkey is added").await;
    kim.press("Lägg till passnyckeln").await;
    kim.is_told("Skriv vad du vill kalla passnyckeln").await;
    forget_refusals(&kim).await;
    add(&kim).await;
    let told = inbox.next("passnyckel har lagts till").await;
    assert!(told.text.contains("Jobbdatorn"), "{}", told.text);
    kim.open("/konto/tvafaktor").await;
    kim.is_told("Jobbdatorn").await;
    assert_sound(&kim, "a passkey among the factors").await;

    kim.open("/logga-ut").await;
    kim.press("Logga ut").await;
    kim.sign_in(&mut inbox).await;
    assert_eq!(kim.path().await, "/logga-in/tvafaktor");
    assert_sound(&kim, "where a passkey is asked for").await;
    kim.open("/konto").await;
    assert_eq!(kim.path().await, "/logga-in/tvafaktor", "not in yet");
    kim.press("Använd passnyckel").await;
    assert_eq!(kim.path().await, "/konto");

    kim.open(CONFIRM).await;
    kim.press("Använd passnyckel").await;
    assert_eq!(kim.path().await, "/konto");

    // The same computer has one already, and says so itself.
    kim.open(ADD).await;
    kim.write("namn", "Samma dator").await;
    kim.click("Lägg till passnyckeln").await;
    kim.browser
        .wait_for_element("[data-fault]:not([hidden])")
        .await;
    kim.is_told(REFUSED).await;
}

#[tokio::test]
async fn an_answer_is_for_what_was_asked_last_and_is_used_once() {
    let mails = MailServer::start("plain", None);
    let program = program(&mails).await;
    let kim = person(&program).await;
    kim.sign_in(&mut Inbox::of(&mails, KIM)).await;
    add(&kim).await;

    kim.open(CONFIRM).await;
    let stale = answer(&kim).await;
    answer(&kim).await;
    send(&kim, &stale).await;
    kim.is_told(REFUSED).await;
    assert_eq!(kim.path().await, CONFIRM);
    forget_refusals(&kim).await;
    assert_sound(&kim, "a passkey that was not accepted").await;

    let mut meddled = answer(&kim).await;
    let signature = meddled["response"]["signature"].as_str().expect("one");
    let other = if signature.ends_with('A') { "B" } else { "A" };
    let start = &signature[..signature.len() - 8];
    meddled["response"]["signature"] = json!(format!("{start}{}", other.repeat(8)));
    send(&kim, &meddled).await;
    kim.is_told(REFUSED).await;

    let elsewhere = answer(&kim).await;
    let mut another = elsewhere.clone();
    another["id"] = json!("AAAAAAAAAAAAAAAAAAAAAA");
    another["rawId"] = another["id"].clone();
    send(&kim, &another).await;
    kim.is_told(REFUSED).await;

    let good = answer(&kim).await;
    send(&kim, &good).await;
    assert_eq!(kim.path().await, "/konto");
    kim.open(CONFIRM).await;
    send(&kim, &good).await;
    kim.is_told(REFUSED).await;
    assert_eq!(kim.path().await, CONFIRM, "once");
}

#[tokio::test]
async fn without_scripts_the_page_says_what_a_passkey_needs() {
    let mails = MailServer::start("plain", None);
    let program = program(&mails).await;
    let kim = person(&program).await;
    kim.sign_in(&mut Inbox::of(&mails, KIM)).await;
    kim.turn_scripts_off().await;
    kim.open(ADD).await;
    kim.is_told("En passnyckel kräver en webbläsare med JavaScript")
        .await;
    assert!(
        kim.ways()
            .await
            .contains(&"/konto/tvafaktor/app".to_owned())
    );
}
