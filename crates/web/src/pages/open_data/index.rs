//! Open data: which there is, on what terms, how it is updated, cited and found by data portals.

use askama::Template;
use axum::response::Response;
use report::open_data::Dataset;
use report::open_data::catalogue::Syntax;
use service::settings::Mode;

use super::absence::NoCatalogue;
use super::catalogue;
use super::listed::Everything;
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "open_data/index.html")]
struct OpenDataPage<'a> {
    layout: Layout<'a>,
    /// Whether the installation belongs to one organisation.
    own: bool,
    /// Whether any comparison is synthetic.
    synthetic: bool,
    datasets: Vec<Entry>,
    cite: Option<String>,
    catalogue: String,
    /// The catalogue's addresses, or why there is none.
    syntaxes: Result<Vec<SyntaxLink>, NoCatalogue>,
}

struct Entry {
    address: String,
    title: String,
    about: String,
    /// What the latest is: a date or an edition; `None` if there is nothing yet.
    latest: Option<String>,
    formats: String,
    licence: &'static str,
}

struct SyntaxLink {
    address: String,
    name: &'static str,
}

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let everything = Everything::of(&cx).await?;
    let t = cx.texts();
    let sender = cx.app().settings.sender.as_ref();
    let datasets = Dataset::ALL.into_iter().map(|dataset| Entry {
        address: cx.path(Page::Dataset, &[dataset.code()]),
        title: dataset.title(t),
        about: dataset.about(t),
        latest: latest(&cx, &everything, dataset),
        formats: formats(dataset),
        licence: licence(dataset),
    });
    let link = |syntax: Syntax| SyntaxLink {
        address: catalogue::address(syntax),
        name: match syntax {
            Syntax::RdfXml => "RDF/XML",
            Syntax::Turtle => "Turtle",
            Syntax::JsonLd => "JSON-LD",
        },
    };
    page(&OpenDataPage {
        own: cx.app().settings.mode == Mode::Own,
        synthetic: everything.is_synthetic(),
        datasets: datasets.collect(),
        cite: sender.map(|sender| cite(&cx, &everything, sender.name.as_str())),
        catalogue: format!(
            "{}{}",
            cx.app().settings.base_url,
            cx.path(Page::Catalogue, &[])
        ),
        syntaxes: catalogue::publisher(&cx).map(|_| Syntax::ALL.map(link).into()),
        layout: Layout::of(&cx),
    })
}

fn latest(cx: &Cx, everything: &Everything<'_>, dataset: Dataset) -> Option<String> {
    let t = cx.texts();
    match dataset {
        Dataset::Comparison | Dataset::Panel => {
            let wave = everything.standing().next()?;
            let date = l10n::day(&wave.date.to_string(), cx.lang());
            Some(t.open_data_of_date(date))
        }
        Dataset::Questions => {
            let edition = everything.editions.first()?;
            let published = l10n::day(&edition.published, cx.lang());
            Some(t.method_versions_edition_is(&edition.id, published))
        }
    }
}

/// The formats by name, "CSV, JSON".
fn formats(dataset: Dataset) -> String {
    let names: Vec<&str> = dataset
        .formats()
        .iter()
        .map(|format| format.name())
        .collect();
    names.join(", ")
}

/// The licence by name.
pub(super) fn licence(dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::Comparison | Dataset::Panel => "CC0 1.0",
        Dataset::Questions => "CC BY 4.0",
    }
}

/// How the latest comparison is cited.
fn cite(cx: &Cx, everything: &Everything<'_>, sender: &str) -> String {
    let dataset = match everything.standing().next() {
        Some(_) => Dataset::Comparison,
        None => Dataset::Questions,
    };
    citation(cx, everything, dataset, sender)
}

/// How a dataset is cited: who, what, which, where.
pub(super) fn citation(
    cx: &Cx,
    everything: &Everything<'_>,
    dataset: Dataset,
    sender: &str,
) -> String {
    let t = cx.texts();
    let address = format!(
        "{}{}",
        cx.app().settings.base_url,
        cx.path(Page::Dataset, &[dataset.code()])
    );
    let which = latest(cx, everything, dataset);
    t.open_data_citation(sender, dataset.title(t), which.unwrap_or_default(), address)
}
