//! From what is agreed to what is handed in, by whole requests.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod hand_in;
mod leaving;
mod next;
mod plans;
mod restoring;
mod review;
mod sharing;
mod withdraw;

use axum::http::StatusCode;
use common::TestApp;
use common::members::Member;
use domain::account::Role;
use domain::assessment::{Answer, Depth};
use domain::instrument::Level;
use service::settings::Mode;
use uuid::Uuid;

const ORG: &str = "ange000000";

/// An organisation with a round that it agrees on: one goal has its answers.
struct Setting<'a> {
    contact: Member<'a>,
    organisation: Uuid,
    round: Uuid,
}

impl Setting<'_> {
    fn path(&self, page: &str) -> String {
        path(self.round, page)
    }
}

fn path(round: Uuid, page: &str) -> String {
    format!("/o/{ORG}/sjalvskattning/{round}/{page}")
}

/// The questions of the first goal, all at level 3.
fn answers(app: &TestApp) -> Vec<(&str, Answer)> {
    let edition = app.app.current_edition().expect("an edition");
    let questions = edition.goals[0].questions.iter();
    questions
        .map(|question| (question.id.as_str(), Answer::Level(Level::THREE)))
        .collect()
}

async fn setting(app: &TestApp) -> Setting<'_> {
    let organisation = app.organisation(ORG, "Ånge Energi").await;
    let contact = app
        .member(organisation, "kim@ange.example", Role::Contact)
        .await;
    let round = app
        .agreeing(organisation, contact.person, Depth::Full, &answers(app))
        .await;
    Setting {
        contact,
        organisation,
        round,
    }
}

async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Upphandlingsmyndigheten".to_owned(),
        };
    })
    .await
}
