//! The plan by decision, goal, owner and quarter, and what the answers say beside it.

use super::*;

#[tokio::test]
async fn a_plan_is_seen_in_four_ways() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    let later = [("beslut", "senare"), ("nar", "2027-09-01")];
    org.decide(&card(&plan, OTHER), &later).await.location();
    let headings = |view: &'static str| {
        let path = org.path(&format!("{plan}?visa={view}"));
        let contact = &org.contact;
        async move {
            let page = assert_both(contact, &path).await;
            (
                page.texts("main > .wrap > h2"),
                page.texts(".tasks > li").len(),
            )
        }
    };
    let (decisions, all) = headings("beslut").await;
    assert!(decisions.starts_with(&["Besluta först om de här tre".to_owned()]));
    assert!(decisions.contains(&"Att göra".to_owned()) && decisions.contains(&"Senare".to_owned()));
    let (goals, by_goal) = headings("mal").await;
    assert!(goals[0].starts_with("1. ") && goals.iter().any(|goal| goal.starts_with("4. ")));
    assert_eq!(by_goal, all, "nothing is left out");
    let (owners, by_owner) = headings("ansvarig").await;
    assert_eq!((owners[0].as_str(), by_owner), ("Inköpschefen", 1));
    let (quarters, by_quarter) = headings("kvartal").await;
    assert_eq!(quarters[..2], ["Januari–mars 2027", "Juli–september 2027"]);
    assert_eq!(by_quarter, 2);
    let unknown = org.get(&format!("{plan}?visa=x")).await;
    assert_eq!(unknown.texts("[aria-current=page]"), ["Beslut"]);
}

#[tokio::test]
async fn what_is_late_is_told_and_a_new_answer_changes_no_plan() {
    let app = TestApp::new().await;
    let mut org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let entry = card(&plan, CARD);
    org.decide(&entry, &DO).await.location();
    assert!(org.get(&plan).await.says("Enligt svaren: inte påbörjat"));
    org.pass(365 * DAY).await;
    assert!(
        org.get(&format!("{plan}?visa=kvartal"))
            .await
            .says("Försenat")
    );
    org.agreed(Level::THREE).await;
    let page = org.get(&entry).await;
    assert!(page.says("Enligt svaren: på plats"));
    assert!(page.says("Är det klart, eller återstår något?"));
    assert!(
        page.has("#lage-not_begun[checked]"),
        "people's status is theirs"
    );
    // A day that stood there may stay, so that what is late can be noted as done.
    let owner = page.attr("#agare option[selected]", "value");
    let done = [
        ("version", "1"),
        ("beslut", "gor"),
        ("agare", owner.as_str()),
        ("klart", "2027-03-31"),
        ("lage", "done"),
    ];
    org.decide(&entry, &done).await.location();
    assert!(!org.get(&plan).await.says("Försenat"));
}
