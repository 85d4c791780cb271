//! Every mistake in a table that can be seen in it alone, each told by its place.

use domain::text::Lang;
use report::plan::{Chosen, Column, ReadError, Row};
use rust_xlsxwriter::{Formula, Workbook};

use crate::{CATALOGUE, EDITION, csv, read, tip};

/// Our own table as CSV, changed.
fn with(from: &str, to: &str) -> String {
    let table = String::from_utf8(csv(&[tip()], Lang::Sv)).expect("UTF-8");
    assert!(table.contains(from), "{from} in {table}");
    table.replacen(from, to, 1)
}

/// What is wrong with a table that is one, in words.
fn told(text: &str) -> Vec<String> {
    let t = CATALOGUE.get(Lang::Sv);
    let faults = read(text.as_bytes()).expect("a table").faults;
    let faults = faults.iter();
    faults
        .map(|(at, fault)| at.in_words(&fault.in_words(t), t))
        .collect()
}

#[test]
fn what_cannot_be_understood_is_told_by_its_place() {
    let (key, open) = ("tips.lista-era-viktigaste-avtal;0;", "Inget beslut än");
    for (from, to, message) in [
        (
            key,
            "tips.a;nio;",
            "Rad 2, Version: Det här är ingen version",
        ),
        (key, "tips.a;;", "Rad 2, Version: Det här är ingen version"),
        (
            key,
            "tips.a;-1;",
            "Rad 2, Version: Det här är ingen version",
        ),
        (open, "Kanske", "Rad 2, Beslut: ”Kanske” är inget beslut."),
        (
            "Inte påbörjad",
            "Snart",
            "Rad 2, Status: ”Snart” är ingen status.",
        ),
    ] {
        let told = told(&with(from, to));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(message), "{told:?}");
    }
    let twice = csv(&[tip(), tip()], Lang::Sv);
    let loaded = read(&twice).expect("a table");
    assert_eq!(loaded.rows.len(), 1);
    let twice = told(&String::from_utf8(twice).expect("UTF-8"));
    assert_eq!(
        twice,
        ["Rad 3, Nyckel: Nyckeln står redan på rad 2. Behåll den ena raden."]
    );
}

#[test]
fn words_are_read_in_small_and_capital_letters_and_in_both_languages() {
    for word in ["GÖR", "gör", "Do", " do "] {
        let loaded = read(with("Inget beslut än", word).as_bytes()).expect("a table");
        assert_eq!(loaded.rows[0].row.chosen, Chosen::Do, "{word}");
    }
    let empty = read(with("Inget beslut än", "").as_bytes()).expect("a table");
    assert_eq!(empty.rows[0].row, tip());
}

#[test]
fn formulas_are_told_by_sheet_and_cell() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Åtgärder").expect("a name");
    for (column, heading) in (0..).zip(Column::ALL) {
        let heading = heading.heading(CATALOGUE.get(Lang::Sv));
        sheet.write_string(0, column, heading).expect("a heading");
    }
    sheet.write_string(1, 4, "En åtgärd").expect("a title");
    sheet
        .write_formula(1, 8, Formula::new("TODAY()"))
        .expect("a formula");
    let loaded = read(&workbook.save_to_buffer().expect("a workbook")).expect("a table");
    let t = CATALOGUE.get(Lang::Sv);
    let told: Vec<String> = loaded
        .faults
        .iter()
        .map(|(at, fault)| at.in_words(&fault.in_words(t), t))
        .collect();
    assert_eq!(
        told,
        ["Åtgärder, I2: Här står en formel. Skriv själva värdet."]
    );
    let row = Row {
        title: "En åtgärd".to_owned(),
        ..Row::default()
    };
    assert_eq!(loaded.rows[0].row, row);
}

#[test]
fn a_table_that_is_none_of_ours_is_refused() {
    let edition = format!(";{EDITION};");
    let other = with(&edition, ";nus-2099-1;");
    let lacking = with("Anteckning", "Annat");
    let headings = with("Nyckel", "Id");
    let only = with("\r\n", "\n");
    let only = only.lines().next().expect("headings");
    for (text, error) in [
        ("", ReadError::Empty),
        (&other, ReadError::OtherEdition("nus-2099-1".to_owned())),
        (&lacking, ReadError::Headings(vec![Column::Note])),
        (&headings, ReadError::NotAPlan),
        (only, ReadError::NoRows),
        ("PK är början på en zipfil", ReadError::Damaged),
        ("<html></html>", ReadError::NotAPlan),
    ] {
        assert_eq!(read(text.as_bytes()), Err(error.clone()), "{text}");
        for lang in Lang::ALL {
            assert!(!error.in_words(EDITION, CATALOGUE.get(lang)).is_empty());
        }
    }
}
