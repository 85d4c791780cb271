//! The catalogue that data portals read (DCAT-AP-SE): in the syntax that is asked for, or under an
//! address of each.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::day::Day;
use domain::organisation::OrganisationNumber;
use domain::text::Lang;
use report::open_data::catalogue::{
    self, Catalogue, Distribution, File, Listed, Publisher, Syntax,
};
use report::open_data::{self, CC0, Dataset, FileError, FileFormat};
use service::settings::Mode;
use service::waves::Published;

use super::absence::{Absence, NoCatalogue};
use super::answer::{Asked, Data};
use super::listed::Everything;
use super::{file_address, schema_address, unwritable};
use crate::context::Cx;
use crate::error::Failure;
use crate::negotiation::preferred;
use crate::routes::{Page, fill, path, route};

/// The address of the catalogue in one syntax.
pub(super) fn address(syntax: Syntax) -> String {
    let name = format!("dcat.{}", syntax.ending());
    fill(route(Page::CatalogueFile).within(Lang::Sv), &[&name])
}

pub(crate) async fn negotiated(cx: Cx, asked: Asked) -> Result<Response, Failure> {
    let offered = Syntax::ALL.map(|syntax| (syntax, syntax.media_type()));
    // Whoever wants none of them gets what the national portal reads, rather than nothing.
    let syntax = preferred(&asked.headers, &offered).unwrap_or(Syntax::RdfXml);
    let mut response = answer(&cx, &asked, syntax).await?;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    if let Ok(location) = HeaderValue::from_str(&address(syntax)) {
        headers.insert(header::CONTENT_LOCATION, location);
    }
    Ok(response)
}

pub(crate) async fn file(cx: Cx, asked: Asked) -> Result<Response, Failure> {
    let name = cx.segment("file");
    let ending = name.strip_prefix("dcat.").unwrap_or_default();
    let mut all = Syntax::ALL.into_iter();
    match all.find(|syntax| syntax.ending() == ending) {
        Some(syntax) => answer(&cx, &asked, syntax).await,
        None => Absence::NoFile.answer(&cx, &asked),
    }
}

async fn answer(cx: &Cx, asked: &Asked, syntax: Syntax) -> Result<Response, Failure> {
    let publisher = match publisher(cx) {
        Ok(publisher) => publisher,
        Err(why) => return Absence::NoCatalogue(why).answer(cx, asked),
    };
    let everything = Everything::of(cx).await?;
    let base = &cx.app().settings.base_url;
    let catalogue = Catalogue {
        address: format!("{base}{}", path(Page::Catalogue, Lang::Sv, &[])),
        homepage: format!("{base}{}", path(Page::OpenData, Lang::Sv, &[])),
        publisher,
        datasets: datasets(cx, &everything).map_err(unwritable)?,
    };
    let written = catalogue::write(&cx.app().texts, &catalogue, syntax);
    let data = Data {
        kind: match syntax {
            Syntax::RdfXml => "application/rdf+xml; charset=utf-8",
            Syntax::Turtle => "text/turtle; charset=utf-8",
            Syntax::JsonLd => syntax.media_type(),
        },
        name: format!("dcat.{}", syntax.ending()),
        licence: CC0,
        described_by: None,
        bytes: written.map_err(|error| {
            tracing::error!(%error, "the catalogue could not be written");
            Failure::Internal
        })?,
    };
    Ok(data.answer(asked))
}

/// Who answers for the catalogue, or why there is none.
pub(super) fn publisher(cx: &Cx) -> Result<Publisher<'_>, NoCatalogue> {
    let settings = &cx.app().settings;
    if settings.mode == Mode::Own {
        return Err(NoCatalogue::OwnInstallation);
    }
    let sender = settings.sender.as_ref().ok_or(NoCatalogue::NoSender)?;
    let number = OrganisationNumber::try_from(sender.organisation_number.as_str());
    Ok(Publisher {
        name: &sender.name,
        number: number.map_err(|_| NoCatalogue::NoNumber)?,
        kind: sender.kind.ok_or(NoCatalogue::NoKind)?,
        contact: &sender.contact,
        page: format!(
            "{}{}",
            settings.base_url,
            path(Page::Contact, Lang::Sv, &[])
        ),
    })
}

