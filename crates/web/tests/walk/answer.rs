//! One question a page: saving, two who answer at once, fields that cannot be used.

use super::*;

#[tokio::test]
async fn an_answer_is_saved_and_the_next_page_says_so() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let next = app
        .comment(&round, "ratt.avtal", "3", "Vi har en plan")
        .await
        .location();
    assert_eq!(next, format!("{round}/fraga/ratt.jav?sparat=ratt.avtal"));
    let shown = app.get(&next).await;
    shown.assert_sound("sv");
    assert_eq!(
        shown.text(".status"),
        "Svaret på fråga 4.2 är sparat kl. 10.42."
    );
    let again = app.get(&format!("{round}/fraga/ratt.avtal")).await;
    assert!(again.has("#niva-ratt-avtal-3[checked]"));
    assert_eq!(again.text("textarea"), "Vi har en plan");
}

#[tokio::test]
async fn empty_is_saved_without_a_word_and_moves_on() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let next = app.answer(&round, "ratt.avtal", "").await.location();
    assert_eq!(next, format!("{round}/fraga/ratt.jav"));
    assert!(!app.get(&next).await.has(".status"));
}

#[tokio::test]
async fn the_last_question_of_a_goal_leads_to_the_check_and_the_list_button_to_the_goal() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let last = app.answer(&round, "ratt.skydd", "2").await.location();
    assert!(
        last.starts_with(&format!("{round}/mal/4/kontrollera")),
        "{last}"
    );
    let listed = app
        .post(
            &format!("{round}/fraga/ratt.avtal"),
            &[
                ("niva.ratt.avtal", "2"),
                ("version.ratt.avtal", "0"),
                ("gor", "lista"),
            ],
        )
        .await
        .location();
    assert!(listed.starts_with(&format!("{round}/mal/4?")), "{listed}");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_saved_once() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/fraga/ratt.avtal");
    let fields = [
        ("niva.ratt.avtal", "2"),
        ("motivering.ratt.avtal", "Text"),
        ("version.ratt.avtal", "0"),
    ];
    for _ in 0..2 {
        assert_eq!(app.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.get(&path).await.value("version.ratt.avtal"), "1");
}

#[tokio::test]
async fn a_later_save_is_stopped_and_the_choice_is_the_users() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/fraga/ratt.avtal");
    app.comment(&round, "ratt.avtal", "2", "Först").await;
    let mine = [
        ("niva.ratt.avtal", "3"),
        ("motivering.ratt.avtal", "Sedan"),
        ("version.ratt.avtal", "0"),
    ];
    let stopped = app.post(&path, &mine).await;
    assert_eq!(stopped.status, StatusCode::CONFLICT);
    stopped.assert_sound("sv");
    assert!(stopped.says("Nivå 2 – Delvis infört") && stopped.says("Först"));
    assert!(stopped.says("Nivå 3 – Systematiskt") && stopped.says("Sedan"));

    // No choice made: asked again, still nothing overwritten.
    let mut resolve = vec![
        ("konflikt.ratt.avtal", "1"),
        ("niva.ratt.avtal", "3"),
        ("motivering.ratt.avtal", "Sedan"),
        ("version.ratt.avtal", "1"),
    ];
    assert_eq!(app.post(&path, &resolve).await.status, StatusCode::CONFLICT);
    assert!(app.get(&path).await.has("#niva-ratt-avtal-2[checked]"));

    resolve.push(("behall.ratt.avtal", "sparat"));
    assert_eq!(
        app.post(&path, &resolve).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(app.get(&path).await.has("#niva-ratt-avtal-2[checked]"));

    resolve.pop();
    resolve.push(("behall.ratt.avtal", "mitt"));
    assert_eq!(
        app.post(&path, &resolve).await.status,
        StatusCode::SEE_OTHER
    );
    let kept = app.get(&path).await;
    assert!(kept.has("#niva-ratt-avtal-3[checked]"));
    assert_eq!(kept.text("textarea"), "Sedan");
}

#[tokio::test]
async fn a_field_that_cannot_be_used_is_told_and_the_text_is_kept() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/fraga/ratt.avtal");
    let long = "å".repeat(10_001);
    let cases: [&[(&str, &str)]; 4] = [
        &[("niva.ratt.avtal", "5"), ("motivering.ratt.avtal", "Kvar")],
        &[
            ("niva.ratt.avtal", "2"),
            ("niva.ratt.avtal", "3"),
            ("motivering.ratt.avtal", "Kvar"),
        ],
        &[
            ("niva.ratt.avtal", "2"),
            ("motivering.ratt.avtal", "Kvar\0"),
        ],
        &[
            ("niva.ratt.avtal", "ej:koper-inte-mat"),
            ("motivering.ratt.avtal", "Kvar"),
        ],
    ];
    for case in cases {
        let fields = [case, &[("version.ratt.avtal", "0")]].concat();
        let page = app.post(&path, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        assert!(page.has(".errors[autofocus] a"));
        assert_eq!(page.text("textarea"), "Kvar");
    }
    let fields = [
        ("motivering.ratt.avtal", long.as_str()),
        ("version.ratt.avtal", "0"),
    ];
    let page = app.post(&path, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("textarea"), long);
    assert_eq!(app.get(&path).await.value("version.ratt.avtal"), "0");
}

#[tokio::test]
async fn snabbkollen_asks_its_own_questions_in_one_row() {
    let app = TestApp::new().await;
    let round = app.start("snabb").await;
    let home = app.get(&round).await;
    home.assert_sound("sv");
    let edition = app.app.current_edition().expect("an edition");
    let quick: Vec<_> = edition
        .places()
        .filter(|(place, _)| place.mapped.quick)
        .map(|(_, question)| question.id.clone())
        .collect();
    assert_eq!(quick.len(), edition.counts.quick);
    let mut page = format!("{round}/fraga/{}", quick[0]);
    for question in &quick {
        assert!(
            page.starts_with(&format!("{round}/fraga/{question}")),
            "{page}"
        );
        page = app.answer(&round, question, "2").await.location();
    }
    assert!(page.starts_with(&format!("{round}/om-er")), "{page}");
    let other = app.get(&format!("{round}/fraga/ratt.jav")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}
