//! Making a plan.

use super::*;

#[tokio::test]
async fn a_plan_is_made_from_agreed_answers_and_holds_every_tip() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let before = assert_both(&org.contact, &org.path("")).await;
    assert!(before.value("namn").starts_with("Handlingsplan 20"));
    let plan = org.make().await;
    let page = assert_both(&org.contact, &org.path(&plan)).await;
    let edition = app.app.current_edition().expect("an edition");
    let first_steps = edition
        .cards
        .values()
        .filter(|card| card.serves.iter().any(|s| s.offered_at(Level::ONE)));
    let rows = page.texts(".tasks > li > a");
    assert_eq!(rows.len(), first_steps.count());
    assert_eq!(
        page.texts("main h2")[0],
        "Besluta först om de här tre",
        "the first three come first"
    );
    assert!(page.says(&format!("{} kvar att besluta", rows.len())));
    assert!(org.get("").await.says("Öppen"));
}

#[tokio::test]
async fn only_contact_persons_make_one_and_all_members_see_it() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let (reader, respondent) = (
        org.member("ida@ange.example", Role::Reader).await,
        org.member("per@ange.example", Role::Respondent).await,
    );
    let round = org.round.to_string();
    let fields = [("namn", "Plan"), ("fran", round.as_str())];
    for member in [&reader, &respondent] {
        assert!(
            !member
                .get(&org.path(""))
                .await
                .has("main form[method=post] #namn")
        );
        let refused = member.post(&org.path(""), &fields).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    let plan = org.make().await;
    for member in [&reader, &respondent] {
        let page = assert_both(member, &org.path(&plan)).await;
        assert!(!page.says("Lägg till en egen åtgärd"));
        let entry = assert_both(member, &org.path(&card(&plan, CARD))).await;
        assert!(!entry.has("#beslut-gor"));
        let refused = member.post(&org.path(&card(&plan, CARD)), &DO).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        for page in ["/ansvariga", "/godkann", "/avsluta"] {
            let refused = member.get(&org.path(&format!("{plan}{page}"))).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{page}");
        }
    }
    let other = Org::new(&app, "bruk").await;
    for page in [plan.clone(), card(&plan, CARD), format!("{plan}/ansvariga")] {
        let elsewhere = other.get(&page).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "{page}");
        let outside = other.contact.get(&org.path(&page)).await;
        assert_eq!(outside.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn there_is_one_open_plan_and_none_before_answers_are_agreed() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    org.make().await;
    assert!(!org.get("").await.has("#namn"));
    let round = org.round.to_string();
    let again = org
        .post("", &[("namn", "En till"), ("fran", round.as_str())])
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.says("Ni har redan en öppen plan"));

    let bare = app.organisation("bare000000", "Bruks Bostäder").await;
    let contact = app.member(bare, "kim@bare.example", Role::Contact).await;
    let page = contact.get("/o/bare000000/plan").await;
    assert!(page.says("svaren är gemensamma") && !page.has("#namn"));
    let round = org.round.to_string();
    let fields = [("namn", "Plan"), ("fran", round.as_str())];
    let refused = contact.post("/o/bare000000/plan", &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "another's round");
}

#[tokio::test]
async fn a_name_is_needed_and_what_was_chosen_is_kept() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let second = org.agreed(Level::TWO).await;
    let first = org.round.to_string();
    for name in ["", "   ", &"å".repeat(151), "a\0b"] {
        let page = org
            .post("", &[("namn", name), ("fran", first.as_str())])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        assert_eq!(page.attr("option[selected]", "value"), first);
    }
    assert_ne!(second, org.round);
    let none = org.post("", &[("namn", "Plan"), ("fran", "x")]).await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
}
