//! What a wave builds on, and what becomes of one that is withdrawn.

use domain::comparison::Publication;
use service::waves::{latest, of_date};
use store::Store;

use super::*;

/// Every date that some figure is from.
fn dates(publication: &Publication) -> std::collections::BTreeSet<String> {
    let groups = publication.groups.iter();
    groups
        .flat_map(|group| {
            let figures = group.goals.iter().chain(&group.questions);
            let panel = group
                .panel
                .iter()
                .flat_map(|panel| [panel.since, panel.date]);
            figures
                .map(|figure| figure.from)
                .chain(group.shows)
                .chain(panel)
        })
        .map(|date| date.to_string())
        .collect()
}

#[tokio::test]
async fn a_withdrawn_wave_shows_its_note_and_the_one_before_stands_again() {
    let (agency, _) = Agency::with_a_wave().await;
    agency.towns(20..40, "2027-11-10").await;
    agency.publish(SECOND).await;
    let app = &agency.house.app;
    let second = latest(app).await.unwrap().unwrap();
    assert_eq!(second.date, day(SECOND));
    assert!(dates(&second.publication).contains(SECOND));
    agency.withdraw(SECOND).await;
    let stands = latest(app).await.unwrap().unwrap();
    assert_eq!(stands.date, day(FIRST));
    assert_eq!(dates(&stands.publication), [FIRST.to_owned()].into());
    let withdrawn = of_date(app, day(SECOND)).await.unwrap().unwrap();
    assert_eq!(withdrawn.publication.groups, []);
    let note = withdrawn.withdrawn.as_ref().unwrap();
    assert_eq!(note.note, "Fel i registret.");
    let both = [(SECOND.to_owned(), true), (FIRST.to_owned(), false)];
    assert_eq!(agency.seen().await, both);
}

#[tokio::test]
async fn the_next_wave_counts_a_withdrawn_one_as_shown_and_shows_none_of_it() {
    let (agency, _) = Agency::with_a_wave().await;
    agency.towns(20..40, "2027-11-10").await;
    agency.publish(SECOND).await;
    agency.withdraw(SECOND).await;
    // Two more are too few for a group to be renewed: what was once shown is known.
    agency.towns(40..42, "2027-11-18").await;
    agency.publish("2027-11-20").await;
    let app = &agency.house.app;
    let third = latest(app).await.unwrap().unwrap();
    assert_eq!(third.publication.previous, Some(day(SECOND)));
    assert_eq!(third.publication.group(KOMMUN).unwrap().shows, None);
    assert!(!dates(&third.publication).contains(SECOND));
    assert_eq!(third.publication.groups.len(), Group::all().count());
}

#[tokio::test]
async fn figures_of_a_withdrawn_wave_go_from_later_waves_too() {
    let (agency, _) = Agency::with_a_wave().await;
    agency.towns(40..42, "2027-11-10").await;
    agency.publish(SECOND).await;
    let app = &agency.house.app;
    let kept = latest(app).await.unwrap().unwrap();
    assert_eq!(kept.date, day(SECOND));
    assert_eq!(dates(&kept.publication), [FIRST.to_owned()].into());
    agency.withdraw(FIRST).await;
    let now = latest(app).await.unwrap().unwrap();
    assert_eq!(now.date, day(SECOND), "it was not withdrawn");
    assert!(dates(&now.publication).is_empty());
}

#[tokio::test]
async fn another_node_notices() {
    let (agency, _) = Agency::with_a_wave().await;
    let other = House::new().await;
    let url = format!(
        "sqlite:{}",
        agency.house.folder.path().join("test.db").display()
    );
    let app = service::App {
        store: Store::open(&url).await.unwrap(),
        ..other.app
    };
    assert_eq!(latest(&app).await.unwrap().unwrap().date, day(FIRST));
    agency.withdraw(FIRST).await;
    assert_eq!(latest(&app).await.unwrap(), None);
}

#[tokio::test]
async fn a_release_whose_values_were_altered_is_built_on_by_none() {
    let (agency, _) = Agency::with_a_wave().await;
    let mut tx = agency.house.app.store.read().await.unwrap();
    let wave = tx.wave(FIRST).await.unwrap().unwrap().id;
    let values = tx.wave_values(wave).await.unwrap().unwrap();
    drop(tx);
    let altered = values.replacen("[", "[[1,1],", 1);
    assert_ne!(altered, values);
    agency
        .write(move |tx| Box::pin(async move { tx.set_wave_values(wave, &altered).await }))
        .await;
    assert_eq!(refused(agency.close(SECOND).await), Refusal::Altered);
}
