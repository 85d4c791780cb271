//! What an organisation says of itself.

use super::*;

#[tokio::test]
async fn facts_are_saved_and_none_is_needed() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/om-er");
    let page = app.get(&path).await;
    page.assert_sound("sv");
    let version = page.value("version");
    let all = [
        ("version", version.as_str()),
        ("namn", "  Åmåls kommun & bolag "),
        ("omfattar", "koncern"),
        ("typ", "kommun"),
        ("storlek", "mellan"),
        ("gor", "lista"),
    ];
    let home = app.post(&path, &all).await.location();
    assert!(app.get(&home).await.says("Åmåls kommun & bolag"));
    let page = app.get(&path).await;
    for id in ["omfattar-koncern", "typ-kommun", "storlek-mellan"] {
        assert!(page.has(&format!("#{id}[checked]")), "{id}");
    }
    let version = page.value("version");
    let empty = app.post(&path, &[("version", version.as_str())]).await;
    assert_eq!(empty.location(), format!("{round}/resultat"));
}

#[tokio::test]
async fn two_who_fill_in_facts_see_each_other() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/om-er");
    app.post(&path, &[("version", "0"), ("typ", "region")])
        .await;
    let stopped = app
        .post(&path, &[("version", "0"), ("typ", "kommun")])
        .await;
    assert_eq!(stopped.status, StatusCode::CONFLICT);
    stopped.assert_sound("sv");
    assert!(stopped.text(".errors").contains("Region"));
    assert!(
        stopped.has("#typ-kommun[checked]"),
        "what was filled in is kept"
    );
    let version = stopped.value("version");
    let fields = [("version", version.as_str()), ("typ", "kommun")];
    assert_eq!(app.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn marking_a_goal_done_is_no_conflict_for_an_open_form() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    app.post(&format!("{round}/mal/1/kontrollera"), &[("klart", "nej")])
        .await;
    let path = format!("{round}/om-er");
    let saved = app
        .post(&path, &[("version", "0"), ("typ", "kommun")])
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_unknown_kind_and_a_long_name_are_told() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/om-er");
    let long = "x".repeat(201);
    let fields = [("version", "0"), ("typ", "furstendöme"), ("namn", &long)];
    let page = app.post(&path, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert_eq!(page.value("namn"), long);
    assert_eq!(page.texts(".errors li").len(), 2);
    let page = app.post(&path, &[("typ", "kommun")]).await;
    assert_eq!(
        page.status,
        StatusCode::BAD_REQUEST,
        "no version: no form of ours"
    );
}

#[tokio::test]
async fn not_applicable_that_the_kind_rules_out_is_told_at_the_question() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let question = "miljo.livsmedel";
    let edition = app.app.current_edition().expect("an edition");
    let reason = &edition
        .question(question)
        .expect("a question")
        .not_applicable[0]
        .reason;
    app.answer(&round, question, &format!("ej:{reason}")).await;
    let path = format!("{round}/fraga/{question}");
    assert!(!app.get(&path).await.has(".notice"));
    let fields = [("version", "0"), ("typ", "kommun")];
    app.post(&format!("{round}/om-er"), &fields).await;
    assert!(app.get(&path).await.has(".notice"));
}
