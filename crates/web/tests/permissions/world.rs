//! Three organisations: one that another owns and a purchasing unit prepares rounds for, that unit,
//! and one apart. Everyone there is, and what they hold in their browsers.

#![expect(
    clippy::expect_used,
    reason = "a world that cannot be set up fails its test"
)]

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use domain::account::{Actor, AgencyRole, Role, Stage};
use domain::day::Day;
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use service::accounts::Token;
use service::organisations::By;
use service::plans;
use service::settings::{Mode, Sender};
use service::waves;
use store::{NetworkRow, NewMembership, NewPerson, NewSession, OrganisationRow, StoreError};
use uuid::Uuid;
use web::routes::{Door, Page, Route, fill};

use crate::common::{self, TestApp};
use crate::rounds::RoundHere;

/// A page of the hub.
const ENTRY: &str = "ett-enda-anbud";

/// The date of a wave that is published.
const WAVE: &str = "2026-11-22";

/// Someone who asks.
#[derive(Clone)]
pub(crate) struct Persona {
    pub(crate) name: String,
    /// The session's cookie, whole; `None` for who is not signed in.
    cookie: Option<String>,
    pub(crate) person: Option<Uuid>,
    /// Where they belong, with role and state.
    places: Vec<(Place, Role, &'static str)>,
    pub(crate) agency: Option<AgencyRole>,
}

/// An organisation of this world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The one that most belong to.
    Own,
    /// The one that owns it.
    Owner,
    /// The unit that prepares some of its rounds.
    Unit,
    /// One that nobody but its own contact person belongs to.
    Other,
}

impl Place {
    const ALL: [Place; 4] = [Place::Own, Place::Owner, Place::Unit, Place::Other];

    /// As it stands in addresses.
    pub(crate) fn public_id(self) -> &'static str {
        match self {
            Place::Own => "egen000000",
            Place::Owner => "agare00000",
            Place::Unit => "enhet00000",
            Place::Other => "annan00000",
        }
    }
}

impl Persona {
    pub(crate) fn signed_in(&self) -> bool {
        self.cookie.is_some()
    }

    fn role_in(&self, place: Place) -> Option<(Role, &'static str)> {
        let mut places = self.places.iter().filter(|(at, ..)| *at == place);
        places.next().map(|(_, role, state)| (*role, *state))
    }

    /// What they are to one of the organisations.
    pub(crate) fn actors(&self, place: Place) -> Vec<Actor> {
        if !self.signed_in() {
            return vec![Actor::Anyone];
        }
        let mut actors = Vec::new();
        match self.role_in(place) {
            Some((role, "active")) => actors.push(Actor::Member(role)),
            Some((_, "pending")) => actors.push(Actor::Pending),
            _ => {}
        }
        if let (Place::Own, Some((role, _))) = (place, self.role_in(Place::Owner)) {
            actors.push(Actor::Parent(role));
        }
        actors.extend(self.agency.map(Actor::Agency));
        if actors.is_empty() {
            actors.push(Actor::SignedIn);
        }
        actors
    }

    /// What they are to a round.
    pub(crate) fn actors_of(&self, round: &RoundHere) -> Vec<Actor> {
        let mut actors = self.actors(round.place);
        if let (true, Some((role, _))) = (round.prepared, self.role_in(Place::Unit)) {
            actors.push(Actor::Preparer(role));
        }
        actors
    }
}

