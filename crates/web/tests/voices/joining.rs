//! Coming in by a common address or its QR code.

use domain::account::Role;

use super::*;

/// The common address of a role, without the origin.
async fn common(contact: &Visitor<'_>, round: &str, role: &str) -> String {
    let page = format!("{round}/fraga-kollegor");
    contact.post(&page, &[("roll", role)]).await.location();
    let page = contact.get(&format!("{page}/{role}")).await;
    assert!(page.has("svg.qr[role=img][aria-label]"));
    let address = page.value_of("lank");
    address
        .strip_prefix("http://localhost:8080")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn each_who_comes_in_has_a_link_and_answers_of_their_own() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "verksamhet").await;
    let shown = world.guest().get(&common).await;
    shown.assert_sound("sv");
    assert!(shown.says("Svara i självskattningen hos Ånge kommun"));
    // Seeing it makes nobody a respondent.
    assert!(
        contact
            .get(&format!("{round}/leda"))
            .await
            .says("0 av 1 svarande")
    );
    let mut links = Vec::new();
    for name in ["", "Kim"] {
        let to = world
            .guest()
            .post(&common, &[("namn", name)])
            .await
            .location();
        let page = world.guest().get(&to).await;
        page.assert_sound("sv");
        links.push(to.strip_suffix("/adress").unwrap().to_owned());
    }
    assert_ne!(links[0], links[1]);
    let home = world.guest().get(&links[0]).await.attr(".tasks a", "href");
    let goal = world.guest().get(&home).await;
    let question = goal.attr(".tasks a", "href");
    let question = question.rsplit('/').next().unwrap();
    world
        .guest()
        .answer(&links[0], question, "2", "Min grund")
        .await
        .location();
    let other = world
        .guest()
        .get(&format!("{}/fraga/{question}", links[1]))
        .await;
    assert!(!other.has("input[checked]") && !other.says("Min grund"));
    let lead = contact.get(&format!("{round}/leda")).await;
    assert!(
        lead.says("Svarande 1, via länk Påbörjad (1 av"),
        "{}",
        lead.text("main")
    );
    assert!(lead.says("Kim, via länk Inte påbörjad"));
}

#[tokio::test]
async fn the_link_can_be_mailed_to_oneself() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ledning").await;
    let page = world.guest().post(&common, &[]).await.location();
    let wrong = world.guest().post(&page, &[("epost", "kim")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.assert_sound("sv");
    for _ in 0..5 {
        let sent = world.guest().post(&page, &[("epost", "Kim@ange.se")]).await;
        assert!(
            world
                .guest()
                .get(&sent.location())
                .await
                .says("Mejlet är på väg.")
        );
    }
    let many = world.guest().post(&page, &[("epost", "kim@ange.se")]).await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        format!("{}/adress", world.link_to("kim@ange.se").await),
        page
    );
}

#[tokio::test]
async fn a_link_that_is_taken_back_lets_nobody_more_in() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ledning").await;
    let begun = world.guest().post(&common, &[]).await.location();
    let page = format!("{round}/fraga-kollegor/ledning");
    contact
        .post(&page, &[("gor", "ta-tillbaka")])
        .await
        .location();
    for gone in [
        world.guest().get(&common).await,
        world.guest().post(&common, &[]).await,
    ] {
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        gone.assert_sound("sv");
    }
    assert_eq!(world.guest().get(&begun).await.status, StatusCode::OK);
    let without = contact.get(&page).await;
    without.assert_sound("sv");
    assert!(!without.has("#lank"));
    contact.post(&page, &[("gor", "ny-lank")]).await.location();
    let new = contact.get(&page).await.value_of("lank");
    assert!(!new.ends_with(&common));
}

#[tokio::test]
async fn a_member_who_opens_it_is_led_to_their_own_answers() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ekonomi").await;
    // The contact person answers already.
    assert_eq!(contact.get(&common).await.location(), round);
    let colleague = world.person("ekonom@ange.se", Some(Role::Respondent)).await;
    let shown = colleague.get(&common).await;
    shown.assert_sound("sv");
    assert!(shown.says("Du är inloggad som ekonom@ange.se."));
    assert_eq!(colleague.post(&common, &[]).await.location(), round);
    assert!(
        colleague
            .get(&round)
            .await
            .says("av 11 frågor är besvarade.")
    );
    assert_eq!(colleague.get(&common).await.location(), round);
    // Signed in somewhere else is a guest here.
    let stranger = world.person("annan@sala.se", None).await;
    let to = stranger.post(&common, &[]).await.location();
    assert!(to.starts_with("/svara/"), "{to}");
}

#[tokio::test]
async fn a_guessed_link_opens_nothing() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ekonomi").await;
    let own = world.guest().post(&common, &[]).await.location();
    let own = own
        .strip_suffix("/adress")
        .unwrap()
        .strip_prefix("/svara/")
        .unwrap();
    let key = common.strip_prefix("/delta/").unwrap();
    // One kind of address is no other kind, and nothing else opens anything.
    for path in [
        format!("/svara/{key}"),
        format!("/delta/{own}"),
        format!("/sjalvskattning/{own}"),
        format!("/sjalvskattning/{key}"),
        format!("/las/{own}/resultat"),
        "/svara/00000000000000000000000000000000".to_owned(),
        "/delta/00000000000000000000000000000000".to_owned(),
        "/delta/nej".to_owned(),
        "/svara/nej/adress".to_owned(),
    ] {
        let page = world.guest().get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        page.assert_sound("sv");
    }
}

#[tokio::test]
async fn one_place_can_send_only_so_many() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ekonomi").await;
    let mut refused = 0;
    for _ in 0..101 {
        let page = world.guest().post(&common, &[]).await;
        refused += usize::from(page.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(refused, 1);
    world.app.pass(60 * 60 * 1000);
    world.guest().post(&common, &[]).await.location();
}

#[tokio::test]
async fn behind_a_proxy_one_place_is_the_address_that_the_proxy_tells() {
    let world = World::of(TestApp::with(|settings| settings.proxies = 1).await).await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let common = common(&contact, &round, "ekonomi").await;
    let one = world.guest_from("203.0.113.1");
    for _ in 0..100 {
        one.post(&common, &[]).await.location();
    }
    let page = one.post(&common, &[]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    let other = world.guest_from("203.0.113.2");
    other.post(&common, &[]).await.location();
}
