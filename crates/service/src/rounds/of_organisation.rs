//! Rounds that belong to an organisation: many answer, each alone, and the group agrees.
//!
//! The data key is wrapped with the key outside the database. Whoever opens a round here has been
//! found to be allowed to by `domain::account::can`; these functions check only that what is asked
//! for is there.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Stage;
use domain::assessment::Depth;
use domain::instrument::{Edition, Role};
use serde::{Deserialize, Serialize};
use store::{AudienceRow, NewRound, OrganisationRoundRow, RespondentRow, StoreError, Tx};
use uuid::Uuid;

use super::{
    Belonging, FACTS_PLACE, Facts, Own, Round, Said, View, Wanted, answer_place, depth_code, load,
};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::secrets::{DataKey, Secret};

/// Where a respondent's own document is kept.
const OWN_PLACE: &[u8] = b"respondent";
/// Where an audience's common address is kept.
pub(crate) const AUDIENCE_PLACE: &[u8] = b"audience";

/// What a respondent has noted for themselves, apart from answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnDocument {
    /// Goals marked done, with the time of marking in Unix milliseconds.
    #[serde(default)]
    pub done: BTreeMap<String, i64>,
}

/// A round to be started.
#[derive(Clone, Debug)]
pub struct Start {
    /// Whose it is to be.
    pub organisation: Uuid,
    /// The person who starts it.
    pub by: Uuid,
    /// The edition to answer on.
    pub edition: String,
    /// Snabbkollen or hela kollen.
    pub depth: Depth,
    /// What is known of the organisation.
    pub facts: Facts,
    /// What the one who starts it has answered already, if anything.
    pub said: BTreeMap<String, Said>,
    /// The round it is started from.
    pub previous: Option<Uuid>,
    /// The shared purchasing unit that prepares it.
    pub prepared_by: Option<Uuid>,
}

/// The questions that a role is asked unless the contact person decides otherwise: the management
/// those that are the management's first, purchasing all, the others those they can answer.
pub fn suggested(edition: &Edition, depth: Depth, role: Role) -> Vec<String> {
    edition
        .places()
        .filter(|(place, _)| depth == Depth::Full || place.mapped.quick)
        .filter(|(_, question)| role == Role::Inkop || question.roles.contains(&role))
        .map(|(_, question)| question.id.clone())
        .collect()
}

/// What makes a round an organisation's, if it is one's.
pub(super) async fn belonging(tx: &mut Tx, round: Uuid) -> Result<Option<Belonging>, ServiceError> {
    let Some(row) = tx.organisation_round(round).await? else {
        return Ok(None);
    };
    of_row(&row).map(Some)
}

fn of_row(row: &OrganisationRoundRow) -> Result<Belonging, ServiceError> {
    Ok(Belonging {
        organisation: row.organisation,
        stage: Stage::try_from(row.stage.as_str())
            .map_err(|error| StoreError::Other(error.to_string()))?,
        prepared_by: row.prepared_by,
        previous: row.previous,
    })
}

/// Whose a round is and how far it has come; `None` for one that is no organisation's.
pub async fn find(app: &App, round: Uuid) -> Result<Option<Belonging>, ServiceError> {
    belonging(&mut app.store.read().await?, round).await
}

pub(super) fn data_key(app: &App, row: &OrganisationRoundRow) -> Result<DataKey, ServiceError> {
    Ok(app.key.unwrap(row.round.as_bytes(), &row.key)?)
}

/// A round that is ready to be stored in the caller's transaction, together with what else the
/// start of it means. The one who starts it answers with purchasing.
pub(crate) struct Prepared {
    round: NewRound,
    belongs: OrganisationRoundRow,
    audience: AudienceRow,
    voice: Uuid,
    respondent: RespondentRow,
    said: Vec<(String, Vec<u8>)>,
}

