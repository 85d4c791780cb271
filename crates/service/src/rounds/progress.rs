//! How far a round's respondents have come: never what they answer.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::Answer;
use domain::instrument::Role;
use store::Tx;
use uuid::Uuid;

use super::audiences::{Audience, audiences};
use super::respondents::Contact;
use super::{Round, Said, answer_place};
use crate::app::App;
use crate::error::ServiceError;
use crate::mail;

/// How a respondent came in, and what they are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person with an account: name, which may be empty, and address.
    Person {
        /// Which.
        id: Uuid,
        /// Empty if not told.
        name: String,
        /// Their address.
        email: String,
    },
    /// Invited by mail, without an account.
    Mail(String),
    /// Came in by a common address, with the name they told, if any.
    Link(Option<String>),
    /// An account that is no more.
    Gone,
}

/// How far a respondent has come.
#[derive(Clone, Debug)]
pub struct Respondent {
    /// Names them in forms.
    pub voice: Uuid,
    /// Who they are.
    pub who: Who,
    /// How many of the questions they are asked they have answered.
    pub answered: usize,
    /// Whether they have said that they are done.
    pub done: bool,
    /// When they were last reminded, Unix milliseconds.
    pub reminded_at: Option<i64>,
    /// Whether a mail to them since the round began could not be delivered.
    pub unreachable: bool,
    /// Whether a mail can reach them, and they take reminders.
    pub can_be_reminded: bool,
}

/// Those who are asked in one role, and how far each has come.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The audience.
    pub audience: Audience,
    /// Its respondents, in the order they came in.
    pub respondents: Vec<Respondent>,
}

/// How far a round has come.
#[derive(Clone, Debug)]
pub struct Progress {
    /// By role, in the order roles were asked.
    pub asked: Vec<Asked>,
    /// Questions that someone does not know yet and wants a role to be asked, which it is not.
    pub handed_on: BTreeMap<Role, BTreeSet<String>>,
    /// The day by which answers are asked for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
}

/// How far a round has come.
pub async fn progress(app: &App, round: &Round) -> Result<Progress, ServiceError> {
    let audiences = audiences(app, round).await?;
    let mut tx = app.store.read().await?;
    let belongs = tx.organisation_round(round.id).await?;
    let mut asked: Vec<Asked> = audiences
        .into_iter()
        .map(|audience| Asked {
            audience,
            respondents: Vec::new(),
        })
        .collect();
    let failed = tx.failed_mails(round.created_at).await?;
    let failed: BTreeSet<String> = failed
        .into_iter()
        .map(|mail| mail::known(app, mail).to)
        .collect();
    let mut handed_on: BTreeMap<Role, BTreeSet<String>> = BTreeMap::new();
    for row in tx.respondents(round.id).await? {
        let in_audience = asked
            .iter_mut()
            .find(|asked| asked.audience.id == row.audience);
        let (None, Some(asked)) = (row.removed_at, in_audience) else {
            continue;
        };
        let mut answered = 0;
        for (question, said) in said(&mut tx, round, row.voice).await? {
            let here = asked.audience.questions.contains(&question);
            answered += usize::from(here && said.answer.is_some());
            if let (true, Some(Answer::DontKnow), Some(role)) = (here, &said.answer, said.ask) {
                handed_on.entry(role).or_default().insert(question);
            }
        }
        let contact = Contact::of(&round.key, &row)?;
        let who = who(&mut tx, row.person, contact).await?;
        let address = match &who {
            Who::Person { email, .. } | Who::Mail(email) => Some(email),
            Who::Link(_) | Who::Gone => None,
        };
        asked.respondents.push(Respondent {
            voice: row.voice,
            answered,
            done: row.done_at.is_some(),
            reminded_at: row.reminded_at,
            unreachable: address.is_some_and(|address| failed.contains(address)),
            can_be_reminded: row.remind && matches!(who, Who::Person { .. } | Who::Mail(_)),
            who,
        });
    }
    for asked in &asked {
        if let Some(wanted) = handed_on.get_mut(&asked.audience.role) {
            wanted.retain(|question| !asked.audience.questions.contains(question));
        }
    }
    handed_on.retain(|_, questions| !questions.is_empty());
    Ok(Progress {
        asked,
        handed_on,
        answer_by: belongs.and_then(|row| row.answer_by),
    })
}

async fn who(tx: &mut Tx, person: Option<Uuid>, contact: Contact) -> Result<Who, ServiceError> {
    if let Some(id) = person {
        let person = tx.person(id).await?;
        return Ok(person.map_or(Who::Gone, |person| Who::Person {
            id,
            name: person.name,
            email: person.email,
        }));
    }
    Ok(match (contact.email, contact.secret) {
        (Some(email), _) => Who::Mail(email),
        (None, Some(_)) => Who::Link(contact.name),
        (None, None) => Who::Gone,
    })
}

/// What a voice has said, by question.
pub(super) async fn said(
    tx: &mut Tx,
    round: &Round,
    voice: Uuid,
) -> Result<BTreeMap<String, Said>, ServiceError> {
    let mut said = BTreeMap::new();
    for row in tx.latest_answers(voice).await? {
        let plain = round.key.open(&answer_place(&row.of), &row.body)?;
        said.insert(row.of, serde_json::from_slice(&plain)?);
    }
    Ok(said)
}
