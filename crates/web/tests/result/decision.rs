//! The decision page: what is filled in, what is refused, and two who edit at once.

use axum::http::StatusCode;

use super::*;

/// A round where all answers are the lowest, and the address of its decision page.
async fn page_of_ones(app: &TestApp) -> String {
    let round = round(app, "hela", &all(app, Answer::Level(Level::ONE))).await;
    format!("{round}/beslutssida")
}

/// The cards that the form asks owner and date for.
fn cards(page: &Page) -> Vec<String> {
    let html = page.html();
    let owners = scraper::Selector::parse("input[name^=\"agare.\"]").expect("a selector");
    html.select(&owners)
        .filter_map(|field| field.attr("name")?.strip_prefix("agare."))
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn it_is_worded_for_those_who_decide() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let round = page
        .strip_suffix("/beslutssida")
        .expect("a round")
        .to_owned();
    assert!(
        app.get(&page).await.says("Beslutssida för ledningen"),
        "while nobody has said"
    );
    for kind in OrganisationKind::ALL {
        say_kind(&app, &round, kind).await;
        let (sv, en) = match kind {
            OrganisationKind::Kommun
            | OrganisationKind::Kommunalforbund
            | OrganisationKind::Region => ("nämnden", "the committee"),
            OrganisationKind::StatligMyndighet | OrganisationKind::UniversitetHogskola => {
                ("ledningen", "management")
            }
            _ => ("styrelsen", "the board"),
        };
        let shown = app.get(&page).await;
        assert!(shown.says(&format!("Beslutssida för {sv}")), "{kind:?}");
        assert!(
            shown
                .text(".resolution")
                .to_lowercase()
                .starts_with(&format!("{sv} beslutar"))
        );
        let shown = app
            .get(&english(&page).replace("/beslutssida", "/decision"))
            .await;
        assert!(shown.says(&format!("Decision page for {en}")), "{kind:?}");
    }
}

#[tokio::test]
async fn what_is_filled_in_stands_on_the_page_and_in_the_proposed_decision() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let shown = app.get(&page).await;
    let cards = cards(&shown);
    assert_eq!(cards.len(), 3);
    assert_eq!(shown.texts(".proposals tbody tr").len(), 3);
    assert!(shown.says("[ansvarig]") && shown.says("[datum]"));
    let (owner, date) = (format!("agare.{}", cards[1]), format!("datum.{}", cards[1]));
    let fields = [
        ("version", "0"),
        ("volym", "1 250 000 kr"),
        (&owner, "  Inköpschefen "),
        (&date, "hösten 2027"),
    ];
    let next = app.post(&page, &fields).await.location();
    let shown = app.get(&next).await;
    shown.assert_sound("sv");
    assert_eq!(shown.text(".status"), "Sidan är sparad.");
    assert!(shown.says("Inköp under ett år: 1 250 000 kronor."));
    let row = shown.text(".proposals tbody tr:nth-of-type(2)");
    assert!(
        row.contains("Inköpschefen") && row.ends_with("hösten 2027"),
        "{row}"
    );
    let title = &edition(&app).card(&cards[1]).expect("a card").title.sv;
    let line = format!("att ge Inköpschefen i uppdrag: ”{title}” (klart: hösten 2027),");
    assert!(shown.texts(".resolution li").contains(&line), "{line}");
    assert!(
        shown.text("#beslut").contains(&line),
        "what is copied is what is shown"
    );
    let english = app
        .get(&english(&page).replace("/beslutssida", "/decision"))
        .await;
    assert!(english.says("SEK 1,250,000"));
    assert_eq!(english.value_of("volym"), "1,250,000");

    // Emptied again.
    let fields = [("version", "1"), ("volym", ""), (&*owner, ""), (&date, "")];
    let shown = app.get(&app.post(&page, &fields).await.location()).await;
    assert!(!shown.says("Inköp under ett år:") && !shown.says("Inköpschefen"));
}

#[tokio::test]
async fn an_amount_as_the_english_page_shows_it_can_be_saved_there() {
    let app = TestApp::new().await;
    let page = english(&page_of_ones(&app).await).replace("/beslutssida", "/decision");
    let fields = [("version", "0"), ("volym", "1,250,000")];
    let shown = app.get(&app.post(&page, &fields).await.location()).await;
    shown.assert_sound("en");
    assert!(shown.says("SEK 1,250,000"));
}

