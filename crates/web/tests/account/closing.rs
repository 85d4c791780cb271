//! Closing one's account.

use domain::account::{AgencyRole, Role};
use service::organisations::{By, agency, join, members};
use service::settings::Mode;

use super::common::TestApp;
use super::*;

const CLOSE: &str = "/konto/avsluta";
const ORG: &str = "kommunen00";

/// Makes someone a member, who may have signed in.
async fn joins(app: &TestApp, organisation: uuid::Uuid, email: &str, role: Role) -> uuid::Uuid {
    app.person(email).await;
    let mut tx = app.app.store.read().await.expect("a database");
    let person = tx.person_by_email(email).await.expect("a database");
    let person = person.expect("a person").id;
    drop(tx);
    join::vouched(&app.app, person, organisation, Some(role))
        .await
        .expect("a place");
    person
}

async fn addresses(app: &TestApp, organisation: uuid::Uuid, by: uuid::Uuid) -> Vec<String> {
    let list = members::list(&app.app, by, organisation).await;
    let list = list.expect("members").active;
    list.into_iter().map(|member| member.email).collect()
}

#[tokio::test]
async fn a_closed_account_is_signed_out_everywhere_and_belongs_nowhere() {
    let app = TestApp::new().await;
    let organisation = app.organisation(ORG, "Kommunen").await;
    let alex = joins(&app, organisation, ALEX, Role::Contact).await;
    let kim = app.sign_in(KIM).await;
    joins(&app, organisation, KIM, Role::Respondent).await;
    let other = app.browser(KIM);
    other.sign_in().await;
    let account = kim.get("/konto").await;
    assert!(account.has("a[href=\"/konto/avsluta\"]"));
    let asks = kim.get(CLOSE).await;
    asks.assert_sound("sv");
    let english = asks.attr("header a[hreflang]", "href");
    assert_eq!(english, "/en/account/close");
    kim.get(&english).await.assert_sound("en");
    assert!(kim.get("/konto").await.says(KIM), "asking changes nothing");

    let planted = kim.cookie(SESSION).expect("a session");
    let done = kim.post(CLOSE, &[]).await;
    assert_eq!(done.location(), "/logga-in?avslutat=ja");
    assert_eq!(kim.cookie(SESSION), None);
    let page = kim.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.says("Kontot är avslutat"));
    kim.set_cookie(SESSION, &planted);
    for browser in [&kim, &other] {
        let page = browser.get("/konto").await;
        assert!(page.location().starts_with("/logga-in"));
        let page = browser.post(CLOSE, &[]).await;
        assert!(page.location().starts_with("/logga-in"));
    }
    let told = app.mails().await.pop().expect("a mail");
    assert_eq!(told.to, KIM);
    assert!(told.subject.contains("avslutat"));
    assert_eq!(addresses(&app, organisation, alex).await, [ALEX]);
    let mut tx = app.app.store.read().await.expect("a database");
    let log = tx.events(organisation, None, 1).await.expect("a database");
    assert_eq!(log[0].kind, "member_left");
    assert!(log[0].detail.contains(KIM), "{}", log[0].detail);
    drop(tx);

    // Whoever comes again begins anew.
    let again = app.browser(KIM);
    assert_eq!(again.sign_in().await.location(), "/oversikt");
    let overview = again.get("/oversikt").await;
    assert!(
        overview.says("Ni hör inte till någon organisation")
            || overview.says("Du hör inte till någon organisation")
    );
}

#[tokio::test]
async fn the_last_contact_person_is_told_what_to_do_first() {
    let app = TestApp::new().await;
    let organisation = app.organisation(ORG, "Kommunen").await;
    let kim = app.sign_in_surely(KIM).await;
    let person = joins(&app, organisation, KIM, Role::Contact).await;
    joins(&app, organisation, ALEX, Role::Respondent).await;
    for page in [kim.get(CLOSE).await, kim.post(CLOSE, &[]).await] {
        page.assert_sound("sv");
        assert!(page.says("Du är ensam kontaktperson här"));
        let members = format!("main a[href=\"/o/{ORG}/medlemmar\"]");
        assert!(page.has(&members), "the way to mend it");
        assert!(!page.has("main button"));
    }
    assert_eq!(kim.post(CLOSE, &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(addresses(&app, organisation, person).await.len(), 2);
    let alex = joins(&app, organisation, ALEX, Role::Contact).await;
    let done = kim.post(CLOSE, &[]).await;
    assert_eq!(done.location(), "/logga-in?avslutat=ja");
    assert_eq!(addresses(&app, organisation, alex).await, [ALEX]);
}

#[tokio::test]
async fn an_account_is_closed_only_by_who_has_just_shown_who_they_are() {
    let app = TestApp::new().await;
    let kim = app.sign_in_surely(KIM).await;
    app.pass(16 * MINUTE);
    for page in [kim.get(CLOSE).await, kim.post(CLOSE, &[]).await] {
        assert_eq!(page.location(), "/konto/bekrafta?till=%2Fkonto%2Favsluta");
    }
    assert!(kim.get("/konto").await.says(KIM));
}

#[tokio::test]
async fn what_someone_at_the_agency_had_ends_too() {
    let app = TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await;
    let kim = app.sign_in_surely(KIM).await;
    let role = AgencyRole::CaseOfficer;
    agency::grant(&app.app, By::CommandLine, KIM, role)
        .await
        .expect("a role");
    assert_eq!(kim.get("/forvaltning").await.status, StatusCode::OK);
    kim.post(CLOSE, &[]).await.location();
    let mut tx = app.app.store.read().await.expect("a database");
    assert!(tx.agency_people().await.expect("a database").is_empty());
    let log = tx.agency_events(None, 1).await.expect("a database");
    assert_eq!(log[0].kind, "agency_account_closed");
    assert!(log[0].detail.contains(KIM), "{}", log[0].detail);
}
