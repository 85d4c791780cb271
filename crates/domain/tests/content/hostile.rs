//! Whatever bytes a folder holds, the check answers with problems, never with a panic.

use std::sync::LazyLock;

use domain::instrument::check::load;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::folder::{Files, fixture, shipped};

static FIXTURE: LazyLock<Files> = LazyLock::new(fixture);
static SHIPPED: LazyLock<Files> = LazyLock::new(shipped);

/// What can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Overwrite(Index, Vec<u8>),
    Insert(Index, String),
    Cut(Index),
    Remove,
    Rename(String),
    Repeat(Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    // Pieces of TOML, so that what comes out is often still TOML of another shape.
    let toml = "[\\[\\]{}=.,\"'#\n a-z0-9*éß\u{0}/-]{0,12}";
    prop_oneof![
        (any::<Index>(), vec(any::<u8>(), 1..8))
            .prop_map(|(at, bytes)| Damage::Overwrite(at, bytes)),
        (any::<Index>(), toml).prop_map(|(at, text)| Damage::Insert(at, text)),
        any::<Index>().prop_map(Damage::Cut),
        Just(Damage::Remove),
        "[a-z/.-]{0,40}(\\.toml)?".prop_map(Damage::Rename),
        (any::<Index>(), 2..200_usize).prop_map(|(at, times)| Damage::Repeat(at, times)),
    ]
}

fn apply(files: &mut Files, which: &Index, damage: Damage) {
    if files.is_empty() {
        return;
    }
    let path = which.get(&files.keys().collect::<Vec<_>>()).to_string();
    let mut bytes = files.remove(&path).unwrap_or_default();
    match damage {
        Damage::Overwrite(at, new) => {
            let at = at.index(bytes.len() + 1);
            let end = (at + new.len()).min(bytes.len());
            bytes.splice(at..end, new);
        }
        Damage::Insert(at, text) => {
            let at = at.index(bytes.len() + 1);
            bytes.splice(at..at, text.into_bytes());
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len() + 1)),
        Damage::Remove => return,
        Damage::Rename(new) => {
            files.insert(new, bytes);
            return;
        }
        Damage::Repeat(at, times) => {
            let at = at.index(bytes.len() + 1);
            let piece = bytes[at..(at + 20).min(bytes.len())].repeat(times);
            bytes.splice(at..at, piece);
        }
    }
    files.insert(path, bytes);
}

/// Every problem can be shown on one line.
fn check(files: &Files) {
    for problem in load(files).err().unwrap_or_default() {
        let line = problem.to_string();
        assert!(
            !line.contains(['\n', '\r', '\0']) && !problem.message.is_empty(),
            "{line:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_fixture_is_no_panic(damages in vec((any::<Index>(), damage()), 1..6)) {
        let mut files = FIXTURE.clone();
        damages.into_iter().for_each(|(which, damage)| apply(&mut files, &which, damage));
        check(&files);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_shipped_folder_is_no_panic(damages in vec((any::<Index>(), damage()), 1..60)) {
        let mut files = SHIPPED.clone();
        damages.into_iter().for_each(|(which, damage)| apply(&mut files, &which, damage));
        check(&files);
    }
}

#[test]
fn deep_nesting_is_a_problem_and_no_overflow() {
    for text in [
        "a = ".to_owned() + &"[".repeat(100_000),
        "a = ".to_owned() + &"{a=".repeat(100_000),
        "a.".repeat(100_000) + "a = 1",
        "[a".to_owned() + &".a".repeat(100_000) + "]",
    ] {
        let mut files = FIXTURE.clone();
        files.insert("tags.toml".to_owned(), text.into_bytes());
        check(&files);
        assert!(load(&files).is_err());
    }
}
