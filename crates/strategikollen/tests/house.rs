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
    ("icalendar", &["report"]),
    ("encoding_rs", &["report"]),
    ("tantivy", &["service"]),
    ("pulldown-cmark", &["domain", "web"]),
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

/// A way to what organisations have handed in, from which a comparison could be made.
struct Door {
    /// What a line of code says that goes through it.
    says: &'static [&'static str],
    /// The files, or folders, that may.
    may: &'static [&'static str],
    /// One of them that does, so that a door that has got another name is noticed.
    does: &'static str,
    /// What everyone else does instead.
    instead: &'static str,
}

/// Every such way. Pages, files and reports read the public part of a published wave.
const DOORS: &[Door] = &[
    // The rules themselves, the one use case that closes a wave, `wave preview` without a database
    // and its example, what measures the speed of it, and what makes releases for pages to be
    // tested with.
    Door {
        says: &["Intake"],
        may: &[
            "bench/",
            "crates/domain/",
            "crates/service/src/waves/close.rs",
            "crates/service/src/waves/intake.rs",
            "crates/strategikollen/src/wave/preview.rs",
            "crates/strategikollen/tests/wave.rs",
            "crates/web/tests/comparison/world.rs",
            "e2e/src/waves.rs",
        ],
        does: "crates/service/src/waves/close.rs",
        instead: "read a published wave, by service::waves::latest, all or of_date",
    },
    // What everyone has handed in, page by page: for the wave that is closed, and the store's own
    // tests.
    Door {
        says: &[".compared("],
        may: &[
            "crates/service/src/waves/intake.rs",
            "crates/store/tests/conformance/organisations/comparison.rs",
        ],
        does: "crates/service/src/waves/intake.rs",
        instead: "read a published wave",
    },
    // What one organisation has handed in: whether it will be in the next wave, told to itself.
    Door {
        says: &[".compared_of("],
        may: &[
            "crates/service/src/waves/standing.rs",
            "crates/store/tests/conformance/",
        ],
        does: "crates/service/src/waves/standing.rs",
        instead: "ask service::waves::standing",
    },
    // One organisation's own values beside a published group's, for itself.
    Door {
        says: &["OwnValues", "comparison::own"],
        may: &["crates/domain/", "crates/web/src/pages/comparison/own.rs"],
        does: "crates/web/src/pages/comparison/own.rs",
        instead: "use what the pages of comparison have of their own",
    },
    // What is written in a document that was handed in: where it is made, the wave, what an
    // organisation is told of its standing, its own receipt, development and values, what members
    // of a network have chosen to show each other, and the loading of an export.
    Door {
        says: &["Document::read(", "Compared::read("],
        may: &[
            "crates/service/src/openness/mod.rs",
            "crates/service/src/organisations/restore/rounds.rs",
            "crates/service/src/submissions/document.rs",
            "crates/service/src/waves/intake.rs",
            "crates/service/src/waves/standing.rs",
            "crates/web/src/pages/comparison/own.rs",
            "crates/web/src/pages/organisation/trend.rs",
            "crates/web/src/pages/submission/receipt.rs",
            "crates/web/tests/submission/hand_in.rs",
        ],
        does: "crates/service/src/waves/intake.rs",
        instead: "read a published wave",
    },
    // The table itself: handing in and reading one's own, what a wave takes in, and what goes when
    // an organisation leaves.
    Door {
        says: &["FROM submissions", "JOIN submissions", "submissions AS"],
        may: &[
            "crates/store/src/comparison.rs",
            "crates/store/src/organisations/leaving.rs",
            "crates/store/src/submissions.rs",
        ],
        does: "crates/store/src/comparison.rs",
        instead: "add to the store's submissions, so that it is seen here",
    },
];

impl Door {
    /// Whether a file goes through. Comments do not.
    fn is_gone_through(&self, text: &str) -> bool {
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        // The name alone, however it is brought in, and wherever lines are broken.
        let code: String = code.flat_map(|line| [line.trim(), " "]).collect();
        let code = code.replace(" .", ".");
        self.says.iter().any(|says| code.contains(says)) || {
            let own = self.says.contains(&"comparison::own");
            own && code.split("comparison::{").skip(1).any(|names| {
                let names = names.split('}').next().unwrap_or_default();
                names.split(',').any(|name| name.trim() == "own")
            })
        }
    }
}

#[test]
fn what_is_handed_in_is_compared_in_one_place_and_read_from_there() {
    let rooms = rooms();
    let web = Path::new(&rooms["web"].manifest);
    let root = web.ancestors().nth(3).expect("the workspace");
    let mut through: Vec<Vec<String>> = vec![Vec::new(); DOORS.len()];
    for room in rooms.values() {
        let folder = Path::new(&room.manifest).parent().expect("a folder");
        sources(folder, &mut |file| {
            let text = fs::read_to_string(file).expect("a source file");
            let file = file.strip_prefix(root).expect("in the workspace");
            let file = file.to_string_lossy().into_owned();
            if file == "crates/strategikollen/tests/house.rs" {
                return;
            }
            for (door, through) in DOORS.iter().zip(&mut through) {
                if door.is_gone_through(&text) {
                    through.push(file.clone());
                }
            }
        });
    }
    for (door, through) in DOORS.iter().zip(&through) {
        for file in through {
            assert!(
                door.may.iter().any(|place| file.starts_with(place)),
                "{file} goes by {:?} to what organisations have handed in: {}",
                door.says,
                door.instead
            );
        }
        let does = through.iter().any(|file| file == door.does);
        assert!(does, "{:?}: {through:?}", door.says);
    }
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
