//! The targets: what is set, what follows from it on the other pages, and two who edit at once.

use axum::http::StatusCode;

use super::*;

/// A round where all answers are one level, and the address of its targets.
async fn page_of(app: &TestApp, level: Level) -> String {
    let round = round(app, "hela", &all(app, Answer::Level(level))).await;
    format!("{round}/mal-att-na")
}

fn of(page: &str, other: &str) -> String {
    page.replace("/mal-att-na", other)
}

#[tokio::test]
async fn a_target_decides_which_tips_there_are_and_what_lacks() {
    let app = TestApp::new().await;
    let page = page_of(&app, Level::TWO).await;
    let shown = app.get(&page).await;
    shown.assert_sound("sv");
    assert!(shown.says("Nästa nivå (nivå 3)") && shown.has("#niva-4[checked]"));
    let tips = app.get(&of(&page, "/tips")).await;
    assert!(tips.text(".tips .hint").contains(", och nästa nivå är 3."));
    let goal = app.get(&of(&page, "/resultat/mal/4")).await;
    assert!(goal.says("För nivå 3 saknas") && goal.says("Nivå 3, nästa nivå"));

    let fields = [
        ("version", "0"),
        ("niva.4", "4"),
        ("skal.4", "  Nämnden har\r\nbeslutat det "),
        ("niva.2", "2"),
        ("skal.2", "Vi nöjer oss där"),
        ("niva.1", ""),
        ("skal.1", "Står kvar i rutan"),
    ];
    let next = app.post(&page, &fields).await.location();
    let shown = app.get(&next).await;
    shown.assert_sound("sv");
    assert_eq!(shown.text(".status"), "Målen är sparade.");
    assert!(shown.has("#niva-4-4[checked]") && shown.has("#niva-1[checked]"));
    assert_eq!(shown.text("#skal-4"), "Nämnden har beslutat det");
    assert_eq!(shown.text("#skal-1"), "", "a reason goes with its level");
    assert_eq!(shown.value("version"), "1");

    let goal = app.get(&of(&page, "/resultat/mal/4")).await;
    goal.assert_sound("sv");
    assert!(goal.says("För ert mål, nivå 4, saknas") && goal.says("Nivå 4, ert mål"));
    assert!(goal.says("Nämnden har"));
    let goal = app.get(&of(&page, "/resultat/mal/2")).await;
    assert!(goal.says("Ert mål, nivå 2, är nått."));
    assert!(goal.says("Inga tips för det här målet"));
    let whole = app.get(&of(&page, "/resultat")).await;
    assert!(whole.says("För ert mål, nivå 4, saknas"));
    let tips = app.get(&of(&page, "/tips")).await;
    tips.assert_sound("sv");
    assert!(tips.text(".tips").contains("och ert mål är nivå 4"));
    assert!(tips.links().contains(&page), "the way to the targets");
    let decision = app.get(&of(&page, "/beslutssida")).await;
    let because = decision.texts(".proposals .reason");
    let own = |reason: &&String| reason.contains("i dag, och ert mål är nivå 4.");
    assert!(because.iter().any(|reason| own(&reason)), "{because:?}");

    let english = app
        .get(&of(&english(&page), "/result/goals/4").replace("/mal-att-na", ""))
        .await;
    assert!(english.says("missing for your target, level 4"));
}

#[tokio::test]
async fn a_tip_tells_what_to_do_first() {
    let app = TestApp::new().await;
    let tips = app
        .get(&of(&page_of(&app, Level::ONE).await, "/tips"))
        .await;
    let edition = edition(&app);
    let cards = edition.cards.values();
    let needed = cards.filter_map(|card| edition.card(card.prerequisite.as_deref()?));
    let needed: BTreeSet<&str> = needed.map(|card| card.title.sv.as_str()).collect();
    let links = tips.texts(".tips p:not(.hint) a");
    assert!(!links.is_empty());
    for link in &links {
        assert!(needed.contains(link.as_str()), "{link}");
    }
    assert!(tips.says("Gör först:"));
}

#[tokio::test]
async fn a_goal_without_level_has_no_target_to_set() {
    let app = TestApp::new().await;
    let mut answers = all(&app, Answer::Level(Level::TWO));
    let unknown = &edition(&app).goals[3].questions;
    for question in unknown.iter().skip(1) {
        answers.insert(question.id.clone(), Answer::DontKnow);
    }
    let round = round(&app, "hela", &answers).await;
    let page = format!("{round}/mal-att-na");
    let shown = app.get(&page).await;
    shown.assert_sound("sv");
    assert!(!shown.has("#niva-4") && shown.has("#niva-5"));
    assert!(shown.says("Målet har ingen nivå än"));
    let fields = [("version", "0"), ("niva.4", "4"), ("skal.4", "Ändå")];
    app.post(&page, &fields).await.location();
    assert_eq!(app.get(&page).await.value("version"), "0", "passed over");
    let goal = app.get(&format!("{round}/resultat/mal/4")).await;
    assert!(!goal.says("Att nå:") && !goal.says("och nästa nivå är"));

    // One that was set while the goal had a level stays, and can be taken away.
    let fields = [("version", "0"), ("niva.5", "3"), ("skal.5", "Bra nog")];
    app.post(&page, &fields).await.location();
    for question in edition(&app).goals[4].questions.iter().skip(1) {
        app.answer(&round, &question.id, "vet-inte").await;
    }
    let shown = app.get(&page).await;
    assert!(shown.says("Ni har satt nivå 3 tidigare"));
    let fields = [("version", "1"), ("niva.5", "")];
    app.post(&page, &fields).await.location();
    assert!(!app.get(&page).await.has("#niva-5"));
}

