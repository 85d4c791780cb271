//! Which organisations there are, and what they are counted as.

use store::{ClassificationRow, StoreError};

use super::{id, new_organisation, organisation, write};
use crate::backend::{Backend, on_both};

on_both!(
    an_organisation_is_found_by_what_it_is_called,
    a_taken_number_is_a_conflict,
    organisations_are_in_the_order_of_their_keys,
    owners_are_told_by_number,
    what_is_changed_is_read_back,
    joining_is_noted_once,
    domains_are_replaced_and_may_be_shared,
    the_classification_of_a_day_is_the_last_from_before_it,
    the_register_of_a_day_has_everyone_who_is_classified_then,
);

/// Classification `n` of an organisation.
fn class(n: u128, of: u128, valid_from: &str, kind: &str) -> ClassificationRow {
    ClassificationRow {
        id: id(n),
        organisation: id(of),
        valid_from: valid_from.to_owned(),
        kind: kind.to_owned(),
        lan: Some("01".to_owned()),
        municipality: None,
        skr_group: None,
        population: Some(12),
        volume: None,
        changed_by: None,
        reason: "fil".to_owned(),
        created_at: 1000,
    }
}

async fn an_organisation_is_found_by_what_it_is_called(backend: &Backend) {
    assert!(
        !backend
            .store
            .read()
            .await
            .unwrap()
            .any_organisation()
            .await
            .unwrap()
    );
    organisation(backend, 1, None).await;
    let mut tx = backend.store.read().await.unwrap();
    let expected = Some(new_organisation(1, None));
    assert_eq!(tx.organisation(id(1)).await.unwrap(), expected);
    assert_eq!(
        tx.organisation_by_public_id("public1").await.unwrap(),
        expected
    );
    assert_eq!(
        tx.organisation_by_number("0000000001").await.unwrap(),
        expected
    );
    assert_eq!(tx.organisation_by_number("0000000002").await.unwrap(), None);
    assert!(tx.any_organisation().await.unwrap());
}

async fn a_taken_number_is_a_conflict(backend: &Backend) {
    organisation(backend, 1, None).await;
    let mut same = new_organisation(2, None);
    same.number = Some("0000000001".to_owned());
    let added = backend
        .store
        .write(move |tx| Box::pin(async move { tx.add_organisation(&same, b"k").await }))
        .await;
    assert!(matches!(added, Err(StoreError::Conflict(_))), "{added:?}");
    // Any number of organisations may be without one.
    for n in [3, 4] {
        let mut none = new_organisation(n, None);
        none.number = None;
        write(backend, move |tx| {
            Box::pin(async move { tx.add_organisation(&none, b"k").await })
        })
        .await;
    }
}

async fn organisations_are_in_the_order_of_their_keys(backend: &Backend) {
    for n in [1, 3, 2] {
        organisation(backend, n, (n > 1).then_some(1))
            .await
            .as_u128();
        if n == 3 {
            continue;
        }
        write(backend, move |tx| {
            Box::pin(async move {
                let row = class(100 + n, n, "2026-01-01", "kommun");
                tx.add_classification(&row).await
            })
        })
        .await;
    }
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.organisations("2026-01-01").await.unwrap();
    let seen: Vec<_> = all
        .iter()
        .map(|listed| (listed.id.as_u128(), listed.kind.as_deref()))
        .collect();
    assert_eq!(seen, [(1, Some("kommun")), (2, Some("kommun")), (3, None)]);
    let owned = tx.owned_organisations("2025-12-31", id(1)).await.unwrap();
    let seen: Vec<_> = owned
        .iter()
        .map(|listed| (listed.id.as_u128(), listed.kind.as_deref()))
        .collect();
    assert_eq!(seen, [(2, None), (3, None)]);
    let one = tx.listed_organisation("2026-01-01", id(2)).await.unwrap();
    assert_eq!(one.as_ref(), all.get(1));
}

async fn owners_are_told_by_number(backend: &Backend) {
    organisation(backend, 1, None).await;
    organisation(backend, 2, Some(1)).await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.owners_by_number().await.unwrap(),
        [
            ("0000000001".to_owned(), None),
            ("0000000002".to_owned(), Some("0000000001".to_owned())),
        ]
    );
}

