//! A form to fill in elsewhere, and to load back.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Request, header};
use domain::assessment::Answer;
use domain::instrument::Level;
use domain::text::Lang;
use report::form::{self, Filled, Form};

use super::*;

const LIMIT: &str = "grans";

/// The management's form with these levels on its first questions, as someone filled it in.
fn filled_in(world: &World, questions: &[&str], levels: &[Level]) -> Vec<u8> {
    let app = &world.app.app;
    let asked: BTreeSet<String> = questions.iter().map(|id| (*id).to_owned()).collect();
    let form = Form {
        content: &app.content,
        edition: app.current_edition().unwrap(),
        asked: &asked,
        kind: None,
        lang: Lang::Sv,
    };
    let filled: BTreeMap<String, Filled> = questions
        .iter()
        .zip(levels)
        .map(|(id, level)| {
            let filled = Filled {
                answer: Some(Answer::Level(*level)),
                comment: format!("Ifyllt {level}"),
            };
            ((*id).to_owned(), filled)
        })
        .collect();
    form::excel(&form, app.texts.get(Lang::Sv), &filled).unwrap()
}

/// Sends a file to a page.
async fn send(world: &World, path: &str, file: &[u8]) -> Page {
    let mut body = format!(
        "--{LIMIT}\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.xlsx\"\r\n\r\n"
    )
    .into_bytes();
    body.extend(file);
    body.extend(format!("\r\n--{LIMIT}--\r\n").bytes());
    let kind = format!("multipart/form-data; boundary={LIMIT}");
    let request = Request::post(path).header(header::CONTENT_TYPE, kind);
    world
        .app
        .send(request.body(Body::from(body)).unwrap())
        .await
}

#[tokio::test]
async fn a_filled_in_form_shows_what_changes_before_it_is_loaded() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world.invite(&contact, &round, "ledning", "a@ange.se").await;
    let page = format!("{link}/blankett");
    let shown = world.guest().get(&page).await;
    shown.assert_sound("sv");
    for (file, start) in [("xlsx", "PK"), ("docx", "PK")] {
        let path = format!("{page}/fil/svarsblankett.{file}");
        let fetched = world.guest().get(&path).await;
        assert!(fetched.body.starts_with(start), "{file}");
        assert!(fetched.header("content-disposition").contains(file));
    }
    let nothing = world.guest().get(&format!("{page}/fil/annan.xlsx")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let home = world.guest().get(&link).await;
    let questions: Vec<String> = home
        .links()
        .into_iter()
        .filter(|to| to.contains("/fraga/"))
        .map(|to| to.rsplit('/').next().unwrap().to_owned())
        .collect();
    let (one, two) = (questions[0].as_str(), questions[1].as_str());
    world
        .guest()
        .answer(&link, one, "2", "Förut")
        .await
        .location();
    let file = filled_in(&world, &[one, two], &[Level::THREE, Level::FOUR]);
    let changes = send(&world, &page, &file).await;
    assert_eq!(changes.status, StatusCode::OK, "{}", changes.text("main"));
    changes.assert_sound("sv");
    assert!(changes.says("2 svar ändras.") && changes.says("Förut"));
    let before = world.guest().get(&format!("{link}/fraga/{one}")).await;
    assert!(
        before.text("textarea").contains("Förut"),
        "nothing is saved yet"
    );
    let mut fields = Vec::new();
    for id in [one, two] {
        for name in ["version", "niva", "fraga"] {
            let name = format!("{name}.{id}");
            let value = changes.value(&name);
            fields.push((name, value));
        }
        let name = format!("motivering.{id}");
        let text = changes.text(&format!("[name=\"{name}\"]"));
        fields.push((name, text));
    }
    let sent: Vec<(&str, &str)> = fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let load = changes.attr("main form", "action");
    let done = world.guest().post(&load, &sent).await.location();
    assert!(
        world
            .guest()
            .get(&done)
            .await
            .says("Svaren i blanketten är sparade.")
    );
    let after = world.guest().get(&format!("{link}/fraga/{two}")).await;
    assert!(after.has("input[value=\"4\"][checked]"));
    assert_eq!(after.text("textarea"), "Ifyllt 4");
    // Loaded again it changes nothing.
    let again = send(&world, &page, &file).await;
    assert!(again.says("Inget ändras."));
}

#[tokio::test]
async fn a_file_that_cannot_be_used_changes_nothing_and_every_problem_is_told() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world.invite(&contact, &round, "ledning", "a@ange.se").await;
    let page = format!("{link}/blankett");
    // Two questions that the management is not asked.
    let edition = world.app.app.current_edition().unwrap();
    let asked = world.guest().get(&link).await.links();
    let others: Vec<&str> = edition
        .questions
        .keys()
        .map(String::as_str)
        .filter(|id| !asked.iter().any(|to| to.ends_with(&format!("/{id}"))))
        .take(2)
        .collect();
    let foreign = filled_in(&world, &others, &[Level::ONE, Level::TWO]);
    for (file, problems) in [(&b""[..], 1), (b"PK nej", 1), (&foreign, 2)] {
        let refused = send(&world, &page, file).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.assert_sound("sv");
        assert_eq!(refused.texts(".errors li").len(), problems);
        assert!(refused.says("Inget är inläst."));
    }
    assert!(
        world
            .guest()
            .get(&link)
            .await
            .says("0 av 10 frågor är besvarade.")
    );
}
