//! Asking to join.

use domain::account::Role;
use service::organisations::Refusal;
use service::organisations::events::EventKind;
use service::organisations::join::{Asked, Standing, ask, choices, take_back, vouched};
use service::organisations::members;

use super::{House, refused};

#[tokio::test]
async fn a_shared_domain_gives_a_choice() {
    let house = House::new().await;
    let anna = house.person("anna@stad.se").await;
    house.contact("bo@stad.se").await;
    let names: Vec<_> = choices(&house.app, anna)
        .await
        .unwrap()
        .into_iter()
        .map(|choice| {
            (
                choice.organisation.name,
                choice.standing,
                choice.has_contact,
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("Bolaget".to_owned(), Standing::Free, false),
            ("Staden".to_owned(), Standing::Free, true),
        ]
    );
    for email in ["anna@gmail.com", "anna@elev.stad.se", "anna@annan.se"] {
        let person = house.person(email).await;
        assert_eq!(choices(&house.app, person).await.unwrap(), [], "{email}");
    }
}

#[tokio::test]
async fn contact_persons_are_asked_where_there_are_some() {
    let house = House::new().await;
    house.officer().await;
    let bo = house.contact("bo@stad.se").await;
    house.contact("cia@stad.se").await;
    house.member("dan@stad.se", Role::Respondent).await;
    let anna = house.person("anna@stad.se").await;
    let town = house.town().await;
    assert_eq!(
        ask(&house.app, anna, town.id).await.unwrap(),
        Asked::ContactsDecide
    );
    assert_eq!(
        house.told("vill gå med").await,
        ["bo@stad.se", "cia@stad.se"]
    );
    let told = house.mails().await;
    let link = format!("https://kollen.exempel.se/o/{}/medlemmar", town.public_id);
    assert!(told.iter().any(|letter| letter.text.contains(&link)));
    // Someone who has asked is no member.
    assert_eq!(
        refused(members::list(&house.app, anna, town.id).await),
        Refusal::NotAllowed
    );
    let seen = members::list(&house.app, bo, town.id).await.unwrap();
    assert_eq!(seen.pending.len(), 1);
    assert_eq!(seen.pending[0].email, "anna@stad.se");
    let last = house.happened(bo).await.pop().unwrap();
    assert_eq!(last, (EventKind::JoinAsked, "anna@stad.se".to_owned()));
}

#[tokio::test]
async fn the_agency_is_asked_where_there_is_no_contact_person() {
    let house = House::new().await;
    house.officer().await;
    let anna = house.person("anna@stad.se").await;
    let town = house.town().await.id;
    assert_eq!(
        ask(&house.app, anna, town).await.unwrap(),
        Asked::AgencyDecides
    );
    assert_eq!(house.told("vill gå med").await, ["kim@myndigheten.se"]);
}

#[tokio::test]
async fn who_does_not_belong_is_refused() {
    let house = House::new().await;
    let town = house.town().await.id;
    let stranger = house.person("anna@bergen.se").await;
    assert_eq!(
        refused(ask(&house.app, stranger, town).await),
        Refusal::NotByDomain
    );
    let pupil = house.person("anna@elev.stad.se").await;
    assert_eq!(
        refused(ask(&house.app, pupil, town).await),
        Refusal::NotByDomain
    );
    let anna = house.person("anna@stad.se").await;
    ask(&house.app, anna, town).await.unwrap();
    assert_eq!(
        refused(ask(&house.app, anna, town).await),
        Refusal::AlreadyMember
    );
    let nowhere = uuid::Uuid::from_u128(1);
    assert_eq!(
        refused(ask(&house.app, anna, nowhere).await),
        Refusal::Missing
    );
    assert_eq!(house.told("bergen").await, [""; 0]);
}

#[tokio::test]
async fn nobody_at_the_agency_joins_an_organisation() {
    let house = House::new().await;
    house
        .import(&["Myndigheten,202100-5489,statlig_myndighet,,,,,,,myndigheten.se,,2026-01-01"])
        .await;
    let officer = house.officer().await;
    let own = house.organisation("202100-5489").await.id;
    assert_eq!(
        refused(ask(&house.app, officer, own).await),
        Refusal::AtAgency
    );
    let role = Some(Role::Reader);
    assert_eq!(
        refused(vouched(&house.app, officer, own, role).await),
        Refusal::AtAgency
    );
}

#[tokio::test]
async fn what_was_asked_is_taken_back() {
    let house = House::new().await;
    let anna = house.person("anna@stad.se").await;
    let town = house.town().await.id;
    ask(&house.app, anna, town).await.unwrap();
    take_back(&house.app, anna, town).await.unwrap();
    assert_eq!(
        refused(take_back(&house.app, anna, town).await),
        Refusal::Missing
    );
    assert_eq!(members::of_person(&house.app, anna).await.unwrap(), []);
    // And asked anew.
    ask(&house.app, anna, town).await.unwrap();
    let waits = members::of_person(&house.app, anna).await.unwrap();
    assert!(waits[0].pending);
}

#[tokio::test]
async fn those_who_decide_are_not_written_to_without_end() {
    let house = House::new().await;
    let anna = house.person("anna@stad.se").await;
    let town = house.town().await.id;
    for _ in 0..20 {
        ask(&house.app, anna, town).await.unwrap();
        take_back(&house.app, anna, town).await.unwrap();
    }
    assert_eq!(refused(ask(&house.app, anna, town).await), Refusal::TooMany);
}

#[tokio::test]
async fn the_organisations_own_sign_in_service_vouches() {
    let house = House::new().await;
    let town = house.town().await.id;
    let anna = house.person("anna@annan.se").await;
    let pending = vouched(&house.app, anna, town, None).await.unwrap();
    assert_eq!(pending, Standing::Pending);
    let contact = vouched(&house.app, anna, town, Some(Role::Contact))
        .await
        .unwrap();
    assert_eq!(contact, Standing::Member(Role::Contact));
    assert!(house.town().await.joined_at.is_some());
    // The last contact person stays one, whatever the groups say.
    let still = vouched(&house.app, anna, town, Some(Role::Reader))
        .await
        .unwrap();
    assert_eq!(still, Standing::Member(Role::Contact));
    house.contact("bo@stad.se").await;
    let reader = vouched(&house.app, anna, town, Some(Role::Reader))
        .await
        .unwrap();
    assert_eq!(reader, Standing::Member(Role::Reader));
    // Without a role, what they have is kept.
    let kept = vouched(&house.app, anna, town, None).await.unwrap();
    assert_eq!(kept, Standing::Member(Role::Reader));
}
