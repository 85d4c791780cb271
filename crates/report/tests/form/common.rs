//! The shipped questions, and Excel files taken apart and put together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use domain::instrument::check::{is_ignored, load};
use domain::instrument::{Content, Edition};
use domain::text::Lang;
use l10n::Catalogue;
use report::form::{self, FilledForm, Form, ReadError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The most characters of a comment in these tests.
pub(crate) const LIMIT: usize = 200;

pub(crate) static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    load(&files).expect("the shipped content has no problems")
});

pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

pub(crate) static ALL: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| edition().questions.keys().cloned().collect());

fn collect(root: &Path, folder: &PathBuf, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
            continue;
        }
        let within = path.strip_prefix(root).expect("within the folder");
        let within = within.to_str().expect("UTF-8").replace('\\', "/");
        if !is_ignored(&within) {
            files.insert(within, fs::read(&path).expect("the file can be read"));
        }
    }
}

pub(crate) fn edition() -> &'static Edition {
    &CONTENT.editions[&CONTENT.current]
}

/// The form with every question, for a kind of organisation that is not known.
pub(crate) fn form(lang: Lang) -> Form<'static> {
    Form {
        content: &CONTENT,
        edition: edition(),
        asked: &ALL,
        kind: None,
        lang,
    }
}

pub(crate) fn excel(form: &Form<'_>, filled: &FilledForm) -> Vec<u8> {
    form::excel(form, CATALOGUE.get(form.lang), filled).expect("the form can be written")
}

pub(crate) fn read(form: &Form<'_>, bytes: &[u8]) -> Result<FilledForm, ReadError> {
    form::read(form, &CATALOGUE, bytes, LIMIT)
}

/// The parts of a zip archive by their paths.
pub(crate) fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("a part is text");
            (part.name().to_owned(), text)
        })
        .collect()
}

pub(crate) fn packed(parts: &BTreeMap<String, String>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        zip.start_file(path, SimpleFileOptions::default())
            .expect("a part begins");
        zip.write_all(text.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("the archive is whole").into_inner()
}
