//! Score files: what is read, what is refused and how it is said, and what comes out.

use domain::instrument::{Content, Effort};
use domain::organisation::OrganisationKind;
use domain::scoring::{ScoreFile, document};
use serde_json::{Value, json};

use crate::sketch;

fn content() -> Content {
    let mut edition = sketch::one_goal("ratt.a:NS ratt.b:N ratt.c ratt.d ratt.e");
    let question = |id: &str| format!("ratt.{id}");
    for (id, kinds) in [
        ("a", vec![]),
        (
            "b",
            vec![OrganisationKind::Region, OrganisationKind::Kommun],
        ),
    ] {
        let question = edition
            .questions
            .get_mut(&question(id))
            .expect("the question");
        match kinds.is_empty() {
            true => question.not_applicable.clear(),
            false => question.not_applicable[0].kinds = kinds,
        }
    }
    sketch::add_duty(&mut edition, "ratt.a", "riktlinjer", &[1], &[]);
    sketch::add_card(
        &mut edition,
        "borja",
        2,
        Effort::Liten,
        None,
        "ratt.a:1 ratt.c:12",
    );
    sketch::content(edition)
}

/// What is said about a file, line by line.
fn problems(json: &str) -> Vec<String> {
    let error = ScoreFile::read(&content(), json).expect_err("a problem");
    let lines: Vec<String> = error.to_string().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), error.0.len());
    lines
}

/// A good file but for its answers.
fn with_answers(answers: &str) -> String {
    format!(r#"{{"edition": "skiss", "depth": "full", "answers": {answers}}}"#)
}

#[test]
fn what_is_not_json_is_named_by_line_and_column() {
    assert_eq!(
        problems(""),
        ["line 1 column 0: not JSON: EOF while parsing a value"]
    );
    assert_eq!(
        problems("{\n  \"edition\": \"skiss\",\n}"),
        ["line 3 column 1: not JSON: trailing comma"]
    );
    assert_eq!(
        problems(&with_answers("{} } {")),
        ["line 1 column 55: not JSON: trailing characters"]
    );
    let deep = with_answers(&"[".repeat(100_000));
    assert!(problems(&deep)[0].ends_with("not JSON: recursion limit exceeded"));
    assert_eq!(problems("[]"), ["the file: must be an object, not a list"]);
}

#[test]
fn every_problem_is_told_at_once() {
    let json = r#"{
        "edition": "skuss", "depth": "djup", "organisation_kind": "stat", "organisation_size": 3,
        "svar": {}, "answers": {"ratt.a": 5}
    }"#;
    assert_eq!(
        problems(json),
        [
            "svar: unknown key; the keys are edition, depth, organisation_kind, \
             organisation_size, answers",
            r#"edition: no edition "skuss"; the editions are "skiss""#,
            r#"depth: "djup" is none of "full", "quick""#,
            r#"organisation_kind: "stat" is none of "kommun", "kommunalt_bolag", "kommunalforbund", "region", "regionalt_bolag", "statlig_myndighet", "universitet_hogskola", "statligt_bolag", "ovrigt_offentligt_styrt_organ", "privat_enhet_luf""#,
            r#"organisation_size: 3 is none of "small", "medium", "large""#,
            r#"answers."ratt.a": 5 is wrong: an answer is 1, 2, 3, 4, "vet-inte" or {"inte-tillampligt": "reason"}"#,
        ]
    );
    assert_eq!(
        problems("{}"),
        ["edition: missing", "depth: missing", "answers: missing"]
    );
}

