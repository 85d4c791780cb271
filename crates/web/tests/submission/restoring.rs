//! What an organisation took out is loaded into an installation of its own.

use std::collections::BTreeMap;

use domain::account::Stage;
use serde_json::Value;
use service::organisations::restore::{Loaded, RestoreError, restore};

use super::leaving::files;
use super::*;

pub(super) const DAY: i64 = 24 * 60 * 60 * 1000;
pub(super) const KIM: &str = "kim@ange.example";

/// What an organisation takes out, by path, that has handed in twice and withdrawn one of those,
/// agrees on a third round and answers a fourth.
pub(super) async fn taken_out(app: &TestApp) -> BTreeMap<String, String> {
    let Setting {
        contact,
        organisation,
        round,
    } = setting(app).await;
    app.member(organisation, "bo@ange.example", Role::Respondent)
        .await;
    contact.post(&path(round, "lamna-in"), &[]).await.location();
    app.pass(DAY);
    let contact = app.session(contact.person, Some(app.app.now())).await;
    let from = format!("fran-{round}");
    let next = contact
        .post(&format!("/o/{ORG}/ny"), &[("gor", from.as_str())])
        .await
        .location();
    assert!(next.ends_with("/forra-gangen"), "{next}");
    for n in [1, 2] {
        app.pass(DAY);
        let contact = app.session(contact.person, Some(app.app.now())).await;
        let agreed = answers(app).split_off(n);
        let person = contact.person;
        let round = app
            .agreeing(organisation, person, Depth::Full, &agreed)
            .await;
        if n == 1 {
            contact.post(&path(round, "lamna-in"), &[]).await.location();
            let reason = [("skal", "Vi räknade =fel")];
            contact
                .post(&path(round, "aterta"), &reason)
                .await
                .location();
        }
    }
    plans::planned(app, contact.person, organisation, round).await;
    let month = [("manad", "10")];
    let contact = app.session(contact.person, Some(app.app.now())).await;
    contact.post(&format!("/o/{ORG}/uppgifter"), &month).await;
    let file = contact.get(&format!("/o/{ORG}/export/fil")).await;
    files(&file.bytes)
}

pub(super) async fn load(
    there: &TestApp,
    taken: &BTreeMap<String, String>,
) -> Result<Loaded, RestoreError> {
    let bytes = |(path, text): (&String, &String)| (path.clone(), text.clone().into_bytes());
    restore(&there.app, &taken.iter().map(bytes).collect()).await
}

pub(super) fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A file of an export without what says when it was taken out.
fn timeless(path: &str, text: &str) -> Value {
    let mut whole = json(text);
    if path.starts_with("sjalvskattningar/") {
        let mut round = whole["round"].take();
        round["saved_at"] = Value::Null;
        return round;
    }
    whole["exported_at"] = Value::Null;
    whole
}

#[tokio::test]
async fn what_was_taken_out_comes_back_as_it_was() {
    let app = shared().await;
    let taken = taken_out(&app).await;
    let there = TestApp::new().await;
    there.pass(10 * DAY);
    let loaded = load(&there, &taken).await.expect("what was taken out");
    let about = json(&taken["organisation.json"]);
    let events = about["events"].as_array().expect("events").len();
    assert_eq!(
        loaded,
        Loaded {
            name: "Ånge Energi".to_owned(),
            members: 2,
            rounds: 4,
            submissions: 2,
            plans: 2,
            events,
        }
    );
    let kim = there.sign_in_surely(KIM).await;
    let home = kim.get(&format!("/o/{ORG}")).await;
    home.assert_sound("sv");
    for stage in [
        "Svarandet pågår",
        "Ni enas om svar",
        "Inlämnad",
        "Återtagen",
    ] {
        assert!(home.says(stage), "{stage}");
    }

    // Taken out there, it is the same again: what was handed in to the byte.
    let again = kim.get(&format!("/o/{ORG}/export/fil")).await;
    let again = files(&again.bytes);
    assert_eq!(
        again.keys().collect::<Vec<_>>(),
        taken.keys().collect::<Vec<_>>()
    );
    for (path, text) in &taken {
        let same = match path.as_str() {
            "organisation.json" => {
                let mut now = timeless(path, &again[path]);
                let events = now["events"].as_array_mut().expect("events");
                let added = events.remove(0);
                assert_eq!(added["kind"], "restored");
                now == timeless(path, text)
            }
            "handelser.csv" => text.lines().all(|line| again[path].contains(line)),
            // Who answered what is not taken out, nor then how it was spread.
            "fordelning.csv" => true,
            round if round.starts_with("sjalvskattningar/") => {
                timeless(path, &again[path]) == timeless(path, text)
            }
            _ => again[path] == *text,
        };
        assert!(same, "{path}: {text} became {}", again[path]);
    }
    let log = kim.get(&format!("/o/{ORG}/logg")).await;
    log.assert_sound("sv");
    assert!(log.says("Organisationen lästes in från det som togs ut den 2026-11-25"));
}

