//! Mails, from the use case that writes them to what arrives.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use common::TestApp;
use domain::text::Lang;
use service::mail::{self, Mail};
use store::StoreError;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn mail(to: &str, subject: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: subject.to_owned(),
        text: "Hej!\n\nEr kod är åäö-123.\n".to_owned(),
        why: "någon bad om en kod.".to_owned(),
    }
}

async fn enqueue(app: &TestApp, lang: Lang, mail: &Mail) {
    let letter = mail::outgoing(&app.app, lang, mail);
    app.app
        .store
        .write(move |tx| Box::pin(async move { tx.enqueue_mail(&letter).await }))
        .await
        .unwrap();
}

async fn subjects(app: &TestApp) -> Vec<String> {
    let mails = app.mails().await;
    mails.into_iter().map(|mail| mail.subject).collect()
}

#[tokio::test]
async fn a_mail_ends_with_who_sends_it_and_why() {
    let app = TestApp::with_sender().await;
    let to = "kim@exempel.se";
    enqueue(&app, Lang::Sv, &mail(to, "Er kod till självskattningen")).await;
    let english = Mail {
        why: "someone asked for a code.".to_owned(),
        ..mail(to, "Your code")
    };
    enqueue(&app, Lang::En, &english).await;
    let mails = app.mails().await;
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].to, to);
    assert_eq!(mails[0].subject, "Er kod till självskattningen");
    assert_eq!(
        mails[0].text,
        "Hej!\n\nEr kod är åäö-123.\n\n-- \n\
         Strategikollen drivs av Exempelmyndigheten. Frågor: kollen@exempel.se\n\
         http://localhost:8080\n\
         Därför får du mejlet: någon bad om en kod.\n"
    );
    let foot = "-- \n\
         Strategikollen is run by Exempelmyndigheten. Questions: kollen@exempel.se\n\
         http://localhost:8080\n\
         Why you get this e-mail: someone asked for a code.\n";
    assert!(mails[1].text.ends_with(foot), "{}", mails[1].text);
}

#[tokio::test]
async fn without_a_sender_the_foot_says_that_nobody_stands_behind_it() {
    let app = TestApp::new().await;
    enqueue(&app, Lang::Sv, &mail("kim@exempel.se", "Er kod")).await;
    let mails = app.mails().await;
    assert!(mails[0].text.contains("Testläge: ingen organisation"));
}

#[tokio::test]
async fn what_was_rolled_back_is_never_told() {
    let app = TestApp::new().await;
    let letter = mail::outgoing(&app.app, Lang::Sv, &mail("kim@exempel.se", "Inlämnad"));
    let undone = app
        .app
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.enqueue_mail(&letter).await?;
                Err::<(), _>(StoreError::Other("the round was not handed in".to_owned()))
            })
        })
        .await;
    assert!(undone.is_err());
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn the_database_holds_no_text_in_clear() {
    let app = TestApp::new().await;
    enqueue(&app, Lang::Sv, &mail("kim@exempel.se", "Hemlig rubrik")).await;
    let mut looked_into = 0;
    for file in fs::read_dir(app.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for words in ["Hemlig rubrik", "åäö-123"] {
            let found = bytes.windows(words.len()).any(|at| at == words.as_bytes());
            assert!(!found, "{words}");
        }
        looked_into += bytes.len();
    }
    assert!(looked_into > 0);
    assert_eq!(subjects(&app).await, ["Hemlig rubrik"]);
}

#[tokio::test]
async fn no_text_becomes_a_header_of_its_own() {
    let app = TestApp::new().await;
    let sly = mail("kim@exempel.se", "Ånge\r\nBcc: alla@exempel.se\u{2028}X: y");
    enqueue(&app, Lang::Sv, &sly).await;
    enqueue(
        &app,
        Lang::Sv,
        &mail("kim@exempel.se\r\nBcc: b@exempel.se", "En"),
    )
    .await;
    enqueue(
        &app,
        Lang::Sv,
        &mail("Kim <kim@exempel.se>, b@exempel.se", "Två"),
    )
    .await;
    enqueue(&app, Lang::Sv, &mail("kim", "Tre")).await;
    enqueue(&app, Lang::Sv, &mail("b@exempel.se", "Fyra")).await;
    // What is no address is given up at once and holds nothing else up.
    let expected = ["Ånge Bcc: alla@exempel.se X: y", "Fyra"];
    assert_eq!(subjects(&app).await, expected);
    let mut files: Vec<_> = fs::read_dir(app.folder.path().join("mail"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let first = fs::read_to_string(&files[0]).unwrap();
    let head: Vec<&str> = first.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        head,
        [
            "From: Strategikollen <noreply@localhost>",
            "To: kim@exempel.se",
            "Date: Sun, 22 Nov 2026 09:42:00 +0000",
            "Subject: Ånge Bcc: alla@exempel.se X: y",
        ]
    );
}

#[tokio::test]
async fn files_of_mails_sort_by_time_and_are_the_operators_alone() {
    let app = TestApp::new().await;
    let mut expected = Vec::new();
    for n in 0..12 {
        let subject = format!("Mejl {n}");
        enqueue(&app, Lang::Sv, &mail("kim@exempel.se", &subject)).await;
        expected.push(subject);
        app.pass(n % 3 * 400);
    }
    assert_eq!(subjects(&app).await, expected);
    let folder = app.folder.path().join("mail");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for file in fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_tried_again_with_longer_and_longer_pauses() {
    let app = TestApp::new().await;
    let folder = app.folder.path().join("mail");
    // A file where the folder should be.
    fs::write(&folder, "").unwrap();
    enqueue(&app, Lang::Sv, &mail("kim@exempel.se", "Er kod")).await;
    let tried = async || mail::deliver_due(&app.app).await.unwrap();
    tried().await;
    app.pass(10_000);
    tried().await;
    fs::remove_file(&folder).unwrap();
    app.pass(19_999);
    tried().await;
    assert!(!folder.exists());
    app.pass(1);
    assert_eq!(subjects(&app).await, ["Er kod"]);
}

#[tokio::test]
async fn what_cannot_be_sent_in_three_days_is_given_up() {
    let app = TestApp::new().await;
    let folder = app.folder.path().join("mail");
    fs::write(&folder, "").unwrap();
    enqueue(&app, Lang::Sv, &mail("kim@exempel.se", "Er kod")).await;
    app.pass(3 * DAY - 1);
    mail::deliver_due(&app.app).await.unwrap();
    enqueue(&app, Lang::Sv, &mail("kim@exempel.se", "En ny kod")).await;
    app.pass(10_000);
    // Where nothing can be sent, one mail at a time is tried: the new one, then the old one.
    mail::deliver_due(&app.app).await.unwrap();
    mail::deliver_due(&app.app).await.unwrap();
    fs::remove_file(&folder).unwrap();
    app.pass(DAY);
    assert_eq!(subjects(&app).await, ["En ny kod"]);
}
