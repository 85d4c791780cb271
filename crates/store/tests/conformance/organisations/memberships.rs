//! Who belongs to an organisation.

use store::StoreError;

use super::{begin, id, membership, organisation, person, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_person_has_one_membership_in_an_organisation,
    states_follow_each_other,
    members_and_belongings_leave_out_what_has_ended,
    standing_is_told_from_both_sides,
    those_who_wait_where_no_contact_person_is_are_told,
    of_two_who_end_each_other_one_sees_the_other,
);

async fn a_person_has_one_membership_in_an_organisation(backend: &Backend) {
    let (one, anna) = (
        organisation(backend, 1, None).await,
        person(backend, 1).await,
    );
    assert!(begin(backend, membership(1, one, anna, "respondent", "pending")).await);
    assert!(!begin(backend, membership(2, one, anna, "contact", "active")).await);
    let ended = write(backend, |tx| {
        Box::pin(tx.end_membership(id(1), "pending", 2000))
    })
    .await;
    assert!(ended);
    // One that has ended begins anew, under its first id.
    assert!(begin(backend, membership(3, one, anna, "reader", "active")).await);
    let mut tx = backend.store.read().await.unwrap();
    let row = tx.membership_of(one, anna).await.unwrap().unwrap();
    assert_eq!(
        (row.id, row.role.as_str(), row.state.as_str()),
        (id(1), "reader", "active")
    );
    assert_eq!(tx.membership(id(1)).await.unwrap(), Some(row));
    assert_eq!(tx.membership(id(3)).await.unwrap(), None);
}

async fn states_follow_each_other(backend: &Backend) {
    let (one, anna) = (
        organisation(backend, 1, None).await,
        person(backend, 1).await,
    );
    begin(backend, membership(1, one, anna, "respondent", "pending")).await;
    let outcomes = write(backend, |tx| {
        Box::pin(async move {
            Ok([
                tx.set_role(id(1), "reader").await?,
                tx.end_membership(id(1), "active", 2000).await?,
                tx.approve_membership(id(1), "contact", 3000).await?,
                tx.approve_membership(id(1), "contact", 3000).await?,
                tx.set_role(id(1), "reader").await?,
                tx.end_membership(id(1), "pending", 4000).await?,
                tx.end_membership(id(1), "active", 4000).await?,
                tx.set_role(id(1), "contact").await?,
            ])
        })
    })
    .await;
    assert_eq!(
        outcomes,
        [false, false, true, false, true, false, true, false]
    );
}

async fn members_and_belongings_leave_out_what_has_ended(backend: &Backend) {
    let (one, two) = (
        organisation(backend, 1, None).await,
        organisation(backend, 2, None).await,
    );
    let (anna, bo) = (person(backend, 1).await, person(backend, 2).await);
    begin(backend, membership(3, one, bo, "respondent", "pending")).await;
    begin(backend, membership(1, one, anna, "contact", "active")).await;
    begin(backend, membership(2, two, anna, "reader", "active")).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.confirm_members(one, 9000).await })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let members = tx.members(one).await.unwrap();
    let seen: Vec<_> = members
        .iter()
        .map(|row| {
            (
                row.id.as_u128(),
                row.email.as_str(),
                row.state.as_str(),
                row.confirmed_at,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (1, "p1@kommunen.example", "active", 9000),
            (3, "p2@kommunen.example", "pending", 1003),
        ]
    );
    let places = tx.belongings("2026-01-01", anna).await.unwrap();
    let seen: Vec<_> = places
        .iter()
        .map(|row| (row.organisation.id, row.role.as_str()))
        .collect();
    assert_eq!(seen, [(one, "contact"), (two, "reader")]);
    drop(tx);
    write(backend, |tx| {
        Box::pin(tx.end_membership(id(1), "active", 2000))
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.members(one).await.unwrap().len(), 1);
    assert_eq!(tx.belongings("2026-01-01", anna).await.unwrap().len(), 1);
}

async fn standing_is_told_from_both_sides(backend: &Backend) {
    let town = organisation(backend, 1, None).await;
    let company = organisation(backend, 2, Some(1)).await;
    let anna = person(backend, 1).await;
    let before = backend
        .store
        .read()
        .await
        .unwrap()
        .has_place(anna)
        .await
        .unwrap();
    begin(backend, membership(1, town, anna, "reader", "active")).await;
    let mut tx = backend.store.read().await.unwrap();
    assert!(!before && tx.has_place(anna).await.unwrap());
    let reader = ("reader".to_owned(), "active".to_owned());
    assert_eq!(
        tx.places(anna, town).await.unwrap(),
        std::slice::from_ref(&reader)
    );
    assert_eq!(tx.places(anna, company).await.unwrap(), []);
    assert_eq!(tx.places_at_owner(anna, company).await.unwrap(), [reader]);
    assert_eq!(tx.places_at_owner(anna, town).await.unwrap(), []);
    drop(tx);
    write(backend, |tx| {
        Box::pin(tx.end_membership(id(1), "active", 2000))
    })
    .await;
    assert!(
        !backend
            .store
            .read()
            .await
            .unwrap()
            .has_place(anna)
            .await
            .unwrap()
    );
}

async fn those_who_wait_where_no_contact_person_is_are_told(backend: &Backend) {
    let (one, two) = (
        organisation(backend, 1, None).await,
        organisation(backend, 2, None).await,
    );
    let (anna, bo) = (person(backend, 1).await, person(backend, 2).await);
    begin(backend, membership(1, one, anna, "respondent", "pending")).await;
    begin(backend, membership(2, two, anna, "respondent", "pending")).await;
    begin(backend, membership(3, two, bo, "contact", "active")).await;
    let mut tx = backend.store.read().await.unwrap();
    let waiting = tx.applications().await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(
        (waiting[0].0, waiting[0].1.id, waiting[0].1.person),
        (one, id(1), anna)
    );
}

async fn of_two_who_end_each_other_one_sees_the_other(backend: &Backend) {
    let one = organisation(backend, 1, None).await;
    for n in [1, 2] {
        let person = person(backend, n).await;
        begin(backend, membership(n, one, person, "contact", "active")).await;
    }
    // Each is to end the other, unless nobody would be left.
    let ends = [1, 2].map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            store
                .write(move |tx| {
                    Box::pin(async move {
                        tx.lock_organisation(one).await?;
                        if tx.members(one).await?.len() < 2 {
                            return Ok(false);
                        }
                        tx.end_membership(id(n), "active", 2000).await
                    })
                })
                .await
        })
    });
    let mut ended = Vec::new();
    for end in ends {
        let end: Result<bool, StoreError> = end.await.unwrap();
        ended.push(end.unwrap());
    }
    ended.sort_unstable();
    assert_eq!(ended, [false, true]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.members(one).await.unwrap().len(), 1);
}
