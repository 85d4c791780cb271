//! The tables, made step by step.
//!
//! A migration is a pair of files with the same name, one for each database. Migrations are
//! forward only and never change once released.

use crate::tx::{execute, on_either, rows};
use crate::{StoreError, Tx};

/// A pair of twin files. The number is the place in [`MIGRATIONS`].
struct Migration {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migration {
    ($name:literal) => {
        Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

/// In the order they are run. The first makes the table that remembers the others.
const MIGRATIONS: &[Migration] = &[
    migration!("0000_migrations"),
    migration!("0001_rounds"),
    migration!("0002_feedback"),
    migration!("0003_mail"),
    migration!("0004_accounts"),
    migration!("0005_organisations"),
    migration!("0006_organisation_rounds"),
    migration!("0007_submissions"),
    migration!("0008_workshops"),
    migration!("0009_yearly_letters"),
    migration!("0010_waves"),
    migration!("0011_openness"),
    migration!("0012_preparing"),
    migration!("0013_kept_events"),
    migration!("0014_plans"),
    migration!("0015_feedback_replies"),
];

/// Runs the migrations that the database has not had, in the caller's transaction.
/// [`StoreError::Newer`] if it has had more than this version knows.
pub(crate) async fn run(tx: &mut Tx) -> Result<(), StoreError> {
    tx.run_script(&MIGRATIONS[0]).await?;
    let done: Vec<(i64,)> = rows!(
        tx,
        "SELECT number FROM migrations ORDER BY number DESC LIMIT 1"
    )?;
    let done = done.first().map_or(-1, |(number,)| *number);
    let numbered = (0..).zip(MIGRATIONS);
    let known = MIGRATIONS.len() as i64 - 1;
    if done > known {
        return Err(StoreError::Newer { found: done, known });
    }
    for (number, migration) in numbered.filter(|(number, _)| *number > done) {
        if number > 0 {
            tx.run_script(migration).await?;
        }
        execute!(
            tx,
            "INSERT INTO migrations (number, name) VALUES ($1, $2)",
            number,
            migration.name,
        )?;
    }
    Ok(())
}

impl Tx {
    /// Runs a migration's script as it is written for this database.
    async fn run_script(&mut self, migration: &Migration) -> Result<(), StoreError> {
        on_either!(
            self,
            connection,
            connection.execute_batch(migration.sqlite),
            sqlx::raw_sql(migration.postgres)
                .execute(connection)
                .await
                .map(drop)
        )
    }
}
