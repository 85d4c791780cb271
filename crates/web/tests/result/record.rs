//! The full record.

use super::*;

#[tokio::test]
async fn everything_stands_in_the_record() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    app.comment(
        &round,
        "ratt.avtal",
        "2",
        "Avtal över\nfem miljoner följs upp.",
    )
    .await;
    say_kind(&app, &round, OrganisationKind::Region).await;
    let page = app.get(&format!("{round}/underlag")).await;
    for (place, question) in edition(&app).places() {
        let title = format!("{} {}", place.label(), question.question.sv);
        assert!(page.says(&title), "{title}");
    }
    let level = &edition(&app)
        .question("ratt.avtal")
        .expect("a question")
        .levels[1];
    assert!(page.says(&level.sv));
    assert!(page.body.contains("Avtal över\nfem miljoner följs upp."));
    assert!(page.says("Exempel") && page.says("Region") && page.says("22 november 2026"));
    let answers: Answers = [("ratt.avtal".to_owned(), Answer::Level(Level::TWO))].into();
    let kind = Some(OrganisationKind::Region);
    let score = scoring::score(edition(&app), Depth::Full, kind, &answers);
    assert!(page.says(&score.hash));
}
