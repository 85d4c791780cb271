//! Transactions: all or nothing, and answered only when durable.

use std::time::Duration;

use store::{StoreError, Tx, Work};
use uuid::Uuid;

use crate::backend::{Backend, new_round, on_both};

on_both!(
    an_error_undoes_everything,
    a_panic_undoes_everything_and_reaches_the_caller,
    a_write_nobody_waits_for_is_undone,
    a_passed_over_error_undoes_everything,
    after_an_error_the_transaction_is_of_no_use,
    an_error_takes_no_other_write_with_it,
    a_panic_takes_no_other_write_with_it,
    a_read_cannot_write,
    a_read_sees_one_state,
    a_dropped_read_gives_its_place_back,
    ready_when_all_is_well,
    nothing_is_written_after_closing,
);

/// The caller's own error.
#[derive(Debug)]
enum Fault {
    Store,
    Own,
}

impl From<StoreError> for Fault {
    fn from(_: StoreError) -> Self {
        Fault::Store
    }
}

async fn exists(backend: &Backend, n: u128) -> bool {
    let mut tx = backend.store.read().await.unwrap();
    let hash = n.to_be_bytes();
    tx.round_by_write_hash(&hash).await.unwrap().is_some()
}

/// Creates round `n` and its voice in the caller's transaction.
fn create(tx: &mut Tx, n: u128) -> Work<'_, (), StoreError> {
    Box::pin(async move {
        let round = new_round(n);
        tx.create_round(&round).await?;
        tx.create_voice(round.id, round.id, round.at).await
    })
}

async fn an_error_undoes_everything(backend: &Backend) {
    let undone = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                create(tx, 1).await?;
                Err::<(), _>(Fault::Own)
            })
        })
        .await;
    assert!(matches!(undone, Err(Fault::Own)));
    assert!(!exists(backend, 1).await);
}

async fn a_panic_undoes_everything_and_reaches_the_caller(backend: &Backend) {
    let store = backend.store.clone();
    let write = tokio::spawn(async move {
        store
            .write(|tx| {
                Box::pin(async move {
                    create(tx, 1).await?;
                    if tx.voices(Uuid::from_u128(1)).await?.len() == 1 {
                        panic!("on purpose");
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await
    });
    let panic = write.await.unwrap_err().into_panic();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"on purpose"));
    assert!(!exists(backend, 1).await);
    backend.round(2).await;
    assert!(exists(backend, 2).await);
}

async fn a_write_nobody_waits_for_is_undone(backend: &Backend) {
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let store = backend.store.clone();
    let write = tokio::spawn(async move {
        store
            .write(|tx| {
                Box::pin(async move {
                    create(tx, 1).await?;
                    begun.send(()).unwrap();
                    std::future::pending::<()>().await;
                    Ok::<_, StoreError>(())
                })
            })
            .await
    });
    has_begun.await.unwrap();
    write.abort();
    assert!(write.await.unwrap_err().is_cancelled());
    backend.round(2).await;
    assert!(exists(backend, 2).await);
    assert!(!exists(backend, 1).await);
}

async fn a_passed_over_error_undoes_everything(backend: &Backend) {
    let undone = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                create(tx, 1).await?;
                let _ = tx
                    .create_voice(Uuid::from_u128(8), Uuid::from_u128(9), 1000)
                    .await;
                Ok::<_, StoreError>(())
            })
        })
        .await;
    assert!(matches!(undone, Err(StoreError::Conflict(_))), "{undone:?}");
    assert!(!exists(backend, 1).await);
}

async fn after_an_error_the_transaction_is_of_no_use(backend: &Backend) {
    let undone = backend
        .store
        .write(|tx| {
            Box::pin(async move {
                let missing = Uuid::from_u128(9);
                let first = tx.create_voice(Uuid::from_u128(8), missing, 1000).await;
                let second = create(tx, 1).await;
                assert_eq!(
                    first.unwrap_err().to_string(),
                    second.unwrap_err().to_string()
                );
                Err::<(), _>(Fault::Store)
            })
        })
        .await;
    assert!(matches!(undone, Err(Fault::Store)));
    assert!(!exists(backend, 1).await);
}

/// Thirty writes at once, of which every third is spoilt by `spoil` after it has written.
async fn thirty_at_once(backend: &Backend, spoil: fn() -> Result<(), Fault>) {
    let writes: Vec<_> = (1..=30u128)
        .map(|n| {
            let store = backend.store.clone();
            let write = tokio::spawn(async move {
                store
                    .write(move |tx| {
                        Box::pin(async move {
                            create(tx, n).await?;
                            if n % 3 == 0 { spoil() } else { Ok(()) }
                        })
                    })
                    .await
            });
            (n, write)
        })
        .collect();
    for (n, write) in writes {
        let kept = matches!(write.await, Ok(Ok(())));
        assert_eq!(kept, n % 3 != 0);
        assert_eq!(exists(backend, n).await, kept);
    }
}

async fn an_error_takes_no_other_write_with_it(backend: &Backend) {
    thirty_at_once(backend, || Err(Fault::Own)).await;
}

async fn a_panic_takes_no_other_write_with_it(backend: &Backend) {
    thirty_at_once(backend, || panic!("on purpose")).await;
}

async fn a_read_cannot_write(backend: &Backend) {
    let round = backend.round(1).await;
    let mut tx = backend.store.read().await.unwrap();
    let refused = tx.touch_round(round, 2000).await;
    assert!(
        matches!(refused, Err(StoreError::ReadOnly(_))),
        "{refused:?}"
    );
}

async fn a_read_sees_one_state(backend: &Backend) {
    let round = backend.round(1).await;
    let mut before = backend.store.read().await.unwrap();
    assert_eq!(before.voices(round).await.unwrap().len(), 1);
    backend
        .store
        .write(move |tx| {
            Box::pin(async move { tx.create_voice(Uuid::from_u128(2), round, 1000).await })
        })
        .await
        .unwrap();
    assert_eq!(before.voices(round).await.unwrap().len(), 1);
    let mut after = backend.store.read().await.unwrap();
    assert_eq!(after.voices(round).await.unwrap().len(), 2);
}

async fn a_dropped_read_gives_its_place_back(backend: &Backend) {
    let round = backend.round(1).await;
    for _ in 0..100 {
        let mut tx = backend.store.read().await.unwrap();
        assert_eq!(tx.voices(round).await.unwrap().len(), 1);
    }
}

async fn ready_when_all_is_well(backend: &Backend) {
    let before = backend.counts().await;
    backend.store.ready().await.unwrap();
    assert_eq!(backend.counts().await, before);
}

async fn nothing_is_written_after_closing(backend: &Backend) {
    backend.round(1).await;
    backend.store.close().await;
    let refused = backend.store.write(|tx| create(tx, 2)).await;
    assert!(matches!(refused, Err(StoreError::Gone(_))), "{refused:?}");
    assert!(backend.store.read().await.is_err());
    tokio::time::timeout(Duration::from_secs(2), backend.store.ready())
        .await
        .unwrap()
        .unwrap_err();
}
