//! The shared screen.

use axum::http::StatusCode;
use domain::account::Stage;

use super::HOUR;
use super::world::{World, questions};

#[tokio::test]
async fn a_group_answers_sees_and_agrees() {
    let world = World::new().await;
    let differences = world.screen.replace("/workshop", "/skillnader");
    let page = world.request(0, &differences, None).await;
    assert!(page.links().contains(&world.screen));
    assert!(!world.shown().await.has(".qr"));
    let open = world.press(&[("gor", "starta")]).await;
    assert!(open.has("svg.qr") && open.says("Ingen är med än"));
    let address = world.address().await;
    let phones = [(); 4].map(|()| world.phone(&address));
    for phone in &phones {
        phone.join().await;
    }
    let [first, second] = questions(&world);
    assert!(world.shown().await.says("4 är med"));

    let asking = world.ask("", &first).await;
    assert!(asking.says("Ingen har svarat än"));
    assert_eq!(asking.texts(".steps-large li").len(), 4);
    for (phone, value) in phones.iter().zip(["2", "2", "4", "vet-inte"]) {
        phone.answer(&first, value).await;
    }
    let asking = world.shown().await;
    assert!(asking.says("4 har svarat"));
    assert!(
        !asking.has(".card .count"),
        "nothing is told before it is shown"
    );

    let shown = world.show(&first).await;
    let counts = shown.texts(".card .count");
    assert_eq!(
        counts[..5],
        ["0 svar", "2 svar", "0 svar", "1 svar", "1 svar"]
    );
    assert_eq!(shown.attr(".card:nth-child(2) rect", "width"), "50%");
    assert_eq!(shown.attr(".card:nth-child(4) rect", "width"), "25%");
    assert!(shown.says("4 har svarat."));
    assert!(phones[0].look().await.says("Titta på skärmen"));

    let version = shown.value(&format!("version.{first}"));
    let fields = [
        ("gor", "enas".to_owned()),
        (&format!("version.{first}"), version),
        (&format!("niva.{first}"), "3".to_owned()),
        (&format!("motivering.{first}"), "Vi har rutiner.".to_owned()),
    ];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let agreed = world.press(&fields).await;
    assert!(agreed.text(".status").contains("Gemensamt svar: Nivå 3"));
    assert!(agreed.has(&format!(
        "input[name=\"niva.{first}\"][value=\"3\"][checked]"
    )));
    assert_eq!(agreed.text("textarea"), "Vi har rutiner.");
    assert!(phones[0].look().await.text(".status").contains("Nivå 3"));
    assert_eq!(agreed.attr("[data-live]", "data-live-page"), world.screen);

    // What is agreed on is not asked next.
    assert_ne!(agreed.value("fraga"), first);
    let next = world.ask(&first, &second).await;
    assert!(next.says("Ingen har svarat än"));
    let listed = next.texts("#fraga option");
    assert_eq!(
        listed
            .iter()
            .filter(|text| text.contains("har gemensamt svar"))
            .count(),
        1
    );
}

#[tokio::test]
async fn an_answer_that_all_give_is_proposed() {
    let (world, address) = World::started(0).await;
    let [first, _] = questions(&world);
    let phones = [(); 3].map(|()| world.phone(&address));
    for phone in &phones {
        phone.join().await;
    }
    world.ask("", &first).await;
    for phone in &phones {
        phone.answer(&first, "3").await;
    }
    let shown = world.show(&first).await;
    assert!(shown.says("Alla svarade samma sak"));
    assert!(shown.has(&format!(
        "input[name=\"niva.{first}\"][value=\"3\"][checked]"
    )));
}

#[tokio::test]
async fn few_are_told_before_they_answer() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let outside = world.phone(&address).look().await;
    assert!(outside.says("Färre än tre är med"));
    let phone = world.phone(&address);
    let third = phone.join().await;
    assert!(!third.says("Färre än tre"));
    let (world, address) = World::started(1).await;
    assert!(world.shown().await.says("Färre än tre är med."));
    world.ask("", &first).await;
    let phone = world.phone(&address);
    assert!(phone.join().await.says("Färre än tre är med"));
}

#[tokio::test]
async fn pressed_twice_it_shows_what_it_should() {
    let (world, _) = World::started(3).await;
    let [first, _] = questions(&world);
    world.ask("", &first).await;
    for _ in 0..2 {
        let shown = world.show(&first).await;
        assert!(shown.has(".card .count") && !shown.says("hann före"));
    }
    assert!(world.shown().await.says("Ingen svarade på frågan."));
}

