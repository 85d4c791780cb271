//! SQLite: the file, one writer, some readers.

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};

use crate::StoreError;
use crate::store::PATIENCE;

/// Readers at once. Reading is a matter of microseconds; more would only take memory.
const READERS: u32 = 4;

/// Opens the file, which is made if it is missing. Migrations have not been run.
pub(crate) async fn open(path: &Path) -> Result<(File, SqliteConnection, SqlitePool), StoreError> {
    let file = File::open(path)?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(PATIENCE)
        .disable_statement_logging();
    // FULL: a commit is on the disk when it is acknowledged, whatever happens to the power.
    let writer = options
        .clone()
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true);
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .test_before_acquire(false)
        .connect_lazy_with(options.read_only(true));
    Ok((file, writer.connect().await?, readers))
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
