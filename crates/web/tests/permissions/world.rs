//! Two organisations, one of which is owned; everyone there is; a round at every stage.

#![expect(
    clippy::expect_used,
    reason = "a world that cannot be set up fails its test"
)]

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, header};
use domain::account::{Actor, AgencyRole, Role, Stage};
use domain::assessment::Depth;
use domain::day::Day;
use service::accounts::Token;
use service::rounds::of_organisation::{self, Start};
use service::rounds::{Facts, Previous};
use service::settings::Mode;
use service::waves;
use store::{NetworkRow, NewMembership, NewPerson, NewSession, OrganisationRow, StoreError};
use uuid::Uuid;
use web::routes::{Door, Page, Route, fill};

use crate::common::{self, TestApp};

/// The date of a wave that is closed.
const WAVE: &str = "2026-11-22";

/// Someone who asks.
pub(crate) struct Persona {
    pub(crate) name: String,
    /// What the browser holds; `None` for who is not signed in.
    cookie: Option<String>,
    person: Option<Uuid>,
    /// What they are in [`World::own`].
    own: Option<Standing>,
    /// Whether they belong to the organisation that owns [`World::own`].
    owner: Option<Role>,
    pub(crate) agency: Option<AgencyRole>,
}

#[derive(Clone, Copy)]
enum Standing {
    Pending,
    Member(Role),
}

impl Persona {
    pub(crate) fn signed_in(&self) -> bool {
        self.cookie.is_some()
    }
}

pub(crate) struct World {
    app: TestApp,
    /// The organisation that most personas belong to, as in addresses.
    pub(crate) own: String,
    /// One that nobody but its own contact person belongs to.
    pub(crate) other: String,
    pub(crate) personas: Vec<Persona>,
    /// Organisation, stage and id of each round.
    pub(crate) rounds: Vec<(String, Stage, String)>,
    /// A network that both organisations are in, and the first looks after.
    network: String,
}

impl World {
    /// A shared service.
    pub(crate) async fn new() -> Self {
        World::with(Mode::Shared {
            agency: "Exempelmyndigheten".to_owned(),
        })
        .await
    }

    /// An egen installation, which has neither owners nor an agency to speak of.
    pub(crate) async fn own_installation() -> Self {
        World::with(Mode::Own).await
    }

    async fn with(mode: Mode) -> Self {
        let app = TestApp::with(|settings| settings.mode = mode).await;
        let owner = organisation(&app, "agare", None).await;
        let own = organisation(&app, "egen", Some(owner)).await;
        let other = organisation(&app, "annan", None).await;
        let mut personas = vec![
            Persona {
                name: "anyone".to_owned(),
                cookie: None,
                person: None,
                own: None,
                owner: None,
                agency: None,
            },
            persona(&app, "signed in", &[]).await,
        ];
        let mut pending = persona(&app, "pending", &[(own, Role::Reader, "pending")]).await;
        pending.own = Some(Standing::Pending);
        personas.push(pending);
        for role in Role::ALL {
            let name = format!("member {role:?}");
            let mut member = persona(&app, &name, &[(own, role, "active")]).await;
            member.own = Some(Standing::Member(role));
            personas.push(member);
            let name = format!("member {role:?} of the owner");
            let mut parent = persona(&app, &name, &[(owner, role, "active")]).await;
            parent.owner = Some(role);
            personas.push(parent);
            let name = format!("former member {role:?}");
            personas.push(persona(&app, &name, &[(own, role, "ended")]).await);
        }
        for role in AgencyRole::ALL {
            let mut officer = persona(&app, &format!("agency {role:?}"), &[]).await;
            officer.agency = Some(role);
            let person = officer.person.expect("a person");
            let (code, now) = (role.code(), app.app.now());
            app.app
                .store
                .write(move |tx| {
                    Box::pin(async move {
                        tx.grant_agency_role(person, code, None, now).await?;
                        Ok::<_, StoreError>(())
                    })
                })
                .await
                .expect("a role");
            personas.push(officer);
        }
        if let Some(publisher) = personas
            .iter()
            .find(|persona| persona.agency == Some(AgencyRole::Publisher))
        {
            let day = Day::try_from(WAVE).expect("a day");
            let person = publisher.person.expect("a person");
            waves::close(&app.app, person, day).await.expect("a wave");
        }
        let starter = personas
            .iter()
            .find_map(|persona| persona.person)
            .expect("a person");
        let mut rounds = Vec::new();
        for (organisation, name) in [(own, "egen"), (other, "annan")] {
            for stage in Stage::ALL {
                let round = round(&app, organisation, starter, stage).await;
                rounds.push((public_id(name), stage, round.to_string()));
            }
        }
        let network = network(&app, [own, other]).await;
        World {
            network,
            app,
            own: public_id("egen"),
            other: public_id("annan"),
            personas,
            rounds,
        }
    }

