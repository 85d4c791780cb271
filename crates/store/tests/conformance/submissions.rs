//! What is handed in, and withdrawn.

use store::{NewPerson, OrganisationRoundRow, StoreError, SubmissionRow, Tx, WithdrawalRow, Work};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    what_is_handed_in_is_read_back,
    a_round_is_handed_in_once,
    what_is_handed_in_outlives_its_round_and_its_person,
    a_submission_is_never_changed,
    a_withdrawal_is_noted_once,
    the_latest_is_the_last_that_is_not_withdrawn,
    a_round_that_is_held_at_a_stage_is_not_moved_meanwhile,
);

const ORGANISATION: Uuid = Uuid::from_u128(500);
const PERSON: Uuid = Uuid::from_u128(600);

async fn write<T: Send + 'static>(
    backend: &Backend,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
) -> T {
    backend.store.write(work).await.unwrap()
}

/// Id `n` as each database writes it.
fn id(backend: &Backend, id: Uuid) -> String {
    if backend.is_sqlite() {
        format!("x'{}'", id.simple())
    } else {
        format!("'{id}'")
    }
}

/// An organisation, and a person.
async fn organisation(backend: &Backend) {
    let sort_key = if backend.is_sqlite() {
        "x'61'"
    } else {
        "'\\x61'"
    };
    let organisation = id(backend, ORGANISATION);
    backend
        .execute(&format!(
            "INSERT INTO organisations (id, public_id, name, sort_key)
             VALUES ({organisation}, 'abcdefghjk', 'Ånge', {sort_key})"
        ))
        .await;
    let new = NewPerson {
        id: PERSON,
        name: "Kim Ek".to_owned(),
        email: "kim@ange.example".to_owned(),
        lang: "sv".to_owned(),
        at: 1000,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.person_or_new(&new).await })
    })
    .await;
}

/// Round `n`, which the organisation agrees on.
async fn agreeing(backend: &Backend, n: u128) -> Uuid {
    let round = backend.round(n).await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_organisation_round(&OrganisationRoundRow {
                round,
                organisation: ORGANISATION,
                key: b"wrapped".to_vec(),
                stage: "agreeing".to_owned(),
                previous: None,
                prepared_by: None,
                started_by: Some(PERSON),
                answer_by: None,
                closed_at: Some(1500),
            })
            .await
        })
    })
    .await;
    round
}

fn submission(n: u128) -> SubmissionRow {
    SubmissionRow {
        id: Uuid::from_u128(700 + n),
        organisation: ORGANISATION,
        round: Uuid::from_u128(n),
        reference: format!("2222-222{n}"),
        person: Some(PERSON),
        document: r#"{"answers":{}}"#.to_owned(),
        hash: "ab".repeat(32),
        created_at: 2000 + n as i64,
        withdrawn: None,
    }
}

async fn hand_in(backend: &Backend, row: SubmissionRow) -> Result<(), StoreError> {
    backend
        .store
        .write(move |tx| Box::pin(async move { tx.add_submission(&row).await }))
        .await
}

async fn what_is_handed_in_is_read_back(backend: &Backend) {
    organisation(backend).await;
    for n in [2, 1] {
        agreeing(backend, n).await;
        hand_in(backend, submission(n)).await.unwrap();
    }
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.submissions_of_organisation(ORGANISATION).await.unwrap();
    assert_eq!(all, [submission(1), submission(2)]);
    let other = tx.submissions_of_organisation(PERSON).await.unwrap();
    assert_eq!(other, []);
    let one = tx.submission_of_round(Uuid::from_u128(2)).await.unwrap();
    assert_eq!(one, Some(submission(2)));
    assert_eq!(tx.submission_of_round(PERSON).await.unwrap(), None);
}

async fn a_round_is_handed_in_once(backend: &Backend) {
    organisation(backend).await;
    agreeing(backend, 1).await;
    hand_in(backend, submission(1)).await.unwrap();
    let again = SubmissionRow {
        round: Uuid::from_u128(1),
        ..submission(2)
    };
    let same_reference = SubmissionRow {
        reference: submission(1).reference,
        ..submission(2)
    };
    for row in [again, same_reference] {
        let refused = hand_in(backend, row).await;
        assert!(
            matches!(refused, Err(StoreError::Conflict(_))),
            "{refused:?}"
        );
    }
}

async fn what_is_handed_in_outlives_its_round_and_its_person(backend: &Backend) {
    organisation(backend).await;
    let round = agreeing(backend, 1).await;
    hand_in(backend, submission(1)).await.unwrap();
    write(backend, move |tx| {
        Box::pin(async move { tx.delete_round(round).await })
    })
    .await;
    let person = id(backend, PERSON);
    backend
        .execute(&format!("DELETE FROM people WHERE id = {person}"))
        .await;
    let mut tx = backend.store.read().await.unwrap();
    let kept = SubmissionRow {
        person: None,
        ..submission(1)
    };
    assert_eq!(tx.submission_of_round(round).await.unwrap(), Some(kept));
}

