//! Starting an organisation's round.

use domain::account::Role;

use super::world::ORG;
use super::*;

#[tokio::test]
async fn a_round_is_started_and_led() {
    let world = World::new().await;
    let contact = world.contact().await;
    let page = contact.get(&format!("/o/{ORG}/ny")).await;
    page.assert_sound("sv");
    let nothing = contact.post(&format!("/o/{ORG}/ny"), &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    nothing.assert_sound("sv");
    let round = world.start(&contact, "hela").await;
    let lead = contact.get(&format!("{round}/leda")).await;
    lead.assert_sound("sv");
    assert!(lead.says("0 av 1 svarande är klara"));
    assert!(lead.says("kontakt@ange.se (du)"));
    // The one who starts answers with purchasing.
    let own = contact.get(&round).await;
    own.assert_sound("sv");
    assert!(own.says("0 av 48 frågor är besvarade."));
    assert!(own.says("Ni är färre än tre som svarar."));
}

#[tokio::test]
async fn only_contact_persons_start_and_lead() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "snabb").await;
    let colleague = world.person("svarar@ange.se", Some(Role::Respondent)).await;
    let reader = world.person("laser@ange.se", Some(Role::Reader)).await;
    let stranger = world.person("annan@sala.se", None).await;
    for page in [
        format!("/o/{ORG}/ny"),
        format!("{round}/leda"),
        format!("{round}/stang"),
    ] {
        for member in [&colleague, &reader] {
            assert_eq!(
                member.get(&page).await.status,
                StatusCode::FORBIDDEN,
                "{page}"
            );
            let sent = member.post(&page, &[("gor", "hela")]).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{page}");
        }
        assert_eq!(
            stranger.get(&page).await.status,
            StatusCode::NOT_FOUND,
            "{page}"
        );
    }
    assert!(
        colleague
            .get(&round)
            .await
            .says("0 av 14 frågor är besvarade.")
    );
    assert_eq!(reader.get(&round).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_round_tried_without_an_account_is_taken_in_with_its_answers() {
    let world = World::new().await;
    let contact = world.contact().await;
    let tried = world.app.start("hela").await;
    world
        .app
        .comment(&tried, "ratt.avtal", "3", "Vi har en plan")
        .await;
    let page = format!("/o/{ORG}/ny");
    let wrong = [
        ("gor", "ta-in"),
        ("adress", "http://localhost:8080/sjalvskattning/nej"),
    ];
    let refused = contact.post(&page, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.assert_sound("sv");
    assert_eq!(
        refused.value("adress"),
        wrong[1].1,
        "what was written is kept"
    );
    let address = format!("  http://localhost:8080{tried}/mal/4?sparat=ratt.avtal ");
    let taken = contact
        .post(&page, &[("gor", "ta-in"), ("adress", &address)])
        .await;
    let round = taken.location();
    let round = round.strip_suffix("/leda").unwrap();
    let shown = contact.get(&format!("{round}/fraga/ratt.avtal")).await;
    assert!(shown.has("#niva-ratt-avtal-3[checked]"));
    assert_eq!(shown.text("textarea"), "Vi har en plan");
    // The secret address opens nothing any more, and is not taken in twice.
    assert_eq!(world.app.get(&tried).await.status, StatusCode::NOT_FOUND);
    let again = contact
        .post(&page, &[("gor", "ta-in"), ("adress", &address)])
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}
