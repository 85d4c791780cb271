//! Codes by mail, and sessions.

use store::NewCode;
use uuid::Uuid;

use super::{cookie, person, signed_in, write};
use crate::backend::{Backend, on_both};

on_both!(
    a_code_is_replaced_by_the_next,
    a_code_that_is_tried_at_once_is_tried_no_more_than_allowed,
    an_expired_code_is_not_tried,
    a_session_is_found_by_its_cookie_alone,
    renewal_replaces_the_cookie,
    sessions_end_one_by_one_and_all_but_one,
);

fn code(code: &[u8]) -> NewCode {
    NewCode {
        holder: b"browser".to_vec(),
        email: "a@b.example".to_owned(),
        code: code.to_vec(),
        lang: "sv".to_owned(),
        target: Some("/oversikt".to_owned()),
        at: 1000,
        expires_at: 2000,
    }
}

async fn a_code_is_replaced_by_the_next(backend: &Backend) {
    let found = write(backend, |tx| {
        Box::pin(async move {
            tx.replace_code(&code(b"first")).await?;
            tx.try_code(b"browser", 5, 1500).await?;
            let next = NewCode {
                email: "c@d.example".to_owned(),
                target: None,
                ..code(b"second")
            };
            tx.replace_code(&next).await?;
            assert_eq!(tx.code(b"other browser").await?, None);
            tx.try_code(b"browser", 5, 1500).await
        })
    })
    .await
    .unwrap();
    assert_eq!((found.code.as_slice(), found.tries), (&b"second"[..], 1));
    assert_eq!((found.email.as_str(), found.target), ("c@d.example", None));
    write(backend, |tx| Box::pin(tx.forget_code(b"browser"))).await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.code(b"browser").await.unwrap(), None);
}

async fn a_code_that_is_tried_at_once_is_tried_no_more_than_allowed(backend: &Backend) {
    write(backend, |tx| {
        Box::pin(async move { tx.replace_code(&code(b"first")).await })
    })
    .await;
    let tries = (0..12).map(|_| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let tried = store.write(|tx| Box::pin(tx.try_code(b"browser", 5, 1500)));
            tried.await.unwrap().is_some()
        })
    });
    let mut allowed = 0;
    for tried in tries.collect::<Vec<_>>() {
        allowed += usize::from(tried.await.unwrap());
    }
    assert_eq!(allowed, 5);
}

async fn an_expired_code_is_not_tried(backend: &Backend) {
    let (late, kept, forgotten) = write(backend, |tx| {
        Box::pin(async move {
            tx.replace_code(&code(b"first")).await?;
            Ok((
                tx.try_code(b"browser", 5, 2000).await?,
                tx.forget_codes_before(2000).await?,
                tx.forget_codes_before(2001).await?,
            ))
        })
    })
    .await;
    assert_eq!((late, kept, forgotten), (None, 0, 1));
}

async fn a_session_is_found_by_its_cookie_alone(backend: &Backend) {
    let person = person(backend, 1).await;
    signed_in(backend, person.id, &[7]).await;
    let mut tx = backend.store.read().await.unwrap();
    let (found, whose) = tx.session_by_hash(&cookie(7)).await.unwrap().unwrap();
    assert_eq!(whose, person);
    assert_eq!((found.id, found.person), (Uuid::from_u128(7), person.id));
    assert_eq!((found.strength, found.via.as_str()), (1, "code"));
    assert_eq!(found.device, "Firefox, Linux");
    assert_eq!((found.created_at, found.used_at), (1007, 1007));
    assert_eq!((found.fresh_at, found.ended_at), (None, None));
    assert_eq!(tx.session_by_hash(&cookie(8)).await.unwrap(), None);
}

async fn renewal_replaces_the_cookie(backend: &Backend) {
    let person = person(backend, 1).await.id;
    signed_in(backend, person, &[7]).await;
    let id = Uuid::from_u128(7);
    let done = write(backend, move |tx| {
        Box::pin(async move {
            Ok([
                tx.renew_session(id, &cookie(9), &cookie(10), 2, 2000)
                    .await?,
                tx.renew_session(id, &cookie(7), &cookie(8), 2, 2000)
                    .await?,
                tx.renew_session(id, &cookie(7), &cookie(9), 2, 3000)
                    .await?,
            ])
        })
    })
    .await;
    assert_eq!(done, [false, true, false]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.session_by_hash(&cookie(7)).await.unwrap(), None);
    let (found, _) = tx.session_by_hash(&cookie(8)).await.unwrap().unwrap();
    assert_eq!((found.id, found.strength), (id, 2));
    assert_eq!((found.fresh_at, found.used_at), (Some(2000), 2000));
    assert_eq!(found.created_at, 1007);
}

async fn sessions_end_one_by_one_and_all_but_one(backend: &Backend) {
    let one = person(backend, 1).await.id;
    let two = person(backend, 2).await.id;
    signed_in(backend, one, &[11, 12, 13]).await;
    signed_in(backend, two, &[21]).await;
    let (first, again, others, rest) = write(backend, move |tx| {
        Box::pin(async move {
            tx.session_used(Uuid::from_u128(11), 5000).await?;
            tx.session_used(Uuid::from_u128(11), 4000).await?;
            let order: Vec<_> = tx.sessions(one).await?.into_iter().map(|s| s.id).collect();
            assert_eq!(order, [11, 13, 12].map(Uuid::from_u128));
            Ok((
                tx.end_session(one, Uuid::from_u128(11), 6000).await?,
                tx.end_session(one, Uuid::from_u128(11), 7000).await?,
                tx.end_session(one, Uuid::from_u128(21), 6000).await?,
                tx.end_sessions(one, Some(Uuid::from_u128(13)), 8000)
                    .await?,
            ))
        })
    })
    .await;
    assert_eq!((first, again, others, rest), (true, false, false, 1));
    let mut tx = backend.store.read().await.unwrap();
    let left: Vec<_> = tx.sessions(one).await.unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].id, Uuid::from_u128(13));
    let (ended, _) = tx.session_by_hash(&cookie(11)).await.unwrap().unwrap();
    assert_eq!((ended.ended_at, ended.used_at), (Some(6000), 5000));
    assert_eq!(tx.sessions(two).await.unwrap().len(), 1);
    drop(tx);
    let (all, deleted) = write(backend, move |tx| {
        Box::pin(async move {
            Ok((
                tx.end_sessions(one, None, 9000).await?,
                tx.delete_sessions_before(5000).await?,
            ))
        })
    })
    .await;
    assert_eq!((all, deleted), (1, 3));
}