/// The datasets of which there is something to fetch.
fn datasets(cx: &Cx, everything: &Everything<'_>) -> Result<Vec<Listed>, FileError> {
    let mut datasets = Vec::new();
    for dataset in [Dataset::Comparison, Dataset::Panel] {
        datasets.extend(of_waves(cx, everything, dataset)?);
    }
    datasets.extend(of_editions(cx, everything)?);
    Ok(datasets)
}

fn of_waves(
    cx: &Cx,
    everything: &Everything<'_>,
    dataset: Dataset,
) -> Result<Option<Listed>, FileError> {
    let standing: Vec<&Published> = everything.standing().collect();
    let Some(from) = standing.iter().map(|wave| wave.date).min() else {
        return Ok(None);
    };
    let content = &cx.app().content;
    let file = |wave: &&Published, format: FileFormat| {
        let publication = &wave.publication;
        let bytes = match (dataset, format) {
            (_, FileFormat::Json) => open_data::document(publication)?,
            (Dataset::Panel, FileFormat::Csv) => open_data::panels(content, publication)?,
            (_, FileFormat::Csv) => open_data::figures(content, publication)?,
        };
        Ok(data_file(
            cx,
            dataset,
            &format!("{}.{}", wave.date, format.ending()),
            &bytes,
        ))
    };
    let distributions = dataset.formats().iter().map(|format| {
        let files = standing.iter().map(|wave| file(wave, *format));
        Ok(distribution(
            cx,
            dataset,
            *format,
            files.collect::<Result<_, FileError>>()?,
        ))
    });
    let published = everything.waves.iter().map(|wave| wave.published_at);
    let withdrawn = everything.waves.iter();
    let withdrawn = withdrawn.filter_map(|wave| Some(wave.withdrawn.as_ref()?.at));
    Ok(Some(Listed {
        synthetic: everything.is_synthetic(),
        issued: published.clone().min().and_then(day).unwrap_or(from),
        modified: published
            .chain(withdrawn)
            .max()
            .and_then(day)
            .unwrap_or(from),
        ..listed(
            cx,
            dataset,
            from,
            distributions.collect::<Result<_, FileError>>()?,
        )
    }))
}

fn of_editions(cx: &Cx, everything: &Everything<'_>) -> Result<Option<Listed>, FileError> {
    let dataset = Dataset::Questions;
    let editions = &everything.editions;
    let days = || {
        let published = editions.iter().map(|edition| edition.published.as_str());
        published.filter_map(|published| Day::try_from(published).ok())
    };
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return Ok(None);
    };
    let files = editions.iter().map(|edition| {
        let bytes = open_data::questions(&cx.app().content, edition)?;
        Ok(data_file(
            cx,
            dataset,
            &format!("{}.json", edition.id),
            &bytes,
        ))
    });
    let files = files.collect::<Result<_, FileError>>()?;
    let distributions = vec![distribution(cx, dataset, FileFormat::Json, files)];
    Ok(Some(Listed {
        modified: last,
        ..listed(cx, dataset, first, distributions)
    }))
}

/// A dataset without anything synthetic, that was issued on the day that it begins with.
fn listed(cx: &Cx, dataset: Dataset, from: Day, distributions: Vec<Distribution>) -> Listed {
    let page = path(Page::Dataset, Lang::Sv, &[dataset.code()]);
    Listed {
        dataset,
        synthetic: false,
        page: whole(cx, &page),
        from,
        issued: from,
        modified: from,
        distributions,
    }
}

fn distribution(cx: &Cx, dataset: Dataset, format: FileFormat, files: Vec<File>) -> Distribution {
    Distribution {
        format,
        schema: whole(cx, &schema_address(&dataset.schema(format))),
        files,
    }
}

fn data_file(cx: &Cx, dataset: Dataset, name: &str, bytes: &[u8]) -> File {
    File {
        address: whole(cx, &file_address(dataset, name)),
        bytes: bytes.len(),
    }
}

fn whole(cx: &Cx, path: &str) -> String {
    format!("{}{path}", cx.app().settings.base_url)
}

/// The day that a moment is on.
fn day(unix_ms: i64) -> Option<Day> {
    Day::try_from(l10n::iso_day(unix_ms)).ok()
}
