//! Organisations with members who are signed in, second factor shown, and their rounds.

use axum::body::Body;
use axum::http::{Request, header};
use domain::account::{Role, Stage};
use domain::assessment::{Answer, Coverage, Depth};
use service::accounts::Token;
use service::rounds::{self, Facts, Said, of_organisation};
use store::{ClassificationRow, NewMembership, NewPerson, NewSession, OrganisationRow, StoreError};
use uuid::Uuid;

use super::{Page, TestApp};

/// A member who is signed in.
pub(crate) struct Member<'a> {
    app: &'a TestApp,
    pub(crate) person: Uuid,
    cookie: String,
}

impl Member<'_> {
    pub(crate) async fn get(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        let request = request.body(Body::empty()).expect("a request");
        self.app.send(request).await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body))
            .expect("a request");
        self.app.send(request).await
    }

    /// Sends a file as the field `fil`.
    pub(crate) async fn send_file(&self, path: &str, file: &[u8]) -> Page {
        const LIMIT: &str = "grans";
        let head = "Content-Disposition: form-data; name=\"fil\"; filename=\"a\"";
        let mut body = format!("--{LIMIT}\r\n{head}\r\n\r\n").into_bytes();
        body.extend(file);
        body.extend(format!("\r\n--{LIMIT}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={LIMIT}");
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .expect("a request");
        self.app.send(request).await
    }
}

impl TestApp {
    /// A municipal company that has joined, whose id in addresses is `public_id`.
    pub(crate) async fn organisation(&self, public_id: &str, name: &str) -> Uuid {
        let id = self.app.id();
        let row = OrganisationRow {
            id,
            public_id: public_id.to_owned(),
            number: None,
            name: name.to_owned(),
            owner: None,
            registrator: None,
            joined_at: Some(self.app.now()),
            reminder_month: None,
        };
        let classification = ClassificationRow {
            id: self.app.id(),
            organisation: id,
            valid_from: "2020-01-01".to_owned(),
            kind: "kommunalt_bolag".to_owned(),
            lan: Some("22".to_owned()),
            municipality: None,
            skr_group: None,
            population: None,
            volume: None,
            changed_by: None,
            reason: String::new(),
            created_at: self.app.now(),
        };
        self.write(move |tx| {
            Box::pin(async move {
                tx.add_organisation(&row, row.name.as_bytes()).await?;
                tx.add_classification(&classification).await
            })
        })
        .await;
        id
    }

    /// Someone who has an account.
    pub(crate) async fn person(&self, email: &str) -> Uuid {
        let person = NewPerson {
            id: self.app.id(),
            name: String::new(),
            email: email.to_owned(),
            lang: "sv".to_owned(),
            at: self.app.now(),
        };
        let id = person.id;
        self.write(move |tx| Box::pin(async move { tx.person_or_new(&person).await.map(drop) }))
            .await;
        id
    }

    /// Someone who is signed in with two factors, both shown just now, and has a role.
    pub(crate) async fn member(&self, organisation: Uuid, email: &str, role: Role) -> Member<'_> {
        let now = self.app.now();
        let person = self.person(email).await;
        let membership = NewMembership {
            id: self.app.id(),
            organisation,
            person,
            role: role.code().to_owned(),
            state: "active".to_owned(),
            at: now,
        };
        self.write(move |tx| {
            Box::pin(async move { tx.begin_membership(&membership).await.map(drop) })
        })
        .await;
        self.session(person, Some(now)).await
    }

    /// A session of a person, with both factors shown, the second at `fresh_at`.
    pub(crate) async fn session(&self, person: Uuid, fresh_at: Option<i64>) -> Member<'_> {
        self.session_of_strength(person, 2, fresh_at).await
    }

    /// A session of a person who has shown the first factor only.
    pub(crate) async fn halfway(&self, person: Uuid) -> Member<'_> {
        self.session_of_strength(person, 1, None).await
    }

    async fn session_of_strength(
        &self,
        person: Uuid,
        strength: i64,
        fresh_at: Option<i64>,
    ) -> Member<'_> {
        let token = Token::new(&self.app);
        let session = NewSession {
            id: self.app.id(),
            hash: token.hash().to_vec(),
            person,
            strength,
            via: "code".to_owned(),
            device: "Firefox, Linux".to_owned(),
            at: self.app.now(),
            fresh_at,
        };
        self.write(move |tx| Box::pin(async move { tx.create_session(&session).await }))
            .await;
        Member {
            app: self,
            person,
            cookie: format!("__Host-strategikollen={}", token.text()),
        }
    }

    /// A round that an organisation is agreeing on, with these agreed answers.
    pub(crate) async fn agreeing(
        &self,
        organisation: Uuid,
        by: Uuid,
        depth: Depth,
        agreed: &[(&str, Answer)],
    ) -> Uuid {
        let start = of_organisation::Start {
            organisation,
            by,
            edition: self.app.content.current.clone(),
            depth,
            facts: Facts {
                coverage: Some(Coverage::Own),
                ..Facts::default()
            },
            said: Default::default(),
            previous: None,
            prepared_by: None,
        };
        let round = of_organisation::start(&self.app, &start)
            .await
            .expect("a round");
        let (from, to, now) = (Stage::Answering, Stage::Agreeing, self.app.now());
        self.write(move |tx| {
            Box::pin(async move {
                let moved = tx.move_stage(round, from.code(), to.code(), now).await?;
                assert!(moved);
                Ok(())
            })
        })
        .await;
        for (question, answer) in agreed {
            assert!(self.agree(round, question, answer.clone()).await);
        }
        round
    }

    /// Saves what the group agrees on, with grounds that must never leave the round. `false` if the
    /// round is at another stage.
    pub(crate) async fn agree(&self, round: Uuid, question: &str, answer: Answer) -> bool {
        let opened = of_organisation::open_agreed(&self.app, round).await;
        let opened = opened.expect("a database").expect("a round");
        let said = Said {
            answer: Some(answer),
            comment: "hemlig motivering".to_owned(),
            ask: None,
        };
        let revision = opened.latest(question).revision;
        let agreed = vec![(question.to_owned(), revision, said)];
        rounds::save(&self.app, &opened, agreed).await.is_ok()
    }

    /// Writes past the use cases.
    pub(crate) async fn write(
        &self,
        work: impl for<'t> FnOnce(&'t mut store::Tx) -> store::Work<'t, (), StoreError> + Send + 'static,
    ) {
        self.app.store.write(work).await.expect("a database");
    }
}
