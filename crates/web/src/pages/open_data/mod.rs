//! Open data: the pages about it, the files, and the catalogue. All of it is made of what
//! `service::waves` gives as published, and of the content.

mod absence;
mod answer;
pub(crate) mod catalogue;
pub(crate) mod dataset;
pub(crate) mod file;
pub(crate) mod index;
mod listed;
pub(crate) mod schema;

use report::open_data::{Dataset, FileError};

use crate::error::Failure;
use crate::routes::{Page, fill, route};
use domain::text::Lang;

fn unwritable(error: FileError) -> Failure {
    tracing::error!(%error, "a file of open data could not be written");
    Failure::Internal
}

/// The address of a file, which has no language.
pub(crate) fn file_address(dataset: Dataset, name: &str) -> String {
    let pattern = route(Page::DataFile).within(Lang::Sv);
    fill(pattern, &[dataset.code(), name])
}

/// The address of a schema, which has no language.
fn schema_address(name: &str) -> String {
    fill(route(Page::DataSchema).within(Lang::Sv), &[name])
}
