//! Organisations, who belongs to them, the agency, and what has happened.

mod agency;
mod comparison;
mod events;
mod invitations;
mod leaving;
mod memberships;
mod openness;
mod plans;
mod preparers;
mod register;
mod rounds;
mod yearly;

use store::{NewMembership, NewPerson, OrganisationRow, StoreError, Tx, Work};
use uuid::Uuid;

use crate::backend::Backend;

/// Runs `work` in a write of its own.
async fn write<T: Send + 'static>(
    backend: &Backend,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
) -> T {
    backend.store.write(work).await.unwrap()
}

/// An id for the `n`th of anything.
fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Organisation `n`, which owner `owner` owns.
fn new_organisation(n: u128, owner: Option<u128>) -> OrganisationRow {
    OrganisationRow {
        id: id(n),
        public_id: format!("public{n}"),
        number: Some(format!("{n:010}")),
        name: format!("Organisation {n}"),
        owner: owner.map(id),
        registrator: None,
        joined_at: None,
        reminder_month: None,
    }
}

/// Stores organisation `n`, which sorts by its number.
async fn organisation(backend: &Backend, n: u128, owner: Option<u128>) -> Uuid {
    write(backend, move |tx| {
        Box::pin(async move {
            let new = new_organisation(n, owner);
            tx.add_organisation(&new, &n.to_be_bytes()).await?;
            Ok(new.id)
        })
    })
    .await
}

/// Stores person `n`.
async fn person(backend: &Backend, n: u128) -> Uuid {
    let new = NewPerson {
        id: id(n),
        name: format!("Person {n}"),
        email: format!("p{n}@kommunen.example"),
        lang: "sv".to_owned(),
        at: 1000,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.person_or_new(&new).await })
    })
    .await
    .0
    .id
}

/// Person `person` as a member of `organisation`; membership `n`.
fn membership(n: u128, organisation: Uuid, person: Uuid, role: &str, state: &str) -> NewMembership {
    NewMembership {
        id: id(n),
        organisation,
        person,
        role: role.to_owned(),
        state: state.to_owned(),
        at: 1000 + n as i64,
    }
}

/// Begins a membership; says whether it began.
async fn begin(backend: &Backend, membership: NewMembership) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.begin_membership(&membership).await })
    })
    .await
}
