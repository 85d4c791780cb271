//! A wave of synthetic organisations, made up to show every kind of figure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use domain::comparison::{
    CountBand, Coverage, FORMAT, Figure, Group, GroupFigures, LATTICE, Panel, PanelFigure,
    Publication, Quarters, Share, Span,
};
use domain::day::Day;
use domain::instrument::Content;
use domain::instrument::check::{is_ignored, load};
use l10n::Catalogue;

use crate::root;

pub(crate) static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = root().join("content");
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    load(&files).expect("the shipped content has no problems")
});

pub(crate) static TEXTS: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
            continue;
        }
        let within = path.strip_prefix(root).expect("within the folder");
        let within = within.to_str().expect("UTF-8").to_owned();
        if !is_ignored(&within) {
            files.insert(within, fs::read(&path).expect("the file can be read"));
        }
    }
}

pub(crate) fn day(text: &str) -> Day {
    Day::try_from(text).expect("a day")
}

/// The wave of 31 March 2028: everyone with everything, a kommungrupp with the least there is, and
/// regions whose figures are a year old.
pub(crate) fn example() -> Publication {
    Publication {
        format: FORMAT.to_owned(),
        date: day("2028-03-31"),
        previous: Some(day("2027-03-31")),
        edition: CONTENT.current.clone(),
        structure: 1,
        framework: "nus-2016".to_owned(),
        rules: "1".to_owned(),
        lattice: LATTICE,
        min: 6,
        synthetic: true,
        breaks: [("1".to_owned(), vec!["ratt.direkt".to_owned()])].into(),
        groups: Group::all().map(figures).collect(),
        cards: Vec::new(),
    }
}

fn figures(group: Group) -> GroupFigures {
    let code = group.code();
    let nothing = GroupFigures {
        group,
        population: None,
        shows: None,
        coverage: None,
        goals: Vec::new(),
        questions: Vec::new(),
        panel: None,
    };
    match code.as_str() {
        "alla" => {
            let everyone = coverage(CountBand::From100, None);
            let whole = |id: &str, median, from, to, shares| Figure {
                interval: Some(span(median - 1, median + 1)),
                quartiles: Some(span(from, to)),
                distribution: shares,
                ..figure(id, "2028-03-31", everyone, median)
            };
            GroupFigures {
                shows: Some(day("2028-03-31")),
                coverage: Some(everyone),
                goals: vec![
                    whole("1", 9, 7, 11, Some([15, 45, 30, 5])),
                    whole("2", 10, 8, 12, None),
                ],
                questions: vec![Figure {
                    interval: None,
                    ..whole("ratt.direkt", 12, 8, 12, Some([10, 20, 45, 25]))
                }],
                panel: Some(Panel {
                    since: day("2027-03-31"),
                    date: day("2028-03-31"),
                    coverage: coverage(CountBand::From50, None),
                    goals: vec![PanelFigure {
                        id: "2".to_owned(),
                        coverage: coverage(CountBand::From50, None),
                        then: Quarters(9),
                        now: Quarters(10),
                    }],
                }),
                ..nothing
            }
        }
        "region" => {
            let regions = coverage(CountBand::From11, Some(Share { from: 52, to: 91 }));
            GroupFigures {
                population: Some(21),
                shows: Some(day("2027-03-31")),
                coverage: Some(regions),
                goals: vec![Figure {
                    interval: Some(span(9, 12)),
                    quartiles: Some(span(8, 12)),
                    ..figure("1", "2027-03-31", regions, 10)
                }],
                ..nothing
            }
        }
        "kommun-b3" => {
            let few = coverage(CountBand::From6, Some(Share { from: 11, to: 20 }));
            GroupFigures {
                population: Some(52),
                shows: Some(day("2028-03-31")),
                coverage: Some(few),
                goals: vec![figure("1", "2028-03-31", few, 8)],
                ..nothing
            }
        }
        _ => nothing,
    }
}

fn coverage(owners: CountBand, share: Option<Share>) -> Coverage {
    Coverage { owners, share }
}

fn span(lower: u32, upper: u32) -> Span {
    Span {
        lower: Quarters(lower),
        upper: Quarters(upper),
    }
}

/// A figure of which only the median is shown.
fn figure(id: &str, from: &str, coverage: Coverage, median: u32) -> Figure {
    Figure {
        id: id.to_owned(),
        from: day(from),
        coverage,
        median: Quarters(median),
        interval: None,
        quartiles: None,
        distribution: None,
    }
}