#[tokio::test]
async fn snabbkollen_has_no_targets_and_shows_the_way() {
    let app = TestApp::new().await;
    let round = round(&app, "snabb", &all(&app, Answer::Level(Level::TWO))).await;
    let page = format!("{round}/mal-att-na");
    let shown = app.get(&page).await;
    shown.assert_sound("sv");
    assert!(shown.says("Snabbkollen ger inga nivåer"));
    assert!(!shown.has("main input[type=radio]"));
    assert!(shown.links().contains(&format!("{round}/hela-kollen")));
    let reader = reader(&app, &round).await;
    let shown = app.get(&format!("{reader}/mal-att-na")).await;
    assert!(!shown.body.contains("hela-kollen"));
}

#[tokio::test]
async fn what_cannot_be_saved_is_told_at_the_field_and_everything_is_kept() {
    let app = TestApp::new().await;
    let page = page_of(&app, Level::TWO).await;
    let long = "å".repeat(501);
    let cases: [(&[(&str, &str)], &str); 5] = [
        (&[("niva.4", "4"), ("skal.4", " \n")], "skal-4"),
        (&[("niva.4", "4"), ("skal.4", &long)], "skal-4"),
        (&[("niva.4", "1"), ("skal.4", "Golvet")], "niva-4"),
        (&[("niva.4", "fem"), ("skal.4", "Fel")], "niva-4"),
        (
            &[("niva.4", "3"), ("niva.4", "4"), ("skal.4", "x")],
            "niva-4",
        ),
    ];
    for (fields, field) in cases {
        let kept = [("version", "0"), ("niva.5", "3"), ("skal.5", "Kvar")];
        let refused = app.post(&page, &[fields, &kept].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.assert_sound("sv");
        assert!(refused.text("title").starts_with("Fel:"));
        let link = format!(".errors[autofocus] a[href=\"#{field}\"]");
        assert!(refused.has(&link) && refused.has("form .error"), "{field}");
        assert!(refused.has("#niva-5-3[checked]"));
        assert_eq!(refused.text("#skal-5"), "Kvar");
    }
    assert_eq!(app.get(&page).await.value("version"), "0");
    let bad = app.post(&page, &[("niva.4", "4")]).await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_later_save_is_stopped_and_both_are_shown() {
    let app = TestApp::new().await;
    let page = page_of(&app, Level::TWO).await;
    let first = [("version", "0"), ("niva.4", "4"), ("skal.4", "Styrelsen")];
    app.post(&page, &first).await.location();
    let second = [("version", "0"), ("niva.4", "3"), ("skal.4", "Lagom")];
    let stopped = app.post(&page, &second).await;
    assert_eq!(stopped.status, StatusCode::CONFLICT);
    stopped.assert_sound("sv");
    let theirs = stopped.text(".errors[autofocus]");
    assert!(theirs.contains("nivå 4. Styrelsen"), "{theirs}");
    assert!(stopped.has("#niva-4-3[checked]"));
    assert_eq!(stopped.text("#skal-4"), "Lagom");
    assert!(app.get(&page).await.has("#niva-4-4[checked]"));
    // The same as is saved is no conflict.
    app.post(&page, &first).await.location();
    let version = stopped.value("version");
    let chosen = [
        ("version", version.as_str()),
        ("niva.4", "3"),
        ("skal.4", "Lagom"),
    ];
    app.post(&page, &chosen).await.location();
    assert_eq!(app.get(&page).await.text("#skal-4"), "Lagom");
}

#[tokio::test]
async fn a_reader_sees_targets_and_sets_none() {
    let app = TestApp::new().await;
    let page = page_of(&app, Level::TWO).await;
    let fields = [("version", "0"), ("niva.4", "4"), ("skal.4", "Styrelsen")];
    app.post(&page, &fields).await.location();
    let round = page.strip_suffix("/mal-att-na").expect("a round");
    let read = format!("{}/mal-att-na", reader(&app, round).await);
    let shown = app.get(&read).await;
    shown.assert_sound("sv");
    assert!(!shown.has("main form:not([action$=synpunkter])") && !shown.has("main textarea"));
    assert!(shown.says("Nivå 4, ert mål") && shown.says("Styrelsen"));
    assert!(shown.says("Nivå 3, nästa nivå"));
    let refused = app.post(&read, &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    refused.assert_sound("sv");
}
