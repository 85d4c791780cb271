//! Second factors.

use store::{PasskeyRow, StoreError};
use uuid::Uuid;

use super::{passkey, person, signed_in, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_time_step_is_used_once,
    recovery_codes_are_used_once_and_replaced_together,
    passkeys_are_their_persons,
    a_challenge_is_taken_once,
);

async fn a_time_step_is_used_once(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let used = write(backend, move |tx| {
        Box::pin(async move {
            let before = tx.use_totp_step(one, 5).await?;
            tx.set_totp(one, b"sealed", 10).await?;
            Ok([
                before,
                tx.use_totp_step(one, 10).await?,
                tx.use_totp_step(one, 12).await?,
                tx.use_totp_step(one, 11).await?,
                tx.use_totp_step(one, 13).await?,
            ])
        })
    })
    .await;
    assert_eq!(used, [false, false, true, false, true]);
    let removed = write(backend, move |tx| {
        Box::pin(async move {
            let had = tx.person(one).await?.and_then(|person| person.totp);
            assert_eq!(had.as_deref(), Some(&b"sealed"[..]));
            tx.remove_totp(one).await?;
            Ok((tx.person(one).await?, tx.use_totp_step(one, 99).await?))
        })
    })
    .await;
    assert_eq!(removed.0.and_then(|person| person.totp), None);
    assert!(!removed.1);
}

async fn recovery_codes_are_used_once_and_replaced_together(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let two = person(backend, 2).await.id;
    let hashes = |texts: [&str; 2]| texts.map(|text| text.as_bytes().to_vec());
    let (first, second) = (hashes(["a", "b"]), hashes(["c", "d"]));
    let (used, left) = write(backend, move |tx| {
        Box::pin(async move {
            tx.replace_recovery_codes(one, &first).await?;
            tx.replace_recovery_codes(two, &first).await?;
            let used = [
                tx.use_recovery_code(one, b"a", 2000).await?,
                tx.use_recovery_code(one, b"a", 3000).await?,
                tx.use_recovery_code(one, b"c", 3000).await?,
            ];
            let left = tx.recovery_codes_left(one).await?;
            tx.replace_recovery_codes(one, &second).await?;
            assert!(!tx.use_recovery_code(one, b"b", 4000).await?);
            Ok((used, [left, tx.recovery_codes_left(one).await?]))
        })
    })
    .await;
    assert_eq!((used, left), ([true, false, false], [1, 2]));
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.recovery_codes_left(two).await.unwrap(), 2);
}

async fn passkeys_are_their_persons(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let two = person(backend, 2).await.id;
    let (used, removed) = write(backend, move |tx| {
        Box::pin(async move {
            tx.add_passkey(&passkey(12, one)).await?;
            tx.add_passkey(&passkey(11, one)).await?;
            tx.add_passkey(&passkey(21, two)).await?;
            let (id, before) = (passkey(11, one).credential, passkey(11, one).body);
            let after = "{\"counter\":1}";
            let used = [
                tx.passkey_used(two, &id, &before, after, 2000).await?,
                tx.passkey_used(one, &id, &before, after, 2000).await?,
                tx.passkey_used(one, &id, &before, after, 3000).await?,
            ];
            let removed = [
                tx.remove_passkey(one, Uuid::from_u128(21)).await?,
                tx.remove_passkey(one, Uuid::from_u128(12)).await?,
            ];
            Ok((used, removed))
        })
    })
    .await;
    assert_eq!((used, removed), ([false, true, false], [false, true]));
    let mut tx = backend.store.read().await.unwrap();
    let left = PasskeyRow {
        body: "{\"counter\":1}".to_owned(),
        used_at: Some(2000),
        ..passkey(11, one)
    };
    assert_eq!(tx.passkeys(one).await.unwrap(), [left]);
    drop(tx);
    let taken = PasskeyRow {
        id: Uuid::from_u128(99),
        ..passkey(21, one)
    };
    let refused = backend
        .store
        .write(move |tx| Box::pin(async move { tx.add_passkey(&taken).await }))
        .await;
    assert!(matches!(refused, Err(StoreError::Conflict(_))));
    assert_eq!(
        write(backend, move |tx| Box::pin(tx.remove_passkeys(one))).await,
        1
    );
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.passkeys(two).await.unwrap().len(), 1);
}

async fn a_challenge_is_taken_once(backend: &Backend) {
    let one = person(backend, 1).await.id;
    signed_in(backend, one, &[7]).await;
    let id = Uuid::from_u128(7);
    let taken = write(backend, move |tx| {
        Box::pin(async move {
            tx.replace_challenge(id, b"first", 1000).await?;
            tx.replace_challenge(id, b"second", 2000).await?;
            let taken = tx.take_challenge(id, 2000).await?;
            let again = tx.take_challenge(id, 2000).await?;
            tx.replace_challenge(id, b"old", 1999).await?;
            Ok([taken, again, tx.take_challenge(id, 2000).await?])
        })
    })
    .await;
    assert_eq!(taken, [Some(b"second".to_vec()), None, None]);
}