#[test]
fn an_answer_is_a_level_vet_inte_or_inte_tillampligt() {
    let wrong = [
        ("0", "0"),
        ("2.0", "2.0"),
        ("-1", "-1"),
        ("1e3", "1000.0"),
        ("null", "null"),
        ("true", "true"),
        (r#""3""#, r#""3""#),
        (r#""vet inte""#, r#""vet inte""#),
        (r#"["finns-inte"]"#, "a list"),
        (r#"{"inte-tillampligt": 1}"#, "an object"),
        (
            r#"{"inte-tillampligt": "finns-inte", "varför": ""}"#,
            "an object",
        ),
        ("{}", "an object"),
    ];
    for (answer, named) in wrong {
        let file = with_answers(&format!(r#"{{"ratt.c": {answer}}}"#));
        let expected = format!(r#"answers."ratt.c": {named} is wrong: an answer is 1, 2, 3, 4, "#);
        let problems = problems(&file);
        assert!(problems[0].starts_with(&expected), "{answer}: {problems:?}");
        assert_eq!(problems.len(), 1);
    }
    assert_eq!(
        problems(&with_answers("[1]")),
        ["answers: must be an object of answers by question id, not a list"]
    );
}

#[test]
fn a_code_is_a_text_and_nothing_that_could_be_read_as_one() {
    let json = r#"{"edition": "skiss", "depth": {"full": null}, "organisation_kind": null,
        "answers": {}}"#;
    let problems = problems(json);
    assert_eq!(
        problems[0],
        r#"depth: an object is none of "full", "quick""#
    );
    assert!(problems[1].starts_with("organisation_kind: null is none of "));
}

#[test]
fn a_question_that_the_edition_does_not_have() {
    let file = with_answers(r#"{"ratt.z": 1, "\u001b[31m": 2}"#);
    assert_eq!(
        problems(&file),
        [
            r#"answers."\u{1b}[31m": no such question in edition skiss"#,
            r#"answers."ratt.z": no such question in edition skiss"#,
        ]
    );
}

#[test]
fn a_key_given_twice() {
    let json = r#"{"edition": "skiss", "depth": "full", "depth": "quick", "answers":
        {"ratt.c": {"inte-tillampligt": "finns-inte", "inte-tillampligt": "finns-inte"},
         "ratt.d": 1, "ratt.d": 1}}"#;
    assert_eq!(
        problems(json),
        [
            "depth: given more than once",
            r#"answers."ratt.c".inte-tillampligt: given more than once"#,
            r#"answers."ratt.d": given more than once"#,
        ]
    );
}

#[test]
fn inte_tillampligt_where_it_is_not_allowed() {
    let said = |kind: &str, question: &str, reason: &str| {
        let file = format!(
            r#"{{"edition": "skiss", "depth": "full", {kind}
                "answers": {{"{question}": {{"inte-tillampligt": "{reason}"}}}}}}"#
        );
        let content = content();
        ScoreFile::read(&content, &file)
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    let region = r#""organisation_kind": "region","#;
    let state = r#""organisation_kind": "statlig_myndighet","#;
    let refused = |message: &str| Err(message.to_owned());

    assert_eq!(said(region, "ratt.b", "finns-inte"), Ok(()));
    assert_eq!(said("", "ratt.b", "finns-inte"), Ok(()));
    assert_eq!(
        said(state, "ratt.b", "finns-inte"),
        refused(
            r#"answers."ratt.b": the question may not be inte tillämpligt for statlig_myndighet"#
        )
    );
    assert_eq!(
        said(region, "ratt.b", "hinner-inte"),
        refused(r#"answers."ratt.b": no reason "hinner-inte"; for region they are "finns-inte""#)
    );
    assert_eq!(
        said("", "ratt.b", "hinner-inte"),
        refused(r#"answers."ratt.b": no reason "hinner-inte"; the reasons are "finns-inte""#)
    );
    assert_eq!(
        said("", "ratt.a", "finns-inte"),
        refused(r#"answers."ratt.a": the question may not be inte tillämpligt"#)
    );
}

#[test]
fn a_long_value_is_named_by_its_beginning() {
    let long = "å".repeat(100_000);
    let file = with_answers(&format!(r#"{{"{long}": "{long}"}}"#));
    let problems = problems(&file).join("\n");
    assert!(problems.len() < 1000, "{}", problems.len());
    assert!(problems.contains('…'));
}

fn computed(json: &str) -> Value {
    let content = content();
    let document = document(&content, json).expect("a good file");
    serde_json::to_value(document).expect("JSON")
}

#[test]
fn the_document_of_a_full_assessment() {
    let document = computed(
        r#"{"edition": "skiss", "depth": "full", "organisation_kind": "kommun",
            "organisation_size": "small",
            "answers": {"ratt.a": 1, "ratt.b": {"inte-tillampligt": "finns-inte"},
                        "ratt.c": 2, "ratt.d": 2, "ratt.e": "vet-inte"}}"#,
    );
    let both = |text: &str| json!({"sv": text, "en": text});
    let hash = document["hash"].as_str().expect("a hash");
    assert_eq!(hash.len(), 64);
    assert_eq!(
        document,
        json!({
            "versions": {
                "edition": "skiss", "structure": 1, "framework": "skiss", "rules": "1"
            },
            "hash": hash,
            "depth": "full",
            "organisation_kind": "kommun",
            "organisation_size": "small",
            "overall": {
                "goals_at_level_3": 0, "goals": 1, "level": 1, "at_least": false,
                "why_no_level": []
            },
            "goals": [{
                "goal": "1",
                "title": both("1"),
                "state": "has_level",
                "why_no_level": [],
                "applicable": 4,
                "known": 3,
                "level": 1,
                "up_to": 2,
                "mean": {"num": 5, "den": 3, "shown": {"sv": "1,7", "en": "1.7"}},
                "near_limit": [],
                "missing": {
                    "target": 2,
                    "steps": 1,
                    "lift": [{
                        "question": "ratt.a", "from": 1, "to": 2, "steps": 1,
                        "or_find_out": false
                    }],
                    "find_out": ["ratt.e"]
                },
                "tests": [
                    {"level": 1, "reached": 4, "needed": 3, "blocking": [], "holds": true},
                    {"level": 2, "reached": 2, "needed": 3, "blocking": [], "holds": false},
                    {"level": 3, "reached": 0, "needed": 3, "blocking": ["ratt.a"],
                     "holds": false},
                    {"level": 4, "reached": 0, "needed": 3, "blocking": ["ratt.a"],
                     "holds": false},
                ],
                "questions": [
                    {"number": "1.1", "question": "ratt.a", "essential": true, "answer": 1},
                    {"number": "1.2", "question": "ratt.b", "essential": true,
                     "answer": {"inte-tillampligt": "finns-inte"}},
                    {"number": "1.3", "question": "ratt.c", "essential": false, "answer": 2},
                    {"number": "1.4", "question": "ratt.d", "essential": false, "answer": 2},
                    {"number": "1.5", "question": "ratt.e", "essential": false,
                     "answer": "vet-inte"},
                ]
            }],
            "begin_with": null,
            "duties": [{
                "question": "ratt.a", "level": 1, "duty": "riktlinjer",
                "sv": "Lagen kräver det.", "en": "The law requires it.",
                "reference": both("1 kap. 1 §"), "source": "lagen", "checked": "2026-01-01"
            }],
            "cards": [{
                "card": "borja", "title": both("borja"), "when": "now", "begun": false,
                "reasons": [{"question": "ratt.a", "level": 1, "target": 2}]
            }],
            "find_out": {"inkop": ["ratt.e"]},
            "ignored": []
        })
    );
}

#[test]
fn the_document_of_a_snabbkoll_has_no_levels_and_notes_what_it_ignores() {
    let document = computed(
        r#"{"edition": "skiss", "depth": "quick",
            "answers": {"ratt.a": 1, "ratt.c": 2, "ratt.d": "vet-inte"}}"#,
    );
    assert_eq!(document["ignored"], json!(["ratt.c", "ratt.d"]));
    assert_eq!(document["begin_with"], json!(["1"]));
    assert_eq!(document["organisation_kind"], Value::Null);
    assert_eq!(
        document["overall"]["why_no_level"],
        json!([{"reason": "quick"}])
    );
    let goal = &document["goals"][0];
    assert_eq!(goal["state"], "quick");
    assert_eq!(goal["applicable"], 1);
    for absent in ["level", "up_to", "mean", "missing"] {
        assert_eq!(goal[absent], Value::Null, "{absent}");
    }
    assert_eq!(document["cards"][0]["reasons"][0]["target"], 3);
}

#[test]
fn why_there_is_no_level_is_said_with_numbers() {
    let document = computed(&with_answers(r#"{"ratt.a": 4}"#));
    let goal = &document["goals"][0];
    assert_eq!(goal["state"], "no_level");
    assert_eq!(
        goal["why_no_level"],
        json!([{"reason": "too_few_known", "known": 1, "needed": 4, "more": 3}])
    );
    assert_eq!(
        document["overall"]["why_no_level"],
        json!([{"reason": "overarching_without_level"}])
    );
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let json = with_answers(r#"{"ratt.a": 1, "ratt.c": 2, "ratt.e": 4, "ratt.d": 1}"#);
    let bytes = || {
        let content = content();
        serde_json::to_string(&document(&content, &json).expect("a good file")).expect("JSON")
    };
    assert_eq!(bytes(), bytes());
}
