//! Rounds: start, open by address, answer, mark, share, delete.

pub mod agreement;
pub mod audiences;
mod changes;
mod letters;
pub mod listing;
mod note;
pub mod of_organisation;
pub mod own;
pub mod previous;
pub mod progress;
pub mod reminders;
pub mod respondents;
pub(crate) mod restoring;
mod sharing;
pub mod starting;

use std::collections::{BTreeMap, BTreeSet};

use domain::account::{Scope, Stage};
use domain::advice::OwnTargets;
use domain::assessment::{Answer, Answers, Coverage, Depth};
use domain::instrument::Role;
use domain::organisation::{OrganisationKind, OrganisationSize};
use serde::{Deserialize, Serialize};
use store::{NewRound, StoreError};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{DataKey, Secret};

pub use changes::{Outcome, change_facts, change_facts_if, deepen, mark_done, save};
pub(crate) use note::Note;
pub use previous::Previous;
pub use sharing::{Reader, readers, revoke, share};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What an organisation says of itself and has decided about the round, apart from answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The organisation's name, if it wants it on its pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind of organisation it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// Its size by yearly purchasing volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<OrganisationSize>,
    /// Whom the answers cover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// What it buys for in a year, kronor, for the decision page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<u64>,
    /// Goals marked done in a round tried by one person, with the time of marking in Unix
    /// milliseconds. In a round of many, each voice has its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub done: BTreeMap<String, i64>,
    /// Owner and date of the proposals on the decision page, by card.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub proposals: BTreeMap<String, Proposal>,
    /// The levels that the organisation aims for, by goal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: OwnTargets,
    /// What the round before answered, if this one was started from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// Counts up when name, kind, size or coverage is saved, so that two who edit them notice.
    #[serde(default)]
    pub about_revision: u32,
    /// Counts up when volume or proposals are saved, for the same reason.
    #[serde(default)]
    pub decision_revision: u32,
    /// Counts up when targets are saved, for the same reason.
    #[serde(default)]
    pub targets_revision: u32,
}

impl Facts {
    /// Whether what the result leans on is told: what kind of organisation it is, and whom the
    /// answers cover.
    pub fn told(&self) -> bool {
        self.kind.is_some() && self.coverage.is_some()
    }
}

/// Who is to do a tip and when, in the organisation's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// A function or unit.
    #[serde(default)]
    pub owner: String,
    /// A date or time, as the organisation writes it.
    #[serde(default)]
    pub date: String,
}

/// What one person, or the group, has said on one question: the answer, if any, and the grounds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// `None`: not answered, though there may be a comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The grounds for the answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// "Vet inte än, fråga …": who could know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<Role>,
}

/// What was said last on a question, and which revision it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Latest {
    /// The answer and its grounds.
    pub said: Said,
    /// Counts up from 1; 0 when nothing is saved.
    pub revision: i64,
    /// When it was saved, Unix milliseconds.
    pub at: i64,
}

/// Whose answers a round is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
enum View {
    /// A voice's own.
    Own(Own),
    /// What the group has agreed.
    Agreed,
}

/// Who answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Own {
    /// The one voice of a round tried without an account: its done marks are the round's.
    Only(Uuid),
    /// One voice of many, with the revision of its own document.
    OneOfMany { voice: Uuid, document: i64 },
    /// A member who may answer and has not begun. The voice is made when they save.
    NotBegun { person: Uuid },
}

/// What makes a round an organisation's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// The organisation.
    pub organisation: Uuid,
    /// How far the round has come.
    pub stage: Stage,
    /// The shared purchasing unit that prepares it.
    pub prepared_by: Option<Uuid>,
    /// The round it was started from, which may be gone.
    pub previous: Option<Uuid>,
}

