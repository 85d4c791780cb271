//! What holds for every page: languages, headers, forms from elsewhere.

use super::*;

#[tokio::test]
async fn the_language_switch_keeps_the_place() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    for path in [
        "",
        "/adress",
        "/mal/3",
        "/mal/3/alla",
        "/fraga/ratt.avtal?sparat=ratt.direkt",
        "/mal/3/kontrollera",
        "/om-er",
        "/spara",
        "/dela",
        "/radera",
    ] {
        let swedish = app.get(&format!("{round}{path}")).await;
        let to_english = swedish.attr("header a[hreflang]", "href");
        let english = app.get(&to_english).await;
        assert_eq!(english.status, StatusCode::OK, "{to_english}");
        english.assert_sound("en");
        assert_eq!(
            english.attr("header a[hreflang]", "href"),
            format!("{round}{path}")
        );
    }
}

#[tokio::test]
async fn every_response_is_guarded_and_no_page_sets_a_cookie() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    for path in [round.as_str(), "/", "/nope", "/health/live", "/robots.txt"] {
        let page = app.get(path).await;
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "strict-origin");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("set-cookie"), "");
        assert_eq!(page.header("x-request-id").len(), 16);
        assert_eq!(page.header("strict-transport-security"), "", "plain http");
    }
}

#[tokio::test]
async fn a_service_on_https_asks_for_https_from_then_on() {
    let app =
        TestApp::with(|settings| settings.base_url = "https://kollen.example".to_owned()).await;
    for path in ["/", "/nope", "/health/live"] {
        let asked = app.get(path).await.header("strict-transport-security");
        assert!(asked.starts_with("max-age=31536000"), "{path}: {asked}");
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://ond.example"),
    ] {
        let request = Request::post(format!("{round}/radera"))
            .header(header::HOST, "localhost:8080")
            .header(name, value)
            .body(Body::empty())
            .expect("a request");
        let page = app.send(request).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        page.assert_sound("sv");
    }
    assert_eq!(app.get(&round).await.status, StatusCode::OK);
}

#[tokio::test]
async fn bodies_that_are_no_forms_are_told_apart() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let path = format!("{round}/fraga/ratt.avtal");
    let send = |kind: &str, body: Vec<u8>| {
        let request = Request::post(&path).header(header::CONTENT_TYPE, kind);
        app.send(request.body(Body::from(body)).expect("a request"))
    };
    let json = send("application/json", b"{}".to_vec()).await;
    assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    json.assert_sound("sv");
    let huge = vec![b'a'; 10 * 1024 * 1024];
    let huge = send("application/x-www-form-urlencoded", huge).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    huge.assert_sound("sv");
    let wrong = app.post("/om/metod", &[]).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    wrong.assert_sound("sv");
    let bytes = b"niva.ratt.avtal=2&motivering.ratt.avtal=%ff%fe&version.ratt.avtal=0".to_vec();
    let bytes = send("application/x-www-form-urlencoded", bytes).await;
    assert_eq!(bytes.status, StatusCode::SEE_OTHER, "no UTF-8 is no panic");
}
