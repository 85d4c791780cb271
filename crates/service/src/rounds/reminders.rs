//! Reminders, which respect people: never more often than every third day, only to those who take
//! them, and one mail to a person for all that waits for them.

use std::collections::BTreeMap;

use domain::text::Lang;
use l10n::iso_day;
use store::{NewMail, OrganisationRoundRow, RespondentRow, RoundToRemind, Tx};
use uuid::Uuid;

use super::Round;
use super::letters::{self, Due, Way};
use super::of_organisation::data_key;
use super::respondents::{Contact, may_answer};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::Organisation;
use crate::secrets::{DataKey, Secret};

const DAY: i64 = 24 * 60 * 60 * 1000;
/// The shortest time between two reminders of the same round to the same respondent.
pub const BETWEEN: i64 = 3 * DAY;
/// How long before the last day a reminder goes out by itself.
const BEFORE: i64 = 3 * DAY;

/// Someone to remind.
struct Reader {
    email: String,
    lang: Lang,
    /// For someone without an account.
    secret: Option<Secret>,
}

async fn reader(
    tx: &mut Tx,
    belongs: &OrganisationRoundRow,
    key: &DataKey,
    row: &RespondentRow,
) -> Result<Option<Reader>, ServiceError> {
    if let Some(person) = row.person {
        // The link in the mail opens nothing for someone who may no longer answer.
        if !may_answer(tx, belongs, person).await? {
            return Ok(None);
        }
        let person = tx.person(person).await?;
        // Someone with an account may have said no to all reminders.
        let person = person.filter(|person| person.digest);
        return Ok(person.map(|person| Reader {
            lang: if person.lang == Lang::En.code() {
                Lang::En
            } else {
                Lang::Sv
            },
            email: person.email,
            secret: None,
        }));
    }
    let contact = Contact::of(key, row)?;
    let secret = contact.secret.as_deref().and_then(Secret::parse);
    Ok(contact.email.zip(secret).map(|(email, secret)| Reader {
        email,
        lang: contact.lang.unwrap_or(Lang::Sv),
        secret: Some(secret),
    }))
}

/// Whether a respondent may be reminded: has not said that they are done, nor no to reminders.
fn open(row: &RespondentRow) -> bool {
    row.removed_at.is_none() && row.done_at.is_none() && row.remind
}

/// Reminds those who have not said that they are done. Gives how many: those who were reminded
/// within [`BETWEEN`], take no reminders or left no address are not.
pub async fn remind(
    app: &App,
    round: &Round,
    organisation: &Organisation,
) -> Result<usize, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(belongs) = tx.organisation_round(round.id).await? else {
        return Ok(0);
    };
    let mut letters = Vec::new();
    for row in tx.respondents(round.id).await? {
        if !open(&row) {
            continue;
        }
        let Some(reader) = reader(&mut tx, &belongs, &round.key, &row).await? else {
            continue;
        };
        let due = Due {
            organisation: &organisation.name,
            answer_by: belongs.answer_by.as_deref(),
            way: match &reader.secret {
                Some(secret) => Way::Guest(secret),
                None => Way::Member(&organisation.public_id, round.id),
            },
        };
        let mail = letters::reminder(app, reader.lang, &reader.email, &[due]);
        letters.push((vec![row.voice], mail));
    }
    drop(tx);
    send(app, letters).await
}

/// Writes each mail if at least one of the respondents it is for has not been reminded lately.
async fn send(app: &App, letters: Vec<(Vec<Uuid>, NewMail)>) -> Result<usize, ServiceError> {
    let now = app.now();
    let sent = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut sent = 0;
                for (voices, mail) in letters {
                    let mut noted = false;
                    for voice in voices {
                        noted |= tx.note_reminded(voice, now - BETWEEN + 1, now).await?;
                    }
                    if noted {
                        tx.enqueue_mail(&mail).await?;
                        sent += 1;
                    }
                }
                Ok::<_, ServiceError>(sent)
            })
        })
        .await?;
    Ok(sent)
}

/// Reminds, three days before the last day, everyone who has not said that they are done. For the
/// hourly worker: each is reminded once.
pub async fn remind_due(app: &App) -> Result<usize, ServiceError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let rounds = tx
        .rounds_to_remind(&iso_day(now), &iso_day(now + BEFORE))
        .await?;
    let mut found: Vec<(RespondentRow, Reader, &RoundToRemind)> = Vec::new();
    for round in &rounds {
        let Some(belongs) = tx.organisation_round(round.round).await? else {
            continue;
        };
        let key = data_key(app, &belongs)?;
        for row in tx.respondents(round.round).await? {
            let lately = row
                .reminded_at
                .is_some_and(|at| iso_day(at + BEFORE) >= round.answer_by || at + BETWEEN > now);
            if !open(&row) || lately {
                continue;
            }
            if let Some(reader) = reader(&mut tx, &belongs, &key, &row).await? {
                found.push((row, reader, round));
            }
        }
    }
    drop(tx);
    // One mail to a person, whatever number of rounds.
    let mut mails: BTreeMap<&str, Vec<&(RespondentRow, Reader, &RoundToRemind)>> = BTreeMap::new();
    for one in &found {
        mails.entry(&one.1.email).or_default().push(one);
    }
    let mut letters = Vec::with_capacity(mails.len());
    for (email, waiting) in mails {
        let lang = waiting
            .first()
            .map_or(Lang::Sv, |(_, reader, _)| reader.lang);
        let due: Vec<Due<'_>> = waiting
            .iter()
            .map(|(_, reader, round)| Due {
                organisation: &round.name,
                answer_by: Some(&round.answer_by),
                way: match &reader.secret {
                    Some(secret) => Way::Guest(secret),
                    None => Way::Member(&round.public_id, round.round),
                },
            })
            .collect();
        let voices = waiting.iter().map(|(row, ..)| row.voice).collect();
        letters.push((voices, letters::reminder(app, lang, email, &due)));
    }
    send(app, letters).await
}
