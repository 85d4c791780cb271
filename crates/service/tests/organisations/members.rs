//! Members, looked after by contact persons: never without one.

use std::collections::BTreeMap;

use domain::account::Role;
use domain::assessment::Depth;
use service::organisations::events::{EventKind, of_organisation};
use service::organisations::members::{
    RECONFIRM_AFTER, approve, confirm, decline, leave, list, of_person, remove, set_role,
};
use service::organisations::{Refusal, actors, join, set_reminder_month};
use service::rounds::of_organisation::{self, Start};
use service::rounds::{Facts, reminders};
use uuid::Uuid;

use super::{DAY, House, refused};

#[tokio::test]
async fn who_has_asked_is_approved_or_declined() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    let (anna, eva) = (
        house.person("anna@stad.se").await,
        house.person("eva@stad.se").await,
    );
    join::ask(&house.app, anna, town).await.unwrap();
    join::ask(&house.app, eva, town).await.unwrap();
    let (annas, evas) = (house.membership(anna).await, house.membership(eva).await);
    // Not by themselves, and not by someone from elsewhere.
    let own = approve(&house.app, anna, town, annas, Role::Contact).await;
    assert_eq!(refused(own), Refusal::NotAllowed);
    approve(&house.app, bo, town, annas, Role::Reader)
        .await
        .unwrap();
    decline(&house.app, bo, town, evas).await.unwrap();
    assert_eq!(
        house.members(bo).await,
        [
            ("bo@stad.se".to_owned(), Role::Contact),
            ("anna@stad.se".to_owned(), Role::Reader),
        ]
    );
    assert_eq!(house.told("Du är nu läsare").await, ["anna@stad.se"]);
    assert_eq!(house.told("avböjdes").await, ["eva@stad.se"]);
    let again = approve(&house.app, bo, town, annas, Role::Contact).await;
    assert_eq!(refused(again), Refusal::Missing);
    let gone = approve(&house.app, bo, town, evas, Role::Contact).await;
    assert_eq!(refused(gone), Refusal::Missing);
}

#[tokio::test]
async fn another_organisations_members_are_out_of_reach() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let other = house.organisation("212000-1355").await.id;
    let stranger = house.person("ola@bergen.se").await;
    join::vouched(&house.app, stranger, other, Some(Role::Contact))
        .await
        .unwrap();
    let town = house.town().await.id;
    let bos = house.membership(bo).await;
    let here = remove(&house.app, stranger, town, bos).await;
    assert_eq!(refused(here), Refusal::NotAllowed);
    let there = remove(&house.app, stranger, other, bos).await;
    assert_eq!(refused(there), Refusal::Missing);
    assert_eq!(house.members(bo).await.len(), 1);
}

#[tokio::test]
async fn the_last_contact_person_hands_over_first() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let eva = house.member("eva@stad.se", Role::Respondent).await;
    let town = house.town().await.id;
    let (bos, evas) = (house.membership(bo).await, house.membership(eva).await);
    let last = Refusal::LastContact;
    assert_eq!(refused(leave(&house.app, bo, town).await), last);
    assert_eq!(refused(remove(&house.app, bo, town, bos).await), last);
    assert_eq!(
        refused(set_role(&house.app, bo, town, bos, Role::Reader).await),
        last
    );
    assert_eq!(refused(confirm(&house.app, bo, town, &[bos]).await), last);
    assert_eq!(house.members(bo).await.len(), 2);
    assert!(house.told("hör inte längre").await.is_empty());
    set_role(&house.app, bo, town, evas, Role::Contact)
        .await
        .unwrap();
    assert_eq!(house.told("Du är nu kontaktperson").await, ["eva@stad.se"]);
    leave(&house.app, bo, town).await.unwrap();
    assert_eq!(
        house.members(eva).await,
        [("eva@stad.se".to_owned(), Role::Contact)]
    );
    assert_eq!(
        refused(list(&house.app, bo, town).await),
        Refusal::NotAllowed
    );
    assert_eq!(refused(leave(&house.app, bo, town).await), Refusal::Missing);
}

#[tokio::test]
async fn anyone_else_leaves_when_they_want() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let eva = house.member("eva@stad.se", Role::Reader).await;
    let town = house.town().await.id;
    leave(&house.app, eva, town).await.unwrap();
    assert_eq!(of_person(&house.app, eva).await.unwrap(), []);
    let last = house.happened(bo).await.pop().unwrap();
    assert_eq!(last, (EventKind::MemberLeft, "eva@stad.se".to_owned()));
}

/// A round of the town's, in which whoever starts it answers, until the last day in a week.
async fn round(house: &House, by: Uuid) -> Uuid {
    let start = Start {
        organisation: house.town().await.id,
        by,
        edition: house.app.content.current.clone(),
        depth: Depth::Full,
        facts: Facts::default(),
        said: BTreeMap::new(),
        previous: None,
        prepared_by: None,
    };
    let round = of_organisation::start(&house.app, &start).await.unwrap();
    let write = house.app.store.write(move |tx| {
        Box::pin(async move { tx.set_answer_by(round, Some("2026-11-29")).await })
    });
    write.await.unwrap();
    round
}

