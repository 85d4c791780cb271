//! Waves: closed by one, published by another, withdrawn; what is erased, and what an organisation is
//! told.

mod acts;
mod chain;
mod leaving;
mod told;

use domain::account::AgencyRole;
use domain::comparison::Group;
use domain::day::Day;
use domain::organisation::OrganisationType;
use service::organisations::{Organisation, by_id};
use service::submissions::hash;
use service::waves::{self, Problem, Refusal, WaveError};
use store::{ClassificationRow, OrganisationRow, StoreError, SubmissionRow, Tx, Work};
use uuid::Uuid;

use super::{DAY, House};

const FIRST: &str = "2027-11-01";
const SECOND: &str = "2027-11-15";
const KOMMUN: Group = Group::Type(OrganisationType::Kommun);

/// A service with two publishers, and municipalities to compare.
struct Agency {
    house: House,
    ada: Uuid,
    bo: Uuid,
}

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

impl Agency {
    async fn new() -> Self {
        let house = House::new().await;
        // A year after the first edition was published.
        house.pass(365 * DAY);
        let ada = house.at_agency("ada@m.se", AgencyRole::Publisher).await;
        let bo = house.at_agency("bo@m.se", AgencyRole::Publisher).await;
        Agency { house, ada, bo }
    }

    /// The same with twelve municipalities that have handed in, and the first wave published.
    async fn with_a_wave() -> (Self, Vec<Uuid>) {
        let agency = Agency::new().await;
        let towns = agency.towns(0..12, "2027-10-01").await;
        agency.publish(FIRST).await;
        (agency, towns)
    }

    async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
    ) -> T {
        self.house.app.store.write(work).await.unwrap()
    }

    /// Municipality `n`, which is classified from a day on.
    async fn town(&self, n: usize, classified: &str) -> Uuid {
        let app = &self.house.app;
        let organisation = OrganisationRow {
            id: app.id(),
            public_id: format!("kommun{n:04}"),
            number: None,
            name: format!("Kommun {n}"),
            owner: None,
            registrator: None,
            joined_at: Some(app.now()),
            reminder_month: None,
        };
        let classification = ClassificationRow {
            id: app.id(),
            organisation: organisation.id,
            valid_from: classified.to_owned(),
            kind: "kommun".to_owned(),
            lan: Some("12".to_owned()),
            municipality: None,
            skr_group: None,
            population: Some(15_000),
            volume: None,
            changed_by: None,
            reason: String::new(),
            created_at: app.now(),
        };
        self.write(move |tx| {
            Box::pin(async move {
                tx.add_organisation(&organisation, b"key").await?;
                tx.add_classification(&classification).await?;
                Ok(organisation.id)
            })
        })
        .await
    }

    /// Hands in the same level everywhere.
    async fn hand_in(&self, organisation: Uuid, on: &str, level: usize) {
        let app = &self.house.app;
        let edition = app.current_edition().unwrap();
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
            "organisation_kind": "kommun",
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
        });
        let document = document.to_string();
        let id = app.id();
        let row = SubmissionRow {
            id,
            organisation,
            round: id,
            reference: id.to_string(),
            person: None,
            hash: hash(&document),
            document,
            created_at: app.now(),
            withdrawn: None,
        };
        self.write(move |tx| Box::pin(async move { tx.add_submission(&row).await }))
            .await;
    }

    /// Municipalities that hand in on a day, one level above each other.
    async fn towns(&self, which: std::ops::Range<usize>, on: &str) -> Vec<Uuid> {
        let mut towns = Vec::new();
        for n in which {
            let town = self.town(n, "2026-01-01").await;
            self.hand_in(town, on, n % 4 + 1).await;
            towns.push(town);
        }
        towns
    }

    async fn organisation(&self, id: Uuid) -> Organisation {
        by_id(&self.house.app, id).await.unwrap().unwrap()
    }

    async fn close(&self, date: &str) -> Result<(), WaveError> {
        waves::close(&self.house.app, self.ada, day(date)).await
    }

    /// The hash of the release of a date.
    async fn hash(&self, date: &str) -> String {
        let mut tx = self.house.app.store.read().await.unwrap();
        tx.wave(date).await.unwrap().unwrap().hash
    }

    /// Closes and publishes the wave of a date.
    async fn publish(&self, date: &str) {
        self.close(date).await.unwrap();
        let hash = self.hash(date).await;
        waves::publish(&self.house.app, self.bo, day(date), &hash)
            .await
            .unwrap();
    }

    async fn withdraw(&self, date: &str) {
        waves::withdraw(&self.house.app, self.ada, day(date), "Fel i registret.")
            .await
            .unwrap();
    }

    /// Dates of the waves that readers see, and whether each was withdrawn.
    async fn seen(&self) -> Vec<(String, bool)> {
        let all = waves::all(&self.house.app).await.unwrap();
        all.iter()
            .map(|wave| (wave.date.to_string(), wave.withdrawn.is_some()))
            .collect()
    }
}

/// Why something was refused.
fn refused<T: std::fmt::Debug>(outcome: Result<T, WaveError>) -> Refusal {
    match outcome {
        Err(WaveError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// What has to be put right first.
fn problems<T: std::fmt::Debug>(outcome: Result<T, WaveError>) -> Vec<Problem> {
    match outcome {
        Err(WaveError::Problems(problems)) => problems,
        other => panic!("no problems: {other:?}"),
    }
}
