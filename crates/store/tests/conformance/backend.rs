//! A fresh database of either kind for each test, and a side door to look into it.

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use store::{NewRound, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

const SQLITE_REFERENCES: &str = "
    SELECT s.name || '.' || f.\"from\" || ' > ' || f.\"table\" || ' ' || f.on_delete
    FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS f
    WHERE s.type = 'table' ORDER BY 1";
const POSTGRES_REFERENCES: &str = "
    SELECT k.table_name || '.' || k.column_name || ' > ' || u.table_name || ' ' || r.delete_rule
    FROM information_schema.referential_constraints AS r
    JOIN information_schema.key_column_usage AS k USING (constraint_name)
    JOIN information_schema.constraint_column_usage AS u USING (constraint_name) ORDER BY 1";

/// A database with an open store. Removed by [`Backend::remove`].
pub(crate) struct Backend {
    pub(crate) store: Store,
    pub(crate) url: String,
    place: Place,
}

enum Place {
    Sqlite { _folder: TempDir },
    Postgres { server: String, name: String },
}

/// The URL of the server to make databases on; `None` if there is none and there need not be.
pub(crate) fn postgres_server() -> Option<String> {
    let url = std::env::var("STRATEGIKOLLEN_TEST_POSTGRES")
        .ok()
        .filter(|url| !url.is_empty());
    let required = std::env::var("CI").is_ok_and(|ci| ci == "true")
        || std::env::var_os("STRATEGIKOLLEN_REQUIRE_POSTGRES").is_some();
    assert!(
        url.is_some() || !required,
        "STRATEGIKOLLEN_TEST_POSTGRES must hold the URL of a PostgreSQL server"
    );
    url
}

impl Backend {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/test.db", folder.path().display());
        Backend {
            store: Store::open(&url).await.unwrap(),
            url,
            place: Place::Sqlite { _folder: folder },
        }
    }

    /// `test` names the database, together with the process.
    pub(crate) async fn postgres(test: &str) -> Option<Self> {
        let server = postgres_server()?;
        let name = format!("test_{}_{test}", std::process::id());
        let create = format!("CREATE DATABASE \"{name}\"");
        let mut connection = PgConnection::connect(&server).await.unwrap();
        sqlx::query(AssertSqlSafe(create))
            .execute(&mut connection)
            .await
            .unwrap();
        let (base, _) = server.rsplit_once('/').unwrap();
        let url = format!("{base}/{name}");
        Some(Backend {
            store: Store::open(&url).await.unwrap(),
            url,
            place: Place::Postgres { server, name },
        })
    }

    pub(crate) async fn remove(self) {
        self.store.close().await;
        if let Place::Postgres { server, name } = &self.place {
            let drop = format!("DROP DATABASE \"{name}\" WITH (FORCE)");
            let mut connection = PgConnection::connect(server).await.unwrap();
            sqlx::query(AssertSqlSafe(drop))
                .execute(&mut connection)
                .await
                .unwrap();
        }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.place, Place::Sqlite { .. })
    }

    /// A connection past the store; SQLite only.
    pub(crate) fn sqlite_connection(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.url.strip_prefix("sqlite:").unwrap()).unwrap()
    }

    /// Runs a query past the store; gives its only column, which must be text.
    pub(crate) async fn texts(&self, query: &str) -> Vec<String> {
        if self.is_sqlite() {
            let connection = self.sqlite_connection();
            let mut query = connection.prepare(query).unwrap();
            let texts = query.query_map((), |row| row.get(0)).unwrap();
            texts.map(Result::unwrap).collect()
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(AssertSqlSafe(query))
                .fetch_all(&mut connection)
                .await
                .unwrap()
        }
    }

    /// Runs a statement past the store.
    pub(crate) async fn execute(&self, statement: &str) {
        self.try_execute(statement).await.unwrap();
    }

    /// Runs a statement past the store that the database may refuse.
    pub(crate) async fn try_execute(&self, statement: &str) -> Result<(), String> {
        if self.is_sqlite() {
            let connection = self.sqlite_connection();
            connection
                .execute(statement, ())
                .map(drop)
                .map_err(|error| error.to_string())
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            let query = sqlx::query(AssertSqlSafe(statement));
            let done = query.execute(&mut connection).await;
            done.map(drop).map_err(|error| error.to_string())
        }
    }

    /// Removes all tables, whatever refers to whatever.
    pub(crate) async fn drop_tables(&self) {
        if self.is_sqlite() {
            let connection = self.sqlite_connection();
            connection
                .pragma_update(None, "foreign_keys", false)
                .unwrap();
            for table in self.tables().await {
                let drop = format!("DROP TABLE {table}");
                connection.execute(&drop, ()).unwrap();
            }
        } else {
            self.execute("DROP SCHEMA public CASCADE").await;
            self.execute("CREATE SCHEMA public").await;
        }
    }

    /// The names of all tables, in order.
    pub(crate) async fn tables(&self) -> Vec<String> {
        self.texts(if self.is_sqlite() {
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        } else {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'
             ORDER BY tablename::text COLLATE \"C\""
        })
        .await
    }

    /// Each reference as `table.column > table action`.
    pub(crate) async fn references(&self) -> Vec<String> {
        self.texts(if self.is_sqlite() {
            SQLITE_REFERENCES
        } else {
            POSTGRES_REFERENCES
        })
        .await
    }

    /// How many rows each table has.
    pub(crate) async fn counts(&self) -> Vec<(String, String)> {
        let mut counts = Vec::new();
        for table in self.tables().await {
            let query = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}");
            counts.push((table, self.texts(&query).await.remove(0)));
        }
        counts
    }

    /// Creates round `n` with voice `n`, whose address hashes to `n`.
    pub(crate) async fn round(&self, n: u128) -> Uuid {
        let round = new_round(n);
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    tx.create_round(&round).await?;
                    tx.create_voice(round.id, round.id, round.at).await?;
                    Ok::<_, StoreError>(round.id)
                })
            })
            .await
            .unwrap()
    }
}

/// Round `n`, whose address hashes to `n`, made at time 1000.
pub(crate) fn new_round(n: u128) -> NewRound {
    NewRound {
        id: Uuid::from_u128(n),
        write_hash: n.to_be_bytes().to_vec(),
        write_key: b"wrapped key".to_vec(),
        edition: "nus-2016-1".to_owned(),
        depth: "quick".to_owned(),
        facts: b"first facts".to_vec(),
        at: 1000,
    }
}

/// Makes each of the functions a test on SQLite and a test on PostgreSQL.
macro_rules! on_both {
    ($($behaviour:ident),* $(,)?) => {
        mod on_sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $behaviour() {
                    let backend = crate::backend::Backend::sqlite().await;
                    super::$behaviour(&backend).await;
                    backend.remove().await;
                }
            )*
        }
        mod on_postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $behaviour() {
                    let name = stringify!($behaviour);
                    if let Some(backend) = crate::backend::Backend::postgres(name).await {
                        super::$behaviour(&backend).await;
                        backend.remove().await;
                    }
                }
            )*
        }
    };
}

pub(crate) use on_both;