impl Prepared {
    /// Seals what is to be stored.
    pub(crate) fn new(app: &App, start: &Start) -> Result<Self, ServiceError> {
        let (key, now, id, voice) = (DataKey::new(app), app.now(), app.id(), app.id());
        let edition = app
            .content
            .editions
            .get(&start.edition)
            .ok_or_else(|| StoreError::Other("no such edition".to_owned()))?;
        let audience = audience(
            app,
            id,
            &key,
            Role::Inkop,
            &suggested(edition, start.depth, Role::Inkop),
        )?;
        let mut said = Vec::with_capacity(start.said.len());
        for (question, what) in &start.said {
            let body = key.seal(app, &answer_place(question), &serde_json::to_vec(what)?);
            said.push((question.clone(), body));
        }
        Ok(Prepared {
            round: NewRound {
                id,
                write_hash: app.bytes::<32>().to_vec(),
                write_key: Vec::new(),
                edition: start.edition.clone(),
                depth: depth_code(start.depth).to_owned(),
                facts: key.seal(app, FACTS_PLACE, &serde_json::to_vec(&start.facts)?),
                at: now,
            },
            belongs: OrganisationRoundRow {
                round: id,
                organisation: start.organisation,
                key: app.key.wrap(app, id.as_bytes(), &key),
                stage: Stage::Answering.code().to_owned(),
                previous: start.previous,
                prepared_by: start.prepared_by,
                started_by: Some(start.by),
                answer_by: None,
                closed_at: None,
            },
            respondent: respondent(voice, id, audience.id, Some(start.by)),
            audience,
            voice,
            said,
        })
    }

    /// The id that the round gets.
    pub(crate) fn id(&self) -> Uuid {
        self.round.id
    }

    /// Stores it.
    pub(crate) async fn store(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.create_round(&self.round).await?;
        tx.add_organisation_round(&self.belongs).await?;
        tx.add_audience(&self.audience).await?;
        tx.create_voice(self.voice, self.round.id, self.round.at)
            .await?;
        tx.add_respondent(&self.respondent).await?;
        for (question, body) in &self.said {
            tx.save_answer(self.voice, question, 0, body, self.round.at)
                .await?;
        }
        Ok(())
    }
}

/// Starts a round for an organisation and gives its id.
pub async fn start(app: &App, start: &Start) -> Result<Uuid, ServiceError> {
    let prepared = Prepared::new(app, start)?;
    let id = prepared.id();
    let (organisation, mut act) = (start.organisation, Act::new(app, By::Person(start.by)));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                prepared.store(tx).await?;
                let what = EventKind::RoundStarted;
                act.record(tx, Some(organisation), what, Detail::default())
                    .await
            })
        })
        .await?;
    Ok(id)
}

/// A new audience with a common address of its own.
pub(crate) fn audience(
    app: &App,
    round: Uuid,
    key: &DataKey,
    role: Role,
    questions: &[String],
) -> Result<AudienceRow, ServiceError> {
    let secret = Secret::new(app);
    Ok(AudienceRow {
        id: app.id(),
        round,
        role: role.code().to_owned(),
        questions: serde_json::to_string(questions)?,
        hash: secret.lookup().to_vec(),
        key: secret.wrap(app, key),
        secret: key.seal(app, AUDIENCE_PLACE, secret.text().as_bytes()),
        created_at: app.now(),
        revoked_at: None,
    })
}

/// A respondent who has not been invited by mail and has noted nothing.
pub(crate) fn respondent(
    voice: Uuid,
    round: Uuid,
    audience: Uuid,
    person: Option<Uuid>,
) -> RespondentRow {
    RespondentRow {
        voice,
        round,
        audience,
        person,
        hash: None,
        key: None,
        contact: None,
        document: None,
        document_revision: 0,
        invited_at: None,
        reminded_at: None,
        remind: true,
        done_at: None,
        removed_at: None,
    }
}