/// A round, opened by someone who may.
#[derive(Clone, Debug)]
pub struct Round {
    id: Uuid,
    view: View,
    key: DataKey,
    /// Whose it is; `None` for a round tried without an account.
    pub belongs: Option<Belonging>,
    /// The questions that this voice is asked; `None`: all that the depth asks.
    pub asked: Option<BTreeSet<String>>,
    /// Goals marked done by whoever answers, with the time of marking in Unix milliseconds.
    pub done: BTreeMap<String, i64>,
    /// The edition it is answered on.
    pub edition: String,
    /// Snabbkollen or hela kollen.
    pub depth: Depth,
    /// What the organisation says of itself.
    pub facts: Facts,
    /// Revision of the facts, counted from 0.
    pub facts_revision: i64,
    /// When it was started, Unix milliseconds.
    pub created_at: i64,
    /// When it was last changed, Unix milliseconds.
    pub touched_at: i64,
    /// What was last said, by question, as far as it was wanted when the round was opened.
    pub latest: BTreeMap<String, Latest>,
}

impl Round {
    /// Its id.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// What its texts are encrypted with.
    pub(crate) fn key(&self) -> &DataKey {
        &self.key
    }

    /// Whether this voice is asked a question that the round's depth asks.
    pub fn asks(&self, question: &str) -> bool {
        self.asked
            .as_ref()
            .is_none_or(|asked| asked.contains(question))
    }

    /// The answers that a result is computed from: the agreed ones, or, in a round tried by one
    /// person, that person's.
    pub fn answers(&self) -> Answers {
        self.latest
            .iter()
            .filter_map(|(question, latest)| {
                let answer = latest.said.answer.clone()?;
                Some((question.clone(), answer))
            })
            .collect()
    }

    /// What was last said on a question; empty with revision 0 if nothing was.
    pub fn latest(&self, question: &str) -> Latest {
        self.latest.get(question).cloned().unwrap_or_default()
    }

    /// When the round is deleted if nobody changes it, Unix milliseconds.
    pub fn expires_at(&self, app: &App) -> i64 {
        self.touched_at + i64::from(app.settings.keep_days) * DAY
    }
}

fn answer_place(question: &str) -> Vec<u8> {
    format!("answer {question}").into_bytes()
}

fn agreement_place(question: &str) -> Vec<u8> {
    format!("agreement {question}").into_bytes()
}

const FACTS_PLACE: &[u8] = b"facts";

fn depth_code(depth: Depth) -> &'static str {
    match depth {
        Depth::Quick => "quick",
        Depth::Full => "full",
    }
}

/// Starts a round on the current edition and returns its secret address.
pub async fn start(app: &App, depth: Depth) -> Result<Secret, ServiceError> {
    create(
        app,
        &app.content.current,
        depth,
        &Facts::default(),
        &BTreeMap::new(),
    )
    .await
}

/// Writes a whole round in one transaction: a new one, or one loaded from a file.
pub(crate) async fn create(
    app: &App,
    edition: &str,
    depth: Depth,
    facts: &Facts,
    said: &BTreeMap<String, Said>,
) -> Result<Secret, ServiceError> {
    let secret = Secret::new(app);
    let key = DataKey::new(app);
    let now = app.now();
    let voice = app.id();
    let round = NewRound {
        id: app.id(),
        write_hash: secret.lookup().to_vec(),
        write_key: secret.wrap(app, &key),
        edition: edition.to_owned(),
        depth: depth_code(depth).to_owned(),
        facts: key.seal(app, FACTS_PLACE, &serde_json::to_vec(facts)?),
        at: now,
    };
    let mut bodies = Vec::with_capacity(said.len());
    for (question, said) in said {
        let body = key.seal(app, &answer_place(question), &serde_json::to_vec(said)?);
        bodies.push((question.clone(), body));
    }
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.create_round(&round).await?;
                tx.create_voice(voice, round.id, now).await?;
                for (question, body) in &bodies {
                    tx.save_answer(voice, question, 0, body, now).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(secret)
}

/// Which answers a round is opened with.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// All of them.
    All,
    /// Those on these questions alone, which is much faster. An id that is no question has none.
    Only(&'a [&'a str]),
}

