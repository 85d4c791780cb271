//! Plans: their documents, entries, owners, and when owners are reminded.

use store::{NewPlan, PlanOwnerRow, Saved};
use uuid::Uuid;

use super::{id, organisation, rounds, write};
use crate::backend::{Backend, on_both};

on_both!(
    plans_are_listed_newest_first,
    a_document_is_saved_by_one_of_two,
    an_entry_keeps_every_revision_and_one_of_two_is_told,
    a_closed_plan_changes_no_more,
    an_address_that_was_taken_back_opens_nothing,
    owners_are_reminded_once_a_time_and_not_of_what_is_closed,
    a_plan_leaves_with_its_organisation,
);

pub(super) async fn plan(backend: &Backend, n: u128, organisation: Uuid, at: i64) -> Uuid {
    let round = rounds::prepared_round(backend, 1000 + n, organisation.as_u128(), None).await;
    let new = NewPlan {
        id: id(n),
        organisation,
        round: Some(round),
        edition: "nus-2016-1".to_owned(),
        key: vec![1],
        document: vec![2],
        at,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.add_plan(&new).await })
    })
    .await;
    id(n)
}

async fn one(backend: &Backend) -> Uuid {
    organisation(backend, 1, None).await;
    plan(backend, 10, id(1), 1000).await
}

fn owner(n: u128, plan: Uuid) -> PlanOwnerRow {
    PlanOwnerRow {
        id: id(n),
        plan,
        hash: n.to_be_bytes().to_vec(),
        contact: vec![3],
        created_at: 1000,
        revoked_at: None,
        remind: true,
    }
}

async fn plans_are_listed_newest_first(backend: &Backend) {
    organisation(backend, 1, None).await;
    organisation(backend, 2, None).await;
    plan(backend, 10, id(1), 1000).await;
    plan(backend, 11, id(1), 2000).await;
    plan(backend, 12, id(2), 3000).await;
    let mut tx = backend.store.read().await.unwrap();
    let plans = tx.plans_of(id(1)).await.unwrap();
    let listed: Vec<_> = plans.iter().map(|plan| plan.id).collect();
    assert_eq!(listed, [id(11), id(10)]);
    assert_eq!(tx.plan(id(12)).await.unwrap().unwrap().organisation, id(2));
    assert_eq!(tx.plan(id(13)).await.unwrap(), None);
}

async fn a_document_is_saved_by_one_of_two(backend: &Backend) {
    let plan = one(backend).await;
    let save = |expected, document: &'static [u8]| {
        write(backend, move |tx| {
            Box::pin(tx.save_plan_document(plan, expected, document))
        })
    };
    assert!(save(0, b"first").await);
    assert!(!save(0, b"second").await);
    let stored = backend.store.read().await.unwrap().plan(plan).await;
    let stored = stored.unwrap().unwrap();
    assert_eq!((stored.document, stored.revision), (b"first".to_vec(), 1));
}

async fn an_entry_keeps_every_revision_and_one_of_two_is_told(backend: &Backend) {
    let plan = one(backend).await;
    let save = |expected, body: &'static [u8], at| {
        write(backend, move |tx| {
            Box::pin(tx.save_plan_entry(plan, "card:x", expected, body, at))
        })
    };
    assert_eq!(save(0, b"a", 1).await, Saved::Saved { revision: 1 });
    assert_eq!(save(1, b"b", 2).await, Saved::Saved { revision: 2 });
    let Saved::Conflict { latest } = save(1, b"c", 3).await else {
        panic!("two at once");
    };
    assert_eq!((latest.revision, latest.body), (2, b"b".to_vec()));
    let mut tx = backend.store.read().await.unwrap();
    let history = tx.plan_entry_history(plan, "card:x").await.unwrap();
    let bodies: Vec<_> = history.into_iter().map(|row| row.body).collect();
    assert_eq!(bodies, [b"a".to_vec(), b"b".to_vec()]);
    let latest = tx.latest_plan_entries(plan).await.unwrap();
    assert_eq!(latest.len(), 1);
    assert_eq!((latest[0].of.as_str(), latest[0].at), ("card:x", 2));
}

async fn a_closed_plan_changes_no_more(backend: &Backend) {
    let plan = one(backend).await;
    let hold = || write(backend, move |tx| Box::pin(tx.hold_open_plan(plan)));
    let close = |at| write(backend, move |tx| Box::pin(tx.close_plan(plan, at)));
    assert!(hold().await);
    assert!(close(5000).await);
    assert!(!close(6000).await);
    assert!(!hold().await);
    let saved = write(backend, move |tx| {
        Box::pin(tx.save_plan_document(plan, 0, b"late"))
    })
    .await;
    assert!(!saved);
    let stored = backend.store.read().await.unwrap().plan(plan).await;
    assert_eq!(stored.unwrap().unwrap().closed_at, Some(5000));
}

async fn an_address_that_was_taken_back_opens_nothing(backend: &Backend) {
    let plan = one(backend).await;
    let (first, mut second) = (owner(20, plan), owner(21, plan));
    second.revoked_at = Some(2000);
    let (kept, revoked) = (first.hash.clone(), second.hash.clone());
    let rows = (first.clone(), second.clone());
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_plan_owner(&rows.0).await?;
            tx.add_plan_owner(&rows.1).await?;
            tx.set_plan_reminders(rows.0.id, false).await?;
            tx.change_plan_owner(rows.1.id, b"other", b"contact").await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.plan_owner_by_hash(&kept).await.unwrap().unwrap();
    assert_eq!((found.id, found.remind), (first.id, false));
    assert_eq!(tx.plan_owner_by_hash(&revoked).await.unwrap(), None);
    assert_eq!(tx.plan_owner_by_hash(b"other").await.unwrap(), None);
    let all = tx.plan_owners(plan).await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].contact, b"contact");
}

async fn owners_are_reminded_once_a_time_and_not_of_what_is_closed(backend: &Backend) {
    organisation(backend, 1, None).await;
    let (first, closed) = (
        plan(backend, 10, id(1), 1000).await,
        plan(backend, 11, id(1), 2000).await,
    );
    write(backend, move |tx| Box::pin(tx.close_plan(closed, 3000))).await;
    let waiting = |since| async move {
        let mut tx = backend.store.read().await.unwrap();
        let plans = tx.plans_to_remind(since, 10).await.unwrap();
        plans.into_iter().map(|plan| plan.id).collect::<Vec<_>>()
    };
    let claim = |since, at| {
        write(backend, move |tx| {
            Box::pin(tx.claim_plan_reminder(first, since, at))
        })
    };
    assert!(waiting(1000).await.is_empty());
    assert_eq!(waiting(1001).await, [first]);
    assert!(claim(1001, 5000).await);
    assert!(!claim(1001, 5001).await);
    assert!(waiting(5000).await.is_empty());
    assert_eq!(waiting(5001).await, [first]);
}

async fn a_plan_leaves_with_its_organisation(backend: &Backend) {
    let plan = one(backend).await;
    let row = owner(20, plan);
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_plan_owner(&row).await?;
            tx.save_plan_entry(plan, "card:x", 0, b"a", 1).await
        })
    })
    .await;
    write(backend, move |tx| {
        Box::pin(tx.empty_organisation(id(1), 9000))
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.plan(plan).await.unwrap(), None);
    assert!(tx.latest_plan_entries(plan).await.unwrap().is_empty());
    assert!(tx.plan_owners(plan).await.unwrap().is_empty());
}
