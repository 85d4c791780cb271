//! What readers said, and how often they may.

use store::{FeedbackRow, StoreError};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    feedback_is_read_page_by_page,
    hits_are_counted_within_a_window,
    hits_at_once_are_all_counted,
    old_hits_are_forgotten,
);

fn feedback(n: u128) -> FeedbackRow {
    FeedbackRow {
        id: Uuid::from_u128(n),
        at: 1000 + n as i64,
        about: format!("question:mal.fraga-{n}"),
        useful: [None, Some(false), Some(true)][n as usize % 3],
        text: n
            .is_multiple_of(2)
            .then(|| "Begripligt, med ett undantag: «röd tråd».".to_owned()),
        lang: "sv".to_owned(),
    }
}

async fn feedback_is_read_page_by_page(backend: &Backend) {
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                for n in [3, 1, 5, 2, 4] {
                    tx.add_feedback(&feedback(n)).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let first = tx.feedback(None, 3).await.unwrap();
    assert_eq!(first, [feedback(1), feedback(2), feedback(3)]);
    let rest = tx.feedback(Some(first[2].id), 3).await.unwrap();
    assert_eq!(rest, [feedback(4), feedback(5)]);
    assert_eq!(tx.feedback(Some(rest[1].id), 3).await.unwrap(), []);
}

async fn hits_are_counted_within_a_window(backend: &Backend) {
    let counts = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                Ok::<_, StoreError>([
                    tx.count_hit("feedback", b"one", 1000).await?,
                    tx.count_hit("feedback", b"one", 1000).await?,
                    tx.count_hit("feedback", b"two", 1000).await?,
                    tx.count_hit("start", b"one", 1000).await?,
                    tx.count_hit("feedback", b"one", 2000).await?,
                    tx.count_hit("feedback", b"one", 2000).await?,
                ])
            })
        })
        .await
        .unwrap();
    assert_eq!(counts, [1, 2, 1, 1, 1, 2]);
}

async fn hits_at_once_are_all_counted(backend: &Backend) {
    let hits: Vec<_> = (0..20)
        .map(|_| {
            let store = backend.store.clone();
            tokio::spawn(async move {
                store
                    .write(|tx| Box::pin(tx.count_hit("feedback", b"one", 1000)))
                    .await
                    .unwrap()
            })
        })
        .collect();
    let mut counts = Vec::new();
    for hit in hits {
        counts.push(hit.await.unwrap());
    }
    counts.sort_unstable();
    assert!(counts.into_iter().eq(1..=20));
}

async fn old_hits_are_forgotten(backend: &Backend) {
    let (forgotten, kept) = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                tx.count_hit("feedback", b"old", 1000).await?;
                tx.count_hit("feedback", b"new", 2000).await?;
                let forgotten = tx.forget_hits_before(2000).await?;
                let kept = tx.count_hit("feedback", b"new", 2000).await?;
                Ok::<_, StoreError>((forgotten, kept))
            })
        })
        .await
        .unwrap();
    assert_eq!((forgotten, kept), (1, 2));
}
