//! What the hub's pages show.

use axum::http::StatusCode;

use crate::world::{text, with};

#[tokio::test]
async fn every_page_is_sound_in_both_languages() {
    let app = with(|_| {}).await;
    for (sv, en) in [
        ("/kunskap", "/en/knowledge"),
        ("/kunskap/ordlista", "/en/knowledge/glossary"),
        ("/kunskap/amne/konkurrens", "/en/knowledge/topic/konkurrens"),
        ("/kunskap/ett-enda-anbud", "/en/knowledge/ett-enda-anbud"),
        (
            "/kunskap/en-kommun-ringde",
            "/en/knowledge/en-kommun-ringde",
        ),
        (
            "/kunskap/lista-over-samtal",
            "/en/knowledge/lista-over-samtal",
        ),
        ("/strategi/3", "/en/strategy/3"),
        ("/sok?q=anbud", "/en/search?q=anbud"),
    ] {
        for (address, lang) in [(sv, "sv"), (en, "en")] {
            let page = app.get(address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            page.assert_sound(lang);
        }
        assert_eq!(app.get(sv).await.attr(".top a[hreflang]", "href"), en);
    }
    for nowhere in [
        "/kunskap/finns-inte",
        "/kunskap/amne/x",
        "/kunskap/x/text",
        "/strategi/8",
    ] {
        assert_eq!(app.get(nowhere).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_article_tells_where_it_belongs_and_how_old_it_is() {
    let app = with(|_| {}).await;
    let page = app.get("/kunskap/ett-enda-anbud").await;
    for (selector, href) in [
        ("article a", "/tips/ring-dem-som-lat-bli"),
        ("article a", "/fragor/konkurrens.anbud"),
        ("article a", "/kunskap/lista-over-samtal"),
        (".beside a", "/kunskap/en-kommun-ringde"),
        (".beside a", "/strategi/3"),
        (".beside a", "/kunskap/amne/marknad"),
        ("nav[aria-labelledby] a", "#del-4"),
    ] {
        assert!(page.has(&format!("{selector}[href=\"{href}\"]")), "{href}");
    }
    let source = &app.app.content.sources["nus"].address;
    assert!(page.has(&format!("article p a[href=\"{source}\"]")));
    assert!(page.has("article ol li strong"));
    assert!(page.says("Redaktionen ser efter sidan. Senast genomgången 20 november 2026."));
    assert_eq!(page.attr("input[name=om]", "value"), "hub:ett-enda-anbud");
    let thanks = app.post(
        "/synpunkter",
        &[("om", "hub:ett-enda-anbud"), ("svar", "ja")],
    );
    assert!(thanks.await.status.is_redirection());
}

#[tokio::test]
async fn words_are_linked_where_they_first_stand() {
    let app = with(|_| {}).await;
    let page = app.get("/kunskap/ett-enda-anbud").await;
    assert_eq!(page.texts("article a.term"), ["anbud", "direktupphandling"]);
    assert_eq!(
        page.attr("article a.term", "href"),
        "/kunskap/ordlista#anbud"
    );
    let english = app.get("/en/knowledge/ett-enda-anbud").await;
    assert_eq!(english.texts("article a.term"), ["tender", "direct award"]);
    // Not in the text that explains the word itself.
    let glossary = app.get("/kunskap/ordlista").await;
    assert!(!glossary.has("#anbud a[href=\"/kunskap/ordlista#anbud\"]"));
    assert!(glossary.has("#anbud a[href=\"/kunskap/ordlista#direktupphandling\"]"));
    assert!(glossary.says("Kallas också: bud."));
}

#[tokio::test]
async fn a_template_prints_and_copies_and_an_example_says_what_it_is() {
    let app = with(|_| {}).await;
    let page = app.get("/kunskap/lista-over-samtal").await;
    assert_eq!(page.texts("th[scope=col]"), ["Vem", "Svar"]);
    assert!(page.has(".scroll[tabindex=\"0\"][aria-label] table tbody td"));
    let text = app.get(&page.attr(".beside a[href$=text]", "href")).await;
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert!(
        text.body.contains("Samtal\n\nVem\t\tSvar\n…\t&\t…\n"),
        "{}",
        text.body
    );
    let example = app.get("/kunskap/en-kommun-ringde").await;
    assert_eq!(example.text(".caption"), "Exempel · Mönster");
    assert!(!example.has("nav[aria-labelledby=innehallet]"));
}

#[tokio::test]
async fn questions_tips_goals_and_topics_lead_to_what_names_them() {
    let app = with(|content| {
        let framework = "fardplan-2025";
        if let Some(framework) = content.frameworks.get_mut(framework) {
            framework.explained = Some(text("Det som är **känt**."));
        }
        for edition in content.editions.values_mut() {
            edition.goals[2].explained = Some(text("Mer om ett [anbud](term:anbud)."));
        }
    })
    .await;
    for address in [
        "/fragor/konkurrens.anbud",
        "/tips/ring-dem-som-lat-bli",
        "/strategi/3",
        "/kunskap/amne/konkurrens",
        "/kunskap",
    ] {
        let page = app.get(address).await;
        assert!(
            page.has("main a[href=\"/kunskap/ett-enda-anbud\"]"),
            "{address}"
        );
    }
    let goal = app.get("/strategi/3").await;
    assert!(goal.has("main a[href=\"/kunskap/ordlista#anbud\"]"));
    assert!(goal.has("main a[href=\"/fragor/konkurrens.anbud\"]"));
    let strategy = app.get("/strategi").await;
    assert!(strategy.has("main a[href=\"/strategi/3\"]"));
    assert_eq!(strategy.text("main p strong"), "känt");
    let question = app.get("/fragor/konkurrens.anbud").await;
    assert!(question.has("a.term[href=\"/kunskap/ordlista#anbud\"]"));
}
