//! What the written forms look like inside: what makes them good to work with and to read aloud.

use std::collections::{BTreeMap, BTreeSet};

use domain::organisation::OrganisationKind;
use domain::text::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;
use report::form::{self, FilledForm, Form};

use crate::common::{ALL, CATALOGUE, edition, excel, form, unpacked};

/// The sheet with the questions.
fn sheet(form: &Form<'_>) -> String {
    unpacked(&excel(form, &FilledForm::new()))["xl/worksheets/sheet2.xml"].clone()
}

fn word(form: &Form<'_>) -> BTreeMap<String, String> {
    let bytes = form::word(form, CATALOGUE.get(form.lang)).expect("the form can be written");
    unpacked(&bytes)
}

fn times(text: &str, piece: &str) -> usize {
    text.matches(piece).count()
}

#[test]
fn the_excel_form_keeps_its_headings_and_prints_on_a4() {
    let sheet = sheet(&form(Lang::Sv));
    for piece in [
        r#"<pane ySplit="1""#,
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let names = &unpacked(&excel(&form(Lang::Sv), &FilledForm::new()))["xl/workbook.xml"];
    assert!(
        names.contains("Print_Titles") && names.contains("$1:$1"),
        "{names}"
    );
}

#[test]
fn every_answer_has_a_list_and_only_answers_are_open() {
    let form = form(Lang::Sv);
    let parts = unpacked(&excel(&form, &FilledForm::new()));
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    assert!(sheet.contains("<sheetProtection"));
    assert!(parts["xl/worksheets/sheet1.xml"].contains("<sheetProtection"));
    let (plain, with_reason) = (
        "\"1,2,3,4,vet inte än\"",
        "\"1,2,3,4,vet inte än,inte tillämpligt\"",
    );
    let open = edition()
        .questions
        .values()
        .filter(|question| !question.not_applicable.is_empty());
    let open = open.count();
    let lists = |list: &str| -> usize {
        let lists = sheet
            .split("<dataValidation ")
            .filter(|v| v.contains(&format!("<formula1>{list}</formula1>")));
        lists
            .map(|validation| {
                let places = validation.split_once("sqref=\"").expect("places").1;
                places.split('"').next().expect("places").split(' ').count()
            })
            .sum()
    };
    assert!(open > 0);
    assert_eq!(lists(with_reason), open);
    assert_eq!(lists(plain), ALL.len() - open);

    // The styles that are not locked are used by two cells of every row, and by no other.
    let styles = &parts["xl/styles.xml"];
    let formats = styles.split_once("<cellXfs").expect("formats").1;
    let formats = formats.split_once("</cellXfs>").expect("formats").0;
    let open: BTreeSet<String> = formats
        .split("<xf ")
        .skip(1)
        .enumerate()
        .filter(|(_, format)| format.contains(r#"locked="0""#))
        .map(|(index, _)| format!(r#"s="{index}""#))
        .collect();
    let cells = sheet.split("<c ").skip(1);
    let open_cells: Vec<&str> = cells
        .filter(|cell| open.iter().any(|style| cell.contains(style.as_str())))
        .collect();
    assert_eq!(open_cells.len(), 2 * ALL.len());
    assert!(
        open_cells
            .iter()
            .all(|cell| cell.starts_with("r=\"H") || cell.starts_with("r=\"I"))
    );
}

#[test]
fn a_kind_of_organisation_is_offered_what_it_may_answer() {
    let form = Form {
        kind: Some(OrganisationKind::Kommun),
        ..form(Lang::Sv)
    };
    assert!(!sheet(&form).contains("inte tillämpligt"));
    assert!(!word(&form)["word/document.xml"].contains("Inte tillämpligt"));
}

#[test]
fn a_form_has_what_was_asked_in_the_order_it_is_asked() {
    let asked = BTreeSet::from(["ratt.avtal", "miljo.livsmedel", "borta.fraga"].map(str::to_owned));
    let form = Form {
        asked: &asked,
        ..form(Lang::En)
    };
    assert_eq!(times(&sheet(&form), "<row "), 3);
    let strings = &unpacked(&excel(&form, &FilledForm::new()))["xl/sharedStrings.xml"];
    let place = |id: &str| {
        strings
            .find(&format!(">{id}<"))
            .expect("the question is there")
    };
    let order = edition().places().map(|(_, question)| question.id.as_str());
    let first = order
        .into_iter()
        .find(|id| asked.contains(*id))
        .expect("a question");
    let other = asked
        .iter()
        .find(|id| *id != first && *id != "borta.fraga")
        .expect("the other");
    assert!(place(first) < place(other));
    // Goals without questions have no table.
    let document = &word(&form)["word/document.xml"];
    assert_eq!(times(document, "<w:tbl>"), 2);
}

#[test]
fn every_part_of_the_word_form_is_xml() {
    for lang in Lang::ALL {
        let mut edition = edition().clone();
        edition.title.sv = "Om \"A\" & <B>".to_owned();
        let form = Form {
            edition: &edition,
            ..form(lang)
        };
        for (part, xml) in word(&form) {
            let mut reader = Reader::from_str(&xml);
            let mut elements = 0;
            loop {
                match reader
                    .read_event()
                    .unwrap_or_else(|e| panic!("{part}: {e}"))
                {
                    Event::Eof => break,
                    Event::Start(element) | Event::Empty(element) => {
                        assert!(element.attributes().all(|a| a.is_ok()), "{part}");
                        elements += 1;
                    }
                    _ => {}
                }
            }
            assert!(elements > 1, "{part}");
        }
    }
}

#[test]
fn the_word_form_has_headings_and_tables_that_say_what_they_are() {
    let document = &word(&form(Lang::Sv))["word/document.xml"];
    let goals = edition().goals.len();
    assert_eq!(times(document, r#"<w:pStyle w:val="Heading1"/>"#), 1);
    assert_eq!(times(document, r#"<w:pStyle w:val="Heading2"/>"#), goals);
    for piece in [
        "<w:tbl>",
        "<w:tblHeader/>",
        "<w:tblCaption ",
        "<w:tblDescription ",
    ] {
        assert_eq!(times(document, piece), goals, "{piece}");
    }
    let reasons: usize = edition()
        .questions
        .values()
        .map(|question| question.not_applicable.len())
        .sum();
    let boxes = 5 * ALL.len() + reasons;
    assert_eq!(times(document, "<w14:checkbox>"), boxes);
    // Word takes no longer name of a box.
    let names = document.split("<w:alias w:val=\"").skip(1);
    let names: BTreeSet<&str> = names.filter_map(|name| name.split('"').next()).collect();
    assert_eq!(names.len(), boxes);
    assert!(names.iter().all(|name| name.chars().count() <= 64));
}

#[test]
fn the_word_form_says_its_language_title_and_that_it_is_copied_by_hand() {
    for (lang, code, by_hand) in [
        (Lang::Sv, "sv-SE", "går inte att läsa in"),
        (Lang::En, "en-GB", "cannot be loaded"),
    ] {
        let parts = word(&form(lang));
        assert!(parts["word/styles.xml"].contains(&format!(r#"<w:lang w:val="{code}"/>"#)));
        assert!(parts["word/document.xml"].contains(by_hand));
        assert!(parts["docProps/core.xml"].contains("<dc:title>"));
    }
}

/// Every part that one part points at is there, and every part has a type.
#[test]
fn the_word_form_is_whole() {
    let parts = word(&form(Lang::Sv));
    let types = &parts["[Content_Types].xml"];
    for part in parts
        .keys()
        .filter(|part| !part.ends_with(".rels") && !part.starts_with('['))
    {
        assert!(types.contains(&format!("PartName=\"/{part}\"")), "{part}");
    }
    for (relations, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
    ] {
        for target in parts[relations].split("Target=\"").skip(1) {
            let target = target.split('"').next().expect("a target");
            assert!(parts.contains_key(&format!("{folder}{target}")), "{target}");
        }
    }
}
