//! A transaction on either database, and the macros that run a statement in it.

use sqlx::{PgConnection, Postgres, Transaction};

use crate::StoreError;
use crate::sqlite::Reader;

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
    SqliteReader(Reader),
    /// SQLite's only writer, which begins and commits by itself.
    SqliteWriter(rusqlite::Connection),
    /// PostgreSQL, reading or writing.
    Postgres(Transaction<'static, Postgres>),
}

/// What a statement runs on.
pub(crate) enum On<'t> {
    Sqlite(&'t mut rusqlite::Connection),
    Postgres(&'t mut PgConnection),
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

    /// Where to run the next statement, if the transaction is usable.
    pub(crate) fn on(&mut self) -> Result<On<'_>, StoreError> {
        self.usable()?;
        Ok(match &mut self.connection {
            Connection::SqliteReader(reader) => On::Sqlite(reader),
            Connection::SqliteWriter(connection) => On::Sqlite(connection),
            Connection::Postgres(transaction) => On::Postgres(transaction),
        })
    }

    /// Notes the outcome of a statement.
    pub(crate) fn note<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        done.inspect_err(|error| self.failed = Some(error.clone()))
    }

    /// Reads nothing that matters, to find out whether reading works.
    pub(crate) async fn try_reading(&mut self) -> Result<(), StoreError> {
        let _: Vec<(i64,)> = rows!(self, "SELECT revision FROM rounds LIMIT 1")?;
        Ok(())
    }

    /// Changes no row, but needs the right and the locks to.
    pub(crate) async fn try_writing(&mut self) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM limits WHERE scope = ''").map(drop)
    }
}

/// Runs `$sqlite` or `$postgres`, whichever the transaction is on, with the connection bound.
macro_rules! on_either {
    ($tx:ident, $connection:ident, $sqlite:expr, $postgres:expr) => {{
        let done = match $tx.on()? {
            crate::tx::On::Sqlite($connection) => $sqlite.map_err(crate::StoreError::from),
            crate::tx::On::Postgres($connection) => $postgres.map_err(crate::StoreError::from),
        };
        $tx.note(done)
    }};
}

/// Runs a statement with its binds; gives the number of rows it changed.
macro_rules! execute {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!(
            $tx,
            connection,
            crate::sqlite::execute(connection, $statement, rusqlite::params![$($bind),*]),
            sqlx::query($statement)$(.bind($bind))*
                .execute(connection)
                .await
                .map(|done| done.rows_affected())
        )
    };
}

/// Runs a query with its binds; gives all rows as tuples.
macro_rules! rows {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!(
            $tx,
            connection,
            crate::sqlite::rows(connection, $statement, rusqlite::params![$($bind),*]),
            sqlx::query_as($statement)$(.bind($bind))*.fetch_all(connection).await
        )
    };
}

/// Runs a query with its binds; gives the first row as a tuple, if there is one.
macro_rules! row {
    ($tx:ident, $statement:expr $(, $bind:expr)* $(,)?) => {
        crate::tx::on_either!(
            $tx,
            connection,
            crate::sqlite::row(connection, $statement, rusqlite::params![$($bind),*]),
            sqlx::query_as($statement)$(.bind($bind))*.fetch_optional(connection).await
        )
    };
}

pub(crate) use {execute, on_either, row, rows};
