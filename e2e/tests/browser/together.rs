//! More than one at the same round, and one who goes back or presses twice.

use domain::text::Lang;
use e2e::browser::Browser;
use e2e::places::{content, edition};
use e2e::program::Program;
use e2e::rounds::{Round, State, prepare};
use fantoccini::Locator;
use serde_json::{Value, json};
use web::routes::Page;

async fn click(browser: &Browser, css: &str) {
    let element = browser.driver.find(Locator::Css(css)).await;
    let element = element.unwrap_or_else(|error| panic!("{css}: {error}"));
    element
        .click()
        .await
        .unwrap_or_else(|error| panic!("{css}: {error}"));
}

async fn text(browser: &Browser, css: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let text = browser.run(script, vec![json!(css)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

async fn chosen(browser: &Browser) -> Value {
    let script = "return document.querySelector('input[type=radio]:checked')?.value ?? null";
    browser.run(script, Vec::new()).await
}

/// Opens the first question in a browser and chooses a level there.
async fn choose(browser: &Browser, address: &str, level: usize) {
    browser.goto(address).await;
    click(browser, &format!("label.card:nth-of-type({level})")).await;
}

const SAVE: &str = "button[name=gor][value=nasta]";

/// What is saved on a question: the answer and how many times it was saved, counted by the form.
async fn saved(program: &Program, round: &Round, question: &str) -> (String, String) {
    let page = program
        .client()
        .get(&round.path(Page::Answer, &[question]))
        .await;
    let version = format!("input[name=\"version.{question}\"]");
    let level = page
        .attributes("input[type=radio][checked]", "value")
        .concat();
    (level, page.attributes(&version, "value").concat())
}

#[tokio::test]
async fn the_later_save_is_stopped_and_the_choice_holds() {
    let program = Program::start().await;
    let (first, second) = (Browser::open().await, Browser::open().await);
    let content = content();
    let edition = edition(&content);
    let question = edition.goals[0].questions[0].id.as_str();
    for (keep, level) in [("mitt", "3"), ("sparat", "2")] {
        let round = prepare(&program.client(), edition, State::FullEmpty).await;
        let address = format!(
            "{}{}",
            program.origin,
            round.path(Page::Answer, &[question])
        );
        choose(&first, &address, 2).await;
        choose(&second, &address, 3).await;
        click(&first, SAVE).await;
        first.wait_until_away_from(&address).await;
        click(&second, SAVE).await;
        second.wait_for_element("input[value=mitt]").await;
        let both = text(&second, "main").await;
        let text_of = |level: usize| {
            edition.questions[question].levels[level - 1]
                .get(Lang::Sv)
                .to_owned()
        };
        assert!(
            both.contains(&text_of(2)) && both.contains(&text_of(3)),
            "{both}"
        );
        assert_eq!(
            saved(&program, &round, question).await,
            ("2".to_owned(), "1".to_owned())
        );
        assert_eq!(
            chosen(&second).await,
            Value::Null,
            "nobody has chosen for them"
        );
        click(&second, &format!("label.card:has(input[value={keep}])")).await;
        click(&second, SAVE).await;
        second.wait_until_away_from(&address).await;
        assert_eq!(saved(&program, &round, question).await.0, level);
    }
}

#[tokio::test]
async fn the_back_button_shows_what_is_saved_and_loses_nothing() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let question = edition.goals[0].questions[0].id.as_str();
    let round = prepare(&program.client(), edition, State::FullEmpty).await;
    let address = format!(
        "{}{}",
        program.origin,
        round.path(Page::Answer, &[question])
    );
    choose(&browser, &address, 3).await;
    click(&browser, "textarea").await;
    browser.type_text("Beslutad rutin.").await;
    click(&browser, SAVE).await;
    browser.wait_until_away_from(&address).await;

    browser.driver.back().await.expect("back");
    browser.wait_for(&address).await;
    assert_eq!(chosen(&browser).await, json!("3"));
    let written = browser
        .run(
            "return document.querySelector('textarea').value",
            Vec::new(),
        )
        .await;
    assert_eq!(written, json!("Beslutad rutin."));

    // Changing one's mind after going back is no conflict with oneself.
    click(&browser, "label.card:nth-of-type(4)").await;
    click(&browser, SAVE).await;
    browser.wait_until_away_from(&address).await;
    assert!(!text(&browser, ".status").await.is_empty());
    assert_eq!(
        saved(&program, &round, question).await,
        ("4".to_owned(), "2".to_owned())
    );
}

#[tokio::test]
async fn pressing_twice_saves_once() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let question = edition.goals[0].questions[0].id.as_str();
    let round = prepare(&program.client(), edition, State::FullEmpty).await;
    let address = format!(
        "{}{}",
        program.origin,
        round.path(Page::Answer, &[question])
    );
    choose(&browser, &address, 2).await;
    // Twice before the first is answered, as an impatient hand does.
    let twice = format!("const b = document.querySelector('{SAVE}'); b.click(); b.click();");
    browser.run(&twice, Vec::new()).await;
    browser.wait_until_away_from(&address).await;
    assert_eq!(
        saved(&program, &round, question).await,
        ("2".to_owned(), "1".to_owned())
    );
    assert!(
        !text(&browser, ".status").await.is_empty(),
        "it says that it is saved"
    );
}
