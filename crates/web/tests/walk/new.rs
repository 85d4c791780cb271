//! Starting a round.

use super::*;

#[tokio::test]
async fn a_round_begins_with_its_address() {
    let app = TestApp::new().await;
    let page = app.get("/sjalvskattning/ny?djup=hela").await;
    page.assert_sound("sv");
    assert!(page.has("#djup-hela[checked]"));
    let round = app.start("hela").await;
    let address = app.get(&format!("{round}/adress")).await;
    address.assert_sound("sv");
    assert_eq!(
        address.value_of("adress"),
        format!("http://localhost:8080{round}")
    );
    assert!(address.says("22 november 2027"), "says when it is deleted");
    assert!(address.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn nothing_chosen_is_told_at_the_field() {
    let app = TestApp::new().await;
    for fields in [
        &[][..],
        &[("djup", "djupare")],
        &[("djup", "snabb"), ("djup", "hela")],
    ] {
        let page = app.post("/sjalvskattning/ny", fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        assert!(page.has(".errors[autofocus][tabindex=\"-1\"] a[href=\"#djup-snabb\"]"));
    }
}

#[tokio::test]
async fn one_place_can_start_only_so_many_in_an_hour() {
    let app = TestApp::with(|settings| settings.proxies = 1).await;
    let start = async |from: &str| {
        let request = Request::post("/sjalvskattning/ny")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("x-forwarded-for", from)
            .body(Body::from("djup=snabb"))
            .expect("a request");
        app.send(request).await
    };
    for _ in 0..200 {
        start("203.0.113.1").await.location();
    }
    let page = start("203.0.113.1").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.assert_sound("sv");
    start("203.0.113.2").await.location();
    app.pass(60 * 60 * 1000);
    start("203.0.113.1").await.location();
}

#[tokio::test]
async fn a_loaded_file_counts_as_a_round_that_is_started() {
    let app = TestApp::new().await;
    let round = app.start("snabb").await;
    let file = app.get(&format!("{round}/spara/fil")).await.bytes;
    for _ in 1..200 {
        app.start("snabb").await;
    }
    let page = super::file::load(&app, &file).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.assert_sound("sv");
}
