//! Rounds, voices and read-only addresses.

use std::collections::BTreeSet;

use store::{NewReader, OpenReader, StoreError};
use uuid::Uuid;

use crate::backend::{Backend, new_round, on_both};

on_both!(
    is_found_by_its_address,
    a_taken_address_is_a_conflict,
    the_first_voice_is_the_rounds,
    facts_are_saved_only_over_what_was_seen,
    of_facts_saved_at_once_exactly_one_is_kept,
    depth_and_touch_put_off_deletion,
    read_only_address_opens_until_revoked,
    deletion_leaves_nothing,
    only_untouched_rounds_are_deleted,
);

fn hash(n: u128) -> Vec<u8> {
    n.to_be_bytes().to_vec()
}

fn reader(n: u128, round: Uuid) -> NewReader {
    NewReader {
        id: Uuid::from_u128(n),
        round,
        hash: hash(n),
        key: b"other wrapped key".to_vec(),
        secret: b"encrypted address".to_vec(),
        scope: "result".to_owned(),
        expires_at: Some(2000),
        at: 1500,
    }
}

async fn is_found_by_its_address(backend: &Backend) {
    let id = backend.round(1).await;
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.round_by_write_hash(&hash(1)).await.unwrap().unwrap();
    assert_eq!((found.id, found.voice), (id, id));
    assert_eq!(found.write_key, b"wrapped key");
    assert_eq!(
        (found.edition.as_str(), found.depth.as_str()),
        ("nus-2016-1", "quick")
    );
    assert_eq!((found.created_at, found.touched_at), (1000, 1000));
    assert_eq!((found.revision, found.facts), (0, b"first facts".to_vec()));
    assert_eq!(tx.round_by_write_hash(&hash(2)).await.unwrap(), None);
    assert_eq!(tx.round_by_reader_hash(&hash(1), 1600).await.unwrap(), None);
}

async fn a_taken_address_is_a_conflict(backend: &Backend) {
    let id = backend.round(1).await;
    let mut twin = new_round(1);
    twin.id = Uuid::from_u128(2);
    let refused = backend
        .store
        .write(move |tx| Box::pin(async move { tx.create_round(&twin).await }))
        .await;
    assert!(matches!(refused, Err(StoreError::Conflict(_))));
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.round_by_write_hash(&hash(1)).await.unwrap().unwrap();
    assert_eq!(found.id, id);
}

async fn the_first_voice_is_the_rounds(backend: &Backend) {
    let round = backend.round(5).await;
    let later = [Uuid::from_u128(7), Uuid::from_u128(6)];
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                for voice in later {
                    tx.create_voice(voice, round, 2000).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let voices = tx.voices(round).await.unwrap();
    assert_eq!(voices, [5, 6, 7].map(Uuid::from_u128));
    let found = tx.round_by_write_hash(&hash(5)).await.unwrap().unwrap();
    assert_eq!(found.voice, Uuid::from_u128(5));
}

async fn facts_are_saved_only_over_what_was_seen(backend: &Backend) {
    let id = backend.round(1).await;
    let saved = backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                Ok::<_, StoreError>([
                    tx.save_facts(id, 0, b"second", 2000).await?,
                    tx.save_facts(id, 0, b"stale", 3000).await?,
                    tx.save_facts(id, 1, b"third", 4000).await?,
                    tx.save_facts(Uuid::from_u128(9), 0, b"nobody's", 5000)
                        .await?,
                ])
            })
        })
        .await
        .unwrap();
    assert_eq!(saved, [true, false, true, false]);
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.round_by_write_hash(&hash(1)).await.unwrap().unwrap();
    assert_eq!((found.revision, found.facts), (2, b"third".to_vec()));
    assert_eq!(found.touched_at, 4000);
}

async fn of_facts_saved_at_once_exactly_one_is_kept(backend: &Backend) {
    let id = backend.round(1).await;
    let saves = (0..12u8).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            store
                .write(move |tx| Box::pin(async move { tx.save_facts(id, 0, &[n], 2000).await }))
                .await
                .unwrap()
        })
    });
    let mut kept = Vec::new();
    for (n, save) in saves.collect::<Vec<_>>().into_iter().enumerate() {
        if save.await.unwrap() {
            kept.push(n as u8);
        }
    }
    assert_eq!(kept.len(), 1);
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.round_by_write_hash(&hash(1)).await.unwrap().unwrap();
    assert_eq!((found.revision, found.facts), (1, kept));
}

async fn depth_and_touch_put_off_deletion(backend: &Backend) {
    let (one, two) = (backend.round(1).await, backend.round(2).await);
    let deleted = backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.set_depth(one, "full", 2000).await?;
                tx.touch_round(two, 3000).await?;
                tx.delete_untouched_before(2000).await
            })
        })
        .await
        .unwrap();
    assert_eq!(deleted, 0);
    let mut tx = backend.store.read().await.unwrap();
    let one = tx.round_by_write_hash(&hash(1)).await.unwrap().unwrap();
    let two = tx.round_by_write_hash(&hash(2)).await.unwrap().unwrap();
    assert_eq!((one.depth.as_str(), one.touched_at), ("full", 2000));
    assert_eq!((two.depth.as_str(), two.touched_at), ("quick", 3000));
}

