//! What the files of a dataset have in common, for machines.

use axum::response::Response;
use domain::schema::Document;
use report::open_data::{CC0, Dataset, FileFormat, table_schema};

use super::absence::Absence;
use super::answer::{Asked, Data};
use super::unwritable;
use crate::context::Cx;
use crate::error::Failure;

pub(crate) async fn get(cx: Cx, asked: Asked) -> Result<Response, Failure> {
    let name = cx.segment("file");
    let of_formats = |dataset: Dataset| {
        let formats = dataset.formats().iter();
        formats.map(move |format| (dataset, *format))
    };
    let mut schemas = Dataset::ALL.into_iter().flat_map(of_formats);
    let Some((dataset, format)) = schemas.find(|(dataset, format)| dataset.schema(*format) == name)
    else {
        return Absence::NoFile.answer(&cx, &asked);
    };
    let (kind, bytes) = match format {
        FileFormat::Csv => (
            "application/csvm+json",
            table_schema(&cx.app().texts, dataset).map_err(unwritable)?,
        ),
        FileFormat::Json => {
            let document = match dataset {
                Dataset::Questions => Document::Export,
                Dataset::Comparison | Dataset::Panel => Document::Comparison,
            };
            let schema = serde_json::to_vec_pretty(&document.schema());
            (
                "application/schema+json",
                schema.map_err(|error| unwritable(error.into()))?,
            )
        }
    };
    let data = Data {
        kind,
        name: name.to_owned(),
        licence: CC0,
        described_by: None,
        bytes,
    };
    Ok(data.answer(&asked))
}
