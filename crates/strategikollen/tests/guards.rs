//! What the product never does, looked for in its sources: each of these would open a door that no
//! other test would notice.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Files with this ending under a folder, with their texts.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            let text = fs::read_to_string(&path).expect("a text");
            found.push((path, text));
        }
    }
    found
}

/// The sources of the rooms that serve pages, without tests.
fn sources() -> Vec<(PathBuf, String)> {
    let rooms = ["domain", "l10n", "store", "report", "service", "web"];
    let sources: Vec<_> = rooms
        .iter()
        .flat_map(|room| files(&root().join("crates").join(room).join("src"), "rs"))
        .collect();
    assert!(sources.len() > 100, "{}", sources.len());
    sources
}

/// Fails with every place where one of these words stands.
fn assert_nowhere(files: &[(PathBuf, String)], words: &[&str]) {
    let mut found = Vec::new();
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn scripts_never_make_markup_or_code_of_text() {
    let scripts = files(&root().join("assets/js"), "js");
    assert!(!scripts.is_empty());
    assert_nowhere(
        &scripts,
        &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "setHTML",
            "createContextualFragment",
            "srcdoc",
            "eval(",
            "Function(",
            "setTimeout('",
            "setTimeout(\"",
            "import(",
            "postMessage",
            "window.addEventListener('message'",
            "onmessage",
            "javascript:",
        ],
    );
}

/// What templates show without escaping it: drawings that we make of numbers and addresses.
const DRAWINGS: [&str; 15] = [
    "axis",
    "drawing",
    "goal.picture",
    "qr",
    "row.picture",
    "report::chart::before_sample()",
    "report::chart::hatch()",
    "report::chart::mean_sample()",
    "report::chart::median_sample()",
    "report::chart::middle_sample()",
    "report::chart::scale_sample()",
    "report::chart::up_to_sample()",
    "report::trend::break_sample()",
    "report::trend::everyone_sample()",
    "report::trend::panel_sample()",
];

#[test]
fn only_drawings_of_our_own_are_shown_unescaped() {
    let templates = files(&root().join("crates/web/templates"), "html");
    assert!(templates.len() > 20, "{}", templates.len());
    for (path, text) in &templates {
        for shown in text.split("{{").skip(1) {
            let shown = shown.split("}}").next().unwrap_or_default();
            let mut parts = shown.split('|').map(str::trim);
            let value = parts.next().unwrap_or_default();
            let safe = parts.any(|filter| filter.starts_with("safe"));
            assert!(
                !safe || DRAWINGS.contains(&value),
                "{}: {value}",
                path.display()
            );
        }
    }
    assert_nowhere(&templates, &["{% autoescape", "{% filter"]);
    assert_nowhere(&sources(), &["escape = \"none\""]);
    // And what the writer of the hub's texts has escaped itself.
    let writer = Path::new("crates/web/src/markdown/html.rs");
    let mut others = sources();
    others.retain(|(path, _)| !path.ends_with(writer));
    assert_nowhere(&others, &["HtmlSafe"]);
}

#[test]
fn statements_are_constants() {
    let store = files(&root().join("crates/store/src"), "rs");
    assert!(store.len() > 10, "{}", store.len());
    // The same text goes to both drivers, and sqlx takes only constants unless it is told so.
    assert_nowhere(&store, &["AssertSqlSafe", "QueryBuilder"]);
}

#[test]
fn the_service_starts_no_other_program() {
    assert_nowhere(&sources(), &["process::Command", "Command::new"]);
}

#[test]
fn what_cannot_be_guessed_comes_from_the_operating_system() {
    // The rooms are given randomness; the program gives them the operating system's, and no other
    // source is at hand.
    assert_nowhere(
        &sources(),
        &["getrandom", "rand::", "fastrand", "thread_rng"],
    );
    let program = files(&root().join("crates/strategikollen/src"), "rs");
    let given: Vec<&str> = program
        .iter()
        .flat_map(|(_, text)| text.lines())
        .map(str::trim)
        .filter(|line| line.starts_with("random:"))
        .collect();
    // To serve, and to show.
    assert_eq!(given, ["random: Arc::new(random),"; 2]);
    let (_, serve) = program
        .iter()
        .find(|(path, _)| path.ends_with("serve.rs"))
        .expect("the module that serves");
    let (_, random) = serve.split_once("fn random(").expect("a function");
    let body = random.split('}').next().unwrap_or_default();
    assert!(body.contains("getrandom::fill(buffer)"), "{body}");
}
