//! Rounds: start, open by address, answer, mark, share, delete.

use std::collections::BTreeMap;

use domain::assessment::{Answer, Answers, Coverage, Depth};
use domain::organisation::{OrganisationKind, OrganisationSize};
use serde::{Deserialize, Serialize};
use store::{NewRound, Saved, StoreError};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{DataKey, Secret};

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
    /// Goals marked done, with the time of marking in Unix milliseconds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub done: BTreeMap<String, i64>,
    /// Owner and date of the proposals on the decision page, by card.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub proposals: BTreeMap<String, Proposal>,
    /// Counts up when name, kind, size or coverage is saved, so that two who edit them notice.
    #[serde(default)]
    pub about_revision: u32,
    /// Counts up when volume or proposals are saved, for the same reason.
    #[serde(default)]
    pub decision_revision: u32,
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

/// What one person has said on one question: the answer, if any, and the grounds for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// `None`: not answered, though there may be a comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The grounds for the answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
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

/// A round, opened by someone who holds one of its addresses.
#[derive(Clone, Debug)]
pub struct Round {
    id: Uuid,
    voice: Uuid,
    key: DataKey,
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
    /// The answers that a result is computed from. A round tried by one person has one voice, and
    /// its answers are the round's.
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

/// What became of an answer that someone wanted to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is saved, or the very same was saved already.
    Saved,
    /// Someone saved another answer in between; nothing was overwritten.
    Conflict(Latest),
}

/// A read-only address that has been given out.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Names it when it is taken back.
    pub id: Uuid,
    /// The secret part of the address.
    pub secret: Secret,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
}

fn answer_place(question: &str) -> Vec<u8> {
    format!("answer {question}").into_bytes()
}

const FACTS_PLACE: &[u8] = b"facts";
const READER_PLACE: &[u8] = b"reader";

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
    load(app, tx, row, key, wanted).await.map(Some)
}

/// Opens a round by a read-only address; `None` if the address opens none or was taken back.
pub async fn open_read_only(app: &App, secret: &Secret) -> Result<Option<Round>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some((row, wrapped)) = tx.round_by_reader_hash(&secret.lookup()).await? else {
        return Ok(None);
    };
    let key = secret.unwrap(&wrapped)?;
    load(app, tx, row, key, Wanted::All).await.map(Some)
}

async fn load(
    app: &App,
    mut tx: store::Tx,
    row: store::RoundRow,
    key: DataKey,
    wanted: Wanted<'_>,
) -> Result<Round, ServiceError> {
    let answers = match wanted {
        Wanted::All => tx.latest_answers(row.voice).await?,
        Wanted::Only(questions) => {
            let edition = app.content.editions.get(&row.edition);
            let mut answers = Vec::with_capacity(questions.len());
            for question in questions {
                if edition.is_some_and(|edition| edition.question(question).is_some()) {
                    answers.extend(tx.latest_answer(row.voice, question).await?);
                }
            }
            answers
        }
    };
    let mut latest = BTreeMap::new();
    for answer in answers {
        let said = key.open(&answer_place(&answer.question), &answer.body)?;
        latest.insert(
            answer.question,
            Latest {
                said: serde_json::from_slice(&said)?,
                revision: answer.revision,
                at: answer.at,
            },
        );
    }
    Ok(Round {
        id: row.id,
        voice: row.voice,
        edition: row.edition,
        depth: if row.depth == depth_code(Depth::Quick) {
            Depth::Quick
        } else {
            Depth::Full
        },
        facts: serde_json::from_slice(&key.open(FACTS_PLACE, &row.facts)?)?,
        facts_revision: row.revision,
        created_at: row.created_at,
        touched_at: row.touched_at,
        latest,
        key,
    })
}

/// Saves answers, each with the revision that its form was made from. All that can be saved are
/// saved, in one transaction; the others come back as conflicts. The same content saved twice
/// (a double click, the back button) is no conflict and makes no new revision.
pub async fn save(
    app: &App,
    round: &Round,
    said: Vec<(String, i64, Said)>,
) -> Result<BTreeMap<String, Outcome>, ServiceError> {
    let (id, voice, now) = (round.id, round.voice, app.now());
    let mut bodies = Vec::new();
    for (question, revision, said) in &said {
        let body = round
            .key
            .seal(app, &answer_place(question), &serde_json::to_vec(said)?);
        bodies.push((question.clone(), *revision, body));
    }
    let results = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut results = Vec::with_capacity(bodies.len());
                for (question, revision, body) in bodies {
                    let saved = tx
                        .save_answer(voice, &question, revision, &body, now)
                        .await?;
                    results.push((question, saved));
                }
                tx.touch_round(id, now).await?;
                Ok::<_, StoreError>(results)
            })
        })
        .await?;
    let mut outcomes = BTreeMap::new();
    for ((question, saved), (_, _, wanted)) in results.into_iter().zip(said) {
        let outcome = match saved {
            Saved::Saved { .. } => Outcome::Saved,
            Saved::Conflict { latest } => {
                let plain = round.key.open(&answer_place(&question), &latest.body)?;
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

/// Makes a new read-only address.
pub async fn share(app: &App, round: &Round) -> Result<Secret, ServiceError> {
    let secret = Secret::new(app);
    let reader = store::NewReader {
        id: app.id(),
        round: round.id,
        hash: secret.lookup().to_vec(),
        key: secret.wrap(app, &round.key),
        secret: round.key.seal(app, READER_PLACE, secret.text().as_bytes()),
        at: app.now(),
    };
    app.store
        .write(move |tx| Box::pin(async move { tx.add_reader(&reader).await }))
        .await?;
    Ok(secret)
}

/// The read-only addresses that work now, oldest first.
pub async fn readers(app: &App, round: &Round) -> Result<Vec<Reader>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut readers = Vec::new();
    for row in tx.readers(round.id).await? {
        let text = round.key.open(READER_PLACE, &row.secret)?;
        let secret = std::str::from_utf8(&text).ok().and_then(Secret::parse);
        readers.push(Reader {
            id: row.id,
            secret: secret.ok_or(crate::secrets::Unreadable)?,
            created_at: row.created_at,
        });
    }
    Ok(readers)
}

/// Takes a read-only address back: it opens nothing from now on.
pub async fn revoke(app: &App, round: &Round, reader: Uuid) -> Result<(), ServiceError> {
    let (id, now) = (round.id, app.now());
    app.store
        .write(move |tx| Box::pin(async move { tx.revoke_reader(id, reader, now).await }))
        .await?;
    Ok(())
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
