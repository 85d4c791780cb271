//! Who belongs to an organisation, and what the agency does about it, by whole requests.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod agency;
#[path = "../common/mod.rs"]
mod common;
mod members;
mod preparing;

use axum::http::StatusCode;
use common::TestApp;
use common::members::Member;
use domain::account::{AgencyRole, Role};
use service::settings::Mode;
use uuid::Uuid;

const ORG: &str = "bruk000000";
const STEP_UP: &str = "/konto/bekrafta";

async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await
}

/// A municipal company, and a contact person of it.
async fn company(app: &TestApp) -> (Uuid, Member<'_>) {
    let organisation = app.organisation(ORG, "Hofors Bruk AB").await;
    let contact = app.member(organisation, "kim@bruk.example", Role::Contact);
    (organisation, contact.await)
}

/// Someone at the agency, who showed both factors just now, or long ago.
async fn at_agency<'a>(app: &'a TestApp, email: &str, role: AgencyRole, fresh: bool) -> Member<'a> {
    let person = app.person(email).await;
    let now = app.app.now();
    app.write(move |tx| {
        Box::pin(async move {
            tx.grant_agency_role(person, role.code(), None, now).await?;
            Ok(())
        })
    })
    .await;
    app.session(person, fresh.then_some(now)).await
}

/// The path of something that an organisation has.
fn path(page: &str) -> String {
    format!("/o/{ORG}/{page}")
}

/// What stands in the mails to an address, oldest first.
async fn told(app: &TestApp, email: &str) -> Vec<String> {
    let mails = app.mails().await.into_iter();
    mails
        .filter(|mail| mail.to == email)
        .map(|mail| format!("{}\n{}", mail.subject, mail.text))
        .collect()
}
