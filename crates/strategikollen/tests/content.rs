//! The commands `content` and `score`, run as a person runs them.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(arguments)
        .output()
        .expect("the command starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// A copy of the shipped content that a test may spoil.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().expect("there is room"));
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"),
            folder.0.path(),
        );
        folder
    }

    fn path(&self) -> &str {
        self.0.path().to_str().expect("the path is UTF-8")
    }

    fn file(&self, within: &str) -> PathBuf {
        self.0.path().join(within)
    }

    fn replace(&self, within: &str, find: &str, with: &str) {
        let text = fs::read_to_string(self.file(within)).expect("the file can be read");
        assert!(text.contains(find), "{within} does not hold {find}");
        fs::write(self.file(within), text.replacen(find, with, 1))
            .expect("the file can be written");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}

#[test]
fn the_built_in_content_is_the_folder_and_has_no_problems() {
    let built_in = run(&["content", "check"]);
    assert_eq!(code(&built_in), Some(0), "{}", stdout(&built_in));
    let text = stdout(&built_in);
    assert!(text.starts_with("content: 48 questions, "), "{text}");
    assert!(
        text.ends_with("; no problems\n") && text.lines().count() == 1,
        "{text}"
    );
    assert_eq!(
        stdout(&run(&["content", "check", Folder::new().path()])),
        text
    );
}

