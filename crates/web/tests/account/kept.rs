//! A form that is sent when the session has ended, or when the proof of who one is has grown old:
//! what was written survives, and is offered to whoever wrote it.

use super::common::Page;
use super::common::actor::Actor;
use super::common::{TestApp, selector};
use super::*;
use domain::account::{AgencyRole, Role};
use service::settings::Mode;

const ORG: &str = "bruk000000";
const KEPT: &str = "/konto/sparat";
const MEMBERS: &str = "/o/bruk000000/medlemmar";
const GROUND: &str = "Vi har en upphandlingspolicy,\nbeslutad i mars.";

/// A contact person at a browser, second factor shown just now.
async fn contact(app: &TestApp) -> Actor<'_> {
    let organisation = app.organisation(ORG, "Hofors Bruk AB").await;
    app.member(organisation, KIM, Role::Contact).await;
    app.sign_in_surely(KIM).await
}

/// The page of the first question in a round that the contact person has started.
async fn question(kim: &Actor<'_>) -> String {
    let started = kim
        .post(&format!("/o/{ORG}/ny"), &[("gor", "hela")])
        .await
        .location();
    let round = started.strip_suffix("/leda").expect("a round");
    let edition = kim.app.app.current_edition().expect("an edition");
    let (_, question) = edition.places().next().expect("a question");
    format!("{round}/fraga/{}", question.id)
}

/// Answers the question on a page with a ground.
async fn answer(kim: &Actor<'_>, page: &str, ground: &str) -> Page {
    let id = page.rsplit('/').next().expect("a question");
    let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{id}"));
    let fields = [
        (names[0].as_str(), "3"),
        (&names[1], ground),
        (&names[2], "0"),
    ];
    kim.post(page, &fields).await
}

#[tokio::test]
async fn a_text_outlives_the_longest_session_too() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let page = question(&kim).await;
    app.pass(7 * 24 * HOUR + MINUTE);
    assert!(was_kept(&answer(&kim, &page, GROUND).await));
}

/// Whether a form that led to sign-in or step-up was kept.
fn was_kept(page: &Page) -> bool {
    let way = page.location();
    let kept = way.ends_with("&sparat=ja");
    assert!(kept || way.ends_with("&sparat=nej"), "{way}");
    kept
}

/// Sends the first kept form again, as its button does.
async fn send_again(kim: &Actor<'_>) -> Page {
    let page = kim.get(KEPT).await;
    page.assert_sound("sv");
    let action = page.attr("section form", "action");
    let html = page.html();
    let form = html.select(&selector("section form")).next();
    let inputs = selector("input");
    let fields: Vec<(&str, &str)> = form
        .expect("a form")
        .select(&inputs)
        .map(|field| (field.attr("name"), field.attr("value")))
        .map(|(name, value)| (name.expect("a name"), value.unwrap_or_default()))
        .collect();
    kim.post(&action, &fields).await
}

#[tokio::test]
async fn a_ground_outlives_the_session_and_is_saved_after_sign_in() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let question = question(&kim).await;
    app.pass(8 * HOUR + MINUTE);
    let sent = answer(&kim, &question, GROUND).await;
    assert!(sent.location().starts_with("/logga-in?till=") && was_kept(&sent));
    let page = kim.get(&sent.location()).await;
    page.assert_sound("sv");
    assert!(page.text("main .notice").contains("sparat det i ett dygn"));

    assert_eq!(kim.sign_in().await.location(), "/logga-in/tvafaktor");
    assert_eq!(kim.show_app("/logga-in/tvafaktor").await.location(), KEPT);
    let page = kim.get(KEPT).await;
    assert_eq!(page.attr("blockquote + p a", "href"), question);
    assert!(page.says("Vi har en upphandlingspolicy, beslutad i mars."));
    let english = kim.get("/en/account/kept").await;
    english.assert_sound("en");
    assert!(
        !kim.get(&question).await.says("upphandlingspolicy,"),
        "not saved yet"
    );

    send_again(&kim).await.location();
    let saved = kim.get(&question).await;
    assert!(saved.text("textarea").contains("beslutad i mars."));
    assert!(kim.get(KEPT).await.says("Här finns inget kvar"));
}

