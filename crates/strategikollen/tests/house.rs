//! The house stands as ARCHITECTURE.md draws it: who may depend on whom, which crates from outside
//! belong in one room only, and where organisations are compared.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The rooms of the product, each with those it may lean on.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("l10n", &["domain"]),
    ("store", &["domain"]),
    ("report", &["domain", "l10n"]),
    ("service", &["domain", "l10n", "report", "store"]),
    ("web", &["domain", "l10n", "report", "service"]),
    (
        "strategikollen",
        &["domain", "l10n", "report", "service", "store", "web"],
    ),
];

/// Rooms that look at the product from outside, and on which nothing leans.
const OUTSIDE: &[&str] = &["bench", "e2e"];

/// Crates from outside, and the only rooms they may be in.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("sqlx", &["store"]),
    ("axum", &["web"]),
    ("axum-extra", &["web"]),
    ("tower-http", &["web"]),
    ("askama", &["web", "report"]),
    ("quick-xml", &["report"]),
    ("rust_xlsxwriter", &["report"]),
    ("oxrdf", &["report"]),
    ("oxrdfxml", &["report"]),
    ("oxttl", &["report"]),
    ("oxjsonld", &["report"]),
    ("typst", &["report"]),
    ("lettre", &["service"]),
    ("reqwest", &["service"]),
];

/// What the pure room has no use for: others give it the time, randomness and what is stored.
const NOT_IN_DOMAIN: &[&str] = &["getrandom", "jiff", "rand", "tokio", "tracing", "uuid"];

struct Room {
    /// Names of what it depends on, in the program and its build.
    depends_on: Vec<String>,
    /// Names of what only its tests depend on.
    tests_depend_on: Vec<String>,
    manifest: String,
}

fn rooms() -> BTreeMap<String, Room> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    packages.iter().map(room).collect()
}

fn room(package: &Value) -> (String, Room) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let dependencies = package["dependencies"].as_array().expect("dependencies");
    let names = |tests: bool| {
        dependencies
            .iter()
            .filter(|dependency| (dependency["kind"] == "dev") == tests)
            .map(|dependency| text(&dependency["name"]))
            .collect()
    };
    let room = Room {
        depends_on: names(false),
        tests_depend_on: names(true),
        manifest: text(&package["manifest_path"]),
    };
    (text(&package["name"]), room)
}

fn may_lean_on(room: &str) -> &'static [&'static str] {
    let found = ROOMS.iter().find(|(name, _)| *name == room);
    let (_, may) = found.unwrap_or_else(|| {
        panic!("{room} has no place in the house: give it one here and in ARCHITECTURE.md")
    });
    may
}

#[test]
fn every_room_leans_only_on_those_below_it() {
    let rooms = rooms();
    for (name, room) in &rooms {
        if OUTSIDE.contains(&name.as_str()) {
            continue;
        }
        let may = may_lean_on(name);
        for dependency in &room.depends_on {
            assert!(
                !rooms.contains_key(dependency) || may.contains(&dependency.as_str()),
                "{name} depends on {dependency}"
            );
        }
        for dependency in room.depends_on.iter().chain(&room.tests_depend_on) {
            assert!(
                !OUTSIDE.contains(&dependency.as_str()),
                "{name} depends on {dependency}, which looks at the product from outside"
            );
        }
    }
    for (name, _) in ROOMS {
        assert!(rooms.contains_key(*name), "{name} is drawn and not built");
    }
}

#[test]
fn crates_that_belong_in_one_room_are_in_no_other() {
    for (name, room) in rooms() {
        if OUTSIDE.contains(&name.as_str()) {
            continue;
        }
        for dependency in &room.depends_on {
            for (only, places) in ONLY_IN {
                assert!(
                    dependency != only || places.contains(&name.as_str()),
                    "{name} depends on {dependency}, which belongs in {places:?}"
                );
            }
        }
    }
}

#[test]
fn the_rules_depend_on_no_clock_no_randomness_and_no_runtime() {
    let domain = &rooms()["domain"];
    for dependency in &domain.depends_on {
        assert!(
            !NOT_IN_DOMAIN.contains(&dependency.as_str()),
            "domain depends on {dependency}"
        );
    }
}

/// Where it is computed how organisations stand to each other: the rules, the one use case that
/// closes a wave, `wave preview` without a database and its example, what measures the speed of it,
/// and what makes releases for pages to be tested with.
const COMPARES: &[&str] = &[
    "bench/",
    "crates/domain/",
    "crates/service/src/waves/close.rs",
    "crates/service/src/waves/intake.rs",
    "crates/strategikollen/src/wave/preview.rs",
    "crates/strategikollen/tests/wave.rs",
    "crates/web/tests/comparison/world.rs",
    "e2e/src/waves.rs",
];

#[test]
fn comparisons_are_computed_in_one_place_and_read_everywhere_else() {
    let rooms = rooms();
    let web = Path::new(&rooms["web"].manifest);
    let root = web.ancestors().nth(3).expect("the workspace");
    let mut compare = Vec::new();
    for room in rooms.values() {
        let folder = Path::new(&room.manifest).parent().expect("a folder");
        sources(folder, &mut |file| {
            let text = fs::read_to_string(file).expect("a source file");
            let file = file.strip_prefix(root).expect("in the workspace");
            let file = file.to_string_lossy().into_owned();
            // The name alone, however it is brought in.
            let words =
                |line: &str| line.contains("Intake") && !line.trim_start().starts_with("//");
            if text.lines().any(words) && file != "crates/strategikollen/tests/house.rs" {
                compare.push(file);
            }
        });
    }
    for file in &compare {
        let may = COMPARES.iter().any(|place| file.starts_with(place));
        assert!(
            may,
            "{file} takes in what is handed in, in order to compare it: read a published wave, by \
             service::waves::latest, all or of_date"
        );
    }
    let close = "crates/service/src/waves/close.rs".to_owned();
    assert!(compare.contains(&close), "{compare:?}");
}

/// Shows every Rust file below a folder.
fn sources(folder: &Path, seen: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, seen);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            seen(&path);
        }
    }
}

#[test]
fn every_room_has_the_lints_of_the_house() {
    for (name, room) in rooms() {
        let manifest = fs::read_to_string(Path::new(&room.manifest)).expect("a manifest");
        assert!(
            manifest.contains("[lints]\nworkspace = true"),
            "{name} has lints of its own"
        );
    }
}
