//! A plan as a table and as a calendar: what is written, what is read, and what is refused.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

mod calendar;
mod faults;
mod hostile;
mod round_trip;

use std::sync::LazyLock;

use domain::day::Day;
use domain::text::Lang;
use l10n::Catalogue;
use report::plan::{self, Loaded, ReadError, Row, Table};

const EDITION: &str = "nus-2016-1";

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

fn table(rows: &[Row]) -> Table<'_> {
    Table {
        name: "Handlingsplan 2027",
        edition: EDITION,
        made: Day::try_from("2026-11-22").expect("a day"),
        rows,
    }
}

fn excel(rows: &[Row], lang: Lang) -> Vec<u8> {
    plan::excel(&table(rows), CATALOGUE.get(lang)).expect("the table can be written")
}

fn csv(rows: &[Row], lang: Lang) -> Vec<u8> {
    plan::csv(&table(rows), CATALOGUE.get(lang)).expect("the table can be written")
}

fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    plan::read(bytes, &CATALOGUE, EDITION)
}

/// What a table without faults says.
fn rows(bytes: &[u8]) -> Vec<Row> {
    let loaded = read(bytes).expect("a table");
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
    loaded.rows.into_iter().map(|found| found.row).collect()
}

/// A tip that nothing is decided about.
fn tip() -> Row {
    Row {
        key: "tips.lista-era-viktigaste-avtal".to_owned(),
        title: "Lista era viktigaste avtal".to_owned(),
        ..Row::default()
    }
}
