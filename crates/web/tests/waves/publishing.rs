//! Closing, looking at, publishing, withdrawing and discarding a comparison.

use service::waves;

use super::*;

#[tokio::test]
async fn one_closes_and_another_publishes_what_both_have_looked_at() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.companies(12).await;
    let home = agency.ada.get("/forvaltning").await;
    assert!(home.links().contains(WAVES));
    let page = agency.ada.get(WAVES).await;
    page.assert_sound("sv");
    assert_eq!(
        page.value_of("dag"),
        FIRST,
        "today, unless they say otherwise"
    );
    let english = page.attr("header a[hreflang]", "href");
    agency.ada.get(&english).await.assert_sound("en");

    let closed = agency.close(FIRST).await.location();
    assert_eq!(closed, format!("{}?klart=stangd", wave(FIRST)));
    let page = agency.ada.get(&closed).await;
    page.assert_sound("sv");
    assert!(page.says("Jämförelsen är stängd") && page.says("Stängd 22 november 2026 av ada@m"));
    assert!(page.says("Du stängde jämförelsen"));
    assert!(!page.has("button[value=publicera]"));
    let own = agency.publish(&agency.ada, FIRST).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    own.assert_sound("sv");
    assert!(own.says("En annan publicerare måste publicera den"));
    assert_eq!(waves::latest(&app.app).await.expect("a database"), None);

    let page = agency.bo.get(&wave(FIRST)).await;
    page.assert_sound("sv");
    assert!(page.says("Alla organisationer") && page.says("7 av 7") && page.says("11–19"));
    let english = page.attr("header a[hreflang]", "href");
    agency.bo.get(&english).await.assert_sound("en");
    let looked_at = page.value("hash");
    let done = agency.publish(&agency.bo, FIRST).await.location();
    let page = agency.bo.get(&done).await;
    page.assert_sound("sv");
    assert!(page.says("Jämförelsen är publicerad") && page.says("av bo@m.example"));
    let latest = waves::latest(&app.app).await.expect("a database");
    let latest = latest.expect("a wave");
    assert_eq!((latest.date, &latest.hash), (day(FIRST), &looked_at));
    let again = agency.publish(&agency.bo, FIRST).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("redan publicerad"));
}

#[tokio::test]
async fn tips_that_were_told_of_are_looked_at_and_published() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    let card = "lista-era-viktigaste-avtal";
    for n in 0..12 {
        let id = format!("bolag{n:05}");
        let company = app.organisation(&id, &format!("Bolag {n}")).await;
        let chosen = serde_json::json!([{ "card": card, "done": false, "rose": null }]);
        let plan = match n % 2 {
            0 => chosen,
            _ => serde_json::json!([]),
        };
        let level = n % 4 + 1;
        agency.hand_in_telling(company, FIRST, level, plan).await;
    }
    agency.close(FIRST).await.location();
    let page = agency.bo.get(&wave(FIRST)).await;
    page.assert_sound("sv");
    let row = page.text("#tips ~ .scroll tbody tr");
    for part in ["Lista era viktigaste avtal", "6–10", "22 november 2026"] {
        assert!(row.contains(part), "{row}");
    }
    let tip = format!("/tips/{card}");
    assert!(!app.get(&tip).await.has("#valda"), "it is not published");
    agency.publish(&agency.bo, FIRST).await.location();
    assert!(app.get(&tip).await.says("Valt av 6–10 organisationer"));
}

#[tokio::test]
async fn a_group_is_chosen_and_its_figures_stand_in_a_table() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.companies(12).await;
    agency.close(FIRST).await.location();
    let page = agency.bo.get(&format!("{}?grupp=bolag", wave(FIRST))).await;
    page.assert_sound("sv");
    assert_eq!(page.text("#grupp"), "Offentligt ägda bolag");
    // Three answer 1, three 2, three 3 and three 4: the middle is 2,5.
    let goals = page.texts("table:has(th:nth-child(7)) tbody tr:first-child td");
    assert_eq!(goals[0], "2,50");
    assert_eq!(goals[4], "11–19");
    let none = agency
        .bo
        .get(&format!("{}?grupp=region", wave(FIRST)))
        .await;
    assert!(none.says("Gruppen visar inga siffror"));
    let unknown = agency.bo.get(&format!("{}?grupp=ingen", wave(FIRST))).await;
    assert_eq!(unknown.text("#grupp"), "Alla organisationer");
}

