//! The way back for someone who has lost the second factor.

use domain::account::{AgencyRole, Role};
use service::organisations::events::{EventKind, of_agency};
use service::organisations::factor::{reset, reset_member};
use service::organisations::{By, Refusal};
use uuid::Uuid;

use super::{House, refused};

/// Gives a person an authenticator app; says afterwards whether they have one.
async fn give(house: &House, person: Uuid) {
    let write = house
        .app
        .store
        .write(move |tx| Box::pin(async move { tx.set_totp(person, b"sealed", 1).await }));
    write.await.unwrap();
    assert!(has(house, person).await);
}

async fn has(house: &House, person: Uuid) -> bool {
    let mut tx = house.app.store.read().await.unwrap();
    tx.person(person).await.unwrap().unwrap().totp.is_some()
}

#[tokio::test]
async fn a_contact_person_helps_another_member_and_not_themselves() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let eva = house.member("eva@stad.se", Role::Respondent).await;
    let town = house.town().await.id;
    let (bos, evas) = (house.membership(bo).await, house.membership(eva).await);
    for person in [bo, eva] {
        give(&house, person).await;
    }
    let own = reset_member(&house.app, bo, town, bos).await;
    assert_eq!(refused(own), Refusal::NotAllowed);
    let upwards = reset_member(&house.app, eva, town, bos).await;
    assert_eq!(refused(upwards), Refusal::NotAllowed);
    let other = house.organisation("212000-1355").await.id;
    let elsewhere = reset_member(&house.app, bo, other, evas).await;
    assert_eq!(refused(elsewhere), Refusal::NotAllowed);
    assert!(has(&house, bo).await && has(&house, eva).await);
    reset_member(&house.app, bo, town, evas).await.unwrap();
    assert!(has(&house, bo).await && !has(&house, eva).await);
    let last = house.happened(bo).await.pop().unwrap();
    assert_eq!(last, (EventKind::FactorReset, "eva@stad.se".to_owned()));
}

#[tokio::test]
async fn case_officers_help_organisations_and_administrators_the_agency() {
    let house = House::new().await;
    let officer = house.officer().await;
    let admin = house
        .at_agency("ada@myndigheten.se", AgencyRole::Administrator)
        .await;
    let bo = house.contact("bo@stad.se").await;
    for person in [officer, admin, bo] {
        give(&house, person).await;
    }
    for (who, email) in [
        (bo, "kim@myndigheten.se"),
        (officer, "ada@myndigheten.se"),
        (officer, "kim@myndigheten.se"),
        (admin, "bo@stad.se"),
        (admin, "ada@myndigheten.se"),
    ] {
        let outcome = reset(&house.app, By::Person(who), email).await;
        assert_eq!(refused(outcome), Refusal::NotAllowed, "{email}");
    }
    reset(&house.app, By::Person(officer), "bo@stad.se")
        .await
        .unwrap();
    assert!(!has(&house, bo).await);
    let last = house.happened(bo).await.pop().unwrap();
    assert_eq!(
        last,
        (EventKind::AgencyFactorReset, "bo@stad.se".to_owned())
    );
    reset(&house.app, By::Person(admin), "kim@myndigheten.se")
        .await
        .unwrap();
    let log = of_agency(&house.app, officer, None).await.unwrap();
    assert_eq!(log[0].1.detail.subject, "kim@myndigheten.se");
    reset(&house.app, By::CommandLine, "ada@myndigheten.se")
        .await
        .unwrap();
    assert!(!has(&house, admin).await);
    let nobody = reset(&house.app, By::CommandLine, "x@stad.se").await;
    assert_eq!(refused(nobody), Refusal::Missing);
}