async fn what_is_changed_is_read_back(backend: &Backend) {
    let one = organisation(backend, 1, None).await;
    organisation(backend, 2, None).await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.change_organisation(
                one,
                "Åstaden",
                b"key",
                Some(id(2)),
                Some("r@astaden.example"),
            )
            .await?;
            tx.set_reminder_month(one, Some(10)).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    let row = tx.organisation(one).await.unwrap().unwrap();
    assert_eq!(row.name, "Åstaden");
    assert_eq!(row.owner, Some(id(2)));
    assert_eq!(row.registrator.as_deref(), Some("r@astaden.example"));
    assert_eq!(row.reminder_month, Some(10));
}

async fn joining_is_noted_once(backend: &Backend) {
    let one = organisation(backend, 1, None).await;
    write(backend, move |tx| {
        Box::pin(async move {
            tx.note_joined(one, 5000).await?;
            tx.note_joined(one, 6000).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(
        tx.organisation(one).await.unwrap().unwrap().joined_at,
        Some(5000)
    );
}

async fn domains_are_replaced_and_may_be_shared(backend: &Backend) {
    let (one, two) = (
        organisation(backend, 1, None).await,
        organisation(backend, 2, Some(1)).await,
    );
    let texts = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let (before, shared) = (texts(&["gamla.se"]), texts(&["stad.se", "alla.stad.se"]));
    write(backend, move |tx| {
        Box::pin(async move {
            tx.set_domains(one, &before).await?;
            tx.set_domains(one, &shared).await?;
            tx.set_domains(two, &shared[..1]).await
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.domains(one).await.unwrap(), ["alla.stad.se", "stad.se"]);
    let of = tx
        .organisations_of_domain("2026-01-01", "stad.se")
        .await
        .unwrap();
    assert_eq!(
        of.iter().map(|listed| listed.id).collect::<Vec<_>>(),
        [one, two]
    );
    let none = tx
        .organisations_of_domain("2026-01-01", "gamla.se")
        .await
        .unwrap();
    assert_eq!(none, []);
}

async fn the_classification_of_a_day_is_the_last_from_before_it(backend: &Backend) {
    organisation(backend, 1, None).await;
    let rows = [
        class(10, 1, "2026-01-01", "kommun"),
        class(11, 1, "2025-01-01", "region"),
        class(12, 1, "2026-01-01", "kommunalforbund"),
    ];
    let stored = rows.clone();
    write(backend, move |tx| {
        Box::pin(async move {
            for row in &stored {
                tx.add_classification(row).await?;
            }
            Ok(())
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    for (day, expected) in [
        ("2024-12-31", None),
        ("2025-12-31", Some(&rows[1])),
        ("2026-01-01", Some(&rows[2])),
    ] {
        let found = tx.classification_on(id(1), day).await.unwrap();
        assert_eq!(found.as_ref(), expected, "{day}");
    }
    let all = tx.classifications(id(1)).await.unwrap();
    let ids: Vec<_> = all.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!(ids, [12, 10, 11]);
}

async fn the_register_of_a_day_has_everyone_who_is_classified_then(backend: &Backend) {
    for n in [2, 1, 3] {
        organisation(backend, n, None).await;
    }
    let rows = [
        class(10, 1, "2026-01-01", "kommun"),
        class(11, 1, "2025-01-01", "region"),
        class(12, 2, "2025-06-01", "kommunalt_bolag"),
    ];
    write(backend, move |tx| {
        Box::pin(async move {
            for row in &rows {
                tx.add_classification(row).await?;
            }
            Ok(())
        })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    for (day, expected) in [
        ("2025-03-01", vec![("Organisation 1", "region")]),
        (
            "2026-03-01",
            vec![
                ("Organisation 1", "kommun"),
                ("Organisation 2", "kommunalt_bolag"),
            ],
        ),
    ] {
        let found = tx.register_on(day).await.unwrap();
        let kinds: Vec<_> = found
            .iter()
            .map(|row| (row.name.as_str(), row.classification.kind.as_str()))
            .collect();
        assert_eq!(kinds, expected, "{day}");
        let keys: Vec<_> = found.iter().map(|row| row.sort_key.as_slice()).collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
}
