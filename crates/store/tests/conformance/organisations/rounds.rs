//! Rounds of an organisation: their stage, whom they ask, and who answers.

use store::{AudienceAddress, AudienceRow, OrganisationRoundRow, RespondentRow, StoreError};
use uuid::Uuid;

use super::{id, organisation, person, write};
use crate::backend::{Backend, new_round, on_both};

on_both!(
    a_round_moves_from_stage_to_stage_once,
    of_two_who_close_at_once_one_does,
    a_held_stage_is_not_moved,
    an_audience_is_found_by_its_address_until_it_is_taken_back,
    an_audience_is_changed_by_its_own_round_alone,
    a_person_answers_once_in_a_round,
    a_respondent_is_found_removed_or_not,
    nobody_is_reminded_who_should_not_be,
    rounds_are_found_by_their_last_day,
    who_leaves_the_organisation_leaves_what_is_being_answered,
    deletion_leaves_nothing,
);

/// Round `n` of organisation `of`.
async fn round(backend: &Backend, n: u128, of: u128) -> Uuid {
    prepared_round(backend, n, of, None).await
}

/// The same, that a unit prepares.
pub(super) async fn prepared_round(
    backend: &Backend,
    n: u128,
    of: u128,
    unit: Option<u128>,
) -> Uuid {
    let round = new_round(n);
    let row = OrganisationRoundRow {
        round: round.id,
        organisation: id(of),
        key: b"wrapped".to_vec(),
        stage: "answering".to_owned(),
        previous: None,
        prepared_by: unit.map(id),
        started_by: None,
        answer_by: None,
        closed_at: None,
    };
    write(backend, move |tx| {
        Box::pin(async move {
            tx.create_round(&round).await?;
            tx.add_organisation_round(&row).await?;
            Ok(round.id)
        })
    })
    .await
}

/// Audience `n` of a round, whose address hashes to `n`.
pub(super) async fn audience(backend: &Backend, n: u128, round: Uuid) -> Uuid {
    let row = AudienceRow {
        id: id(n),
        round,
        role: "ledning".to_owned(),
        questions: "[]".to_owned(),
        hash: n.to_be_bytes().to_vec(),
        key: b"key".to_vec(),
        secret: b"secret".to_vec(),
        created_at: 1000,
        revoked_at: None,
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.add_audience(&row).await.map(|()| row.id) })
    })
    .await
}

/// Respondent `n`, whose svarslänk hashes to `n`.
pub(super) fn respondent(
    n: u128,
    round: Uuid,
    audience: Uuid,
    person: Option<Uuid>,
) -> RespondentRow {
    RespondentRow {
        voice: id(n),
        round,
        audience,
        person,
        hash: Some(n.to_be_bytes().to_vec()),
        key: Some(b"key".to_vec()),
        contact: Some(b"contact".to_vec()),
        document: None,
        document_revision: 0,
        invited_at: Some(1000),
        reminded_at: None,
        remind: true,
        done_at: None,
        removed_at: None,
    }
}

pub(super) async fn add(backend: &Backend, row: RespondentRow) -> Result<(), StoreError> {
    backend
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.create_voice(row.voice, row.round, 1000).await?;
                tx.add_respondent(&row).await
            })
        })
        .await
}

/// Organisation 1 with round 1, audience 1 and respondent 10.
pub(super) async fn begun(backend: &Backend) -> (Uuid, Uuid) {
    organisation(backend, 1, None).await;
    let round = round(backend, 1, 1).await;
    let audience = audience(backend, 1, round).await;
    add(backend, respondent(10, round, audience, None))
        .await
        .unwrap();
    (round, audience)
}

async fn stage(backend: &Backend, round: Uuid) -> (String, Option<i64>) {
    let mut tx = backend.store.read().await.unwrap();
    let row = tx.organisation_round(round).await.unwrap().unwrap();
    (row.stage, row.closed_at)
}

async fn a_round_moves_from_stage_to_stage_once(backend: &Backend) {
    let (round, _) = begun(backend).await;
    let close = |at| {
        write(backend, move |tx| {
            Box::pin(tx.move_stage(round, "answering", "agreeing", at))
        })
    };
    assert!(close(2000).await);
    assert!(!close(3000).await);
    assert_eq!(
        stage(backend, round).await,
        ("agreeing".to_owned(), Some(2000))
    );
}

