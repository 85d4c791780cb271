//! Contact persons that the agency appoints.

use domain::account::{AgencyRole, Role};
use domain::text::Lang;
use service::organisations::Refusal;
use service::organisations::appoint::{Appointed, appoint, decide, open_appointments};
use service::organisations::events::EventKind;
use service::organisations::join::accept;

use super::{House, refused};

const REASON: &str = "Kontaktpersonen har slutat.";

async fn propose(house: &House, officer: uuid::Uuid) -> uuid::Uuid {
    let town = house.town().await.id;
    let email = "ny@stad.se";
    let appointed = appoint(&house.app, officer, town, email, REASON, Lang::Sv).await;
    assert_eq!(appointed.unwrap(), Appointed::Proposed);
    open_appointments(&house.app, officer).await.unwrap()[0].id
}

#[tokio::test]
async fn the_first_contact_person_is_invited_by_one() {
    let house = House::new().await;
    let officer = house.officer().await;
    let town = house.town().await.id;
    let email = "ny@stad.se";
    let appointed = appoint(&house.app, officer, town, email, REASON, Lang::Sv).await;
    assert_eq!(appointed.unwrap(), Appointed::Invited);
    assert_eq!(open_appointments(&house.app, officer).await.unwrap(), []);
    let secret = house.invitation(email).await;
    let ny = house.person(email).await;
    accept(&house.app, ny, &secret).await.unwrap();
    assert_eq!(house.members(ny).await, [(email.to_owned(), Role::Contact)]);
    assert!(house.town().await.joined_at.is_some());
}

#[tokio::test]
async fn where_there_may_be_drafts_it_takes_two_and_the_organisation_is_told() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    house.member("eva@stad.se", Role::Respondent).await;
    let officer = house.officer().await;
    let proposal = propose(&house, officer).await;
    let told = ["bo@stad.se", "registrator@stad.se"];
    assert_eq!(house.told("föreslår att ny@stad.se").await, told);
    assert_eq!(house.told(REASON).await, told);
    let own = decide(&house.app, officer, proposal, true, Lang::Sv).await;
    assert_eq!(refused(own), Refusal::OwnProposal);
    assert!(house.told("inbjuden").await.is_empty());
    let second = house
        .at_agency("lo@myndigheten.se", AgencyRole::CaseOfficer)
        .await;
    let open = open_appointments(&house.app, second).await.unwrap();
    assert_eq!(
        (open[0].own, open[0].proposed_by.as_str()),
        (false, "kim@myndigheten.se")
    );
    decide(&house.app, second, proposal, true, Lang::Sv)
        .await
        .unwrap();
    assert_eq!(
        house.told("ny@stad.se är godkänd som kontaktperson").await,
        told
    );
    let again = decide(&house.app, second, proposal, false, Lang::Sv).await;
    assert_eq!(refused(again), Refusal::Missing);
    let ny = house.person("ny@stad.se").await;
    accept(&house.app, ny, &house.invitation("ny@stad.se").await)
        .await
        .unwrap();
    assert_eq!(house.members(bo).await.len(), 3);
    let kinds: Vec<_> = house
        .happened(bo)
        .await
        .into_iter()
        .map(|event| event.0)
        .collect();
    assert!(kinds.ends_with(&[
        EventKind::AgencyProposed,
        EventKind::AgencyAppointed,
        EventKind::InvitationAccepted,
    ]));
}

#[tokio::test]
async fn a_refused_proposal_invites_nobody() {
    let house = House::new().await;
    house.contact("bo@stad.se").await;
    let proposal = propose(&house, house.officer().await).await;
    let second = house
        .at_agency("lo@myndigheten.se", AgencyRole::CaseOfficer)
        .await;
    decide(&house.app, second, proposal, false, Lang::Sv)
        .await
        .unwrap();
    assert_eq!(
        house.told("godkändes inte").await,
        ["bo@stad.se", "registrator@stad.se"]
    );
    assert!(house.told("inbjuden").await.is_empty());
    assert_eq!(open_appointments(&house.app, second).await.unwrap(), []);
}

#[tokio::test]
async fn a_member_becomes_contact_person_by_it() {
    let house = House::new().await;
    let bo = house.contact("bo@stad.se").await;
    let ny = house.member("ny@stad.se", Role::Reader).await;
    let proposal = propose(&house, house.officer().await).await;
    let second = house
        .at_agency("lo@myndigheten.se", AgencyRole::CaseOfficer)
        .await;
    decide(&house.app, second, proposal, true, Lang::Sv)
        .await
        .unwrap();
    accept(&house.app, ny, &house.invitation("ny@stad.se").await)
        .await
        .unwrap();
    let members = house.members(bo).await;
    assert!(members.contains(&("ny@stad.se".to_owned(), Role::Contact)));
}

#[tokio::test]
async fn only_case_officers_appoint_and_they_say_why() {
    let house = House::new().await;
    let town = house.town().await.id;
    let editor = house
        .at_agency("ed@myndigheten.se", AgencyRole::Administrator)
        .await;
    let bo = house.contact("bo@stad.se").await;
    for who in [editor, bo] {
        let outcome = appoint(&house.app, who, town, "ny@stad.se", REASON, Lang::Sv).await;
        assert_eq!(refused(outcome), Refusal::NotAllowed);
        assert_eq!(
            refused(open_appointments(&house.app, who).await),
            Refusal::NotAllowed
        );
    }
    let officer = house.officer().await;
    let silent = appoint(&house.app, officer, town, "ny@stad.se", " ", Lang::Sv).await;
    assert_eq!(refused(silent), Refusal::ReasonMissing);
    let bad = appoint(&house.app, officer, town, "ny", REASON, Lang::Sv).await;
    assert_eq!(refused(bad), Refusal::BadAddress);
    let proposal = propose(&house, officer).await;
    let outcome = decide(&house.app, editor, proposal, true, Lang::Sv).await;
    assert_eq!(refused(outcome), Refusal::NotAllowed);
    assert!(house.told("inbjuden").await.is_empty());
}
