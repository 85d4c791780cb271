//! The agency's people, and the contact persons they appoint.

use store::AppointmentRow;

use super::{id, organisation, person, write};
use crate::backend::{Backend, on_both};

on_both!(roles_are_given_and_taken, a_proposal_is_decided_once);

async fn roles_are_given_and_taken(backend: &Backend) {
    let (anna, bo) = (person(backend, 1).await, person(backend, 2).await);
    let outcomes = write(backend, move |tx| {
        Box::pin(async move {
            Ok([
                tx.grant_agency_role(anna, "editor", None, 1000).await?,
                tx.grant_agency_role(anna, "administrator", Some(bo), 1000)
                    .await?,
                tx.grant_agency_role(anna, "editor", Some(bo), 2000).await?,
                tx.grant_agency_role(bo, "editor", None, 1000).await?,
                tx.revoke_agency_role(bo, "editor").await?,
                tx.revoke_agency_role(bo, "editor").await?,
            ])
        })
    })
    .await;
    assert_eq!(outcomes, [true, true, false, true, true, false]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.agency_roles(anna).await.unwrap(),
        ["administrator", "editor"]
    );
    let people = tx.agency_people().await.unwrap();
    let seen: Vec<_> = people
        .iter()
        .map(|row| (row.person, row.email.as_str(), row.role.as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            (anna, "p1@kommunen.example", "administrator"),
            (anna, "p1@kommunen.example", "editor"),
        ]
    );
}

async fn a_proposal_is_decided_once(backend: &Backend) {
    let (one, anna) = (
        organisation(backend, 1, None).await,
        person(backend, 1).await,
    );
    let new = AppointmentRow {
        id: id(7),
        organisation: one,
        email: "ny@kommunen.example".to_owned(),
        reason: "Kontaktpersonen har slutat.".to_owned(),
        proposed_by: Some(anna),
        proposed_at: 1000,
    };
    let stored = new.clone();
    write(backend, move |tx| {
        Box::pin(async move { tx.propose_appointment(&stored).await })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.open_appointments().await.unwrap(),
        std::slice::from_ref(&new)
    );
    assert_eq!(tx.open_appointment(id(7)).await.unwrap(), Some(new));
    drop(tx);
    let decided = write(backend, move |tx| {
        Box::pin(async move {
            Ok([
                tx.decide_appointment(id(7), anna, "refused", 2000).await?,
                tx.decide_appointment(id(7), anna, "approved", 2000).await?,
            ])
        })
    })
    .await;
    assert_eq!(decided, [true, false]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.open_appointments().await.unwrap(), []);
    assert_eq!(tx.open_appointment(id(7)).await.unwrap(), None);
}