async fn read_only_address_opens_until_revoked(backend: &Backend) {
    let (round, other) = (backend.round(1).await, backend.round(2).await);
    let write = |work: fn(&mut store::Tx, Uuid, Uuid) -> store::Work<'_, (), StoreError>| {
        backend.store.write(move |tx| work(tx, round, other))
    };
    write(|tx, round, _| {
        Box::pin(async move {
            tx.add_reader(&reader(11, round)).await?;
            tx.add_reader(&reader(10, round)).await
        })
    })
    .await
    .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let (found, opened) = tx
        .round_by_reader_hash(&hash(10), 1600)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.id, round);
    let gives = OpenReader {
        key: b"other wrapped key".to_vec(),
        scope: "result".to_owned(),
    };
    assert_eq!(opened, gives);
    // It has its time, to the millisecond.
    let last = tx.round_by_reader_hash(&hash(10), 1999).await.unwrap();
    assert!(last.is_some());
    let over = tx.round_by_reader_hash(&hash(10), 2000).await.unwrap();
    assert_eq!(over, None);
    let readers = tx.readers(round).await.unwrap();
    assert_eq!(
        readers.iter().map(|reader| reader.id).collect::<Vec<_>>(),
        [10, 11].map(Uuid::from_u128)
    );
    assert_eq!(readers[0].secret, b"encrypted address");
    assert_eq!(readers[0].created_at, 1500);
    assert_eq!(tx.readers(other).await.unwrap(), []);
    // It opens for reading only: it is not the address for writing.
    assert_eq!(tx.round_by_write_hash(&hash(10)).await.unwrap(), None);
    drop(tx);

    // Another round's owner revokes nothing.
    write(|tx, _, other| Box::pin(tx.revoke_reader(other, Uuid::from_u128(10), 2000)))
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    assert!(
        tx.round_by_reader_hash(&hash(10), 1600)
            .await
            .unwrap()
            .is_some()
    );
    drop(tx);

    write(|tx, round, _| Box::pin(tx.revoke_reader(round, Uuid::from_u128(10), 2000)))
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.round_by_reader_hash(&hash(10), 1600).await.unwrap(),
        None
    );
    assert!(
        tx.round_by_reader_hash(&hash(11), 1600)
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(tx.readers(round).await.unwrap().len(), 1);
}

/// Fills a round with a row in every table that hangs on it.
async fn fill(backend: &Backend, round: Uuid) {
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.add_reader(&reader(round.as_u128() + 100, round)).await?;
                tx.save_answer(round, "mal.fraga", 0, b"one", 1).await?;
                tx.save_answer(round, "mal.fraga", 1, b"two", 2).await?;
                tx.save_agreement(round, "mal.fraga", 0, b"one", 3).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
}

/// The tables whose rows go with a round, or with something that does. An organisation's rounds
/// have a test of their own.
async fn tables_on_rounds(backend: &Backend) -> BTreeSet<String> {
    let references = backend.references().await;
    let mut hanging = BTreeSet::from(["rounds".to_owned()]);
    loop {
        let more: Vec<_> = references
            .iter()
            .filter_map(|line| line.strip_suffix(" CASCADE")?.split_once(" > "))
            .filter(|(_, to)| hanging.contains(*to))
            .filter_map(|(from, _)| from.split_once('.').map(|(table, _)| table.to_owned()))
            .filter(|table| !hanging.contains(table))
            .filter(|table| table != "organisation_rounds" && table != "respondents")
            .collect();
        if more.is_empty() {
            return hanging;
        }
        hanging.extend(more);
    }
}

async fn deletion_leaves_nothing(backend: &Backend) {
    let kept = backend.round(1).await;
    fill(backend, kept).await;
    let before = backend.counts().await;
    let hanging = tables_on_rounds(backend).await;
    assert!(hanging.contains("answers"), "{hanging:?}");
    for (table, count) in &before {
        assert!(
            count != "0" || !hanging.contains(table),
            "every table that hangs on a round must have a row here, and {table} has none"
        );
    }
    let deleted = backend.round(2).await;
    fill(backend, deleted).await;
    assert_ne!(backend.counts().await, before);
    backend
        .store
        .write(move |tx| Box::pin(async move { tx.delete_round(deleted).await }))
        .await
        .unwrap();
    assert_eq!(backend.counts().await, before);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.latest_answers(kept).await.unwrap().len(), 1);
    assert_eq!(tx.latest_answers(deleted).await.unwrap(), []);
}

async fn only_untouched_rounds_are_deleted(backend: &Backend) {
    let ids = [
        backend.round(1).await,
        backend.round(2).await,
        backend.round(3).await,
    ];
    for id in ids {
        fill(backend, id).await;
    }
    let deleted = backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.touch_round(ids[2], 1001).await?;
                tx.delete_untouched_before(1001).await
            })
        })
        .await
        .unwrap();
    assert_eq!(deleted, 2);
    let mut tx = backend.store.read().await.unwrap();
    assert!(tx.round_by_write_hash(&hash(1)).await.unwrap().is_none());
    assert!(tx.round_by_write_hash(&hash(3)).await.unwrap().is_some());
    assert_eq!(tx.latest_answers(ids[2]).await.unwrap().len(), 1);
}
