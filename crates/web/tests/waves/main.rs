//! Comparisons that the agency closes and publishes, and what organisations are told, by whole
//! requests.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod participation;
mod publishing;
mod wrong;

use axum::http::StatusCode;
use common::TestApp;
use common::members::Member;
use domain::account::{AgencyRole, Role};
use domain::day::Day;
use service::settings::Mode;
use store::SubmissionRow;
use uuid::Uuid;

const WAVES: &str = "/forvaltning/publicering";
/// The day that the first edition was published, which is when the tests begin.
const FIRST: &str = "2026-11-22";

fn wave(date: &str) -> String {
    format!("{WAVES}/{date}")
}

/// A shared service with two publishers.
struct Agency<'a> {
    app: &'a TestApp,
    ada: Member<'a>,
    bo: Member<'a>,
}

async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await
}

/// Someone at the agency, who showed both factors just now.
async fn at_agency<'a>(app: &'a TestApp, email: &str, role: AgencyRole) -> Member<'a> {
    let person = app.person(email).await;
    let now = app.app.now();
    app.write(move |tx| {
        Box::pin(async move {
            tx.grant_agency_role(person, role.code(), None, now).await?;
            Ok(())
        })
    })
    .await;
    app.session(person, Some(now)).await
}

impl<'a> Agency<'a> {
    async fn of(app: &'a TestApp) -> Self {
        Agency {
            app,
            ada: at_agency(app, "ada@m.example", AgencyRole::Publisher).await,
            bo: at_agency(app, "bo@m.example", AgencyRole::Publisher).await,
        }
    }

    /// Companies that have handed in the same level everywhere, one level above each other.
    async fn companies(&self, count: usize) -> Vec<Uuid> {
        let mut companies = Vec::new();
        for n in 0..count {
            let id = format!("bolag{n:05}");
            let company = self.app.organisation(&id, &format!("Bolag {n}")).await;
            self.hand_in(company, FIRST, n % 4 + 1).await;
            companies.push(company);
        }
        companies
    }

    /// Writes down what an organisation has handed in, as a submission is stored.
    async fn hand_in(&self, organisation: Uuid, on: &str, level: usize) {
        let nothing = serde_json::Value::Null;
        self.hand_in_telling(organisation, on, level, nothing).await;
    }

    /// The same, with what is told of its plan.
    async fn hand_in_telling(
        &self,
        organisation: Uuid,
        on: &str,
        level: usize,
        plan: serde_json::Value,
    ) {
        let app = &self.app.app;
        let edition = app.current_edition().expect("an edition");
        let answers: serde_json::Map<_, _> = edition
            .questions
            .keys()
            .map(|question| (question.clone(), level.into()))
            .collect();
        let document = serde_json::json!({
            "format": "strategikollen-submission-1",
            "reference": "7F3K-9QXM",
            "submitted_on": on,
            "organisation": {"id": "", "number": null, "owner": null},
            "classification": null,
            "organisation_kind": "kommunalt_bolag",
            "coverage": "own",
            "depth": "full",
            "versions": {
                "edition": edition.id,
                "structure": edition.structure,
                "framework": edition.framework,
                "rules": "1",
            },
            "answers": answers,
            "result": {},
            "plan": plan,
        });
        let id = app.id();
        let row = SubmissionRow {
            id,
            organisation,
            round: id,
            reference: id.to_string(),
            person: None,
            hash: "00".to_owned(),
            document: document.to_string(),
            created_at: app.now(),
            withdrawn: None,
        };
        self.app
            .write(move |tx| Box::pin(async move { tx.add_submission(&row).await }))
            .await;
    }

    /// Ada closes the comparison of a day.
    async fn close(&self, date: &str) -> common::Page {
        self.ada.post(WAVES, &[("dag", date)]).await
    }

    /// Someone publishes the comparison that they look at.
    async fn publish(&self, by: &Member<'_>, date: &str) -> common::Page {
        let hash = self.hash(date).await;
        let fields = [("gor", "publicera"), ("hash", hash.as_str())];
        by.post(&wave(date), &fields).await
    }

    /// The hash of the release of a date.
    async fn hash(&self, date: &str) -> String {
        let mut tx = self.app.app.store.read().await.expect("a database");
        let found = tx.wave(date).await.expect("a database");
        found.expect("a wave").hash
    }

    /// Ada closes a comparison and Bo publishes it.
    async fn published(&self, date: &str) {
        self.close(date).await.location();
        self.publish(&self.bo, date).await.location();
    }
}

fn day(text: &str) -> Day {
    Day::try_from(text).expect("a day")
}
