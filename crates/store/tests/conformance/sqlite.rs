//! What can happen to a file.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use store::{Store, StoreError};
use uuid::Uuid;

use crate::backend::Backend;

fn path(backend: &Backend) -> PathBuf {
    PathBuf::from(backend.url.strip_prefix("sqlite:").unwrap())
}

async fn touch(store: &Store) -> Result<(), StoreError> {
    store
        .write(|tx| Box::pin(tx.touch_round(Uuid::from_u128(1), 2000)))
        .await
}

/// Readiness must be settled before a load balancer gives up.
async fn ready(store: &Store) -> Result<(), StoreError> {
    tokio::time::timeout(Duration::from_secs(2), store.ready())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_locked_file_is_busy_until_it_is_let_go() {
    let backend = Backend::sqlite().await;
    let other = backend.sqlite_connection();
    other.execute("BEGIN EXCLUSIVE", ()).unwrap();
    let busy = ready(&backend.store).await;
    assert!(matches!(busy, Err(StoreError::Busy(_))), "{busy:?}");
    // Many who wait are answered together, not one after the other.
    let writes: Vec<_> = (0..20)
        .map(|_| {
            let store = backend.store.clone();
            tokio::spawn(async move { touch(&store).await })
        })
        .collect();
    let all = async {
        for write in writes {
            let busy = write.await.unwrap();
            assert!(matches!(busy, Err(StoreError::Busy(_))), "{busy:?}");
        }
    };
    tokio::time::timeout(Duration::from_secs(5), all)
        .await
        .unwrap();
    let busy = Store::open(&backend.url).await.err();
    assert!(matches!(busy, Some(StoreError::Busy(_))), "{busy:?}");
    backend
        .store
        .read()
        .await
        .unwrap()
        .voices(Uuid::nil())
        .await
        .unwrap();
    other.execute("ROLLBACK", ()).unwrap();
    ready(&backend.store).await.unwrap();
    touch(&backend.store).await.unwrap();
    backend.remove().await;
}

#[tokio::test]
async fn a_deleted_file_takes_no_more_writes() {
    let backend = Backend::sqlite().await;
    let file = path(&backend);
    let aside = file.with_extension("aside");
    fs::rename(&file, &aside).unwrap();
    for _ in 0..2 {
        let gone = ready(&backend.store).await;
        assert!(matches!(gone, Err(StoreError::Gone(_))), "{gone:?}");
        let gone = touch(&backend.store).await;
        assert!(matches!(gone, Err(StoreError::Gone(_))), "{gone:?}");
        // Another file in its place is not it.
        fs::copy(&aside, &file).unwrap();
    }
    fs::rename(&aside, &file).unwrap();
    ready(&backend.store).await.unwrap();
    backend.remove().await;
}

#[tokio::test]
async fn a_file_marked_read_only_takes_no_more_writes() {
    let backend = Backend::sqlite().await;
    let file = path(&backend);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let refused = ready(&backend.store).await;
    assert!(
        matches!(refused, Err(StoreError::ReadOnly(_))),
        "{refused:?}"
    );
    let refused = touch(&backend.store).await;
    assert!(
        matches!(refused, Err(StoreError::ReadOnly(_))),
        "{refused:?}"
    );
    let refused = Store::open(&backend.url).await.err();
    assert!(
        matches!(refused, Some(StoreError::ReadOnly(_))),
        "{refused:?}"
    );
    backend
        .store
        .read()
        .await
        .unwrap()
        .voices(Uuid::nil())
        .await
        .unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    ready(&backend.store).await.unwrap();
    backend.remove().await;
}

#[tokio::test]
async fn the_folder_is_made_and_the_file_is_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("å ä/50 %/kollen.db");
    let store = Store::open(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    ready(&store).await.unwrap();
    let mode = |file: &Path| fs::metadata(file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&file.with_file_name("kollen.db-wal")), 0o600);
    store.close().await;
    assert!(
        !file.with_file_name("kollen.db-wal").exists(),
        "closing tidies up"
    );
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    let letter = "Not a database, but somebody's letter. ".repeat(100);
    fs::write(&file, &letter).unwrap();
    let refused = Store::open(&format!("sqlite:{}", file.display()))
        .await
        .err();
    assert!(matches!(refused, Some(StoreError::Other(_))), "{refused:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), letter);
    let inside = format!("sqlite:{}/kollen.db", file.display());
    let refused = Store::open(&inside).await.err();
    assert!(matches!(refused, Some(StoreError::Gone(_))), "{refused:?}");
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused() {
    for address in [
        "",
        "kollen.db",
        "sqlite:",
        "sqlite::memory:",
        "mysql://x/y",
        "sqlite:a?b=c",
    ] {
        let refused = Store::open(address).await.err();
        assert!(
            matches!(refused, Some(StoreError::Other(_))),
            "{address}: {refused:?}"
        );
    }
}
