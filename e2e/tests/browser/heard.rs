//! What a screen reader is given: roles and names in reading order, from Chromium's own tree.

use std::collections::HashMap;

use domain::instrument::Level;
use domain::text::Lang;
use e2e::browser::Browser;
use e2e::places::{content, edition};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use serde_json::{Value, json};
use web::routes::Page;

/// One thing that is heard.
#[derive(Debug)]
struct Heard {
    role: String,
    name: String,
    /// What is heard within it.
    depth: usize,
}

/// The page in reading order.
async fn listen(browser: &Browser) -> Vec<Heard> {
    let tree = browser
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await;
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let by_id: HashMap<String, &Value> = nodes
        .iter()
        .map(|node| (text(&node["nodeId"]), node))
        .collect();
    let mut heard = Vec::new();
    let mut rest = vec![(text(&nodes[0]["nodeId"]), 0)];
    while let Some((id, depth)) = rest.pop() {
        let Some(node) = by_id.get(&id) else { continue };
        let children = node["childIds"].as_array().cloned().unwrap_or_default();
        let is_heard = node["ignored"] != json!(true);
        rest.extend(
            children
                .iter()
                .rev()
                .map(|child| (text(child), depth + usize::from(is_heard))),
        );
        if is_heard {
            heard.push(Heard {
                role: text(&node["role"]["value"]),
                name: text(&node["name"]["value"]),
                depth,
            });
        }
    }
    heard
}

fn of_role<'a>(heard: &'a [Heard], role: &str) -> Vec<&'a str> {
    let found = heard.iter().filter(|one| one.role == role);
    found.map(|one| one.name.as_str()).collect()
}

fn place(heard: &[Heard], role: &str, name: &str) -> usize {
    heard
        .iter()
        .position(|one| one.role == role && one.name == name)
        .unwrap_or_else(|| panic!("no {role} {name:?} in {heard:#?}"))
}

/// What is heard within one thing.
fn within(heard: &[Heard], place: usize) -> &[Heard] {
    let inner = heard[place + 1..]
        .iter()
        .take_while(|one| one.depth > heard[place].depth);
    &heard[place..=place + inner.count()]
}

#[tokio::test]
async fn a_question_is_a_group_of_levels_with_their_sentences() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let round = prepare(&program.client(), edition, State::FullDone).await;
    let ids = [0, 1].map(|place| edition.goals[0].questions[place].id.as_str());
    for lang in Lang::ALL {
        let path = round.path_in(Page::Answer, lang, &[ids[1]]);
        let address = format!("{}{path}?sparat={}", program.origin, ids[0]);
        browser.goto(&address).await;
        let heard = listen(&browser).await;
        let question = &edition.questions[ids[1]];
        let name = question.question.get(lang);
        let group = place(&heard, "group", name);
        let status = heard.iter().position(|one| one.role == "status");
        assert!(
            status.is_some_and(|status| status < place(&heard, "heading", name)),
            "what was saved is heard before the question"
        );
        let radios = of_role(within(&heard, group), "radio");
        assert!(radios.len() >= 5, "{radios:?}");
        for (radio, level) in radios.iter().zip(Level::ALL) {
            let title = content.level_name(level, lang);
            let sentence = question.level(level, lang);
            assert!(
                radio.contains(title) && radio.contains(sentence),
                "{radio} is not {title}: {sentence}"
            );
        }
    }
}

#[tokio::test]
async fn the_task_list_tells_each_goal_with_its_state() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let round = prepare(&program.client(), edition, State::FullDone).await;
    let path = round.path(Page::Home, &[]);
    browser.goto(&format!("{}{path}", program.origin)).await;
    let heard = listen(&browser).await;
    for goal in &edition.goals {
        let name = format!("{}. {}", goal.id, goal.title.get(Lang::Sv));
        let link = place(&heard, "link", &name);
        let item = heard[..link]
            .iter()
            .rposition(|one| one.role == "listitem")
            .expect("a list");
        let texts = of_role(within(&heard, item), "StaticText");
        assert!(texts.contains(&"Klar"), "{name}: {texts:?}");
    }
}

#[tokio::test]
async fn the_result_is_a_table_that_can_be_heard_without_its_drawings() {
    let program = Program::start().await;
    let browser = Browser::open().await;
    let content = content();
    let edition = edition(&content);
    let round = prepare(&program.client(), edition, State::FullDone).await;
    for lang in Lang::ALL {
        let path = round.path_in(Page::Result, lang, &[]);
        browser.goto(&format!("{}{path}", program.origin)).await;
        let heard = listen(&browser).await;
        for role in ["image", "graphics-document", "img"] {
            let nameless = of_role(&heard, role).contains(&"");
            assert!(!nameless, "a drawing is heard and has no name");
        }
        for goal in &edition.goals {
            let header = heard
                .iter()
                .position(|one| one.role == "rowheader" && one.name.contains(goal.short.get(lang)))
                .unwrap_or_else(|| panic!("no row for goal {}: {heard:#?}", goal.id));
            let row = heard[..header]
                .iter()
                .rposition(|one| one.role == "row")
                .expect("a row");
            let cells = of_role(within(&heard, row), "cell");
            let levels = Level::ALL.map(|level| content.level_name(level, lang));
            let says_level = cells
                .iter()
                .any(|cell| levels.iter().any(|level| cell.contains(level)));
            assert!(says_level, "goal {}: {cells:?}", goal.id);
        }
    }
}
