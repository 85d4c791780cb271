//! PostgreSQL: connecting, and beginning a transaction.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection as _, PgConnection, PgPool};

use crate::tx::Connection;
use crate::{StoreError, Tx};

/// As PostgreSQL numbers its versions.
const OLDEST_VERSION: u32 = 15_00_00;
/// Of one process. A server allows 100 unless told otherwise.
const CONNECTIONS: u32 = 16;
/// How long to wait for a connection, and for a server that is restarting.
const PATIENCE: Duration = Duration::from_secs(3);
/// A connection that has rested longer is tried before it is used.
const FRESH: Duration = Duration::from_secs(1);

/// Connects and checks the server's version. Migrations have not been run.
pub(crate) async fn open(url: &str) -> Result<PgPool, StoreError> {
    let options = url
        .parse::<PgConnectOptions>()?
        .application_name("strategikollen")
        .options([
            ("lock_timeout", "5s"),
            ("idle_in_transaction_session_timeout", "30s"),
        ]);
    let first = tokio::time::timeout(PATIENCE, PgConnection::connect_with(&options))
        .await
        .map_err(|_| no_answer())??;
    let version = first.server_version_num().unwrap_or_default();
    first.close().await?;
    if version < OLDEST_VERSION {
        return Err(StoreError::Other(format!(
            "the server is PostgreSQL {}, and {} or later is needed",
            version / 10_000,
            OLDEST_VERSION / 10_000,
        )));
    }
    Ok(PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for > FRESH {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(options))
}

/// Begins a transaction that sees the database as it is now, and changes nothing.
pub(crate) async fn read(pool: &PgPool) -> Result<Tx, StoreError> {
    begin(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await
}

/// Begins a transaction that may write. READ COMMITTED is enough, for every method that depends on
/// what is stored looks and writes in one statement.
pub(crate) async fn write(pool: &PgPool) -> Result<Tx, StoreError> {
    begin(pool, "BEGIN ISOLATION LEVEL READ COMMITTED").await
}

/// Commits, unless a statement has failed: PostgreSQL answers such a commit by rolling back.
pub(crate) async fn commit(tx: Tx) -> Result<(), StoreError> {
    tx.usable()?;
    if let Connection::Postgres(transaction) = tx.connection {
        transaction.commit().await?;
    }
    Ok(())
}

async fn begin(pool: &PgPool, how: &'static str) -> Result<Tx, StoreError> {
    match pool.begin_with(how).await {
        Ok(transaction) => Ok(Tx::new(Connection::Postgres(transaction))),
        // The pool waits for a server that refuses, as for a connection in use.
        Err(sqlx::Error::PoolTimedOut) if pool.size() < CONNECTIONS => Err(no_answer()),
        Err(error) => Err(error.into()),
    }
}

fn no_answer() -> StoreError {
    StoreError::Gone("the server does not answer".to_owned())
}
