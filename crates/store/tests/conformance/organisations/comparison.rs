//! What a wave is computed from: what is handed in, and the register on a day.

use store::{ClassificationRow, CountedRow, RegisteredRow, SubmissionRow, WithdrawalRow};

use super::{id, organisation, write};
use crate::backend::{Backend, on_both};

on_both!(
    everything_handed_in_comes_page_by_page_with_what_holds_on_the_day,
    what_is_withdrawn_takes_no_part,
    what_was_handed_in_before_the_organisation_left_takes_no_part,
    the_whole_register_comes_page_by_page,
);

/// Submission `n`, handed in at time `n`.
async fn hand_in(backend: &Backend, n: u128, organisation: u128) {
    let row = SubmissionRow {
        id: id(n),
        organisation: id(organisation),
        round: id(n),
        reference: format!("reference {n}"),
        person: None,
        document: format!(r#"{{"n":{n}}}"#),
        hash: "00".to_owned(),
        created_at: n as i64,
        withdrawn: None,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.add_submission(&row).await })
    })
    .await;
}

async fn classify(backend: &Backend, n: u128, organisation: u128, from: &str, population: i64) {
    let row = ClassificationRow {
        id: id(n),
        organisation: id(organisation),
        valid_from: from.to_owned(),
        kind: "kommun".to_owned(),
        lan: Some("12".to_owned()),
        municipality: None,
        skr_group: None,
        population: Some(population),
        volume: None,
        changed_by: None,
        reason: String::new(),
        created_at: 1000,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.add_classification(&row).await })
    })
    .await;
}

fn counted(population: i64) -> CountedRow {
    CountedRow {
        kind: "kommun".to_owned(),
        lan: Some("12".to_owned()),
        skr_group: None,
        population: Some(population),
        volume: None,
    }
}

fn registered(n: u128, owner: Option<u128>, counted: Option<CountedRow>) -> RegisteredRow {
    RegisteredRow {
        id: id(n),
        public_id: format!("public{n}"),
        owner: owner.map(|n| format!("public{n}")),
        counted,
    }
}

/// The documents that a wave of a day is computed from.
async fn documents(backend: &Backend, day: &str) -> Vec<String> {
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.compared(day, None, 100).await.unwrap();
    all.into_iter().map(|row| row.document).collect()
}

/// An owner that is reclassified twice on one day, and one it owns that is not classified.
async fn two(backend: &Backend) {
    organisation(backend, 1, None).await;
    organisation(backend, 2, Some(1)).await;
    classify(backend, 50, 1, "2026-01-01", 10).await;
    classify(backend, 51, 1, "2027-01-01", 20).await;
    classify(backend, 52, 1, "2027-01-01", 30).await;
}

async fn everything_handed_in_comes_page_by_page_with_what_holds_on_the_day(backend: &Backend) {
    two(backend).await;
    for (n, organisation) in [(103, 1), (101, 1), (102, 2)] {
        hand_in(backend, n, organisation).await;
    }
    let mut tx = backend.store.read().await.unwrap();
    let first = tx.compared("2026-12-31", None, 2).await.unwrap();
    let told: Vec<_> = first
        .iter()
        .map(|row| (row.submission, row.document.as_str(), &row.organisation))
        .collect();
    assert_eq!(
        told,
        [
            (
                id(101),
                r#"{"n":101}"#,
                &registered(1, None, Some(counted(10)))
            ),
            (id(102), r#"{"n":102}"#, &registered(2, Some(1), None)),
        ]
    );
    let rest = tx.compared("2027-01-01", Some(id(102)), 2).await.unwrap();
    assert_eq!(rest.len(), 1);
    assert_eq!(
        rest[0].organisation,
        registered(1, None, Some(counted(30))),
        "the later of two from the same day"
    );
    assert_eq!(
        tx.compared("2027-01-01", Some(id(103)), 2).await.unwrap(),
        []
    );
}

async fn what_is_withdrawn_takes_no_part(backend: &Backend) {
    two(backend).await;
    hand_in(backend, 101, 1).await;
    hand_in(backend, 102, 1).await;
    write(backend, |tx| {
        Box::pin(async move {
            let withdrawal = WithdrawalRow {
                at: 3000,
                by: None,
                reason: "Fel".to_owned(),
            };
            tx.withdraw_submission(id(102), &withdrawal).await
        })
    })
    .await;
    assert_eq!(documents(backend, "2027-01-01").await, [r#"{"n":101}"#]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.compared_of(id(1)).await.unwrap(), [r#"{"n":101}"#]);
}

async fn what_was_handed_in_before_the_organisation_left_takes_no_part(backend: &Backend) {
    two(backend).await;
    hand_in(backend, 101, 1).await;
    hand_in(backend, 102, 2).await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.departures().await.unwrap(), (0, 0));
    drop(tx);
    write(backend, |tx| {
        Box::pin(async move { tx.empty_organisation(id(1), 101).await })
    })
    .await;
    assert_eq!(documents(backend, "2027-01-01").await, [r#"{"n":102}"#]);
    // It comes back, and hands in anew.
    hand_in(backend, 103, 1).await;
    let both = [r#"{"n":102}"#, r#"{"n":103}"#];
    assert_eq!(documents(backend, "2027-01-01").await, both);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.departures().await.unwrap(), (1, 101));
    assert_eq!(tx.compared_of(id(1)).await.unwrap(), [r#"{"n":103}"#]);
}

async fn the_whole_register_comes_page_by_page(backend: &Backend) {
    two(backend).await;
    organisation(backend, 3, None).await;
    let mut tx = backend.store.read().await.unwrap();
    let first = tx.registered("2026-06-01", None, 2).await.unwrap();
    assert_eq!(
        first,
        [
            registered(1, None, Some(counted(10))),
            registered(2, Some(1), None)
        ]
    );
    let rest = tx.registered("2026-06-01", Some(id(2)), 2).await.unwrap();
    assert_eq!(rest, [registered(3, None, None)]);
    let one = tx.registered_one("2027-01-01", id(1)).await.unwrap();
    assert_eq!(one, Some(registered(1, None, Some(counted(30)))));
    assert_eq!(tx.registered_one("2027-01-01", id(9)).await.unwrap(), None);
}
