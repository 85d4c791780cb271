//! Jämför er.

use axum::http::StatusCode;
use domain::comparison::Quarters;
use domain::instrument::Level;

use super::world::*;

const SHOWN: [&str; 2] = ["alla", "bolag"];

#[tokio::test]
async fn before_any_wave_it_says_so_and_how_to_take_part() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let page = setting.get("jamforelse").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_both(&setting, &page).await;
    assert!(page.says("Ingen jämförelse är publicerad än"));
    assert!(page.says("enas om svaren och lämna in"));
    assert!(page.links().contains(&format!("/o/{ORG}/ny")));
    let goal = setting.get("jamforelse/mal/1").await;
    assert_eq!(goal.location(), format!("/o/{ORG}/jamforelse"));
}

#[tokio::test]
async fn an_organisation_is_told_whether_it_takes_part_and_why_not() {
    for (with_ours, date, told) in [
        (true, "2026-12-31", "Ni räknas med. Var ni är med"),
        (
            false,
            "2026-12-31",
            "Ni är inte med än. Ni räknas med när minst",
        ),
        (
            false,
            "2026-12-01",
            "efter jämförelsen. Inlämningen kan tas med i nästa",
        ),
    ] {
        let app = shared().await;
        app.pass(YEAR / 12);
        let setting = Setting::new(&app).await;
        setting.hand_in(Level::THREE).await;
        publish_release(&app, computed(&app, date, with_ours)).await;
        let page = setting.get("jamforelse").await;
        assert_both(&setting, &page).await;
        assert!(page.says(told), "{}", page.text("main"));
        let page = setting.get("jamforelse?grupp=statlig-myndighet").await;
        assert!(page.says("Ni hör inte till den här gruppen"));
    }
}

#[tokio::test]
async fn whoever_has_not_handed_in_is_told_what_to_do() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    setting.agreeing(Level::THREE).await;
    let page = setting.get("jamforelse").await;
    assert_both(&setting, &page).await;
    assert!(page.says("Ni har inte lämnat in"), "a draft does not count");
    assert!(!page.has("table"));
    assert!(page.links().contains("/statistik"));
}

#[tokio::test]
async fn every_goal_stands_in_a_row_with_what_is_behind_it() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    let mut publication = publication(&app, "2026-10-01", &SHOWN, 9);
    let bolag = group_mut(&mut publication, "bolag");
    bolag.goals[1] = figure("2", 12, day("2026-10-01"));
    bolag.goals[2] = figure("3", 14, day("2026-10-01"));
    bolag.goals[3].interval = None;
    bolag.goals[4].from = day("2026-04-01");
    bolag.goals.remove(6);
    publish(&app, &publication).await;

    let page = setting.get("jamforelse").await;
    assert_both(&setting, &page).await;
    assert_eq!(
        page.text("h1"),
        "Ni ligger över gruppens median på tre av sju mål och under på ett"
    );
    assert_eq!(
        page.texts("td.verdict"),
        [
            "Ni ligger över",
            "Går inte att skilja från gruppen",
            "Ni ligger under",
            "Inget omdöme: för få organisationer",
            "Ni ligger över",
            "Ni ligger över",
            "Visas inte: för få organisationer",
        ]
    );
    let first = page.texts("tbody tr:first-child td");
    assert_eq!(first[0], "3,0");
    assert!(first.contains(&"2,25".to_owned()) && first.contains(&"1,75–2,75".to_owned()));
    let basis = "20–49 organisationer, 7–17 procent av 290";
    assert_eq!(first.last().map(String::as_str), Some(basis));
    let fifth = page.texts("tbody tr:nth-child(5) td.basis");
    assert_eq!(
        fifth,
        [format!("{basis} Siffran är från den 1 april 2026.")]
    );
    assert!(page.text("tbody tr:last-child").contains("visas inte"));
    assert_eq!(
        page.html()
            .select(&super::common::selector("tbody svg .own"))
            .count(),
        7
    );
    assert_eq!(
        page.html()
            .select(&super::common::selector("tbody svg .median"))
            .count(),
        6
    );
    assert!(
        page.has("pattern#sned"),
        "what the middle half is filled with"
    );
    assert!(page.says("har valt att delta") && page.says("ovägda"));
    assert!(!page.says("Påhittade"));
}

