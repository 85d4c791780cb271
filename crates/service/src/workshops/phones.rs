//! Those who take part from a phone, without an account.

use std::net::IpAddr;

use domain::assessment::Answer;
use domain::voices::FEWEST;
use store::{NewParticipant, StoreError};
use uuid::Uuid;

use super::{Code, HOUR, Workshop, answer_place};
use crate::app::App;
use crate::error::ServiceError;
use crate::rounds::{Round, of_organisation};
use crate::secrets::{Secret, requester_key};

/// Most phones in a workshop.
pub const MOST: i64 = 60;
/// Times that phones behind one address may join in an hour: a whole office may have one.
const PER_REQUESTER: i64 = 60;

/// What a code leads to, and who holds the phone.
#[derive(Clone, Debug)]
pub struct Phone {
    /// The workshop.
    pub workshop: Workshop,
    /// Whether it goes on. What is below is read all the same, so that the phone can be told.
    pub open: bool,
    /// Its round, with what the group has agreed on.
    pub round: Round,
    /// The one of this workshop's participants that the phone is.
    pub participant: Option<Uuid>,
}

/// Finds out what a code leads to, and who comes with one of these secrets. `None` if the code
/// leads nowhere.
pub async fn find(
    app: &App,
    code: &Code,
    secrets: &[Secret],
) -> Result<Option<Phone>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.workshop_by_hash(&code.lookup(app)).await? else {
        return Ok(None);
    };
    let mut participant = None;
    for secret in secrets {
        if participant.is_none() {
            participant = tx.participant_by_hash(row.id, &secret.lookup()).await?;
        }
    }
    drop(tx);
    let Some(round) = of_organisation::open_agreed(app, row.round).await? else {
        return Ok(None);
    };
    Ok(Some(Phone {
        open: row.closed_at.is_none(),
        workshop: Workshop::of_row(&round, row)?,
        round,
        participant,
    }))
}

/// What a phone's cookie holds, by what the address holds of one that keeps no cookies. So what is
/// in the cookie stands nowhere else.
pub fn cookie_secret(app: &App, address: &Secret) -> Secret {
    Secret::derived(&app.key, "phones", address.text().as_bytes())
}

/// What became of a phone that wanted in.
#[derive(Clone, Debug)]
pub enum Joined {
    /// It is in, and is known from now on by this secret in its address, and by its
    /// [`cookie_secret`].
    In(Secret),
    /// As many take part as there is room for, or the workshop was closed.
    Full,
    /// Too many phones behind the same address have joined within an hour.
    TooMany,
}

/// Lets a phone in.
pub async fn join(app: &App, workshop: &Workshop, from: IpAddr) -> Result<Joined, ServiceError> {
    let secret = Secret::new(app);
    let hash = cookie_secret(app, &secret).lookup().to_vec();
    let now = app.now();
    let new = NewParticipant {
        id: app.id(),
        workshop: workshop.id,
        hash,
        at: now,
    };
    let (requester, window) = (requester_key(app, from), now - now.rem_euclid(HOUR));
    let fewest = i64::try_from(FEWEST).unwrap_or(i64::MAX);
    let joined = app.store.write(move |tx| {
        Box::pin(async move {
            if tx.count_hit("workshop", &requester, window).await? > PER_REQUESTER {
                return Ok(Joined::TooMany);
            }
            let joined = tx.join_workshop(&new, MOST, fewest).await?;
            Ok::<_, StoreError>(if joined {
                Joined::In(secret)
            } else {
                Joined::Full
            })
        })
    });
    Ok(joined.await?)
}

/// Saves a phone's answer over what it answered before. `false`: the question is no longer asked,
/// and nothing was saved.
pub async fn answer(
    app: &App,
    phone: &Phone,
    participant: Uuid,
    question: &str,
    answer: &Answer,
) -> Result<bool, ServiceError> {
    let plain = serde_json::to_vec(answer)?;
    let body = phone.round.key().seal(app, &answer_place(question), &plain);
    let (id, question, now) = (phone.workshop.id, question.to_owned(), app.now());
    let saved = app.store.write(move |tx| {
        Box::pin(async move {
            tx.answer_in_workshop(id, participant, &question, &body, now)
                .await
        })
    });
    Ok(saved.await?)
}

/// What a phone has answered to the question that is asked or shown.
pub async fn own_answer(
    app: &App,
    phone: &Phone,
    participant: Uuid,
) -> Result<Option<Answer>, ServiceError> {
    let Some(question) = phone.workshop.phase.question() else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    let Some(body) = tx
        .workshop_answer(phone.workshop.id, participant, question)
        .await?
    else {
        return Ok(None);
    };
    let plain = phone.round.key().open(&answer_place(question), &body)?;
    Ok(Some(serde_json::from_slice(&plain)?))
}
