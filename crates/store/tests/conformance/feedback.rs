//! What readers said, and how often they may.

use store::{FeedbackRow, ReplyRow, StoreError};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    feedback_is_read_page_by_page,
    feedback_is_counted_by_what_it_is_about_and_its_edition,
    replies_are_read_newest_first,
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
        edition: n.is_multiple_of(2).then(|| "nus-2016-1".to_owned()),
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

async fn feedback_is_counted_by_what_it_is_about_and_its_edition(backend: &Backend) {
    let said =
        |n: u128, about: &str, edition: Option<&str>, useful, text: Option<&str>| FeedbackRow {
            about: about.to_owned(),
            edition: edition.map(str::to_owned),
            useful,
            text: text.map(str::to_owned),
            ..feedback(n)
        };
    let rows = [
        said(1, "card:a", Some("e1"), Some(true), None),
        said(2, "card:a", Some("e1"), Some(false), Some("Otydligt")),
        said(3, "card:a", Some("e2"), None, Some("Bättre nu")),
        said(4, "service", None, Some(true), None),
    ];
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                for row in &rows {
                    tx.add_feedback(row).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let counts = tx.feedback_counts().await.unwrap();
    let counted: Vec<_> = counts
        .iter()
        .map(|c| {
            (
                c.about.as_str(),
                c.edition.as_deref(),
                c.useful,
                c.not_useful,
                c.texts,
                c.latest,
            )
        })
        .collect();
    assert_eq!(
        counted,
        [
            ("service", None, 1, 0, 0, 1004),
            ("card:a", Some("e2"), 0, 0, 1, 1003),
            ("card:a", Some("e1"), 1, 1, 1, 1002),
        ]
    );
    let texts = tx.feedback_texts("card:a", 1).await.unwrap();
    assert_eq!(texts.len(), 1);
    assert_eq!(texts[0].text.as_deref(), Some("Bättre nu"));
}

async fn replies_are_read_newest_first(backend: &Backend) {
    let reply = |n: u128, about: &str| ReplyRow {
        id: Uuid::from_u128(n),
        about: about.to_owned(),
        sv: "Vi har skrivit om frågan.".to_owned(),
        en: "We have rewritten the question.".to_owned(),
        at: n as i64,
    };
    let rows = [reply(1, "card:a"), reply(2, "card:b"), reply(3, "card:a")];
    let stored = rows.clone();
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                for row in &stored {
                    tx.add_reply(row).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.replies(2).await.unwrap(),
        [rows[2].clone(), rows[1].clone()]
    );
    let about = tx.replies_about("card:a").await.unwrap();
    assert_eq!(about, [rows[2].clone(), rows[0].clone()]);
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
