//! What people do in a round, page by page, in a real browser.

use std::collections::BTreeSet;

use e2e::person::Person;
use serde_json::{Value, json};

/// The level someone chooses on a question: most often near the others.
fn level(question: &str, seed: usize) -> usize {
    let sum: usize = question.bytes().map(usize::from).sum();
    let base = 1 + sum % 3;
    if (sum + seed).is_multiple_of(4) {
        base + 1
    } else {
        base
    }
}

/// The distinct ways from the page that have this in them.
pub(crate) async fn ways(person: &Person, part: &str) -> BTreeSet<String> {
    let ways = person.ways().await;
    ways.into_iter().filter(|way| way.contains(part)).collect()
}

/// Answers the questions that the page in front of them leads to, one after the other.
pub(crate) async fn answer_one_by_one(person: &Person, seed: usize) {
    for question in ways(person, "/fraga/").await {
        person.open(&question).await;
        let id = question.rsplit('/').next().unwrap_or_default();
        person.choose_level(&level(id, seed).to_string()).await;
        person.press("Spara").await;
    }
}

/// Answers everything that the page in front of them leads to, a whole goal on each page.
pub(crate) async fn answer_whole_goals(person: &Person, seed: usize) {
    let goals = ways(person, "/mal/").await;
    if goals.is_empty() {
        return answer_one_by_one(person, seed).await;
    }
    for goal in goals {
        let goal = goal.trim_end_matches("/alla");
        person.open(&format!("{goal}/alla")).await;
        let names = "return [...new Set([...document.querySelectorAll('main input[type=radio]')]
            .map((choice) => choice.name))]";
        let names = person.browser.run(names, Vec::new()).await;
        for name in names
            .as_array()
            .expect("names")
            .iter()
            .filter_map(Value::as_str)
        {
            // As many presses as there are questions, in one go.
            let press = "const [name, value] = arguments;
                document.querySelector(`input[name='${name}'][value='${value}']`).click()";
            let value = level(name, seed).to_string();
            person
                .browser
                .run(press, vec![json!(name), json!(value)])
                .await;
        }
        person.press("Spara").await;
    }
}

/// Agrees on each question that has no common answer yet.
pub(crate) async fn agree_on_the_rest(person: &Person, round: &str) {
    let differences = format!("{round}/skillnader");
    person.open(&differences).await;
    while person.sees("main form a.btn[href*='/gemensamt/']").await {
        person.follow("Fortsätt enas").await;
        while person.sees("main button[value=nasta]").await {
            if person.sees("main button[value=angra]").await {
                break;
            }
            person.choose_level("2").await;
            person.press("Spara").await;
        }
        person.open(&differences).await;
    }
}

/// Confirms all of last time's answers: nyckelfrågor one by one, the others a goal at a time. Gives
/// how many acts it took.
pub(crate) async fn confirm_everything(person: &Person, previous: &str) -> usize {
    let mut acts = 0;
    person.open(previous).await;
    for goal in ways(person, "/forra-gangen/mal/").await {
        person.open(&goal).await;
        while person.sees("main button[value=en]").await {
            person.press("Det stämmer fortfarande").await;
            acts += 1;
        }
        while person.sees("main button[value=alla]").await {
            person.press("Oförändrat").await;
            acts += 1;
        }
    }
    acts
}
