//! The agency's people, first contact persons and classifications.

use domain::account::{AgencyRole, Role};
use domain::organisation::{Classification, EmailDomain, OrganisationKind};
use service::organisations::agency::{
    applications, approve_first, decline_first, grant, people, reclassify, revoke, roles,
    set_domains, set_registrator,
};
use service::organisations::events::{EventKind, of_agency};
use service::organisations::register::classifications;
use service::organisations::{By, Refusal, current, domains, join};

use super::{House, refused};

#[tokio::test]
async fn roles_are_given_by_administrators_and_on_the_command_line() {
    let house = House::new().await;
    let admin = house
        .at_agency("ada@myndigheten.se", AgencyRole::Administrator)
        .await;
    let officer = AgencyRole::CaseOfficer;
    grant(&house.app, By::Person(admin), "kim@myndigheten.se", officer)
        .await
        .unwrap();
    let kim = house.person("kim@myndigheten.se").await;
    assert_eq!(roles(&house.app, kim).await.unwrap(), [officer]);
    // Twice is once.
    grant(&house.app, By::Person(admin), "KIM@myndigheten.se", officer)
        .await
        .unwrap();
    assert_eq!(
        house.told("Du är nu handläggare").await,
        ["kim@myndigheten.se"]
    );
    let seen: Vec<_> = people(&house.app, admin)
        .await
        .unwrap()
        .into_iter()
        .map(|person| (person.email, person.roles))
        .collect();
    assert_eq!(
        seen,
        [
            (
                "ada@myndigheten.se".to_owned(),
                vec![AgencyRole::Administrator]
            ),
            ("kim@myndigheten.se".to_owned(), vec![officer]),
        ]
    );
    for who in [kim, house.person("x@stad.se").await] {
        let by = By::Person(who);
        let outcome = grant(&house.app, by, "y@myndigheten.se", officer).await;
        assert_eq!(refused(outcome), Refusal::NotAllowed);
        assert_eq!(refused(people(&house.app, who).await), Refusal::NotAllowed);
    }
    revoke(&house.app, By::Person(admin), "kim@myndigheten.se", officer)
        .await
        .unwrap();
    assert_eq!(roles(&house.app, kim).await.unwrap(), []);
    assert_eq!(
        house.told("inte längre handläggare").await,
        ["kim@myndigheten.se"]
    );
    let again = revoke(&house.app, By::Person(admin), "kim@myndigheten.se", officer).await;
    assert_eq!(refused(again), Refusal::Missing);
}

