//! What a plan gives: beside the next round's questions, in its result, on the decision page, and
//! in what is handed in.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod beside;
#[path = "../common/mod.rs"]
mod common;
mod decision;
mod did;
mod told;

use common::TestApp;
use common::members::Member;
use domain::account::Role;
use domain::assessment::{Answer, Depth};
use domain::instrument::{Card, Level};
use domain::organisation::EmailAddress;
use domain::plan::{Decision, Entry, OwnerName, Status, Subject, Title};
use domain::text::Lang;
use service::organisations::Organisation;
use service::plans::{self, Decided, Plan, card_key, own_key, owners};
use uuid::Uuid;

const ORG: &str = "ange000000";
/// Within a session.
const AN_HOUR: i64 = 60 * 60 * 1000;
/// A tip that serves one question.
const CARD: &str = "lista-era-viktigaste-avtal";
const QUESTION: &str = "ratt.avtal";

/// An organisation with a round whose answers are agreed, and a plan made from it an hour later.
struct Setting<'a> {
    app: &'a TestApp,
    organisation: Organisation,
    contact: Member<'a>,
    round: Uuid,
    plan: Uuid,
}

impl<'a> Setting<'a> {
    /// With everything agreed at a level.
    async fn new(app: &'a TestApp, level: Level) -> Self {
        let id = app.organisation(ORG, "Ånge Energi").await;
        let contact = app.member(id, "kim@ange.example", Role::Contact).await;
        let organisation = service::organisations::by_id(&app.app, id).await;
        let mut setting = Setting {
            organisation: organisation.expect("a database").expect("it"),
            app,
            contact,
            round: Uuid::nil(),
            plan: Uuid::nil(),
        };
        setting.round = setting.agreed(&[], level).await;
        app.pass(AN_HOUR);
        setting.plan = setting.make("Plan 2027", setting.round).await;
        setting
    }

    /// A round with these agreed answers, and the others at a level.
    async fn agreed(&self, particular: &[(&str, Level)], others: Level) -> Uuid {
        let edition = self.app.app.current_edition().expect("an edition");
        let level = |id: &str| {
            let found = particular.iter().find(|(question, _)| *question == id);
            found.map_or(others, |(_, level)| *level)
        };
        let ids = edition.questions.keys().map(String::as_str);
        let agreed: Vec<_> = ids.map(|id| (id, Answer::Level(level(id)))).collect();
        let (id, by) = (self.organisation.id, self.contact.person);
        self.app.agreeing(id, by, Depth::Full, &agreed).await
    }

    /// The next round, begun from the first and open for answers.
    async fn answering(&self) -> Uuid {
        self.app.pass(AN_HOUR);
        let (by, of) = (self.contact.person, self.organisation.id);
        let begun = service::rounds::previous::start_next(&self.app.app, by, of, self.round).await;
        begun.expect("a database").expect("a round")
    }

    async fn make(&self, name: &str, round: Uuid) -> Uuid {
        let name = Title::try_from(name).expect("a name");
        let (app, by) = (&self.app.app, self.contact.person);
        let made = plans::start(app, by, &self.organisation, round, &name, None, Lang::Sv).await;
        made.expect("a plan")
    }

    async fn open(&self) -> Plan {
        let found = plans::open(&self.app.app, self.organisation.id, self.plan).await;
        found.expect("a database").expect("a plan")
    }

    /// Decides something about a tip.
    async fn decide(&self, card: &str, decision: Decision, status: Status) {
        let subject = Subject::Card(card.to_owned());
        self.save(&card_key(card), subject, decision, status).await;
    }

    /// Adds an action of the organisation's own.
    async fn own(&self, title: &str, decision: Decision, status: Status) {
        let subject = Subject::Own {
            title: title.to_owned(),
            goal: None,
        };
        self.save(&own_key(&self.app.app), subject, decision, status)
            .await;
    }

    async fn save(&self, key: &str, subject: Subject, decision: Decision, status: Status) {
        let plan = self.open().await;
        let revision = plan.entries.get(key).map_or(0, |kept| kept.revision);
        let entry = Entry {
            subject,
            decision,
            status,
            note: String::new(),
        };
        let decided = (key.to_owned(), entry, revision);
        let saved = plans::decide(&self.app.app, self.contact.person, &plan, decided, None).await;
        assert_eq!(saved.expect("a plan"), Decided::Saved);
    }

    /// That somebody is to do something by a day.
    async fn by(&self, owner: &str, day: &str) -> Decision {
        let (app, plan) = (&self.app.app, self.open().await);
        let name = OwnerName::try_from(owner).expect("a name");
        let email = EmailAddress::try_from("anna@ange.example").expect("an address");
        let named = (&name, Some(&email));
        let owner = match owners::named(app, &plan, &self.organisation, named, Lang::Sv) {
            Ok(Ok(known)) => known,
            Ok(Err(added)) => {
                let id = added.id();
                let by = self.contact.person;
                let saved = plans::save_all(app, by, &plan, Vec::new(), [added]).await;
                assert!(saved.expect("a plan").is_empty());
                id
            }
            Err(error) => panic!("{error}"),
        };
        Decision::Do {
            owner: owner.to_string(),
            by: day.try_into().expect("a day"),
            resources: String::new(),
        }
    }

    fn card(&self, id: &str) -> &Card {
        let edition = self.app.app.current_edition().expect("an edition");
        edition.card(id).expect("a tip")
    }

    fn path(&self, round: Uuid, page: &str) -> String {
        format!("/o/{ORG}/sjalvskattning/{round}/{page}")
    }
}