async fn of_two_who_close_at_once_one_does(backend: &Backend) {
    let (round, _) = begun(backend).await;
    let close = |at| {
        write(backend, move |tx| {
            Box::pin(tx.move_stage(round, "answering", "agreeing", at))
        })
    };
    let (one, two) = tokio::join!(close(2000), close(2001));
    assert_ne!(one, two);
}

async fn a_held_stage_is_not_moved(backend: &Backend) {
    let (round, audience) = begun(backend).await;
    let closes = write(backend, move |tx| {
        Box::pin(tx.move_stage(round, "answering", "agreeing", 2000))
    });
    let saves = write(backend, move |tx| {
        Box::pin(async move {
            let held = tx.hold_stage(round, "answering").await?;
            if held {
                tx.create_voice(id(11), round, 2000).await?;
                tx.add_respondent(&respondent(11, round, audience, None))
                    .await?;
            }
            Ok(held)
        })
    });
    let (closed, held) = tokio::join!(closes, saves);
    assert!(closed);
    let mut tx = backend.store.read().await.unwrap();
    let came_in = tx.respondent(id(11)).await.unwrap().is_some();
    assert_eq!(came_in, held);
    drop(tx);
    let later = write(backend, move |tx| {
        Box::pin(tx.hold_stage(round, "answering"))
    });
    assert!(!later.await);
}

async fn found(backend: &Backend, hash: u128) -> Option<Uuid> {
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.audience_by_hash(&hash.to_be_bytes()).await.unwrap();
    found.map(|audience| audience.id)
}

async fn an_audience_is_found_by_its_address_until_it_is_taken_back(backend: &Backend) {
    let (round, audience) = begun(backend).await;
    assert_eq!(found(backend, 1).await, Some(audience));
    write(backend, move |tx| {
        Box::pin(tx.revoke_audience(round, audience, 2000))
    })
    .await;
    assert_eq!(found(backend, 1).await, None);
    let address = AudienceAddress {
        hash: 2_u128.to_be_bytes().to_vec(),
        key: b"other key".to_vec(),
        secret: b"other secret".to_vec(),
    };
    write(backend, move |tx| {
        Box::pin(async move { tx.renew_audience(round, audience, &address).await })
    })
    .await;
    assert_eq!(found(backend, 1).await, None);
    assert_eq!(found(backend, 2).await, Some(audience));
}

async fn an_audience_is_changed_by_its_own_round_alone(backend: &Backend) {
    let (first, audience) = begun(backend).await;
    let other = round(backend, 2, 1).await;
    for round in [other, first] {
        write(backend, move |tx| {
            Box::pin(async move {
                tx.set_questions(round, audience, "[\"mal.fraga\"]").await?;
                tx.revoke_audience(round, audience, 2000).await
            })
        })
        .await;
        let mut tx = backend.store.read().await.unwrap();
        let row = tx.audiences(first).await.unwrap().remove(0);
        let changed = round == first;
        assert_eq!(row.questions == "[\"mal.fraga\"]", changed);
        assert_eq!(row.revoked_at.is_some(), changed);
        assert_eq!(tx.audiences(other).await.unwrap(), []);
    }
}

async fn a_person_answers_once_in_a_round(backend: &Backend) {
    let (first, audience_one) = begun(backend).await;
    let person = person(backend, 5).await;
    let once = respondent(20, first, audience_one, Some(person));
    add(backend, once).await.unwrap();
    let twice = add(backend, respondent(21, first, audience_one, Some(person)));
    assert!(matches!(twice.await, Err(StoreError::Conflict(_))));
    let second = round(backend, 2, 1).await;
    let audience_two = audience(backend, 2, second).await;
    add(backend, respondent(22, second, audience_two, Some(person)))
        .await
        .unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.respondent_by_person(second, person).await.unwrap();
    assert_eq!(found.unwrap().voice, id(22));
}

