//! The rules for comparison on populations drawn by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::instrument::Content;

/// The content that is shipped.
pub(super) fn content() -> Content {
    fn read(folder: &Path, within: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{within}{}", entry.file_name().into_string().unwrap());
            match entry.file_type().unwrap().is_dir() {
                true => read(&entry.path(), &format!("{name}/"), files),
                false => {
                    files.insert(name, fs::read(entry.path()).unwrap());
                }
            }
        }
    }
    let mut files = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    read(&folder, "", &mut files);
    crate::instrument::check::load(&files).unwrap()
}
