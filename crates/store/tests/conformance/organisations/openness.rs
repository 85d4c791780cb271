//! What organisations let each other see: networks, invitations to them, and offers.

use store::{NetworkRow, OfferRow};
use uuid::Uuid;

use super::{id, organisation, write};
use crate::backend::{Backend, on_both};

on_both!(
    whoever_has_been_there_longest_comes_first,
    networks_are_in_the_order_of_their_keys,
    a_network_is_changed_and_closed_with_all_that_hangs_on_it,
    an_invitation_is_answered_once_and_in_time,
    an_organisation_is_invited_anew_when_it_has_answered,
    offers_are_worded_anew_and_taken_back,
    whoever_leaves_the_service_leaves_its_networks,
);

/// Network `n`, which sorts by its number.
pub(super) async fn network(backend: &Backend, n: u128) -> Uuid {
    let new = NetworkRow {
        id: id(n),
        name: format!("Network {n}"),
        purpose: "To learn".to_owned(),
        created_at: 1000,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.add_network(&new, &n.to_be_bytes()).await })
    })
    .await;
    id(n)
}

async fn join(backend: &Backend, network: Uuid, organisation: Uuid, at: i64) {
    write(backend, move |tx| {
        Box::pin(tx.join_network(network, organisation, at))
    })
    .await;
}

async fn members(backend: &Backend, network: Uuid) -> Vec<(u128, i64)> {
    let mut tx = backend.store.read().await.unwrap();
    let members = tx.network_members(network).await.unwrap();
    members
        .iter()
        .map(|row| (row.organisation.as_u128(), row.joined_at))
        .collect()
}

async fn whoever_has_been_there_longest_comes_first(backend: &Backend) {
    for n in [1, 2, 3] {
        organisation(backend, n, None).await;
    }
    let network = network(backend, 10).await;
    for (n, at) in [(1, 3000), (2, 1000), (3, 2000), (2, 9000)] {
        join(backend, network, id(n), at).await;
    }
    let expected = [(2, 1000), (3, 2000), (1, 3000)];
    assert_eq!(members(backend, network).await, expected);
    let left = write(backend, move |tx| {
        Box::pin(async move {
            Ok([
                tx.leave_network(network, id(2)).await?,
                tx.leave_network(network, id(2)).await?,
            ])
        })
    })
    .await;
    assert_eq!(left, [true, false]);
    join(backend, network, id(2), 4000).await;
    let expected = [(3, 2000), (1, 3000), (2, 4000)];
    assert_eq!(members(backend, network).await, expected);
}

async fn networks_are_in_the_order_of_their_keys(backend: &Backend) {
    organisation(backend, 1, None).await;
    for n in [12, 10, 11] {
        let network = network(backend, n).await;
        if n != 11 {
            join(backend, network, id(1), 1000 + n as i64).await;
        }
    }
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.networks_of(id(1)).await.unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|(network, since)| (network.name.as_str(), *since))
        .collect();
    assert_eq!(found, [("Network 10", 1010), ("Network 12", 1012)]);
    assert!(tx.networks_of(id(2)).await.unwrap().is_empty());
}

async fn a_network_is_changed_and_closed_with_all_that_hangs_on_it(backend: &Backend) {
    for n in [1, 2] {
        organisation(backend, n, None).await;
    }
    let before = backend.counts().await;
    let network = network(backend, 10).await;
    join(backend, network, id(1), 1000).await;
    let locked = write(backend, move |tx| {
        Box::pin(async move {
            assert!(tx.invite_to_network(network, id(2), 1000, 2000).await?);
            tx.change_network(network, "Another", b"a", "To buy")
                .await?;
            tx.lock_network(network).await
        })
    })
    .await
    .unwrap();
    assert_eq!(
        (locked.name.as_str(), locked.purpose.as_str()),
        ("Another", "To buy")
    );
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.network(network).await.unwrap(), Some(locked));
    drop(tx);
    let after = write(backend, move |tx| {
        Box::pin(async move {
            tx.close_network(network).await?;
            tx.lock_network(network).await
        })
    })
    .await;
    assert_eq!(after, None);
    assert_eq!(backend.counts().await, before);
}

/// Network 10, which organisation 1 is in and 2 is invited to from 1000 to 2000.
async fn inviting(backend: &Backend) -> Uuid {
    for n in [1, 2] {
        organisation(backend, n, None).await;
    }
    let network = network(backend, 10).await;
    join(backend, network, id(1), 1000).await;
    let invited = write(backend, move |tx| {
        Box::pin(tx.invite_to_network(network, id(2), 1000, 2000))
    });
    assert!(invited.await);
    network
}

async fn answer(backend: &Backend, network: Uuid, outcome: &'static str, at: i64) -> bool {
    write(backend, move |tx| {
        Box::pin(tx.answer_network_invitation(network, id(2), outcome, at))
    })
    .await
}