pub(crate) struct World {
    pub(crate) app: TestApp,
    organisations: [Uuid; 4],
    pub(crate) personas: Vec<Persona>,
    /// A network that the organisation and the one apart are in; the first looks after it.
    network: Uuid,
    /// The plans of the organisation and the one apart, each with the address of one who does what
    /// it says.
    plans: Vec<(Place, Uuid, String)>,
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
        let app = TestApp::with(|settings| {
            settings.mode = mode;
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
        })
        .await;
        let owner = organisation(&app, Place::Owner, None).await;
        let mut world = World {
            organisations: [
                organisation(&app, Place::Own, Some(owner)).await,
                owner,
                organisation(&app, Place::Unit, None).await,
                organisation(&app, Place::Other, None).await,
            ],
            app,
            personas: Vec::new(),
            network: Uuid::nil(),
            plans: Vec::new(),
        };
        let anyone = Persona {
            name: "anyone".to_owned(),
            cookie: None,
            person: None,
            places: Vec::new(),
            agency: None,
        };
        let mut personas = vec![anyone, world.persona("signed in", &[], None).await];
        let pending = [(Place::Own, Role::Reader, "pending")];
        personas.push(world.persona("pending", &pending, None).await);
        for role in Role::ALL {
            for (name, place, state) in [
                ("member", Place::Own, "active"),
                ("former member", Place::Own, "ended"),
                ("the owner's", Place::Owner, "active"),
                ("the unit's", Place::Unit, "active"),
            ] {
                let name = format!("{name} {role:?}");
                let places = [(place, role, state)];
                personas.push(world.persona(&name, &places, None).await);
            }
        }
        let other = [(Place::Other, Role::Contact, "active")];
        personas.push(world.persona("the other's Contact", &other, None).await);
        for role in AgencyRole::ALL {
            let name = format!("agency {role:?}");
            personas.push(world.persona(&name, &[], Some(role)).await);
        }
        world.personas = personas;
        world.publish_a_wave().await;
        let members = [Place::Own, Place::Other].map(|place| world.id(place));
        world.network = network(&world.app, members).await;
        for place in [Place::Own, Place::Other] {
            let plan = world.make_plan(place).await;
            world.plans.push(plan);
        }
        world
    }

    /// A wave, closed by one publisher and published by another.
    async fn publish_a_wave(&self) {
        let app = &self.app.app;
        let publisher = self.named("agency Publisher");
        let other = self.double(publisher).await;
        let [closes, publishes] = [publisher, &other].map(|one| one.person.expect("a person"));
        let day = Day::try_from(WAVE).expect("a day");
        let closed = waves::close(app, closes, day).await;
        closed.expect("a wave");
        let seen = waves::preview(app, By::Person(publishes), day).await;
        let hash = seen.expect("a wave").wave.hash;
        let published = waves::publish(app, publishes, day, &hash).await;
        published.expect("published");
    }

    /// The address of one who does what the organisation's plan says.
    pub(crate) fn owner_address(&self) -> &str {
        &self.plans[0].2
    }

    /// A tip.
    pub(crate) fn card(&self) -> &str {
        let edition = self.app.app.current_edition().expect("an edition");
        edition.cards.keys().next().expect("a tip")
    }

    pub(crate) fn id(&self, place: Place) -> Uuid {
        let at = Place::ALL.iter().position(|other| *other == place);
        self.organisations[at.expect("one of them")]
    }

    pub(crate) fn anyone(&self) -> &Persona {
        &self.personas[0]
    }

    pub(crate) fn named(&self, name: &str) -> &Persona {
        let mut personas = self.personas.iter();
        personas.find(|one| one.name == name).expect("someone")
    }

    /// A contact person of an organisation.
    pub(crate) fn contact(&self, place: Place) -> Uuid {
        let mut personas = self.personas.iter();
        let contact = personas.find(|one| one.role_in(place) == Some((Role::Contact, "active")));
        contact
            .and_then(|one| one.person)
            .expect("a contact person")
    }

    /// Someone who is as another is, for what only one can do once.
    pub(crate) async fn double(&self, of: &Persona) -> Persona {
        if !of.signed_in() {
            return of.clone();
        }
        let name = format!("{} {}", of.name, self.app.app.id());
        self.persona(&name, &of.places, of.agency).await
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
            ..persona.clone()
        }
    }

    async fn persona(
        &self,
        name: &str,
        places: &[(Place, Role, &'static str)],
        agency: Option<AgencyRole>,
    ) -> Persona {
        let app = &self.app;
        let (id, now) = (app.app.id(), app.app.now());
        let new = NewPerson {
            id,
            name: name.to_owned(),
            email: format!(
                "{}@example.se",
                name.replace([' ', '\''], ".").to_lowercase()
            ),
            lang: "sv".to_owned(),
            at: now,
        };
        let membership = |(place, role, state): &(Place, Role, &str)| NewMembership {
            id: app.app.id(),
            organisation: self.id(*place),
            person: id,
            role: role.code().to_owned(),
            state: (*state).to_owned(),
            at: now,
        };
        let memberships: Vec<NewMembership> = places.iter().map(membership).collect();
        app.write(move |tx| {
            Box::pin(async move {
                tx.person_or_new(&new).await?;
                for membership in &memberships {
                    tx.begin_membership(membership).await?;
                }
                if let Some(role) = agency {
                    tx.grant_agency_role(id, role.code(), None, now).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await;
        Persona {
            name: name.to_owned(),
            cookie: Some(session(app, id, 2).await),
            person: Some(id),
            places: places.to_vec(),
            agency,
        }
    }

    /// A page's address in Swedish. The first places of the pattern are filled with `given`, those
    /// that are about one thing with something that is there.
    pub(crate) fn address(&self, route: &Route, door: Door, given: &[&str], voice: Uuid) -> String {
        let pattern = route.pattern(Lang::Sv, door);
        let edition = self.app.app.current_edition().expect("an edition");
        let (place, question) = edition.places().next().expect("a question");
        let card = self.card().to_owned();
        let plan = |given: &[&str]| {
            let of =
                |(place, ..): &&(Place, Uuid, String)| given.first() == Some(&place.public_id());
            let plan = self.plans.iter().find(of).or(self.plans.first());
            plan.expect("a plan").1.to_string()
        };
        let all = given;
        let mut given = given.iter();
        let filled: Vec<String> = pattern
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| match (name, route.page) {
                ("goal", _) => place.goal.id.clone(),
                ("question", _) => question.id.clone(),
                ("card", _) => card.clone(),
                ("tag", _) => question.tags[0].clone(),
                ("about", _) => format!("card:{card}"),
                ("entry", Page::PlanEntry) => plans::card_key(&card),
                ("entry", _) => ENTRY.to_owned(),
                ("organisation", _) => Place::Own.public_id().to_owned(),
                ("file", Page::Asset) => "app.css".to_owned(),
                ("file", Page::DataFile) => format!("{WAVE}.json"),
                ("file", Page::DataSchema) => "jamforelse.schema.json".to_owned(),
                ("file", Page::CatalogueFile) => "dcat.rdf".to_owned(),
                ("file", Page::PlanFile) => "plan.csv".to_owned(),
                ("file", _) => "svarsblankett.xlsx".to_owned(),
                ("role", _) => "inkop".to_owned(),
                ("voice", _) => voice.to_string(),
                ("date", _) => WAVE.to_owned(),
                ("dataset", _) => "jamforelse".to_owned(),
                ("network", _) => self.network.to_string(),
                ("plan", _) => plan(all),
                ("partner", _) => Place::Other.public_id().to_owned(),
                _ => (*given.next().expect("a part of the address")).to_owned(),
            })
            .collect();
        let filled: Vec<&str> = filled.iter().map(String::as_str).collect();
        fill(&pattern, &filled)
    }

    pub(crate) async fn get(&self, persona: &Persona, address: &str) -> common::Page {
        self.send(persona, Request::get(address)).await
    }

    /// Sends an empty form.
    pub(crate) async fn post(&self, persona: &Persona, address: &str) -> common::Page {
        self.send(persona, Request::post(address)).await
    }

    async fn send(&self, persona: &Persona, request: axum::http::request::Builder) -> common::Page {
        self.send_with(persona.cookie.as_deref(), request).await
    }

    /// Sends a request with these cookies. What comes little by little for ever is not waited for.
    pub(crate) async fn send_with(
        &self,
        cookie: Option<&str>,
        mut request: axum::http::request::Builder,
    ) -> common::Page {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(Body::empty()).expect("a request");
        let (parts, body) = self.app.respond(request).await.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE);
        let bytes = match kind.is_some_and(|kind| kind == "text/event-stream") {
            true => Vec::new(),
            false => to_bytes(body, usize::MAX).await.expect("a body").to_vec(),
        };
        common::Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    /// At which stage a round is now.
    pub(crate) async fn stage(&self, round: Uuid) -> Option<Stage> {
        let found = service::rounds::of_organisation::find(&self.app.app, round).await;
        found.expect("a database").map(|belongs| belongs.stage)
    }
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The page, or where it leads.
    Given,
    /// To where one shows who one is.
    ShowWho,
    /// There is nothing there, as far as whoever asks is concerned.
    NotThere,
    /// Not with this role, or not at this stage.
    NotAllowed,
    /// The page takes no forms.
    NoForm,
}

/// Titles of pages that say that it is not the time for something. Other conflicts are the page's.
const NOT_NOW: [&str; 3] = [
    "Det går inte i det här skedet",
    "Svarandet är stängt",
    "Workshopen är slut",
];

impl Outcome {
    pub(crate) fn of(answer: &common::Page) -> Self {
        let location = answer.header("location");
        let shows_who = ["/logga-in", "/logga-in/tvafaktor", "/konto/bekrafta"];
        match answer.status {
            StatusCode::SEE_OTHER
                if shows_who
                    .iter()
                    .any(|way| location.starts_with(&format!("{way}?till="))) =>
            {
                Outcome::ShowWho
            }
            // Nothing more comes.
            StatusCode::NO_CONTENT | StatusCode::FORBIDDEN => Outcome::NotAllowed,
            // Who once belonged there is told that they no longer do.
            StatusCode::NOT_FOUND | StatusCode::GONE => Outcome::NotThere,
            StatusCode::METHOD_NOT_ALLOWED => Outcome::NoForm,
            StatusCode::CONFLICT if NOT_NOW.iter().any(|title| answer.body.contains(title)) => {
                Outcome::NotAllowed
            }
            status => {
                assert!(!status.is_server_error(), "{status}: {}", answer.body);
                Outcome::Given
            }
        }
    }
}

async fn organisation(app: &TestApp, place: Place, owner: Option<Uuid>) -> Uuid {
    let id = app.app.id();
    let row = OrganisationRow {
        id,
        public_id: place.public_id().to_owned(),
        number: None,
        name: format!("{place:?}"),
        owner,
        registrator: None,
        joined_at: Some(app.app.now()),
        reminder_month: None,
    };
    app.write(move |tx| {
        Box::pin(async move {
            let key = row.name.clone();
            tx.add_organisation(&row, key.as_bytes()).await
        })
    })
    .await;
    id
}

/// A network of organisations, the first of which looks after it.
async fn network(app: &TestApp, members: [Uuid; 2]) -> Uuid {
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
    id
}

/// Signs someone in and gives the cookie.
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
    app.write(move |tx| Box::pin(async move { tx.create_session(&new).await }))
        .await;
    format!("__Host-strategikollen={}", token.text())
}
