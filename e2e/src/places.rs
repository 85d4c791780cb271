//! Which addresses there are, from the route table and the content.

use domain::instrument::{Content, Edition};
use domain::text::Lang;
use report::open_data::Dataset;
use web::routes::{Door, Page, ROUTES, Route, fill, route};

use crate::rounds::Round;
use crate::waves;

/// A page to visit.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which page.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// Its address, without the origin.
    pub path: String,
}

/// How many of the pages that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Every goal, question and tip.
    All,
    /// One of each.
    One,
}

/// The content that the program was built with.
pub fn content() -> Content {
    service::content::load_embedded().expect("content without problems")
}

/// The edition that is current.
pub fn edition(content: &Content) -> &Edition {
    &content.editions[&content.current]
}

/// Whether a page is for people to read.
pub fn is_document(page: Page) -> bool {
    !matches!(
        page,
        Page::File
            | Page::ExportFile
            | Page::PlanFile
            | Page::OwnCalendar
            | Page::WaveReport
            | Page::DataFile
            | Page::DataSchema
            | Page::Catalogue
            | Page::CatalogueFile
            | Page::FormFile
            | Page::FormLoad
            | Page::HubText
            | Page::WorkshopEvents
            | Page::PhoneEvents
            | Page::Live
            | Page::Ready
            | Page::Asset
            | Page::Robots
    )
}

/// The address of a page outside rounds.
pub fn public(page: Page, lang: Lang, segments: &[&str]) -> String {
    web::routes::path(page, lang, segments)
}

/// The pages outside rounds, those of the published wave included.
pub fn public_places(edition: &Edition, lang: Lang, how: How) -> Vec<Place> {
    ROUTES
        .iter()
        .filter(|route| route.place == web::routes::Place::Open && is_document(route.page))
        .flat_map(|route| places(route, lang, Door::None, None, edition, how))
        .collect()
}

/// The pages of a round, through one of its doors.
pub fn round_places(
    edition: &Edition,
    round: &Round,
    door: Door,
    lang: Lang,
    how: How,
) -> Vec<Place> {
    ROUTES
        .iter()
        .filter(|route| route.doors().contains(&door))
        .filter(|route| is_document(route.page))
        .flat_map(|route| places(route, lang, door, Some(round), edition, how))
        .collect()
}

fn places(
    route: &Route,
    lang: Lang,
    door: Door,
    round: Option<&Round>,
    edition: &Edition,
    how: How,
) -> Vec<Place> {
    let pattern = route.pattern(lang, door).replace("{date}", waves::DATE);
    let key = round.map(|round| round.key(door));
    let quick_only = round.is_some_and(|round| round.state.is_quick());
    let asked = edition
        .places()
        .filter(|(place, _)| place.mapped.quick || !quick_only);
    let segments: Vec<&str> = if pattern.contains("{question}") {
        asked.map(|(_, question)| question.id.as_str()).collect()
    } else if pattern.contains("{goal}") {
        edition.goals.iter().map(|goal| goal.id.as_str()).collect()
    } else if pattern.contains("{card}") {
        edition.cards.keys().map(String::as_str).collect()
    } else if pattern.contains("{entry}") {
        Vec::from(["ett-enda-anbud"])
    } else if pattern.contains("{tag}") {
        Vec::from(["konkurrens"])
    } else if pattern.contains("{dataset}") {
        Dataset::ALL.iter().map(|dataset| dataset.code()).collect()
    } else {
        Vec::new()
    };
    let named = pattern.matches('{').count() - usize::from(pattern.contains("{key}"));
    assert!(
        named == usize::from(!segments.is_empty()),
        "{pattern} has a place that nobody knows how to fill"
    );
    let address = |segment: Option<&str>| Place {
        page: route.page,
        lang,
        path: fill(
            &pattern,
            &key.into_iter().chain(segment).collect::<Vec<_>>(),
        ),
    };
    match (segments.as_slice(), how) {
        ([], _) => vec![address(None)],
        (segments, How::All) => segments.iter().map(|one| address(Some(one))).collect(),
        ([first, ..], How::One) => vec![address(Some(first))],
    }
}

/// A page whose pattern has the named places of these pairs, and goals and questions, of which the
/// first is visited.
pub fn named(
    edition: &Edition,
    route: &Route,
    door: Door,
    lang: Lang,
    names: &[(&str, &str)],
) -> Place {
    let pattern = route.pattern(lang, door);
    let (place, question) = edition.places().next().expect("a question");
    let value = |name: &str| -> String {
        let known = names.iter().find(|(known, _)| *known == name);
        match (known, name) {
            (Some((_, value)), _) => (*value).to_owned(),
            (None, "goal") => place.goal.id.clone(),
            (None, "question") => question.id.clone(),
            _ => panic!("{pattern} has a place that nobody knows how to fill: {name}"),
        }
    };
    let values: Vec<String> = pattern
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| value(name))
        .collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    Place {
        page: route.page,
        lang,
        path: fill(&pattern, &values),
    }
}

/// The address of a page of a round, through one of its doors.
pub fn within(page: Page, lang: Lang, door: Door, key: &str, segments: &[&str]) -> String {
    let pattern = route(page).pattern(lang, door);
    let all: Vec<&str> = [key].into_iter().chain(segments.iter().copied()).collect();
    fill(&pattern, &all)
}
