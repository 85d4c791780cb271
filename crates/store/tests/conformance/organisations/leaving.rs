//! Whoever leaves leaves nothing but what must stay.

use store::{AppointmentRow, SubmissionRow};
use uuid::Uuid;

use super::{begin, events, id, invitations, membership, openness, person, plans, rounds, write};
use crate::backend::{Backend, on_both};

on_both!(
    an_own_installation_keeps_nothing,
    a_shared_service_keeps_the_register_and_what_was_handed_in,
);

/// Organisation 1 with something in every table that can hold something of it.
async fn filled(backend: &Backend) -> Uuid {
    person(backend, 9).await;
    rounds::begun(backend).await;
    begin(backend, membership(20, id(1), id(9), "contact", "active")).await;
    for n in [26, 27] {
        openness::network(backend, n).await;
    }
    plans::plan(backend, 28, id(1), 1000).await;
    write(backend, |tx| {
        Box::pin(async move {
            tx.invite(&invitations::invitation(21, id(1), "q@a.example", id(9)))
                .await?;
            tx.propose_appointment(&AppointmentRow {
                id: id(22),
                organisation: id(1),
                email: "q@a.example".to_owned(),
                reason: "The contact person left".to_owned(),
                proposed_by: Some(id(9)),
                proposed_at: 1000,
            })
            .await?;
            tx.note_yearly_letter(id(1), "members", 0, 1000).await?;
            tx.join_network(id(26), id(1), 1000).await?;
            tx.invite_to_network(id(27), id(1), 1000, 2000).await?;
            tx.set_offer(&openness::offer(1, "4", "How we follow up"))
                .await?;
            tx.add_event(&events::event(23, Some(1), "invited")).await?;
            tx.add_event(&events::event(24, Some(1), "agency_appointed"))
                .await?;
            tx.add_submission(&SubmissionRow {
                id: id(25),
                organisation: id(1),
                round: id(1),
                reference: "ABCD-EFGH".to_owned(),
                person: Some(id(9)),
                document: "{}".to_owned(),
                hash: "00".to_owned(),
                created_at: 1000,
                withdrawn: None,
            })
            .await
        })
    })
    .await;
    id(1)
}

/// Network 27, which the organisation was invited to and never in.
async fn close_the_other_network(backend: &Backend) {
    write(backend, |tx| Box::pin(tx.close_network(id(27)))).await;
}

async fn an_own_installation_keeps_nothing(backend: &Backend) {
    person(backend, 9).await;
    let before = backend.counts().await;
    let organisation = filled(backend).await;
    assert_ne!(backend.counts().await, before);
    close_the_other_network(backend).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.delete_organisation(organisation, 2000).await })
    })
    .await;
    assert_eq!(backend.counts().await, before, "only the person is left");
}

async fn a_shared_service_keeps_the_register_and_what_was_handed_in(backend: &Backend) {
    person(backend, 9).await;
    let before = backend.counts().await;
    let organisation = filled(backend).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.empty_organisation(organisation, 5000).await })
    })
    .await;
    close_the_other_network(backend).await;
    let after = backend.counts().await;
    let kept: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(before, after)| before != after)
        .map(|(_, (table, count))| (table.as_str(), count.as_str()))
        .collect();
    assert_eq!(
        kept,
        [
            ("events", "1"),
            ("organisations", "1"),
            ("submissions", "1")
        ]
    );
    let mut tx = backend.store.read().await.unwrap();
    let row = tx.organisation(organisation).await.unwrap().unwrap();
    assert_eq!((row.joined_at, row.reminder_month), (None, None));
}