/// Opens a round by its secret address; `None` if the address opens none.
pub async fn open(
    app: &App,
    secret: &Secret,
    wanted: Wanted<'_>,
) -> Result<Option<Round>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.round_by_write_hash(&secret.lookup()).await? else {
        return Ok(None);
    };
    let key = secret.unwrap(&row.write_key)?;
    let view = View::Own(Own::Only(row.voice));
    load(app, tx, row, key, None, view, wanted).await.map(Some)
}

/// Opens a round by a read-only address, and says how much it may show; `None` if the address
/// opens none, has had its time or was taken back.
pub async fn open_read_only(
    app: &App,
    secret: &Secret,
) -> Result<Option<(Round, Scope)>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some((row, reader)) = tx.round_by_reader_hash(&secret.lookup(), app.now()).await? else {
        return Ok(None);
    };
    let key = secret.unwrap(&reader.key)?;
    // A scope that this version does not know shows as little as there is.
    let scope = Scope::try_from(reader.scope.as_str()).unwrap_or(Scope::Decision);
    let belongs = of_organisation::belonging(&mut tx, row.id).await?;
    let view = match belongs {
        Some(_) => View::Agreed,
        None => View::Own(Own::Only(row.voice)),
    };
    let round = load(app, tx, row, key, belongs, view, Wanted::All).await?;
    Ok(Some((round, scope)))
}

async fn load(
    app: &App,
    mut tx: store::Tx,
    row: store::RoundRow,
    key: DataKey,
    belongs: Option<Belonging>,
    view: View,
    wanted: Wanted<'_>,
) -> Result<Round, ServiceError> {
    let voice = match view {
        View::Own(Own::Only(voice) | Own::OneOfMany { voice, .. }) => Some(voice),
        View::Own(Own::NotBegun { .. }) | View::Agreed => None,
    };
    let answers = match (&view, voice, wanted) {
        (View::Agreed, _, Wanted::All) => tx.latest_agreements(row.id).await?,
        (_, Some(voice), Wanted::All) => tx.latest_answers(voice).await?,
        (_, None, Wanted::All) => Vec::new(),
        (_, _, Wanted::Only(questions)) => {
            let edition = app.content.editions.get(&row.edition);
            let mut answers = Vec::with_capacity(questions.len());
            for question in questions {
                if edition.is_some_and(|edition| edition.question(question).is_some()) {
                    let latest = match (&view, voice) {
                        (View::Agreed, _) => tx.latest_agreement(row.id, question).await?,
                        (_, Some(voice)) => tx.latest_answer(voice, question).await?,
                        (_, None) => None,
                    };
                    answers.extend(latest);
                }
            }
            answers
        }
    };
    let place = match view {
        View::Agreed => agreement_place,
        View::Own(_) => answer_place,
    };
    let mut latest = BTreeMap::new();
    for answer in answers {
        let said = key.open(&place(&answer.of), &answer.body)?;
        latest.insert(
            answer.of,
            Latest {
                said: serde_json::from_slice(&said)?,
                revision: answer.revision,
                at: answer.at,
            },
        );
    }
    let facts: Facts = serde_json::from_slice(&key.open(FACTS_PLACE, &row.facts)?)?;
    Ok(Round {
        id: row.id,
        view,
        belongs,
        asked: None,
        done: facts.done.clone(),
        edition: row.edition,
        depth: if row.depth == depth_code(Depth::Quick) {
            Depth::Quick
        } else {
            Depth::Full
        },
        facts,
        facts_revision: row.revision,
        created_at: row.created_at,
        touched_at: row.touched_at,
        latest,
        key,
    })
}

/// Deletes the round and everything in it.
pub async fn delete(app: &App, round: &Round) -> Result<(), ServiceError> {
    let id = round.id;
    app.store
        .write(move |tx| Box::pin(async move { tx.delete_round(id).await }))
        .await?;
    Ok(())
}

/// Deletes rounds that nobody has changed for the stated time. Returns how many.
pub async fn delete_unused(app: &App) -> Result<u64, ServiceError> {
    let before = app.now() - i64::from(app.settings.keep_days) * DAY;
    let deleted = app
        .store
        .write(move |tx| Box::pin(async move { tx.delete_untouched_before(before).await }))
        .await?;
    Ok(deleted)
}
