//! Open data: the public part of a release as files that anyone may fetch, what their columns mean,
//! and the catalogue that data portals read.
//!
//! Everything here is made of a [`Publication`](domain::comparison::Publication) and the content;
//! nothing else is published.

pub mod catalogue;
mod columns;
mod figures;
mod metadata;
mod panel;

use domain::comparison::Publication;
use domain::instrument::{Content, Edition, export::export};
use domain::text::Lang;
use l10n::{Catalogue as Texts, Texts as TextsOf};

pub use columns::{Column, Datatype};
pub use metadata::{metadata, table_schema};

/// The licence of what is published of a comparison, and of the catalogue.
pub const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";
/// The licence of the questions.
pub const CC_BY: &str = "http://creativecommons.org/licenses/by/4.0/";

/// What is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dataset {
    /// The figures of each wave.
    Comparison,
    /// The matched panels of each wave.
    Panel,
    /// The question sets.
    Questions,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma between, RFC 4180, UTF-8.
    Csv,
    /// JSON.
    Json,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// A table.
    #[error("a table could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// The end of a table.
    #[error("a table could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A document.
    #[error("a document could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl Dataset {
    /// All, in the order they are shown.
    pub const ALL: [Dataset; 3] = [Dataset::Comparison, Dataset::Panel, Dataset::Questions];

    /// The dataset's name in addresses, in both languages.
    pub fn code(self) -> &'static str {
        match self {
            Dataset::Comparison => "jamforelse",
            Dataset::Panel => "panel",
            Dataset::Questions => "fragor",
        }
    }

    /// The dataset of a name.
    pub fn of_code(code: &str) -> Option<Dataset> {
        Dataset::ALL
            .into_iter()
            .find(|dataset| dataset.code() == code)
    }

    /// The ways it can be had.
    pub fn formats(self) -> &'static [FileFormat] {
        match self {
            Dataset::Comparison => &[FileFormat::Csv, FileFormat::Json],
            Dataset::Panel => &[FileFormat::Csv],
            Dataset::Questions => &[FileFormat::Json],
        }
    }

    /// The columns of its tables.
    pub fn columns(self) -> Vec<Column> {
        match self {
            Dataset::Comparison => figures::columns(),
            Dataset::Panel => panel::columns(),
            Dataset::Questions => Vec::new(),
        }
    }

    /// The columns that together tell one row from all others.
    pub(crate) fn key(self) -> &'static [&'static str] {
        match self {
            Dataset::Comparison => &["date", "group", "kind", "id"],
            Dataset::Panel => &["date", "group", "id"],
            Dataset::Questions => &[],
        }
    }

    /// The licence, as the national catalogue spells its address.
    pub fn licence(self) -> &'static str {
        match self {
            Dataset::Comparison | Dataset::Panel => CC0,
            Dataset::Questions => CC_BY,
        }
    }

    /// What it is called.
    pub fn title(self, t: &TextsOf) -> String {
        match self {
            Dataset::Comparison => t.open_data_comparison_title(),
            Dataset::Panel => t.open_data_panel_title(),
            Dataset::Questions => t.open_data_questions_title(),
        }
    }

    /// What it holds.
    pub fn about(self, t: &TextsOf) -> String {
        match self {
            Dataset::Comparison => t.open_data_comparison_about(),
            Dataset::Panel => t.open_data_panel_about(),
            Dataset::Questions => t.open_data_questions_about(),
        }
    }

    /// What it is called, with the mark of synthetic data where there is any.
    fn title_marked(self, synthetic: bool, t: &TextsOf) -> String {
        match synthetic {
            true => t.open_data_synthetic_title(self.title(t)),
            false => self.title(t),
        }
    }

    /// What it holds, with the mark of synthetic data where there is any.
    fn about_marked(self, synthetic: bool, t: &TextsOf) -> String {
        match synthetic {
            true => t.open_data_synthetic_about(self.about(t)),
            false => self.about(t),
        }
    }

    /// What files of a format are like.
    pub fn about_files(self, format: FileFormat, t: &TextsOf) -> String {
        match (self, format) {
            (_, FileFormat::Csv) => t.open_data_file_csv(),
            (Dataset::Questions, FileFormat::Json) => t.open_data_file_questions(),
            (_, FileFormat::Json) => t.open_data_file_json(),
        }
    }

    /// The name of the schema that files of a format conform to.
    pub fn schema(self, format: FileFormat) -> String {
        match format {
            FileFormat::Csv => format!("{}.table.json", self.code()),
            FileFormat::Json => format!("{}.schema.json", self.code()),
        }
    }

    fn keywords(self, t: &TextsOf) -> String {
        match self {
            Dataset::Comparison => t.open_data_keywords_comparison(),
            Dataset::Panel => t.open_data_keywords_panel(),
            Dataset::Questions => t.open_data_keywords_questions(),
        }
    }
}

impl FileFormat {
    /// What names of such files end with.
    pub fn ending(self) -> &'static str {
        match self {
            FileFormat::Csv => "csv",
            FileFormat::Json => "json",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            FileFormat::Csv => "CSV",
            FileFormat::Json => "JSON",
        }
    }

    /// The media type, as the national catalogue lists it.
    pub fn media_type(self) -> &'static str {
        match self {
            FileFormat::Csv => "text/csv",
            FileFormat::Json => "application/json",
        }
    }
}

/// The figures of a wave as a table: one row for each group and goal or question that has a figure.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn figures(content: &Content, publication: &Publication) -> Result<Vec<u8>, FileError> {
    figures::table(content, publication)
}

/// The matched panels of a wave as a table: one row for each group and goal that has figures.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn panels(content: &Content, publication: &Publication) -> Result<Vec<u8>, FileError> {
    panel::table(content, publication)
}

/// The public part of a release: canonical JSON (RFC 8785), the same bytes wherever it is written.
///
/// # Errors
/// Never in practice: every part has a JSON form.
pub fn document(publication: &Publication) -> Result<Vec<u8>, FileError> {
    Ok(publication.to_json()?.into_bytes())
}

/// An edition of the questions, as `strategikollen content export` prints it.
///
/// # Errors
/// Never in practice: every part has a JSON form.
pub fn questions(content: &Content, edition: &Edition) -> Result<Vec<u8>, FileError> {
    let mut document = serde_json::to_vec_pretty(&export(content, edition))?;
    document.push(b'\n');
    Ok(document)
}

/// The same message in both languages.
fn both(texts: &Texts, message: impl Fn(&TextsOf) -> String) -> [(Lang, String); 2] {
    Lang::ALL.map(|lang| (lang, message(texts.get(lang))))
}
