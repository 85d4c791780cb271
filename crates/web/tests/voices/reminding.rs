//! Reminders that respect people.

use domain::account::Role;
use service::rounds::reminders;

use super::*;

const DAY: i64 = 24 * 60 * 60 * 1000;

async fn reminded(world: &World, to: &str) -> usize {
    let mails = world.app.mails().await;
    let remind = |mail: &&common::Mail| mail.to == to && mail.subject.starts_with("Påminnelse");
    mails.iter().filter(remind).count()
}

#[tokio::test]
async fn those_who_are_not_done_are_reminded_at_most_every_third_day() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    world.invite(&contact, &round, "ledning", "a@ange.se").await;
    let done = world.invite(&contact, &round, "ledning", "b@ange.se").await;
    world
        .guest()
        .post(&done, &[("klar", "ja")])
        .await
        .location();
    let lead = format!("{round}/leda");
    // The contact person, who is not done either, and a.
    let first = contact.post(&lead, &[("gor", "paminn")]).await.location();
    assert!(contact.get(&first).await.says("2 påminnelser är på väg."));
    world.app.pass(3 * DAY - 1);
    let contact = world.contact().await;
    let soon = contact.post(&lead, &[("gor", "paminn")]).await.location();
    assert!(
        contact
            .get(&soon)
            .await
            .says("Ingen fick någon påminnelse.")
    );
    world.app.pass(1);
    contact.post(&lead, &[("gor", "paminn")]).await.location();
    assert_eq!(reminded(&world, "a@ange.se").await, 2);
    assert_eq!(reminded(&world, "b@ange.se").await, 0);
}

#[tokio::test]
async fn the_link_in_the_mail_switches_reminders_off_when_it_is_asked_to() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world.invite(&contact, &round, "ledning", "a@ange.se").await;
    let page = format!("{link}/paminnelser");
    for _ in 0..2 {
        let shown = world.guest().get(&page).await;
        shown.assert_sound("sv");
        assert!(
            shown.says("Stäng av påminnelser"),
            "opening it changes nothing"
        );
    }
    let off = world
        .guest()
        .post(&page, &[("paminn", "nej")])
        .await
        .location();
    assert!(
        world
            .guest()
            .get(&off)
            .await
            .says("Påminnelserna är avstängda.")
    );
    contact
        .post(&format!("{round}/leda"), &[("gor", "paminn")])
        .await
        .location();
    assert_eq!(reminded(&world, "a@ange.se").await, 0);
    world
        .guest()
        .post(&page, &[("paminn", "ja")])
        .await
        .location();
    world.app.pass(3 * DAY);
    let contact = world.contact().await;
    contact
        .post(&format!("{round}/leda"), &[("gor", "paminn")])
        .await
        .location();
    assert_eq!(reminded(&world, "a@ange.se").await, 1);
}

#[tokio::test]
async fn three_days_before_the_last_day_each_is_reminded_once_in_one_mail() {
    let world = World::new().await;
    let contact = world.contact().await;
    world.person("svarar@ange.se", Some(Role::Respondent)).await;
    for _ in 0..2 {
        let round = world.start(&contact, "hela").await;
        world
            .invite(&contact, &round, "ledning", "svarar@ange.se")
            .await;
        let day = [("gor", "dag"), ("dag", "2026-11-29")];
        contact
            .post(&format!("{round}/leda"), &day)
            .await
            .location();
    }
    let mut sent = Vec::new();
    for _ in 0..10 {
        sent.push(reminders::remind_due(&world.app.app).await.unwrap());
        world.app.pass(DAY);
    }
    // The 22nd is the first of these days, and the 26th three days before the last.
    assert_eq!(sent, [0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    assert_eq!(
        reminded(&world, "svarar@ange.se").await,
        1,
        "one mail for both rounds"
    );
}

#[tokio::test]
async fn a_last_day_that_is_none_or_has_been_is_refused() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let lead = format!("{round}/leda");
    for day in ["2026-11-21", "2026-02-30", "snart"] {
        let page = contact.post(&lead, &[("gor", "dag"), ("dag", day)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        page.assert_sound("sv");
        assert_eq!(page.value("dag"), day);
    }
    contact
        .post(&lead, &[("gor", "dag"), ("dag", "2026-11-22")])
        .await
        .location();
    assert!(
        contact
            .get(&lead)
            .await
            .says("Sista dag att svara är 22 november 2026.")
    );
    contact
        .post(&lead, &[("gor", "dag"), ("dag", "")])
        .await
        .location();
    assert!(!contact.get(&lead).await.says("Sista dag att svara är 22"));
}
