//! Phones: let in by the code, known by a cookie or by their address.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use super::HOUR;
use super::world::{World, questions};

#[tokio::test]
async fn a_phone_is_known_by_its_cookie() {
    let (world, address) = World::started(0).await;
    let phone = world.phone(&address);
    let outside = phone.look().await;
    assert!(outside.says("Var med i workshopen") && !outside.has("[data-live]"));
    let inside = phone.join().await;
    assert!(inside.says("Du är med"));
    assert_eq!(*phone.at.borrow(), address, "nothing secret stands in it");
    assert!(world.shown().await.says("1 är med"));
    // Scanned again, it is the same phone.
    phone.join().await;
    assert!(world.shown().await.says("1 är med"));
    assert!(
        world
            .phone(&address)
            .look()
            .await
            .says("Var med i workshopen")
    );
}

#[tokio::test]
async fn a_phone_without_cookies_is_known_by_its_address() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let phone = world.phone_without_cookies(&address);
    assert!(phone.join().await.says("Du är med"));
    let personal = phone.at.borrow().clone();
    assert!(
        personal.starts_with(&format!("{address}?jag=")),
        "{personal}"
    );
    world.ask("", &first).await;
    let answered = phone.answer(&first, "3").await;
    assert!(answered.text(".status").contains("Nivå 3"));
    assert_eq!(*phone.at.borrow(), personal);
    assert_eq!(answered.attr("[data-live]", "data-live-page"), personal);
}

#[tokio::test]
async fn the_cookie_is_for_this_host_over_a_safe_connection() {
    let (world, address) = World::started(0).await;
    let fields = [("gor", "med")];
    let set = world.app.post(&address, &fields).await.header("set-cookie");
    let (pair, attributes) = set.split_once("; ").expect("attributes");
    assert!(pair.starts_with("__Host-workshop="), "{set}");
    let expected = "Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=86400";
    assert_eq!(attributes, expected);
}

#[tokio::test]
async fn what_the_cookie_holds_stands_in_no_address_and_neither_is_the_other() {
    let (world, address) = World::started(0).await;
    let joined = world.app.post(&address, &[("gor", "med")]).await;
    let set = joined.header("set-cookie");
    let (pair, _) = set.split_once(';').expect("attributes");
    let (_, kept) = pair.split_once('=').expect("a value");
    let (_, told) = joined.location().split_once("?jag=").map_or_else(
        || panic!("no address of its own"),
        |(start, told)| (start.to_owned(), told.to_owned()),
    );
    assert_ne!(kept, told);
    for (swapped, kind) in [
        (format!("{address}?jag={kept}"), None),
        (address.clone(), Some(format!("__Host-workshop={told}"))),
    ] {
        let mut request = Request::get(&swapped);
        if let Some(cookie) = kind {
            request = request.header("cookie", cookie);
        }
        let request = request.body(Body::empty()).expect("a request");
        let page = world.app.send(request).await;
        assert!(page.says("Var med i workshopen"), "{swapped}");
    }
}

