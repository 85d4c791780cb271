//! Whatever bytes are loaded, the answer is a form or a message, soon and within bounds.

use std::sync::LazyLock;

use domain::text::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use report::form::{Filled, FilledForm, ReadError};

use crate::common::{CATALOGUE, excel, form, packed, read, unpacked};

static WRITTEN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let filled = Filled {
        answer: None,
        comment: "x".to_owned(),
    };
    let filled = FilledForm::from([("ratt.avtal".to_owned(), filled)]);
    excel(&form(Lang::Sv), &filled)
});

/// The written form with one of its parts changed.
fn with(part: &str, change: impl FnOnce(&str) -> String) -> Result<FilledForm, ReadError> {
    let mut parts = unpacked(&WRITTEN);
    let text = parts.get_mut(part).expect("the part is there");
    *text = change(text);
    read(&form(Lang::Sv), &packed(&parts))
}

const SHEET: &str = "xl/worksheets/sheet2.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

#[test]
fn what_is_no_excel_file_is_refused() {
    let form = form(Lang::Sv);
    let word = report::form::word(&form, CATALOGUE.get(Lang::Sv)).expect("a form");
    // The first bytes of an old or locked Excel file.
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".repeat(100);
    for bytes in [
        &b"id;svar\nratt.avtal;3"[..],
        b"PK\x03\x04",
        &old,
        &word,
        &[0; 4096],
    ] {
        assert_eq!(read(&form, bytes), Err(ReadError::NotExcel));
    }
    assert_eq!(read(&form, b""), Err(ReadError::Empty));
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for length in (1..WRITTEN.len()).step_by(97) {
        assert_eq!(
            read(&form(Lang::Sv), &WRITTEN[..length]),
            Err(ReadError::NotExcel)
        );
    }
}

#[test]
fn a_large_file_is_refused_unread() {
    let large = vec![b'x'; (1 << 20) + 1];
    assert_eq!(read(&form(Lang::Sv), &large), Err(ReadError::TooLarge));
}

/// 17 MB that pack into 17 kB, in the part that is read first and in the one that is read last.
#[test]
fn a_file_that_unpacks_to_much_more_is_refused() {
    for part in ["xl/workbook.xml", SHEET] {
        assert_eq!(
            with(part, |xml| xml.to_owned() + &" ".repeat(17 << 20)),
            Err(ReadError::TooLarge),
            "{part}"
        );
    }
}

/// Each of the parts is within bounds, and all together are not.
#[test]
fn the_parts_share_one_bound() {
    let mut parts = unpacked(&WRITTEN);
    for part in [SHEET, STRINGS] {
        let text = parts.get_mut(part).expect("the part is there");
        text.push_str(&" ".repeat(9 << 20));
    }
    assert_eq!(
        read(&form(Lang::Sv), &packed(&parts)),
        Err(ReadError::TooLarge)
    );
}

#[test]
fn numbers_that_a_file_states_about_itself_are_not_believed() {
    let huge = "18446744073709551615";
    let read = with(STRINGS, |xml| {
        let at = xml.find("uniqueCount=\"").expect("the number of texts") + 13;
        let end = at + xml[at..].find('"').expect("its end");
        format!("{}{huge}{}", &xml[..at], &xml[end..])
    });
    assert!(read.is_ok());
    let read = with(SHEET, |xml| {
        let formula = format!(
            r#"<row r="4294967295"><c r="ZZZ4294967295"><f t="shared" si="{huge}" ref="A1:XFD1048576">1</f><v>1</v></c></row></sheetData>"#
        );
        xml.replace("</sheetData>", &formula)
    });
    assert!(read.is_ok());
}

#[test]
fn more_cells_than_a_form_has_are_refused() {
    let read = with(SHEET, |xml| {
        let cells: String = (1..25_000)
            .map(|row| format!(r#"<row r="{row}"><c r="B{row}"><v>1</v></c></row>"#))
            .collect();
        xml.replace("</sheetData>", &format!("{cells}</sheetData>"))
    });
    assert_eq!(read, Err(ReadError::TooLarge));
}

#[test]
fn entities_are_not_followed() {
    let doctype = r#"<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#;
    for entity in ["&b;", "&file;", "&#xD800;", "&#1114112;", "&"] {
        let read = with(STRINGS, |xml| {
            let (head, rest) = xml.split_once("<sst").expect("the texts");
            let strings = format!("{head}{doctype}<sst{rest}");
            strings.replacen("<t>", &format!("<t>{entity}"), 1)
        });
        assert_eq!(read, Err(ReadError::NotExcel), "{entity}");
    }
}

#[test]
fn places_and_texts_that_are_not_there_are_refused() {
    for (from, to) in [
        (r#"r="A1""#, r#"r="A0""#),
        (r#"r="A1""#, r#"r="1A""#),
        (r#"t="s"><v>"#, r#"t="s"><v>99999"#),
        (r#"t="s"><v>"#, r#"t="s"><v>-"#),
    ] {
        let read = with(SHEET, |xml| {
            assert!(xml.contains(from), "{from}");
            xml.replacen(from, to, 1)
        });
        assert_eq!(read, Err(ReadError::NotExcel), "{to}");
    }
}

#[test]
fn deep_nesting_is_no_overflow() {
    let read = with(SHEET, |xml| {
        xml.replace(
            "<sheetData>",
            &format!("{}<sheetData>", "<a>".repeat(1 << 17)),
        )
    });
    assert_eq!(read, Err(ReadError::NotExcel));
}

/// Pieces of what the parts are made of, so that what comes out is often still XML.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[<>/&;\"= a-zA-Z0-9_å]{0,10}",
        prop::sample::select(vec![
            "<c r=\"A1\" t=\"s\"><v>0</v></c>",
            "</row>",
            "<row r=\"0\">",
            "<f/>",
            "<si>",
            "</si>",
            "<t>",
            "<rPh>",
            "r:id=\"\"",
            "_x0000_",
            "\u{0}",
            "<![CDATA[",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_part_is_no_panic(
        part in prop::sample::select(vec![SHEET, STRINGS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]),
        damages in vec((any::<Index>(), piece(), 0usize..30), 1..5)
    ) {
        let read = with(part, |xml| {
            let mut text: Vec<char> = xml.chars().collect();
            for (at, piece, cut) in damages {
                let at = at.index(text.len());
                let end = (at + cut).min(text.len());
                text.splice(at..end, piece.chars());
            }
            text.into_iter().collect()
        });
        if let Err(error) = read {
            prop_assert!(!error.in_words(CATALOGUE.get(Lang::Sv)).is_empty());
        }
    }

    #[test]
    fn damaged_bytes_are_no_panic(damages in vec((any::<Index>(), any::<u8>()), 1..40)) {
        let mut bytes = WRITTEN.clone();
        for (at, byte) in damages {
            *at.get_mut(&mut bytes) = byte;
        }
        if let Err(error) = read(&form(Lang::Sv), &bytes) {
            prop_assert!(!error.in_words(CATALOGUE.get(Lang::Sv)).is_empty());
        }
    }
}
