//! People, what they are kept by, and forms that wait for them.

use store::{KeptFormRow, NewPerson, StoreError};
use uuid::Uuid;

use super::{new_person, passkey, person, signed_in, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_person_is_stored_once_by_address,
    an_address_that_someone_has_is_not_given_to_another,
    identities_lead_to_their_person,
    forms_are_kept_once_and_to_a_number,
    a_person_leaves_nothing,
);

async fn a_person_is_stored_once_by_address(backend: &Backend) {
    let first = person(backend, 1).await;
    assert_eq!(first.name, "Person 1");
    assert_eq!((first.totp, first.digest), (None, true));
    assert_eq!((first.created_at, first.seen_at), (1000, 1000));
    let (again, added) = write(backend, |tx| {
        Box::pin(async move {
            let again = NewPerson {
                email: new_person(1).email,
                ..new_person(2)
            };
            tx.person_or_new(&again).await
        })
    })
    .await;
    assert_eq!((again.id, added), (first.id, false));
    write(backend, move |tx| {
        Box::pin(async move {
            tx.save_person(first.id, "Nytt namn", "en", false).await?;
            tx.person_seen(first.id, 2000).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let saved = tx.person(first.id).await.unwrap().unwrap();
    assert_eq!(
        (saved.name.as_str(), saved.lang.as_str()),
        ("Nytt namn", "en")
    );
    assert_eq!((saved.digest, saved.seen_at), (false, 2000));
    let by_email = tx.person_by_email(&first.email).await.unwrap();
    assert_eq!(by_email.as_ref(), Some(&saved));
    assert_eq!(tx.person(Uuid::from_u128(2)).await.unwrap(), None);
}

async fn an_address_that_someone_has_is_not_given_to_another(backend: &Backend) {
    let (one, two) = (person(backend, 1).await, person(backend, 2).await);
    let (taken, own, free) = write(backend, move |tx| {
        Box::pin(async move {
            Ok((
                tx.set_person_email(one.id, &two.email).await?,
                tx.set_person_email(one.id, &one.email).await?,
                tx.set_person_email(one.id, "ny@kommunen.example").await?,
            ))
        })
    })
    .await;
    assert_eq!((taken, own, free), (false, true, true));
    let mut tx = backend.store.read().await.unwrap();
    let moved = tx.person_by_email("ny@kommunen.example").await.unwrap();
    assert_eq!(moved.map(|person| person.id), Some(Uuid::from_u128(1)));
}

async fn identities_lead_to_their_person(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let two = person(backend, 2).await.id;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_identity("https://b.example", "s", one, 1000).await?;
            tx.add_identity("https://a.example", "s", two, 1000).await?;
            tx.add_identity("https://a.example", "t", one, 1000).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let found = tx
        .person_by_identity("https://a.example", "s")
        .await
        .unwrap();
    assert_eq!(found.map(|person| person.id), Some(two));
    let found = tx
        .person_by_identity("https://c.example", "s")
        .await
        .unwrap();
    assert_eq!(found, None);
    let pair = |issuer: &str, subject: &str| (issuer.to_owned(), subject.to_owned());
    assert_eq!(
        tx.identities(one).await.unwrap(),
        [
            pair("https://a.example", "t"),
            pair("https://b.example", "s")
        ]
    );
    drop(tx);
    let refused = backend
        .store
        .write(move |tx| {
            Box::pin(async move { tx.add_identity("https://a.example", "t", two, 1).await })
        })
        .await;
    assert!(matches!(refused, Err(StoreError::Conflict(_))));
    // Nobody is two people at the same issuer, until the first is removed.
    let second = backend
        .store
        .write(move |tx| {
            Box::pin(async move { tx.add_identity("https://a.example", "u", one, 1).await })
        })
        .await;
    assert!(matches!(second, Err(StoreError::Conflict(_))));
    let removed = write(backend, move |tx| {
        Box::pin(async move {
            let first = tx.remove_identity(one, "https://a.example").await?;
            let again = tx.remove_identity(one, "https://a.example").await?;
            tx.add_identity("https://a.example", "u", one, 1).await?;
            Ok((first, again))
        })
    })
    .await;
    assert_eq!(removed, (true, false));
}

fn form(n: u8, person: Uuid) -> KeptFormRow {
    KeptFormRow {
        hash: vec![n],
        person,
        path: format!("/sida/{n}"),
        body: b"sealed".to_vec(),
        created_at: 1000 + i64::from(n),
    }
}

async fn forms_are_kept_once_and_to_a_number(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let two = person(backend, 2).await.id;
    let kept = write(backend, move |tx| {
        Box::pin(async move {
            let again = KeptFormRow {
                created_at: 5000,
                ..form(2, one)
            };
            Ok([
                tx.keep_form(&form(1, one), 2).await?,
                tx.keep_form(&form(2, one), 2).await?,
                tx.keep_form(&form(3, one), 2).await?,
                tx.keep_form(&again, 2).await?,
                tx.keep_form(&form(4, two), 2).await?,
            ])
        })
    })
    .await;
    assert_eq!(kept, [true, true, false, true, true]);
    let (before, others, taken, again, deleted) = write(backend, move |tx| {
        Box::pin(async move {
            Ok((
                tx.kept_forms(one).await?,
                tx.take_kept_form(two, &[1]).await?,
                tx.take_kept_form(one, &[1]).await?,
                tx.take_kept_form(one, &[1]).await?,
                tx.delete_kept_forms_before(5000).await?,
            ))
        })
    })
    .await;
    let times: Vec<_> = before.iter().map(|form| form.created_at).collect();
    assert_eq!(times, [1001, 5000]);
    assert_eq!(taken, Some(form(1, one)));
    assert_eq!((others, again, deleted), (None, None, 1));
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.kept_forms(one).await.unwrap().len(), 1);
}

async fn a_person_leaves_nothing(backend: &Backend) {
    person(backend, 1).await;
    let before = backend.counts().await;
    let two = person(backend, 2).await.id;
    signed_in(backend, two, &[7]).await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_identity("https://a.example", "s", two, 1000).await?;
            tx.add_passkey(&passkey(21, two)).await?;
            tx.replace_recovery_codes(two, &[b"a".to_vec()]).await?;
            tx.replace_challenge(Uuid::from_u128(7), b"c", 1000).await?;
            tx.keep_form(&form(1, two), 2).await
        })
    })
    .await;
    let counts = backend.counts().await;
    let changed = counts.iter().zip(&before).filter(|(now, was)| now != was);
    assert_eq!(changed.count(), 7);
    write(backend, move |tx| Box::pin(tx.delete_person(two))).await;
    assert_eq!(backend.counts().await, before);
}
