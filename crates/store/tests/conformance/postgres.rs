//! What can happen to a server.

use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use store::{Store, StoreError};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use uuid::Uuid;

use crate::backend::Backend;

async fn ready(store: &Store) -> Result<(), StoreError> {
    tokio::time::timeout(Duration::from_secs(2), store.ready())
        .await
        .unwrap()
}

/// Passes connections on to a server until it is stopped, and then refuses them: to those who
/// connect through it, the server has stopped.
async fn pass_on(port: u16, server: String) -> (u16, JoinHandle<()>) {
    let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let task = tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            let (mut near, _) = listener.accept().await.unwrap();
            let mut far = TcpStream::connect(&server).await.unwrap();
            connections.spawn(async move {
                let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
            });
        }
    });
    (port, task)
}

#[tokio::test]
async fn a_stopped_server_is_gone_until_it_is_back() {
    let Some(backend) = Backend::postgres("stopped").await else {
        return;
    };
    let (before, rest) = backend.url.rsplit_once('@').unwrap();
    let (server, database) = rest.split_once('/').unwrap();
    let (port, passing) = pass_on(0, server.to_owned()).await;
    let url = format!("{before}@127.0.0.1:{port}/{database}");
    let store = Store::open(&url).await.unwrap();
    ready(&store).await.unwrap();
    passing.abort();
    let _ = passing.await;
    for _ in 0..3 {
        let gone = ready(&store).await;
        assert!(matches!(gone, Err(StoreError::Gone(_))), "{gone:?}");
    }
    let gone = store
        .write(|tx| Box::pin(tx.touch_round(Uuid::from_u128(1), 2000)))
        .await;
    assert!(matches!(gone, Err(StoreError::Gone(_))), "{gone:?}");
    let gone = Store::open(&url).await.err();
    assert!(matches!(gone, Some(StoreError::Gone(_))), "{gone:?}");

    let (_, passing) = pass_on(port, server.to_owned()).await;
    ready(&store).await.unwrap();
    store.close().await;
    passing.abort();
    backend.remove().await;
}

#[tokio::test]
async fn a_locked_table_is_not_ready_until_it_is_let_go() {
    let Some(backend) = Backend::postgres("locked").await else {
        return;
    };
    let mut other = PgConnection::connect(&backend.url).await.unwrap();
    other.execute("BEGIN").await.unwrap();
    other
        .execute("LOCK TABLE limits IN ACCESS EXCLUSIVE MODE")
        .await
        .unwrap();
    ready(&backend.store).await.unwrap_err();
    other.execute("ROLLBACK").await.unwrap();
    ready(&backend.store).await.unwrap();
    backend.remove().await;
}

#[tokio::test]
async fn a_read_only_server_is_not_ready() {
    let Some(backend) = Backend::postgres("read_only").await else {
        return;
    };
    let (_, database) = backend.url.rsplit_once('/').unwrap();
    let set = format!("ALTER DATABASE \"{database}\" SET default_transaction_read_only = on");
    let mut other = PgConnection::connect(&backend.url).await.unwrap();
    other.execute(AssertSqlSafe(set)).await.unwrap();
    // Those who are connected already are not touched; a store that opens now is.
    let refused = Store::open(&backend.url).await.err();
    assert!(
        matches!(refused, Some(StoreError::ReadOnly(_))),
        "{refused:?}"
    );
    backend.remove().await;
}

#[tokio::test]
async fn a_missing_database_or_server_is_gone() {
    let Some(backend) = Backend::postgres("missing").await else {
        return;
    };
    let gone = Store::open(&format!("{}_other", backend.url)).await.err();
    assert!(matches!(gone, Some(StoreError::Gone(_))), "{gone:?}");
    let gone = Store::open("postgres://nobody@127.0.0.1:1/nothing")
        .await
        .err();
    assert!(matches!(gone, Some(StoreError::Gone(_))), "{gone:?}");
    backend.remove().await;
}
