//! Taking out everything, and leaving with it.

use std::io::{Cursor, Read};

use super::*;

/// The files of an archive, by path.
pub(super) fn files(bytes: &[u8]) -> std::collections::BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = std::collections::BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text");
        files.insert(file.name().to_owned(), text);
    }
    files
}

#[tokio::test]
async fn everything_is_taken_out_and_a_round_is_loaded_again() {
    let app = shared().await;
    let setting = setting(&app).await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let page = setting.contact.get(&format!("/o/{ORG}/export")).await;
    page.assert_sound("sv");
    let english = page.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
    let file = setting.contact.get(&format!("/o/{ORG}/export/fil")).await;
    assert_eq!(file.header("content-type"), "application/zip");
    let files = files(&file.bytes);

    let about: serde_json::Value = serde_json::from_str(&files["organisation.json"]).expect("JSON");
    assert_eq!(about["format"], "strategikollen-organisation-1");
    assert_eq!(about["organisation"]["name"], "Ånge Energi");
    assert_eq!(about["members"][0]["email"], "kim@ange.example");
    assert_eq!(about["rounds"][0]["stage"], "submitted");
    let receipt = &about["submissions"][0];
    let handed_in = &files[receipt["file"].as_str().expect("a path")];
    let shown = setting.contact.get(&setting.path("kvittens/fil")).await;
    assert_eq!(*handed_in, shown.body, "character by character");
    let events = about["events"].as_array().expect("events");
    assert!(events.iter().any(|event| event["kind"] == "submitted"));
    assert!(files["svar.csv"].starts_with("\u{feff}sjalvskattning;fraga;svar;motivering\n"));
    assert_eq!(files["svar.csv"].lines().count(), 1 + answers(&app).len());
    assert!(files["svar.csv"].contains("hemlig motivering"), "their own");
    assert!(files["LAS-MIG.txt"].contains("sjalvskattningar/"));

    // Another installation loads the round, answers and grounds alike.
    let path = about["rounds"][0]["file"].as_str().expect("a path");
    let there = TestApp::new().await;
    let loaded = service::file::load(&there.app, files[path].as_bytes(), 5000).await;
    let secret = loaded.expect("a database").expect("a round");
    let opened = service::rounds::open(&there.app, &secret, service::rounds::Wanted::All).await;
    let opened = opened.expect("a database").expect("a round");
    let expected: domain::assessment::Answers = answers(&app)
        .into_iter()
        .map(|(question, answer)| (question.to_owned(), answer))
        .collect();
    assert_eq!(opened.answers(), expected);
    assert_eq!(
        opened.latest(answers(&app)[0].0).said.comment,
        "hemlig motivering"
    );
}

#[tokio::test]
async fn what_would_be_a_formula_is_text() {
    let app = shared().await;
    let setting = setting(&app).await;
    let bo = app
        .member(setting.organisation, "=cmd@ange.example", Role::Reader)
        .await;
    assert_ne!(bo.person, setting.contact.person);
    let file = setting.contact.get(&format!("/o/{ORG}/export/fil")).await;
    assert!(files(&file.bytes)["medlemmar.csv"].contains(";'=cmd@ange.example;"));
}

#[tokio::test]
async fn nobody_leaves_by_a_slip_and_then_everything_is_gone_but_what_must_stay() {
    let app = shared().await;
    let setting = setting(&app).await;
    let ida = app
        .member(setting.organisation, "ida@ange.example", Role::Respondent)
        .await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    app.mails().await;
    let here = format!("/o/{ORG}/avsluta");
    let page = setting.contact.get(&here).await;
    page.assert_sound("sv");
    assert!(page.says("allmän handling") && page.links().contains(&format!("/o/{ORG}/export")));
    let english = page.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");
    for typed in ["", "Ånge kommun"] {
        let page = setting.contact.post(&here, &[("namn", typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(page.text(".errors").contains("Inget har raderats"));
    }
    assert_eq!(
        ida.post(&here, &[("namn", "Ånge Energi")]).await.status,
        StatusCode::FORBIDDEN
    );

    let done = setting
        .contact
        .post(&here, &[("namn", " ånge  energi ")])
        .await;
    assert_eq!(done.location(), "/oversikt?lamnat=ja");
    let page = setting.contact.get(&done.location()).await;
    page.assert_sound("sv");
    assert!(page.text(".status").contains("är avslutad"));
    let told: Vec<_> = app.mails().await.into_iter().map(|mail| mail.to).collect();
    assert!(told.contains(&"ida@ange.example".to_owned()), "{told:?}");
    for page in [format!("/o/{ORG}"), setting.path("resultat")] {
        let status = setting.contact.get(&page).await.status;
        assert!(
            matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN),
            "{page}"
        );
    }
    let kept = service::submissions::of_organisation(&app.app, setting.organisation).await;
    assert_eq!(kept.expect("a database").len(), 1, "an official document");
    let mut tx = app.app.store.read().await.expect("a database");
    let record = tx.agency_events(None, 9).await.expect("events");
    assert_eq!(record[0].kind, "agency_organisation_left");
    assert_eq!(record[0].who, "", "without names");
}

#[tokio::test]
async fn an_own_installation_is_named_anew() {
    let app = TestApp::new().await;
    let setting = setting(&app).await;
    setting.contact.post(&setting.path("lamna-in"), &[]).await;
    let done = setting
        .contact
        .post(&format!("/o/{ORG}/avsluta"), &[("namn", "Ånge Energi")])
        .await;
    assert!(
        done.location().starts_with("/installera/"),
        "{}",
        done.location()
    );
    setting
        .contact
        .get(&done.location())
        .await
        .assert_sound("sv");
    let kept = service::submissions::of_organisation(&app.app, setting.organisation).await;
    assert!(kept.expect("a database").is_empty());
}
