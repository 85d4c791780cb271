//! What can be wrong with a database, told apart by what the person at the other end can do.

use std::io;

/// A statement or a transaction could not be carried out. Nothing of the transaction was kept.
///
/// The texts are for the operator's log. They hold no stored values.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// Locked by someone else, or all connections in use. It may work in a moment.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// It can be read but not written.
    #[error("the database is read-only: {0}")]
    ReadOnly(String),
    /// The file is deleted or unreadable, the disk full, the server stopped.
    #[error("the database is out of reach: {0}")]
    Gone(String),
    /// A newer version of the service has changed the tables.
    #[error(
        "the database was made by a newer version of the service \
         (migration {found}; this version knows {known})"
    )]
    Newer {
        /// The highest migration the database has.
        found: i64,
        /// The highest migration this version has.
        known: i64,
    },
    /// What the statement leans on has changed: a row is there already, or is no longer there.
    #[error("the stored rows have changed: {0}")]
    Conflict(String),
    /// Anything else: a wrong address, a server that is too old, a fault in the service.
    #[error("database error: {0}")]
    Other(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error().map(|error| error.extended_code);
        from_sqlite(code.unwrap_or_default(), error.to_string())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let text = error.to_string();
        match error {
            sqlx::Error::Database(error) => from_postgres(&error.code().unwrap_or_default(), text),
            sqlx::Error::Io(error) => error.into(),
            sqlx::Error::PoolTimedOut => StoreError::Busy(text),
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => StoreError::Gone(text),
            _ => StoreError::Other(text),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        let text = error.to_string();
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly(text)
            }
            _ => StoreError::Gone(text),
        }
    }
}

/// By SQLite's extended result code, whose low byte is the primary code.
/// See <https://www.sqlite.org/rescode.html>.
fn from_sqlite(code: i32, text: String) -> StoreError {
    const DATABASE_MOVED: i32 = 1032;
    match code & 0xff {
        5 | 6 => StoreError::Busy(text),
        8 if code == DATABASE_MOVED => StoreError::Gone(text),
        8 => StoreError::ReadOnly(text),
        // I/O error, disk full, cannot open.
        10 | 13 | 14 => StoreError::Gone(text),
        19 => StoreError::Conflict(text),
        _ => StoreError::Other(text),
    }
}

/// By SQLSTATE. See <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn from_postgres(code: &str, text: String) -> StoreError {
    match code {
        // Lock not available, deadlock, serialisation failure, cancelled, too many connections.
        "55P03" | "40P01" | "40001" | "57014" | "53300" => StoreError::Busy(text),
        "25006" => StoreError::ReadOnly(text),
        // The database, or the right to connect to it, is not there; the server's disk fails.
        "3D000" | "58030" => StoreError::Gone(text),
        _ => match code.get(..2) {
            // Connection lost; out of disk, memory or the like; the server is stopping or starting.
            Some("08" | "53" | "57") => StoreError::Gone(text),
            Some("23") => StoreError::Conflict(text),
            _ => StoreError::Other(text),
        },
    }
}