async fn a_respondent_is_found_removed_or_not(backend: &Backend) {
    let (first, audience) = begun(backend).await;
    let other = round(backend, 2, 1).await;
    let hash = 10_u128.to_be_bytes();
    for (of, at) in [(other, 1500), (first, 2000), (first, 2500)] {
        write(backend, move |tx| {
            Box::pin(tx.remove_respondent(of, id(10), at))
        })
        .await;
    }
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.respondent_by_hash(&hash).await.unwrap().unwrap();
    assert_eq!(found.removed_at, Some(2000), "the first time holds");
    drop(tx);
    write(backend, move |tx| {
        Box::pin(tx.restore_respondent(id(10), audience))
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let found = tx.respondent(id(10)).await.unwrap().unwrap();
    assert_eq!(found, respondent(10, first, audience, None));
}

async fn nobody_is_reminded_who_should_not_be(backend: &Backend) {
    let (round, audience) = begun(backend).await;
    for n in 11..=13 {
        add(backend, respondent(n, round, audience, None))
            .await
            .unwrap();
    }
    write(backend, move |tx| {
        Box::pin(async move {
            tx.set_respondent_done(id(11), Some(1500)).await?;
            tx.set_respondent_remind(id(12), false).await?;
            tx.remove_respondent(round, id(13), 1500).await
        })
    })
    .await;
    let remind = |n: u128, not_since, at| {
        write(backend, move |tx| {
            Box::pin(tx.note_reminded(id(n), not_since, at))
        })
    };
    assert!(remind(10, 1000, 2000).await);
    for n in 11..=13 {
        assert!(!remind(n, 1000, 2000).await, "{n}");
    }
    assert!(!remind(10, 2000, 3000).await, "reminded since");
    assert!(remind(10, 2001, 3000).await);
    write(backend, |tx| Box::pin(tx.set_respondent_done(id(11), None))).await;
    assert!(remind(11, 1000, 2000).await, "not done after all");
}

async fn rounds_are_found_by_their_last_day(backend: &Backend) {
    organisation(backend, 1, None).await;
    for (n, day) in [(1, "2026-11-30"), (2, "2026-12-01"), (3, "2026-12-02")] {
        let round = round(backend, n, 1).await;
        write(backend, move |tx| {
            Box::pin(tx.set_answer_by(round, Some(day)))
        })
        .await;
    }
    round(backend, 4, 1).await;
    let find = async || {
        let mut tx = backend.store.read().await.unwrap();
        let found = tx.rounds_to_remind("2026-12-01", "2026-12-02").await;
        found.unwrap()
    };
    let rounds: Vec<Uuid> = find().await.iter().map(|found| found.round).collect();
    assert_eq!(rounds, [id(2), id(3)]);
    assert_eq!(find().await[0].public_id, "public1");
    write(backend, |tx| {
        Box::pin(tx.move_stage(id(2), "answering", "agreeing", 2000))
    })
    .await;
    assert_eq!(find().await.len(), 1, "closed");
}

async fn who_leaves_the_organisation_leaves_what_is_being_answered(backend: &Backend) {
    let (open, audience_one) = begun(backend).await;
    let person = person(backend, 5).await;
    let closed = round(backend, 2, 1).await;
    let audience_two = audience(backend, 2, closed).await;
    add(backend, respondent(20, open, audience_one, Some(person)))
        .await
        .unwrap();
    add(backend, respondent(21, closed, audience_two, Some(person)))
        .await
        .unwrap();
    write(backend, move |tx| {
        Box::pin(async move {
            tx.move_stage(closed, "answering", "agreeing", 2000).await?;
            tx.remove_outsiders(id(1), 3000).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let gone = tx.respondent(id(20)).await.unwrap().unwrap();
    assert_eq!(gone.removed_at, Some(3000));
    let stays = tx.respondent(id(21)).await.unwrap().unwrap();
    assert_eq!(stays.removed_at, None, "what was answered counts");
}

async fn deletion_leaves_nothing(backend: &Backend) {
    organisation(backend, 1, None).await;
    let before = backend.counts().await;
    let round = round(backend, 1, 1).await;
    let audience = audience(backend, 1, round).await;
    add(backend, respondent(10, round, audience, None))
        .await
        .unwrap();
    write(backend, move |tx| {
        Box::pin(async move {
            tx.save_answer(id(10), "mal.fraga", 0, b"answer", 1).await?;
            tx.save_agreement(round, "mal.fraga", 0, b"agreed", 2).await
        })
    })
    .await;
    let filled = backend.counts().await;
    for table in ["organisation_rounds", "audiences", "respondents", "answers"] {
        let count = filled.iter().find(|(name, _)| name == table);
        assert_eq!(count.unwrap().1, "1", "{table}");
    }
    // An organisation's rounds are kept, however old.
    let old = write(backend, |tx| Box::pin(tx.delete_untouched_before(i64::MAX)));
    assert_eq!(old.await, 0);
    write(backend, move |tx| Box::pin(tx.delete_round(round))).await;
    assert_eq!(backend.counts().await, before);
}
