//! The store: opening it, and giving out transactions.

use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use sqlx::PgPool;

use crate::sqlite::Readers;
use crate::tx::Connection;
use crate::writer::Queue;
use crate::{StoreError, Tx, migrations, postgres, sqlite};

/// What a write gives back: a future that lives as long as its transaction.
pub type Work<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// How long [`Store::ready`] waits.
const READY: Duration = Duration::from_millis(1500);

/// The database. Clones share it.
#[derive(Clone)]
pub struct Store {
    database: Database,
}

#[derive(Clone)]
enum Database {
    Sqlite { readers: Readers, writer: Queue },
    Postgres(PgPool),
}

impl Store {
    /// Opens a database and brings its tables up to date.
    ///
    /// `sqlite:<path>` is a file, made if it is missing together with its folder; `postgres://…` or
    /// `postgresql://…` a server of version 15 or later. Must be called within a Tokio runtime.
    ///
    /// # Errors
    /// [`StoreError::Newer`] if a newer version of the service has been there;
    /// [`StoreError::Other`] if the address or the server will not do; any other if the database is
    /// locked, read-only or out of reach.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = postgres::open(url).await?;
            let mut tx = postgres::write(&pool).await?;
            migrations::run(&mut tx).await?;
            postgres::commit(tx).await?;
            return Ok(Store {
                database: Database::Postgres(pool),
            });
        }
        let path = url
            .strip_prefix("sqlite:")
            .map(|path| path.strip_prefix("//").unwrap_or(path))
            .filter(|path| !path.is_empty() && *path != ":memory:" && !path.contains('?'))
            .ok_or_else(|| {
                StoreError::Other("an address is sqlite:<path> or postgres://…".to_owned())
            })?;
        let path = Path::new(path);
        let (file, connection) = sqlite::open(path)?;
        let writer = Queue::start(file, Tx::new(Connection::SqliteWriter(connection)))?;
        writer
            .write(|tx| Box::pin(async move { migrations::run(tx).await }))
            .await?;
        Ok(Store {
            database: Database::Sqlite {
                readers: Readers::new(path),
                writer,
            },
        })
    }

    /// Begins a transaction that reads, and sees one state of the database until it is dropped.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        match &self.database {
            Database::Sqlite { readers, .. } => {
                let reader = readers.begin().await?;
                Ok(Tx::new(Connection::SqliteReader(reader)))
            }
            Database::Postgres(pool) => postgres::read(pool).await,
        }
    }

    /// Does `work` in a transaction of its own and gives its result once that is durable.
    ///
    /// An `Err` or a panic undoes everything; so does a failed statement whose error `work` passes
    /// over, and dropping the future of this call before it is finished. `work` may await nothing
    /// but the transaction it is given, since on SQLite all other writes wait for it.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.database {
            Database::Sqlite { writer, .. } => writer.write(work).await,
            Database::Postgres(pool) => {
                let mut tx = postgres::write(pool).await?;
                let value = work(&mut tx).await?;
                postgres::commit(tx).await?;
                Ok(value)
            }
        }
    }

    /// Finds out, within two seconds, whether the database can be read and written.
    pub async fn ready(&self) -> Result<(), StoreError> {
        let tries = async {
            self.read().await?.try_reading().await?;
            self.write(|tx| Box::pin(async move { tx.try_writing().await }))
                .await
        };
        tokio::time::timeout(READY, tries)
            .await
            .unwrap_or_else(|_| Err(StoreError::Gone("no answer in time".to_owned())))
    }

    /// Closes all connections, once the writes that have begun are finished.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite { readers, writer } => {
                readers.close();
                writer.close().await;
            }
            Database::Postgres(pool) => pool.close().await,
        }
    }
}
