//! A round as a file: saved, loaded, refused.

use super::*;

pub(super) async fn load(app: &TestApp, bytes: &[u8]) -> common::Page {
    load_as(app, bytes, "samma").await
}

/// Loads a file to go on with (`samma`) or to begin the next round from (`ny`).
async fn load_as(app: &TestApp, bytes: &[u8], how: &str) -> common::Page {
    let mut body = format!("--x\r\ncontent-disposition: form-data; name=\"som\"\r\n\r\n{how}\r\n");
    body.push_str(
        "--x\r\ncontent-disposition: form-data; name=\"fil\"; filename=\"a.json\"\r\n\
                     content-type: application/json\r\n\r\n",
    );
    let mut body = body.into_bytes();
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    let request = Request::post("/sjalvskattning/oppna")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .expect("a request");
    app.send(request).await
}

#[tokio::test]
async fn a_saved_round_opens_on_another_installation_with_everything_in_it() {
    let here = TestApp::new().await;
    let round = here.start("hela").await;
    here.comment(&round, "ratt.avtal", "3", "Grund: \"å\" <b>")
        .await;
    here.answer(&round, "social.risk", "vet-inte").await;
    let facts = [("version", "0"), ("namn", "Åmål"), ("typ", "kommun")];
    here.post(&format!("{round}/om-er"), &facts).await;
    here.get(&format!("{round}/spara")).await.assert_sound("sv");
    let file = here.get(&format!("{round}/spara/fil")).await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert!(!file.body.contains(round.rsplit('/').next().expect("a key")));

    let there = TestApp::new().await;
    let address = load(&there, file.body.as_bytes()).await.location();
    let copy = address.strip_suffix("/adress").expect("an address");
    let question = there.get(&format!("{copy}/fraga/ratt.avtal")).await;
    assert!(question.has("#niva-ratt-avtal-3[checked]"));
    assert_eq!(question.text("textarea"), "Grund: \"å\" <b>");
    assert!(there.get(copy).await.says("2 av 48 frågor"));
    assert!(
        there
            .get(&format!("{copy}/om-er"))
            .await
            .has("#typ-kommun[checked]")
    );
}

#[tokio::test]
async fn last_times_file_begins_the_next_round() {
    let here = TestApp::new().await;
    let round = here.start("hela").await;
    here.comment(&round, "ratt.avtal", "3", "Riktlinjen, avsnitt 4")
        .await;
    let facts = [("version", "0"), ("typ", "kommun")];
    here.post(&format!("{round}/om-er"), &facts).await;
    let file = here.get(&format!("{round}/spara/fil")).await;

    let there = TestApp::new().await;
    let address = load_as(&there, file.body.as_bytes(), "ny").await.location();
    let next = address.strip_suffix("/adress").expect("an address");
    let shown = there.get(&address).await;
    assert!(shown.links().contains(&format!("{next}/forra-gangen")));
    assert!(
        there.get(next).await.says("0 av 48 frågor"),
        "nothing is answered yet"
    );
    let (goal, question) = (
        format!("{next}/forra-gangen/mal/4"),
        format!("{next}/fraga/ratt.avtal"),
    );
    for page in [format!("{next}/forra-gangen"), goal.clone()] {
        let page = there.get(&page).await;
        page.assert_sound("sv");
        let english = page.attr("header a[hreflang]", "href");
        there.get(&english).await.assert_sound("en");
    }
    for how in [
        &[("gor", "alla")][..],
        &[("gor", "en"), ("fraga", "ratt.avtal")],
    ] {
        there.post(&goal, how).await;
    }
    let page = there.get(&question).await;
    assert!(page.has("#niva-ratt-avtal-3[checked]"));
    assert_eq!(page.text("textarea"), "Riktlinjen, avsnitt 4");
    let changes = there.get(&format!("{next}/andringar")).await;
    changes.assert_sound("sv");
    assert!(changes.says("En fråga har samma svar."));

    // The file of the next round holds both, and loads.
    let saved = there.get(&format!("{next}/spara/fil")).await;
    let again = load(&here, saved.body.as_bytes()).await.location();
    let again = again.strip_suffix("/adress").expect("an address");
    assert!(
        here.get(&format!("{again}/forra-gangen"))
            .await
            .says("Förra gångens svar")
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_used_says_why_and_stores_nothing() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    app.answer(&round, "ratt.avtal", "3").await;
    let file = app.get(&format!("{round}/spara/fil")).await.body;
    let cases = [
        (String::new(), "Välj en fil"),
        (file[..file.len() / 2].to_owned(), "saknas en del"),
        ("[[[[[[[[".repeat(20_000), "saknas en del"),
        (
            file.replace("\"answer\": 3", "\"answer\": 4"),
            "har ändrats",
        ),
        (file.replace("nus-2016-1", "nus-2031-9"), "har ändrats"),
        (
            file.replace("strategikollen-round-1", "annat"),
            "saknas en del",
        ),
    ];
    for (bytes, message) in cases {
        let page = load(&app, bytes.as_bytes()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
        page.assert_sound("sv");
        assert!(
            page.text(".errors").contains(message),
            "{}",
            page.text(".errors")
        );
    }
    let huge = load(&app, &vec![b'x'; 10 * 1024 * 1024]).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    huge.assert_sound("sv");
}

/// A service that has another edition too, from which nothing leads to the current one.
async fn with_another_edition(current: Option<&'static str>) -> TestApp {
    TestApp::with_app(|app| {
        let mut other = app.content.editions[&app.content.current].clone();
        other.id = OTHER.to_owned();
        app.content.editions.insert(other.id.clone(), other);
        if let Some(current) = current {
            app.content.current = current.to_owned();
        }
    })
    .await
}

const OTHER: &str = "annan-1";

#[tokio::test]
async fn from_an_edition_without_a_way_here_everything_is_asked_anew() {
    let there = with_another_edition(Some(OTHER)).await;
    let round = there.start("hela").await;
    there
        .comment(&round, "ratt.avtal", "3", "Riktlinjen, avsnitt 4")
        .await;
    let file = there.get(&format!("{round}/spara/fil")).await;

    let here = with_another_edition(None).await;
    let address = load_as(&here, file.body.as_bytes(), "ny").await.location();
    let next = address.strip_suffix("/adress").expect("an address");
    let overview = here.get(&format!("{next}/forra-gangen")).await;
    overview.assert_sound("sv");
    assert!(overview.text(".notice").contains("Svara på dem på nytt"));
    assert!(overview.says("att svara på") && !overview.says("Klart"));
    let goal = here.get(&format!("{next}/forra-gangen/mal/4")).await;
    goal.assert_sound("sv");
    assert!(!goal.has("button[name=gor]"), "nothing to confirm");
    assert!(goal.links().contains(&format!("{next}/fraga/ratt.avtal")));
    let changes = here.get(&format!("{next}/andringar")).await;
    changes.assert_sound("sv");
    assert!(changes.says("Frågorna har bytts ut"));
}
