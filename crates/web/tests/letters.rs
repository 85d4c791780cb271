//! What mails link to is there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::TestApp;
use domain::account::{AgencyRole, Role};
use domain::organisation::OrganisationNumber;
use domain::text::Lang;
use service::organisations::{By, agency, by_number, join, members, register};
use service::settings::Mode;
use store::NewPerson;
use uuid::Uuid;

async fn person(app: &TestApp, email: &str, lang: Lang) -> Uuid {
    let new = NewPerson {
        id: app.app.id(),
        name: String::new(),
        email: email.to_owned(),
        lang: lang.code().to_owned(),
        at: app.app.now(),
    };
    let write = app
        .app
        .store
        .write(move |tx| Box::pin(async move { tx.person_or_new(&new).await }));
    write.await.unwrap().0.id
}

/// Paths of the service in a text.
fn links(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter_map(|word| word.strip_prefix("http://localhost:8080/"))
        .map(|path| format!("/{path}"))
        .collect()
}

#[tokio::test]
async fn every_link_about_an_organisation_leads_to_a_page() {
    let app = TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Myndigheten".to_owned(),
        };
    })
    .await;
    register::import(&app.app, By::CommandLine, &register::shipped())
        .await
        .unwrap();
    let number = OrganisationNumber::try_from("212000-1439").unwrap();
    let ale = by_number(&app.app, &number).await.unwrap().unwrap().id;
    for (n, lang) in Lang::ALL.into_iter().enumerate() {
        let officer = format!("officer{n}@myndigheten.se");
        person(&app, &officer, lang).await;
        agency::grant(&app.app, By::CommandLine, &officer, AgencyRole::CaseOfficer)
            .await
            .unwrap();
    }
    // The first is the agency's to approve; the others each in a language of their own.
    let first = person(&app, "first@ale.se", Lang::Sv).await;
    join::ask(&app.app, first, ale).await.unwrap();
    join::vouched(&app.app, first, ale, Some(Role::Contact))
        .await
        .unwrap();
    let english = person(&app, "second@ale.se", Lang::En).await;
    join::vouched(&app.app, english, ale, Some(Role::Contact))
        .await
        .unwrap();
    for (n, lang) in Lang::ALL.into_iter().enumerate() {
        let asks = person(&app, &format!("asks{n}@ale.se"), lang).await;
        join::ask(&app.app, asks, ale).await.unwrap();
        let invited = format!("invited{n}@annan.se");
        members::invite(&app.app, first, ale, &invited, Role::Reader, lang)
            .await
            .unwrap();
    }
    let all = members::list(&app.app, first, ale).await.unwrap();
    for pending in all.pending {
        members::approve(&app.app, first, ale, pending.id, Role::Reader)
            .await
            .unwrap();
    }
    let mut followed = 0;
    for mail in app.mails().await {
        for link in links(&mail.text) {
            let page = app.get(&link).await;
            assert!(page.status.as_u16() < 400, "{link}: {}", page.status);
            followed += 1;
        }
    }
    // Two officers told of one; two contact persons of two; two invited; two approved.
    assert_eq!(followed, 2 + 4 + 2 + 2);
}
