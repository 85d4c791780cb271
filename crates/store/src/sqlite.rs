//! SQLite: the file, its readers, and running a statement.
//!
//! SQLite is a library, not a server: a query is a function call that takes some microseconds. So
//! readers run it where they are, since handing it to another thread would take longer than the
//! query does. What waits for the disk, the commit, has a thread of its own (`writer.rs`).

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::ops::{Deref, DerefMut};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{CachedStatement, Connection, OpenFlags, Row, ToSql};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::StoreError;

/// How long a transaction waits for another process to let go of the file, or for a reader. Someone
/// waits for a page meanwhile.
const PATIENCE: Duration = Duration::from_secs(1);
/// Readers at once. A reader seldom waits for anything, so more would only take memory.
const READERS: usize = 8;
/// Statements a connection remembers, which is more than there are.
const STATEMENTS: usize = 512;

/// Makes the file if it is missing, and opens it for writing. Migrations have not been run.
pub(crate) fn open(path: &Path) -> Result<(File, Connection), StoreError> {
    let file = File::open(path)?;
    let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    writer.pragma_update(None, "journal_mode", "WAL")?;
    // A commit is on the disk when it is acknowledged, whatever happens to the power.
    writer.pragma_update(None, "synchronous", "FULL")?;
    writer.pragma_update(None, "foreign_keys", true)?;
    Ok((file, writer))
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection, StoreError> {
    // A connection is only ever used by one thread at a time.
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Runs a statement; gives the number of rows it changed.
pub(crate) fn execute(
    connection: &Connection,
    statement: &str,
    binds: &[&dyn ToSql],
) -> rusqlite::Result<u64> {
    let changed = prepare(connection, statement, binds)?.raw_execute()?;
    Ok(changed as u64)
}

/// Runs a query; gives all rows.
pub(crate) fn rows<T>(
    connection: &Connection,
    statement: &str,
    binds: &[&dyn ToSql],
) -> rusqlite::Result<Vec<T>>
where
    T: for<'r> TryFrom<&'r Row<'r>, Error = rusqlite::Error>,
{
    let mut query = prepare(connection, statement, binds)?;
    query.raw_query().and_then(|row| T::try_from(row)).collect()
}

/// Runs a query; gives the first row, if there is one.
pub(crate) fn row<T>(
    connection: &Connection,
    statement: &str,
    binds: &[&dyn ToSql],
) -> rusqlite::Result<Option<T>>
where
    T: for<'r> TryFrom<&'r Row<'r>, Error = rusqlite::Error>,
{
    let mut query = prepare(connection, statement, binds)?;
    query.raw_query().next()?.map(T::try_from).transpose()
}

/// Prepares a statement and binds its parameters. `$1` is a number to PostgreSQL; to SQLite it is a
/// name, and names are numbered as they come in the text.
fn prepare<'c>(
    connection: &'c Connection,
    statement: &str,
    binds: &[&dyn ToSql],
) -> rusqlite::Result<CachedStatement<'c>> {
    let mut prepared = connection.prepare_cached(statement)?;
    for place in 1..=prepared.parameter_count() {
        let name = prepared.parameter_name(place).unwrap_or_default();
        let number = name.strip_prefix('$').and_then(|name| name.parse().ok());
        let bind = number
            .and_then(|number: usize| binds.get(number.checked_sub(1)?))
            .ok_or_else(|| rusqlite::Error::InvalidParameterName(name.to_owned()))?;
        prepared.raw_bind_parameter(place, bind)?;
    }
    Ok(prepared)
}

/// Connections that only read, opened as they are needed and used again.
#[derive(Clone)]
pub(crate) struct Readers {
    path: Arc<Path>,
    idle: Arc<Mutex<Vec<Connection>>>,
    places: Arc<Semaphore>,
}

impl Readers {
    pub(crate) fn new(path: &Path) -> Self {
        Readers {
            path: path.into(),
            idle: Arc::default(),
            places: Arc::new(Semaphore::new(READERS)),
        }
    }

    /// Begins a transaction that sees the database as it is at its first query.
    pub(crate) async fn begin(&self) -> Result<Reader, StoreError> {
        let place = Arc::clone(&self.places).acquire_owned();
        let place = tokio::time::timeout(PATIENCE, place)
            .await
            .map_err(|_| StoreError::Busy("all readers are in use".to_owned()))?
            .map_err(|_| closed())?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
        };
        execute(&connection, "BEGIN", &[])?;
        Ok(Reader {
            connection: Some(connection),
            readers: self.clone(),
            _place: place,
        })
    }

    pub(crate) fn close(&self) {
        self.places.close();
        self.idle().clear();
    }

    fn idle(&self) -> impl DerefMut<Target = Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) fn closed() -> StoreError {
    StoreError::Gone("the database is closed".to_owned())
}

/// A connection in a transaction that reads. Dropped, it goes back to the others.
pub(crate) struct Reader {
    /// Taken by `drop` alone.
    connection: Option<Connection>,
    readers: Readers,
    _place: OwnedSemaphorePermit,
}

impl Deref for Reader {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "taken by drop alone")]
    fn deref(&self) -> &Connection {
        self.connection
            .as_ref()
            .expect("a connection until dropped")
    }
}

impl DerefMut for Reader {
    #[expect(clippy::expect_used, reason = "taken by drop alone")]
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection
            .as_mut()
            .expect("a connection until dropped")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take()
            && execute(&connection, "ROLLBACK", &[]).is_ok()
            && !self.readers.places.is_closed()
        {
            self.readers.idle().push(connection);
        }
    }
}

/// The database file that was opened. SQLite goes on writing into a deleted file without a word,
/// so somebody else must look.
pub(crate) struct File {
    path: PathBuf,
    device_and_inode: (u64, u64),
}

impl File {
    fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Drafts are encrypted, yet nobody else on the machine has anything to do there. A file that
        // exists is not opened: closing it would let go of the locks another store has on it.
        let created = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path);
        if let Err(error) = created
            && error.kind() != ErrorKind::AlreadyExists
        {
            return Err(error.into());
        }
        let metadata = fs::metadata(path)?;
        let file = File {
            path: path.to_owned(),
            device_and_inode: (metadata.dev(), metadata.ino()),
        };
        file.check()?;
        Ok(file)
    }

    /// Looks that the file is where it was and may be written. The administrator may write a file
    /// that is marked read-only, but someone has marked it.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let metadata = fs::metadata(&self.path)?;
        if (metadata.dev(), metadata.ino()) != self.device_and_inode {
            return Err(StoreError::Gone("the file has been replaced".to_owned()));
        }
        if metadata.permissions().readonly() {
            return Err(StoreError::ReadOnly("the file is read-only".to_owned()));
        }
        Ok(())
    }
}
