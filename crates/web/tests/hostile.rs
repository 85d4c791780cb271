//! Texts that would be markup or script if a page forgot what they are.

mod common;

use axum::http::StatusCode;
use common::{Page, TestApp};

/// Ends every place that a text can stand in, and then does something.
const MARKUP: &str =
    "\"'></textarea></title></script><script>alert(1)</script><img src=x onerror=alert(1)>";

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Whether a page has nothing that our texts made.
fn assert_harmless(page: &Page, path: &str) {
    for made in ["script:not([src])", "[onerror]", "img[src=x]"] {
        assert!(!page.has(made), "{made} on {path}: {}", page.body);
    }
}

/// A round where everything that can be written holds markup.
async fn round(app: &TestApp) -> String {
    let round = app.start("hela").await;
    let facts = [("version", "0"), ("namn", MARKUP), ("typ", "kommun")];
    app.post(&format!("{round}/om-er"), &facts).await.location();
    app.comment(&round, "ratt.avtal", "1", MARKUP)
        .await
        .location();
    let decision = format!("{round}/beslutssida");
    let shown = app.get(&decision).await;
    let owner = shown.attr("input[name^=\"agare.\"]", "name");
    let date = owner.replace("agare.", "datum.");
    let fields = [("version", "0"), (&*owner, MARKUP), (&*date, MARKUP)];
    app.post(&decision, &fields).await.location();
    round
}

#[tokio::test]
async fn a_text_never_becomes_markup() {
    let app = TestApp::new().await;
    let round = round(&app).await;
    let mut shown = 0;
    for path in [
        "",
        "/adress",
        "/mal/3",
        "/mal/3/alla",
        "/mal/3/kontrollera",
        "/fraga/ratt.avtal",
        "/om-er",
        "/spara",
        "/dela",
        "/radera",
        "/resultat",
        "/resultat/mal/3",
        "/tips",
        "/ta-reda-pa",
        "/beslutssida",
        "/underlag",
    ] {
        let path = format!("{round}{path}");
        let page = app.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_harmless(&page, &path);
        shown += usize::from(page.says("<script>alert(1)</script>"));
    }
    assert!(shown > 5, "the texts are there: {shown}");
}

#[tokio::test]
async fn what_is_sent_back_to_be_mended_is_text() {
    let app = TestApp::new().await;
    let round = round(&app).await;
    let answer = format!("{round}/fraga/ratt.avtal");
    let cases: [(&str, &[(&str, &str)]); 5] = [
        (
            &answer,
            &[
                ("niva.ratt.avtal", "2"),
                ("motivering.ratt.avtal", MARKUP),
                ("version.ratt.avtal", "0"),
            ],
        ),
        (
            &answer,
            &[("niva.ratt.avtal", MARKUP), ("version.ratt.avtal", "1")],
        ),
        (
            &format!("{round}/om-er"),
            &[("version", "0"), ("namn", MARKUP), ("typ", MARKUP)],
        ),
        (
            "/synpunkter",
            &[("om", MARKUP), ("text", MARKUP), ("text", MARKUP)],
        ),
        ("/sjalvskattning/ny", &[("djup", MARKUP)]),
    ];
    for (path, fields) in cases {
        let page = app.post(path, fields).await;
        assert!(page.status.is_client_error(), "{path}: {}", page.status);
        assert_harmless(&page, path);
    }
}

#[tokio::test]
async fn an_address_is_text() {
    let app = TestApp::new().await;
    let round = round(&app).await;
    let markup = encoded(MARKUP);
    for path in [
        format!("/{markup}"),
        format!("/fragor/{markup}"),
        format!("/sjalvskattning/{markup}"),
        format!("/?{markup}={markup}"),
        format!("{round}/fraga/ratt.avtal?sparat={markup}"),
        format!("{round}/mal/{markup}"),
        format!("/synpunkter?om={markup}"),
    ] {
        let page = app.get(&path).await;
        assert!(!page.status.is_server_error(), "{path}");
        assert_harmless(&page, &path);
    }
}
