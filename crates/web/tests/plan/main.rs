//! Plans, by whole requests: making one, deciding, owners, approval, closing, reminders, files.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod closing;
#[path = "../common/mod.rs"]
mod common;
mod deciding;
mod files;
mod making;
mod owners;
mod reminding;
mod views;

use axum::http::StatusCode;
use common::members::Member;
use common::{Page, TestApp};
use domain::account::Role;
use domain::assessment::{Answer, Depth};
use domain::instrument::Level;
use uuid::Uuid;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// An organisation with a contact person and a round whose answers are agreed: everything at 1.
struct Org<'a> {
    app: &'a TestApp,
    id: Uuid,
    /// In addresses.
    public: String,
    contact: Member<'a>,
    round: Uuid,
}

impl<'a> Org<'a> {
    async fn new(app: &'a TestApp, word: &str) -> Self {
        let public = format!("{word:0<10}");
        let id = app.organisation(&public, "Ånge Energi").await;
        let email = format!("kim@{word}.example");
        let contact = app.member(id, &email, Role::Contact).await;
        let mut org = Org {
            round: Uuid::nil(),
            app,
            contact,
            id,
            public,
        };
        org.round = org.agreed(Level::ONE).await;
        org
    }

    /// A round with everything agreed at one level.
    async fn agreed(&self, level: Level) -> Uuid {
        let edition = self.app.app.current_edition().expect("an edition");
        let agreed: Vec<_> = edition
            .places()
            .map(|(place, _)| (place.mapped.id.as_str(), Answer::Level(level)))
            .collect();
        let person = self.contact.person;
        self.app
            .agreeing(self.id, person, Depth::Full, &agreed)
            .await
    }

    /// Lets time pass, after which the contact person signs in again.
    async fn pass(&mut self, milliseconds: i64) {
        self.app.pass(milliseconds);
        let (person, now) = (self.contact.person, self.app.app.now());
        self.contact = self.app.session(person, Some(now)).await;
    }

    async fn member(&self, email: &str, role: Role) -> Member<'a> {
        self.app.member(self.id, email, role).await
    }

    fn path(&self, page: &str) -> String {
        format!("/o/{}/plan{page}", self.public)
    }

    async fn get(&self, page: &str) -> Page {
        self.contact.get(&self.path(page)).await
    }

    async fn post(&self, page: &str, fields: &[(&str, &str)]) -> Page {
        self.contact.post(&self.path(page), fields).await
    }

    /// Makes a plan from the round, and gives the part of its address after `/plan`.
    async fn make(&self) -> String {
        let round = self.round.to_string();
        let fields = [("namn", "Handlingsplan 2027"), ("fran", round.as_str())];
        let location = self.post("", &fields).await.location();
        let (_, plan) = location.split_once("/plan").expect("a plan");
        plan.to_owned()
    }

    /// Sends the form of an entry with these fields in place of what it holds.
    async fn decide(&self, entry: &str, fields: &[(&str, &str)]) -> Page {
        let mut sent = vec![("version", "0"), ("lage", "not_begun")];
        sent.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        sent.extend_from_slice(fields);
        self.post(entry, &sent).await
    }
}

/// The fields of a decision to do something.
const DO: [(&str, &str); 4] = [
    ("beslut", "gor"),
    ("ny-agare", "Inköpschefen"),
    ("ny-epost", "chefen@ange.example"),
    ("klart", "2027-03-31"),
];

/// The entry of a card in a plan.
fn card(plan: &str, id: &str) -> String {
    format!("{plan}/atgard/tips.{id}")
}

/// Something that every edition offers to an organisation at level 1.
const CARD: &str = "lista-era-viktigaste-avtal";
const OTHER: &str = "skriv-en-sida-om-direktupphandling";

/// Whether the error summary leads to a field.
fn leads_to(page: &Page, field: &str) -> bool {
    page.has(&format!(".errors a[href='{field}']"))
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