#[tokio::test]
async fn of_two_who_lead_the_later_is_told() {
    let (world, _) = World::started(3).await;
    let [first, second] = questions(&world);
    let to = |from: &'static str, id: &str| {
        [
            ("gor", "fraga".to_owned()),
            ("fran", from.to_owned()),
            ("fraga", id.to_owned()),
        ]
    };
    let fields = to("", &first);
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    assert!(!world.press_as(0, &fields).await.says("hann före"));
    let fields = to("", &second);
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let late = world.press_as(1, &fields).await;
    assert!(late.says("hann före"));
    assert_eq!(
        late.value("fraga"),
        first,
        "the first one's question stands"
    );
    let wrong = world.show(&second).await;
    assert!(wrong.says("hann före") && !wrong.has(".card .count"));
    // One closes it under the other's hands.
    world.press_as(0, &[("gor", "avsluta")]).await;
    let late = world
        .press_as(1, &[("gor", "visa"), ("fraga", &first)])
        .await;
    assert!(late.says("Workshopen är avslutad"));
}

#[tokio::test]
async fn two_who_agree_on_different_things_choose() {
    let (world, _) = World::started(3).await;
    let [first, _] = questions(&world);
    world.ask("", &first).await;
    let shown = world.show(&first).await;
    let version = shown.value(&format!("version.{first}"));
    let (name, level) = (format!("version.{first}"), format!("niva.{first}"));
    let agree = |value: &'static str| [("gor", "enas"), (&name, &version), (&level, value)];
    world.press_as(0, &agree("3")).await;
    let both = world.request(1, &world.screen, Some(&agree("1"))).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    both.assert_sound("sv");
    assert!(both.says("Nivå 3") && both.says("Nivå 1"));
    assert!(world.shown().await.text(".status").contains("Nivå 3"));
}

#[tokio::test]
async fn a_text_that_is_too_long_is_kept_and_told() {
    let (world, _) = World::started(3).await;
    let [first, _] = questions(&world);
    world.ask("", &first).await;
    let shown = world.show(&first).await;
    let version = shown.value(&format!("version.{first}"));
    let (name, level) = (format!("version.{first}"), format!("niva.{first}"));
    let (comment, text) = (format!("motivering.{first}"), "ä".repeat(10_001));
    let fields = [
        ("gor", "enas"),
        (&name, &version),
        (&level, "2"),
        (&comment, &text),
    ];
    let page = world.request(0, &world.screen, Some(&fields)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_sound("sv");
    assert!(page.has(".errors") && page.text("textarea") == text);
}

#[tokio::test]
async fn what_is_no_form_of_the_screen_is_refused() {
    let (world, _) = World::started(0).await;
    for fields in [
        [("gor", "fraga"), ("fran", ""), ("fraga", "finns.inte")],
        [("gor", "sjung"), ("fran", ""), ("fraga", "")],
    ] {
        let page = world.request(0, &world.screen, Some(&fields)).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{fields:?}");
    }
}

#[tokio::test]
async fn asked_again_all_answer_anew() {
    let (world, address) = World::started(2).await;
    let [first, _] = questions(&world);
    let phone = world.phone(&address);
    phone.join().await;
    world.ask("", &first).await;
    phone.answer(&first, "2").await;
    world.show(&first).await;
    let again = world.ask(&first, &first).await;
    assert!(again.says("Ingen har svarat än") && !again.has(".card .count"));
    assert!(!phone.look().await.has("input[name=svar][checked]"));
}

#[tokio::test]
async fn when_it_is_closed_another_can_be_started() {
    let (world, address) = World::started(3).await;
    let closed = world.press(&[("gor", "avsluta")]).await;
    assert!(closed.says("Workshopen är avslutad"));
    world.press(&[("gor", "starta")]).await;
    assert_ne!(world.address().await, address);
    // Started twice, it is one.
    let address = world.address().await;
    world.press(&[("gor", "starta")]).await;
    assert_eq!(world.address().await, address);
}

#[tokio::test]
async fn a_forgotten_workshop_is_closed_after_a_day() {
    let (world, address) = World::started(3).await;
    world.app.pass(24 * HOUR);
    let close = || service::workshops::close_forgotten(&world.app.app);
    assert_eq!(close().await.expect("a database"), 0);
    world.app.pass(1);
    assert_eq!(close().await.expect("a database"), 1);
    let phone = world.phone(&address).look().await;
    assert!(phone.says("Workshopen är slut"));
}

#[tokio::test]
async fn the_next_stage_ends_it() {
    let (world, address) = World::started(3).await;
    let phone = world.phone(&address);
    phone.join().await;
    world.move_on(Stage::Agreeing, Stage::Submitted).await;
    let screen = world.request(0, &world.screen, None).await;
    assert_eq!(screen.status, StatusCode::CONFLICT);
    let told = phone.look().await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.says("Workshopen är slut") && !told.has("[data-live]"));
}
