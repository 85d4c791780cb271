//! The comparison in a round's result, and on beslutssidan.

use domain::instrument::Level;

use super::world::*;

const SHOWN: [&str; 2] = ["alla", "bolag"];
const SENTENCE: &str = "Ni ligger över gruppens median på sju av sju mål";

#[tokio::test]
async fn a_submitted_round_says_how_the_organisation_stands() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let round = setting.hand_in(Level::THREE).await;
    let path = format!("sjalvskattning/{round}/resultat");
    let before = setting.get(&path).await;
    assert!(!before.has("#jamforelse"), "nothing is published");
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;

    let page = setting.get(&path).await;
    assert_both(&setting, &page).await;
    assert!(page.says(SENTENCE));
    assert!(page.says("Grupp: Offentligt ägda bolag (20–49 organisationer"));
    assert!(page.has("table.gt svg .median"));
    assert!(page.texts("table.gt tbody tr")[0].contains("2,25"));
    assert!(page.links().contains(&format!("/o/{ORG}/jamforelse")));

    let decision = setting
        .get(&format!("sjalvskattning/{round}/beslutssida"))
        .await;
    assert_both(&setting, &decision).await;
    assert!(decision.text(".sheet").contains(SENTENCE));
}

#[tokio::test]
async fn a_draft_gets_no_verdict_and_is_told_when() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let round = setting.agreeing(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    let page = setting
        .get(&format!("sjalvskattning/{round}/resultat"))
        .await;
    assert_both(&setting, &page).await;
    assert!(page.says("Det här är inte inlämnat än"));
    assert!(!page.has("svg .median") && !page.says("gruppens median på"));
    let decision = setting
        .get(&format!("sjalvskattning/{round}/beslutssida"))
        .await;
    assert!(!decision.says("inte inlämnat") && !decision.says("gruppens median"));
}

#[tokio::test]
async fn an_older_submission_leads_to_the_newer_one() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let older = setting.hand_in(Level::TWO).await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    let page = setting
        .get(&format!("sjalvskattning/{older}/resultat"))
        .await;
    page.assert_sound("sv");
    assert!(page.says("Ni har lämnat in en nyare") && !page.has("svg .median"));
}

#[tokio::test]
async fn a_round_without_an_account_leads_to_the_statistics() {
    let app = shared().await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    let round = app.start("hela").await;
    let page = app.get(&format!("{round}/resultat")).await;
    page.assert_sound("sv");
    assert!(page.has("#jamforelse") && page.links().contains("/statistik"));
    let quick = app.start("snabb").await;
    let page = app.get(&format!("{quick}/resultat")).await;
    assert!(!page.has("#jamforelse"), "snabbkollen is never compared");
}