#[tokio::test]
async fn a_form_outlives_a_proof_that_has_grown_old() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    app.pass(16 * MINUTE);
    let invite = [
        ("gor", "bjud-in"),
        ("epost", "bo@bruk.example"),
        ("roll", "reader"),
    ];
    let sent = kim.post(MEMBERS, &invite).await;
    assert!(sent.location().starts_with("/konto/bekrafta?till=") && was_kept(&sent));
    let page = kim.get(&sent.location()).await;
    page.assert_sound("sv");
    assert!(page.text("main .notice").contains("sparat det i ett dygn"));
    let till = page.value("till");
    assert_eq!(till, MEMBERS);

    app.pass(30_000);
    let totp = kim.totp();
    let confirmed = kim
        .post("/konto/bekrafta", &[("kod", &totp), ("till", &till)])
        .await;
    assert_eq!(
        confirmed.location(),
        format!("{KEPT}?till=%2Fo%2F{ORG}%2Fmedlemmar")
    );
    let done = send_again(&kim).await;
    assert!(kim.get(&done.location()).await.says("bo@bruk.example"));
    assert!(kim.get(KEPT).await.says("Här finns inget kvar"));
}

#[tokio::test]
async fn so_does_what_is_written_at_the_agency() {
    let app = TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await;
    let officer = app.person(ALEX).await;
    let (role, now) = (AgencyRole::CaseOfficer.code(), app.app.now());
    app.write(move |tx| {
        Box::pin(async move {
            tx.grant_agency_role(officer, role, None, now)
                .await
                .map(drop)
        })
    })
    .await;
    app.organisation(ORG, "Hofors Bruk AB").await;
    let page = format!("/forvaltning/organisationer/{ORG}");
    let reason = "Bolaget har bytt kontaktperson.";
    let alex = app.session(officer, None).await;
    let fields = [("gor", "utse"), ("epost", KIM), ("skal", reason)];
    let sent = alex.post(&page, &fields).await;
    assert!(sent.location().starts_with("/konto/bekrafta?till=") && was_kept(&sent));
    let fresh = app.session(officer, Some(app.app.now())).await;
    assert!(fresh.get(KEPT).await.says(reason));
}

#[tokio::test]
async fn what_someone_wrote_is_offered_to_nobody_else() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let question = question(&kim).await;
    let alex = app.sign_in(ALEX).await;
    app.pass(8 * HOUR + MINUTE);
    assert!(was_kept(&answer(&kim, &question, GROUND).await));

    // Even at the same computer, whose cookie was Kim's.
    kim.post("/logga-in", &[("epost", ALEX)]).await.location();
    let code = alex.code().await;
    kim.post("/logga-in/kod", &[("kod", &code)])
        .await
        .location();
    assert!(kim.get(KEPT).await.says("Här finns inget kvar"));

    kim.sign_in().await;
    kim.show_app("/logga-in/tvafaktor").await;
    let id = kim.get(KEPT).await.attr("button[name=kasta]", "value");
    let alex = app.sign_in(ALEX).await;
    alex.post(KEPT, &[("kasta", &id)]).await.location();
    assert!(!kim.get(KEPT).await.says("Här finns inget kvar"));
    kim.post(KEPT, &[("kasta", &id)]).await.location();
    assert!(kim.get(KEPT).await.says("Här finns inget kvar"));
}

#[tokio::test]
async fn what_is_too_large_or_one_too_many_is_not_kept_and_that_is_told() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let question = question(&kim).await;
    app.pass(8 * HOUR + MINUTE);
    let large = answer(&kim, &question, &"ord ".repeat(50_000)).await;
    assert!(!was_kept(&large));
    let page = kim.get(&large.location()).await;
    page.assert_sound("sv");
    assert!(
        page.text("main .notice")
            .contains("Det gick inte att spara")
    );

    for n in 0..20 {
        let sent = answer(&kim, &question, &format!("Grund {n}")).await;
        assert!(was_kept(&sent), "{n}");
    }
    assert!(!was_kept(&answer(&kim, &question, "Grund 20").await));
    let again = answer(&kim, &question, "Grund 7").await;
    assert!(was_kept(&again), "the same is kept once");

    kim.sign_in().await;
    kim.show_app("/logga-in/tvafaktor").await;
    assert_eq!(kim.get(KEPT).await.texts("button[name=kasta]").len(), 20);
}

#[tokio::test]
async fn it_is_kept_for_a_day() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let question = question(&kim).await;
    app.pass(8 * HOUR + MINUTE);
    assert!(was_kept(&answer(&kim, &question, GROUND).await));
    app.pass(DAY + MINUTE);
    kim.sign_in().await;
    kim.show_app("/logga-in/tvafaktor").await;
    assert!(kim.get(KEPT).await.says("Här finns inget kvar"));
}

#[tokio::test]
async fn a_cookie_that_was_never_a_session_keeps_nothing() {
    let app = TestApp::new().await;
    let kim = contact(&app).await;
    let question = question(&kim).await;
    let stranger = app.browser(ALEX);
    stranger.set_cookie(SESSION, &"A".repeat(43));
    let sent = answer(&stranger, &question, GROUND).await;
    assert!(!sent.location().contains("sparat="), "{}", sent.location());
}
