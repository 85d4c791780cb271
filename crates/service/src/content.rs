//! Where the content comes from: the folder that was built into the program, or one on disk.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use domain::instrument::Content;
use domain::instrument::check::{self, Problem};
use rust_embed::RustEmbed;

/// No file of a content folder is larger than this many bytes.
pub const LARGEST_FILE: u64 = 1_000_000;

#[derive(RustEmbed)]
#[folder = "../../content"]
struct Embedded;

/// Why there is no content.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// The folder is not there.
    #[error("{}: there is no such folder; give the path of a content folder", .0.display())]
    Missing(PathBuf),
    /// The path is not a folder's.
    #[error("{}: is not a folder; give the path of a content folder", .0.display())]
    NotAFolder(PathBuf),
    /// A file or folder cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A link that does not lead to a file in the folder.
    #[error("{}: links to something other than a file in the folder; put the file itself there", .0.display())]
    Link(PathBuf),
    /// Something that is neither file, folder nor link, or whose name is not UTF-8.
    #[error("{}: is no file that content can be read from; remove it", .0.display())]
    Unusable(PathBuf),
    /// A file over [`LARGEST_FILE`].
    #[error("{}: is larger than {LARGEST_FILE} bytes; a content file is a few thousand", .0.display())]
    TooLarge(PathBuf),
    /// The folder can be read and is not right. One problem a line.
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
}

/// The content that was built into the program.
///
/// # Errors
/// [`ContentError::Problems`], if the program was built on content with problems.
pub fn load_embedded() -> Result<Content, ContentError> {
    let files = Embedded::iter().filter_map(|path| {
        let file = Embedded::get(&path)?;
        Some((path.into_owned(), file.data.into_owned()))
    });
    checked(files.collect())
}

/// The content of a folder on disk.
///
/// # Errors
/// What keeps the folder from being read, with the path; or all problems in it.
pub fn load_dir(folder: &Path) -> Result<Content, ContentError> {
    let root = fs::canonicalize(folder).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => ContentError::Missing(folder.to_owned()),
        _ => unreadable(folder, source),
    })?;
    if !root.is_dir() {
        return Err(ContentError::NotAFolder(folder.to_owned()));
    }
    let mut files = BTreeMap::new();
    read_folder(&root, folder, "", &mut files)?;
    checked(files)
}

/// The register of organisations that was built into the program, a CSV file.
pub(crate) fn shipped_register() -> Cow<'static, [u8]> {
    Embedded::get("register/sweden.csv")
        .map(|file| file.data)
        .unwrap_or_default()
}

fn checked(files: BTreeMap<String, Vec<u8>>) -> Result<Content, ContentError> {
    check::load(&files).map_err(ContentError::Problems)
}

/// Reads what lies in `folder`, whose path within `root` is `prefix`, into `files`.
fn read_folder(
    root: &Path,
    folder: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ContentError> {
    for entry in fs::read_dir(folder).map_err(|source| unreadable(folder, source))? {
        let entry = entry.map_err(|source| unreadable(folder, source))?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name
            .to_str()
            .ok_or_else(|| ContentError::Unusable(path.clone()))?;
        let within = format!("{prefix}{name}");
        if check::is_ignored(&within) {
            continue;
        }
        let kind = entry
            .file_type()
            .map_err(|source| unreadable(&path, source))?;
        if kind.is_dir() {
            read_folder(root, &path, &format!("{within}/"), files)?;
        } else if kind.is_symlink() && !leads_to_file_within(root, &path) {
            return Err(ContentError::Link(path));
        } else if kind.is_file() || kind.is_symlink() {
            files.insert(within, read_file(&path)?);
        } else {
            return Err(ContentError::Unusable(path));
        }
    }
    Ok(())
}

fn leads_to_file_within(root: &Path, link: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.starts_with(root) && target.is_file())
}

fn read_file(path: &Path) -> Result<Vec<u8>, ContentError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(|source| unreadable(path, source))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ContentError::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, source: io::Error) -> ContentError {
    ContentError::Unreadable {
        path: path.to_owned(),
        source,
    }
}
