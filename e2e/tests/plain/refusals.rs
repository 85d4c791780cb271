//! What is refused, and that nothing changes then.

use domain::text::Lang;
use e2e::http::{Client, FORM};
use e2e::places::{How, content, edition, public, round_places};
use e2e::program::Program;
use e2e::rounds::{Round, State, prepare};
use hyper::Method;
use serde_json::Value;
use web::routes::{Door, Page};

/// What the round holds, as its file tells.
async fn held(client: &Client, round: &Round) -> Value {
    let file = client.get(&round.path(Page::File, &[])).await;
    let mut file: Value = serde_json::from_slice(&file.body).expect("JSON");
    file["round"].take()["answers"].take()
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let round = prepare(&client, edition(&content), State::FullDone).await;
    let before = held(&client, &round).await;
    let question = &edition(&content).goals[0].questions[0].id;
    for lang in Lang::ALL {
        let paths = [
            round.path_in(Page::Answer, lang, &[question]),
            round.path_in(Page::Delete, lang, &[]),
            public(Page::New, lang, &[]),
            public(Page::Feedback, lang, &[]),
        ];
        for path in paths {
            let elsewhere = [("origin", "https://exempel.se"), ("origin", "null")];
            for (name, value) in elsewhere
                .into_iter()
                .chain([("sec-fetch-site", "cross-site")])
            {
                let body =
                    format!("niva.{question}=1&version.{question}=1&djup=hela&om=page:Start");
                let headers = [("content-type", FORM), (name, value)];
                let reply = client
                    .send(Method::POST, &path, &headers, body.into_bytes())
                    .await;
                assert_eq!(reply.status, 403, "{path} with {name}: {value}");
                let root = reply.attributes("html", "lang");
                assert_eq!(root, [lang.code()], "a page in the language of the address");
            }
        }
    }
    assert_eq!(held(&client, &round).await, before);
}

#[tokio::test]
async fn ten_megabytes_are_refused_in_every_form() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let edition = edition(&content);
    let round = prepare(&client, edition, State::FullEmpty).await;
    let goal = &edition.goals[0];
    let heavy = format!(
        "motivering.{}={}",
        goal.questions[0].id,
        "a".repeat(10 << 20)
    );
    let paths = [
        public(Page::New, Lang::En, &[]),
        public(Page::Feedback, Lang::En, &[]),
        round.path_in(Page::Answer, Lang::En, &[&goal.questions[0].id]),
        round.path_in(Page::GoalForm, Lang::En, &[&goal.id]),
        round.path_in(Page::Check, Lang::En, &[&goal.id]),
        round.path_in(Page::Facts, Lang::En, &[]),
        round.path_in(Page::Decision, Lang::En, &[]),
        round.path_in(Page::Share, Lang::En, &[]),
    ];
    for path in paths {
        let headers = [("content-type", FORM)];
        let body = heavy.clone().into_bytes();
        let reply = client.send(Method::POST, &path, &headers, body).await;
        assert_eq!(reply.status, 413, "{path}");
        assert_eq!(reply.attributes("html", "lang"), ["en"]);
    }
    let file = vec![b'['; 10 << 20];
    let reply = client
        .upload(&public(Page::Open, Lang::En, &[]), &[], &file)
        .await;
    assert_eq!(reply.status, 413);
    assert_eq!(held(&client, &round).await, serde_json::json!({}));
}

#[tokio::test]
async fn looking_changes_nothing() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let edition = edition(&content);
    let round = prepare(&client, edition, State::FullDone).await;
    let before = held(&client, &round).await;
    for lang in Lang::ALL {
        for place in round_places(edition, &round, Door::Write, lang, How::One) {
            let query = "?gor=ta-tillbaka&klart=nej&niva=1&version=1";
            let reply = client.get(&format!("{}{query}", place.path)).await;
            assert_eq!(reply.status, 200, "{}", place.path);
            let head = client
                .send(Method::HEAD, &place.path, &[], Vec::new())
                .await;
            assert_eq!((head.status, head.body.len()), (200, 0), "{}", place.path);
        }
    }
    assert_eq!(held(&client, &round).await, before);
}

#[tokio::test]
async fn fields_that_no_form_has_are_passed_over() {
    let program = Program::start().await;
    let client = program.client();
    let content = content();
    let edition = edition(&content);
    let round = prepare(&client, edition, State::FullEmpty).await;
    let question = &edition.goals[0].questions[0].id;
    let other = &edition.goals[1].questions[0].id;
    let fields = [
        (format!("niva.{question}"), "3"),
        (format!("version.{question}"), "0"),
        (format!("niva.{other}"), "4"),
        (format!("version.{other}"), "0"),
        ("admin".to_owned(), "ja"),
        (String::new(), ""),
        ("\u{0}".to_owned(), "\u{0}"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let path = round.path(Page::Answer, &[question]);
    assert_eq!(client.post(&path, &fields).await.status, 303);
    let answers = held(&client, &round).await;
    let answers = answers.as_object().expect("answers");
    assert_eq!(answers.keys().collect::<Vec<_>>(), [question]);
}
