//! Invitations: bound to an address, once, in seven days.

use domain::account::{AgencyRole, Role};
use domain::text::Lang;
use service::organisations::events::EventKind;
use service::organisations::join::{accept, invitation};
use service::organisations::members::{invite, list, revoke_invitation};
use service::organisations::{By, Refusal, agency};

use super::{DAY, House, refused};

/// The town's contact person has invited `dan@annan.se` as a respondent.
async fn invited(house: &House) -> (uuid::Uuid, uuid::Uuid) {
    let bo = house.contact("bo@stad.se").await;
    let town = house.town().await.id;
    let dan = " Dan@Annan.se ";
    invite(&house.app, bo, town, dan, Role::Respondent, Lang::Sv)
        .await
        .unwrap();
    (bo, town)
}

#[tokio::test]
async fn whoever_is_invited_accepts() {
    let house = House::new().await;
    let (bo, town) = invited(&house).await;
    let secret = house.invitation("dan@annan.se").await;
    let shown = invitation(&house.app, &secret).await.unwrap().unwrap();
    assert_eq!(shown.organisation.name, "Staden");
    assert_eq!(
        (shown.email.as_str(), shown.role),
        ("dan@annan.se", Role::Respondent)
    );
    let dan = house.person("dan@annan.se").await;
    let public_id = accept(&house.app, dan, &secret).await.unwrap();
    assert_eq!(public_id, house.town().await.public_id);
    let members = house.members(bo).await;
    assert!(members.contains(&("dan@annan.se".to_owned(), Role::Respondent)));
    assert_eq!(list(&house.app, bo, town).await.unwrap().invited, []);
    let kinds: Vec<_> = house
        .happened(bo)
        .await
        .into_iter()
        .map(|event| event.0)
        .collect();
    assert!(kinds.ends_with(&[EventKind::Invited, EventKind::InvitationAccepted]));
    // Once.
    assert_eq!(
        refused(accept(&house.app, dan, &secret).await),
        Refusal::Missing
    );
    assert_eq!(invitation(&house.app, &secret).await.unwrap(), None);
}

#[tokio::test]
async fn nobody_else_accepts_it() {
    let house = House::new().await;
    invited(&house).await;
    let secret = house.invitation("dan@annan.se").await;
    let eva = house.person("eva@annan.se").await;
    assert_eq!(
        refused(accept(&house.app, eva, &secret).await),
        Refusal::OtherAddress
    );
    // And it is still there for whom it is for.
    let dan = house.person("dan@annan.se").await;
    accept(&house.app, dan, &secret).await.unwrap();
}

#[tokio::test]
async fn it_is_over_after_seven_days() {
    let house = House::new().await;
    invited(&house).await;
    let secret = house.invitation("dan@annan.se").await;
    let dan = house.person("dan@annan.se").await;
    house.pass(7 * DAY - 1);
    assert!(invitation(&house.app, &secret).await.unwrap().is_some());
    house.pass(1);
    assert_eq!(invitation(&house.app, &secret).await.unwrap(), None);
    assert_eq!(
        refused(accept(&house.app, dan, &secret).await),
        Refusal::Missing
    );
}

#[tokio::test]
async fn a_new_one_replaces_it_and_it_can_be_taken_back() {
    let house = House::new().await;
    let (bo, town) = invited(&house).await;
    let first = house.invitation("dan@annan.se").await;
    house.pass(1000);
    invite(&house.app, bo, town, "dan@annan.se", Role::Reader, Lang::En)
        .await
        .unwrap();
    assert_eq!(invitation(&house.app, &first).await.unwrap(), None);
    let invited = list(&house.app, bo, town).await.unwrap().invited;
    assert_eq!(invited.len(), 1);
    let mails = house.mails().await;
    let last = &mails.last().unwrap().text;
    assert!(
        last.contains("https://kollen.exempel.se/en/invitation/"),
        "{last}"
    );
    revoke_invitation(&house.app, bo, town, invited[0].id)
        .await
        .unwrap();
    assert_eq!(list(&house.app, bo, town).await.unwrap().invited, []);
    let again = revoke_invitation(&house.app, bo, town, invited[0].id).await;
    assert_eq!(refused(again), Refusal::Missing);
}

#[tokio::test]
async fn only_contact_persons_invite_and_only_to_their_own() {
    let house = House::new().await;
    let (bo, town) = invited(&house).await;
    let eva = house.member("eva@stad.se", Role::Respondent).await;
    let other = house.organisation("212000-1355").await.id;
    for (who, to) in [(eva, town), (bo, other)] {
        let outcome = invite(&house.app, who, to, "x@annan.se", Role::Reader, Lang::Sv).await;
        assert_eq!(refused(outcome), Refusal::NotAllowed);
    }
    let outcome = invite(&house.app, bo, town, "eva@stad.se", Role::Reader, Lang::Sv).await;
    assert_eq!(refused(outcome), Refusal::AlreadyMember);
    for bad in ["", "eva", "eva@stad.se\nBcc: alla@stad.se"] {
        let outcome = invite(&house.app, bo, town, bad, Role::Reader, Lang::Sv).await;
        assert_eq!(refused(outcome), Refusal::BadAddress, "{bad}");
    }
}

#[tokio::test]
async fn who_has_a_role_at_the_agency_does_not_accept() {
    let house = House::new().await;
    invited(&house).await;
    let secret = house.invitation("dan@annan.se").await;
    let dan = house.at_agency("dan@annan.se", AgencyRole::Editor).await;
    assert_eq!(
        refused(accept(&house.app, dan, &secret).await),
        Refusal::AtAgency
    );
    let editor = AgencyRole::Editor;
    agency::revoke(&house.app, By::CommandLine, "dan@annan.se", editor)
        .await
        .unwrap();
    accept(&house.app, dan, &secret).await.unwrap();
}

#[tokio::test]
async fn an_address_is_not_flooded() {
    let house = House::new().await;
    let (bo, town) = invited(&house).await;
    for _ in 0..9 {
        invite(&house.app, bo, town, "dan@annan.se", Role::Reader, Lang::Sv)
            .await
            .unwrap();
    }
    let eleventh = invite(&house.app, bo, town, "dan@annan.se", Role::Reader, Lang::Sv).await;
    assert_eq!(refused(eleventh), Refusal::TooMany);
    assert_eq!(house.told("inbjuden").await.len(), 10);
    house.pass(DAY);
    invite(&house.app, bo, town, "dan@annan.se", Role::Reader, Lang::Sv)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_database_does_not_hold_what_opens_it() {
    let house = House::new().await;
    invited(&house).await;
    let secret = house.invitation("dan@annan.se").await.text();
    house.app.store.close().await;
    let mut looked_at = 0;
    for entry in std::fs::read_dir(house.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(path).unwrap();
            let found = bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes());
            assert!(!found);
            looked_at += bytes.len();
        }
    }
    assert!(looked_at > 0);
}
