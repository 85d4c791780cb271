//! An organisation with two contact persons, whose round is at the stage of agreeing, and phones.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use domain::account::{Role, Stage};
use domain::assessment::Depth;
use service::accounts::Token;
use service::rounds::of_organisation::{self, Start};
use store::{NewMembership, NewPerson, NewSession, OrganisationRow, StoreError};
use uuid::Uuid;

use crate::common::{Page, TestApp};

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) round: Uuid,
    /// The address of the shared screen.
    pub(crate) screen: String,
    /// What the browsers of the contact persons hold.
    contacts: [String; 2],
}

/// A phone, which keeps cookies or does not.
pub(crate) struct Phone<'a> {
    world: &'a World,
    /// Where it is.
    pub(crate) at: RefCell<String>,
    keeps: bool,
    cookie: RefCell<Option<String>>,
    /// The address that a proxy in front tells.
    from: Option<String>,
}

impl World {
    pub(crate) async fn new() -> Self {
        World::of(TestApp::new().await).await
    }

    async fn of(app: TestApp) -> Self {
        let organisation = app.app.id();
        let row = OrganisationRow {
            id: organisation,
            public_id: "abcdefghjk".to_owned(),
            number: None,
            name: "Fjällhamra kommun".to_owned(),
            owner: None,
            registrator: None,
            joined_at: Some(app.app.now()),
            reminder_month: None,
        };
        let work = app
            .app
            .store
            .write(move |tx| Box::pin(async move { tx.add_organisation(&row, b"key").await }));
        work.await.expect("an organisation");
        let (first, one) = contact(&app, organisation, "anna").await;
        let (_, other) = contact(&app, organisation, "bo").await;
        let start = Start {
            organisation,
            by: first,
            edition: app.app.content.current.clone(),
            depth: Depth::Full,
            facts: service::rounds::Facts::default(),
            said: BTreeMap::new(),
            previous: None,
            prepared_by: None,
        };
        let round = of_organisation::start(&app.app, &start).await;
        let world = World {
            round: round.expect("a round"),
            screen: String::new(),
            contacts: [one, other],
            app,
        };
        world.move_on(Stage::Answering, Stage::Agreeing).await;
        World {
            screen: format!("/o/abcdefghjk/sjalvskattning/{}/workshop", world.round),
            ..world
        }
    }

    /// Moves the round from one stage to another.
    pub(crate) async fn move_on(&self, from: Stage, to: Stage) {
        let (round, now) = (self.round, self.app.app.now());
        let moved = self.app.app.store.write(move |tx| {
            Box::pin(async move { tx.move_stage(round, from.code(), to.code(), now).await })
        });
        assert!(moved.await.expect("a stage"));
    }

    /// A workshop that has been started, with phones in it.
    pub(crate) async fn started(phones: usize) -> (Self, String) {
        World::begun(World::new().await, phones).await
    }

    /// The same behind a proxy of the operator's own.
    pub(crate) async fn started_behind_a_proxy(phones: usize) -> (Self, String) {
        let app = TestApp::with(|settings| settings.proxies = 1).await;
        World::begun(World::of(app).await, phones).await
    }

    async fn begun(world: World, phones: usize) -> (Self, String) {
        world.press(&[("gor", "starta")]).await;
        let address = world.address().await;
        for _ in 0..phones {
            world.phone(&address).join().await;
        }
        (world, address)
    }

    /// Where phones join, as the screen shows it.
    pub(crate) async fn address(&self) -> String {
        let shown = self.shown().await.text(".address");
        let path = shown.strip_prefix("localhost:8080").expect("its own host");
        path.to_owned()
    }

