//! What has happened is read back, never changed, and deleted only with who leaves.

use store::NewEvent;

use super::{id, organisation, write};
use crate::backend::{Backend, on_both};

on_both!(
    events_are_read_newest_first,
    no_event_can_be_changed,
    events_are_deleted_only_with_the_organisation_that_leaves,
);

pub(super) fn event(n: u128, organisation: Option<u128>, kind: &str) -> NewEvent {
    NewEvent {
        id: id(n),
        organisation: organisation.map(id),
        person: Some(id(9)),
        who: "Anna Ek".to_owned(),
        kind: kind.to_owned(),
        detail: "{}".to_owned(),
        at: 1000 + n as i64,
    }
}

/// Five events: in organisation 1, in 2, at the agency, by the agency in 1, and in 1.
async fn happen(backend: &Backend) {
    organisation(backend, 1, None).await;
    organisation(backend, 2, None).await;
    write(backend, |tx| {
        Box::pin(async move {
            for event in [
                event(1, Some(1), "invited"),
                event(2, Some(2), "invited"),
                event(3, None, "agency_role_granted"),
                event(4, Some(1), "agency_appointed"),
                event(5, Some(1), "invited"),
            ] {
                tx.add_event(&event).await?;
            }
            Ok(())
        })
    })
    .await;
}

async fn events_are_read_newest_first(backend: &Backend) {
    happen(backend).await;
    let mut tx = backend.store.read().await.unwrap();
    let first = tx.events(id(1), None, 2).await.unwrap();
    let ids: Vec<_> = first.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!(ids, [5, 4]);
    assert_eq!(first[0].who, "Anna Ek");
    assert_eq!(first[0].at, 1005);
    let rest = tx.events(id(1), Some(id(4)), 2).await.unwrap();
    let ids: Vec<_> = rest.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!(ids, [1]);
    let agency = tx.agency_events(None, 10).await.unwrap();
    let ids: Vec<_> = agency.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!(ids, [4, 3]);
}

async fn no_event_can_be_changed(backend: &Backend) {
    happen(backend).await;
    let refused = backend
        .try_execute("UPDATE events SET who = 'Bo'")
        .await
        .unwrap_err();
    assert!(refused.contains("events are not changed"), "{refused}");
    let mut tx = backend.store.read().await.unwrap();
    let who = tx.events(id(1), None, 1).await.unwrap();
    assert_eq!(who[0].who, "Anna Ek");
}

async fn events_are_deleted_only_with_the_organisation_that_leaves(backend: &Backend) {
    happen(backend).await;
    for which in ["", " WHERE organisation IS NULL", " WHERE kind = 'invited'"] {
        let statement = format!("DELETE FROM events{which}");
        let refused = backend.try_execute(&statement).await.unwrap_err();
        assert!(refused.contains("events are kept"), "{refused}");
    }
    write(backend, |tx| {
        Box::pin(async move { tx.empty_organisation(id(1), 2000).await })
    })
    .await;
    let left = backend.texts("SELECT kind FROM events ORDER BY id").await;
    assert_eq!(left, ["invited", "agency_role_granted", "agency_appointed"]);
    let refused = backend.try_execute("DELETE FROM events").await;
    assert!(refused.is_err(), "nobody is leaving any longer");
}
