//! Mails: claimed by one node at a time, tried until sent or given up, then forgotten.

use std::collections::BTreeSet;

use store::{ClaimedMail, FailedMail, NewMail, StoreError};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    a_mail_that_is_rolled_back_is_never_sent,
    the_mail_due_longest_is_claimed_first,
    a_claim_holds_for_its_time,
    nodes_that_claim_at_once_share_the_mails,
    a_sent_mail_keeps_no_text,
    a_mail_put_off_is_due_again,
    a_mail_given_up_says_why,
    a_node_that_was_too_slow_changes_nothing,
    old_mails_are_forgotten_once_done_with,
);

fn mail(n: u128, at: i64) -> NewMail {
    NewMail {
        id: Uuid::from_u128(n),
        to: format!("mottagare-{n}@exempel.se"),
        sealed: format!("sealed text {n}").into_bytes(),
        at,
    }
}

async fn enqueue(backend: &Backend, mails: Vec<NewMail>) {
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                for mail in &mails {
                    tx.enqueue_mail(mail).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await
        .unwrap();
}

async fn claim(backend: &Backend, now: i64, until: i64) -> Option<ClaimedMail> {
    backend
        .store
        .write(move |tx| Box::pin(tx.claim_mail(now, until)))
        .await
        .unwrap()
}

/// Runs one of the methods that say how a try went.
macro_rules! told {
    ($backend:ident, $method:ident, $mail:expr, $($argument:expr),+) => {{
        let (id, tries) = ($mail.id, $mail.tries);
        $backend
            .store
            .write(move |tx| Box::pin(tx.$method(id, tries, $($argument),+)))
            .await
            .unwrap();
    }};
}

/// Each mail as `number: sealed, sent, failed`.
async fn stored(backend: &Backend) -> Vec<String> {
    backend
        .texts(
            "SELECT to_address
                 || CASE WHEN sealed IS NULL THEN '' ELSE ' sealed' END
                 || COALESCE(' sent ' || CAST(sent_at AS TEXT), '')
                 || COALESCE(' failed ' || failed, '')
             FROM mails ORDER BY id",
        )
        .await
}

async fn a_mail_that_is_rolled_back_is_never_sent(backend: &Backend) {
    let undone = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                tx.enqueue_mail(&mail(1, 1000)).await?;
                Err::<(), _>(StoreError::Other("something else went wrong".to_owned()))
            })
        })
        .await;
    assert!(undone.is_err());
    let mut tx = backend.store.read().await.unwrap();
    assert!(!tx.is_mail_due(1000).await.unwrap());
    drop(tx);
    assert_eq!(claim(backend, 1000, 2000).await, None);
}

async fn the_mail_due_longest_is_claimed_first(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1200), mail(3, 1100), mail(2, 1100)]).await;
    let mut tx = backend.store.read().await.unwrap();
    assert!(!tx.is_mail_due(1099).await.unwrap());
    assert!(tx.is_mail_due(1100).await.unwrap());
    drop(tx);
    assert_eq!(claim(backend, 1099, 9000).await, None);
    let first = claim(backend, 1150, 9000).await.unwrap();
    let expected = ClaimedMail {
        id: Uuid::from_u128(2),
        to: "mottagare-2@exempel.se".to_owned(),
        sealed: b"sealed text 2".to_vec(),
        created_at: 1100,
        tries: 1,
    };
    assert_eq!(first, expected);
    assert_eq!(
        claim(backend, 1150, 9000).await.unwrap().id,
        Uuid::from_u128(3)
    );
    assert_eq!(claim(backend, 1150, 9000).await, None);
    assert_eq!(
        claim(backend, 1200, 9000).await.unwrap().id,
        Uuid::from_u128(1)
    );
}

async fn a_claim_holds_for_its_time(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1000)]).await;
    assert_eq!(claim(backend, 1000, 2000).await.unwrap().tries, 1);
    let mut tx = backend.store.read().await.unwrap();
    assert!(!tx.is_mail_due(1999).await.unwrap());
    assert!(tx.is_mail_due(2000).await.unwrap());
    drop(tx);
    assert_eq!(claim(backend, 1999, 3000).await, None);
    assert_eq!(claim(backend, 2000, 3000).await.unwrap().tries, 2);
}

