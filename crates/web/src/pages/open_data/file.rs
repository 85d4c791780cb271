//! The files of the datasets.

use axum::response::Response;
use domain::day::Day;
use report::open_data::{self, Dataset, FileFormat};
use service::waves;

use super::absence::Absence;
use super::answer::{Asked, Data};
use super::{file_address, schema_address, unwritable};
use crate::context::Cx;
use crate::error::Failure;

/// What is wanted of a wave.
#[derive(Clone, Copy)]
enum Wanted {
    /// The table or the document.
    Data(FileFormat),
    /// What the table holds.
    Description,
}

/// What the description of a table is called, after the table's own name.
pub(super) const DESCRIPTION: &str = "-metadata.json";

pub(crate) async fn get(cx: Cx, asked: Asked) -> Result<Response, Failure> {
    let dataset = Dataset::of_code(cx.segment("dataset"));
    let name = cx.segment("file");
    match dataset {
        Some(Dataset::Questions) => questions(&cx, name, &asked),
        Some(dataset) => match wanted(dataset, name) {
            Some((date, wanted)) => of_wave(&cx, dataset, date, wanted, &asked).await,
            None => Absence::NoFile.answer(&cx, &asked),
        },
        None => Absence::NoFile.answer(&cx, &asked),
    }
}

/// Which wave a name is of, and what of it.
fn wanted(dataset: Dataset, name: &str) -> Option<(Day, Wanted)> {
    let (table, wanted) = match name.strip_suffix(DESCRIPTION) {
        Some(table) => (table, Some(Wanted::Description)),
        None => (name, None),
    };
    let (date, ending) = table.split_once('.')?;
    let mut formats = dataset.formats().iter();
    let format = *formats.find(|format| format.ending() == ending)?;
    let wanted = match (wanted, format) {
        (None, format) => Wanted::Data(format),
        (Some(description), FileFormat::Csv) => description,
        (Some(_), FileFormat::Json) => return None,
    };
    Some((Day::try_from(date).ok()?, wanted))
}

async fn of_wave(
    cx: &Cx,
    dataset: Dataset,
    date: Day,
    wanted: Wanted,
    asked: &Asked,
) -> Result<Response, Failure> {
    let app = cx.app();
    let Some(wave) = waves::of_date(app, date).await? else {
        return Absence::NoFile.answer(cx, asked);
    };
    if let Some(note) = &wave.withdrawn {
        return Absence::Withdrawn(note).answer(cx, asked);
    }
    let publication = &wave.publication;
    let table = format!("{date}.csv");
    let (kind, ending, described_by, bytes) = match wanted {
        Wanted::Data(FileFormat::Csv) => (
            "text/csv; charset=utf-8; header=present",
            "csv",
            Some(file_address(dataset, &format!("{table}{DESCRIPTION}"))),
            match dataset {
                Dataset::Panel => open_data::panels(&app.content, publication),
                _ => open_data::figures(&app.content, publication),
            },
        ),
        Wanted::Data(FileFormat::Json) => (
            FileFormat::Json.media_type(),
            "json",
            Some(schema_address(&dataset.schema(FileFormat::Json))),
            open_data::document(publication),
        ),
        Wanted::Description => {
            let sender = app.settings.sender.as_ref();
            let publisher = sender.map(|sender| sender.name.as_str());
            (
                "application/csvm+json",
                "csv-metadata.json",
                None,
                open_data::metadata(&app.texts, dataset, publication, &table, publisher),
            )
        }
    };
    let data = Data {
        kind,
        name: format!("{}-{date}.{ending}", dataset.code()),
        licence: dataset.licence(),
        described_by,
        bytes: bytes.map_err(unwritable)?,
    };
    Ok(data.answer(asked))
}

fn questions(cx: &Cx, name: &str, asked: &Asked) -> Result<Response, Failure> {
    let content = &cx.app().content;
    let edition = name
        .strip_suffix(".json")
        .and_then(|id| content.editions.get(id));
    let Some(edition) = edition else {
        return Absence::NoFile.answer(cx, asked);
    };
    let dataset = Dataset::Questions;
    let data = Data {
        kind: FileFormat::Json.media_type(),
        name: format!("{}-{}.json", dataset.code(), edition.id),
        licence: dataset.licence(),
        described_by: Some(schema_address(&dataset.schema(FileFormat::Json))),
        bytes: open_data::questions(content, edition).map_err(unwritable)?,
    };
    Ok(data.answer(asked))
}
