//! Every mistake in a form, each told by its cell.

use std::collections::BTreeSet;

use domain::assessment::Answer;
use domain::instrument::Level;
use domain::organisation::OrganisationKind;
use domain::text::Lang;
use report::form::{CellFault, FilledForm, Form, ReadError};
use rust_xlsxwriter::{Formula, Workbook};

use crate::common::{CATALOGUE, LIMIT, edition, excel, form, read};

/// What someone has put in a cell.
enum Put<'p> {
    Nothing,
    Text(&'p str),
    Number(f64),
    Truth(bool),
    Formula(&'p str),
}

use Put::{Formula as Computed, Nothing, Number, Text, Truth};

/// A form as a spreadsheet program might hand it back: the mark, the headings, and these rows of
/// id, answer and comment from row 2.
fn handed_back(mark: &str, rows: &[[Put<'_>; 3]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let how = workbook.add_worksheet();
    how.set_name("Så här gör ni").expect("a name");
    how.write_string(3, 0, mark).expect("the mark");
    let sheet = workbook.add_worksheet();
    sheet.set_name("Frågor").expect("a name");
    for (column, heading) in [(0, "Id"), (7, "Svar"), (8, "Motivering")] {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, put) in [0, 7, 8].into_iter().zip(cells) {
            match put {
                Nothing => Ok(&mut *sheet),
                Text(text) => sheet.write_string(row, column, *text),
                Number(number) => sheet.write_number(row, column, *number),
                Truth(truth) => sheet.write_boolean(row, column, *truth),
                Computed(formula) => {
                    sheet.write_formula(row, column, Formula::new(*formula).set_result("3"))
                }
            }
            .expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn mark() -> String {
    format!("strategikollen-form-1 {}", edition().id)
}

fn with_rows(rows: &[[Put<'_>; 3]]) -> Result<FilledForm, ReadError> {
    read(&form(Lang::Sv), &handed_back(&mark(), rows))
}

fn faults(read: Result<FilledForm, ReadError>) -> Vec<(String, CellFault)> {
    let Err(ReadError::Cells(problems)) = read else {
        panic!("{read:?}");
    };
    problems
        .into_iter()
        .map(|problem| {
            assert_eq!(problem.sheet, "Frågor");
            (problem.cell, problem.fault)
        })
        .collect()
}

#[test]
fn answers_are_read_however_they_are_written() {
    let (three, unknown) = (Answer::Level(Level::THREE), Answer::DontKnow);
    for (put, expected) in [
        (Number(3.0), &three),
        (Text("3"), &three),
        (Text(" 3.0 "), &three),
        (Text("vet inte än"), &unknown),
        (Text(" Vet inte än"), &unknown),
        (Text("DON'T KNOW YET"), &unknown),
    ] {
        let read = with_rows(&[[Text(" ratt.avtal "), put, Nothing]]).expect("a form");
        assert_eq!(read["ratt.avtal"].answer.as_ref(), Some(expected));
    }
    let read = with_rows(&[[
        Text("miljo.livsmedel"),
        Text("Inte tillämpligt"),
        Text(" Vi köper\r\ningen mat. "),
    ]])
    .expect("a form");
    let said = &read["miljo.livsmedel"];
    assert_eq!(
        said.answer,
        Some(Answer::NotApplicable("koper-inte-mat".to_owned()))
    );
    assert_eq!(said.comment, "Vi köper\ningen mat.");
}

#[test]
fn all_mistakes_are_told_and_nothing_is_loaded() {
    let long = "å".repeat(LIMIT + 1);
    let read = with_rows(&[
        [Text("ratt.avtal"), Number(3.0), Nothing],
        [Text("ratt.avtalet"), Number(3.0), Nothing],
        [Text("styrning.beredskap"), Number(2.5), Text(&long)],
        [Text("ratt.avtal"), Number(2.0), Nothing],
        [Nothing, Nothing, Nothing],
        [Nothing, Nothing, Text("Vart hör det här?")],
        [Text("miljo.livsmedel"), Computed("=1+2"), Computed("=A1")],
        [Text("konkurrens.ideburna"), Truth(true), Nothing],
        [Computed("=A2"), Number(1.0), Nothing],
        [Text("effektiv.lcc"), Text("5"), Nothing],
    ]);
    let said = |cell: &str, fault| (cell.to_owned(), fault);
    let expected = [
        said("A3", CellFault::UnknownQuestion("ratt.avtalet".to_owned())),
        said("I4", CellFault::TooLong(LIMIT)),
        said("H4", CellFault::UnknownAnswer("2.5".to_owned())),
        said("A5", CellFault::Duplicate("A2".to_owned())),
        said("A7", CellFault::NoQuestion),
        said("I8", CellFault::Formula),
        said("H8", CellFault::Formula),
        said("H9", CellFault::UnknownAnswer("TRUE".to_owned())),
        said("A10", CellFault::Formula),
        said("H11", CellFault::UnknownAnswer("5".to_owned())),
    ];
    assert_eq!(faults(read), expected);
}

#[test]
fn inte_tillampligt_is_told_apart_where_it_is_not_allowed() {
    let rows = [
        [Text("ratt.avtal"), Text("inte tillämpligt"), Nothing],
        [Text("miljo.livsmedel"), Text("inte tillämpligt"), Nothing],
    ];
    let form = Form {
        kind: Some(OrganisationKind::Kommun),
        ..form(Lang::Sv)
    };
    let read = read(&form, &handed_back(&mark(), &rows));
    assert_eq!(
        faults(read),
        [
            (
                "H2".to_owned(),
                CellFault::UnknownAnswer("inte tillämpligt".to_owned())
            ),
            ("H3".to_owned(), CellFault::NotAllowed),
        ]
    );
}

#[test]
fn only_what_was_asked_is_read() {
    let asked = BTreeSet::from(["ratt.avtal".to_owned()]);
    let form = Form {
        asked: &asked,
        ..form(Lang::Sv)
    };
    let rows = [
        [Text("ratt.avtal"), Number(1.0), Nothing],
        [Text("miljo.livsmedel"), Nothing, Nothing],
    ];
    assert_eq!(
        faults(read(&form, &handed_back(&mark(), &rows))),
        [(
            "A3".to_owned(),
            CellFault::NotAsked("miljo.livsmedel".to_owned())
        )]
    );
}

#[test]
fn a_character_that_cannot_be_saved_is_told() {
    // Excel writes U+0000 as a code.
    let mut parts = crate::common::unpacked(&handed_back(
        &mark(),
        &[[Text("ratt.avtal"), Nothing, Text("här")]],
    ));
    let strings = parts.get_mut("xl/sharedStrings.xml").expect("the texts");
    *strings = strings.replace("här", "h_x0000_r");
    assert_eq!(
        faults(read(&form(Lang::Sv), &crate::common::packed(&parts))),
        [("I2".to_owned(), CellFault::Character)]
    );
}

#[test]
fn a_form_of_another_edition_is_refused() {
    let rows = [[Text("ratt.avtal"), Number(3.0), Nothing]];
    let bytes = handed_back("strategikollen-form-1 nus-2016-0", &rows);
    assert_eq!(
        read(&form(Lang::Sv), &bytes),
        Err(ReadError::OtherEdition("nus-2016-0".to_owned()))
    );
}

#[test]
fn a_file_that_is_no_form_is_refused() {
    let rows = [[Text("ratt.avtal"), Number(3.0), Nothing]];
    let form = form(Lang::Sv);
    assert_eq!(
        read(&form, &handed_back("en annan blankett", &rows)),
        Err(ReadError::NotAForm)
    );
    let mut other = Workbook::new();
    other
        .add_worksheet()
        .write_string(0, 0, mark())
        .expect("a cell");
    let other = other.save_to_buffer().expect("a workbook");
    assert_eq!(read(&form, &other), Err(ReadError::NotAForm));
    assert_eq!(
        read(&form, &excel(&form, &FilledForm::new())),
        Err(ReadError::NothingFilledIn)
    );
}

#[test]
fn every_mistake_has_words_in_both_languages() {
    let read = with_rows(&[
        [Text("ratt.avtalet"), Number(3.0), Nothing],
        [
            Text("ratt.avtal"),
            Text("kanske\u{202e} ".repeat(30).as_str()),
            Nothing,
        ],
    ]);
    let Err(error) = read else {
        panic!("a form with mistakes");
    };
    let sv = error.in_words(CATALOGUE.get(Lang::Sv));
    assert_eq!(
        sv[0],
        "Frågor, A2: Det finns ingen fråga ”ratt.avtalet”. Skriv tillbaka frågans id."
    );
    assert!(sv[1].starts_with("Frågor, H3: ”kanske") && sv[1].contains('…'));
    let en = error.in_words(CATALOGUE.get(Lang::En));
    assert_eq!(
        en[0],
        "Frågor, A2: There is no question “ratt.avtalet”. Write the question's id again."
    );
    for error in [
        ReadError::Empty,
        ReadError::NotExcel,
        ReadError::TooLarge,
        ReadError::NotAForm,
        ReadError::NothingFilledIn,
    ] {
        let words = Lang::ALL.map(|lang| error.in_words(CATALOGUE.get(lang)));
        assert!(words[0].len() == 1 && words[0] != words[1], "{words:?}");
    }
}
