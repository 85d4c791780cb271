//! People, and how they show who they are.

mod factors;
mod people;
mod sign_in;

use store::{NewPerson, NewSession, PasskeyRow, PersonRow, StoreError, Tx, Work};
use uuid::Uuid;

use crate::backend::Backend;

/// Runs `work` in a write of its own.
async fn write<T: Send + 'static>(
    backend: &Backend,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
) -> T {
    backend.store.write(work).await.unwrap()
}

fn new_person(n: u128) -> NewPerson {
    NewPerson {
        id: Uuid::from_u128(n),
        name: format!("Person {n}"),
        email: format!("p{n}@kommunen.example"),
        lang: "sv".to_owned(),
        at: 1000,
    }
}

/// Stores person `n`.
async fn person(backend: &Backend, n: u128) -> PersonRow {
    let (person, added) = write(backend, move |tx| {
        Box::pin(async move { tx.person_or_new(&new_person(n)).await })
    })
    .await;
    assert!(added);
    person
}

/// Session `n` of a person, whose cookie hashes to `n`, begun at 1000 + `n`.
fn session(n: u128, person: Uuid) -> NewSession {
    NewSession {
        id: Uuid::from_u128(n),
        hash: n.to_be_bytes().to_vec(),
        person,
        strength: 1,
        via: "code".to_owned(),
        device: "Firefox, Linux".to_owned(),
        at: 1000 + n as i64,
        fresh_at: None,
    }
}

fn cookie(n: u128) -> Vec<u8> {
    n.to_be_bytes().to_vec()
}

async fn signed_in(backend: &Backend, person: Uuid, sessions: &'static [u128]) {
    write(backend, move |tx| {
        Box::pin(async move {
            for n in sessions {
                tx.create_session(&session(*n, person)).await?;
            }
            Ok(())
        })
    })
    .await;
}

fn passkey(n: u128, person: Uuid) -> PasskeyRow {
    PasskeyRow {
        id: Uuid::from_u128(n),
        person,
        credential: n.to_be_bytes().to_vec(),
        name: format!("Nyckel {n}"),
        body: "{\"counter\":0}".to_owned(),
        created_at: 1000,
        used_at: None,
    }
}
