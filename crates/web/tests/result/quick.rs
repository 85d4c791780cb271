//! The result of snabbkollen.

use super::*;

#[tokio::test]
async fn snabbkollen_shows_answers_and_three_tips_but_no_level() {
    let app = TestApp::new().await;
    let mut answers = all(&app, Answer::Level(Level::THREE));
    answers.insert("miljo.uppfoljning".to_owned(), Answer::Level(Level::ONE));
    answers.insert("social.uppfoljning".to_owned(), Answer::DontKnow);
    let round = round(&app, "snabb", &answers).await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    assert_eq!(page.text("h1"), "Börja med mål 6: Miljömässigt ansvarsfull");
    assert!(page.says("fingervisning") && page.says("jämförs inte"));
    assert!(!page.has(".gt") && !page.says("Helheten"));
    assert!(page.texts("ol.tips > li").len() <= 3);
    let order = scoring::quick_order(edition(&app), &answers);
    let shown: Vec<String> = page.texts("section > h3");
    let numbers: Vec<String> = shown.iter().map(|title| title[..1].to_owned()).collect();
    assert_eq!(numbers, order);
    assert!(page.has(&format!("a[href=\"{round}/hela-kollen\"]")));
    assert!(page.says("34 frågor återstår"));
}

#[tokio::test]
async fn nothing_answered_opens() {
    let app = TestApp::new().await;
    let round = app.start("snabb").await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    assert_eq!(page.text("h1"), "Inget att visa än: 14 frågor återstår");
}
