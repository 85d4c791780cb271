//! A transaction on either database, and the macros that run a statement in it.

use sqlx::{Postgres, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;

/// A transaction. Dropped, it is rolled back.
///
/// After a statement has failed, the transaction is of no more use: every further statement gives
/// the same error, and nothing is kept. PostgreSQL works so; SQLite is held to it here.
pub struct Tx {
    pub(crate) connection: Connection,
    /// The first error of a statement.
    pub(crate) failed: Option<StoreError>,
}

/// What a transaction runs on.
pub(crate) enum Connection {
    /// One of SQLite's readers.
    SqliteReader(Transaction<'static, Sqlite>),
    /// SQLite's only writer, which begins and commits by itself.
    SqliteWriter(SqliteConnection),
    /// PostgreSQL, reading or writing.
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) fn new(connection: Connection) -> Self {
        Tx {
            connection,
            failed: None,
        }
    }

    /// The error that made the transaction useless, if any.
    pub(crate) fn usable(&self) -> Result<(), StoreError> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    /// Notes that a statement failed.
    pub(crate) fn fail(&mut self, error: sqlx::Error) -> StoreError {
        let error = StoreError::from(error);
        self.failed = Some(error.clone());
        error
    }

    /// Reads and writes nothing that matters, to find out whether reading works.
    pub(crate) async fn try_reading(&mut self) -> Result<(), StoreError> {
        let _: Vec<(i64,)> = rows!(self, "SELECT revision FROM rounds LIMIT 1")?;
        Ok(())
    }

    /// Changes no row, but needs the right and the locks to.
    pub(crate) async fn try_writing(&mut self) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM limits WHERE scope = ''").map(drop)
    }
}

/// Runs `$run` with `$connection` bound to whichever connection the transaction is on.
macro_rules! on_either {
    ($tx:ident, $connection:ident, $run:expr) => {{
        $tx.usable()?;
        let result = match &mut $tx.connection {
            crate::tx::Connection::SqliteReader(tx) => {
                let $connection = &mut **tx;
                $run
            }
            crate::tx::Connection::SqliteWriter($connection) => $run,
            crate::tx::Connection::Postgres(tx) => {
                let $connection = &mut **tx;
                $run
            }
        };
        result.map_err(|error| $tx.fail(error))
    }};
}

/// Runs a statement with its binds; gives the number of rows it changed.
macro_rules! execute {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!($tx, connection, {
            let query = sqlx::query($statement)$(.bind($bind))*;
            query.execute(connection).await.map(|done| done.rows_affected())
        })
    };
}

/// Runs a query with its binds; gives all rows as tuples.
macro_rules! rows {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!($tx, connection, {
            let query = sqlx::query_as($statement)$(.bind($bind))*;
            query.fetch_all(connection).await
        })
    };
}

/// Runs a query with its binds; gives the first row as a tuple, if there is one.
macro_rules! row {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!($tx, connection, {
            let query = sqlx::query_as($statement)$(.bind($bind))*;
            query.fetch_optional(connection).await
        })
    };
}

pub(crate) use {execute, on_either, row, rows};
