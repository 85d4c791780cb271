//! Waves: closed, published, withdrawn, discarded. What was computed stays as it was.

use store::{NewPerson, NewWave, StoreError, Tx, WaveRow, WithdrawalRow, Work};
use uuid::Uuid;

use crate::backend::{Backend, on_both};

on_both!(
    a_wave_is_read_back_by_its_parts,
    a_date_has_one_wave,
    a_wave_is_published_and_withdrawn_once_and_then_stays,
    a_wave_that_was_never_published_can_be_discarded,
    a_release_is_never_changed,
    only_values_can_be_erased,
);

const ADA: Uuid = Uuid::from_u128(600);
const BO: Uuid = Uuid::from_u128(601);

async fn write<T: Send + 'static>(
    backend: &Backend,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Work<'t, T, StoreError> + Send + 'static,
) -> T {
    backend.store.write(work).await.unwrap()
}

/// Two at the agency.
async fn people(backend: &Backend) {
    for (id, email) in [(ADA, "ada@m.example"), (BO, "bo@m.example")] {
        let new = NewPerson {
            id,
            name: String::new(),
            email: email.to_owned(),
            lang: "sv".to_owned(),
            at: 1000,
        };
        write(backend, move |tx| {
            Box::pin(async move { tx.person_or_new(&new).await })
        })
        .await;
    }
}

fn new(n: u128, date: &str) -> NewWave {
    NewWave {
        id: Uuid::from_u128(n),
        date: date.to_owned(),
        hash: "ab".repeat(32),
        closed_by: ADA,
        closed_at: 2000,
        publication: format!(r#"{{"public":{n}}}"#),
        values: format!(r#"{{"values":{n}}}"#),
        release: format!(r#"{{"release":{n}}}"#),
    }
}

fn row(n: u128, date: &str) -> WaveRow {
    WaveRow {
        id: Uuid::from_u128(n),
        date: date.to_owned(),
        hash: "ab".repeat(32),
        closed_by: Some(ADA),
        closed_at: 2000,
        published_by: None,
        published_at: None,
        withdrawn: None,
    }
}

async fn add(backend: &Backend, new: NewWave) -> Result<(), StoreError> {
    backend
        .store
        .write(move |tx| Box::pin(async move { tx.add_wave(&new).await }))
        .await
}

/// Wave 1 of 2027-03-31, published.
async fn published(backend: &Backend) -> Uuid {
    people(backend).await;
    add(backend, new(1, "2027-03-31")).await.unwrap();
    let wave = Uuid::from_u128(1);
    let done = write(backend, move |tx| {
        Box::pin(async move { tx.publish_wave(wave, BO, 3000).await })
    })
    .await;
    assert!(done);
    wave
}

async fn a_wave_is_read_back_by_its_parts(backend: &Backend) {
    people(backend).await;
    add(backend, new(2, "2027-03-31")).await.unwrap();
    add(backend, new(1, "2028-03-31")).await.unwrap();
    let mut tx = backend.store.read().await.unwrap();
    let all = tx.waves().await.unwrap();
    assert_eq!(all, [row(1, "2028-03-31"), row(2, "2027-03-31")]);
    let one = tx.wave("2027-03-31").await.unwrap();
    assert_eq!(one, Some(row(2, "2027-03-31")));
    assert_eq!(tx.wave("2027-04-01").await.unwrap(), None);
    let wave = Uuid::from_u128(2);
    let parts = [
        tx.wave_publication(wave).await.unwrap(),
        tx.wave_values(wave).await.unwrap(),
        tx.wave_release(wave).await.unwrap(),
    ];
    let stored = new(2, "2027-03-31");
    let expected = [stored.publication, stored.values, stored.release];
    assert_eq!(parts, expected.map(Some));
    assert_eq!(tx.wave_release(ADA).await.unwrap(), None);
}

async fn a_date_has_one_wave(backend: &Backend) {
    people(backend).await;
    add(backend, new(1, "2027-03-31")).await.unwrap();
    let again = add(backend, new(2, "2027-03-31")).await;
    assert!(matches!(again, Err(StoreError::Conflict(_))), "{again:?}");
}

async fn a_wave_is_published_and_withdrawn_once_and_then_stays(backend: &Backend) {
    let wave = published(backend).await;
    add(backend, new(2, "2028-03-31")).await.unwrap();
    let withdrawal = WithdrawalRow {
        at: 4000,
        by: Some(ADA),
        reason: "Fel i registret.".to_owned(),
    };
    let noted = withdrawal.clone();
    let done = write(backend, move |tx| {
        Box::pin(async move {
            let never_published = Uuid::from_u128(2);
            Ok([
                tx.publish_wave(wave, ADA, 3500).await?,
                tx.withdraw_wave(never_published, &noted).await?,
                tx.withdraw_wave(wave, &noted).await?,
                tx.withdraw_wave(wave, &noted).await?,
                tx.discard_wave(wave).await?,
            ])
        })
    })
    .await;
    assert_eq!(done, [false, false, true, false, false]);
    let mut tx = backend.store.read().await.unwrap();
    let stored = tx.wave("2027-03-31").await.unwrap();
    let expected = WaveRow {
        published_by: Some(BO),
        published_at: Some(3000),
        withdrawn: Some(withdrawal),
        ..row(1, "2027-03-31")
    };
    assert_eq!(stored, Some(expected));
    drop(tx);
    assert!(backend.try_execute("DELETE FROM waves").await.is_err());
}

async fn a_wave_that_was_never_published_can_be_discarded(backend: &Backend) {
    people(backend).await;
    add(backend, new(1, "2027-03-31")).await.unwrap();
    let discarded = write(backend, |tx| {
        Box::pin(async move { tx.discard_wave(Uuid::from_u128(1)).await })
    });
    assert!(discarded.await);
    add(backend, new(2, "2027-03-31")).await.unwrap();
}

async fn a_release_is_never_changed(backend: &Backend) {
    published(backend).await;
    for change in [
        "id = id",
        "date = '2027-04-01'",
        "hash = ''",
        "closed_at = 0",
        "publication = '{}'",
        "release = '{}'",
    ] {
        let statement = format!("UPDATE waves SET {change}");
        assert!(backend.try_execute(&statement).await.is_err(), "{change}");
    }
    // Whoever closed and published it may leave.
    backend.execute("DELETE FROM people").await;
    let mut tx = backend.store.read().await.unwrap();
    let stored = tx.wave("2027-03-31").await.unwrap().unwrap();
    assert_eq!((stored.closed_by, stored.published_by), (None, None));
    assert_eq!(stored.published_at, Some(3000));
}

async fn only_values_can_be_erased(backend: &Backend) {
    let wave = published(backend).await;
    write(backend, move |tx| {
        Box::pin(async move { tx.set_wave_values(wave, "{}").await })
    })
    .await;
    let mut tx = backend.store.read().await.unwrap();
    assert_eq!(tx.wave_values(wave).await.unwrap().as_deref(), Some("{}"));
    let release = new(1, "2027-03-31").release;
    assert_eq!(tx.wave_release(wave).await.unwrap(), Some(release));
}
