//! Which units prepare for whom.

use uuid::Uuid;

use super::rounds::{add, audience, prepared_round, respondent};
use super::{begin, id, membership, organisation, person, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_unit_prepares_for_those_that_let_it,
    whoever_has_no_other_place_goes_with_the_right_to_prepare,
    a_unit_that_leaves_prepares_nothing_more,
);

const DAY: &str = "2026-11-22";

async fn let_in(backend: &Backend, whose: u128, unit: u128) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.add_preparer(id(whose), id(unit), 1000).await })
    })
    .await
}

/// Ids of those that a unit prepares for, and of those that prepare for an organisation.
async fn both_ways(backend: &Backend, unit: u128, whose: u128) -> (Vec<Uuid>, Vec<Uuid>) {
    let mut tx = backend.store.read().await.unwrap();
    let whom = tx.prepared_for(DAY, id(unit)).await.unwrap();
    let units = tx.preparers(DAY, id(whose)).await.unwrap();
    (
        whom.into_iter().map(|row| row.id).collect(),
        units.into_iter().map(|row| row.id).collect(),
    )
}

async fn prepares(backend: &Backend, whose: u128, unit: u128) -> bool {
    let mut tx = backend.store.read().await.unwrap();
    tx.prepares(id(whose), id(unit)).await.unwrap()
}

async fn a_unit_prepares_for_those_that_let_it(backend: &Backend) {
    for n in [1, 2, 3, 9] {
        organisation(backend, n, None).await;
    }
    assert!(let_in(backend, 2, 9).await);
    assert!(let_in(backend, 1, 9).await);
    assert!(!let_in(backend, 1, 9).await, "twice is once");
    let (whom, units) = both_ways(backend, 9, 1).await;
    assert_eq!((whom, units), (vec![id(1), id(2)], vec![id(9)]));
    assert!(prepares(backend, 1, 9).await);
    assert!(!prepares(backend, 9, 1).await, "not the other way");
    assert!(!prepares(backend, 3, 9).await);
    for removed in [true, false] {
        let done = write(backend, |tx| {
            Box::pin(async move { tx.remove_preparer(id(1), id(9), 2000).await })
        });
        assert_eq!(done.await, removed);
    }
    let (whom, units) = both_ways(backend, 9, 1).await;
    assert_eq!((whom, units), (vec![id(2)], vec![]));
}

/// Organisation 1 with a round of its own and one that unit 9 prepares; in each, person 5 of the
/// unit, person 6 of both and person 7 of the organisation have answered.
async fn answered(backend: &Backend) {
    organisation(backend, 1, None).await;
    organisation(backend, 9, None).await;
    let_in(backend, 1, 9).await;
    let places = [(5, 9), (6, 9), (6, 1), (7, 1)];
    for (n, (who, whose)) in (30..).zip(places) {
        let who = person(backend, who).await;
        let place = membership(n, id(whose), who, "respondent", "active");
        begin(backend, place).await;
    }
    for (n, unit) in [(1, None), (2, Some(9))] {
        let round = prepared_round(backend, n, 1, unit).await;
        let audience = audience(backend, n, round).await;
        for who in [5, 6, 7] {
            let row = respondent(n * 100 + who, round, audience, Some(id(who)));
            add(backend, row).await.unwrap();
        }
    }
}

/// The voices that no longer count.
async fn removed(backend: &Backend) -> Vec<u128> {
    let mut tx = backend.store.read().await.unwrap();
    let mut removed = Vec::new();
    for round in [id(1), id(2)] {
        let rows = tx.respondents(round).await.unwrap();
        let gone = rows.iter().filter(|row| row.removed_at == Some(3000));
        removed.extend(gone.map(|row| row.voice.as_u128()));
    }
    removed
}

async fn prepared_by(backend: &Backend) -> Option<Uuid> {
    let mut tx = backend.store.read().await.unwrap();
    let row = tx.organisation_round(id(2)).await.unwrap();
    row.unwrap().prepared_by
}

async fn whoever_has_no_other_place_goes_with_the_right_to_prepare(backend: &Backend) {
    answered(backend).await;
    write(backend, |tx| Box::pin(tx.remove_outsiders(id(9), 3000))).await;
    assert!(removed(backend).await.is_empty(), "all have their place");
    write(backend, |tx| {
        Box::pin(async move {
            // Somebody else's right is not theirs to lose.
            tx.remove_preparer(id(9), id(1), 3000).await?;
            tx.remove_preparer(id(1), id(9), 3000).await
        })
    })
    .await;
    assert_eq!(prepared_by(backend).await, None);
    assert_eq!(removed(backend).await, [105, 205]);
}

async fn a_unit_that_leaves_prepares_nothing_more(backend: &Backend) {
    answered(backend).await;
    write(backend, |tx| {
        Box::pin(async move { tx.empty_organisation(id(9), 3000).await })
    })
    .await;
    assert_eq!(prepared_by(backend).await, None);
    assert!(!prepares(backend, 1, 9).await, "nor when it joins anew");
    assert_eq!(removed(backend).await, [205], "what it prepared, no more");
}