async fn nodes_that_claim_at_once_share_the_mails(backend: &Backend) {
    enqueue(backend, (1..=20).map(|n| mail(n, 1000)).collect()).await;
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let store = backend.store.clone();
            tokio::spawn(async move {
                let mut claimed = Vec::new();
                while store.read().await.unwrap().is_mail_due(1000).await.unwrap() {
                    let mail = store
                        .write(|tx| Box::pin(tx.claim_mail(1000, 9000)))
                        .await
                        .unwrap();
                    claimed.extend(mail.map(|mail| (mail.id, mail.tries)));
                }
                claimed
            })
        })
        .collect();
    let mut claimed = Vec::new();
    for node in nodes {
        claimed.extend(node.await.unwrap());
    }
    assert_eq!(claimed.len(), 20, "none is claimed twice");
    let expected: BTreeSet<_> = (1..=20).map(|n| (Uuid::from_u128(n), 1)).collect();
    assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>(), expected);
}

async fn a_sent_mail_keeps_no_text(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1000)]).await;
    let claimed = claim(backend, 1000, 2000).await.unwrap();
    assert_eq!(stored(backend).await, ["mottagare-1@exempel.se sealed"]);
    told!(backend, mail_sent, claimed, 1500);
    assert_eq!(stored(backend).await, ["mottagare-1@exempel.se sent 1500"]);
    assert_eq!(claim(backend, 9000, 9999).await, None);
}

async fn a_mail_put_off_is_due_again(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1000)]).await;
    let claimed = claim(backend, 1000, 8000).await.unwrap();
    told!(backend, put_off_mail, claimed, 1500);
    assert_eq!(claim(backend, 1499, 8000).await, None);
    assert_eq!(claim(backend, 1500, 8000).await.unwrap().tries, 2);
}

async fn a_mail_given_up_says_why(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1000)]).await;
    let claimed = claim(backend, 1000, 2000).await.unwrap();
    told!(backend, give_up_mail, claimed, "550");
    assert_eq!(stored(backend).await, ["mottagare-1@exempel.se failed 550"]);
    assert_eq!(claim(backend, 9000, 9999).await, None);
    enqueue(backend, vec![mail(2, 1000), mail(3, 1500)]).await;
    let later = claim(backend, 1500, 2000).await.unwrap();
    told!(backend, mail_sent, later, 1600);
    let mut tx = backend.store.read().await.unwrap();
    let failed = tx.failed_mails(1000).await.unwrap();
    let one = FailedMail {
        to: "mottagare-1@exempel.se".to_owned(),
        created_at: 1000,
        why: "550".to_owned(),
    };
    assert_eq!(failed, [one], "neither what waits nor what was sent");
    assert!(tx.failed_mails(1001).await.unwrap().is_empty());
}

async fn a_node_that_was_too_slow_changes_nothing(backend: &Backend) {
    enqueue(backend, vec![mail(1, 1000)]).await;
    let slow = claim(backend, 1000, 2000).await.unwrap();
    let quick = claim(backend, 2000, 3000).await.unwrap();
    told!(backend, put_off_mail, slow, 1);
    told!(backend, give_up_mail, slow, "550");
    told!(backend, mail_sent, slow, 2100);
    assert_eq!(stored(backend).await, ["mottagare-1@exempel.se sealed"]);
    assert_eq!(claim(backend, 2100, 9000).await, None);
    told!(backend, mail_sent, quick, 2200);
    told!(backend, give_up_mail, quick, "550");
    assert_eq!(stored(backend).await, ["mottagare-1@exempel.se sent 2200"]);
}

async fn old_mails_are_forgotten_once_done_with(backend: &Backend) {
    enqueue(
        backend,
        vec![mail(1, 1000), mail(2, 1001), mail(3, 1002), mail(4, 2000)],
    )
    .await;
    let sent = claim(backend, 1002, 9000).await.unwrap();
    told!(backend, mail_sent, sent, 1100);
    let failed = claim(backend, 1002, 9000).await.unwrap();
    told!(backend, give_up_mail, failed, "550");
    let forgotten = backend
        .store
        .write(|tx| Box::pin(tx.forget_mails_before(2000)))
        .await
        .unwrap();
    assert_eq!(forgotten, 2);
    let left = [
        "mottagare-3@exempel.se sealed",
        "mottagare-4@exempel.se sealed",
    ];
    assert_eq!(stored(backend).await, left);
}
