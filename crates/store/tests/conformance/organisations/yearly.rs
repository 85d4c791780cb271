//! Contact persons are written to once a year, whatever the number of nodes.

use super::{id, new_organisation, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_letter_is_written_once,
    those_who_chose_the_month_are_found
);

const YEAR: i64 = 1000;

async fn note(backend: &Backend, kind: &'static str, at: i64) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.note_yearly_letter(id(1), kind, at - YEAR, at).await })
    })
    .await
}

async fn a_letter_is_written_once(backend: &Backend) {
    super::organisation(backend, 1, None).await;
    assert!(note(backend, "members", 5000).await);
    assert!(!note(backend, "members", 5000).await, "another node");
    assert!(
        !note(backend, "members", 5000 + YEAR).await,
        "not a year yet"
    );
    assert!(note(backend, "next_round", 5001).await, "another kind");
    assert!(note(backend, "members", 5001 + YEAR).await, "a year later");
}

async fn those_who_chose_the_month_are_found(backend: &Backend) {
    write(backend, |tx| {
        Box::pin(async move {
            for (n, month, joined) in [(1, 3, true), (2, 4, true), (3, 3, false)] {
                let mut new = new_organisation(n, None);
                new.reminder_month = Some(month);
                new.joined_at = joined.then_some(1000);
                tx.add_organisation(&new, &n.to_be_bytes()).await?;
            }
            Ok(())
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let due = tx.due_for_next_round(3).await.unwrap();
    let ids: Vec<_> = due.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!(ids, [1]);
    assert!(tx.due_for_members(i64::MAX).await.unwrap().is_empty());
}
