//! Statistics for everyone.

use axum::http::StatusCode;

use super::common::Page;
use super::world::*;

async fn both(app: &super::common::TestApp, path: &str) -> Page {
    let page = app.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.assert_sound("sv");
    let english = page.attr("header a[hreflang]", "href");
    app.get(&english).await.assert_sound("en");
    page
}

#[tokio::test]
async fn before_any_wave_it_says_what_will_be_there() {
    let app = shared().await;
    let page = both(&app, "/statistik").await;
    assert!(page.says("Det finns ingen statistik än"));
    assert!(page.says("median och spridning"));
    assert!(!page.has("table"));
    assert!(page.links().contains("/om/metod/jamforelse"));
}

#[tokio::test]
async fn the_latest_wave_is_shown_and_earlier_ones_are_linked() {
    let app = shared().await;
    publish(&app, &publication(&app, "2026-10-01", &["alla"], 8)).await;
    let mut latest = publication(&app, "2027-03-31", &["alla", "kommun"], 9);
    let all = group_mut(&mut latest, "alla");
    all.goals[3] = figure("4", 11, day("2027-03-31"));
    all.goals[4] = figure("5", 7, day("2027-03-31"));
    all.goals[4].quartiles = None;
    let (_, hash) = publish(&app, &latest).await;

    let page = both(&app, "/statistik").await;
    assert!(page.text(".caption").contains("31 mars 2027"));
    assert_eq!(page.text("h2"), "Alla organisationer");
    assert!(page.says("Högst median har mål 4"));
    assert!(page.says("Lägst median har mål 5"));
    let rows = rows(&page, "tbody tr");
    assert_eq!(rows.len(), 7);
    assert!(
        rows[4].contains("| 1,75 | visas inte | 20–49 organisationer"),
        "{}",
        rows[4]
    );
    assert!(page.says("Självskattningar från organisationer som valt att delta, ovägda"));
    assert!(page.says("/statistik/2027-03-31") && page.says(&hash));
    assert!(page.says("46 grupper visas inte"), "{}", page.text("main"));
    for date in ["2026-10-01", "2027-03-31"] {
        assert!(page.links().contains(&format!("/statistik/{date}")));
    }

    let earlier = both(&app, "/statistik/2026-10-01").await;
    assert!(earlier.says("2,00") && !earlier.says("2,25"));
    let chosen = both(&app, "/statistik?grupp=kommun").await;
    assert_eq!(chosen.text("h2"), "Kommuner");
    let hidden = both(&app, "/statistik?grupp=region").await;
    assert!(hidden.says("Regioner visas inte"));
    assert_eq!(hidden.attr("option[selected]", "value"), "region");
}

#[tokio::test]
async fn a_goal_stands_over_groups_in_their_own_order() {
    let app = shared().await;
    let mut wave = publication(&app, "2027-03-31", &["alla", "kommun", "region"], 9);
    group_mut(&mut wave, "kommun").goals[0] = figure("1", 7, day("2027-03-31"));
    group_mut(&mut wave, "region").goals[0] = figure("1", 14, day("2027-03-31"));
    publish(&app, &wave).await;
    let page = both(&app, "/statistik/2027-03-31/mal/1?grupp=region").await;
    assert_eq!(
        page.texts("table.gt tbody th[scope=row]"),
        ["Alla organisationer", "Kommuner", "Regioner"]
    );
    assert_eq!(
        page.texts("table.gt").len(),
        1,
        "divisions without figures have no table"
    );
    let first = &rows(&page, "table.spread tbody tr")[0];
    assert!(
        first.contains("| 2,25 | 20 % | 45 % | 25 % | 10 % |"),
        "{first}"
    );
    assert!(page.says("Uppgifter: ") && page.says("Bearbetning: Strategikollen"));
    assert!(
        page.attr("main a", "href")
            .starts_with("/statistik/2027-03-31")
    );
}

#[tokio::test]
async fn what_is_not_there_is_told_with_the_way_back() {
    let app = shared().await;
    publish(&app, &publication(&app, "2027-03-31", &["alla"], 9)).await;
    for path in [
        "/statistik?grupp=grannen",
        "/statistik/2027-03-31?grupp=grannen",
        "/statistik/2027-03-31/mal/1?grupp=grannen",
        "/statistik/2027-03-30",
        "/statistik/2027-02-30",
        "/statistik/igår",
        "/statistik/2027-03-30/mal/1",
    ] {
        let page = app.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        page.assert_sound("sv");
        let back = page.attr("main .btn", "href");
        assert_eq!(back, "/statistik", "{path}");
    }
    let goal = app.get("/statistik/2027-03-31/mal/99").await;
    assert_eq!(goal.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_withdrawn_wave_says_so_and_why_and_shows_no_figure() {
    let app = shared().await;
    publish(&app, &publication(&app, "2026-10-01", &["alla"], 8)).await;
    let (wave, _) = publish(&app, &publication(&app, "2027-03-31", &["alla"], 9)).await;
    assert!(both(&app, "/statistik").await.says("2,25"));
    withdraw(&app, wave, "Fel i en inlämning <b>").await;
    let page = both(&app, "/statistik/2027-03-31").await;
    assert!(page.says("återtogs den 22 november 2026"));
    assert!(page.says("Skälet: Fel i en inlämning <b>"));
    assert!(!page.has("table") && !page.says("2,25"));
    let goal = app.get("/statistik/2027-03-31/mal/1").await;
    assert_eq!(goal.location(), "/statistik/2027-03-31");
    let latest = both(&app, "/statistik").await;
    assert!(latest.says("2,00") && latest.says("återtagen"));
}

#[tokio::test]
async fn when_all_are_withdrawn_nothing_is_shown() {
    let app = shared().await;
    let (wave, _) = publish(&app, &publication(&app, "2027-03-31", &["alla"], 9)).await;
    withdraw(&app, wave, "Fel").await;
    let page = both(&app, "/statistik").await;
    assert!(page.says("Ingen jämförelse visas just nu"));
    assert!(page.links().contains("/statistik/2027-03-31"));
}

#[tokio::test]
async fn synthetic_figures_are_told_to_be_on_every_page() {
    let app = shared().await;
    let mut wave = publication(&app, "2027-03-31", &["alla"], 9);
    wave.synthetic = true;
    publish(&app, &wave).await;
    for path in [
        "/statistik",
        "/statistik/2027-03-31",
        "/statistik/2027-03-31/mal/1",
    ] {
        assert!(app.get(path).await.says("Påhittade siffror"), "{path}");
    }
}
