//! What whoever answers is told of themselves and of the others, and what they decide for
//! themselves.

use std::collections::BTreeSet;

use domain::organisation::EmailAddress;
use domain::text::Lang;
use domain::voices::{Anonymity, asked_of_few};

use super::of_organisation::{hold_answering, voice};
use super::{Own, Round, View, audiences, letters};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Secret;

/// Mails with the same svarslänk within an hour.
const MAILS_PER_HOUR: i64 = 5;
const HOUR: i64 = 60 * 60 * 1000;

/// What whoever answers is told before they do.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whether they have said that they are done.
    pub done: bool,
    /// Whether they take reminders.
    pub remind: bool,
    /// Whether who answers what can be told, by the number of respondents so far.
    pub anonymity: Anonymity,
    /// How many of their questions too few are asked for anonymity.
    pub asked_of_few: usize,
    /// The day by which answers are asked for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
}

/// What whoever answers is told; `None` in a round tried without an account, where nobody else
/// answers.
pub async fn standing(app: &App, round: &Round) -> Result<Option<Standing>, ServiceError> {
    let own = match &round.view {
        View::Own(Own::OneOfMany { voice, .. }) => Some(*voice),
        View::Own(Own::NotBegun { .. }) => None,
        View::Own(Own::Only(_)) | View::Agreed => return Ok(None),
    };
    let audiences = audiences::audiences(app, round).await?;
    let mut tx = app.store.read().await?;
    let belongs = tx.organisation_round(round.id).await?;
    let mut rows = tx.respondents(round.id).await?;
    drop(tx);
    rows.retain(|row| row.removed_at.is_none());
    let questions = |audience| audiences.iter().find(|asked| asked.id == audience);
    let mut asked: Vec<&BTreeSet<String>> = rows
        .iter()
        .filter_map(|row| Some(&questions(row.audience)?.questions))
        .collect();
    // Whoever has not begun is asked what the first audience is.
    if own.is_none() {
        asked.extend(audiences.first().map(|first| &first.questions));
    }
    let few = asked_of_few(asked.iter().copied());
    let row = rows.iter().find(|row| Some(row.voice) == own);
    Ok(Some(Standing {
        done: row.is_some_and(|row| row.done_at.is_some()),
        remind: row.is_none_or(|row| row.remind),
        anonymity: Anonymity::among(asked.len()),
        asked_of_few: few.iter().filter(|question| round.asks(question)).count(),
        answer_by: belongs.and_then(|row| row.answer_by),
    }))
}

/// Notes that whoever answers is done, or not after all. They can go on answering either way.
pub async fn set_done(app: &App, round: &Round, done: bool) -> Result<(), ServiceError> {
    let (id, at) = (round.id, done.then(|| app.now()));
    let voice = voice(app, round).await?;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                hold_answering(tx, id).await?;
                tx.set_respondent_done(voice, at).await?;
                Ok(())
            })
        })
        .await
}

/// Notes whether whoever answers takes reminders.
pub async fn set_remind(app: &App, round: &Round, remind: bool) -> Result<(), ServiceError> {
    let voice = voice(app, round).await?;
    app.store
        .write(move |tx| Box::pin(tx.set_respondent_remind(voice, remind)))
        .await?;
    Ok(())
}

/// Mails a svarslänk to whoever holds it. The address is not kept. `false`: too many in too short a
/// time.
pub async fn mail_address(
    app: &App,
    secret: &Secret,
    organisation: &str,
    to: &EmailAddress,
    lang: Lang,
) -> Result<bool, ServiceError> {
    let mail = letters::own_address(app, lang, to, organisation, secret);
    let (hash, now) = (secret.lookup(), app.now());
    let window = now - now.rem_euclid(HOUR);
    let sent = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let within = tx.count_hit("own address", &hash, window).await? <= MAILS_PER_HOUR;
                if within {
                    tx.enqueue_mail(&mail).await?;
                }
                Ok::<_, ServiceError>(within)
            })
        })
        .await?;
    Ok(sent)
}