#[tokio::test]
async fn what_comes_back_is_gone_on_with() {
    let app = shared().await;
    let taken = taken_out(&app).await;
    let there = TestApp::new().await;
    there.pass(10 * DAY);
    load(&there, &taken).await.expect("what was taken out");
    let kim = there.sign_in_surely(KIM).await;
    let mut tx = there.app.store.read().await.expect("a database");
    let own = tx.organisation_by_public_id(ORG).await.expect("a database");
    let own = own.expect("the organisation").id;
    let rounds = tx.rounds_of_organisation(own).await.expect("a database");
    drop(tx);
    let at = |stage: Stage| {
        let mut found = rounds.iter();
        let found = found.find(|round| round.stage == stage.code());
        found.expect("a round").round
    };
    // The receipt is the one that was given.
    let receipt = kim.get(&path(at(Stage::Submitted), "kvittens")).await;
    receipt.assert_sound("sv");
    let shown = kim.get(&path(at(Stage::Submitted), "kvittens/fil")).await;
    let about = json(&taken["organisation.json"]);
    let handed_in = &taken[about["submissions"][0]["file"].as_str().expect("a path")];
    assert_eq!(shown.body, *handed_in);
    let withdrawn = kim.get(&path(at(Stage::Withdrawn), "kvittens")).await;
    assert!(withdrawn.says("Vi räknade =fel"));
    // What is being answered is, with last time's answers to confirm, and by whoever is a member.
    let last_time = kim.get(&path(at(Stage::Answering), "forra-gangen")).await;
    last_time.assert_sound("sv");
    let bo = there.sign_in("bo@ange.example").await;
    let question = answers(&there)[0].0;
    let page = path(at(Stage::Answering), &format!("fraga/{question}"));
    let version = bo.get(&page).await.value(&format!("version.{question}"));
    let names = ["niva", "version"].map(|name| format!("{name}.{question}"));
    let fields = [(names[0].as_str(), "2"), (&names[1], &version)];
    let saved = bo.post(&page, &fields).await.location();
    assert!(saved.contains("sparat="), "{saved}");
    // What the group agrees on is changed, and handed in.
    let agreeing = at(Stage::Agreeing);
    assert!(
        there
            .agree(agreeing, question, Answer::Level(Level::FOUR))
            .await
    );
    let done = kim.post(&path(agreeing, "lamna-in"), &[]).await;
    assert!(done.location().contains("/kvittens"), "{}", done.body);
    let trend = kim.get(&format!("/o/{ORG}/utveckling")).await;
    trend.assert_sound("sv");
    assert!(trend.says("Så har målen stått"));
}

/// Changes `organisation.json`.
pub(super) fn changed(
    taken: &BTreeMap<String, String>,
    change: impl Fn(&mut Value),
) -> BTreeMap<String, String> {
    let mut about = json(&taken["organisation.json"]);
    change(&mut about);
    let mut taken = taken.clone();
    taken.insert("organisation.json".to_owned(), about.to_string());
    taken
}

/// Fails unless all of these problems are told, and nothing is loaded.
pub(super) async fn assert_refused(
    there: &TestApp,
    files: &BTreeMap<String, String>,
    problems: &[&str],
) {
    let found: Vec<String> = match load(there, files).await {
        Err(RestoreError::Problems(found)) => found.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    for problem in problems {
        let told = found.iter().any(|found| found.contains(problem));
        assert!(told, "{problem} is not in {found:?}");
    }
    let mut tx = there.app.store.read().await.expect("a database");
    assert!(!tx.any_organisation().await.expect("a database"));
}

#[tokio::test]
async fn every_problem_is_told_and_nothing_is_loaded_by_halves() {
    let app = shared().await;
    let taken = taken_out(&app).await;
    let about = json(&taken["organisation.json"]);
    let handed_in = about["submissions"][0]["file"].as_str().expect("a path");
    let round = about["rounds"][0]["file"].as_str().expect("a path");
    let there = TestApp::new().await;

    let without = |path: &str| {
        let mut taken = taken.clone();
        taken.remove(path);
        taken
    };
    let altered = |path: &str, from: &str, to: &str| {
        let mut taken = taken.clone();
        let text = taken[path].replacen(from, to, 1);
        assert_ne!(text, taken[path], "{path}");
        taken.insert(path.to_owned(), text);
        taken
    };
    let json_to = "organisation.json";
    for (files, problems) in [
        (without(json_to), vec!["organisation.json: is missing"]),
        (without(handed_in), vec!["is missing"]),
        (without(round), vec!["is missing"]),
        (
            altered(json_to, "organisation-1", "organisation-9"),
            vec!["organisation-9"],
        ),
        (
            altered(json_to, "\"members\"", "\"membres\""),
            vec!["membres"],
        ),
        (altered(json_to, "\"contact\"", "\"boss\""), vec!["boss"]),
        (altered(handed_in, "3", "4"), vec!["checksum differs"]),
        (
            altered(round, "hemlig", "öppen"),
            vec!["was cut off or changed"],
        ),
        (
            changed(&taken, |about| {
                about["members"][0]["role"] = "reader".into();
                about["members"][1]["email"] = "inte en adress".into();
                about["rounds"][0]["stage"] = "submitted".into();
                about["rounds"][1]["audiences"][0]["questions"][0] = "ingen.fraga".into();
                about["rounds"][2]["audiences"] = Vec::<Value>::new().into();
                about["organisation"]["number"] = "212000-0143".into();
                about["organisation"]["reminder_month"] = 13.into();
            }),
            vec![
                "nobody could lead it",
                "no e-mail address",
                "its submission says otherwise",
                "ingen.fraga",
                "asks nobody",
                "reminder_month is no month",
                "212000-0143",
            ],
        ),
        (
            changed(&taken, |about| {
                about["members"][1]["email"] = about["members"][0]["email"].clone();
            }),
            vec!["is a member twice"],
        ),
    ] {
        assert_refused(&there, &files, &problems).await;
    }

    // Only where there is nobody yet, and no agency.
    load(&there, &taken).await.expect("what was taken out");
    let twice = load(&there, &taken).await;
    assert!(matches!(twice, Err(RestoreError::NotEmpty)), "{twice:?}");
    let agency = load(&shared().await, &taken).await;
    assert!(matches!(agency, Err(RestoreError::Shared)), "{agency:?}");
}
