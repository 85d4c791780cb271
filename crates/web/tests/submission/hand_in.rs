//! Handing in, and the receipt.

use std::collections::BTreeSet;

use domain::account::Stage;
use domain::reference::Reference;
use service::rounds::{Facts, change_facts, of_organisation};
use service::submissions::{self, Document, hash};

use super::*;

#[tokio::test]
async fn the_receipt_tells_what_was_handed_in_and_stays() {
    let app = shared().await;
    let setting = setting(&app).await;
    let done = setting.contact.post(&setting.path("lamna-in"), &[]).await;
    assert_eq!(done.location(), setting.path("kvittens"));
    app.pass(40 * 60 * 1000);
    let page = setting.contact.get(&done.location()).await;
    page.assert_sound("sv");
    let reference = page.text(".reference");
    assert!(
        Reference::try_from(reference.as_str()).is_ok(),
        "{reference}"
    );
    assert!(page.says("22 november 2026 kl. 10.42"));

    let file = setting.contact.get(&setting.path("kvittens/fil")).await;
    assert_eq!(file.header("content-type"), "application/json");
    assert!(file.header("content-disposition").contains(&reference));
    assert_eq!(page.text("dd code"), hash(&file.body));
    let document = Document::read(&file.body).expect("a document");
    assert_eq!(document.reference, reference);
    assert_eq!(document.submitted_on, "2026-11-22");
    assert_eq!(document.organisation.id, ORG);
    assert_eq!(document.answers.len(), answers(&app).len());
    let again = document.recomputed(&app.app.content).expect("its edition");
    let again = again.and_then(|document| document.canonical());
    assert_eq!(again.expect("it is computed"), file.body);

    let english = page.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
}

#[tokio::test]
async fn nothing_that_is_anyones_own_is_handed_in() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let file = setting.contact.get(&setting.path("kvittens/fil")).await;
    let round = setting.round.to_string();
    let person = setting.contact.person.to_string();
    for own in ["hemlig", "motivering", "kim", "Ånge", &round, &person] {
        assert!(!file.body.contains(own), "{own} in {}", file.body);
    }
}

#[tokio::test]
async fn all_contact_persons_are_told_and_the_log_has_it() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let organisation = setting.organisation;
    app.member(organisation, "ida@ange.example", Role::Contact)
        .await;
    app.member(organisation, "bo@ange.example", Role::Respondent)
        .await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let receipt = submissions::receipt(&app.app, setting.round).await;
    let reference = receipt.expect("a database").expect("a receipt").reference;
    let mails = app.mails().await;
    let told: BTreeSet<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(
        told,
        BTreeSet::from(["ida@ange.example", "kim@ange.example"])
    );
    for mail in &mails {
        assert!(mail.subject.contains(&reference), "{}", mail.subject);
        assert!(
            mail.text.contains(&setting.path("kvittens")),
            "{}",
            mail.text
        );
    }
    let mut tx = app.app.store.read().await.expect("a database");
    let events = tx.events(organisation, None, 9).await.expect("events");
    assert_eq!(events[0].kind, "submitted");
    assert_eq!(events[0].who, "kim@ange.example");
    assert!(events[0].detail.contains(&reference));
}

#[tokio::test]
async fn a_second_click_leads_to_the_same_receipt() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let path = setting.path("lamna-in");
    setting.contact.post(&path, &[]).await;
    let first = setting.contact.get(&setting.path("kvittens")).await;
    for again in [
        setting.contact.post(&path, &[]).await,
        setting.contact.get(&path).await,
    ] {
        let receipt = setting.contact.get(&again.location()).await;
        assert_eq!(receipt.text(".reference"), first.text(".reference"));
    }
    assert_eq!(app.mails().await.len(), 1);
}

