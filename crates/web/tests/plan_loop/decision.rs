//! The decision page of a round that a plan was made from.

use domain::account::Scope;
use service::rounds::{of_organisation, share};

use super::*;

#[tokio::test]
async fn what_is_decided_in_the_plan_is_what_is_proposed() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::ONE).await;
    let page = setting.path(setting.round, "beslutssida");
    let empty = setting.contact.get(&page).await;
    empty.assert_sound("sv");
    assert!(empty.says("Ni har inte beslutat att göra något i handlingsplanen än."));

    let anna = setting.by("Anna Berg", "2027-03-12").await;
    let first = setting.by("Inköpschefen", "2026-12-24").await;
    setting.decide(CARD, anna.clone(), Status::Ongoing).await;
    setting
        .own("Utbilda alla chefer", first, Status::NotBegun)
        .await;
    setting.own("Köp en kaffeautomat", anna, Status::Done).await;
    let on = "2027-09-01".try_into().expect("a day");
    setting
        .own("Byt affärssystem", Decision::Later { on }, Status::NotBegun)
        .await;
    let title = &setting.card(CARD).title.sv;
    let shown = setting.contact.get(&page).await;
    shown.assert_sound("sv");
    let rows = shown.texts(".proposals tbody tr");
    let expected = [
        "Utbilda alla chefer Inköpschefen 24 december 2026".to_owned(),
        format!("{title} Anna Berg 12 mars 2027"),
    ];
    let folded = |row: &String| row.replace(char::is_whitespace, "");
    assert_eq!(
        rows.iter().map(folded).collect::<Vec<_>>(),
        expected.iter().map(folded).collect::<Vec<_>>()
    );
    let line = "att ge Inköpschefen i uppdrag: ”Utbilda alla chefer” (klart: 24 december 2026),";
    assert!(shown.texts(".resolution li").contains(&line.to_owned()));
    // The form asks only for what the plan does not have, and the amount is saved as before.
    assert!(!shown.has("input[name^=agare]") && !shown.has("input[name^=datum]"));
    let plan = format!("/o/{ORG}/plan/{}", setting.plan);
    assert!(shown.links().contains(&plan));
    let fields = [("version", "0"), ("volym", "1 250 000")];
    let saved = setting.contact.post(&page, &fields).await.location();
    let saved = setting.contact.get(&saved).await;
    assert!(saved.says("1 250 000 kronor") && saved.says("Anna Berg"));
    let english = saved.attr("header a[hreflang]", "href");
    setting.contact.get(&english).await.assert_sound("en");

    // Whoever has a read link sees owner and day, and no way to the plan.
    let opened = of_organisation::open_agreed(&app.app, setting.round).await;
    let opened = opened.expect("a database").expect("a round");
    let link = share(&app.app, &opened, None, Scope::Decision, None).await;
    let link = link.expect("a database").text();
    let read = app.get(&format!("/las/{link}/beslutssida")).await;
    read.assert_sound("sv");
    assert!(read.says("Anna Berg") && read.says("12 mars 2027"));
    assert!(!read.body.contains("/plan"), "{}", read.body);
}

#[tokio::test]
async fn one_sheet_holds_the_first_and_says_how_many_more() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::ONE).await;
    for month in 1..=7 {
        let by = setting
            .by("Inköpschefen", &format!("2027-0{month}-01"))
            .await;
        setting
            .own(&format!("Åtgärd {month}"), by, Status::NotBegun)
            .await;
    }
    let page = setting.path(setting.round, "beslutssida");
    let shown = setting.contact.get(&page).await;
    let rows = shown.texts(".proposals tbody tr");
    assert_eq!(rows.len(), 5);
    assert!(rows[4].starts_with("Åtgärd 5"), "{rows:?}");
    assert!(shown.says("2 åtgärder till står i handlingsplanen."));
}

#[tokio::test]
async fn without_a_plan_of_it_the_page_is_as_it_was() {
    let app = TestApp::new().await;
    let setting = Setting::new(&app, Level::ONE).await;
    app.pass(AN_HOUR);
    let next = setting.agreed(&[], Level::ONE).await;
    let page = setting.path(next, "beslutssida");
    let shown = setting.contact.get(&page).await;
    assert_eq!(shown.texts(".proposals tbody tr").len(), 3);
    assert!(shown.has("input[name^=agare]"));
    assert!(shown.links().contains(&format!("/o/{ORG}/plan")));
    let id = setting.organisation.id;
    let reader = app.member(id, "lo@ange.example", Role::Reader).await;
    let shown = reader.get(&page).await;
    assert!(
        !shown.links().contains(&format!("/o/{ORG}/plan")),
        "makes none"
    );
}
