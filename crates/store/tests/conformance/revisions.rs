//! Answers and agreements: nothing is overwritten.

use store::{RevisionRow, Saved, StoreError};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    every_revision_is_kept,
    a_stale_save_changes_nothing,
    the_first_save_overwrites_nothing,
    of_many_at_once_exactly_one_is_saved,
    latest_are_ordered_by_question,
    a_missing_voice_is_a_conflict,
    agreements_are_a_series_of_their_own,
    bytes_and_letters_come_back_as_they_were,
);

async fn save(
    backend: &Backend,
    voice: Uuid,
    question: &'static str,
    expected: i64,
    body: &[u8],
) -> Result<Saved, StoreError> {
    let body = body.to_vec();
    backend
        .store
        .write(move |tx| {
            Box::pin(async move { tx.save_answer(voice, question, expected, &body, 2000).await })
        })
        .await
}

fn row(question: &str, revision: i64, body: &[u8]) -> RevisionRow {
    RevisionRow {
        of: question.to_owned(),
        revision,
        body: body.to_vec(),
        at: 2000,
    }
}

async fn every_revision_is_kept(backend: &Backend) {
    let voice = backend.round(1).await;
    for (expected, body) in (0..).zip([b"one", b"two", b"one"]) {
        let saved = save(backend, voice, "mal.a", expected, body).await.unwrap();
        assert_eq!(
            saved,
            Saved::Saved {
                revision: expected + 1
            }
        );
    }
    save(backend, voice, "mal.b", 0, b"other").await.unwrap();
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.answer_history(voice, "mal.a").await.unwrap(),
        [
            row("mal.a", 1, b"one"),
            row("mal.a", 2, b"two"),
            row("mal.a", 3, b"one")
        ]
    );
    assert_eq!(
        tx.latest_answers(voice).await.unwrap(),
        [row("mal.a", 3, b"one"), row("mal.b", 1, b"other")]
    );
    assert_eq!(tx.answer_history(voice, "mal.c").await.unwrap(), []);
}

async fn a_stale_save_changes_nothing(backend: &Backend) {
    let voice = backend.round(1).await;
    save(backend, voice, "mal.a", 0, b"one").await.unwrap();
    save(backend, voice, "mal.a", 1, b"two").await.unwrap();
    for stale in [0, 1, 3, -1, i64::MAX] {
        let saved = save(backend, voice, "mal.a", stale, b"stale")
            .await
            .unwrap();
        let latest = row("mal.a", 2, b"two");
        assert_eq!(saved, Saved::Conflict { latest });
    }
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.answer_history(voice, "mal.a").await.unwrap().len(), 2);
    let latest = tx.latest_answer(voice, "mal.a").await.unwrap();
    assert_eq!(latest, Some(row("mal.a", 2, b"two")));
    assert_eq!(tx.latest_answer(voice, "mal.b").await.unwrap(), None);
}

async fn the_first_save_overwrites_nothing(backend: &Backend) {
    let voice = backend.round(1).await;
    let saved = save(backend, voice, "mal.a", 7, b"one").await.unwrap();
    assert_eq!(saved, Saved::Saved { revision: 1 });
}

async fn of_many_at_once_exactly_one_is_saved(backend: &Backend) {
    let voice = backend.round(1).await;
    for expected in 0..4 {
        let saves = (0..16u8).map(|n| {
            let store = backend.store.clone();
            tokio::spawn(async move {
                let saved = store
                    .write(move |tx| {
                        Box::pin(async move {
                            tx.save_answer(voice, "mal.a", expected, &[n], 2000).await
                        })
                    })
                    .await;
                (n, saved.unwrap())
            })
        });
        let mut winners = Vec::new();
        let mut told = Vec::new();
        for save in saves.collect::<Vec<_>>() {
            match save.await.unwrap() {
                (n, Saved::Saved { revision }) => winners.push((n, revision)),
                (_, Saved::Conflict { latest }) => told.push((latest.body[0], latest.revision)),
            }
        }
        assert_eq!(winners.len(), 1);
        assert_eq!(winners[0].1, expected + 1);
        assert!(told.iter().all(|latest| *latest == winners[0]), "{told:?}");
        assert_eq!(told.len(), 15);
    }
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.answer_history(voice, "mal.a").await.unwrap().len(), 4);
}

async fn latest_are_ordered_by_question(backend: &Backend) {
    let voice = backend.round(1).await;
    // By bytes, whatever order the server prefers.
    let questions = ["B", "a", "a-b", "a.b", "a_b", "ab", "z", "å", "ä"];
    for question in questions.into_iter().rev() {
        save(backend, voice, question, 0, b"one").await.unwrap();
    }
    let mut tx = backend.store.read().await.unwrap();
    let latest = tx.latest_answers(voice).await.unwrap();
    let mut in_order = questions;
    in_order.sort_unstable();
    assert!(latest.iter().map(|answer| answer.of.as_str()).eq(in_order));
}

async fn a_missing_voice_is_a_conflict(backend: &Backend) {
    let voice = backend.round(1).await;
    let refused = save(backend, Uuid::from_u128(9), "mal.a", 0, b"one").await;
    assert!(
        matches!(refused, Err(StoreError::Conflict(_))),
        "{refused:?}"
    );
    backend
        .store
        .write(move |tx| Box::pin(async move { tx.delete_round(voice).await }))
        .await
        .unwrap();
    let refused = save(backend, voice, "mal.a", 0, b"one").await;
    assert!(
        matches!(refused, Err(StoreError::Conflict(_))),
        "{refused:?}"
    );
}

async fn agreements_are_a_series_of_their_own(backend: &Backend) {
    let round = backend.round(1).await;
    save(backend, round, "mal.a", 0, b"answer").await.unwrap();
    let saved = backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                Ok::<_, StoreError>([
                    tx.save_agreement(round, "mal.a", 0, b"one", 2000).await?,
                    tx.save_agreement(round, "mal.a", 0, b"stale", 2000).await?,
                    tx.save_agreement(round, "mal.a", 1, b"two", 2000).await?,
                ])
            })
        })
        .await
        .unwrap();
    assert_eq!(
        saved,
        [
            Saved::Saved { revision: 1 },
            Saved::Conflict {
                latest: row("mal.a", 1, b"one")
            },
            Saved::Saved { revision: 2 },
        ]
    );
    let mut tx = backend.store.read().await.unwrap();
    let both = [row("mal.a", 1, b"one"), row("mal.a", 2, b"two")];
    assert_eq!(tx.latest_agreements(round).await.unwrap(), both[1..]);
    assert_eq!(tx.agreement_history(round, "mal.a").await.unwrap(), both);
    assert_eq!(
        tx.latest_answers(round).await.unwrap(),
        [row("mal.a", 1, b"answer")]
    );
}

async fn bytes_and_letters_come_back_as_they_were(backend: &Backend) {
    let voice = backend.round(1).await;
    let every_byte: Vec<u8> = (0..=255).collect();
    let long = every_byte.repeat(8000);
    let question = "fråga 'ett' \"två\"; -- 🛒 $1";
    save(backend, voice, question, 0, &long).await.unwrap();
    save(backend, voice, "mal.tom", 0, b"").await.unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let latest = tx.latest_answers(voice).await.unwrap();
    assert_eq!(latest[0].of, question);
    assert!(latest[0].body == long);
    assert_eq!(latest[1], row("mal.tom", 1, b""));
}
