//! Rounds at every stage, each come to as it is in life, with every address that opens something of
//! them.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a round that cannot be set up fails its test"
)]

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use domain::account::{Actor, Scope, Stage};
use domain::assessment::{Answer, Coverage, Depth};
use domain::instrument::Level;
use domain::text::Lang;
use service::rounds::of_organisation::{self, Start};
use service::rounds::{self, Facts, Previous, Round, Wanted, audiences, respondents};
use service::{submissions, workshops};
use uuid::Uuid;
use web::routes::Door;

use crate::world::{Place, World};

/// A round of an organisation.
pub(crate) struct RoundHere {
    pub(crate) place: Place,
    /// Whether the purchasing unit prepares it.
    pub(crate) prepared: bool,
    pub(crate) stage: Stage,
    pub(crate) id: Uuid,
    /// A respondent without an account.
    pub(crate) voice: Uuid,
    /// What opens something of it, apart from being a member.
    pub(crate) keys: Vec<Key>,
    /// The common address that lets colleagues in.
    pub(crate) common: String,
    /// A workshop's code, and the cookie of a phone that has joined; none before agreeing.
    pub(crate) workshop: Option<(String, String)>,
}

/// The secret part of an address, and what whoever holds it is.
pub(crate) struct Key {
    pub(crate) door: Door,
    pub(crate) actor: Actor,
    pub(crate) secret: String,
    /// The stage of the round, if it is an organisation's.
    pub(crate) stage: Option<Stage>,
}

impl World {
    /// A round that has come to a stage.
    pub(crate) async fn round(&self, place: Place, prepared: bool, stage: Stage) -> RoundHere {
        let app = &self.app.app;
        let contact = self.contact(place);
        let start = Start {
            organisation: self.id(place),
            by: contact,
            edition: app.content.current.clone(),
            depth: Depth::Full,
            facts: Facts {
                coverage: Some(Coverage::Own),
                previous: Some(Previous {
                    edition: app.content.current.clone(),
                    depth: Depth::Full,
                    kind: None,
                    coverage: None,
                    at: app.now(),
                    said: BTreeMap::new(),
                }),
                ..Facts::default()
            },
            said: BTreeMap::new(),
            previous: None,
            prepared_by: prepared.then(|| self.id(Place::Unit)),
        };
        let id = of_organisation::start(app, &start).await.expect("a round");
        let round = self.agreed(id).await;
        let (common, guest, voice) = self.guest(&round).await;
        let mut keys = self.read_links(&round, Some(contact), Some(stage)).await;
        keys.push(Key {
            door: Door::Guest,
            actor: Actor::Guest,
            secret: guest,
            stage: Some(stage),
        });
        let mut here = RoundHere {
            place,
            prepared,
            stage,
            id,
            voice,
            keys,
            common,
            workshop: None,
        };
        if stage >= Stage::Agreeing {
            here.workshop = Some(self.agree(id, contact).await);
        }
        if stage >= Stage::Submitted {
            let receipt = submissions::submit(app, contact, id, false).await;
            receipt.expect("a receipt");
        }
        if stage >= Stage::Withdrawn {
            let withdrawn = submissions::withdraw(app, contact, id, "Fel siffror").await;
            withdrawn.expect("withdrawn");
        }
        assert_eq!(self.stage(id).await, Some(stage));
        here
    }

    /// A round tried without an account.
    pub(crate) async fn tried(&self) -> Vec<Key> {
        let app = &self.app.app;
        let secret = rounds::start(app, Depth::Full).await.expect("a round");
        let round = rounds::open(app, &secret, Wanted::All).await;
        let round = round.expect("a database").expect("a round");
        let mut keys = self.read_links(&round, None, None).await;
        keys.push(Key {
            door: Door::Write,
            actor: Actor::AddressHolder,
            secret: secret.text(),
            stage: None,
        });
        keys
    }

    async fn agreed(&self, id: Uuid) -> Round {
        let round = of_organisation::open_agreed(&self.app.app, id).await;
        round.expect("a database").expect("a round")
    }

    /// The common address, and the svarslänk and voice of someone who came by it.
    async fn guest(&self, round: &Round) -> (String, String, Uuid) {
        let app = &self.app.app;
        let asked = audiences::audiences(app, round).await.expect("audiences");
        let common = asked[0].link.clone().expect("a link");
        let welcome = respondents::welcome(app, &common).await;
        let welcome = welcome.expect("a database").expect("a welcome");
        let from = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 1));
        let came = respondents::join(app, &common, &welcome, "", Lang::Sv, from).await;
        let respondents::Joined::As(own) = came.expect("a database") else {
            panic!("too many");
        };
        let mut tx = app.store.read().await.expect("a database");
        let rows = tx.respondents(round.id()).await.expect("respondents");
        let guest = rows.iter().find(|row| row.person.is_none());
        (common.text(), own.text(), guest.expect("a guest").voice)
    }

    async fn read_links(&self, round: &Round, by: Option<Uuid>, stage: Option<Stage>) -> Vec<Key> {
        let mut keys = Vec::new();
        for scope in Scope::ALL {
            let secret = rounds::share(&self.app.app, round, by, scope, None).await;
            keys.push(Key {
                door: Door::Read,
                actor: Actor::LinkReader(scope),
                secret: secret.expect("a read link").text(),
                stage,
            });
        }
        keys
    }

    /// Closes answering, agrees on a question, and opens a workshop that a phone joins.
    async fn agree(&self, id: Uuid, contact: Uuid) -> (String, String) {
        let app = &self.app.app;
        let (from, to, now) = (Stage::Answering, Stage::Agreeing, app.now());
        self.app
            .write(move |tx| {
                Box::pin(async move {
                    assert!(tx.move_stage(id, from.code(), to.code(), now).await?);
                    Ok(())
                })
            })
            .await;
        let edition = app.current_edition().expect("an edition");
        let (_, question) = edition.places().next().expect("a question");
        let level = Answer::Level(Level::THREE);
        assert!(self.app.agree(id, &question.id, level).await);
        let round = self.agreed(id).await;
        workshops::start(app, &round, contact)
            .await
            .expect("a workshop");
        let workshop = workshops::of_round(app, &round).await;
        let workshop = workshop.expect("a database").expect("a workshop");
        let from = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 2));
        let joined = workshops::join(app, &workshop, from).await;
        let workshops::Joined::In(secret) = joined.expect("a database") else {
            panic!("full");
        };
        let kept = workshops::cookie_secret(app, &secret);
        (
            workshop.code.text(),
            format!("__Host-workshop={}", kept.text()),
        )
    }
}
