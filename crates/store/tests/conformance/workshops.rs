//! Workshops: one question at a time, and a version that counts every change.

use store::{
    NewParticipant, NewWorkshop, OrganisationRoundRow, StoreError, Tx, Work, WorkshopState,
};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    a_round_has_one_open_workshop,
    every_change_counts_the_version_up_by_one,
    an_answer_counts_while_its_question_is_asked,
    answers_at_once_are_all_counted,
    joining_at_once_stops_where_it_is_full,
    of_two_who_lead_on_one_is_first,
    closing_forgets_phones_and_answers,
    a_forgotten_workshop_is_closed,
    a_deleted_round_takes_its_workshop_along,
    the_next_stage_ends_a_workshop,
);

const WORKSHOP: Uuid = Uuid::from_u128(77);

/// Runs `work` in a write of its own.
async fn write<T: Send + 'static>(
    backend: &Backend,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
) -> T {
    backend.store.write(work).await.unwrap()
}

fn new_workshop(n: u128, round: Uuid) -> NewWorkshop {
    NewWorkshop {
        id: Uuid::from_u128(n),
        round,
        hash: n.to_be_bytes().to_vec(),
        code: b"encrypted code".to_vec(),
        at: 1000,
    }
}

fn phone(n: u128) -> NewParticipant {
    NewParticipant {
        id: Uuid::from_u128(n),
        workshop: WORKSHOP,
        hash: n.to_be_bytes().to_vec(),
        at: 1100,
    }
}

/// An organisation's round at the stage of agreeing.
async fn round(backend: &Backend) -> Uuid {
    let round = backend.round(1).await;
    let blob = |n: u128| {
        if backend.is_sqlite() {
            format!("x'{}'", Uuid::from_u128(n).simple())
        } else {
            format!("'{}'", Uuid::from_u128(n))
        }
    };
    let sort_key = if backend.is_sqlite() {
        "x'00'"
    } else {
        "'\\x00'"
    };
    backend
        .execute(&format!(
            "INSERT INTO organisations (id, public_id, name, sort_key)
             VALUES ({}, 'abcdefghjk', 'Kommunen', {sort_key})",
            blob(5)
        ))
        .await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.add_organisation_round(&OrganisationRoundRow {
                round,
                organisation: Uuid::from_u128(5),
                key: b"wrapped key".to_vec(),
                stage: "agreeing".to_owned(),
                previous: None,
                prepared_by: None,
                started_by: None,
                answer_by: None,
                closed_at: None,
            })
            .await
        })
    })
    .await;
    round
}

/// Its open workshop.
async fn workshop(backend: &Backend) -> Uuid {
    let round = round(backend).await;
    let opened = write(backend, move |tx| {
        Box::pin(async move { tx.open_workshop(&new_workshop(77, round)).await })
    })
    .await;
    assert!(opened);
    round
}

async fn join(backend: &Backend, n: u128) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.join_workshop(&phone(n), 60, 3).await })
    })
    .await
}

async fn ask(backend: &Backend, from: Option<&'static str>, question: &'static str) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.ask_in_workshop(WORKSHOP, from, question).await })
    })
    .await
}

async fn show(backend: &Backend, question: &'static str) -> bool {
    write(backend, move |tx| {
        Box::pin(async move { tx.show_in_workshop(WORKSHOP, question).await })
    })
    .await
}

async fn answer(backend: &Backend, n: u128, question: &'static str, body: &'static [u8]) -> bool {
    write(backend, move |tx| {
        Box::pin(async move {
            tx.answer_in_workshop(WORKSHOP, Uuid::from_u128(n), question, body, 1200)
                .await
        })
    })
    .await
}

async fn state(backend: &Backend) -> WorkshopState {
    let mut tx = backend.store.read().await.unwrap();
    tx.workshop_state(WORKSHOP).await.unwrap().unwrap()
}

