//! Those who are signed in, put in the database of a running program: an organisation's contact
//! person, someone who has lost a second factor.

use domain::account::Role;
use service::accounts::Token;
use store::{NewMembership, NewPerson, NewSession, OrganisationRow, Store, StoreError, Tx, Work};
use uuid::Uuid;

use crate::cookies::Browser;

/// What the browser of someone who is signed in holds.
pub const COOKIE: &str = "__Host-strategikollen";

/// An organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// In addresses.
    pub public_id: String,
    /// What the contact person's browser holds.
    pub session: String,
}

impl Organisation {
    /// Puts one in a database.
    pub async fn put_in(database: &str) -> Self {
        let organisation = OrganisationRow {
            id: id(),
            public_id: format!(
                "e{:0>9}",
                u32::from_be_bytes(unpredictable()) % 1_000_000_000
            ),
            number: None,
            name: "Fjällhamra kommun".to_owned(),
            owner: None,
            registrator: None,
            joined_at: Some(now()),
            reminder_month: None,
        };
        let person = person(&format!("kim@{}.example", organisation.public_id));
        let membership = NewMembership {
            id: id(),
            organisation: organisation.id,
            person: person.id,
            role: Role::Contact.code().to_owned(),
            state: "active".to_owned(),
            at: now(),
        };
        let (token, session) = session(person.id, 2);
        let public_id = organisation.public_id.clone();
        write(database, move |tx| {
            Box::pin(async move {
                tx.add_organisation(&organisation, b"key").await?;
                tx.person_or_new(&person).await?;
                tx.begin_membership(&membership).await?;
                tx.create_session(&session).await
            })
        })
        .await;
        Organisation {
            public_id,
            session: token,
        }
    }

    /// The contact person's browser, at one of the places where the service runs.
    pub fn contact(&self, origin: &str) -> Browser {
        let mut browser = Browser::new(origin);
        browser.set_cookie(COOKIE, &self.session);
        browser
    }

    /// Starts hela kollen and closes it for answers. Gives the beginning of its addresses.
    pub async fn round_to_agree_on(&self, contact: &mut Browser) -> String {
        let fields = [("gor".to_owned(), "hela".to_owned())];
        let new = format!("/o/{}/ny", self.public_id);
        let reply = contact.post(&new, &fields).await;
        let lead = reply.location();
        let round = lead.split("/leda").next().unwrap_or_default().to_owned();
        contact
            .post(&format!("{round}/stang"), &[])
            .await
            .location();
        round
    }
}

/// Puts someone who has shown the first factor and not the second in a database, and gives what the
/// browser holds.
pub async fn halfway(database: &str) -> String {
    let person = person("ida@halvvagen.example");
    let (token, session) = session(person.id, 1);
    write(database, move |tx| {
        Box::pin(async move {
            tx.person_or_new(&person).await?;
            tx.set_totp(person.id, b"an app that is lost", 1).await?;
            tx.create_session(&session).await
        })
    })
    .await;
    token
}

async fn write(
    database: &str,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, (), StoreError> + Send + 'static,
) {
    let store = Store::open(database).await.expect("the database");
    store.write(work).await.expect("it is written");
    store.close().await;
}

fn person(email: &str) -> NewPerson {
    NewPerson {
        id: id(),
        name: "Kim Lind".to_owned(),
        email: email.to_owned(),
        lang: "sv".to_owned(),
        at: now(),
    }
}

/// A session that begins now, and what the browser holds.
fn session(person: Uuid, strength: i64) -> (String, NewSession) {
    let token = text(&unpredictable::<32>());
    let hash = Token::parse(&token).expect("a token").hash();
    let session = NewSession {
        id: id(),
        hash: hash.to_vec(),
        person,
        strength,
        via: "code".to_owned(),
        device: "Firefox".to_owned(),
        at: now(),
        fresh_at: (strength == 2).then(now),
    };
    (token, session)
}

fn unpredictable<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("randomness");
    bytes
}

fn text(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}

pub(crate) fn id() -> Uuid {
    Uuid::from_bytes(unpredictable())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program under test has the real clock"
)]
pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(since.expect("after 1970").as_millis()).expect("a time")
}
