//! One dataset: its files, what its columns mean, and how it is cited.

use askama::Template;
use axum::response::Response;
use report::open_data::{Column, Dataset, Datatype, FileFormat};
use service::settings::Mode;
use service::waves::Published;

use super::file::DESCRIPTION;
use super::index::{citation, licence};
use super::listed::Everything;
use super::{file_address, schema_address};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "open_data/dataset.html")]
struct DatasetPage<'a> {
    layout: Layout<'a>,
    home: String,
    title: String,
    about: String,
    /// Whether the installation belongs to one organisation, and so compares none.
    own: bool,
    /// Whether anything is synthetic.
    synthetic: bool,
    waves: bool,
    files: Vec<Row>,
    formats: Vec<Format>,
    columns: Vec<ColumnRow>,
    licence: &'static str,
    licence_address: &'static str,
    cite: Option<String>,
}

/// A wave or an edition.
struct Row {
    /// Which.
    name: String,
    published: String,
    files: Vec<FileLink>,
    /// That it was withdrawn, when and why.
    withdrawn: Option<String>,
}

struct FileLink {
    address: String,
    text: String,
    /// For who hears it without the row.
    of: String,
}

/// What files of a format are like, and where that is told to machines.
struct Format {
    name: &'static str,
    about: String,
    schema: String,
}

struct ColumnRow {
    name: &'static str,
    datatype: String,
    about: String,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let dataset = Dataset::of_code(cx.segment("dataset")).ok_or(Failure::NotFound)?;
    let everything = Everything::of(&cx).await?;
    let t = cx.texts();
    let waves = dataset != Dataset::Questions;
    let sender = cx.app().settings.sender.as_ref();
    let files = match waves {
        true => everything
            .waves
            .iter()
            .map(|wave| of_wave(&cx, dataset, wave))
            .collect(),
        false => of_editions(&cx, &everything),
    };
    page(&DatasetPage {
        home: cx.path(Page::OpenData, &[]),
        title: dataset.title(t),
        about: dataset.about(t),
        own: waves && cx.app().settings.mode == Mode::Own,
        synthetic: waves && everything.is_synthetic(),
        waves,
        formats: dataset
            .formats()
            .iter()
            .map(|format| Format {
                name: format.name(),
                about: dataset.about_files(*format, t),
                schema: schema_address(&dataset.schema(*format)),
            })
            .collect(),
        columns: dataset
            .columns()
            .iter()
            .map(|column| column_row(&cx, column))
            .collect(),
        licence: licence(dataset),
        licence_address: dataset.licence(),
        cite: sender
            .filter(|_| !files.is_empty())
            .map(|sender| citation(&cx, &everything, dataset, &sender.name)),
        files,
        layout: Layout::of(&cx).about(format!("page:{:?}", Page::OpenData)),
    })
}

fn of_wave(cx: &Cx, dataset: Dataset, wave: &Published) -> Row {
    let t = cx.texts();
    let name = l10n::day(&wave.date.to_string(), cx.lang());
    let link = |ending: &str, text: String| FileLink {
        address: file_address(dataset, &format!("{}.{ending}", wave.date)),
        text,
        of: name.clone(),
    };
    let mut files = Vec::new();
    if wave.withdrawn.is_none() {
        for format in dataset.formats() {
            files.push(link(format.ending(), format.name().to_owned()));
            if *format == FileFormat::Csv {
                let ending = format!("{}{DESCRIPTION}", format.ending());
                files.push(link(&ending, t.open_data_description()));
            }
        }
    }
    Row {
        published: l10n::date(wave.published_at, cx.lang()),
        files,
        withdrawn: wave
            .withdrawn
            .as_ref()
            .map(|note| t.open_data_withdrawn(l10n::date(note.at, cx.lang()), note.note.as_str())),
        name,
    }
}

fn of_editions(cx: &Cx, everything: &Everything<'_>) -> Vec<Row> {
    let editions = everything.editions.iter();
    editions
        .map(|edition| Row {
            name: edition.id.clone(),
            published: l10n::day(&edition.published, cx.lang()),
            files: vec![FileLink {
                address: file_address(Dataset::Questions, &format!("{}.json", edition.id)),
                text: FileFormat::Json.name().to_owned(),
                of: edition.id.clone(),
            }],
            withdrawn: None,
        })
        .collect()
}

fn column_row(cx: &Cx, column: &Column) -> ColumnRow {
    let t = cx.texts();
    ColumnRow {
        name: column.name,
        datatype: match column.datatype {
            Datatype::Date => t.open_data_type_date(),
            Datatype::Text => t.open_data_type_text(),
            Datatype::Count => t.open_data_type_count(),
            Datatype::Level => t.open_data_type_level(),
            Datatype::YesNo => t.open_data_type_yes_no(),
        },
        about: column.about(t),
    }
}