async fn a_round_has_one_open_workshop(backend: &Backend) {
    let round = round(backend).await;
    let opened = (70..80).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let work = store.write(move |tx| {
                Box::pin(async move { tx.open_workshop(&new_workshop(n, round)).await })
            });
            work.await.unwrap()
        })
    });
    let mut count = 0;
    for opened in opened.collect::<Vec<_>>() {
        count += usize::from(opened.await.unwrap());
    }
    assert_eq!(count, 1);
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.workshop_of_round(round).await.unwrap().unwrap();
    let hash = found.id.as_u128().to_be_bytes();
    let by_hash = tx.workshop_by_hash(&hash).await.unwrap().unwrap();
    assert_eq!(by_hash, found);
    assert_eq!(found.code, b"encrypted code");
    assert_eq!((found.question, found.joined), (None, 0));
    assert_eq!(tx.workshop_by_hash(b"guessed").await.unwrap(), None);
}

async fn every_change_counts_the_version_up_by_one(backend: &Backend) {
    let round = workshop(backend).await;
    let at = |version, turn| WorkshopState {
        version,
        turn,
        open: true,
    };
    assert_eq!(state(backend).await, at(1, 1));
    for (n, turn) in [(1, 2), (2, 3), (3, 4), (4, 4)] {
        assert!(join(backend, n).await);
        assert_eq!(state(backend).await, at(n as i64 + 1, turn));
    }
    assert!(ask(backend, None, "mal.fraga").await);
    assert_eq!(state(backend).await, at(6, 6));
    assert!(answer(backend, 1, "mal.fraga", b"three").await);
    assert_eq!(state(backend).await, at(7, 6));
    assert!(show(backend, "mal.fraga").await);
    assert_eq!(state(backend).await, at(8, 8));
    write(backend, move |tx| Box::pin(tx.agreed_in_workshop(round))).await;
    assert_eq!(state(backend).await, at(9, 9));
    // What changes nothing counts nothing.
    assert!(!show(backend, "mal.fraga").await);
    assert!(!answer(backend, 1, "mal.fraga", b"four").await);
    assert_eq!(state(backend).await, at(9, 9));
}

async fn an_answer_counts_while_its_question_is_asked(backend: &Backend) {
    workshop(backend).await;
    assert!(join(backend, 1).await && join(backend, 2).await);
    assert!(!answer(backend, 1, "mal.fraga", b"too early").await);
    assert!(ask(backend, None, "mal.fraga").await);
    assert!(answer(backend, 1, "mal.fraga", b"first").await);
    assert!(answer(backend, 1, "mal.fraga", b"last").await);
    assert!(!answer(backend, 2, "mal.annan", b"another question").await);
    let own = |n: u128| async move {
        let mut tx = backend.store.read().await.unwrap();
        let (one, question) = (Uuid::from_u128(n), "mal.fraga");
        tx.workshop_answer(WORKSHOP, one, question).await.unwrap()
    };
    assert_eq!(own(1).await, Some(b"last".to_vec()));
    assert_eq!(own(2).await, None);
    assert!(show(backend, "mal.fraga").await);
    assert!(!answer(backend, 2, "mal.fraga", b"too late").await);
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.workshop_answers(WORKSHOP, "mal.fraga").await.unwrap();
    assert_eq!(all, [b"last".to_vec()]);
    drop(tx);
    // Asked again, everybody answers anew.
    assert!(ask(backend, Some("mal.fraga"), "mal.fraga").await);
    assert_eq!(own(1).await, None);
}

async fn answers_at_once_are_all_counted(backend: &Backend) {
    workshop(backend).await;
    for n in 1..=20 {
        assert!(join(backend, n).await);
    }
    assert!(ask(backend, None, "mal.fraga").await);
    let before = state(backend).await.version;
    let answers = (1..=20).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let work = store.write(move |tx| {
                Box::pin(async move {
                    let phone = Uuid::from_u128(n);
                    tx.answer_in_workshop(WORKSHOP, phone, "mal.fraga", b"two", 1200)
                        .await
                })
            });
            work.await.unwrap()
        })
    });
    for answer in answers.collect::<Vec<_>>() {
        assert!(answer.await.unwrap());
    }
    assert_eq!(state(backend).await.version, before + 20);
    let mut tx = backend.store.read().await.unwrap();
    let answered = tx.workshop_answered(WORKSHOP, "mal.fraga").await.unwrap();
    assert_eq!(answered, 20);
}

