//! Forms saved by other programs: the same cells, written in other ways.

use std::collections::BTreeMap;

use domain::assessment::Answer;
use domain::instrument::Level;
use domain::text::Lang;
use report::form::{Filled, FilledForm};

use crate::common::{edition, form, packed, read, unpacked};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of one sheet with these rows, and these shared texts.
fn workbook(rows: &str, strings: Option<&str>) -> BTreeMap<String, String> {
    let related = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let mut relations = related("rId1", "worksheet", "/xl/worksheets/sheet1.xml");
    if strings.is_some() {
        relations.push_str(&related("rId9", "sharedStrings", "sharedStrings.xml"));
    }
    let mut parts = BTreeMap::from([
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:q="{RELATIONS}"><sheets><sheet name="A &amp; B" sheetId="4" q:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ),
        (
            "xl/worksheets/sheet1.xml".to_owned(),
            format!(
                r#"<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>"#
            ),
        ),
    ]);
    if let Some(strings) = strings {
        parts.insert(
            "xl/sharedStrings.xml".to_owned(),
            format!(r#"<sst xmlns="{MAIN}">{strings}</sst>"#),
        );
    }
    parts
}

fn inline(place: &str, text: &str) -> String {
    format!(r#"<x:c r="{place}" t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>"#)
}

/// The mark in row 1 and the headings in row 2.
fn head() -> String {
    let mark = format!("strategikollen-form-1 {}", edition().id);
    let cells = [("A2", "Id"), ("H2", "Answer"), ("I2", "Grounds")];
    let headings: String = cells.map(|(place, text)| inline(place, text)).concat();
    format!(
        r#"<x:row r="1">{}</x:row><x:row r="2">{headings}</x:row>"#,
        inline("A1", &mark)
    )
}

/// Texts in the cells themselves, formatted in pieces, with prefixes and without numbers of rows.
#[test]
fn texts_may_stand_in_the_cells() {
    let rows = format!(
        r#"{}<x:row r="3">{}<x:c r="H3"><x:v>4</x:v></x:c><x:c r="I3" t="inlineStr"><x:is><x:r><x:t>Enligt </x:t></x:r><x:r><x:t xml:space="preserve">r&#229;det &amp; <![CDATA[<b>]]></x:t></x:r></x:is></x:c></x:row>"#,
        head(),
        inline("A3", "ratt.avtal")
    );
    let read = read(&form(Lang::Sv), &packed(&workbook(&rows, None))).expect("a form");
    let said = &read["ratt.avtal"];
    assert_eq!(said.answer, Some(Answer::Level(Level::FOUR)));
    assert_eq!(said.comment, "Enligt rådet & <b>");
}

/// Shared texts in pieces, one with a note on how it is pronounced; cells without a place; cells
/// of a formula's kind without a formula; empty elements.
#[test]
fn texts_may_be_shared() {
    let strings = r#"<si><t>ratt.</t><rPh sb="0" eb="1"><t>uttal</t></rPh><r><t>avtal</t></r></si><si/><si><t xml:space="preserve"> vet inte än </t></si>"#;
    let rows = format!(
        r#"{}<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c/><x:c t="s"><x:v>1</x:v></x:c><x:c/><x:c/><x:c/><x:c/><x:c t="s"><x:v>2</x:v></x:c><x:c t="str"><x:v>a_x000D_&#10;b</x:v></x:c></x:row><x:row r="9"/>"#,
        head()
    );
    let bytes = packed(&workbook(&rows, Some(strings)));
    let read = read(&form(Lang::Sv), &bytes).expect("a form");
    let said = &read["ratt.avtal"];
    assert_eq!(said.answer, Some(Answer::DontKnow));
    assert_eq!(said.comment, "a\nb");
}

/// A form that LibreOffice has opened and saved. Comments that look like a formula and a number
/// are still texts.
#[test]
fn a_form_saved_by_libreoffice_is_read() {
    let filled = |answer, comment: &str| Filled {
        answer: Some(answer),
        comment: comment.to_owned(),
    };
    let not_applicable = Answer::NotApplicable("koper-inte-mat".to_owned());
    let expected = [
        (
            "ratt.avtal",
            filled(
                Answer::Level(Level::THREE),
                "=Beslut 2026 & <protokoll>\nse § 4",
            ),
        ),
        ("miljo.livsmedel", filled(not_applicable, "")),
        ("effektiv.lcc", filled(Answer::DontKnow, "007")),
    ];
    let expected = expected.map(|(question, filled)| (question.to_owned(), filled));
    assert_eq!(
        read(&form(Lang::Sv), include_bytes!("libreoffice.xlsx")),
        Ok(FilledForm::from(expected))
    );
}

/// What a form does not ask about may be changed: other sheets, other columns, other rows.
#[test]
fn what_is_beside_the_form_is_passed_over() {
    let rows = format!(
        r#"{}<x:row r="3">{}<x:c r="C3"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:c r="H3"><x:v>2</x:v></x:c><x:c r="XFD3"><x:v>7</x:v></x:c></x:row><x:row r="1048576">{}</x:row>"#,
        head(),
        inline("A3", "ratt.avtal"),
        inline("B1048576", "slut")
    );
    let read = read(&form(Lang::Sv), &packed(&workbook(&rows, None))).expect("a form");
    assert_eq!(read.len(), 1);
}

/// The names of the parts that our own form has are those that are read.
#[test]
fn our_own_form_names_its_parts_as_others_do() {
    let form = form(Lang::En);
    let parts = unpacked(&crate::common::excel(&form, &Default::default()));
    for part in [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
    ] {
        assert!(parts.contains_key(part), "{part}");
    }
}
