//! What ends a round or makes it another, and addresses that open nothing.

use super::*;

#[tokio::test]
async fn a_deleted_round_is_gone_and_says_so() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    app.get(&format!("{round}/radera")).await.assert_sound("sv");
    let deleted = app.post(&format!("{round}/radera"), &[]).await;
    assert_eq!(deleted.status, StatusCode::OK);
    deleted.assert_sound("sv");
    let gone = app.get(&round).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    gone.assert_sound("sv");
    assert!(gone.says("Vi hittar ingen självskattning"));
}

#[tokio::test]
async fn an_unused_round_is_deleted_on_the_day_that_the_page_said() {
    let app = TestApp::new().await;
    let (idle, used) = (app.start("hela").await, app.start("hela").await);
    app.pass(364 * DAY);
    app.answer(&used, "ratt.avtal", "2").await;
    assert_eq!(
        service::rounds::delete_unused(&app.app)
            .await
            .expect("deletes"),
        0
    );
    app.pass(DAY + 1);
    assert_eq!(
        service::rounds::delete_unused(&app.app)
            .await
            .expect("deletes"),
        1
    );
    assert_eq!(app.get(&idle).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&used).await.status, StatusCode::OK);
    let copy = app.get(&format!("{used}/adress")).await;
    assert!(
        copy.says("20 november 2028"),
        "counted from the last change"
    );
}

#[tokio::test]
async fn snabbkollen_becomes_hela_kollen_with_its_answers() {
    let app = TestApp::new().await;
    let round = app.start("snabb").await;
    app.answer(&round, "ratt.avtal", "2").await;
    app.get(&format!("{round}/hela-kollen"))
        .await
        .assert_sound("sv");
    let home = app
        .post(&format!("{round}/hela-kollen"), &[])
        .await
        .location();
    let page = app.get(&home).await;
    assert!(page.says("1 av 48 frågor"));
    assert!(
        page.texts(".state")
            .contains(&"Påbörjad (1 av 7)".to_owned())
    );
}

#[tokio::test]
async fn a_wrong_address_is_told_in_the_language_of_the_address() {
    let app = TestApp::new().await;
    let key = "0".repeat(32);
    for (path, lang) in [
        (format!("/sjalvskattning/{key}"), "sv"),
        ("/sjalvskattning/kort".to_owned(), "sv"),
        (format!("/en/assessment/{key}/result"), "en"),
        (format!("/en/read/{key}/result"), "en"),
    ] {
        let page = app.get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        page.assert_sound(lang);
    }
}
