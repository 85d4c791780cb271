//! Invitations: once, in time, and only the last one to an address.

use store::NewInvitation;
use uuid::Uuid;

use super::{id, organisation, person, write};
use crate::backend::{Backend, on_both};

on_both!(
    an_invitation_is_open_until_its_time,
    an_invitation_is_used_once,
    a_later_invitation_replaces_an_earlier_to_the_same_address,
    an_invitation_is_taken_back_by_its_own_organisation,
);

/// Invitation `n` of an organisation, whose address hashes to `n`, good from 1000 to 2000.
pub(super) fn invitation(n: u128, organisation: Uuid, email: &str, by: Uuid) -> NewInvitation {
    NewInvitation {
        id: id(n),
        organisation,
        email: email.to_owned(),
        role: "respondent".to_owned(),
        hash: n.to_be_bytes().to_vec(),
        created_by: by,
        at: 1000,
        expires_at: 2000,
    }
}

/// An organisation that has invited `p@a.example` and then `q@a.example`.
async fn inviting(backend: &Backend) -> Uuid {
    let (one, anna) = (
        organisation(backend, 1, None).await,
        person(backend, 1).await,
    );
    write(backend, move |tx| {
        Box::pin(async move {
            tx.invite(&invitation(1, one, "p@a.example", anna)).await?;
            tx.invite(&invitation(2, one, "q@a.example", anna)).await?;
            Ok(one)
        })
    })
    .await
}

async fn open(backend: &Backend, organisation: Uuid, now: i64) -> Vec<u128> {
    let mut tx = backend.store.read().await.unwrap();
    let open = tx.open_invitations(organisation, now).await.unwrap();
    open.iter().map(|row| row.id.as_u128()).collect()
}

async fn an_invitation_is_open_until_its_time(backend: &Backend) {
    let one = inviting(backend).await;
    let mut tx = backend.store.read().await.unwrap();
    let hash = 1u128.to_be_bytes();
    let found = tx.invitation_by_hash(&hash, 1999).await.unwrap().unwrap();
    assert_eq!((found.id, found.email.as_str()), (id(1), "p@a.example"));
    assert_eq!((found.created_at, found.expires_at), (1000, 2000));
    assert_eq!(tx.invitation_by_hash(&hash, 2000).await.unwrap(), None);
    assert_eq!(tx.invitation_by_hash(b"other", 1000).await.unwrap(), None);
    drop(tx);
    assert_eq!(open(backend, one, 1999).await, [1, 2]);
    assert!(open(backend, one, 2000).await.is_empty());
    assert!(!write(backend, |tx| Box::pin(tx.use_invitation(id(1), 2000))).await);
}

async fn an_invitation_is_used_once(backend: &Backend) {
    let one = inviting(backend).await;
    let uses = [1, 2, 3].map(|_| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            store
                .write(|tx| Box::pin(tx.use_invitation(id(1), 1500)))
                .await
                .unwrap()
        })
    });
    let mut used = 0;
    for each in uses {
        used += usize::from(each.await.unwrap());
    }
    assert_eq!(used, 1);
    assert_eq!(open(backend, one, 1500).await, [2]);
}

async fn a_later_invitation_replaces_an_earlier_to_the_same_address(backend: &Backend) {
    let one = inviting(backend).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.invite(&invitation(3, one, "p@a.example", id(1))).await })
    })
    .await;
    assert_eq!(open(backend, one, 1500).await, [2, 3]);
    // Another organisation's invitation to the address is its own.
    let two = organisation(backend, 2, None).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.invite(&invitation(4, two, "p@a.example", id(1))).await })
    })
    .await;
    assert_eq!(open(backend, one, 1500).await, [2, 3]);
}

async fn an_invitation_is_taken_back_by_its_own_organisation(backend: &Backend) {
    let one = inviting(backend).await;
    let two = organisation(backend, 2, None).await;
    let taken = write(backend, move |tx| {
        Box::pin(async move {
            Ok([
                tx.revoke_invitation(two, id(1), 1500).await?,
                tx.revoke_invitation(one, id(1), 1500).await?,
                tx.revoke_invitation(one, id(1), 1500).await?,
            ])
        })
    })
    .await;
    assert_eq!(taken, [None, Some("p@a.example".to_owned()), None]);
    assert_eq!(open(backend, one, 1500).await, [2]);
}
