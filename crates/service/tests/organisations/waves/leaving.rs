//! An organisation leaves with everything it has, or takes back what it handed in.

use std::collections::BTreeMap;

use domain::account::Role;
use domain::comparison::{Participation, Release, Values};
use service::organisations::By;
use service::organisations::{join, leaving};
use service::waves::preview;
use store::WithdrawalRow;

use super::*;

impl Agency {
    /// The values that are stored with the wave of a date, by date and member.
    async fn values(&self, date: &str) -> BTreeMap<Day, BTreeMap<String, Values>> {
        let mut tx = self.house.app.store.read().await.unwrap();
        let wave = tx.wave(date).await.unwrap().unwrap().id;
        let values = tx.wave_values(wave).await.unwrap().unwrap();
        serde_json::from_str(&values).unwrap()
    }

    /// The whole stored release of a date, read as it would be from a file.
    async fn release(&self, date: &str) -> Release {
        let values = self.values(date).await;
        let mut tx = self.house.app.store.read().await.unwrap();
        let wave = tx.wave(date).await.unwrap().unwrap().id;
        let text = tx.wave_release(wave).await.unwrap().unwrap();
        let mut release = Release::read(&text).unwrap();
        release.protected.values = values;
        Release::read(&release.to_json().unwrap()).unwrap()
    }

    async fn leave(&self, organisation: Uuid) {
        let app = &self.house.app;
        let person = self.house.person("eva@kommun.se").await;
        join::vouched(app, person, organisation, Some(Role::Contact))
            .await
            .unwrap();
        let organisation = self.organisation(organisation).await;
        leaving::leave(app, person, &organisation, &organisation.name)
            .await
            .unwrap();
    }

    /// How many organisations take part in the wave of a date.
    async fn taking_part(&self, date: &str) -> usize {
        let by = By::Person(self.ada);
        let preview = preview(&self.house.app, by, day(date)).await.unwrap();
        preview.report.organisations
    }
}

#[tokio::test]
async fn its_values_are_erased_in_every_release_and_the_releases_stay() {
    let (agency, towns) = Agency::with_a_wave().await;
    agency.towns(20..32, "2027-11-10").await;
    agency.publish(SECOND).await;
    agency.towns(40..52, "2027-11-18").await;
    agency.close("2027-11-20").await.unwrap();
    let all = [FIRST, SECOND, "2027-11-20"];
    let mut before = Vec::new();
    for date in all {
        before.push(agency.release(date).await);
    }
    let public_id = agency.organisation(towns[3]).await.public_id;
    agency.leave(towns[3]).await;
    for (date, before) in all.into_iter().zip(before) {
        let mut expected = before.clone();
        expected.erase(&public_id);
        assert_ne!(expected, before, "{date}: it had values there");
        let after = agency.release(date).await;
        assert_eq!(after, expected, "{date}");
        assert_eq!((after.hash, after.public), (before.hash, before.public));
    }
    assert_eq!(
        agency
            .release(FIRST)
            .await
            .participation(&public_id, KOMMUN),
        Participation::Since(day(FIRST)),
        "its salted hash stays, for the rules of renewal"
    );
}

#[tokio::test]
async fn what_it_had_handed_in_takes_part_no_more_until_it_hands_in_anew() {
    let (agency, towns) = Agency::with_a_wave().await;
    assert_eq!(agency.taking_part(FIRST).await, 12);
    agency.leave(towns[3]).await;
    agency.publish(SECOND).await;
    assert_eq!(agency.taking_part(SECOND).await, 11);
    agency.house.pass(1000);
    agency.hand_in(towns[3], "2027-11-18", 2).await;
    agency.publish("2027-11-20").await;
    assert_eq!(agency.taking_part("2027-11-20").await, 12);
}

#[tokio::test]
async fn what_is_withdrawn_takes_no_part_in_the_next_wave() {
    let (agency, towns) = Agency::with_a_wave().await;
    let town = towns[3];
    let mut tx = agency.house.app.store.read().await.unwrap();
    let round = tx.submissions_of_organisation(town).await.unwrap()[0].round;
    drop(tx);
    agency
        .write(move |tx| {
            Box::pin(async move {
                let withdrawal = WithdrawalRow {
                    at: 0,
                    by: None,
                    reason: "Fel".to_owned(),
                };
                tx.withdraw_submission(round, &withdrawal).await
            })
        })
        .await;
    agency.publish(SECOND).await;
    assert_eq!(agency.taking_part(SECOND).await, 11);
    assert_eq!(
        agency.taking_part(FIRST).await,
        12,
        "published is published"
    );
}