async fn an_invitation_is_answered_once_and_in_time(backend: &Backend) {
    let network = inviting(backend).await;
    let mut tx = backend.store.read().await.unwrap();
    let invited = tx.invited_to_network(network, 1999).await.unwrap();
    assert_eq!(invited.len(), 1);
    assert_eq!(
        (invited[0].organisation, invited[0].expires_at),
        (id(2), 2000)
    );
    assert!(
        tx.invited_to_network(network, 2000)
            .await
            .unwrap()
            .is_empty()
    );
    let got = tx.network_invitations_of(id(2), 1999).await.unwrap();
    assert_eq!((got[0].0.id, got[0].1), (network, 2000));
    assert!(
        tx.network_invitations_of(id(2), 2000)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        tx.network_invitations_of(id(1), 1999)
            .await
            .unwrap()
            .is_empty()
    );
    drop(tx);
    assert!(
        !answer(backend, network, "accepted", 2000).await,
        "too late"
    );
    // Two colleagues at once.
    let answers = ["accepted", "declined"].map(|outcome| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            store
                .write(move |tx| {
                    Box::pin(tx.answer_network_invitation(network, id(2), outcome, 1500))
                })
                .await
                .unwrap()
        })
    });
    let mut answered = 0;
    for each in answers {
        answered += usize::from(each.await.unwrap());
    }
    assert_eq!(answered, 1);
    let mut tx = backend.store.read().await.unwrap();
    let row = tx
        .network_invitation(network, id(2))
        .await
        .unwrap()
        .unwrap();
    assert!(row.outcome.is_some());
    assert_eq!(row.answered_at, Some(1500));
    assert_eq!(tx.network_invitation(network, id(1)).await.unwrap(), None);
}

async fn an_organisation_is_invited_anew_when_it_has_answered(backend: &Backend) {
    let network = inviting(backend).await;
    let invite = async |at| {
        write(backend, move |tx| {
            Box::pin(tx.invite_to_network(network, id(2), at, at + 1000))
        })
        .await
    };
    assert!(!invite(1500).await, "the first can still be accepted");
    assert!(invite(2000).await, "it has had its time");
    assert!(answer(backend, network, "declined", 2500).await);
    assert!(invite(2600).await);
    let mut tx = backend.store.read().await.unwrap();
    let row = tx
        .network_invitation(network, id(2))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((row.created_at, row.expires_at), (2600, 3600));
    assert_eq!((row.outcome, row.answered_at), (None, None));
}

/// Offer of organisation `n` on a goal.
pub(super) fn offer(n: u128, goal: &str, about: &str) -> OfferRow {
    OfferRow {
        organisation: id(n),
        goal: goal.to_owned(),
        about: about.to_owned(),
        created_at: 1000 + n as i64,
    }
}

async fn offers_are_worded_anew_and_taken_back(backend: &Backend) {
    for n in [2, 1] {
        organisation(backend, n, None).await;
    }
    let ended = write(backend, |tx| {
        Box::pin(async move {
            for new in [offer(2, "1", "a"), offer(1, "4", "b"), offer(1, "1", "c")] {
                tx.set_offer(&new).await?;
            }
            let mut again = offer(1, "4", "worded anew");
            again.created_at = 9000;
            tx.set_offer(&again).await?;
            Ok([
                tx.end_offer(id(1), "1").await?,
                tx.end_offer(id(1), "1").await?,
            ])
        })
    })
    .await;
    assert_eq!(ended, [true, false]);
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.offers("2026-01-01").await.unwrap();
    let found: Vec<_> = all
        .iter()
        .map(|row| (row.name.as_str(), row.offer.clone(), row.kind.as_deref()))
        .collect();
    let first = offer(1, "4", "worded anew");
    assert_eq!(
        found,
        [
            ("Organisation 1", first.clone(), None),
            ("Organisation 2", offer(2, "1", "a"), None),
        ]
    );
    assert_eq!(tx.offers_of(id(1)).await.unwrap(), [first]);
}

async fn whoever_leaves_the_service_leaves_its_networks(backend: &Backend) {
    for n in [1, 2] {
        organisation(backend, n, None).await;
    }
    let (alone, together) = (network(backend, 10).await, network(backend, 11).await);
    join(backend, alone, id(1), 1000).await;
    join(backend, together, id(1), 1000).await;
    join(backend, together, id(2), 2000).await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.invite_to_network(alone, id(2), 1000, 2000).await?;
            tx.empty_organisation(id(1), 2).await
        })
    })
    .await;
    assert_eq!(members(backend, together).await, [(2, 2000)]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.network(alone).await.unwrap(), None, "nobody is in it");
    assert!(
        tx.network_invitations_of(id(2), 1500)
            .await
            .unwrap()
            .is_empty()
    );
}
