//! Closing, publishing, withdrawing, discarding.

use domain::account::AgencyRole;
use domain::comparison;
use service::organisations::By;
use service::organisations::events::{EventKind, of_agency};
use service::waves::{Stage, discard, latest, list, of_date, preview, publish, withdraw};

use super::*;

#[tokio::test]
async fn what_is_published_is_what_was_looked_at_to_the_byte() {
    let agency = Agency::new().await;
    agency.towns(0..12, "2027-10-01").await;
    agency.close(FIRST).await.unwrap();
    let app = &agency.house.app;
    assert_eq!(latest(app).await.unwrap(), None);
    assert_eq!(of_date(app, day(FIRST)).await.unwrap(), None);
    let looked_at = preview(app, By::Person(agency.bo), day(FIRST))
        .await
        .unwrap();
    assert_eq!(looked_at.wave.stage, Stage::Closed);
    assert!(!looked_at.wave.own);
    assert_eq!(looked_at.report.organisations, 12);
    publish(app, agency.bo, day(FIRST), &looked_at.wave.hash)
        .await
        .unwrap();
    let published = latest(app).await.unwrap().unwrap();
    assert_eq!(
        published.publication.to_json().unwrap(),
        looked_at.publication.to_json().unwrap()
    );
    let mut tx = app.store.read().await.unwrap();
    let row = tx.wave(FIRST).await.unwrap().unwrap();
    let stored = tx.wave_publication(row.id).await.unwrap().unwrap();
    assert_eq!(stored, looked_at.publication.to_json().unwrap());
    let figures = published.publication.group(KOMMUN).unwrap();
    assert_eq!(figures.shows, Some(day(FIRST)));
    assert!(!figures.goals.is_empty());
    assert_eq!(agency.seen().await, [(FIRST.to_owned(), false)]);
}

#[tokio::test]
async fn it_takes_two_publishers() {
    let agency = Agency::new().await;
    agency.close(FIRST).await.unwrap();
    let app = &agency.house.app;
    let hash = agency.hash(FIRST).await;
    let own = publish(app, agency.ada, day(FIRST), &hash).await;
    assert_eq!(refused(own), Refusal::OwnWave);
    let officer = agency.house.officer().await;
    for who in [officer, agency.house.contact("eva@stad.se").await] {
        let outcomes = [
            waves::close(app, who, day(SECOND)).await,
            publish(app, who, day(FIRST), &hash).await,
            withdraw(app, who, day(FIRST), "Fel").await,
            discard(app, who, day(FIRST)).await,
            list(app, By::Person(who)).await.map(drop),
            preview(app, By::Person(who), day(FIRST)).await.map(drop),
        ];
        for outcome in outcomes {
            assert_eq!(refused(outcome), Refusal::NotAllowed);
        }
    }
    assert_eq!(agency.seen().await, []);
    publish(app, agency.bo, day(FIRST), &hash).await.unwrap();
    let again = publish(app, agency.bo, day(FIRST), &hash).await;
    assert_eq!(refused(again), Refusal::Published);
}

#[tokio::test]
async fn each_act_stands_in_the_agencys_log() {
    let agency = Agency::new().await;
    let app = &agency.house.app;
    agency.close(FIRST).await.unwrap();
    discard(app, agency.bo, day(FIRST)).await.unwrap();
    agency.publish(FIRST).await;
    agency.withdraw(FIRST).await;
    let officer = agency.house.officer().await;
    let log = of_agency(app, officer, None).await.unwrap();
    let told: Vec<_> = log
        .into_iter()
        .map(|(_, event)| (event.kind, event.who, event.detail.subject))
        .filter(|(.., subject)| subject == FIRST)
        .map(|(kind, who, _)| (kind, who))
        .collect();
    let by = |kind, who: &str| (kind, who.to_owned());
    assert_eq!(
        told,
        [
            by(EventKind::AgencyWaveWithdrawn, "ada@m.se"),
            by(EventKind::AgencyWavePublished, "bo@m.se"),
            by(EventKind::AgencyWaveClosed, "ada@m.se"),
            by(EventKind::AgencyWaveDiscarded, "bo@m.se"),
            by(EventKind::AgencyWaveClosed, "ada@m.se"),
        ]
    );
}