    /// What someone is to an organisation.
    pub(crate) fn actors(&self, persona: &Persona, organisation: &str) -> Vec<Actor> {
        if persona.cookie.is_none() {
            return vec![Actor::Anyone];
        }
        let mut actors = Vec::new();
        if organisation == self.own {
            actors.extend(persona.own.map(|standing| match standing {
                Standing::Pending => Actor::Pending,
                Standing::Member(role) => Actor::Member(role),
            }));
            actors.extend(persona.owner.map(Actor::Parent));
        }
        actors.extend(persona.agency.map(Actor::Agency));
        if actors.is_empty() {
            actors.push(Actor::SignedIn);
        }
        actors
    }

    /// The same person in a browser where the second factor was not shown.
    pub(crate) async fn weaker(&self, persona: &Persona) -> Persona {
        let cookie = match persona.person {
            Some(person) => Some(session(&self.app, person, 1).await),
            None => None,
        };
        Persona {
            name: format!("{} without second factor", persona.name),
            cookie,
            ..*persona
        }
    }

    /// A page's address in Swedish, its places filled with what there is.
    pub(crate) fn address(&self, route: &Route, door: Door, segments: &[&String]) -> String {
        let pattern = route.pattern(domain::text::Lang::Sv, door);
        let edition = self.app.app.current_edition().expect("an edition");
        let (place, question) = edition.places().next().expect("a question");
        let mut given = segments.iter();
        let filled: Vec<String> = pattern
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| match name {
                "goal" => place.goal.id.clone(),
                "question" => question.id.clone(),
                "organisation" => self.own.clone(),
                "file" => "svarsblankett.xlsx".to_owned(),
                "role" => "inkop".to_owned(),
                "voice" => Uuid::nil().to_string(),
                "date" => WAVE.to_owned(),
                "network" => self.network.clone(),
                "partner" => self.other.clone(),
                _ => given
                    .next()
                    .map(|given| (*given).clone())
                    .unwrap_or_default(),
            })
            .collect();
        let filled: Vec<&str> = filled.iter().map(String::as_str).collect();
        fill(&pattern, &filled)
    }

    /// Pages about something that no round here has: what a hand-in or a workshop leaves behind.
    pub(crate) fn has_nothing_for(&self, page: Page) -> bool {
        NOTHING.contains_key(&format!("{page:?}").as_str())
    }

    pub(crate) async fn get(&self, persona: &Persona, address: &str) -> common::Page {
        self.send(persona, Request::get(address), Body::empty())
            .await
    }

    /// Sends an empty form.
    pub(crate) async fn post(&self, persona: &Persona, address: &str) -> common::Page {
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(persona, request, Body::empty()).await
    }

    async fn send(
        &self,
        persona: &Persona,
        mut request: axum::http::request::Builder,
        body: Body,
    ) -> common::Page {
        if let Some(cookie) = &persona.cookie {
            request = request.header(header::COOKIE, format!("__Host-strategikollen={cookie}"));
        }
        self.app.send(request.body(body).expect("a request")).await
    }
}

/// Why a page may be missing though whoever asks may see it.
static NOTHING: std::sync::LazyLock<BTreeMap<&'static str, &'static str>> =
    std::sync::LazyLock::new(|| {
        BTreeMap::from([
            (
                "Receipt",
                "the rounds were moved to their stage without a hand-in",
            ),
            ("ReceiptFile", "the same"),
            ("RemoveRespondent", "nobody was asked"),
        ])
    });

