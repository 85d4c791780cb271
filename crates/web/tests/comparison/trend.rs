//! The group beside the organisation's own line.

use domain::instrument::Level;

use super::world::*;

const SHOWN: [&str; 2] = ["alla", "bolag"];

async fn two_years<'a>(app: &'a super::common::TestApp) -> Setting<'a> {
    let mut setting = Setting::new(app).await;
    setting.hand_in(Level::TWO).await;
    app.pass(YEAR);
    setting.contact = app
        .session(setting.contact.person, Some(app.app.now()))
        .await;
    setting.hand_in(Level::THREE).await;
    setting
}

#[tokio::test]
async fn the_same_organisations_come_before_everyone() {
    let app = shared().await;
    let setting = two_years(&app).await;
    publish(&app, &publication(&app, "2026-12-01", &SHOWN, 8)).await;
    let mut latest = publication(&app, "2027-12-01", &SHOWN, 10);
    group_mut(&mut latest, "bolag").panel = Some(panel(&app, "2026-12-01", "2027-12-01", 8, 9));
    latest.breaks.insert("2".to_owned(), vec!["a".to_owned()]);
    publish(&app, &latest).await;

    let page = setting.get("utveckling").await;
    assert_both(&setting, &page).await;
    assert!(page.says("11–19 som var med både den 1 december 2026 och den 1 december 2027"));
    let heads = page.texts(".two > section:nth-of-type(1) table:nth-of-type(2) thead th");
    assert_eq!(
        heads,
        ["Jämförelsen den", "Samma organisationer", "Alla deltagare"]
    );
    let rows = rows(
        &page,
        ".two > section:nth-of-type(1) table:nth-of-type(2) tbody tr",
    );
    assert!(
        rows[0].starts_with("1 december 2026 | 2,00 (11–19"),
        "{}",
        rows[0]
    );
    assert!(
        rows[1].starts_with("1 december 2027 | 2,25 (11–19"),
        "{}",
        rows[1]
    );
    assert!(rows[1].contains("| 2,50 (20–49"));
    let drawn = |css: &str| page.html().select(&super::common::selector(css)).count();
    assert_eq!(drawn(".two > section:nth-of-type(1) svg rect.panel"), 2);
    assert_eq!(drawn(".two > section:nth-of-type(1) svg rect.everyone"), 2);
    assert_eq!(drawn(".two > section:nth-of-type(1) svg .break"), 0);
    assert_eq!(drawn(".two > section:nth-of-type(2) svg .break"), 1);
    assert!(
        page.text(".two > section:nth-of-type(2)")
            .contains("En fråga i målet är en annan")
    );
}

#[tokio::test]
async fn the_closest_group_that_is_followed_over_time_comes_before_a_closer_one() {
    let app = shared().await;
    let setting = two_years(&app).await;
    publish(&app, &publication(&app, "2026-12-01", &SHOWN, 8)).await;
    let mut latest = publication(&app, "2027-12-01", &SHOWN, 10);
    group_mut(&mut latest, "alla").panel = Some(panel(&app, "2026-12-01", "2027-12-01", 8, 9));
    publish(&app, &latest).await;

    let page = setting.get("utveckling").await;
    assert_both(&setting, &page).await;
    assert!(
        page.says("Offentligt ägda bolag går inte att följa över tid"),
        "{}",
        page.text("main")
    );
    assert!(page.says("som var med både den 1 december 2026 och den 1 december 2027"));
    let asked = setting.get("utveckling?grupp=bolag").await;
    assert!(asked.says("Samma organisationer över tid visas inte"));
    assert!(!asked.says("går inte att följa"));
}

#[tokio::test]
async fn a_figure_that_stands_for_two_waves_is_told_once_and_a_panel_that_is_not_shown_is_told() {
    let app = shared().await;
    let setting = two_years(&app).await;
    publish(&app, &publication(&app, "2026-12-01", &SHOWN, 8)).await;
    let mut kept = publication(&app, "2027-12-01", &SHOWN, 8);
    for figures in &mut kept.groups {
        figures
            .goals
            .iter_mut()
            .for_each(|goal| goal.from = day("2026-12-01"));
    }
    publish(&app, &kept).await;
    let page = setting.get("utveckling?grupp=alla").await;
    assert_both(&setting, &page).await;
    assert!(page.says("Samma organisationer över tid visas inte"));
    let rows = rows(
        &page,
        ".two > section:nth-of-type(1) table:nth-of-type(2) tbody tr",
    );
    assert_eq!(rows.len(), 1);
    assert!(rows[0].contains("| visas inte | 2,00"), "{}", rows[0]);
}

#[tokio::test]
async fn without_a_wave_the_own_line_stands_alone() {
    let app = shared().await;
    let setting = two_years(&app).await;
    let page = setting.get("utveckling").await;
    assert_both(&setting, &page).await;
    assert!(!page.has("select") && !page.says("Alla deltagare"));
    assert_eq!(page.texts("table").len(), 7);
}