#[tokio::test]
async fn nobody_in_an_organisation_gets_a_role() {
    let house = House::new().await;
    house.contact("bo@stad.se").await;
    let waiting = house.person("anna@stad.se").await;
    join::ask(&house.app, waiting, house.town().await.id)
        .await
        .unwrap();
    for email in ["bo@stad.se", "anna@stad.se"] {
        let outcome = grant(&house.app, By::CommandLine, email, AgencyRole::Editor).await;
        assert_eq!(refused(outcome), Refusal::InOrganisation, "{email}");
    }
    let bad = grant(&house.app, By::CommandLine, "bo", AgencyRole::Editor).await;
    assert_eq!(refused(bad), Refusal::BadAddress);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_role_and_a_place_at_once_one_is_had() {
    let house = std::sync::Arc::new(House::new().await);
    let town = house.town().await.id;
    for n in 0..5 {
        let email = format!("p{n}@stad.se");
        let person = house.person(&email).await;
        let (here, there) = (house.clone(), house.clone());
        let asking = tokio::spawn(async move { join::ask(&here.app, person, town).await });
        let granting = tokio::spawn(async move {
            grant(&there.app, By::CommandLine, &email, AgencyRole::Editor).await
        });
        let asked = asking.await.unwrap().is_ok();
        let granted = granting.await.unwrap().is_ok();
        assert!(asked != granted, "{asked} {granted}");
    }
}

#[tokio::test]
async fn an_organisations_first_contact_person_is_approved() {
    let house = House::new().await;
    let officer = house.officer().await;
    let anna = house.person("anna@stad.se").await;
    let eva = house.person("eva@stad.se").await;
    let town = house.town().await.id;
    join::ask(&house.app, anna, town).await.unwrap();
    join::ask(&house.app, eva, town).await.unwrap();
    let waiting = applications(&house.app, officer).await.unwrap();
    let seen: Vec<_> = waiting
        .iter()
        .map(|each| (each.email.as_str(), each.organisation.name.as_str()))
        .collect();
    assert_eq!(
        seen,
        [("anna@stad.se", "Staden"), ("eva@stad.se", "Staden")]
    );
    assert_eq!(
        waiting[0].registrator.as_deref(),
        Some("registrator@stad.se")
    );
    approve_first(&house.app, officer, waiting[0].membership)
        .await
        .unwrap();
    assert_eq!(
        house.members(anna).await,
        [("anna@stad.se".to_owned(), Role::Contact)]
    );
    assert!(house.town().await.joined_at.is_some());
    assert_eq!(house.told("Du är nu kontaktperson").await, ["anna@stad.se"]);
    assert_eq!(
        house
            .told("anna@stad.se är godkänd som kontaktperson")
            .await,
        ["registrator@stad.se"]
    );
    // From now on it is hers to decide.
    assert_eq!(applications(&house.app, officer).await.unwrap(), []);
    let evas = waiting[1].membership;
    assert_eq!(
        refused(approve_first(&house.app, officer, evas).await),
        Refusal::HasContact
    );
    assert_eq!(
        refused(decline_first(&house.app, officer, evas).await),
        Refusal::HasContact
    );
}

#[tokio::test]
async fn who_is_no_case_officer_approves_nobody() {
    let house = House::new().await;
    let anna = house.person("anna@stad.se").await;
    join::ask(&house.app, anna, house.town().await.id)
        .await
        .unwrap();
    let annas = house.membership(anna).await;
    for role in [
        AgencyRole::Editor,
        AgencyRole::Publisher,
        AgencyRole::Administrator,
    ] {
        let who = house
            .at_agency(&format!("{role:?}@myndigheten.se").to_lowercase(), role)
            .await;
        let outcome = approve_first(&house.app, who, annas).await;
        assert_eq!(refused(outcome), Refusal::NotAllowed);
        assert_eq!(
            refused(applications(&house.app, who).await),
            Refusal::NotAllowed
        );
    }
    let officer = house.officer().await;
    decline_first(&house.app, officer, annas).await.unwrap();
    assert_eq!(house.told("avböjdes").await, ["anna@stad.se"]);
    let gone = approve_first(&house.app, officer, annas).await;
    assert_eq!(refused(gone), Refusal::Missing);
}

fn as_region(class: &Classification) -> Classification {
    Classification {
        kind: OrganisationKind::Region,
        group: None,
        ..class.clone()
    }
}

#[tokio::test]
async fn a_classification_is_corrected_with_a_reason_and_kept() {
    let house = House::new().await;
    let officer = house.officer().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    let before = current(&house.app, town).await.unwrap().unwrap();
    let new = as_region(&before);
    let silent = reclassify(&house.app, officer, town, &new, "  ").await;
    assert_eq!(refused(silent), Refusal::ReasonMissing);
    let own = reclassify(&house.app, bo, town, &new, "Vi vill.").await;
    assert_eq!(refused(own), Refusal::NotAllowed);
    house.pass(1000);
    reclassify(&house.app, officer, town, &new, "Fel slag.")
        .await
        .unwrap();
    assert_eq!(current(&house.app, town).await.unwrap(), Some(new.clone()));
    let history = classifications(&house.app, town).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(
        (history[0].reason.as_str(), history[0].by),
        ("Fel slag.", Some(officer))
    );
    assert_eq!((history[1].by, &history[1].classification), (None, &before));
}

#[tokio::test]
async fn domains_and_official_addresses_are_noted() {
    let house = House::new().await;
    let officer = house.officer().await;
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    let new = [EmailDomain::try_from("nya.se").unwrap()];
    assert_eq!(
        refused(set_domains(&house.app, bo, town, &new).await),
        Refusal::NotAllowed
    );
    set_domains(&house.app, officer, town, &new).await.unwrap();
    assert_eq!(domains(&house.app, town).await.unwrap(), new);
    let address = Some("Diariet@nya.se");
    set_registrator(&house.app, officer, town, address)
        .await
        .unwrap();
    assert_eq!(
        house.town().await.registrator.as_deref(),
        Some("diariet@nya.se")
    );
    let bad = set_registrator(&house.app, officer, town, Some("diariet")).await;
    assert_eq!(refused(bad), Refusal::BadAddress);
    set_registrator(&house.app, officer, town, None)
        .await
        .unwrap();
    assert_eq!(house.town().await.registrator, None);
}

#[tokio::test]
async fn the_agencys_log_holds_what_the_agency_did_and_nothing_from_within() {
    let house = House::new().await;
    let officer = house.officer().await;
    let bo = house.contact("bo@stad.se").await;
    house.member("eva@stad.se", Role::Respondent).await;
    let town = house.town().await.id;
    set_registrator(&house.app, officer, town, None)
        .await
        .unwrap();
    let log = of_agency(&house.app, officer, None).await.unwrap();
    let seen: Vec<_> = log
        .iter()
        .map(|(about, event)| {
            let about = about.as_ref().map(|listed| listed.name.as_str());
            (about, event.kind, event.who.as_str())
        })
        .collect();
    assert_eq!(
        seen,
        [
            (
                Some("Staden"),
                EventKind::AgencyRegistratorSet,
                "kim@myndigheten.se"
            ),
            (None, EventKind::AgencyRoleGranted, ""),
            (None, EventKind::AgencyImported, ""),
        ]
    );
    let next = of_agency(&house.app, officer, Some(log[0].1.id))
        .await
        .unwrap();
    assert_eq!(next.len(), 2);
    assert_eq!(
        refused(of_agency(&house.app, bo, None).await),
        Refusal::NotAllowed
    );
}