#[tokio::test]
async fn whoever_belongs_no_longer_neither_counts_nor_is_reminded() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    let mut rounds = Vec::new();
    for name in ["removed", "left", "ended", "not-vouched", "reader", "stays"] {
        let email = format!("{name}@stad.se");
        let person = house.member(&email, Role::Respondent).await;
        rounds.push((name, person, round(&house, person).await));
    }
    let membership = |n: usize| house.membership(rounds[n].1);
    remove(&house.app, bo, town, membership(0).await)
        .await
        .unwrap();
    leave(&house.app, rounds[1].1, town).await.unwrap();
    confirm(&house.app, bo, town, &[membership(2).await])
        .await
        .unwrap();
    join::not_vouched(&house.app, rounds[3].1, town)
        .await
        .unwrap();
    set_role(&house.app, bo, town, membership(4).await, Role::Reader)
        .await
        .unwrap();
    let mut counts = Vec::new();
    for (name, person, round) in &rounds {
        let mut tx = house.app.store.read().await.unwrap();
        let row = tx.respondent_by_person(*round, *person).await.unwrap();
        if row.unwrap().removed_at.is_none() {
            counts.push(*name);
        }
    }
    assert_eq!(counts, ["reader", "stays"]);
    house.pass(5 * DAY);
    assert_eq!(reminders::remind_due(&house.app).await.unwrap(), 1);
    assert_eq!(house.told("Svara senast").await, ["stays@stad.se"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_remove_each_other_one_is_left() {
    let house = std::sync::Arc::new(House::new().await);
    let town = house.town().await.id;
    for round in 0..5 {
        let (first, second) = (format!("a{round}@stad.se"), format!("b{round}@stad.se"));
        let (a, b) = (house.contact(&first).await, house.contact(&second).await);
        // Whoever was left of the round before makes room.
        for (email, _) in house.members(a).await {
            let person = house.person(&email).await;
            if person != a && person != b {
                leave(&house.app, person, town).await.unwrap();
            }
        }
        let both = [
            (a, house.membership(b).await),
            (b, house.membership(a).await),
        ];
        let removals = both.map(|(who, whom)| {
            let house = std::sync::Arc::clone(&house);
            tokio::spawn(async move { remove(&house.app, who, town, whom).await })
        });
        let mut removed = 0;
        for removal in removals {
            match removal.await.unwrap() {
                Ok(()) => removed += 1,
                // Whoever was removed is no contact person any more, and is gone from the list.
                outcome => assert!(matches!(
                    refused(outcome),
                    Refusal::NotAllowed | Refusal::Missing
                )),
            }
        }
        assert_eq!(removed, 1);
        let mut tx = house.app.store.read().await.unwrap();
        assert_eq!(tx.members(town).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn members_are_confirmed_once_a_year() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let eva = house.member("eva@stad.se", Role::Respondent).await;
    house.member("dan@stad.se", Role::Reader).await;
    let town = house.town().await.id;
    house.pass(RECONFIRM_AFTER);
    let now = house.app.now();
    let due = |member: &service::organisations::members::Member| {
        now - member.confirmed_at >= RECONFIRM_AFTER
    };
    let before = list(&house.app, bo, town).await.unwrap().active;
    assert!(before.iter().all(due));
    confirm(&house.app, bo, town, &[house.membership(eva).await])
        .await
        .unwrap();
    let after = list(&house.app, bo, town).await.unwrap().active;
    assert_eq!(after.len(), 2);
    assert!(!after.iter().any(due));
    assert_eq!(house.told("hör inte längre").await, ["eva@stad.se"]);
    let happened = house.happened(bo).await;
    let tail = &happened[happened.len() - 2..];
    assert_eq!(
        tail,
        [
            (EventKind::MemberRemoved, "eva@stad.se".to_owned()),
            (EventKind::MembersConfirmed, "2".to_owned()),
        ]
    );
}

#[tokio::test]
async fn the_log_is_the_contact_persons() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let eva = house.member("eva@stad.se", Role::Respondent).await;
    let officer = house.officer().await;
    let town = house.town().await.id;
    for who in [eva, officer] {
        let read = of_organisation(&house.app, who, town, None).await;
        assert_eq!(refused(read), Refusal::NotAllowed);
    }
    set_reminder_month(&house.app, bo, town, Some(10))
        .await
        .unwrap();
    assert_eq!(house.town().await.reminder_month, Some(10));
    let events = of_organisation(&house.app, bo, town, None).await.unwrap();
    assert_eq!(events[0].kind, EventKind::ReminderMonthSet);
    assert_eq!(
        (events[0].who.as_str(), events[0].at),
        ("bo@stad.se", house.app.now())
    );
    let refused_month = set_reminder_month(&house.app, eva, town, None).await;
    assert_eq!(refused(refused_month), Refusal::NotAllowed);
}

#[tokio::test]
async fn a_member_of_the_owner_is_known_at_the_company() {
    use domain::account::Actor;
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let company = house.organisation("556036-0793").await.id;
    let seen = actors(&house.app, bo, company).await.unwrap();
    assert_eq!(seen, [Actor::Parent(Role::Contact)]);
    join::ask(&house.app, bo, company).await.unwrap();
    let seen = actors(&house.app, bo, company).await.unwrap();
    assert_eq!(seen, [Actor::Pending, Actor::Parent(Role::Contact)]);
}
