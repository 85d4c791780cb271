//! Content folders as the tests read them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder's files by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The small folder that the broken cases change.
pub(crate) fn fixture() -> Files {
    read(&here("tests/fixture"))
}

/// A small hub, to lay over it.
pub(crate) fn fixture_hub() -> Files {
    read(&here("tests/fixture-hub"))
}

/// The folder that is shipped.
pub(crate) fn shipped() -> Files {
    read(&here("../../content"))
}

/// A path from this crate's folder.
pub(crate) fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(root: &Path) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let within = path.strip_prefix(root).expect("the file is in the folder");
                let within = within
                    .to_str()
                    .expect("the name is UTF-8")
                    .replace('\\', "/");
                files.insert(within, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    files
}
