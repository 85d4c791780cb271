//! Closing a round for answers.

use super::*;

#[tokio::test]
async fn closing_says_what_happens_and_happens_once() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, _) = world.answered(&contact).await;
    let page = format!("{round}/stang");
    let asks = contact.get(&page).await;
    asks.assert_sound("sv");
    assert!(asks.says("3 har svarat. 4 har inte sagt sig vara klara."));
    let to = contact.post(&page, &[]).await.location();
    assert_eq!(to, format!("{round}/skillnader?stangt=ja"));
    contact.get(&to).await.assert_sound("sv");
    assert_eq!(
        contact.post(&page, &[]).await.location(),
        to,
        "twice is once"
    );
    assert_eq!(
        contact.get(&page).await.location(),
        format!("{round}/skillnader")
    );
    let events = world.app.app.store.read().await.unwrap();
    let events = { events }
        .events(world.organisation, None, 100)
        .await
        .unwrap();
    let closed = events
        .iter()
        .filter(|event| event.kind == "answering_closed");
    assert_eq!(closed.count(), 1);
    let lead = contact.get(&format!("{round}/leda")).await;
    lead.assert_sound("sv");
    assert!(lead.says("Svarandet är stängt."));
}

#[tokio::test]
async fn an_answer_that_comes_after_is_shown_back_and_changes_nothing() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, links) = world.answered(&contact).await;
    let question = world.first_question(&links[0]).await;
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let before = contact
        .get(&format!("{round}/gemensamt/{question}"))
        .await
        .text("main");
    let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
    let fields = [
        (names[0].as_str(), "2"),
        (&names[1], "<b>För sent</b>"),
        (&names[2], "1"),
    ];
    for path in [
        format!("{}/fraga/{question}", links[0]),
        format!("{round}/fraga/{question}"),
    ] {
        let who = if path.starts_with("/svara") {
            &world.guest()
        } else {
            &contact
        };
        let late = who.post(&path, &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        late.assert_sound("sv");
        assert!(
            late.says("<b>För sent</b>") && late.says("Nivå 2"),
            "{path}"
        );
    }
    let after = contact
        .get(&format!("{round}/gemensamt/{question}"))
        .await
        .text("main");
    assert_eq!(after, before);
    let home = world.guest().get(&links[0]).await;
    assert_eq!(home.status, StatusCode::CONFLICT);
    home.assert_sound("sv");
    let done = world.guest().post(&links[0], &[("klar", "ja")]).await;
    assert_eq!(done.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn nobody_is_asked_or_removed_after_closing() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, _) = world.answered(&contact).await;
    let audience = format!("{round}/fraga-kollegor/ledning");
    let shown = contact.get(&audience).await;
    let common = shown.value_of("lank");
    let common = common.strip_prefix("http://localhost:8080").unwrap();
    let remove = shown.attr("a[href*=\"/ta-bort/\"]", "href");
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    for (path, fields) in [
        (
            audience.as_str(),
            [("gor", "bjud-in"), ("adresser", "x@ange.se")],
        ),
        (&audience, [("gor", "fragor"), ("fraga", "ratt.avtal")]),
        (&audience, [("gor", "ny-lank"), ("", "")]),
        (&remove, [("", ""), ("", "")]),
        (&format!("{round}/leda"), [("gor", "paminn"), ("", "")]),
        (common, [("namn", ""), ("", "")]),
    ] {
        let page = contact.post(path, &fields).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{path}");
        page.assert_sound("sv");
    }
}
