//! Texts that the check refuses: even so, a page shows them as text.

use domain::hub::Kind;

use crate::world::{page, text, with};

const HOSTILE: &str = "<script>alert(1)</script> <img src=x onerror=alert(1)> \
[a](javascript:alert(1)) [b](data:text/html,x) [c](card:finns-inte) [d](//example.org) \
![e](https://example.org/x.png) <https://example.org> [f](hub:\"><script>) \n\n\
<div onclick=\"alert(1)\">\n\n# Rubrik\n\n```\n<b>kod</b>\n```\n\n> citat <i>x</i>\n\n\
| <b> | b |\n|---|---|\n| <script> | [g](term:x) |\n";

#[tokio::test]
async fn no_html_and_no_address_of_a_text_is_passed_through() {
    let file = r#"
        id = "ond"
        owner = "redaktionen"
        reviewed = "2026-11-20"
        review = "2027-11-20"
        tags = ["<script>"]
        goals = []
        questions = ["x"]
        cards = ["x"]
        sources = ["x"]
        related = ["x"]
        title = { sv = "x", en = "x" }
        summary = { sv = "x", en = "x" }
        organisation = { name = "<script>alert(1)</script>", source = "x" }
        sections = [{ heading = { sv = "x", en = "x" }, text = { sv = "x", en = "x" } }]
    "#;
    let app = with(|content| {
        let mut hostile = page(Kind::Example, file);
        hostile.file.title = text("<script>alert(1)</script> ond");
        hostile.file.summary = text(HOSTILE);
        hostile.file.sections[0].heading = text(HOSTILE);
        hostile.file.sections[0].text = text(HOSTILE);
        content.hub.pages.insert("ond".to_owned(), hostile);
        if let Some(term) = content.hub.terms.get_mut("anbud") {
            term.text = text(HOSTILE);
            term.term = text("<script>bud");
        }
        for edition in content.editions.values_mut() {
            edition.goals[2].explained = Some(text(HOSTILE));
        }
    })
    .await;
    for address in [
        "/kunskap",
        "/kunskap/ond",
        "/kunskap/ordlista",
        "/strategi/3",
        "/sok?q=ond",
        "/sok?q=%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let page = app.get(address).await;
        for forbidden in [
            "main script",
            "main img",
            "[onerror]",
            "[onclick]",
            "main i",
            "main b:not(.x)",
            "a[href^=\"javascript\"]",
            "a[href^=\"data\"]",
            "a[href^=\"//\"]",
            "a[href*=\"example.org\"]",
        ] {
            assert!(!page.has(forbidden), "{address}: {forbidden}");
        }
        assert!(page.has("h1"), "{address}");
    }
    let page = app.get("/kunskap/ond").await;
    assert!(page.says("<script>alert(1)</script>"));
    assert!(
        page.has("article h3"),
        "a heading in a text is below the page's"
    );
}
