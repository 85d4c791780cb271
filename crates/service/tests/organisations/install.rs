//! An egen installation is founded once.

use domain::account::Role;
use domain::organisation::{OrganisationKind, OrganisationNumber};
use service::organisations::install::{found, token};
use service::organisations::{Refusal, by_public_id, kind, members};
use service::secrets::Secret;
use service::settings::Mode;

use super::{House, refused};

#[tokio::test]
async fn the_first_contact_person_names_the_organisation() {
    let house = House::empty(Mode::Own).await;
    let anna = house.person("anna@gmail.com").await;
    let secret = token(&house.app).await.unwrap().unwrap();
    assert_eq!(token(&house.app).await.unwrap().as_ref(), Some(&secret));
    let number = OrganisationNumber::try_from("556036-0793").unwrap();
    let bolag = OrganisationKind::KommunaltBolag;
    let name = "Vårt bolag";
    let wrong = Secret::new(&house.app);
    let outcome = found(&house.app, anna, &wrong, name, Some(number), bolag).await;
    assert_eq!(refused(outcome), Refusal::Missing);
    let public_id = found(&house.app, anna, &secret, name, Some(number), bolag)
        .await
        .unwrap();
    let ours = by_public_id(&house.app, &public_id).await.unwrap().unwrap();
    assert_eq!((ours.name.as_str(), ours.number), (name, Some(number)));
    assert_eq!(kind(&house.app, ours.id).await.unwrap(), Some(bolag));
    let members = members::list(&house.app, anna, ours.id).await.unwrap();
    assert_eq!(members.active[0].role, Role::Contact);
    // Once.
    assert_eq!(token(&house.app).await.unwrap(), None);
    let again = found(&house.app, anna, &secret, "Annat", None, bolag).await;
    assert_eq!(refused(again), Refusal::Missing);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_name_it_at_once_one_does() {
    let house = std::sync::Arc::new(House::empty(Mode::Own).await);
    let secret = token(&house.app).await.unwrap().unwrap();
    let mut founding = Vec::new();
    for n in 0..3 {
        let (house, secret) = (house.clone(), secret.clone());
        let person = house.person(&format!("p{n}@exempel.se")).await;
        founding.push(tokio::spawn(async move {
            let kind = OrganisationKind::Kommun;
            found(&house.app, person, &secret, "Staden", None, kind).await
        }));
    }
    let mut founded = 0;
    for each in founding {
        founded += usize::from(each.await.unwrap().is_ok());
    }
    assert_eq!(founded, 1);
}

#[tokio::test]
async fn a_shared_service_has_no_such_way_in() {
    let house = House::empty(Mode::Shared {
        agency: "Myndigheten".to_owned(),
    })
    .await;
    assert_eq!(token(&house.app).await.unwrap(), None);
}
