//! A shared service whose sender has said everything, with waves that were published.

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode};
use domain::organisation::OrganisationKind;
use serde_json::Value;
use service::settings::{Mode, Sender, Settings};
use store::{NewWave, WithdrawalRow};

use crate::common::{Page, START, TestApp};

/// 10 April 2028 in Stockholm.
pub(crate) const PUBLISHED: i64 = 1_838_973_600_000;

/// The wave that docs/reference/comparison shows.
pub(crate) const WAVE: &str = include_str!("../../../../docs/reference/comparison/jamforelse.json");

/// What the agency has said of itself.
pub(crate) fn shared(settings: &mut Settings) {
    settings.base_url = "https://kollen.exempel.se".to_owned();
    settings.mode = Mode::Shared {
        agency: "Exempelmyndigheten".to_owned(),
    };
    settings.sender = Some(Sender {
        name: "Exempelmyndigheten".to_owned(),
        organisation_number: "202100-6297".to_owned(),
        kind: Some(OrganisationKind::StatligMyndighet),
        contact: "kollen@exempel.se".to_owned(),
        data_protection_officer: "dso@exempel.se".to_owned(),
        complaints: None,
        support: None,
        legal_basis: None,
        logotype: None,
    });
}

/// A shared service without a wave.
pub(crate) async fn service() -> TestApp {
    TestApp::with(shared).await
}

/// A shared service that has published the waves of 2027 and 2028.
pub(crate) async fn with_waves() -> TestApp {
    let app = service().await;
    app.publish("2027-03-31").await;
    app.publish("2028-03-31").await;
    app
}

impl TestApp {
    /// Publishes the wave that is documented, as of another date.
    pub(crate) async fn publish(&self, date: &str) {
        let mut wave: Value = serde_json::from_str(WAVE).expect("JSON");
        wave["date"] = date.into();
        let by = self.person(&format!("{date}@exempel.se")).await;
        let new = NewWave {
            id: self.app.id(),
            date: date.to_owned(),
            hash: "0".repeat(64),
            closed_by: by,
            closed_at: START,
            publication: wave.to_string(),
            values: "{}".to_owned(),
            release: "{}".to_owned(),
        };
        self.write(move |tx| {
            Box::pin(async move {
                tx.add_wave(&new).await?;
                tx.publish_wave(new.id, by, PUBLISHED).await.map(drop)
            })
        })
        .await;
    }

    /// Withdraws a wave.
    pub(crate) async fn withdraw(&self, date: &'static str, reason: &str) {
        let reason = reason.to_owned();
        self.write(move |tx| {
            Box::pin(async move {
                let wave = tx.wave(date).await?.expect("a wave");
                let withdrawal = WithdrawalRow {
                    at: PUBLISHED + 86_400_000,
                    by: None,
                    reason,
                };
                tx.withdraw_wave(wave.id, &withdrawal).await.map(drop)
            })
        })
        .await;
    }

    /// Asks for a form of an address.
    pub(crate) async fn accept(&self, path: &str, accept: &str) -> Page {
        self.ask(Request::get(path).header("accept", accept)).await
    }

    /// Sends a request without a body.
    pub(crate) async fn ask(&self, request: Builder) -> Page {
        self.send(request.body(Body::empty()).expect("a request"))
            .await
    }
}

/// What holds for everything that a machine is given: any site may read it, and it is either the
/// file or a problem that says why it is not.
pub(crate) fn assert_open(page: &Page, path: &str) {
    assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
    let resource = page.header("cross-origin-resource-policy");
    assert_eq!(resource, "cross-origin", "{path}");
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
    if page.status == StatusCode::OK {
        let keep = page.header("cache-control");
        assert_eq!(keep, "public, max-age=600", "{path}");
        assert!(page.header("etag").starts_with("W/\""), "{path}");
        assert!(page.header("link").contains("rel=\"license\""), "{path}");
    } else {
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
}

/// A problem document's title and detail, after what every such document has.
pub(crate) fn problem(page: &Page, status: StatusCode, path: &str) -> (String, String) {
    assert_eq!(page.status, status, "{path}: {}", page.body);
    assert_open(page, path);
    let kind = page.header("content-type");
    assert_eq!(kind, "application/problem+json", "{path}");
    assert!(page.header("vary").contains("accept"), "{path}");
    let problem: Value = serde_json::from_str(&page.body).expect("JSON");
    assert_eq!(problem["status"], status.as_u16(), "{path}");
    assert_eq!(problem["instance"], path);
    let text = |name: &str| problem[name].as_str().expect(name).to_owned();
    assert!(text("type").contains("/oppna-data#"), "{path}");
    assert_ne!(text("title"), text("title_en"), "{path}");
    assert_ne!(text("detail"), text("detail_en"), "{path}");
    (text("title"), text("detail"))
}
