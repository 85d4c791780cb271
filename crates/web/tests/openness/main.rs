//! What organisations choose to let each other see, by whole requests.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod elsewhere;
mod invitations;
mod messages;
mod networks;
mod partners;
mod similar;

use axum::http::StatusCode;
use common::members::Member;
use common::{Page, TestApp};
use domain::account::Role;
use domain::assessment::{Answer, Depth};
use domain::instrument::Level;
use service::settings::Mode;
use uuid::Uuid;

const DAY: i64 = 24 * 60 * 60 * 1000;

async fn shared() -> TestApp {
    TestApp::with(|settings| {
        settings.mode = Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        };
    })
    .await
}

/// An organisation with a contact person.
struct Org<'a> {
    app: &'a TestApp,
    id: Uuid,
    /// In addresses.
    public: String,
    contact: Member<'a>,
}

impl<'a> Org<'a> {
    async fn new(app: &'a TestApp, word: &str, name: &str) -> Self {
        let public = format!("{word:0<10}");
        let id = app.organisation(&public, name).await;
        let email = format!("kim@{word}.example");
        Org {
            app,
            contact: app.member(id, &email, Role::Contact).await,
            id,
            public,
        }
    }

    /// Someone else there.
    async fn member(&self, email: &str, role: Role) -> Member<'a> {
        self.app.member(self.id, email, role).await
    }

    fn path(&self, page: &str) -> String {
        format!("/o/{}/{page}", self.public)
    }

    async fn get(&self, page: &str) -> Page {
        self.contact.get(&self.path(page)).await
    }

    async fn post(&self, page: &str, fields: &[(&str, &str)]) -> Page {
        self.contact.post(&self.path(page), fields).await
    }

    /// Hands in a round with every question of the first goal at a level, and gives its id.
    async fn hand_in(&self, level: Level) -> Uuid {
        let edition = self.app.app.current_edition().expect("an edition");
        let questions = edition.goals[0].questions.iter();
        let agreed: Vec<_> = questions
            .map(|question| (question.id.as_str(), Answer::Level(level)))
            .collect();
        let person = self.contact.person;
        let round = self.app.agreeing(self.id, person, Depth::Full, &agreed);
        let round = round.await;
        let page = format!("sjalvskattning/{round}/lamna-in");
        let done = self.post(&page, &[]).await;
        assert!(done.location().ends_with("/kvittens"));
        round
    }

    async fn withdraw(&self, round: Uuid) {
        let page = format!("sjalvskattning/{round}/aterta");
        let done = self.post(&page, &[("skal", "Det blev fel")]);
        assert!(done.await.status.is_redirection());
    }

    /// Founds a network and gives its id.
    async fn found(&self, name: &str) -> String {
        let fields = [("namn", name), ("syfte", "Lära av varandra")];
        let location = self.post("natverk/nytt", &fields).await.location();
        let network = location.rsplit('/').next().expect("a network");
        network.split('?').next().expect("an id").to_owned()
    }

    /// Invites another organisation to a network.
    async fn invite(&self, network: &str, other: &Org<'_>) -> Page {
        let fields = [("gor", "bjud-in"), ("id", other.public.as_str())];
        self.post(&format!("natverk/{network}/skota"), &fields)
            .await
    }

    /// Answers an invitation.
    async fn answer(&self, network: &str, answer: &str) -> Page {
        let page = format!("natverk/{network}/inbjudan");
        self.post(&page, &[("svar", answer)]).await
    }

    /// What a network shows: each row's name with what stands beside it.
    async fn levels(&self, network: &str) -> Vec<String> {
        let page = self.get(&format!("natverk/{network}")).await;
        page.assert_sound("sv");
        lines(&page, "table.gt tbody tr")
    }

    /// What has happened, newest first.
    async fn log(&self) -> Vec<String> {
        self.get("logg").await.texts("tbody tr")
    }

    /// Whether something in the log says all of this.
    async fn happened(&self, words: &[&str]) -> bool {
        let log = self.log().await;
        log.iter()
            .any(|line| words.iter().all(|word| line.contains(word)))
    }
}

/// Each of the elements that follow each other, with the texts in it apart.
fn lines(page: &Page, css: &str) -> Vec<String> {
    (1..)
        .map(|n| page.texts(&format!("{css}:nth-child({n}) > *")).join(" | "))
        .take_while(|line| !line.is_empty())
        .collect()
}

/// A page in both languages, sound in each.
async fn assert_both(member: &Member<'_>, path: &str) -> Page {
    let page = member.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page.assert_sound("sv");
    let english = page.attr("header a[hreflang]", "href");
    member.get(&english).await.assert_sound("en");
    page
}

/// What stands in the mails to an address, oldest first.
async fn told(app: &TestApp, email: &str) -> Vec<String> {
    let mails = app.mails().await.into_iter();
    mails
        .filter(|mail| mail.to == email)
        .map(|mail| format!("{}\n{}", mail.subject, mail.text))
        .collect()
}