    pub(crate) fn phone(&self, address: &str) -> Phone<'_> {
        Phone {
            world: self,
            at: RefCell::new(address.to_owned()),
            keeps: true,
            cookie: RefCell::default(),
            from: None,
        }
    }

    pub(crate) fn phone_without_cookies(&self, address: &str) -> Phone<'_> {
        Phone {
            keeps: false,
            ..self.phone(address)
        }
    }

    pub(crate) fn phone_from(&self, address: &str, from: &str) -> Phone<'_> {
        Phone {
            from: Some(from.to_owned()),
            ..self.phone(address)
        }
    }

    /// The shared screen.
    pub(crate) async fn shown(&self) -> Page {
        let page = self.request(0, &self.screen, None).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.assert_sound("sv");
        page
    }

    /// A request of a contact person: a form, if there are fields.
    pub(crate) async fn request(
        &self,
        contact: usize,
        path: &str,
        fields: Option<&[(&str, &str)]>,
    ) -> Page {
        let cookie = format!("__Host-strategikollen={}", self.contacts[contact]);
        self.app.send(request(path, fields, Some(&cookie))).await
    }

    /// Presses a button on the shared screen, and gives the page after.
    pub(crate) async fn press(&self, fields: &[(&str, &str)]) -> Page {
        self.press_as(0, fields).await
    }

    /// The same, by one of the two contact persons.
    pub(crate) async fn press_as(&self, contact: usize, fields: &[(&str, &str)]) -> Page {
        let answer = self.request(contact, &self.screen, Some(fields)).await;
        let page = self.request(contact, &answer.location(), None).await;
        page.assert_sound("sv");
        page
    }

    /// What the shared screen follows.
    pub(crate) async fn follow(&self, path: &str) -> BodyDataStream {
        let cookie = format!("__Host-strategikollen={}", self.contacts[0]);
        let response = self.app.respond(request(path, None, Some(&cookie))).await;
        response.into_body().into_data_stream()
    }

    /// Asks a question.
    pub(crate) async fn ask(&self, from: &str, question: &str) -> Page {
        self.press(&[("gor", "fraga"), ("fran", from), ("fraga", question)])
            .await
    }

    /// Shows the answers to it.
    pub(crate) async fn show(&self, question: &str) -> Page {
        self.press(&[("gor", "visa"), ("fraga", question)]).await
    }
}

impl Phone<'_> {
    /// The page it is on, after redirects.
    pub(crate) async fn look(&self) -> Page {
        loop {
            let page = self.send(None).await;
            if !page.status.is_redirection() {
                page.assert_sound("sv");
                return page;
            }
            self.at.replace(page.location());
        }
    }

    /// Sends a form and gives the page after.
    pub(crate) async fn press(&self, fields: &[(&str, &str)]) -> Page {
        let answer = self.send(Some(fields)).await;
        if !answer.status.is_redirection() {
            return answer;
        }
        self.at.replace(answer.location());
        self.look().await
    }

    pub(crate) async fn join(&self) -> Page {
        self.press(&[("gor", "med")]).await
    }

    pub(crate) async fn answer(&self, question: &str, value: &str) -> Page {
        self.press(&[("gor", "svara"), ("fraga", question), ("svar", value)])
            .await
    }

    async fn send(&self, fields: Option<&[(&str, &str)]>) -> Page {
        let (path, cookie) = (self.at.borrow().clone(), self.cookie.borrow().clone());
        let mut request = request(&path, fields, cookie.as_deref());
        if let Some(from) = &self.from {
            let from = from.parse().expect("a header");
            request.headers_mut().insert("x-forwarded-for", from);
        }
        let page = self.world.app.send(request).await;
        let set = page.header("set-cookie");
        if self.keeps && !set.is_empty() {
            let pair = set.split(';').next().unwrap_or_default();
            self.cookie.replace(Some(pair.to_owned()));
        }
        page
    }
}

fn request(path: &str, fields: Option<&[(&str, &str)]>, cookie: Option<&str>) -> Request<Body> {
    let mut request = Request::get(path);
    let mut body = Body::empty();
    if let Some(fields) = fields {
        request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        body = Body::from(form);
    }
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    request.body(body).expect("a request")
}

/// A contact person, signed in with a second factor. Gives what the browser holds.
async fn contact(app: &TestApp, organisation: Uuid, name: &str) -> (Uuid, String) {
    let (person, now, token) = (app.app.id(), app.app.now(), Token::new(&app.app));
    let new = NewPerson {
        id: person,
        name: name.to_owned(),
        email: format!("{name}@fjallhamra.example"),
        lang: "sv".to_owned(),
        at: now,
    };
    let membership = NewMembership {
        id: app.app.id(),
        organisation,
        person,
        role: Role::Contact.code().to_owned(),
        state: "active".to_owned(),
        at: now,
    };
    let session = NewSession {
        id: app.app.id(),
        hash: token.hash().to_vec(),
        person,
        strength: 2,
        via: "code".to_owned(),
        device: "Firefox".to_owned(),
        at: now,
        fresh_at: Some(now),
    };
    let work = app.app.store.write(move |tx| {
        Box::pin(async move {
            tx.person_or_new(&new).await?;
            tx.begin_membership(&membership).await?;
            tx.create_session(&session).await?;
            Ok::<_, StoreError>(())
        })
    });
    work.await.expect("a contact person");
    (person, token.text())
}

/// The first questions of the edition.
pub(crate) fn questions(world: &World) -> [String; 2] {
    let edition = world.app.app.current_edition().expect("an edition");
    let mut ids = edition.places().map(|(_, question)| question.id.clone());
    let two = [ids.next(), ids.next()].map(|id| id.expect("a question"));
    let distinct: BTreeSet<_> = two.iter().collect();
    assert_eq!(distinct.len(), 2);
    two
}