/// Takes a round tried without an account into an organisation: it keeps its answers, as those of
/// the one who brings it, and its secret addresses stop working. `None` if the address opens none
/// or the round is an organisation's already.
pub async fn take_in(
    app: &App,
    secret: &Secret,
    organisation: Uuid,
    by: Uuid,
) -> Result<Option<Uuid>, ServiceError> {
    let Some(round) = super::open(app, secret, Wanted::All).await? else {
        return Ok(None);
    };
    let (View::Own(Own::Only(voice)), Some(edition)) =
        (&round.view, app.content.editions.get(&round.edition))
    else {
        return Ok(None);
    };
    let audience = audience(
        app,
        round.id,
        &round.key,
        Role::Inkop,
        &suggested(edition, round.depth, Role::Inkop),
    )?;
    let own = OwnDocument {
        done: round.facts.done.clone(),
    };
    let mut respondent = respondent(*voice, round.id, audience.id, Some(by));
    respondent.document = Some(round.key.seal(app, OWN_PLACE, &serde_json::to_vec(&own)?));
    let belongs = OrganisationRoundRow {
        round: round.id,
        organisation,
        key: app.key.wrap(app, round.id.as_bytes(), &round.key),
        stage: Stage::Answering.code().to_owned(),
        previous: None,
        prepared_by: None,
        started_by: Some(by),
        answer_by: None,
        closed_at: None,
    };
    let (id, now, no_address) = (round.id, app.now(), app.bytes::<32>());
    let mut act = Act::new(app, By::Person(by));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.add_organisation_round(&belongs).await?;
                tx.add_audience(&audience).await?;
                tx.add_respondent(&respondent).await?;
                tx.close_addresses(id, &no_address, now).await?;
                let what = EventKind::RoundTakenIn;
                act.record(tx, Some(organisation), what, Detail::default())
                    .await
            })
        })
        .await?;
    Ok(Some(id))
}

/// Whether someone who has no place in a round any longer has had one: they were a member of its
/// organisation, or are among its respondents.
pub async fn took_part(
    app: &App,
    round: Uuid,
    organisation: Uuid,
    person: Uuid,
) -> Result<bool, ServiceError> {
    let mut tx = app.store.read().await?;
    let membership = tx.membership_of(organisation, person).await?;
    Ok(membership.is_some_and(|row| row.state == "ended")
        || tx.respondent_by_person(round, person).await?.is_some())
}

/// Opens a round for a member who answers: with their own answers. A member who has not begun has
/// none, and gets a voice when they save. `None` if there is no such round.
///
/// # Errors
/// [`ServiceError::Removed`] for a member who was removed from the round.
pub async fn open_own(
    app: &App,
    round: Uuid,
    person: Uuid,
    wanted: Wanted<'_>,
) -> Result<Option<Round>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(belongs) = tx.organisation_round(round).await? else {
        return Ok(None);
    };
    let key = data_key(app, &belongs)?;
    let respondent = tx.respondent_by_person(round, person).await?;
    let not_begun = Own::NotBegun { person };
    open_voice(app, tx, &belongs, key, respondent, not_begun, wanted).await
}

/// Opens a round by a svarslänk: with the answers of whoever holds it, and only the questions they
/// are asked. `None` if the address opens none.
///
/// # Errors
/// [`ServiceError::Removed`] if its holder was removed from the round.
pub async fn open_guest(
    app: &App,
    secret: &Secret,
    wanted: Wanted<'_>,
) -> Result<Option<Round>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(respondent) = tx.respondent_by_hash(&secret.lookup()).await? else {
        return Ok(None);
    };
    let Some(belongs) = tx.organisation_round(respondent.round).await? else {
        return Ok(None);
    };
    let key = secret.unwrap(respondent.key.as_deref().unwrap_or_default())?;
    let only = Own::Only(respondent.voice);
    open_voice(app, tx, &belongs, key, Some(respondent), only, wanted).await
}

async fn open_voice(
    app: &App,
    mut tx: Tx,
    belongs: &OrganisationRoundRow,
    key: DataKey,
    respondent: Option<RespondentRow>,
    otherwise: Own,
    wanted: Wanted<'_>,
) -> Result<Option<Round>, ServiceError> {
    let own = match &respondent {
        Some(respondent) if respondent.removed_at.is_some() => return Err(ServiceError::Removed),
        Some(respondent) => Own::OneOfMany {
            voice: respondent.voice,
            document: respondent.document_revision,
        },
        None => otherwise,
    };
    let voice = match own {
        Own::OneOfMany { voice, .. } | Own::Only(voice) => voice,
        Own::NotBegun { .. } => Uuid::nil(),
    };
    let Some(row) = tx.round_with_voice(belongs.round, voice).await? else {
        return Ok(None);
    };
    let asked = match &respondent {
        Some(respondent) => asked(&mut tx, respondent).await?,
        None => None,
    };
    let document = match respondent.and_then(|respondent| respondent.document) {
        Some(sealed) => serde_json::from_slice(&key.open(OWN_PLACE, &sealed)?)?,
        None => OwnDocument::default(),
    };
    let belonging = of_row(belongs)?;
    let mut round = load(app, tx, row, key, Some(belonging), View::Own(own), wanted).await?;
    round.asked = asked;
    round.done = document.done;
    Ok(Some(round))
}