#[tokio::test]
async fn a_wave_is_closed_once_in_its_time_and_in_order() {
    let agency = Agency::new().await;
    let app = &agency.house.app;
    assert_eq!(refused(agency.close("2027-11-23").await), Refusal::Future);
    assert_eq!(
        refused(agency.close("2001-01-01").await),
        Refusal::NoEdition
    );
    agency.close(FIRST).await.unwrap();
    assert_eq!(refused(agency.close(FIRST).await), Refusal::Closed);
    assert_eq!(refused(agency.close(SECOND).await), Refusal::Waiting);
    let hash = agency.hash(FIRST).await;
    publish(app, agency.bo, day(FIRST), &hash).await.unwrap();
    assert_eq!(refused(agency.close("2027-10-31").await), Refusal::NotAfter);
    assert_eq!(refused(agency.close(FIRST).await), Refusal::Closed);
    // Today has come.
    agency.close("2027-11-22").await.unwrap();
}

#[tokio::test]
async fn one_that_was_computed_anew_must_be_looked_at_anew() {
    let agency = Agency::new().await;
    agency.towns(0..7, "2027-10-01").await;
    let app = &agency.house.app;
    agency.close(FIRST).await.unwrap();
    let looked_at = agency.hash(FIRST).await;
    discard(app, agency.ada, day(FIRST)).await.unwrap();
    let gone = publish(app, agency.bo, day(FIRST), &looked_at).await;
    assert_eq!(refused(gone), Refusal::Missing);
    agency.towns(7..8, "2027-10-02").await;
    agency.close(FIRST).await.unwrap();
    let stale = publish(app, agency.bo, day(FIRST), &looked_at).await;
    assert_eq!(refused(stale), Refusal::Changed);
    assert_eq!(agency.seen().await, []);
}

#[tokio::test]
async fn what_was_published_is_withdrawn_once_with_a_note_and_never_discarded() {
    let agency = Agency::new().await;
    let app = &agency.house.app;
    agency.close(FIRST).await.unwrap();
    let too_early = withdraw(app, agency.ada, day(FIRST), "Fel").await;
    assert_eq!(refused(too_early), Refusal::NotPublished);
    let none = withdraw(app, agency.ada, day(SECOND), "Fel").await;
    assert_eq!(refused(none), Refusal::Missing);
    let hash = agency.hash(FIRST).await;
    publish(app, agency.bo, day(FIRST), &hash).await.unwrap();
    let silent = withdraw(app, agency.ada, day(FIRST), " ").await;
    assert_eq!(refused(silent), Refusal::NoteMissing);
    agency.withdraw(FIRST).await;
    let again = withdraw(app, agency.ada, day(FIRST), "Fel").await;
    assert_eq!(refused(again), Refusal::Withdrawn);
    let discarded = discard(app, agency.ada, day(FIRST)).await;
    assert_eq!(refused(discarded), Refusal::Published);
    let listed = list(app, By::CommandLine).await.unwrap();
    assert!(matches!(&listed[0].stage, Stage::Withdrawn(by, note)
        if by.who == "ada@m.se" && note == "Fel i registret."));
}

#[tokio::test]
async fn everything_that_must_be_put_right_first_is_told_at_once() {
    let agency = Agency::new().await;
    let twice = agency.town(1, "2026-01-01").await;
    agency.hand_in(twice, "2027-10-01", 2).await;
    agency.hand_in(twice, "2027-10-01", 3).await;
    let too_late = agency.town(2, "2027-11-10").await;
    agency.hand_in(too_late, "2027-10-01", 2).await;
    let same_day = comparison::Problem::SameDay {
        organisation: "kommun0001".to_owned(),
        submitted: day("2027-10-01"),
    };
    assert_eq!(
        problems(agency.close(FIRST).await),
        [
            Problem::NotClassified {
                organisation: "kommun0002".to_owned()
            },
            Problem::Rules(same_day),
        ]
    );
    let listed = list(&agency.house.app, By::CommandLine).await.unwrap();
    assert_eq!(listed, [], "nothing was stored");
}
