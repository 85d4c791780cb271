//! What is written into a table comes back as it was, however other programs save it.

use domain::plan::Status;
use domain::text::Lang;
use proptest::prelude::*;
use report::plan::{Chosen, Row};

use crate::{csv, excel, rows, tip};

fn text() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        Just(String::new()),
        "[=+@'\"; _x0-9A-F<&>,åäöÅÄÖé€😀\n\t-]{0,40}",
        "\\PC{0,30}",
    ];
    text.prop_map(|text| text.trim().to_owned())
}

fn row() -> impl Strategy<Value = Row> {
    let chosen = prop::sample::select(Chosen::ALL.to_vec());
    let status = prop::sample::select(Status::ALL.to_vec());
    let date = prop::sample::select(vec!["", "2027-03-31", "2099-12-31"]);
    let texts = (text(), text(), text(), text(), text(), text(), text());
    (any::<bool>(), 0i64..2000, chosen, status, date, texts).prop_map(
        |(known, version, chosen, status, date, texts)| {
            let (goal, title, owner, email, resources, because, note) = texts;
            Row {
                key: if known {
                    "tips.".to_owned()
                } else {
                    String::new()
                },
                version,
                goal,
                title,
                chosen,
                owner,
                email,
                date: date.to_owned(),
                resources,
                because,
                status,
                note,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_are_read_as_they_were_written(
        mut written in prop::collection::vec(row(), 1..12),
        swedish in any::<bool>()
    ) {
        for (number, row) in (1..).zip(&mut written) {
            if !row.key.is_empty() {
                row.key = format!("tips.{number}");
            }
        }
        let lang = if swedish { Lang::Sv } else { Lang::En };
        prop_assert_eq!(&rows(&csv(&written, lang)), &written);
        prop_assert_eq!(&rows(&excel(&written, lang)), &written);
    }
}

#[test]
fn the_same_plan_is_the_same_bytes() {
    let rows = [tip()];
    assert_eq!(excel(&rows, Lang::Sv), excel(&rows, Lang::Sv));
    assert_eq!(csv(&rows, Lang::Sv), csv(&rows, Lang::Sv));
}

#[test]
fn no_cell_is_a_formula_to_a_spreadsheet() {
    let row = Row {
        note: "=1+1".to_owned(),
        title: "-1".to_owned(),
        owner: "'=1".to_owned(),
        ..tip()
    };
    let written = String::from_utf8(csv(&[row], Lang::Sv)).expect("UTF-8");
    assert!(written.starts_with('\u{feff}') && written.ends_with("\r\n"));
    for cell in [";'=1+1\r", ";'-1;", ";''=1;"] {
        assert!(written.contains(cell), "{cell} in {written}");
    }
}

/// Other separators, line ends and letters; other order of columns; columns of someone's own.
#[test]
fn tables_saved_by_other_programs_are_read() {
    let said = Row {
        owner: "Upphandlingschefen å".to_owned(),
        ..tip()
    };
    let ours = String::from_utf8(csv(std::slice::from_ref(&said), Lang::Sv)).expect("UTF-8");
    let bare = ours.trim_start_matches('\u{feff}');
    let with = |separator: &str| bare.replace(';', separator).replace("\r\n", "\n");
    for text in [with(";"), with(","), with("\t"), bare.to_owned()] {
        assert_eq!(rows(text.as_bytes()), std::slice::from_ref(&said), "{text}");
        let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
        assert_eq!(rows(&latin), std::slice::from_ref(&said), "{text}");
    }
    let turned: Vec<String> = bare
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(';').rev().collect();
            format!("eget;{};mer", cells.join(";"))
        })
        .collect();
    let titled = format!("Vår plan\n\n{}\n", turned.join("\n"));
    assert_eq!(rows(titled.as_bytes()), [said]);
}

/// A spreadsheet that knows a day for a day stores a number.
#[test]
fn days_may_be_numbers_in_excel() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let table = String::from_utf8(csv(&[tip()], Lang::En)).expect("UTF-8");
    let lines = table.trim_start_matches('\u{feff}').lines();
    for (number, line) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(line.split(';')) {
            sheet.write_string(number, column, cell).expect("a cell");
        }
    }
    sheet.write_number(1, 8, 46_477.0).expect("a day");
    sheet.write_number(1, 1, 3.0).expect("a version");
    let read = rows(&workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(read[0].date, "2027-03-31");
    assert_eq!(read[0].version, 3);
}
