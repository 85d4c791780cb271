//! The organisations most alike one.

use store::ClassificationRow;

use super::*;

/// Says what an organisation is counted as from a day.
async fn classify(app: &TestApp, organisation: Uuid, facts: (Option<i64>, Option<i64>, &str)) {
    let (population, volume, group) = facts;
    let row = ClassificationRow {
        id: app.app.id(),
        organisation,
        valid_from: "2026-01-01".to_owned(),
        kind: "kommun".to_owned(),
        lan: Some("22".to_owned()),
        municipality: Some("2260".to_owned()),
        skr_group: Some(group.to_owned()),
        population,
        volume,
        changed_by: None,
        reason: String::new(),
        created_at: app.app.now(),
    };
    app.write(move |tx| Box::pin(async move { tx.add_classification(&row).await }))
        .await;
}

#[tokio::test]
async fn the_most_alike_come_first_with_what_differs_in_words() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge kommun").await;
    let near = app.organisation("nara000000", "Nära kommun").await;
    let far = app.organisation("bort000000", "Bortre kommun").await;
    let same = app.organisation("lika000000", "Lika kommun").await;
    app.organisation("bolag00000", "Bolaget").await;
    classify(&app, ange.id, (Some(9_000), Some(400_000_000), "C8")).await;
    classify(&app, near, (Some(12_000), None, "C8")).await;
    classify(&app, far, (Some(900_000), Some(40_000_000_000), "A1")).await;
    classify(&app, same, (Some(9_000), Some(400_000_000), "C8")).await;
    let reader = ange.member("ida@ange.example", Role::Reader).await;
    let page = assert_both(&reader, &ange.path("liknande")).await;
    assert_eq!(page.text("table.gt caption"), "Mest lika först");
    let rows = lines(&page, "table.gt tbody tr");
    assert_eq!(rows.len(), 4, "no other type: {rows:?}");
    for (row, (name, words)) in rows.iter().zip([
        ("Ånge kommun (ni)", "Det här är ni"),
        ("Lika kommun", "Inget skiljer i de uppgifter som finns."),
        (
            "Nära kommun",
            "Skiljer: fler invånare. Räknas inte: inköp per år.",
        ),
        (
            "Bortre kommun",
            "Skiljer: fler invånare, större inköp och annan kommungrupp.",
        ),
    ]) {
        assert!(row.starts_with(name) && row.ends_with(words), "{row}");
        assert!(row.contains("uppgifter från 1 januari 2026"), "{row}");
    }
    assert!(page.says("40 %") && page.says("30 %") && page.says("20 %") && page.says("10 %"));
    // Whatever others do in the service, the list is the same.
    let other = app.member(near, "kim@nara.example", Role::Contact).await;
    assert_eq!(other.get("/o/nara000000").await.status, StatusCode::OK);
    let after = reader.get(&ange.path("liknande")).await;
    assert_eq!(lines(&after, "table.gt tbody tr"), rows);
}

#[tokio::test]
async fn with_too_few_facts_nobody_is_alike() {
    let app = shared().await;
    let bruk = Org::new(&app, "bruk", "Bruks Bostäder").await;
    Org::new(&app, "ange", "Ånge Energi").await;
    let page = assert_both(&bruk.contact, &bruk.path("liknande")).await;
    assert!(page.text(".notice").contains("Vi vet för lite om er"));
    assert!(!page.has("table.gt"));
}

#[tokio::test]
async fn a_single_one_of_its_kind_is_told_so() {
    let app = shared().await;
    let ange = Org::new(&app, "ange", "Ånge kommun").await;
    classify(&app, ange.id, (Some(9_000), None, "C8")).await;
    let page = assert_both(&ange.contact, &ange.path("liknande")).await;
    assert!(page.says("Ingen annan organisation i registret"));
    assert!(page.says("så det räknas inte: inköp per år"));
}
