//! Widths, text sizes and targets.

use domain::text::Lang;
use e2e::browser::Browser;
use e2e::places::{How, content, edition, public_places, round_places};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use e2e::waves;
use serde_json::{Value, json};
use web::routes::Door;

/// A window on a desk, and a page at 400 per cent or on a small telephone; CSS pixels.
pub(crate) const WIDE: u32 = 1200;
pub(crate) const NARROW: u32 = 320;

/// By how much, and what sticks out, if the page is wider than its window.
pub(crate) async fn is_scrolled_sideways(browser: &Browser) -> Option<String> {
    let script = "
        const root = document.documentElement, over = root.scrollWidth - root.clientWidth;
        if (over <= 0) return null;
        const out = [...document.querySelectorAll('body *')]
            .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30));
        return over + ' px: ' + out.slice(-2).join(' | ');";
    match browser.run(script, Vec::new()).await {
        Value::Null => None,
        over => Some(over.to_string()),
    }
}

/// What is pressed or followed and is lower or narrower than 24 CSS pixels. Links in running text
/// may be as high as their line, and a choice is as large as its label.
pub(crate) async fn small_targets(browser: &Browser) -> Vec<String> {
    let script = "
        const all = document.querySelectorAll('a[href], button, input, select, textarea, summary');
        return [...all].flatMap((element) => {
            const target = element.labels?.[0]?.contains(element) ? element.labels[0] : element;
            const inText = element.matches('p a, li a, dd a, dt a, td a, th a, figcaption a')
                && getComputedStyle(element).display === 'inline';
            const { width, height, right, bottom } = target.getBoundingClientRect();
            const isSeen = element.checkVisibility() && right > 0 && bottom > 0 && width > 0;
            return isSeen && !inText && (width < 24 || height < 24)
                ? [`${element.tagName} ${element.textContent.trim()} is ${width} by ${height}`] : [];
        });";
    let small = browser.run(script, Vec::new()).await;
    let small = small.as_array().cloned().unwrap_or_default();
    small.iter().map(Value::to_string).collect()
}

/// Text twice as large needs no sideways scroll, and nothing is cut off.
#[tokio::test]
async fn text_twice_as_large_fits() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    waves::publish(&program, &content).await;
    let edition = edition(&content);
    let round = prepare(&program.client(), edition, State::FullDone).await;
    let mut places = public_places(edition, Lang::Sv, How::One);
    places.extend(round_places(
        edition,
        &round,
        Door::Write,
        Lang::Sv,
        How::One,
    ));
    browser.resize(WIDE, 900).await;
    // As a reader sets it in the browser; 16 is what browsers come with.
    let twice = json!({ "fontSizes": { "standard": 32, "fixed": 26 } });
    browser.devtools("Page.setFontSizes", twice).await;
    let mut faults = Vec::new();
    for place in places {
        browser
            .goto(&format!("{}{}", program.origin, place.path))
            .await;
        let size = "return getComputedStyle(document.documentElement).fontSize";
        assert_eq!(browser.run(size, Vec::new()).await, json!("32px"));
        let script = "return [...document.querySelectorAll('body *')].filter((e) => {
                const style = getComputedStyle(e);
                return e.scrollHeight > e.clientHeight + 1 && style.clipPath === 'none'
                    && style.overflowY !== 'visible' && style.overflowY !== 'auto';
            }).map((e) => e.tagName + '.' + e.className);";
        let cut = browser.run(script, Vec::new()).await;
        let cut = cut.as_array().cloned().unwrap_or_default();
        faults.extend(
            cut.iter()
                .map(|what| format!("{:?}: {what} is cut off", place.page)),
        );
        if let Some(by) = is_scrolled_sideways(&browser).await {
            faults.push(format!(
                "{:?} has to be scrolled sideways: {by}",
                place.page
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
