//! Every JSON schema there is: of the content files, and of the documents that are written.

use serde_json::Value;

use crate::comparison::{Publication, Release};
use crate::instrument::export::Export;
use crate::instrument::schema::{FileKind, of_document};

/// A document that is written for others to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// An edition of the questions.
    Export,
    /// The public part of a release.
    Comparison,
    /// A release, whole.
    Release,
}

impl Document {
    /// All, in the order they are documented.
    pub const ALL: [Document; 3] = [Document::Export, Document::Comparison, Document::Release];

    /// The document's name in the names of schema files.
    pub fn code(self) -> &'static str {
        match self {
            Document::Export => "export",
            Document::Comparison => "publication",
            Document::Release => "release",
        }
    }

    /// The JSON schema (2020-12) of such documents.
    pub fn schema(self) -> Value {
        match self {
            Document::Export => of_document::<Export<'_>>(),
            Document::Comparison => of_document::<Publication>(),
            Document::Release => of_document::<Release>(),
        }
    }
}

/// All schemas with the names of their files, for example `question.schema.json`.
pub fn schemas() -> Vec<(String, Value)> {
    let files = FileKind::ALL
        .into_iter()
        .map(|kind| (kind.code(), kind.schema()));
    let documents = Document::ALL
        .into_iter()
        .map(|document| (document.code(), document.schema()));
    files
        .chain(documents)
        .map(|(name, schema)| (format!("{name}.schema.json"), schema))
        .collect()
}