#[tokio::test]
async fn the_code_is_understood_as_people_type_it() {
    let (world, address) = World::started(0).await;
    let code = address.rsplit('/').next().expect("a code").to_owned();
    assert_eq!(code.len(), 9, "{code}");
    for typed in [code.to_uppercase(), code.replace('-', "")] {
        let page = world.app.get(&format!("/workshop/{typed}")).await;
        assert_eq!(page.status, StatusCode::OK, "{typed}");
    }
    let english = world.app.get(&format!("/en/workshop/{code}")).await;
    english.assert_sound("en");
    assert!(english.says("Join the workshop"));
    for guessed in ["0000-0000", "abc", "%00", &format!("{code}0")] {
        for path in ["", "/handelser"] {
            let page = world.app.get(&format!("/workshop/{guessed}{path}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{guessed}");
            assert!(page.says("Vi hittar ingen workshop"), "{guessed}");
        }
    }
}

#[tokio::test]
async fn the_last_answer_counts() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let phone = world.phone(&address);
    phone.join().await;
    world.ask("", &first).await;
    phone.answer(&first, "1").await;
    let changed = phone.answer(&first, "4").await;
    assert!(changed.has("input[name=svar][value=\"4\"][checked]"));
    assert!(changed.says("Du kan ändra det tills svaren visas"));
    let shown = world.show(&first).await;
    assert_eq!(
        shown.texts(".card .count")[..4],
        ["0 svar", "0 svar", "0 svar", "1 svar"]
    );
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_told_and_not_counted() {
    let (world, address) = World::started(2).await;
    let [first, second] = questions(&world);
    let phone = world.phone(&address);
    phone.join().await;
    world.ask("", &first).await;
    world.show(&first).await;
    let late = phone.answer(&first, "2").await;
    assert!(late.says("när frågan inte längre ställdes"));
    world.ask(&first, &second).await;
    // A phone that slept answers the question it still shows.
    let late = phone.answer(&first, "2").await;
    assert!(late.says("när frågan inte längre ställdes"));
    assert!(late.has(&format!("input[name=fraga][value=\"{second}\"]")));
    assert!(world.shown().await.says("Ingen har svarat än"));
}

#[tokio::test]
async fn what_is_no_answer_is_told() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let phone = world.phone(&address);
    phone.join().await;
    world.ask("", &first).await;
    for value in ["", "5", "ej:annat", "\0"] {
        let page = phone.answer(&first, value).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{value:?}");
        page.assert_sound("sv");
        assert!(page.has(".errors") && page.says("Välj ett av svaren."));
    }
    let page = phone.answer("finns.inte", "2").await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    let page = phone.press(&[("gor", "sjung")]).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    // Who has not joined is asked to.
    let stranger = world.phone(&address).answer(&first, "2").await;
    assert!(stranger.says("Var med i workshopen"));
    assert!(world.shown().await.says("Ingen har svarat än"));
}

#[tokio::test]
async fn a_closed_workshop_says_so() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let phone = world.phone(&address);
    phone.join().await;
    world.ask("", &first).await;
    phone.answer(&first, "2").await;
    world.press(&[("gor", "avsluta")]).await;
    for page in [
        phone.look().await,
        phone.answer(&first, "3").await,
        world.phone(&address).join().await,
    ] {
        assert_eq!(page.status, StatusCode::CONFLICT);
        page.assert_sound("sv");
        assert!(page.says("Workshopen är slut"));
    }
    let events = world.app.get(&format!("{address}/handelser")).await;
    assert_eq!(events.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_deleted_round_takes_its_workshop_along() {
    let (world, address) = World::started(2).await;
    let round = world.round;
    let deleted = world
        .app
        .app
        .store
        .write(move |tx| Box::pin(async move { tx.delete_round(round).await }));
    deleted.await.expect("a database");
    let page = world.phone(&address).look().await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let screen = world.request(0, &world.screen, None).await;
    assert_eq!(screen.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn there_is_room_for_sixty() {
    let (world, address) = World::started(60).await;
    let full = world.phone(&address);
    world.app.pass(HOUR);
    let full = full.join().await;
    assert!(full.says("Workshopen är full: högst 60"));
    assert!(world.shown().await.says("60 är med"));
}

#[tokio::test]
async fn sixty_join_from_one_address_in_an_hour() {
    let (world, _) = World::started(60).await;
    world.press(&[("gor", "avsluta")]).await;
    world.press(&[("gor", "starta")]).await;
    let address = world.address().await;
    let phone = world.phone(&address);
    assert_eq!(phone.join().await.status, StatusCode::TOO_MANY_REQUESTS);
    world.app.pass(HOUR);
    assert!(phone.join().await.says("Du är med"));
}

#[tokio::test]
async fn behind_a_proxy_it_is_the_phones_address_that_counts() {
    let (world, _) = World::started_behind_a_proxy(60).await;
    world.press(&[("gor", "avsluta")]).await;
    world.press(&[("gor", "starta")]).await;
    let address = world.address().await;
    // The proxy itself has let sixty in. What a phone says of itself stands before what it tells.
    for (from, in_it) in [
        ("203.0.113.1", true),
        ("203.0.113.2, 203.0.113.3", true),
        ("203.0.113.4, 127.0.0.1", false),
    ] {
        let page = world.phone_from(&address, from).join().await;
        assert_eq!(
            page.status == StatusCode::OK,
            in_it,
            "{from}: {}",
            page.status
        );
        assert_eq!(
            page.status == StatusCode::TOO_MANY_REQUESTS,
            !in_it,
            "{from}"
        );
    }
}
