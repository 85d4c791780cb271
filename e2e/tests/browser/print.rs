//! On paper, and in the colours that the reader has forced.

use domain::text::Lang;
use e2e::browser::Browser;
use e2e::places::{content, edition};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use serde_json::{Value, json};
use web::routes::Page;

/// How many pages a PDF has: objects of that type.
pub(crate) fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

/// Whether a PDF tells its structure, headings included.
fn is_tagged(pdf: &[u8]) -> bool {
    let text = String::from_utf8_lossy(pdf);
    text.contains("/StructTreeRoot") && text.contains("/Marked true") && text.contains("/S /H1")
}

#[tokio::test]
async fn the_decision_page_is_one_sheet_and_everything_prints_with_tags() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    for state in [State::FullDone, State::QuickDone, State::FullEmpty] {
        let round = prepare(&program.client(), edition, state).await;
        for lang in Lang::ALL {
            for page in [Page::Decision, Page::Result, Page::FindOut, Page::Record] {
                let path = round.path_in(page, lang, &[]);
                browser.goto(&format!("{}{path}", program.origin)).await;
                let pdf = browser.print().await;
                assert!(is_tagged(&pdf), "{state:?} {page:?} has no tags");
                let pages = pages(&pdf);
                assert!(pages > 0, "{state:?} {page:?} has no pages");
                assert!(
                    page != Page::Decision || pages == 1,
                    "{state:?} {lang:?}: the decision page is {pages} sheets"
                );
            }
        }
    }
}

/// Media features as a reader with a contrast theme has them.
async fn force_colours(browser: &Browser) {
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    browser
        .devtools("Emulation.setEmulatedMedia", features)
        .await;
}

#[tokio::test]
async fn a_chosen_level_is_seen_in_forced_colours() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let round = prepare(&program.client(), edition, State::FullEmpty).await;
    let question = edition.goals[0].questions[0].id.as_str();
    force_colours(&browser).await;
    let path = round.path(Page::Answer, &[question]);
    browser.goto(&format!("{}{path}", program.origin)).await;
    let script = "
        const look = (e) => { const s = getComputedStyle(e);
            return [s.outlineStyle, s.outlineColor, s.borderColor, s.backgroundColor].join(); };
        const [one, other] = document.querySelectorAll('label.card');
        const radio = one.querySelector('input');
        const before = look(one);
        radio.checked = true;
        return [before === look(other), before !== look(one), getComputedStyle(radio).appearance];";
    let seen = browser.run(script, Vec::new()).await;
    assert_eq!(
        seen,
        json!([true, true, "auto"]),
        "cards alike, the chosen one apart"
    );
    assert!(browser.axe().await.is_empty());
}

#[tokio::test]
async fn the_drawing_is_seen_in_forced_colours() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let round = prepare(&program.client(), edition(&content), State::FullDone).await;
    force_colours(&browser).await;
    let path = round.path(Page::Result, &[]);
    browser.goto(&format!("{}{path}", program.origin)).await;
    let script = "
        const paper = getComputedStyle(document.body).backgroundColor;
        const shapes = document.querySelectorAll('main svg :is(circle, rect, path, line, text)');
        const unseen = [...shapes].filter((shape) => {
            const { fill, stroke } = getComputedStyle(shape);
            const shows = (colour) => colour !== 'none' && colour !== paper;
            return !shows(fill) && !shows(stroke);
        });
        return [shapes.length, unseen.map((shape) => shape.outerHTML)];";
    let found = browser.run(script, Vec::new()).await;
    assert!(found[0].as_u64().unwrap_or(0) > 7, "a mark for each goal");
    assert_eq!(
        found[1],
        Value::Array(Vec::new()),
        "shapes in the colour of the paper"
    );
    assert!(browser.axe().await.is_empty());
}
