//! Reads a content folder strictly and reports every problem in it.
//!
//! The order of the rooms is the order of the work: [`place`] says what a path is, [`read`] turns
//! bytes into values, [`shape`] holds them against the schemas; [`references`], [`limits`],
//! [`wording`], [`mapping`], [`cards`], [`previous`] and [`hub`] each check one thing across what was
//! read; [`build`] makes [`Content`] of a folder without problems. A file with a mistake in it is still read as
//! far as it goes, so that one mistake is reported once and not again by all that refers to it.

mod build;
mod cards;
mod folder;
mod hub;
mod limits;
mod mapping;
mod place;
mod previous;
mod problem;
mod read;
mod references;
mod shape;
mod value;
mod wording;

use std::collections::BTreeMap;

use self::folder::Folder;
use self::problem::Report;
use self::shape::Shapes;
use super::model::Content;

pub use self::place::is_ignored;
pub use self::problem::{Problem, ProblemKind};

/// Reads a content folder: its files by their paths within it, with `/`.
///
/// # Errors
/// All problems in the folder, by file and field.
pub fn load(files: &BTreeMap<String, Vec<u8>>) -> Result<Content, Vec<Problem>> {
    let mut report = Report::default();
    let folder = Folder::read(files, &mut report);
    let shapes = Shapes::new();
    for file in folder.files().filter(|file| file.whole) {
        shapes.check(file, &mut report);
        limits::check(file, &mut report);
    }
    references::check(&folder, &mut report);
    wording::check(&folder, &mut report);
    for edition in folder.editions() {
        mapping::check(&folder, &edition, &mut report);
        cards::check(&edition, &mut report);
        previous::check(&folder, &edition, &mut report);
    }
    hub::check(&folder, &mut report);
    let content = report
        .is_empty()
        .then(|| build::content(&folder, &mut report))
        .flatten();
    content.ok_or_else(|| report.into_problems())
}
