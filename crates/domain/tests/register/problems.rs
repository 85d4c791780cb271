//! What is wrong is said with line and column, all of it at once.

use domain::organisation::OrganisationNumber;
use domain::organisation::register::{Known, parse};
use proptest::prelude::*;

use super::file;

fn told(file: &[u8]) -> Vec<String> {
    let problems = parse(file, &Known::new()).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

fn told_of(lines: &[&str]) -> Vec<String> {
    told(file(lines).as_bytes())
}

#[test]
fn everything_wrong_in_a_line_is_told() {
    let line = "\"Sta\nden\",212000-0143,stad,640823-3234,1,0180,Z1,många,-5,gmail.com kommun,ej adress,2026-02-30";
    let problems = told_of(&["", line]);
    for (column, what) in [
        ("namn", "cannot be seen"),
        ("organisationsnummer", "mistyped"),
        ("slag", "unknown kind"),
        ("ägare", "person's number"),
        ("län", "two digits"),
        ("kommungrupp", "no kommungrupp"),
        ("befolkning", "\"många\""),
        ("inköpsvolym", "\"-5\""),
        ("e-postdomäner", "anyone can get"),
        ("e-postdomäner", "\"kommun\""),
        ("registrator", "no e-mail address"),
        ("gäller från", "no such day"),
    ] {
        let said = |problem: &&String| {
            problem.starts_with(&format!("line 3, {column}: ")) && problem.contains(what)
        };
        assert_eq!(
            problems.iter().filter(said).count(),
            1,
            "{column}: {problems:#?}"
        );
    }
    assert_eq!(problems.len(), 12, "{problems:#?}");
}

#[test]
fn what_must_be_told_is_asked_for() {
    assert_eq!(
        told_of(&[
            ",,,,,,,1,,,,",
            "Staden,212000-0142,kommun,,,,,,,,,2026-01-01",
            "Regionen,232100-0016,region,,,,,,,,,2026-01-01",
        ]),
        [
            "line 2, namn: is empty and must be told",
            "line 2, organisationsnummer: is empty and must be told",
            "line 2, slag: is empty and must be told",
            "line 2, gäller från: is empty and must be told",
            "line 3, län: is empty and must be told",
            "line 3, kommunkod: is empty and must be told",
            "line 4, län: is empty and must be told",
        ]
    );
}

#[test]
fn values_that_do_not_fit_together_are_told() {
    assert_eq!(
        told_of(&[
            "Staden,212000-0142,kommun,,03,0180,A1,,,,,2026-01-01",
            "Regionen,232100-0016,region,,01,,A1,,,,,2026-01-01",
        ]),
        [
            "line 2, kommunkod: the municipality 0180 is not in the län of this line",
            "line 3, kommungrupp: only a municipality has a kommungrupp; leave it empty",
        ]
    );
}

#[test]
fn what_is_there_twice_is_told_with_the_first_line() {
    assert_eq!(
        told_of(&[
            "Ett,212000-0142,kommun,,01,0180,,,,,,2026-01-01",
            "Två,2120000142,region,,01,,,,,,,2026-01-01",
            "Tre,212000-1355,kommun,,01,0180,,,,,,2026-01-01",
        ]),
        [
            "line 3, organisationsnummer: the same organisation is on line 2",
            "line 4, kommunkod: the municipality on line 2 has the same code",
        ]
    );
}

#[test]
fn owners_are_known_and_lead_in_no_circle() {
    let company = |number: &str, owner: &str| {
        format!("Bolaget,{number},kommunalt_bolag,{owner},,,,,,,,2026-01-01")
    };
    let lines = [
        company("556036-0793", "212000-1124"),
        company("556012-5790", "556074-3089"),
        company("556074-3089", "556012-5790"),
        company("556056-6258", "556056-6258"),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(
        told_of(&lines),
        [
            "line 2, ägare: 212000-1124 is neither in this file nor in the register",
            "line 3, ägare: the owners lead in a circle: 556012-5790, 556074-3089",
            "line 5, ägare: the owners lead in a circle: 556056-6258",
        ]
    );
    // The circle may close through the register.
    let number = |text| OrganisationNumber::try_from(text).unwrap();
    let known = Known::from([(number("556074-3089"), Some(number("556012-5790")))]);
    let problems = parse(file(&[lines[1]]).as_bytes(), &known).unwrap_err();
    assert_eq!(problems.len(), 1);
    // The file's word goes before the register's.
    let cut = company("556074-3089", "");
    assert!(parse(file(&[lines[1], &cut]).as_bytes(), &known).is_ok());
}

#[test]
fn wrong_columns_are_all_told() {
    let text = file(&[])
        .replace("slag", "typ")
        .replace("registrator", "namn");
    assert_eq!(
        told(text.as_bytes()),
        [
            "line 1: there is no column \"typ\"; correct or remove it",
            "line 1, namn: the column is there twice; remove one",
            "line 1, slag: the column is missing; add it, if only with empty values",
            "line 1, registrator: the column is missing; add it, if only with empty values",
        ]
    );
    assert_eq!(told(b"").len(), 1);
    assert_eq!(
        told_of(&["Staden,212000-0142"]),
        ["line 2: has 2 values and the headings are 12; look for a stray separator or quote"]
    );
}

#[test]
fn other_encodings_are_told_with_the_line() {
    let mut latin = file(&["Gävle"]).into_bytes();
    let umlaut = latin.iter().rposition(|byte| *byte == 0xc3).unwrap();
    latin.splice(umlaut..umlaut + 2, [0xe4]);
    assert_eq!(
        told(&latin),
        ["line 2: is not UTF-8; save the file as \"CSV UTF-8\""]
    );
    assert_eq!(told(b"\xff\xfen\0a\0").len(), 1);
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse(&bytes, &Known::new());
    }

    #[test]
    fn no_values_make_it_panic(lines in proptest::collection::vec("[^\u{0}]{0,40}(,[^,]{0,8}){0,13}", 0..6)) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let _ = parse(file(&lines).as_bytes(), &Known::new());
    }
}
