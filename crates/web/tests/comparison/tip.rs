//! What a tip's page says of those that have chosen it.

use axum::http::StatusCode;
use domain::comparison::{CardFigure, CountBand};

use super::world::*;

const TIP: &str = "/tips/lista-era-viktigaste-avtal";

fn told(done: Option<CountBand>, rose: Option<u8>) -> CardFigure {
    CardFigure {
        id: "lista-era-viktigaste-avtal".to_owned(),
        from: day("2027-03-31"),
        chosen: CountBand::From20,
        done,
        rose,
    }
}

#[tokio::test]
async fn a_tip_with_a_figure_tells_how_it_went_for_others() {
    let app = shared().await;
    let mut wave = publication(&app, "2027-09-30", &["alla"], 9);
    wave.cards = vec![told(Some(CountBand::From20), Some(60))];
    wave.synthetic = true;
    publish(&app, &wave).await;
    let page = app.get(TIP).await;
    page.assert_sound("sv");
    for sentence in [
        "Valt av 20–49 organisationer som berättat om sin plan.",
        "Av dem har 20–49 gjort klart det.",
        "Av dem som gjort klart det steg svaret hos ungefär 60 procent.",
        "Uppgifter från 31 mars 2027.",
        "Påhittade siffror.",
    ] {
        assert!(page.says(sentence), "{sentence}");
    }
    assert!(page.has("a[href='/om/metod#valda']"));
    let method = app.get("/om/metod").await;
    method.assert_sound("sv");
    assert!(method.has("#valda"));
    let english = page.attr("header a[hreflang]", "href");
    let english = app.get(&english).await;
    english.assert_sound("en");
    assert!(english.says("Chosen by 20–49 organisations"));
}

#[tokio::test]
async fn what_is_not_shown_is_not_mentioned() {
    let app = shared().await;
    let page = app.get(TIP).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.has("#valda"), "before any wave");
    let mut wave = publication(&app, "2027-03-31", &["alla"], 9);
    wave.cards = vec![told(None, None)];
    let (id, _) = publish(&app, &wave).await;
    let page = app.get(TIP).await;
    assert!(page.says("Valt av 20–49 organisationer"));
    for part in ["gjort klart", "procent", "Påhittade siffror"] {
        assert!(!page.says(part), "{part}");
    }
    let other = app.get("/tips/skriv-en-sida-om-direktupphandling").await;
    assert!(!other.has("#valda"), "a tip without a figure");

    // What comes from a withdrawn wave goes from the tip too, also where a later one keeps it.
    let mut later = publication(&app, "2027-09-30", &["alla"], 9);
    later.cards = vec![told(None, None)];
    publish(&app, &later).await;
    assert!(app.get(TIP).await.has("#valda"));
    withdraw(&app, id, "Fel i underlaget").await;
    assert!(!app.get(TIP).await.has("#valda"));
}