#[tokio::test]
async fn the_time_before_stands_beside() {
    let app = shared().await;
    let mut setting = Setting::new(&app).await;
    setting.hand_in(Level::TWO).await;
    app.pass(YEAR);
    setting.contact = app
        .session(setting.contact.person, Some(app.app.now()))
        .await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2027-10-01", &SHOWN, 9)).await;
    let page = setting.get("jamforelse").await;
    assert_both(&setting, &page).await;
    let first = page.texts("tbody tr:first-child td.n");
    assert_eq!(first[..2], ["3,0", "2,0"]);
    let key = page.texts(".key li");
    assert!(key[0].contains("22 november 2027") && key[1].contains("22 november 2026"));
    assert!(page.has("tbody svg .before"));
}

#[tokio::test]
async fn where_nothing_can_be_told_apart_that_comes_first() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 12)).await;
    let page = setting.get("jamforelse").await;
    assert_eq!(page.text("h1"), "Det går inte att skilja er från gruppen");
    assert!(
        page.text(".fact")
            .starts_with("Er egen utveckling säger mer")
    );
    assert!(page.links().contains(&format!("/o/{ORG}/utveckling")));
}

#[tokio::test]
async fn the_closest_group_that_shows_anything_is_shown_and_why() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &["alla"], 9)).await;
    let page = setting.get("jamforelse").await;
    assert_both(&setting, &page).await;
    assert!(page.says(
        "Offentligt ägda bolag visas inte: för få organisationer är med. \
         Därför jämförs ni med alla organisationer."
    ));
    let chosen = "option[selected]";
    assert_eq!(page.attr(chosen, "value"), "alla");
    let own = page.texts("optgroup:first-child option");
    assert_eq!(
        own,
        ["Offentligt ägda bolag (visas inte)", "Alla organisationer"]
    );
    assert!(!page.has("optgroup:nth-child(2)"), "no other group shows");
}

#[tokio::test]
async fn a_group_is_chosen_by_a_form_that_changes_nothing_by_itself() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    let shown = ["alla", "bolag", "kommun-lan-12"];
    let mut publication = publication(&app, "2026-10-01", &shown, 9);
    let skane = group_mut(&mut publication, "kommun-lan-12");
    skane.goals.iter_mut().for_each(|goal| {
        goal.median = Quarters(14);
        goal.interval = figure("1", 14, goal.from).interval;
    });
    publish(&app, &publication).await;
    let page = setting.get("jamforelse").await;
    assert_eq!(page.attr("form.choose", "method"), "get");
    assert!(page.has("form.choose button[type=submit]"));
    assert_eq!(
        page.texts("optgroup:nth-child(2) option"),
        ["Kommuner i Skåne län"]
    );

    let page = setting.get("jamforelse?grupp=kommun-lan-12").await;
    assert_both(&setting, &page).await;
    assert_eq!(page.attr("option[selected]", "value"), "kommun-lan-12");
    assert_eq!(
        page.text("h1"),
        "Ni ligger under gruppens median på sju av sju mål"
    );
    let goal = page.attr("tbody tr:first-child a", "href");
    assert!(goal.ends_with("?grupp=kommun-lan-12"), "{goal}");

    // A group that shows nothing can be asked for, and is told to be hidden.
    let page = setting.get("jamforelse?grupp=kommun-lan-13").await;
    assert_both(&setting, &page).await;
    assert_eq!(page.text("h1"), "Inget mål går att jämföra med gruppen");
    assert!(page.says("Kommuner i Hallands län visas inte: för få organisationer är med."));
    assert!(page.text("tbody").contains("Visas inte"));
}

