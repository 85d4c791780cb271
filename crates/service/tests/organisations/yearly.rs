//! Once a year: time for the next round, and time to go through the members.

use service::organisations::members::{RECONFIRM_AFTER, confirm};
use service::organisations::set_reminder_month;
use service::organisations::yearly::remind;

use super::House;
use super::house::DAY;

#[tokio::test]
async fn in_the_month_they_chose_the_contact_persons_are_written_to_once() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    house.contact("eva@stad.se").await;
    let town = house.town().await.id;
    set_reminder_month(&house.app, bo, town, Some(12))
        .await
        .unwrap();
    assert_eq!(remind(&house.app).await.unwrap(), 0, "it is November");
    house.pass(12 * DAY);
    // Two nodes at once.
    let (one, two) = tokio::join!(remind(&house.app), remind(&house.app));
    assert_eq!(one.unwrap() + two.unwrap(), 2);
    assert_eq!(
        house.told("Den här månaden har Staden valt").await,
        ["bo@stad.se", "eva@stad.se"]
    );
    house.pass(2 * DAY);
    assert_eq!(remind(&house.app).await.unwrap(), 0, "once");
    house.pass(360 * DAY);
    confirm(&house.app, bo, town, &[]).await.unwrap();
    assert_eq!(remind(&house.app).await.unwrap(), 2, "and the next year");
}

#[tokio::test]
async fn whoever_takes_no_reminders_gets_none() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    set_reminder_month(&house.app, bo, town, Some(12))
        .await
        .unwrap();
    let none = house
        .app
        .store
        .write(move |tx| Box::pin(async move { tx.save_person(bo, "Bo Ek", "sv", false).await }));
    none.await.unwrap();
    house.pass(12 * DAY);
    assert_eq!(remind(&house.app).await.unwrap(), 0);
}

#[tokio::test]
async fn a_year_after_the_members_were_gone_through_it_is_time_again() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    house.pass(RECONFIRM_AFTER - DAY);
    assert_eq!(remind(&house.app).await.unwrap(), 0);
    house.pass(2 * DAY);
    assert_eq!(remind(&house.app).await.unwrap(), 1);
    assert_eq!(house.told("någon gick igenom vilka").await, ["bo@stad.se"]);
    assert_eq!(remind(&house.app).await.unwrap(), 0);
    confirm(&house.app, bo, town, &[]).await.unwrap();
    house.pass(RECONFIRM_AFTER - DAY);
    assert_eq!(remind(&house.app).await.unwrap(), 0, "they have been");
}
