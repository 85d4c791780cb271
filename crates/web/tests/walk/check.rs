//! Checking a goal and marking it done.

use super::*;

#[tokio::test]
async fn done_needs_every_question_answered_in_some_way() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/mal/7/kontrollera");
    let refused = app.post(&path, &[("klart", "ja")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.assert_sound("sv");
    assert_eq!(refused.texts(".errors li").len(), 6);
    let edition = app.app.current_edition().expect("an edition");
    for mapped in &edition.goal("7").expect("goal 7").questions {
        app.answer(&round, &mapped.id, "vet-inte").await;
    }
    let done = app.post(&path, &[("klart", "ja")]).await.location();
    assert_eq!(done, format!("{round}/resultat/mal/7"));
    let home = app.get(&round).await;
    assert!(home.texts(".state").contains(&"Klar".to_owned()));
    app.pass(1);
    app.answer(&round, "social.risk", "2").await;
    let home = app.get(&round).await;
    assert!(
        home.texts(".state")
            .contains(&"Ändrad efter klar".to_owned())
    );
    app.post(&path, &[("klart", "nej")]).await;
    let home = app.get(&round).await;
    assert!(
        home.texts(".state")
            .contains(&"Påbörjad (6 av 6)".to_owned())
    );
}

#[tokio::test]
async fn no_choice_is_told() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let page = app.post(&format!("{round}/mal/1/kontrollera"), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has(".errors a[href=\"#klart-ja\"]"));
}
