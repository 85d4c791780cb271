//! `strategikollen score` as it is used: what it prints, where, and how it ends.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/score")
}

fn score(file: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .arg("score")
        .arg(file)
        .output()
        .expect("the command runs")
}

/// Scores a file with these bytes, which must be refused, and says what was said.
fn refused(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.json");
    fs::write(&file, bytes).expect("a writable file");
    refused_file(&file)
}

fn refused_file(file: &Path) -> String {
    let output = score(file);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn the_examples_in_the_documentation_give_their_results() {
    for name in ["full", "quick", "begun"] {
        let output = score(&examples().join(name).with_extension("json"));
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert!(output.stderr.is_empty(), "{name}");
        let expected = fs::read(examples().join(name).with_extension("result.json"));
        assert!(output.stdout == expected.expect("a result"), "{name}");
    }
}

#[test]
fn every_problem_in_a_file_is_named_by_its_place() {
    let said = refused(
        br#"{"edition": "nus-2016-1", "depth": "full",
            "answers": {"ratt.avtal": 5, "ratt.finnsinte": 1}}"#,
    );
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(
        lines[0].starts_with(r#"answers."ratt.avtal": 5 is wrong"#),
        "{said}"
    );
    assert!(
        lines[1].starts_with(r#"answers."ratt.finnsinte": no such question"#),
        "{said}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let absent = folder.path().join("absent.json");
    assert!(refused_file(&absent).contains("absent.json"));
    assert!(refused_file(folder.path()).contains("cannot be read"));
}

#[test]
fn a_file_that_is_no_score_file_is_refused() {
    assert!(refused(b"").contains("not JSON"));
    assert!(refused(b"{\"edition\": \"nus-2016-1\"").contains("not JSON"));
    assert!(refused(b"\xff\xfe{\x00}\x00").contains("not UTF-8"));
    assert!(refused(&vec![b'['; 500_000]).contains("recursion limit"));
    assert!(refused(&vec![b' '; 1_000_001]).contains("larger than"));
}
