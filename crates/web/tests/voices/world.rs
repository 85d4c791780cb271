//! An organisation with a contact person, two colleagues and a reader, and visitors to act as them.

use axum::body::Body;
use axum::http::{Request, header};
use domain::account::Role;
use service::accounts::Token;
use store::{NewMembership, NewPerson, NewSession, OrganisationRow, StoreError};
use uuid::Uuid;

use super::*;

/// The organisation in addresses.
pub(crate) const ORG: &str = "abcdefghij";

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) organisation: Uuid,
}

/// Someone at a browser, signed in or not.
pub(crate) struct Visitor<'a> {
    app: &'a TestApp,
    cookie: Option<String>,
    /// The address that a proxy in front tells.
    from: Option<String>,
}

impl World {
    pub(crate) async fn new() -> World {
        World::of(TestApp::new().await).await
    }

    /// The same in an installation that is set up in another way.
    pub(crate) async fn of(app: TestApp) -> World {
        let row = OrganisationRow {
            id: app.app.id(),
            public_id: ORG.to_owned(),
            number: None,
            name: "Ånge kommun".to_owned(),
            owner: None,
            registrator: None,
            joined_at: Some(app.app.now()),
            reminder_month: None,
        };
        let organisation = row.id;
        app.app
            .store
            .write(move |tx| Box::pin(async move { tx.add_organisation(&row, b"a").await }))
            .await
            .unwrap();
        World { app, organisation }
    }

    /// Signs someone in with a second factor; a member of the organisation if a role is given.
    pub(crate) async fn person(&self, email: &str, role: Option<Role>) -> Visitor<'_> {
        let app = &self.app.app;
        let (token, organisation) = (Token::new(app), self.organisation);
        let person = NewPerson {
            id: app.id(),
            name: String::new(),
            email: email.to_owned(),
            lang: "sv".to_owned(),
            at: app.now(),
        };
        let mut session = NewSession {
            id: app.id(),
            hash: token.hash().to_vec(),
            person: person.id,
            strength: 2,
            via: "code".to_owned(),
            device: "a test".to_owned(),
            at: app.now(),
            fresh_at: Some(app.now()),
        };
        let mut membership = role.map(|role| NewMembership {
            id: app.id(),
            organisation,
            person: person.id,
            role: role.code().to_owned(),
            state: "active".to_owned(),
            at: app.now(),
        });
        app.store
            .write(move |tx| {
                Box::pin(async move {
                    // Someone who signs in again is who they were.
                    let (person, _) = tx.person_or_new(&person).await?;
                    session.person = person.id;
                    tx.create_session(&session).await?;
                    if let Some(membership) = &mut membership {
                        membership.person = person.id;
                        tx.begin_membership(membership).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await
            .unwrap();
        Visitor {
            app: &self.app,
            cookie: Some(token.text()),
            from: None,
        }
    }

    pub(crate) async fn contact(&self) -> Visitor<'_> {
        self.person("kontakt@ange.se", Some(Role::Contact)).await
    }

    /// Someone without an account.
    pub(crate) fn guest(&self) -> Visitor<'_> {
        Visitor {
            app: &self.app,
            cookie: None,
            from: None,
        }
    }

    /// The same, with the address that a proxy in front tells.
    pub(crate) fn guest_from(&self, address: &str) -> Visitor<'_> {
        Visitor {
            from: Some(address.to_owned()),
            ..self.guest()
        }
    }

    /// Starts a round and gives its address for members.
    pub(crate) async fn start(&self, contact: &Visitor<'_>, depth: &str) -> String {
        let page = contact
            .post(&format!("/o/{ORG}/ny"), &[("gor", depth)])
            .await;
        page.location().strip_suffix("/leda").unwrap().to_owned()
    }

    /// Invites someone without an account, and gives their svarslänk without the origin.
    pub(crate) async fn invite(
        &self,
        contact: &Visitor<'_>,
        round: &str,
        role: &str,
        email: &str,
    ) -> String {
        let page = format!("{round}/fraga-kollegor");
        contact.post(&page, &[("roll", role)]).await.location();
        let fields = [("gor", "bjud-in"), ("adresser", email)];
        let asked = contact.post(&format!("{page}/{role}"), &fields).await;
        assert!(
            asked.location().contains("inbjudna=1"),
            "{}",
            asked.location()
        );
        self.link_to(email).await
    }

    /// The first address in the newest mail to someone, without the origin.
    pub(crate) async fn link_to(&self, email: &str) -> String {
        let mails = self.app.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.to == email).unwrap();
        let base = "http://localhost:8080";
        let mut lines = mail.text.lines();
        let line = lines.find_map(|line| line.strip_prefix(base)).unwrap();
        line.to_owned()
    }

    /// A round that three without accounts have answered on one question, and the contact person
    /// on another. Gives the round and the three svarslänkar.
    pub(crate) async fn answered(&self, contact: &Visitor<'_>) -> (String, Vec<String>) {
        let round = self.start(contact, "hela").await;
        let mut links = Vec::new();
        for (n, level) in ["1", "3", "4"].into_iter().enumerate() {
            let email = format!("chef{n}@ange.se");
            let link = self.invite(contact, &round, "ledning", &email).await;
            let question = self.first_question(&link).await;
            let guest = self.guest();
            guest
                .answer(&link, &question, level, &format!("Grund {level}"))
                .await
                .location();
            links.push(link);
        }
        (round, links)
    }

    /// The id of the first question that the holder of a svarslänk is asked.
    pub(crate) async fn first_question(&self, link: &str) -> String {
        let first = self.guest().get(link).await.attr(".tasks a", "href");
        first.rsplit('/').next().unwrap().to_owned()
    }
}

impl Visitor<'_> {
    pub(crate) async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    async fn send(&self, mut request: Request<Body>) -> Page {
        if let Some(cookie) = &self.cookie {
            let line = format!("__Host-strategikollen={cookie}");
            request
                .headers_mut()
                .insert(header::COOKIE, line.parse().unwrap());
        }
        if let Some(from) = &self.from {
            let from = from.parse().unwrap();
            request.headers_mut().insert("x-forwarded-for", from);
        }
        self.app.send(request).await
    }

    /// Answers a question through its page.
    pub(crate) async fn answer(&self, round: &str, question: &str, value: &str, why: &str) -> Page {
        self.fill(&format!("{round}/fraga/{question}"), question, value, why)
            .await
    }

    /// Agrees on a question through its page.
    pub(crate) async fn agree(&self, round: &str, question: &str, value: &str, why: &str) -> Page {
        self.fill(
            &format!("{round}/gemensamt/{question}"),
            question,
            value,
            why,
        )
        .await
    }

    async fn fill(&self, path: &str, question: &str, value: &str, why: &str) -> Page {
        let shown = self.get(path).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}: {}", shown.body);
        let version = shown.value(&format!("version.{question}"));
        let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
        let fields = [
            (names[0].as_str(), value),
            (&names[1], why),
            (&names[2], &version),
        ];
        self.post(path, &fields).await
    }
}