async fn joining_at_once_stops_where_it_is_full(backend: &Backend) {
    workshop(backend).await;
    let joins = (1..=12).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let work = store
                .write(move |tx| Box::pin(async move { tx.join_workshop(&phone(n), 5, 3).await }));
            work.await.unwrap()
        })
    });
    let mut let_in = 0;
    for join in joins.collect::<Vec<_>>() {
        let_in += usize::from(join.await.unwrap());
    }
    assert_eq!(let_in, 5);
    assert_eq!(
        backend
            .texts("SELECT phase FROM workshops WHERE joined = 5")
            .await
            .len(),
        1
    );
    let count = "SELECT CAST(COUNT(*) AS TEXT) FROM participants";
    assert_eq!(backend.texts(count).await, ["5"]);
}

async fn of_two_who_lead_on_one_is_first(backend: &Backend) {
    workshop(backend).await;
    assert!(ask(backend, None, "mal.ett").await);
    assert!(!ask(backend, None, "mal.tva").await);
    assert!(ask(backend, Some("mal.ett"), "mal.tva").await);
    assert!(!ask(backend, Some("mal.ett"), "mal.tre").await);
    assert!(!show(backend, "mal.ett").await);
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.workshop_by_hash(&77_u128.to_be_bytes()).await.unwrap();
    let found = found.unwrap();
    assert_eq!(found.question.as_deref(), Some("mal.tva"));
    assert_eq!(found.phase, "asking");
}

async fn closing_forgets_phones_and_answers(backend: &Backend) {
    let round = workshop(backend).await;
    assert!(join(backend, 1).await);
    assert!(ask(backend, None, "mal.fraga").await);
    assert!(answer(backend, 1, "mal.fraga", b"three").await);
    for _ in 0..2 {
        write(backend, |tx| Box::pin(tx.close_workshop(WORKSHOP, 2000))).await;
    }
    let closed = state(backend).await;
    assert!(!closed.open);
    assert_eq!((closed.version, closed.turn), (5, 5));
    assert!(!join(backend, 2).await);
    assert!(!ask(backend, Some("mal.fraga"), "mal.annan").await);
    assert!(!answer(backend, 1, "mal.fraga", b"four").await);
    let mut tx = backend.store.read().await.unwrap();
    let hash = 1_u128.to_be_bytes();
    let gone = tx.participant_by_hash(WORKSHOP, &hash).await.unwrap();
    assert_eq!(gone, None);
    let answers = tx.workshop_answers(WORKSHOP, "mal.fraga").await.unwrap();
    assert!(answers.is_empty());
    assert_eq!(tx.workshop_of_round(round).await.unwrap(), None);
    drop(tx);
    // Another can be opened.
    let again = write(backend, move |tx| {
        Box::pin(async move { tx.open_workshop(&new_workshop(78, round)).await })
    });
    assert!(again.await);
}

async fn a_forgotten_workshop_is_closed(backend: &Backend) {
    workshop(backend).await;
    assert!(join(backend, 1).await);
    for (before, closed) in [(1000, 0), (1001, 1), (1001, 0)] {
        let found = write(backend, move |tx| {
            Box::pin(tx.close_workshops_opened_before(before, 3000))
        });
        assert_eq!(found.await, closed);
        assert_eq!(state(backend).await.open, before == 1000);
    }
    let count = "SELECT CAST(COUNT(*) AS TEXT) FROM participants";
    assert_eq!(backend.texts(count).await, ["0"]);
}

async fn a_deleted_round_takes_its_workshop_along(backend: &Backend) {
    let round = workshop(backend).await;
    assert!(join(backend, 1).await);
    assert!(ask(backend, None, "mal.fraga").await);
    assert!(answer(backend, 1, "mal.fraga", b"three").await);
    write(backend, move |tx| Box::pin(tx.delete_round(round))).await;
    let tables = ["workshops", "participants", "workshop_answers"];
    for (table, count) in backend.counts().await {
        assert!(count == "0" || !tables.contains(&table.as_str()), "{table}");
    }
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.workshop_state(WORKSHOP).await.unwrap(), None);
}

async fn the_next_stage_ends_a_workshop(backend: &Backend) {
    let round = workshop(backend).await;
    assert!(state(backend).await.open);
    let moved = write(backend, move |tx| {
        Box::pin(tx.move_stage(round, "agreeing", "submitted", 2000))
    });
    assert!(moved.await);
    assert!(!state(backend).await.open);
}