#[tokio::test]
async fn what_is_not_shown_is_told_by_rule_and_comes_as_a_table() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    let companies = agency.companies(7).await;
    agency.hand_in(companies[0], "2024-11-21", 2).await;
    agency.close(FIRST).await.location();
    let page = agency.bo.get(&wave(FIRST)).await;
    assert!(page.says("Inlämningar som prövades: 8"));
    assert!(page.says("Organisationer som är med: 7, med 7 olika ägare"));
    assert!(page.says("Visas inte: ett omdöme kräver 8 ägare"));
    assert!(page.says("Äldre än 24 månader (1)") && page.says("Bolag 0"));
    let path = page.attr("a[href$=rapport]", "href");
    let file = agency.bo.get(&path).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        file.header("content-disposition")
            .contains("jamforelse-2026-11-22-rapport.csv")
    );
    let mut lines = file.body.lines();
    assert_eq!(
        lines.next(),
        Some("\u{feff}outcome;rule;group;cell;panel;owners;organisation;submitted")
    );
    let told: Vec<&str> = lines.collect();
    assert!(
        told.contains(&"hidden;fewest_for_verdict;alla;;;7;;"),
        "{told:?}"
    );
    assert!(told.contains(&"left_out;too_old;;;;;bolag00000;2024-11-21"));
}

#[tokio::test]
async fn what_is_withdrawn_shows_its_note_in_place_of_its_figures() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.companies(7).await;
    agency.published(FIRST).await;
    let silent = [("gor", "dra-tillbaka"), ("varfor", " ")];
    let page = agency.ada.post(&wave(FIRST), &silent).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.has("#varfor-fel"));
    let long = "x".repeat(1001);
    let too_long = [("gor", "dra-tillbaka"), ("varfor", long.as_str())];
    let page = agency.ada.post(&wave(FIRST), &too_long).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#varfor"), long, "what was written is kept");

    let why = [
        ("gor", "dra-tillbaka"),
        ("varfor", "Fel i registret.\r\nVi gör om."),
    ];
    let done = agency.ada.post(&wave(FIRST), &why).await.location();
    let page = agency.ada.get(&done).await;
    page.assert_sound("sv");
    assert!(page.says("Jämförelsen är tillbakadragen") && page.says("Fel i registret."));
    assert!(!page.has("#grupp") && !page.has("button[name=gor]"));
    assert_eq!(waves::latest(&app.app).await.expect("a database"), None);
    let again = agency.ada.post(&wave(FIRST), &why).await;
    assert!(again.says("redan tillbakadragen"));
    let list = agency.ada.get(WAVES).await;
    assert!(list.says("Tillbakadragen"));
}

#[tokio::test]
async fn what_waits_is_discarded_before_anything_new_is_closed() {
    let app = shared().await;
    let agency = Agency::of(&app).await;
    agency.close(FIRST).await.location();
    let page = agency.bo.get(WAVES).await;
    page.assert_sound("sv");
    assert!(page.says("är stängd och väntar") && !page.has("#dag"));
    let again = agency.close(FIRST).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.assert_sound("sv");
    assert!(again.says("redan stängd"));
    let discard = [("gor", "kassera")];
    let done = agency.bo.post(&wave(FIRST), &discard).await.location();
    let page = agency.bo.get(&done).await;
    page.assert_sound("sv");
    assert!(page.says("Jämförelsen är kasserad") && page.says("Ingen jämförelse är stängd än"));
    assert_eq!(
        agency.bo.get(&wave(FIRST)).await.status,
        StatusCode::NOT_FOUND
    );
    agency.published(FIRST).await;
    let kept = agency.bo.post(&wave(FIRST), &discard).await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
}