#[tokio::test]
async fn what_cannot_be_stored_is_told_at_the_field_and_kept() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let owner = format!("agare.{}", cards(&app.get(&page).await)[0]);
    let (long, huge) = ("å".repeat(201), "9".repeat(20));
    let cases: [(&[(&str, &str)], &str); 7] = [
        (
            &[("volym", "1,5 miljarder"), (&owner, "Kvar")],
            "1,5 miljarder",
        ),
        (&[("volym", "många"), (&owner, "Kvar")], "många"),
        (&[("volym", "-1"), (&owner, "Kvar")], "-1"),
        (&[("volym", &huge), (&owner, "Kvar")], &huge),
        (&[("volym", "1"), ("volym", "2"), (&owner, "Kvar")], "1"),
        (&[("volym", "100\0"), (&owner, "Kvar")], "100"),
        (&[("volym", "100"), (&owner, &long)], "100"),
    ];
    for (fields, volume) in cases {
        let fields = [fields, &[("version", "0")]].concat();
        let refused = app.post(&page, &fields).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{fields:?}"
        );
        refused.assert_sound("sv");
        assert!(refused.text("title").starts_with("Fel:"));
        assert!(refused.has(".errors[autofocus] a") && refused.has("form .error"));
        assert_eq!(refused.value_of("volym"), volume);
        let kept = refused.value(&owner);
        assert!(kept == "Kvar" || kept == long);
    }
    let shown = app.get(&page).await;
    assert_eq!(shown.value("version"), "0", "nothing was saved");
    assert_eq!(
        app.post(&page, &[("volym", "1")]).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn a_field_of_no_tip_is_passed_over() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let fields = [
        ("version", "0"),
        ("agare.finns-inte", "X"),
        ("okand", "Y"),
        ("volym", "5"),
    ];
    let shown = app.get(&app.post(&page, &fields).await.location()).await;
    assert_eq!(shown.value_of("volym"), "5");
}

#[tokio::test]
async fn a_later_save_is_stopped_and_both_are_shown() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let owner = format!("agare.{}", cards(&app.get(&page).await)[0]);
    let first = [
        ("version", "0"),
        ("volym", "100"),
        (&*owner, "Inköpschefen"),
    ];
    app.post(&page, &first).await.location();

    let second = [
        ("version", "0"),
        ("volym", "200"),
        (&*owner, "Ekonomichefen"),
    ];
    let stopped = app.post(&page, &second).await;
    assert_eq!(stopped.status, StatusCode::CONFLICT);
    stopped.assert_sound("sv");
    let theirs = stopped.text(".errors[autofocus]");
    assert!(
        theirs.contains("100") && theirs.contains("Inköpschefen"),
        "{theirs}"
    );
    assert_eq!(stopped.value_of("volym"), "200");
    assert_eq!(stopped.value(&owner), "Ekonomichefen");
    assert_eq!(
        app.get(&page).await.value_of("volym"),
        "100",
        "nothing is overwritten"
    );

    // The same as is saved is no conflict.
    app.post(&page, &first).await.location();

    let version = stopped.value("version");
    let chosen = [
        ("version", version.as_str()),
        ("volym", "200"),
        (&*owner, "Ekonomichefen"),
    ];
    app.post(&page, &chosen).await.location();
    assert_eq!(app.get(&page).await.value(&owner), "Ekonomichefen");
}

#[tokio::test]
async fn of_two_at_the_same_instant_one_is_saved_and_the_other_told() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    for turn in 0..5 {
        let version = app.get(&page).await.value("version");
        let amounts = [format!("{turn}1"), format!("{turn}2")];
        let forms = amounts
            .each_ref()
            .map(|a| [("version", &*version), ("volym", &**a)]);
        let (a, b) = tokio::join!(app.post(&page, &forms[0]), app.post(&page, &forms[1]));
        let mut statuses = [a.status, b.status];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    }
}

#[tokio::test]
async fn a_reader_sees_the_page_and_cannot_fill_it_in() {
    let app = TestApp::new().await;
    let page = page_of_ones(&app).await;
    let round = page.strip_suffix("/beslutssida").expect("a round");
    let read = format!("{}/beslutssida", reader(&app, round).await);
    let shown = app.get(&read).await;
    shown.assert_sound("sv");
    assert!(!shown.has("#volym") && cards(&shown).is_empty());
    let refused = app.post(&read, &[("version", "0"), ("volym", "1")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    refused.assert_sound("sv");
    assert_eq!(app.get(&page).await.value_of("volym"), "");
}
