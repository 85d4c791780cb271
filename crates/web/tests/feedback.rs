//! "Var det här begripligt och användbart?" by whole requests: what is stored, and what is not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use common::{Page, START, TestApp};
use service::feedback;
use std::net::SocketAddr;

const FORM: &str = "/synpunkter";

/// What is stored: about, useful, text and language of every opinion.
async fn stored(app: &TestApp) -> Vec<(String, Option<bool>, Option<String>, String)> {
    let rows = feedback::list(&app.app, None).await.unwrap();
    rows.into_iter()
        .map(|row| {
            assert_eq!(row.at, START);
            (row.about, row.useful, row.text, row.lang)
        })
        .collect()
}

fn assert_to_mend(page: &Page, field: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.text("title").starts_with("Fel: "));
    assert!(page.has(".errors[autofocus][tabindex=\"-1\"]"));
    assert!(
        page.has(&format!(".errors a[href=\"#{field}\"]")),
        "{}",
        page.body
    );
    assert!(page.says("Inget är sparat än."));
    let summary = page.text(".errors a");
    let at_field = page.texts(".error");
    assert!(
        at_field.contains(&format!("Fel: {summary}")),
        "{at_field:?}"
    );
}

#[tokio::test]
async fn yes_or_no_on_a_page_is_stored_and_thanked_for() {
    let app = TestApp::new().await;
    let page = app.get("/om/metod").await;
    assert_eq!(page.value("om"), "page:Method");
    let sent = app
        .post(
            FORM,
            &[("om", "page:Method"), ("webbplats", ""), ("svar", "nej")],
        )
        .await;
    assert_eq!(sent.location(), "/synpunkter?om=page:Method&tack=1");
    let thanks = app.get(&sent.location()).await;
    thanks.assert_sound("sv");
    assert_eq!(thanks.text(".status"), "Svaret är sparat.");
    assert!(thanks.has("main a[href=\"/om/metod\"]"));
    assert_eq!(
        stored(&app).await,
        [("page:Method".to_owned(), Some(false), None, "sv".to_owned())]
    );
}

#[tokio::test]
async fn words_can_be_added_afterwards() {
    let app = TestApp::new().await;
    let thanks = app
        .get("/en/feedback?om=card:gor-en-inkopsanalys&tack=1")
        .await;
    thanks.assert_sound("en");
    assert!(!thanks.has("[name=svar]"), "yes or no was said already");
    let fields = [
        ("om", thanks.value("om")),
        ("text", "One\r\ntwo ".to_owned()),
    ];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    app.post("/en/feedback", &fields).await.location();
    let text = Some("One\ntwo".to_owned());
    assert_eq!(
        stored(&app).await,
        [(
            "card:gor-en-inkopsanalys".to_owned(),
            None,
            text,
            "en".to_owned()
        )]
    );
}

#[tokio::test]
async fn an_opinion_can_be_about_a_part_of_a_question() {
    let app = TestApp::new().await;
    let page = app.get("/synpunkter?om=question:ratt.avtal:level-2").await;
    assert!(page.says("Fråga 4.2"));
    assert_eq!(page.text("#del option[selected]"), "Nivå 2");
    assert_eq!(page.value("om"), "question:ratt.avtal");
    for (part, about) in [
        ("", "question:ratt.avtal"),
        ("level-4", "question:ratt.avtal:level-4"),
        ("boundary", "question:ratt.avtal:boundary"),
        ("evidence", "question:ratt.avtal:evidence"),
    ] {
        let fields = [("om", "question:ratt.avtal"), ("del", part), ("svar", "ja")];
        app.post(FORM, &fields).await.location();
        assert_eq!(stored(&app).await.last().unwrap().0, about);
    }
}

#[tokio::test]
async fn without_a_subject_it_is_about_the_whole_service() {
    let app = TestApp::new().await;
    for address in [
        FORM,
        "/synpunkter?om=page:Nothing",
        "/synpunkter?om=question:x.y",
    ] {
        let page = app.get(address).await;
        page.assert_sound("sv");
        assert_eq!(page.value("om"), "service");
        assert!(page.says("Hela tjänsten"));
        assert!(!page.has("#del"));
    }
}

#[tokio::test]
async fn every_page_of_a_round_can_be_spoken_of_without_its_address() {
    let app = TestApp::new().await;
    let round = app.start("snabb").await;
    let about = app.get(&round).await.value("om");
    let sent = app.post(FORM, &[("om", &about), ("svar", "ja")]).await;
    let thanks = app.get(&sent.location()).await;
    assert!(thanks.says("Gå tillbaka i webbläsaren"));
    assert!(!thanks.body.contains(round.rsplit('/').next().unwrap()));
}

