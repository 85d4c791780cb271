//! What a right file gives.

use domain::organisation::OrganisationKind;
use domain::organisation::register::{Column, Entry, Known, parse};

use super::file;

const TOWN: &str = "Staden,212000-0142,kommun,,01,0180,A1,984 748,31000000000,stad.se alla.stad.se stad.se,registrator@stad.se,2026-01-01";
const COMPANY: &str = "Bolaget,556036-0793,kommunalt_bolag,2120000142,,,,,,,,2026-01-01";

fn read(text: &str) -> Vec<Entry> {
    parse(text.as_bytes(), &Known::new()).unwrap()
}

#[test]
fn every_column_is_read() {
    let entries = read(&file(&[TOWN, COMPANY]));
    let [town, company] = entries.as_slice() else {
        panic!("{entries:?}");
    };
    assert_eq!((town.line, town.name.as_str()), (2, "Staden"));
    assert_eq!(town.number.digits(), "2120000142");
    assert_eq!(town.owner, None);
    let domains: Vec<&str> = town.domains.iter().map(|domain| domain.as_str()).collect();
    assert_eq!(domains, ["stad.se", "alla.stad.se"]);
    let registrator = town.registrator.as_ref().unwrap();
    assert_eq!(registrator.as_str(), "registrator@stad.se");
    let class = &town.classification;
    assert_eq!(class.valid_from.to_string(), "2026-01-01");
    assert_eq!(class.kind, OrganisationKind::Kommun);
    assert_eq!(class.lan.unwrap().code(), "01");
    assert_eq!(class.municipality.unwrap().to_string(), "0180");
    assert_eq!(class.group.unwrap().code(), "A1");
    assert_eq!(class.population, Some(984_748));
    assert_eq!(class.volume, Some(31_000_000_000));
    assert_eq!(company.owner, Some(town.number));
    assert_eq!(company.classification.population, None);
    assert!(company.domains.is_empty() && company.registrator.is_none());
}

#[test]
fn as_spreadsheets_save_it_reads_the_same() {
    let plain = file(&[TOWN, COMPANY]);
    let expected = read(&plain);
    let semicolons = format!(
        "\u{feff}{}\r\n",
        plain.replace(',', ";").replace('\n', "\r\n")
    );
    assert_eq!(read(&semicolons), expected);
    let quoted: Vec<String> = plain
        .lines()
        .map(|line| format!("\"{}\"", line.replace(',', "\",\" ")))
        .collect();
    assert_eq!(read(&quoted.join("\n")), expected);
}

#[test]
fn columns_may_have_another_order() {
    let line: Vec<&str> = TOWN.split(',').collect();
    let reversed = |values: Vec<&str>| values.into_iter().rev().collect::<Vec<_>>().join(",");
    let headings = Column::ALL.map(|column| column.heading()).to_vec();
    let turned = format!("{}\n{}", reversed(headings), reversed(line));
    assert_eq!(read(&turned), read(&file(&[TOWN])));
}

#[test]
fn empty_lines_are_passed_over_and_lines_still_counted() {
    let entries = read(&file(&["", ",,,,,,,,,,,", TOWN, ""]));
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].line, 4);
}

#[test]
fn an_owner_may_be_in_the_register_already() {
    let known = Known::from([(read(&file(&[TOWN]))[0].number, None)]);
    assert_eq!(parse(file(&[COMPANY]).as_bytes(), &known).unwrap().len(), 1);
}