/// The questions that a respondent's audience is asked.
async fn asked(
    tx: &mut Tx,
    respondent: &RespondentRow,
) -> Result<Option<BTreeSet<String>>, ServiceError> {
    let audiences = tx.audiences(respondent.round).await?;
    let audience = audiences
        .into_iter()
        .find(|audience| audience.id == respondent.audience);
    match audience {
        Some(audience) => Ok(Some(serde_json::from_str(&audience.questions)?)),
        None => Ok(None),
    }
}

/// Opens a round with what the group has agreed. `None` if there is no such round.
pub async fn open_agreed(app: &App, round: Uuid) -> Result<Option<Round>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(belongs) = tx.organisation_round(round).await? else {
        return Ok(None);
    };
    let key = data_key(app, &belongs)?;
    let Some(row) = tx.round_with_voice(round, Uuid::nil()).await? else {
        return Ok(None);
    };
    let belonging = of_row(&belongs)?;
    load(
        app,
        tx,
        row,
        key,
        Some(belonging),
        View::Agreed,
        Wanted::All,
    )
    .await
    .map(Some)
}

/// The voice that a round's answers are saved on. A member who has not begun gets one, in the
/// round's first audience.
pub(super) async fn voice(app: &App, round: &Round) -> Result<Uuid, ServiceError> {
    let person = match &round.view {
        View::Own(Own::Only(voice) | Own::OneOfMany { voice, .. }) => return Ok(*voice),
        View::Own(Own::NotBegun { person }) => *person,
        View::Agreed => {
            return Err(StoreError::Other("agreed answers are no voice's".to_owned()).into());
        }
    };
    let (id, now, new) = (round.id, app.now(), app.id());
    let voice = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                if !tx.hold_stage(id, Stage::Answering.code()).await? {
                    return Err(ServiceError::OtherStage);
                }
                // Someone may have begun in another window.
                if let Some(begun) = tx.respondent_by_person(id, person).await? {
                    return Ok(begun.voice);
                }
                let audiences = tx.audiences(id).await?;
                let first = audiences
                    .first()
                    .ok_or_else(|| StoreError::Conflict("deleted in between".to_owned()))?;
                tx.create_voice(new, id, now).await?;
                tx.add_respondent(&respondent(new, id, first.id, Some(person)))
                    .await?;
                Ok(new)
            })
        })
        .await?;
    Ok(voice)
}

/// Changes what a respondent has noted for themselves. If they stored something from another
/// window in between, `change` alters that instead.
pub(super) async fn change_own(
    app: &App,
    round: &Round,
    change: impl Fn(&mut OwnDocument),
) -> Result<(), ServiceError> {
    let voice = voice(app, round).await?;
    loop {
        let Some(row) = app.store.read().await?.respondent(voice).await? else {
            return Ok(());
        };
        let mut own: OwnDocument = match &row.document {
            Some(sealed) => serde_json::from_slice(&round.key.open(OWN_PLACE, sealed)?)?,
            None => OwnDocument::default(),
        };
        change(&mut own);
        let body = round.key.seal(app, OWN_PLACE, &serde_json::to_vec(&own)?);
        let expected = row.document_revision;
        let saved = app
            .store
            .write(move |tx| {
                Box::pin(async move { tx.save_respondent_document(voice, expected, &body).await })
            })
            .await?;
        if saved {
            return Ok(());
        }
    }
}

/// Keeps a round open for answers until the transaction ends.
///
/// # Errors
/// [`ServiceError::OtherStage`] if answering is closed.
pub(super) async fn hold_answering(tx: &mut Tx, round: Uuid) -> Result<(), ServiceError> {
    if tx.hold_stage(round, Stage::Answering.code()).await? {
        Ok(())
    } else {
        Err(ServiceError::OtherStage)
    }
}