#[test]
fn every_problem_is_a_line_and_the_last_line_counts() {
    let folder = Folder::new();
    folder.replace("tags.toml", "en = \"Management and goals\"", "");
    folder.replace(
        "editions/nus-2016-1/questions/ratt/avtal.toml",
        "[why]",
        "[varfor]",
    );
    let output = run(&["content", "check", folder.path()]);
    assert_eq!(code(&output), Some(1));
    let text = stdout(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(
        lines[0].starts_with("editions/nus-2016-1/questions/ratt/avtal.toml: varfor: "),
        "{text}"
    );
    assert!(
        lines[1].starts_with("editions/nus-2016-1/questions/ratt/avtal.toml: why: "),
        "{text}"
    );
    assert_eq!(
        lines[2],
        "tags.toml: tags[0].en: the English text is missing; write it"
    );
    assert_eq!(lines[3], "content: 3 problems in 2 files");
}

#[test]
fn a_folder_that_is_not_there_or_cannot_be_read_is_named() {
    let folder = Folder::new();
    let not_a_folder = folder.file("tags.toml");
    for path in ["/no/such/folder", not_a_folder.to_str().expect("UTF-8")] {
        let output = run(&["content", "check", path]);
        assert_eq!(code(&output), Some(2), "{path}");
        assert!(stderr(&output).starts_with(path) && stderr(&output).lines().count() == 1);
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_file_over_a_megabyte_is_named() {
    let folder = Folder::new();
    fs::write(folder.file("tags.toml"), vec![b' '; 1_000_001]).expect("there is room");
    let output = run(&["content", "check", folder.path()]);
    assert_eq!(code(&output), Some(2));
    assert!(
        stderr(&output).contains("tags.toml: is larger than 1000000 bytes"),
        "{}",
        stderr(&output)
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_named_and_one_within_is_followed() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new();
    fs::rename(folder.file("tags.toml"), folder.file(".tags")).expect("the file can be moved");
    symlink(".tags", folder.file("tags.toml")).expect("links can be made");
    assert_eq!(code(&run(&["content", "check", folder.path()])), Some(0));

    let outside = Folder::new();
    for target in [
        outside.file("tags.toml"),
        outside.file("editions"),
        "/dev/zero".into(),
        "/nowhere".into(),
    ] {
        fs::remove_file(folder.file("tags.toml")).expect("the link can be removed");
        symlink(&target, folder.file("tags.toml")).expect("links can be made");
        let output = run(&["content", "check", folder.path()]);
        assert_eq!(code(&output), Some(2), "{target:?}");
        assert!(
            stderr(&output).contains("/tags.toml: links to something other"),
            "{target:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named() {
    let folder = Folder::new();
    let _socket = std::os::unix::net::UnixListener::bind(folder.file("frameworks/socket.toml"))
        .expect("sockets can be made");
    let output = run(&["content", "check", folder.path()]);
    assert_eq!(code(&output), Some(2));
    let message = stderr(&output);
    assert!(
        message.contains("/frameworks/socket.toml: is no file"),
        "{message}"
    );
}

#[test]
fn hidden_files_and_notes_are_passed_over() {
    let folder = Folder::new();
    fs::create_dir(folder.file(".git")).expect("the folder can be made");
    fs::write(folder.file(".git/pack"), vec![0; 2_000_000]).expect("there is room");
    fs::write(folder.file("README.md"), "Notes.").expect("there is room");
    assert_eq!(code(&run(&["content", "check", folder.path()])), Some(0));
}

#[test]
fn the_schemas_are_printed_and_written() {
    let printed = run(&["content", "schema"]);
    let printed: Value = serde_json::from_slice(&printed.stdout).expect("JSON");
    let printed = printed.as_object().expect("schemas by name");
    assert!(
        printed.contains_key("question.schema.json") && printed.contains_key("export.schema.json")
    );

    let folder = tempfile::tempdir().expect("there is room");
    let out = folder.path().join("new/schemas");
    let written = run(&["content", "schema", "--out", out.to_str().expect("UTF-8")]);
    assert_eq!((code(&written), written.stdout.len()), (Some(0), 0));
    for (name, schema) in printed {
        let text = fs::read_to_string(out.join(name)).expect("the schema is there");
        assert_eq!(
            &serde_json::from_str::<Value>(&text).expect("JSON"),
            schema,
            "{name}"
        );
    }

    let file = folder.path().join("file");
    fs::write(&file, "").expect("there is room");
    let refused = run(&["content", "schema", "--out", file.to_str().expect("UTF-8")]);
    assert_eq!(code(&refused), Some(2));
    assert!(
        stderr(&refused).contains("/file: cannot be written"),
        "{}",
        stderr(&refused)
    );
}

#[test]
fn an_edition_is_exported_by_its_id() {
    let latest = run(&["content", "export"]);
    assert_eq!(code(&latest), Some(0));
    let document: Value = serde_json::from_slice(&latest.stdout).expect("JSON");
    assert_eq!(document["edition"]["id"], "nus-2016-1");
    assert_eq!(document["questions"].as_array().map(Vec::len), Some(48));
    let folder = Folder::new();
    let named = run(&[
        "content",
        "export",
        folder.path(),
        "--edition",
        "nus-2016-1",
    ]);
    assert_eq!(named.stdout, latest.stdout);

    let unknown = run(&["content", "export", "--edition", "nus-2016-2"]);
    assert_eq!((code(&unknown), unknown.stdout.len()), (Some(2), 0));
    assert_eq!(
        stderr(&unknown),
        "there is no edition \"nus-2016-2\"; there is nus-2016-1\n"
    );
}

#[test]
fn content_with_problems_is_neither_exported_nor_scored_with() {
    let folder = Folder::new();
    folder.replace("levels.toml", "[[levels]]", "[[lvels]]");
    let answers = folder.file(".answers.json");
    fs::write(
        &answers,
        r#"{"edition": "nus-2016-1", "depth": "full", "answers": {}}"#,
    )
    .expect("there is room");
    let answers = answers.to_str().expect("UTF-8");
    for arguments in [
        vec!["content", "export", folder.path()],
        vec!["score", "--content", folder.path(), answers],
    ] {
        let output = run(&arguments);
        assert_eq!(
            (code(&output), output.stdout.len()),
            (Some(1), 0),
            "{arguments:?}"
        );
        assert!(
            stderr(&output).contains("levels.toml: lvels: "),
            "{}",
            stderr(&output)
        );
    }
    assert_eq!(code(&run(&["score", answers])), Some(0));
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let mut export = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["content", "export"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(export.stdout.take());
    let output = export.wait_with_output().expect("the command ends");
    assert_eq!((code(&output), stderr(&output).as_str()), (Some(0), ""));
}

#[test]
fn wrong_use_ends_with_two() {
    for arguments in [
        vec!["content"],
        vec!["content", "chekc"],
        vec!["content", "check", "a", "b"],
        vec!["content", "export", "--edition"],
        vec!["score"],
    ] {
        let output = run(&arguments);
        assert_eq!(
            (code(&output), output.stdout.len()),
            (Some(2), 0),
            "{arguments:?}"
        );
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_score_file_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().expect("there is room");
    let (binary, large) = (folder.path().join("binary"), folder.path().join("large"));
    fs::write(&binary, [0xff, 0xfe]).expect("there is room");
    fs::write(&large, vec![b' '; 1_000_001]).expect("there is room");
    for (path, what) in [
        (folder.path().join("nothing"), "cannot be read"),
        (folder.path().to_owned(), "cannot be read"),
        (binary, "is not UTF-8"),
        (large, "is larger than"),
    ] {
        let path = path.to_str().expect("UTF-8");
        let output = run(&["score", path]);
        assert_eq!((code(&output), output.stdout.len()), (Some(2), 0), "{path}");
        assert!(
            stderr(&output).starts_with(&format!("{path}: {what}")),
            "{}",
            stderr(&output)
        );
    }
}
