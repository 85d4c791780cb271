//! What ticked tips would lead to: the page says what the rules say, and promises nothing else.

use std::fmt::Write as _;

use domain::advice::OwnTargets;

use super::*;

/// The address with tips ticked.
fn with(round: &str, cards: &[&str]) -> String {
    let mut path = format!("{round}/prova-tips?visa=ja");
    for card in cards {
        write!(path, "&tips={card}").expect("a string");
    }
    path
}

#[tokio::test]
async fn the_page_says_what_the_rules_say() {
    let app = TestApp::new().await;
    let answers = all(&app, Answer::Level(Level::TWO));
    let round = round(&app, "hela", &answers).await;
    let empty = app.get(&format!("{round}/prova-tips")).await;
    empty.assert_sound("sv");
    assert!(!empty.has("table") && empty.has("main form[method=get]"));
    let legends = empty.texts("main form.no-print legend");
    assert_eq!(
        legends,
        ["Börja med de här tipsen", "Därefter", "Senare"],
        "in the order to begin with them"
    );
    let boxes = empty.texts("main form.no-print label");
    assert!(
        boxes
            .iter()
            .all(|label| label.contains("arbetsdagar") || label.contains("veckor"))
    );

    let none = OwnTargets::new();
    let edition = edition(&app);
    let score = scoring::score(edition, Depth::Full, None, &answers);
    let offers = advice::offers(edition, &score, &answers, None, &none);
    let offered: Vec<&str> = offers.iter().map(|offer| &*offer.card).collect();
    for ticked in [&offered[..0], &offered[..3], &offered[..]] {
        let page = app.get(&with(&round, ticked)).await;
        page.assert_sound("sv");
        let checked = page.texts("main input[name=tips][checked] ~ span");
        assert_eq!(checked.len(), ticked.len());
        let set = ticked.iter().map(|card| (*card).to_owned()).collect();
        let tried = advice::what_if(edition, Depth::Full, None, &answers, &none, &set);
        let after = page.texts(".tried td:nth-of-type(2)");
        let lacks = page.texts(".tried td:nth-of-type(5)");
        let reached = page.texts(".tried td:nth-of-type(4)");
        assert_eq!(after.len(), tried.goals.len());
        for (index, goal) in tried.goals.iter().enumerate() {
            let level = goal.to.map(|level| format!("{level} – "));
            assert!(after[index].starts_with(&level.expect("a level")));
            assert_eq!(reached[index] == "Ja", goal.reached());
            match &goal.lacks {
                Some(lacking) => {
                    let steps = format!("till nivå {}:", lacking.target);
                    assert!(lacks[index].contains(&steps), "{}", lacks[index]);
                }
                None => assert_eq!(lacks[index], "Inget"),
            }
        }
        let whole = page.texts(".whole td:not(:empty)");
        assert_eq!(whole[0], "Inget av sju mål på nivå 3 eller högre");
        assert_eq!(page.says("Inget tips är förkryssat"), ticked.is_empty());
        assert!(page.says("full effekt") && page.says("lovas ingen"));
        for link in page.links() {
            assert_ne!(app.get(&link).await.status, 404, "{link}");
        }
    }
    let english = english(&with(&round, &offered)).replace("/prova-tips", "/try-tips");
    app.get(&english).await.assert_sound("en");
}

#[tokio::test]
async fn unknown_and_repeated_tips_are_passed_over_and_idle_ones_told() {
    let app = TestApp::new().await;
    let mut answers = all(&app, Answer::Level(Level::FOUR));
    let some = edition(&app).questions.keys().next().expect("a question");
    answers.insert(some.clone(), Answer::Level(Level::THREE));
    let round = round(&app, "hela", &answers).await;
    let idle = "lista-era-viktigaste-avtal";
    let page = app
        .get(&with(&round, &[idle, idle, "finns-inte", "%00", "%ff"]))
        .await;
    page.assert_sound("sv");
    let title = edition(&app).card(idle).expect("a card").title.sv.clone();
    assert_eq!(page.texts(".notice li"), [title]);
    assert!(page.says("De här tipsen lyfter inget svar"));
    let many = vec!["finns-inte"; 300];
    let page = app.get(&with(&round, &many)).await;
    assert_eq!(page.status, 200);
    assert!(page.says("Inget tips är förkryssat"));
}

#[tokio::test]
async fn an_unknown_answer_and_a_goal_without_level_are_promised_nothing() {
    let app = TestApp::new().await;
    let mut answers = all(&app, Answer::Level(Level::ONE));
    for question in edition(&app).goals[5].questions.iter().skip(1) {
        answers.insert(question.id.clone(), Answer::DontKnow);
    }
    let round = round(&app, "hela", &answers).await;
    let every: Vec<&str> = edition(&app).cards.keys().map(String::as_str).collect();
    let page = app.get(&with(&round, &every)).await;
    page.assert_sound("sv");
    let row = |css: &str| page.text(&format!(".tried tbody tr:nth-of-type(6) {css}"));
    assert_eq!(row("td:nth-of-type(2)"), "Ingen nivå");
    assert_eq!(row("td:nth-of-type(3)"), "Inget");
    assert_eq!(row("td:nth-of-type(4)"), "Går inte att säga");
    assert!(row("td:nth-of-type(5)").contains("Det behövs"));
}

#[tokio::test]
async fn snabbkollen_gets_no_levels_here_either() {
    let app = TestApp::new().await;
    let round = round(&app, "snabb", &all(&app, Answer::Level(Level::ONE))).await;
    let page = app
        .get(&with(&round, &["lista-era-viktigaste-avtal"]))
        .await;
    page.assert_sound("sv");
    assert!(page.says("Snabbkollen ger inga nivåer") && !page.has("table"));
    assert!(page.links().contains(&format!("{round}/hela-kollen")));
}

#[tokio::test]
async fn an_own_target_is_what_is_tried_for() {
    let app = TestApp::new().await;
    let round = round(&app, "hela", &all(&app, Answer::Level(Level::TWO))).await;
    let fields = [("version", "0"), ("niva.4", "2"), ("skal.4", "Räcker")];
    app.post(&format!("{round}/mal-att-na"), &fields)
        .await
        .location();
    let page = app.get(&with(&round, &[])).await;
    let row = |css: &str| page.text(&format!(".tried tbody tr:nth-of-type(4) {css}"));
    assert_eq!(row("td:nth-of-type(3)"), "Nivå 2, ert mål");
    assert_eq!(row("td:nth-of-type(4)"), "Ja");
}
