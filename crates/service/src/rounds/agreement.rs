//! What the respondents have answered together, once answering is closed, and what the group agrees
//! on.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::assessment::Answers;
use domain::instrument::Edition;
use domain::voices::{self, Spread, Voice};
use uuid::Uuid;

use super::audiences::audiences;
use super::progress::said;
use super::{Outcome, Round, Said, save};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// Closes a round for answers. `false`: it was closed already.
pub async fn close(app: &App, round: &Round, by: Uuid) -> Result<bool, ServiceError> {
    let (id, now) = (round.id, app.now());
    let organisation = round.belongs.map(|belongs| belongs.organisation);
    let mut act = Act::new(app, By::Person(by));
    let closed = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let (from, to) = (Stage::Answering.code(), Stage::Agreeing.code());
                let closed = tx.move_stage(id, from, to, now).await?;
                if closed {
                    let what = EventKind::AnsweringClosed;
                    act.record(tx, organisation, what, Detail::default())
                        .await?;
                }
                Ok::<_, ServiceError>(closed)
            })
        })
        .await?;
    Ok(closed)
}

/// Sets the day by which answers are asked for, `YYYY-MM-DD`.
pub async fn set_answer_by(
    app: &App,
    round: &Round,
    day: Option<String>,
) -> Result<(), ServiceError> {
    let id = round.id;
    app.store
        .write(move |tx| Box::pin(async move { tx.set_answer_by(id, day.as_deref()).await }))
        .await?;
    Ok(())
}

/// What every respondent was asked and has said; removed ones are left out.
///
/// # Errors
/// [`ServiceError::OtherStage`] while answering is open: nobody sees another's answers then.
async fn all(app: &App, round: &Round) -> Result<Vec<Voice>, ServiceError> {
    let open = round.belongs.map(|belongs| belongs.stage);
    if open.is_none_or(|stage| stage == Stage::Answering) {
        return Err(ServiceError::OtherStage);
    }
    let audiences = audiences(app, round).await?;
    let mut tx = app.store.read().await?;
    let mut voices = Vec::new();
    for row in tx.respondents(round.id).await? {
        let audience = audiences.iter().find(|asked| asked.id == row.audience);
        let (None, Some(audience)) = (row.removed_at, audience) else {
            continue;
        };
        let mut voice = Voice {
            role: audience.role,
            asked: audience.questions.clone(),
            answers: BTreeMap::new(),
            comments: BTreeMap::new(),
        };
        for (question, said) in said(&mut tx, round, row.voice).await? {
            if !said.comment.is_empty() {
                voice.comments.insert(question.clone(), said.comment);
            }
            if let Some(answer) = said.answer {
                voice.answers.insert(question, answer);
            }
        }
        voices.push(voice);
    }
    Ok(voices)
}

/// Whether a respondent has said anything.
fn took_part(voice: &Voice) -> bool {
    !(voice.answers.is_empty() && voice.comments.is_empty())
}

/// How the answers are spread, those questions first that the respondents disagree on the most.
#[derive(Clone, Debug)]
pub struct Together {
    /// By question.
    pub spreads: Vec<Spread>,
    /// How many respondents have answered anything.
    pub respondents: usize,
}

/// How the answers to a round are spread.
///
/// # Errors
/// [`ServiceError::OtherStage`] while answering is open.
pub async fn together(
    app: &App,
    round: &Round,
    edition: &Edition,
) -> Result<Together, ServiceError> {
    let voices = all(app, round).await?;
    Ok(Together {
        spreads: voices::spreads(edition, round.facts.kind, &voices),
        respondents: voices.iter().filter(|voice| took_part(voice)).count(),
    })
}

/// Accepts all unanimous answers that the group has taken no stand on. `round` is opened with what
/// the group agrees on. Gives how many.
pub async fn accept_unanimous(
    app: &App,
    round: &Round,
    edition: &Edition,
) -> Result<usize, ServiceError> {
    let together = together(app, round, edition).await?;
    let unanimous = voices::to_accept(&together.spreads, &round.answers());
    let said = unanimous.into_iter().map(|(question, answer)| {
        let said = Said {
            answer: Some(answer),
            ..Said::default()
        };
        (question, said)
    });
    take(app, round, said.collect()).await
}

/// Makes the answers of the only respondent, with their grounds, what the group agrees on, where it
/// has taken no stand. Gives how many; none if several have answered.
pub async fn use_the_only(app: &App, round: &Round) -> Result<usize, ServiceError> {
    let mut voices = all(app, round).await?;
    voices.retain(took_part);
    let (Some(only), true) = (voices.pop(), voices.is_empty()) else {
        return Ok(0);
    };
    let agreed: Answers = round.answers();
    let mut comments = only.comments;
    let said = only
        .answers
        .into_iter()
        .filter(|(question, _)| only.asked.contains(question) && !agreed.contains_key(question))
        .map(|(question, answer)| {
            let comment = comments.remove(&question).unwrap_or_default();
            let said = Said {
                answer: Some(answer),
                comment,
                ask: None,
            };
            (question, said)
        });
    take(app, round, said.collect()).await
}

/// Saves what nobody has taken a stand on. What someone does in between stands.
async fn take(
    app: &App,
    round: &Round,
    said: BTreeMap<String, Said>,
) -> Result<usize, ServiceError> {
    if said.is_empty() {
        return Ok(0);
    }
    let said = said
        .into_iter()
        .map(|(question, said)| {
            let revision = round.latest(&question).revision;
            (question, revision, said)
        })
        .collect();
    let outcomes = save(app, round, said).await?;
    let taken = outcomes
        .values()
        .filter(|outcome| **outcome == Outcome::Saved);
    Ok(taken.count())
}
