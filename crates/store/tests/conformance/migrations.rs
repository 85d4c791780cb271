//! Migrations, and that the twins are twins.

use std::collections::BTreeSet;
use std::path::Path;

use store::{Store, StoreError};

use crate::backend::{Backend, on_both};

on_both!(
    opening_again_keeps_what_is_there,
    opening_at_once_is_no_trouble,
    a_newer_database_is_refused_and_left_alone,
);

async fn opening_again_keeps_what_is_there(backend: &Backend) {
    backend.round(1).await;
    let before = backend.counts().await;
    let again = Store::open(&backend.url).await.unwrap();
    again.ready().await.unwrap();
    assert_eq!(backend.counts().await, before);
    again.close().await;
}

async fn opening_at_once_is_no_trouble(backend: &Backend) {
    // On an empty database: the tables go, and four nodes make them again.
    let tables = backend.tables().await;
    backend.drop_tables().await;
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let url = backend.url.clone();
            tokio::spawn(async move { Store::open(&url).await })
        })
        .collect();
    for node in nodes {
        let node = node.await.unwrap().unwrap();
        node.ready().await.unwrap();
        node.close().await;
    }
    assert_eq!(backend.tables().await, tables);
}

async fn a_newer_database_is_refused_and_left_alone(backend: &Backend) {
    backend
        .execute("INSERT INTO migrations (number, name) VALUES (9999, '9999_later')")
        .await;
    let before = backend.counts().await;
    let refused = Store::open(&backend.url).await.err();
    assert!(
        matches!(refused, Some(StoreError::Newer { found: 9999, known }) if known < 9999),
        "{refused:?}"
    );
    assert_eq!(backend.counts().await, before);
}

/// The names of the files in a folder of migrations.
fn files(database: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(database);
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[tokio::test]
async fn twin_folders_have_the_same_files_and_all_are_run() {
    assert_eq!(files("sqlite"), files("postgres"));
    let backend = Backend::sqlite().await;
    let run: BTreeSet<_> = backend
        .texts("SELECT name || '.sql' FROM migrations")
        .await
        .into_iter()
        .collect();
    assert_eq!(run, files("sqlite"));
    let numbers = backend
        .texts("SELECT CAST(number AS TEXT) FROM migrations WHERE number <> CAST(substr(name, 1, 4) AS INTEGER)")
        .await;
    assert!(numbers.is_empty(), "misnumbered: {numbers:?}");
    backend.remove().await;
}

/// Each column as `table.column type [null] [key]`, in SQLite's words for types.
const SQLITE_COLUMNS: &str = "
    SELECT s.name || '.' || c.name || ' ' || c.type
        || CASE c.\"notnull\" WHEN 0 THEN ' null' ELSE '' END
        || CASE c.pk WHEN 0 THEN '' ELSE ' key ' || c.pk END
    FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c
    WHERE s.type = 'table' ORDER BY 1";
const POSTGRES_COLUMNS: &str = "
    SELECT c.table_name || '.' || c.column_name || ' '
        || CASE c.data_type WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB'
               WHEN 'bigint' THEN 'INTEGER' WHEN 'text' THEN 'TEXT' ELSE c.data_type END
        || CASE c.is_nullable WHEN 'YES' THEN ' null' ELSE '' END
        || COALESCE(' key ' || k.ordinal_position, '')
    FROM information_schema.columns AS c
    LEFT JOIN (information_schema.key_column_usage AS k
               JOIN information_schema.table_constraints AS p
                 ON p.constraint_name = k.constraint_name AND p.constraint_type = 'PRIMARY KEY')
      ON k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = 'public' ORDER BY 1";

/// Each index as `table (columns) [unique]`, those of primary keys left out.
const SQLITE_INDEXES: &str = "
    SELECT s.name || ' (' || (SELECT group_concat(name, ', ') FROM pragma_index_info(i.name)) || ')'
        || CASE i.\"unique\" WHEN 1 THEN ' unique' ELSE '' END
    FROM sqlite_schema AS s JOIN pragma_index_list(s.name) AS i
    WHERE s.type = 'table' AND i.origin <> 'pk' ORDER BY 1";
const POSTGRES_INDEXES: &str = "
    SELECT t.relname || ' ('
        || (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum)
            FROM pg_attribute AS a WHERE a.attrelid = i.indexrelid) || ')'
        || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
    FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
    JOIN pg_namespace AS n ON n.oid = t.relnamespace
    WHERE n.nspname = 'public' AND NOT i.indisprimary ORDER BY 1";

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let Some(postgres) = Backend::postgres("parity").await else {
        return;
    };
    let sqlite = Backend::sqlite().await;
    assert_eq!(sqlite.tables().await, postgres.tables().await);
    for (ours, theirs) in [
        (SQLITE_COLUMNS, POSTGRES_COLUMNS),
        (SQLITE_INDEXES, POSTGRES_INDEXES),
    ] {
        let ours: BTreeSet<_> = sqlite.texts(ours).await.into_iter().collect();
        let theirs: BTreeSet<_> = postgres.texts(theirs).await.into_iter().collect();
        assert!(!ours.is_empty());
        assert_eq!(ours, theirs);
    }
    assert_eq!(sqlite.references().await, postgres.references().await);
    sqlite.remove().await;
    postgres.remove().await;
}
