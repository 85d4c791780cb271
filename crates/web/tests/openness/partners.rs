//! Choosing to tell how one works, being listed, and taking it back.

use super::*;

async fn offer(org: &Org<'_>, goal: &str, about: &str) -> Page {
    let fields = [("mal", goal), ("om", about), ("gor", "visa")];
    org.post("lar-av-varandra/erbjud", &fields).await
}

#[tokio::test]
async fn whoever_chooses_is_listed_with_their_level_until_they_take_it_back() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let bruk = Org::new(&app, "bruk", "Bruks Bostäder").await;
    let reader = bruk.member("ida@bruk.example", Role::Reader).await;
    let before = assert_both(&ange.contact, &ange.path("lar-av-varandra/erbjud")).await;
    assert!(before.says("ni har inte lämnat in") && !before.has("textarea"));
    let refused = offer(&ange, "1", "Vi följer upp").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    refused.assert_sound("sv");
    assert!(refused.text(".errors").contains("ni har inte lämnat in"));

    ange.hand_in(Level::FOUR).await;
    bruk.hand_in(Level::TWO).await;
    assert!(
        !bruk.get("lar-av-varandra").await.says("Ånge"),
        "nobody is listed unasked"
    );
    let chosen = assert_both(&ange.contact, &ange.path("lar-av-varandra/erbjud")).await;
    assert!(chosen.says("Er nivå är 4") && chosen.says("målet har ingen nivå"));
    assert_eq!(chosen.texts("textarea").len(), 1, "one goal has a level");
    let no_level = offer(&ange, "2", "").await;
    assert!(no_level.text(".errors").contains("målet har ingen nivå"));

    offer(&ange, "1", "<b>Uppföljning</b>\r\nav avtal")
        .await
        .location();
    offer(&bruk, "1", "").await.location();
    let page = assert_both(&reader, &bruk.path("lar-av-varandra")).await;
    let rows = lines(&page, ".tasks > li");
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0].starts_with("Bruks Bostäder Ni själva | Nivå 2"),
        "by name: {rows:?}"
    );
    assert!(rows[1].starts_with("Ånge Energi | Nivå 4"), "{rows:?}");
    assert!(rows[1].contains("<b>Uppföljning</b> av avtal"), "{rows:?}");
    assert!(
        !page.body.contains("<b>Uppföljning"),
        "text is never markup"
    );
    assert!(!rows[1].contains("Skriv till"), "readers do not write");

    for (query, count) in [
        ("mal=1&typ=bolag", 2),
        ("mal=1&typ=kommun", 0),
        ("mal=2&typ=", 0),
        ("mal=99&typ=x", 2),
    ] {
        let page = bruk.get(&format!("lar-av-varandra?{query}")).await;
        page.assert_sound("sv");
        assert_eq!(page.texts(".tasks > li").len(), count, "{query}");
        assert_eq!(
            page.says("Ingen har valt att berätta"),
            count == 0,
            "{query}"
        );
    }

    let end = [("mal", "1"), ("gor", "sluta")];
    for _ in 0..2 {
        let ended = ange.post("lar-av-varandra/erbjud", &end).await;
        assert!(ended.location().contains("?klart=slut"));
    }
    assert!(!bruk.get("lar-av-varandra").await.says("Ånge"));
    assert!(
        ange.happened(&["kim@ange.example", "berättar hur den arbetar med mål 1"])
            .await
    );
    assert!(ange.happened(&["berättar inte längre om mål 1"]).await);
}

#[tokio::test]
async fn an_offer_shows_the_latest_level_and_falls_away_when_that_is_withdrawn() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    let bruk = Org::new(&app, "bruk", "Bruks Bostäder").await;
    let first = ange.hand_in(Level::FOUR).await;
    offer(&ange, "1", "").await.location();
    app.pass(1000);
    let second = ange.hand_in(Level::TWO).await;
    assert!(bruk.get("lar-av-varandra").await.says("Nivå 2"));
    ange.withdraw(first).await;
    assert!(
        bruk.get("lar-av-varandra").await.says("Nivå 2"),
        "an earlier one"
    );
    ange.withdraw(second).await;
    assert!(!bruk.get("lar-av-varandra").await.says("Ånge"));
    assert!(
        ange.happened(&["kim@ange.example", "berättar inte längre om mål 1"])
            .await
    );
    app.pass(1000);
    ange.hand_in(Level::THREE).await;
    assert!(
        !bruk.get("lar-av-varandra").await.says("Ånge"),
        "it is chosen anew or not at all"
    );
}

#[tokio::test]
async fn an_offer_falls_away_after_24_months() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    ange.hand_in(Level::FOUR).await;
    offer(&ange, "1", "").await.location();
    let fall = || service::openness::partners::let_fall(&app.app);
    // 22 November 2026 to the same day of 2028.
    app.pass(731 * DAY);
    assert_eq!(fall().await.expect("a database"), 0);
    let list = ange.path("lar-av-varandra");
    let kim = app.session(ange.contact.person, None).await;
    assert!(kim.get(&list).await.says("Nivå 4"));
    app.pass(DAY);
    let kim = app.session(ange.contact.person, None).await;
    assert!(!kim.get(&list).await.says("Nivå 4"));
    let own = kim.get(&ange.path("lar-av-varandra/erbjud")).await;
    own.assert_sound("sv");
    assert!(own.says("mer än 24 månader sedan"));
    assert!(
        own.has("button[value=sluta]"),
        "until the worker has come by"
    );
    assert_eq!(fall().await.expect("a database"), 1);
    assert_eq!(fall().await.expect("a database"), 0);
    assert!(
        !kim.get(&ange.path("lar-av-varandra/erbjud"))
            .await
            .has("button[value=sluta]")
    );
}

#[tokio::test]
async fn what_is_wrong_with_an_offer_is_told_and_what_was_written_kept() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge Energi").await;
    ange.hand_in(Level::FOUR).await;
    let long = "å".repeat(301);
    let page = offer(&ange, "1", &long).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert_eq!(page.attr(".errors a", "href"), "#om-1");
    assert_eq!(page.text("#om-1"), long);
    offer(&ange, "1", &long[..600]).await.location();
    for fields in [
        vec![],
        vec![("gor", "visa"), ("mal", "1"), ("mal", "2")],
        vec![("gor", "x"), ("mal", "1")],
    ] {
        let page = ange.post("lar-av-varandra/erbjud", &fields).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
    let none = offer(&ange, "99", "").await;
    assert_eq!(none.status, StatusCode::CONFLICT);
    none.assert_sound("sv");
}