#[tokio::test]
async fn a_group_that_there_is_not_is_told_with_the_way_back() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    for page in ["jamforelse", "jamforelse/mal/1", "utveckling"] {
        let answer = setting.get(&format!("{page}?grupp=grannen")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
        answer.assert_sound("sv");
        assert!(answer.says("Gruppen finns inte"));
        let back = answer.attr("main .btn", "href");
        assert_eq!(setting.contact.get(&back).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_goal_has_its_questions_beside_the_group() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    setting.hand_in(Level::THREE).await;
    let mut publication = publication(&app, "2026-10-01", &SHOWN, 9);
    let bolag = group_mut(&mut publication, "bolag");
    bolag.questions[1].distribution = None;
    bolag.questions.remove(2);
    publish(&app, &publication).await;
    let page = setting.get("jamforelse/mal/1").await;
    assert_both(&setting, &page).await;
    let edition = app.app.current_edition().expect("an edition");
    let rows = rows(&page, "table.spread tbody tr");
    assert_eq!(rows.len(), edition.goals[0].questions.len());
    assert!(
        rows[0].contains("| 3 – Systematiskt | 2,25 | 20 % | 45 % | 25 % | 10 % |"),
        "{}",
        rows[0]
    );
    assert!(rows[1].contains("för få organisationer eller för lika svar"));
    assert!(rows[2].ends_with("| Visas inte: för få organisationer"));
    assert!(
        page.text(".lead")
            .contains("Ert medelvärde är 3,0 och gruppens median 2,25")
    );
    assert!(page.says("Uppgifter: ") && page.says("Bearbetning: Strategikollen"));
    assert_eq!(
        setting.get("jamforelse/mal/99").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn synthetic_figures_are_told_to_be() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let round = setting.hand_in(Level::THREE).await;
    setting.hand_in(Level::THREE).await;
    let mut publication = publication(&app, "2026-10-01", &SHOWN, 9);
    publication.synthetic = true;
    publish(&app, &publication).await;
    let pages = [
        "jamforelse".to_owned(),
        "jamforelse/mal/1".to_owned(),
        "utveckling".to_owned(),
    ];
    for page in pages {
        let shown = setting.get(&page).await;
        assert!(shown.says("Påhittade siffror"), "{page}");
    }
    let older = setting
        .get(&format!("sjalvskattning/{round}/resultat"))
        .await;
    assert!(!older.says("Påhittade siffror"), "it shows none");
}

#[tokio::test]
async fn what_was_withdrawn_is_not_compared() {
    let app = shared().await;
    let setting = Setting::new(&app).await;
    let round = setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    let path = format!("/o/{ORG}/sjalvskattning/{round}/aterta");
    let name = setting
        .contact
        .get(&path)
        .await
        .attr("main textarea", "name");
    let fields = [(name.as_str(), "Fel siffror")];
    setting.contact.post(&path, &fields).await.location();
    let page = setting.get("jamforelse").await;
    assert!(page.says("Ni har inte lämnat in"));
}

#[tokio::test]
async fn long_names_are_shown_whole() {
    let app = shared().await;
    let name = "Kommunalförbundet för gemensam upphandling i östra Norrland".repeat(2);
    let setting = Setting::named(&app, &name).await;
    setting.hand_in(Level::THREE).await;
    publish(&app, &publication(&app, "2026-10-01", &SHOWN, 9)).await;
    let page = setting.get("jamforelse").await;
    page.assert_sound("sv");
    assert!(page.text(".caption").contains(&name));
}

#[tokio::test]
async fn an_installation_of_ones_own_has_nobody_to_compare_with() {
    let app = super::common::TestApp::new().await;
    let setting = Setting::new(&app).await;
    let page = setting.get("jamforelse").await;
    assert_both(&setting, &page).await;
    assert!(page.says("finns ingen att jämföra med"));
    assert!(app.get("/statistik").await.says("har ingen statistik"));
}
