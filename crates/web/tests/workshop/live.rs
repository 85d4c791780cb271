//! Events that tell that there is something new.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode, header};
use domain::account::Stage;
use futures_util::StreamExt;

use super::world::{World, questions};

const PATIENCE: Duration = Duration::from_secs(20);

/// Follows what a phone that has joined would.
struct Events(BodyDataStream);

impl Events {
    async fn of(world: &World, path: &str) -> Self {
        let request = Request::get(path)
            .header(header::ACCEPT_ENCODING, "gzip, br")
            .body(Body::empty())
            .expect("a request");
        let response = world.app.respond(request).await;
        assert_eq!(response.status(), StatusCode::OK);
        let said = |name: header::HeaderName| {
            let value = response.headers().get(name).map(|value| value.to_str());
            value.and_then(Result::ok).unwrap_or_default().to_owned()
        };
        assert_eq!(said(header::CONTENT_TYPE), "text/event-stream");
        assert_eq!(said(header::CONTENT_ENCODING), "", "it would be held back");
        assert!(!said(header::CONTENT_SECURITY_POLICY).is_empty());
        Events(response.into_body().into_data_stream())
    }

    /// The next event; `None` when there will be no more.
    async fn next(&mut self) -> Option<String> {
        let next = tokio::time::timeout(PATIENCE, self.0.next()).await;
        let bytes = next.expect("an event in time")?.expect("a whole event");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let data = text.strip_prefix("data: ").expect(&text);
        Some(data.trim().to_owned())
    }
}

async fn joined(world: &World, address: &str) -> String {
    let phone = world.phone_without_cookies(address);
    let page = phone.join().await;
    page.attr("[data-live]", "data-live")
}

#[tokio::test]
async fn a_phone_is_told_of_what_it_shows() {
    let (world, address) = World::started(3).await;
    let [first, _] = questions(&world);
    let path = joined(&world, &address).await;
    let mut events = Events::of(&world, &path).await;
    let turn = events.next().await.expect("where it is");
    // Others who join and answer change nothing on it.
    let other = world.phone(&address);
    other.join().await;
    world.ask("", &first).await;
    let asked = events.next().await.expect("a question");
    assert_ne!(asked, turn);
    other.answer(&first, "2").await;
    world.show(&first).await;
    let shown = events.next().await.expect("answers");
    let page = other.look().await;
    assert_eq!(page.attr("[data-live]", "data-live-version"), shown);
}

#[tokio::test]
async fn the_screen_is_told_of_everything() {
    let (world, address) = World::started(3).await;
    let path = world.shown().await.attr("[data-live]", "data-live");
    let refused = world.app.get(&path).await;
    assert_eq!(
        refused.status,
        StatusCode::SEE_OTHER,
        "for who leads it only"
    );
    let mut events = Events(world.follow(&path).await);
    let mut seen = events.next().await.expect("where it is");
    let phone = world.phone(&address);
    phone.join().await;
    let next = events.next().await.expect("one more");
    assert_ne!(next, seen);
    seen = next;
    let version = world.shown().await.attr("[data-live]", "data-live-version");
    assert_eq!(version, seen);
}

#[tokio::test]
async fn the_end_is_told_and_is_the_end() {
    let (world, address) = World::started(3).await;
    let path = joined(&world, &address).await;
    let mut all = Vec::new();
    for _ in 0..3 {
        let mut events = Events::of(&world, &path).await;
        events.next().await.expect("where it is");
        all.push(events);
    }
    world.press(&[("gor", "avsluta")]).await;
    for events in &mut all {
        assert_eq!(events.next().await.as_deref(), Some("slut"));
        assert_eq!(events.next().await, None);
    }
    assert_eq!(world.app.get(&path).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn the_next_stage_is_the_end_too() {
    let (world, address) = World::started(3).await;
    let path = joined(&world, &address).await;
    let mut events = Events::of(&world, &path).await;
    events.next().await.expect("where it is");
    world.move_on(Stage::Agreeing, Stage::Submitted).await;
    assert_eq!(events.next().await.as_deref(), Some("slut"));
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn who_has_not_joined_follows_nothing() {
    let (world, address) = World::started(3).await;
    let events = world.app.get(&format!("{address}/handelser")).await;
    assert_eq!(events.status, StatusCode::NO_CONTENT);
}
