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
