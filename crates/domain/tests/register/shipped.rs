//! The register that is shipped holds what is told of it in content/register/README.md.

use std::collections::BTreeSet;

use domain::organisation::OrganisationKind;
use domain::organisation::register::{Entry, Known, parse};

fn shipped() -> Vec<Entry> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../content/register/sweden.csv"
    );
    parse(&std::fs::read(path).unwrap(), &Known::new()).unwrap()
}

fn of(kind: OrganisationKind) -> Vec<Entry> {
    let of_kind = |entry: &Entry| entry.classification.kind == kind;
    shipped().into_iter().filter(of_kind).collect()
}

/// Gotland has a municipality that has a region's tasks, and no region of its own: it is counted
/// as a municipality, so of the 21 regions 20 are of that kind.
#[test]
fn all_municipalities_and_regions_are_there_once() {
    assert_eq!(of(OrganisationKind::Kommun).len(), 290);
    assert_eq!(of(OrganisationKind::Region).len(), 20);
    assert_eq!(shipped().len(), 310);
    let names: BTreeSet<String> = shipped().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names.len(), 310);
    let gotland: Vec<Entry> = shipped()
        .into_iter()
        .filter(|entry| entry.name.contains("Gotland"))
        .collect();
    assert_eq!(gotland.len(), 1);
    assert_eq!(gotland[0].classification.kind, OrganisationKind::Kommun);
}

#[test]
fn every_lan_has_municipalities_and_its_region() {
    let of_lan = |kind| -> BTreeSet<_> {
        let entries = of(kind).into_iter();
        entries
            .filter_map(|entry| entry.classification.lan)
            .collect()
    };
    assert_eq!(of_lan(OrganisationKind::Kommun).len(), 21);
    assert_eq!(of_lan(OrganisationKind::Region).len(), 20);
    for municipality in of(OrganisationKind::Kommun) {
        let class = municipality.classification;
        assert_eq!(class.municipality.map(|code| code.lan()), class.lan);
    }
}

#[test]
fn numbers_are_in_the_series_of_their_kind() {
    for entry in of(OrganisationKind::Kommun) {
        assert!(
            entry.number.digits().starts_with("212000"),
            "{}",
            entry.name
        );
    }
    for entry in of(OrganisationKind::Region) {
        assert!(
            entry.number.digits().starts_with("232100"),
            "{}",
            entry.name
        );
    }
}

#[test]
fn every_municipality_has_a_group_and_what_is_not_known_is_empty() {
    for entry in shipped() {
        let class = &entry.classification;
        let municipality = class.kind == OrganisationKind::Kommun;
        assert_eq!(class.group.is_some(), municipality, "{}", entry.name);
        assert_eq!(
            (class.population, class.volume),
            (None, None),
            "{}",
            entry.name
        );
    }
}

#[test]
fn no_two_share_a_domain() {
    let domains: Vec<_> = shipped()
        .into_iter()
        .flat_map(|entry| entry.domains)
        .collect();
    let different: BTreeSet<_> = domains.iter().collect();
    assert_eq!(different.len(), domains.len());
}
