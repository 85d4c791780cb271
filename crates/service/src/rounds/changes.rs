//! Changing a round: answers, facts, depth. Nothing a colleague saved is overwritten unseen.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::assessment::Depth;
use store::{Saved, StoreError, Tx};
use uuid::Uuid;

use super::{
    FACTS_PLACE, Facts, Latest, Round, Said, View, agreement_place, answer_place, depth_code,
    of_organisation,
};
use crate::app::App;
use crate::error::ServiceError;

/// What became of an answer that someone wanted to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is saved, or the very same was saved already.
    Saved,
    /// Someone saved another answer in between; nothing was overwritten.
    Conflict(Latest),
}

/// Where what is said is saved.
#[derive(Clone, Copy)]
enum Series {
    /// The voice of a round tried without an account.
    Only(Uuid),
    /// One voice of many, while answering is open.
    OneOfMany(Uuid),
    /// What the group agrees on, once it is closed.
    Agreed,
}

impl Series {
    async fn of(app: &App, round: &Round) -> Result<Series, ServiceError> {
        Ok(match (&round.view, round.belongs) {
            (View::Agreed, _) => Series::Agreed,
            (View::Own(_), None) => Series::Only(of_organisation::voice(app, round).await?),
            (View::Own(_), Some(_)) => Series::OneOfMany(of_organisation::voice(app, round).await?),
        })
    }

    fn place(self, question: &str) -> Vec<u8> {
        match self {
            Series::Agreed => agreement_place(question),
            Series::Only(_) | Series::OneOfMany(_) => answer_place(question),
        }
    }

    /// Sees to it that saving is still allowed when the transaction ends.
    async fn hold(self, tx: &mut Tx, round: Uuid) -> Result<(), ServiceError> {
        let (stage, voice) = match self {
            Series::Only(_) => return Ok(()),
            Series::OneOfMany(voice) => (Stage::Answering, Some(voice)),
            Series::Agreed => (Stage::Agreeing, None),
        };
        if !tx.hold_stage(round, stage.code()).await? {
            return Err(ServiceError::OtherStage);
        }
        let Some(voice) = voice else { return Ok(()) };
        let respondent = tx.respondent(voice).await?;
        if respondent.is_none_or(|respondent| respondent.removed_at.is_some()) {
            return Err(ServiceError::Removed);
        }
        Ok(())
    }

    async fn save(
        self,
        tx: &mut Tx,
        round: Uuid,
        (question, expected, body): &(String, i64, Vec<u8>),
        at: i64,
    ) -> Result<Saved, StoreError> {
        match self {
            Series::Only(voice) | Series::OneOfMany(voice) => {
                tx.save_answer(voice, question, *expected, body, at).await
            }
            Series::Agreed => {
                let saved = tx
                    .save_agreement(round, question, *expected, body, at)
                    .await?;
                tx.agreed_in_workshop(round).await?;
                Ok(saved)
            }
        }
    }
}

/// Saves what a round was opened with: answers, or what the group agrees on, each with the revision
/// that its form was made from. All that can be saved are saved, in one transaction; the others
/// come back as conflicts. The same content saved twice (a double click, the back button) is no
/// conflict and makes no new revision.
///
/// # Errors
/// [`ServiceError::OtherStage`] and [`ServiceError::Removed`], when nothing was saved.
pub async fn save(
    app: &App,
    round: &Round,
    said: Vec<(String, i64, Said)>,
) -> Result<BTreeMap<String, Outcome>, ServiceError> {
    let (id, now) = (round.id, app.now());
    let series = Series::of(app, round).await?;
    let mut bodies = Vec::new();
    for (question, revision, said) in &said {
        let body = round
            .key
            .seal(app, &series.place(question), &serde_json::to_vec(said)?);
        bodies.push((question.clone(), *revision, body));
    }
    let results = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                series.hold(tx, id).await?;
                let mut results = Vec::with_capacity(bodies.len());
                for body in bodies {
                    let saved = series.save(tx, id, &body, now).await?;
                    results.push((body.0, saved));
                }
                tx.touch_round(id, now).await?;
                Ok::<_, ServiceError>(results)
            })
        })
        .await?;
    let mut outcomes = BTreeMap::new();
    for ((question, saved), (_, _, wanted)) in results.into_iter().zip(said) {
        let outcome = match saved {
            Saved::Saved { .. } => Outcome::Saved,
            Saved::Conflict { latest } => {
                let plain = round.key.open(&series.place(&question), &latest.body)?;
                let theirs: Said = serde_json::from_slice(&plain)?;
                if theirs == wanted {
                    Outcome::Saved
                } else {
                    Outcome::Conflict(Latest {
                        said: theirs,
                        revision: latest.revision,
                        at: latest.at,
                    })
                }
            }
        };
        outcomes.insert(question, outcome);
    }
    Ok(outcomes)
}

/// Marks a goal done by whoever answers, or, with `None`, not done after all.
pub async fn mark_done(
    app: &App,
    round: &Round,
    goal: &str,
    at: Option<i64>,
) -> Result<(), ServiceError> {
    let mark = |done: &mut BTreeMap<String, i64>| {
        match at {
            Some(at) => done.insert(goal.to_owned(), at),
            None => done.remove(goal),
        };
    };
    if round.belongs.is_some() {
        of_organisation::change_own(app, round, |own| mark(&mut own.done)).await
    } else {
        change_facts(app, round, |facts| mark(&mut facts.done)).await
    }
}

/// Changes the facts: lets `change` alter what the round was opened with and stores it. If a
/// colleague stored something in between, `change` alters that instead, so nothing is lost.
pub async fn change_facts(
    app: &App,
    round: &Round,
    change: impl Fn(&mut Facts),
) -> Result<(), ServiceError> {
    let always = |facts: &mut Facts| {
        change(facts);
        true
    };
    change_facts_if(app, round, always).await.map(|_| ())
}

/// Changes the facts as [`change_facts`] does, unless `change` says no (`false`) to what it is
/// given. Then nothing is stored, and what it said no to comes back.
pub async fn change_facts_if(
    app: &App,
    round: &Round,
    change: impl Fn(&mut Facts) -> bool,
) -> Result<Option<Facts>, ServiceError> {
    let (mut facts, mut revision) = (round.facts.clone(), round.facts_revision);
    loop {
        if !change(&mut facts) {
            return Ok(Some(facts));
        }
        let body = round
            .key
            .seal(app, FACTS_PLACE, &serde_json::to_vec(&facts)?);
        let (id, now) = (round.id, app.now());
        let saved: bool = app
            .store
            .write(move |tx| Box::pin(async move { tx.save_facts(id, revision, &body, now).await }))
            .await?;
        if saved {
            return Ok(None);
        }
        let Some((stored, body)) = app.store.read().await?.facts(round.id).await? else {
            // The round was deleted in between: there is nothing left to change.
            return Ok(None);
        };
        facts = serde_json::from_slice(&round.key.open(FACTS_PLACE, &body)?)?;
        revision = stored;
    }
}

/// From snabbkollen to hela kollen: same round, same address, all answers kept.
pub async fn deepen(app: &App, round: &Round) -> Result<(), ServiceError> {
    let (id, now) = (round.id, app.now());
    app.store
        .write(move |tx| {
            Box::pin(async move { tx.set_depth(id, depth_code(Depth::Full), now).await })
        })
        .await?;
    Ok(())
}
