//! What an organisation is told of its part in the comparison.

use domain::comparison::Participation;
use service::waves::{HandedIn, Standing, standing};

use super::*;

impl Agency {
    async fn standing(&self, organisation: Uuid) -> Option<Standing> {
        let organisation = self.organisation(organisation).await;
        standing(&self.house.app, &organisation).await.unwrap()
    }
}

fn in_group(standing: &Standing, group: Group) -> Option<Participation> {
    let mut groups = standing.groups.iter();
    let found = groups.find(|in_group| in_group.group == group);
    found.map(|in_group| in_group.participation)
}

#[tokio::test]
async fn before_the_first_wave_there_is_nothing_to_tell() {
    let agency = Agency::new().await;
    let towns = agency.towns(0..1, "2027-10-01").await;
    agency.close(FIRST).await.unwrap();
    assert_eq!(agency.standing(towns[0]).await, None);
}

#[tokio::test]
async fn who_is_counted_is_told_from_when() {
    let (agency, towns) = Agency::with_a_wave().await;
    let told = agency.standing(towns[0]).await.unwrap();
    assert_eq!(told.wave.date, day(FIRST));
    assert_eq!(told.handed_in, HandedIn::On(day("2027-10-01")));
    let since = Some(Participation::Since(day(FIRST)));
    assert_eq!(in_group(&told, KOMMUN), since);
    assert_eq!(in_group(&told, Group::All), since);
    let region = Group::Type(OrganisationType::Region);
    assert_eq!(in_group(&told, region), None, "it is none");
}

#[tokio::test]
async fn who_came_too_late_waits_and_is_told_for_what() {
    let (agency, _) = Agency::with_a_wave().await;
    let later = agency.towns(20..22, "2027-11-10").await;
    let told = agency.standing(later[0]).await.unwrap();
    assert_eq!(told.handed_in, HandedIn::Later(day("2027-11-10")));
    // Two are too few for the groups to be renewed.
    agency.publish(SECOND).await;
    let told = agency.standing(later[0]).await.unwrap();
    assert_eq!(told.handed_in, HandedIn::On(day("2027-11-10")));
    assert_eq!(
        in_group(&told, KOMMUN),
        Some(Participation::Waits(day(FIRST)))
    );
}

#[tokio::test]
async fn a_group_that_shows_nothing_says_so() {
    let agency = Agency::new().await;
    let towns = agency.towns(0..3, "2027-10-01").await;
    agency.publish(FIRST).await;
    let told = agency.standing(towns[0]).await.unwrap();
    assert_eq!(in_group(&told, KOMMUN), Some(Participation::NothingShown));
}

#[tokio::test]
async fn what_is_too_old_or_was_never_handed_in_is_told_as_that() {
    let (agency, _) = Agency::with_a_wave().await;
    let old = agency.town(20, "2026-01-01").await;
    agency.hand_in(old, "2025-10-31", 2).await;
    let told = agency.standing(old).await.unwrap();
    assert_eq!(told.handed_in, HandedIn::TooOld(day("2025-10-31")));
    let none = agency.town(21, "2026-01-01").await;
    let told = agency.standing(none).await.unwrap();
    assert_eq!(told.handed_in, HandedIn::Nothing);
    let unclassified = agency.town(22, "2027-11-02").await;
    let told = agency.standing(unclassified).await.unwrap();
    assert_eq!(told.groups, []);
}

#[tokio::test]
async fn when_a_wave_is_withdrawn_the_one_before_is_told_of() {
    let (agency, towns) = Agency::with_a_wave().await;
    let later = agency.towns(20..40, "2027-11-10").await;
    agency.publish(SECOND).await;
    let told = agency.standing(later[0]).await.unwrap();
    assert_eq!(
        in_group(&told, KOMMUN),
        Some(Participation::Since(day(SECOND)))
    );
    agency.withdraw(SECOND).await;
    let told = agency.standing(later[0]).await.unwrap();
    assert_eq!(
        in_group(&told, KOMMUN),
        Some(Participation::Waits(day(FIRST)))
    );
    let told = agency.standing(towns[0]).await.unwrap();
    assert_eq!(
        in_group(&told, KOMMUN),
        Some(Participation::Since(day(FIRST)))
    );
}