#[tokio::test]
async fn two_contact_persons_at_once_hand_in_once() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let other = app
        .member(setting.organisation, "ida@ange.example", Role::Contact)
        .await;
    let (one, two) = tokio::join!(
        submissions::submit(&app.app, setting.contact.person, setting.round, false),
        submissions::submit(&app.app, other.person, setting.round, false),
    );
    assert_eq!(one.expect("a receipt"), two.expect("a receipt"));
    let all = submissions::of_organisation(&app.app, setting.organisation).await;
    assert_eq!(all.expect("a database").len(), 1);
    assert_eq!(app.mails().await.len(), 2, "one for each contact person");
}

#[tokio::test]
async fn what_is_agreed_while_handing_in_is_handed_in_or_refused() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let edition = app.app.current_edition().expect("an edition");
    let question = edition.goals[1].questions[0].id.as_str();
    let answer = Answer::Level(Level::FOUR);
    let (receipt, agreed) = tokio::join!(
        submissions::submit(&app.app, setting.contact.person, setting.round, false),
        app.agree(setting.round, question, answer.clone()),
    );
    let document = Document::read(&receipt.expect("a receipt").document).expect("a document");
    let round = of_organisation::open_agreed(&app.app, setting.round).await;
    let round = round.expect("a database").expect("a round");
    assert_eq!(document.answers, round.answers());
    assert_eq!(document.answers.contains_key(question), agreed);
}

#[tokio::test]
async fn only_a_contact_person_who_has_just_shown_a_second_factor_hands_in() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let respondent = app
        .member(setting.organisation, "bo@ange.example", Role::Respondent)
        .await;
    let path = setting.path("lamna-in");
    let refused = respondent.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let stale = app.session(setting.contact.person, None).await;
    for page in [stale.get(&path).await, stale.post(&path, &[]).await] {
        assert!(page.location().starts_with("/konto/bekrafta?"));
    }
    app.pass(9 * 60 * 60 * 1000);
    let gone = setting.contact.post(&path, &[]).await;
    assert!(
        gone.location().starts_with("/logga-in?"),
        "{}",
        gone.location()
    );
    let receipt = submissions::receipt(&app.app, setting.round).await;
    assert_eq!(receipt.expect("a database"), None);
}

#[tokio::test]
async fn whom_the_answers_cover_has_to_be_said() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    let round = of_organisation::open_agreed(&app.app, setting.round).await;
    let round = round.expect("a database").expect("a round");
    change_facts(&app.app, &round, |facts| *facts = Facts::default())
        .await
        .expect("it is saved");
    let page = setting.contact.post(&setting.path("lamna-in"), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert_eq!(page.attr(".errors a", "href"), setting.path("om-er"));
    let review = setting.contact.get(&setting.path("kontrollera-allt")).await;
    assert!(review.links().contains(&setting.path("om-er")));
}

#[tokio::test]
async fn snabbkollen_is_never_handed_in() {
    let app = TestApp::new().await;
    let organisation = app.organisation(ORG, "Ånge Energi").await;
    let contact = app
        .member(organisation, "kim@ange.example", Role::Contact)
        .await;
    let round = app
        .agreeing(organisation, contact.person, Depth::Quick, &[])
        .await;
    let page = contact.post(&path(round, "lamna-in"), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.says("lämnas aldrig in") && !page.has("main form[method=post] .btn:not(.s)"));
    let page = contact.get(&path(round, "kontrollera-allt")).await;
    assert!(page.says("lämnas aldrig in") && !page.links().contains(&path(round, "lamna-in")));
    let stage = of_organisation::find(&app.app, round)
        .await
        .expect("a database");
    assert_eq!(stage.expect("a round").stage, Stage::Agreeing);
}

#[tokio::test]
async fn without_a_plan_none_is_asked_for() {
    let app = shared().await;
    let setting = setting(&app).await;
    let path = setting.path("lamna-in");
    assert!(!setting.contact.get(&path).await.has("#plan"));
    setting.contact.post(&path, &[("plan", "ja")]).await;
    let file = setting.contact.get(&setting.path("kvittens/fil")).await;
    let document = Document::read(&file.body).expect("a document");
    assert_eq!(document.plan, None);
}
