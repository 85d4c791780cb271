//! Read-only addresses.

use super::*;

#[tokio::test]
async fn a_read_only_address_opens_the_result_and_nothing_that_writes() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/dela");
    app.get(&path).await.assert_sound("sv");
    let made = app.post(&path, &[("gor", "ny")]).await.location();
    let page = app.get(&made).await;
    page.assert_sound("sv");
    let address = page.value_of("las-1");
    let read = address
        .strip_prefix("http://localhost:8080")
        .expect("our address");
    assert!(read.starts_with("/las/"));
    assert_eq!(app.get(read).await.status, StatusCode::OK);

    let key = read.split('/').nth(2).expect("a key");
    for path in [
        "",
        "/om-er",
        "/spara/fil",
        "/dela",
        "/radera",
        "/fraga/ratt.avtal",
    ] {
        let through_writing = app.get(&format!("/sjalvskattning/{key}{path}")).await;
        assert_eq!(through_writing.status, StatusCode::NOT_FOUND, "{path}");
    }
    let written = app.get(&format!("/las/{key}/fraga/ratt.avtal")).await;
    assert_eq!(written.status, StatusCode::NOT_FOUND);
    let own = round.rsplit('/').next().expect("a key");
    assert_eq!(
        app.get(&format!("/las/{own}/resultat")).await.status,
        StatusCode::NOT_FOUND,
        "the writing address is no reading address"
    );

    let id = page.value("id");
    let taken = [("gor", "ta-tillbaka"), ("id", id.as_str())];
    app.post(&path, &taken).await;
    assert_eq!(app.get(read).await.status, StatusCode::NOT_FOUND);
}