fn public_id(name: &str) -> String {
    format!("{name:x<10}")
}

async fn organisation(app: &TestApp, name: &str, owner: Option<Uuid>) -> Uuid {
    let id = app.app.id();
    let row = OrganisationRow {
        id,
        public_id: public_id(name),
        number: None,
        name: name.to_owned(),
        owner,
        registrator: None,
        joined_at: Some(app.app.now()),
        reminder_month: None,
    };
    app.app
        .store
        .write(move |tx| Box::pin(async move { tx.add_organisation(&row, b"key").await }))
        .await
        .expect("an organisation");
    id
}

/// A network of organisations, the first of which looks after it.
async fn network(app: &TestApp, members: [Uuid; 2]) -> String {
    let row = NetworkRow {
        id: app.app.id(),
        name: "Länets inköpsnätverk".to_owned(),
        purpose: "Lära av varandra".to_owned(),
        created_at: app.app.now(),
    };
    let id = row.id;
    app.write(move |tx| {
        Box::pin(async move {
            tx.add_network(&row, b"key").await?;
            for (at, member) in (1..).zip(members) {
                tx.join_network(row.id, member, at).await?;
            }
            Ok(())
        })
    })
    .await;
    id.to_string()
}

async fn persona(app: &TestApp, name: &str, places: &[(Uuid, Role, &str)]) -> Persona {
    let (id, now) = (app.app.id(), app.app.now());
    let new = NewPerson {
        id,
        name: name.to_owned(),
        email: format!("{}@example.se", name.replace(' ', ".")),
        lang: "sv".to_owned(),
        at: now,
    };
    let memberships: Vec<NewMembership> = places
        .iter()
        .map(|(organisation, role, state)| NewMembership {
            id: app.app.id(),
            organisation: *organisation,
            person: id,
            role: role.code().to_owned(),
            state: (*state).to_owned(),
            at: now,
        })
        .collect();
    app.app
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.person_or_new(&new).await?;
                for membership in &memberships {
                    tx.begin_membership(membership).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .expect("a person");
    Persona {
        name: name.to_owned(),
        cookie: Some(session(app, id, 2).await),
        person: Some(id),
        own: None,
        owner: None,
        agency: None,
    }
}

/// Signs someone in and gives what the browser holds.
async fn session(app: &TestApp, person: Uuid, strength: i64) -> String {
    let token = Token::new(&app.app);
    let new = NewSession {
        id: app.app.id(),
        hash: token.hash().to_vec(),
        person,
        strength,
        via: "code".to_owned(),
        device: "Firefox".to_owned(),
        at: app.app.now(),
        fresh_at: (strength == 2).then(|| app.app.now()),
    };
    app.app
        .store
        .write(move |tx| Box::pin(async move { tx.create_session(&new).await }))
        .await
        .expect("a session");
    token.text()
}

/// A round of an organisation, begun from another and moved to a stage.
async fn round(app: &TestApp, organisation: Uuid, by: Uuid, stage: Stage) -> Uuid {
    let start = Start {
        organisation,
        by,
        edition: app.app.content.current.clone(),
        depth: Depth::Full,
        facts: Facts {
            previous: Some(Previous {
                edition: app.app.content.current.clone(),
                depth: Depth::Full,
                kind: None,
                coverage: None,
                at: app.app.now(),
                said: BTreeMap::new(),
            }),
            ..Facts::default()
        },
        said: BTreeMap::new(),
        previous: None,
        prepared_by: None,
    };
    let round = of_organisation::start(&app.app, &start)
        .await
        .expect("a round");
    let now = app.app.now();
    app.app
        .store
        .write(move |tx| {
            Box::pin(async move {
                for pair in Stage::ALL.windows(2) {
                    if pair[0] < stage {
                        tx.move_stage(round, pair[0].code(), pair[1].code(), now)
                            .await?;
                    }
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .expect("a stage");
    round
}