#[tokio::test]
async fn a_program_that_fills_the_trap_is_thanked_and_nothing_is_stored() {
    let app = TestApp::new().await;
    let fields = [
        ("om", "page:Tips"),
        ("svar", "ja"),
        ("webbplats", "http://x.se"),
    ];
    let location = app.post(FORM, &fields).await.location();
    assert_eq!(location, "/synpunkter?om=page:Tips&tack=1");
    app.post(FORM, &[("webbplats", "http://x.se")])
        .await
        .location();
    assert!(stored(&app).await.is_empty());
}

#[tokio::test]
async fn what_cannot_be_used_is_told_and_what_was_written_is_kept() {
    let app = TestApp::new().await;
    let om = ("om", "page:Tips");
    let long = "å".repeat(10_001);
    let cases: [(&[(&str, &str)], &str); 8] = [
        (&[om], "svar-ja"),
        (&[om, ("text", "  \r\n ")], "svar-ja"),
        (&[om, ("svar", "kanske")], "svar-ja"),
        (&[om, ("svar", "ja"), ("svar", "nej")], "svar-ja"),
        (&[om, ("svar", "ja"), ("text", &long)], "text"),
        (&[om, ("text", "en\0två")], "text"),
        (&[om, ("text", "en"), ("text", "två")], "text"),
        (&[("svar", "ja"), ("text", "ord")], "text"),
    ];
    for (fields, field) in cases {
        assert_to_mend(&app.post(FORM, fields).await, field);
    }
    assert!(stored(&app).await.is_empty());

    let page = app
        .post(FORM, &[om, ("svar", "nej"), ("text", &long)])
        .await;
    assert!(page.has("#svar-nej[checked]"));
    assert_eq!(page.text("#text"), long);
    let page = app.post(FORM, &[om, ("text", "en\0två")]).await;
    assert_eq!(page.text("#text"), "entvå");
}

#[tokio::test]
async fn a_subject_that_does_not_exist_becomes_the_whole_service_and_is_asked_about() {
    let app = TestApp::new().await;
    let long = "x".repeat(300);
    for om in [
        "",
        "page:",
        "page:Nothing",
        "page:Ready",
        "question:",
        "question:ratt.avtal:level-5",
        "question:ratt.avtal:x:y",
        "card:finns-inte",
        "service:x",
        "page:Tips\0",
        &long,
    ] {
        let page = app
            .post(FORM, &[("om", om), ("svar", "ja"), ("text", "Ord")])
            .await;
        assert_to_mend(&page, "text");
        assert_eq!(page.value("om"), "service", "{om}");
        assert_eq!(page.text("#text"), "Ord");
    }
    for fields in [
        [("om", "page:Tips"), ("om", "page:Start"), ("svar", "ja")],
        [("om", "page:Tips"), ("del", "level-2"), ("svar", "ja")],
        [
            ("om", "question:ratt.avtal"),
            ("del", "level-9"),
            ("svar", "ja"),
        ],
    ] {
        assert_to_mend(&app.post(FORM, &fields).await, "text");
    }
    assert!(stored(&app).await.is_empty());
}

#[tokio::test]
async fn one_requester_is_stopped_after_many_and_others_are_not() {
    let app = TestApp::new().await;
    let send = |port: u16, last: u8| {
        let mut request = Request::post(FORM)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("om=page:Tips&svar=ja"))
            .unwrap();
        let from = SocketAddr::from(([203, 0, 113, last], port));
        request.extensions_mut().insert(ConnectInfo(from));
        app.send(request)
    };
    let mut answers = 0;
    let stopped = loop {
        let page = send(answers, 1).await;
        if page.status != StatusCode::SEE_OTHER {
            break page;
        }
        answers += 1;
    };
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    stopped.assert_sound("sv");
    assert!(
        answers >= 60,
        "a person reads at least as many pages in an hour"
    );
    assert_eq!(stored(&app).await.len(), usize::from(answers));
    assert_eq!(send(1, 2).await.status, StatusCode::SEE_OTHER);
    app.pass(60 * 60 * 1000);
    assert_eq!(send(2, 1).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_is_no_form_or_too_large_gets_a_page_that_says_so() {
    let app = TestApp::new().await;
    let request = Request::post("/en/feedback")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"))
        .unwrap();
    let page = app.send(request).await;
    assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    page.assert_sound("en");
    let text = "x".repeat(10_000_000);
    let page = app
        .post(FORM, &[("om", "page:Tips"), ("text", &text)])
        .await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    page.assert_sound("sv");
    assert!(stored(&app).await.is_empty());
}
