//! What is published of a comparison: tables, their descriptions, and the catalogue. Laid out by
//! file.
//!
//! What is written of [`example`] stands in docs/reference/comparison, for readers and for other
//! tests. Run once with `UPDATE_DOCS=1` to write those files anew.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

mod catalogue;
mod dictionary;
mod example;
mod tables;

use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Compares with a file of docs/reference/comparison.
fn assert_documented(name: &str, written: &[u8]) {
    let path = root().join("docs/reference/comparison").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, written).expect("the file can be written");
    }
    let stored = std::fs::read(&path).unwrap_or_default();
    assert!(
        stored == written,
        "{name} is not fresh: run the test once with UPDATE_DOCS=1"
    );
}
