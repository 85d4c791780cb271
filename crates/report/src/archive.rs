//! Files in one: a ZIP archive whose bytes depend on nothing but the files, and out of one.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The files, each with its path, as one archive.
///
/// # Errors
/// [`ZipError`] if two files have the same path, or the archive cannot be written.
pub fn pack<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<Vec<u8>, ZipError> {
    // No time of day: the bytes must not depend on when the archive is fetched.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Why an archive was not unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It is no archive, or a damaged one.
    #[error("not a ZIP archive, or a damaged one: {0}")]
    Damaged(String),
    /// It holds more than may be unpacked.
    #[error("holds more than {0} bytes")]
    TooLarge(u64),
}

/// The files of an archive by their paths, of at most `limit` bytes together. Sizes that the
/// archive states about itself are not believed.
///
/// # Errors
/// Why it was not unpacked.
pub fn unpack(bytes: &[u8], limit: u64) -> Result<BTreeMap<String, Vec<u8>>, UnpackError> {
    let damaged = |error: &dyn std::fmt::Display| UnpackError::Damaged(error.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut files = BTreeMap::new();
    let mut left = limit;
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(|error| damaged(&error))?;
        let (path, is_file) = (file.name().to_owned(), file.is_file());
        let mut content = Vec::new();
        file.take(left + 1)
            .read_to_end(&mut content)
            .map_err(|error| damaged(&error))?;
        left = left
            .checked_sub(content.len() as u64)
            .ok_or(UnpackError::TooLarge(limit))?;
        if is_file {
            files.insert(path, content);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        pack(files.iter().copied()).unwrap()
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let archive = packed(&[("a/b.json", b"{}"), ("c.csv", b"")]);
        let files = unpack(&archive, 2).unwrap();
        assert_eq!(files["a/b.json"], b"{}");
        assert_eq!(files["c.csv"], b"");
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn more_than_the_limit_is_not_unpacked() {
        let zeros = vec![0; 1 << 20];
        let bomb = packed(&[("a", &zeros), ("b", &zeros)]);
        assert!(bomb.len() < 10_000);
        assert!(matches!(
            unpack(&bomb, (2 << 20) - 1),
            Err(UnpackError::TooLarge(_))
        ));
        assert!(unpack(&bomb, 2 << 20).is_ok());
    }

    #[test]
    fn what_is_no_archive_is_told() {
        let archive = packed(&[("a", b"some text that is here")]);
        for bytes in [b"" as &[u8], b"PK", &archive[..archive.len() / 2]] {
            assert!(matches!(unpack(bytes, 100), Err(UnpackError::Damaged(_))));
        }
    }
}