/// Tries a statement past the store that must be refused.
async fn refused(backend: &Backend, statement: &str) {
    let url = backend.url.clone();
    let failed = if backend.is_sqlite() {
        backend.sqlite_connection().execute(statement, ()).is_err()
    } else {
        use sqlx::{AssertSqlSafe, Connection, PgConnection};
        let mut connection = PgConnection::connect(&url).await.unwrap();
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut connection)
            .await
            .is_err()
    };
    assert!(failed, "{statement}");
}

async fn a_submission_is_never_changed(backend: &Backend) {
    organisation(backend).await;
    agreeing(backend, 1).await;
    hand_in(backend, submission(1)).await.unwrap();
    for change in [
        "document = '{}'",
        "hash = 'cd'",
        "reference = 'X'",
        "created_at = 1",
    ] {
        refused(backend, &format!("UPDATE submissions SET {change}")).await;
    }
}

async fn a_withdrawal_is_noted_once(backend: &Backend) {
    organisation(backend).await;
    let round = agreeing(backend, 1).await;
    hand_in(backend, submission(1)).await.unwrap();
    let withdrawal = WithdrawalRow {
        at: 3000,
        by: Some(PERSON),
        reason: "Fel bolag.".to_owned(),
    };
    let noted = withdrawal.clone();
    let done = write(backend, move |tx| {
        Box::pin(async move {
            let later = WithdrawalRow {
                at: 4000,
                ..noted.clone()
            };
            Ok([
                tx.withdraw_submission(round, &noted).await?,
                tx.withdraw_submission(round, &later).await?,
                tx.withdraw_submission(PERSON, &later).await?,
            ])
        })
    })
    .await;
    assert_eq!(done, [true, false, false]);
    let mut tx = backend.store.read().await.unwrap();
    let stored = tx.submission_of_round(round).await.unwrap().unwrap();
    assert_eq!(stored.withdrawn, Some(withdrawal));
    assert_eq!(stored.document, submission(1).document);
}

async fn a_round_that_is_held_at_a_stage_is_not_moved_meanwhile(backend: &Backend) {
    organisation(backend).await;
    let round = agreeing(backend, 1).await;
    let save = |store: store::Store| async move {
        store
            .write(move |tx| {
                Box::pin(async move {
                    let held = tx.hold_stage(round, "agreeing").await?;
                    if held {
                        tx.save_agreement(round, "q", 0, b"body", 2000).await?;
                    }
                    Ok::<_, StoreError>(held)
                })
            })
            .await
            .unwrap()
    };
    let hand_in = |store: store::Store| async move {
        store
            .write(move |tx| {
                Box::pin(async move {
                    tx.move_stage(round, "agreeing", "submitted", 3000).await?;
                    Ok::<_, StoreError>(tx.latest_agreements(round).await?.len())
                })
            })
            .await
            .unwrap()
    };
    let saving = tokio::spawn(save(backend.store.clone()));
    let handing_in = tokio::spawn(hand_in(backend.store.clone()));
    let (saved, seen) = (saving.await.unwrap(), handing_in.await.unwrap());
    // Whichever came first: what was saved was seen, and nothing was saved unseen.
    assert_eq!(usize::from(saved), seen);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.latest_agreements(round).await.unwrap().len(), seen);
    drop(tx);
    assert!(!save(backend.store.clone()).await, "it is frozen");
}

async fn the_latest_is_the_last_that_is_not_withdrawn(backend: &Backend) {
    organisation(backend).await;
    for n in [3, 1, 2] {
        agreeing(backend, n).await;
        hand_in(backend, submission(n)).await.unwrap();
    }
    let mut latest = Vec::new();
    for n in [3, 2, 1] {
        let mut tx = backend.store.read().await.unwrap();
        let found = tx.latest_submission(ORGANISATION).await.unwrap();
        latest.push(found.unwrap().round.as_u128());
        assert_eq!(tx.latest_submission(PERSON).await.unwrap(), None);
        drop(tx);
        let withdrawal = WithdrawalRow {
            at: 3000,
            by: None,
            reason: "fel".to_owned(),
        };
        let withdrawn = write(backend, move |tx| {
            Box::pin(async move {
                tx.withdraw_submission(Uuid::from_u128(n), &withdrawal)
                    .await
            })
        });
        assert!(withdrawn.await);
    }
    assert_eq!(latest, [3, 2, 1]);
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.latest_submission(ORGANISATION).await.unwrap(), None);
}
