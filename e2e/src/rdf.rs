//! The catalogue of open data, read and checked by programs that have nothing to do with ours.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The catalogue's syntaxes: what names of such files end with, and the media type to ask for, in
/// the order that the check takes them.
pub const SYNTAXES: [(&str, &str); 3] = [
    ("rdf", "application/rdf+xml"),
    ("ttl", "text/turtle"),
    ("jsonld", "application/ld+json"),
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Everything that is wrong with a catalogue, whose three files lie in a folder under this name.
/// With `removals`, also everything that could be left out of it without the shapes noticing.
pub fn faults(folder: &Path, name: &str, removals: bool) -> Vec<String> {
    let python = here(".venv/bin/python");
    assert!(
        python.exists(),
        "{} is missing: run `./test.sh setup`",
        python.display()
    );
    let output = Command::new(python)
        .arg(here("rdf/check.py"))
        .args(removals.then_some("--removals"))
        .arg(here("tests/shapes/dcat-ap-se.ttl"))
        .args(SYNTAXES.map(|(ending, _)| folder.join(format!("{name}.{ending}"))))
        .output()
        .expect("Python runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let trouble = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => Vec::new(),
        Some(1) if trouble.is_empty() => told.lines().map(str::to_owned).collect(),
        _ => panic!("the catalogue could not be checked: {told}{trouble}"),
    }
}
