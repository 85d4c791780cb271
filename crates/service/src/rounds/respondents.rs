//! Who answers in an organisation's round: how colleagues come in, say that they are done, and are
//! removed.

use std::collections::BTreeSet;
use std::net::IpAddr;

use domain::account::{Action, Actor, Stage, can};
use domain::organisation::EmailAddress;
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use store::{NewMail, OrganisationRoundRow, RespondentRow, StoreError, Tx};
use uuid::Uuid;

use super::Round;
use super::audiences::audiences;
use super::letters::{self, Way};
use super::of_organisation::{data_key, hold_answering, respondent};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, Organisation, standing};
use crate::secrets::{DataKey, Secret, requester_key};

/// Where name, address and svarslänk are kept, encrypted.
const CONTACT_PLACE: &[u8] = b"contact";
/// Colleagues that one requester may come in as within an hour: a whole organisation may look like
/// one.
const JOIN_PER_REQUESTER: i64 = 100;
/// Invitations that may be mailed for one round within an hour.
const INVITE_PER_ROUND: i64 = 200;
const HOUR: i64 = 60 * 60 * 1000;

/// How a respondent without an account is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    /// As they have told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Where they were invited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    /// Their svarslänk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) secret: Option<String>,
    /// The language to write in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<Lang>,
}

impl Contact {
    fn seal(&self, app: &App, key: &DataKey) -> Result<Vec<u8>, ServiceError> {
        Ok(key.seal(app, CONTACT_PLACE, &serde_json::to_vec(self)?))
    }

    /// Of a stored respondent; empty for one with an account.
    pub(super) fn of(key: &DataKey, row: &RespondentRow) -> Result<Contact, ServiceError> {
        match &row.contact {
            Some(sealed) => Ok(serde_json::from_slice(&key.open(CONTACT_PLACE, sealed)?)?),
            None => Ok(Contact::default()),
        }
    }
}

/// What became of a list of addresses to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invited {
    /// Those who answer already were left alone.
    Sent {
        /// How many were invited now.
        now: usize,
        /// The addresses of those who answer already.
        already: Vec<String>,
    },
    /// Too many in too short a time; nobody was invited.
    TooMany,
}

/// Someone to invite: with a svarslänk, or, for a member of the organisation, with a link to their
/// own answers.
struct Candidate {
    email: String,
    row: RespondentRow,
    guest: NewMail,
    member: NewMail,
}

/// Who asks colleagues, for the mail.
#[derive(Clone, Copy, Debug)]
pub struct Inviter<'a> {
    /// Whose round it is.
    pub organisation: &'a Organisation,
    /// The name of who asks.
    pub name: &'a str,
    /// The language of the mail.
    pub lang: Lang,
}

/// Asks colleagues by mail. Each gets a svarslänk of their own; a member of the organisation gets a
/// link to their own answers instead.
pub async fn invite(
    app: &App,
    round: &Round,
    audience: Uuid,
    by: Inviter<'_>,
    addresses: &BTreeSet<EmailAddress>,
) -> Result<Invited, ServiceError> {
    let asked = audiences(app, round).await?;
    let Some(asked) = asked.into_iter().find(|asked| asked.id == audience) else {
        return Err(StoreError::Conflict("no such audience".to_owned()).into());
    };
    let mut tx = app.store.read().await?;
    let Some(belongs) = tx.organisation_round(round.id).await? else {
        return Err(ServiceError::OtherStage);
    };
    drop(tx);
    let invitation = letters::Invitation {
        organisation: &by.organisation.name,
        from: by.name,
        questions: asked.questions.len(),
        answer_by: belongs.answer_by.clone(),
    };
    let (id, now) = (round.id, app.now());
    let mut candidates = Vec::with_capacity(addresses.len());
    for email in addresses {
        let secret = Secret::new(app);
        let contact = Contact {
            email: Some(email.as_str().to_owned()),
            lang: Some(by.lang),
            secret: Some(secret.text()),
            name: None,
        };
        let mut row = guest(app, round.id, &round.key, audience, &secret, &contact)?;
        row.invited_at = Some(now);
        let mail = |way: Way<'_>| letters::invitation(app, by.lang, email, &invitation, way);
        candidates.push(Candidate {
            email: email.as_str().to_owned(),
            row,
            guest: mail(Way::Guest(&secret)),
            member: mail(Way::Member(&by.organisation.public_id, id)),
        });
    }
    let key = round.key.clone();
    let (counted, window) = (id.into_bytes(), now - now.rem_euclid(HOUR));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                hold_answering(tx, id).await?;
                for _ in &candidates {
                    let sent = tx.count_hit("invitations", &counted, window).await?;
                    if sent > INVITE_PER_ROUND {
                        return Ok(Invited::TooMany);
                    }
                }
                let known = known(tx, id, &key).await?;
                let (mut invited, mut already) = (0, Vec::new());
                for candidate in candidates {
                    if known.contains(&candidate.email) {
                        already.push(candidate.email);
                    } else {
                        add(tx, &belongs, candidate).await?;
                        invited += 1;
                    }
                }
                Ok(Invited::Sent {
                    now: invited,
                    already,
                })
            })
        })
        .await
}

/// Adds one who is invited, and the mail.
async fn add(
    tx: &mut Tx,
    belongs: &OrganisationRoundRow,
    candidate: Candidate,
) -> Result<(), ServiceError> {
    let Candidate {
        email,
        mut row,
        guest,
        member,
    } = candidate;
    let Some(person) = answering_member(tx, belongs, &email).await? else {
        tx.create_voice(row.voice, row.round, guest.at).await?;
        tx.add_respondent(&row).await?;
        tx.enqueue_mail(&guest).await?;
        return Ok(());
    };
    // Only someone who was removed is in the round and not known.
    match tx.respondent_by_person(row.round, person).await? {
        Some(removed) => tx.restore_respondent(removed.voice, row.audience).await?,
        None => {
            (row.hash, row.key, row.contact) = (None, None, None);
            row.person = Some(person);
            tx.create_voice(row.voice, row.round, member.at).await?;
            tx.add_respondent(&row).await?;
        }
    }
    tx.enqueue_mail(&member).await?;
    Ok(())
}

/// The person with this address, if they may answer in the round.
async fn answering_member(
    tx: &mut Tx,
    belongs: &OrganisationRoundRow,
    email: &str,
) -> Result<Option<Uuid>, StoreError> {
    let Some(person) = tx.person_by_email(email).await? else {
        return Ok(None);
    };
    let may = may_answer(tx, belongs, person.id).await?;
    Ok(may.then_some(person.id))
}

/// Whether a person may answer in a round while it is being answered.
pub(super) async fn may_answer(
    tx: &mut Tx,
    belongs: &OrganisationRoundRow,
    person: Uuid,
) -> Result<bool, StoreError> {
    let (organisation, preparer) = (belongs.organisation, belongs.prepared_by);
    let actors = standing::actors_of_round(tx, person, organisation, preparer).await?;
    let may = |actor: &Actor| can(*actor, Action::Answer, Some(Stage::Answering));
    Ok(actors.iter().any(may))
}

/// The addresses of all who answer in a round.
async fn known(tx: &mut Tx, round: Uuid, key: &DataKey) -> Result<BTreeSet<String>, ServiceError> {
    let mut known = BTreeSet::new();
    for row in tx.respondents(round).await? {
        if row.removed_at.is_some() {
            continue;
        }
        known.extend(Contact::of(key, &row)?.email);
        if let Some(person) = row.person {
            known.extend(tx.person(person).await?.map(|person| person.email));
        }
    }
    Ok(known)
}

/// A respondent without an account, who is reached by `secret`.
fn guest(
    app: &App,
    round: Uuid,
    key: &DataKey,
    audience: Uuid,
    secret: &Secret,
    contact: &Contact,
) -> Result<RespondentRow, ServiceError> {
    let mut row = respondent(app.id(), round, audience, None);
    row.hash = Some(secret.lookup().to_vec());
    row.key = Some(secret.wrap(app, key));
    row.contact = Some(contact.seal(app, key)?);
    Ok(row)
}

/// What a common address leads to.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// The round.
    pub round: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// How far it has come.
    pub stage: Stage,
    /// How many questions are asked.
    pub questions: usize,
    /// The day by which answers are asked for, `YYYY-MM-DD`.
    pub answer_by: Option<String>,
    audience: Uuid,
}

/// What a common address leads to; `None` if it is none or was taken back.
pub async fn welcome(app: &App, secret: &Secret) -> Result<Option<Welcome>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(audience) = tx.audience_by_hash(&secret.lookup()).await? else {
        return Ok(None);
    };
    let Some(belongs) = tx.organisation_round(audience.round).await? else {
        return Ok(None);
    };
    Ok(Some(Welcome {
        round: audience.round,
        organisation: belongs.organisation,
        stage: Stage::try_from(belongs.stage.as_str())
            .map_err(|error| StoreError::Other(error.to_string()))?,
        questions: super::audiences::questions(&audience)?.len(),
        answer_by: belongs.answer_by,
        audience: audience.id,
    }))
}

/// What became of someone who wanted to answer.
#[derive(Clone, Debug)]
pub enum Joined {
    /// They have a svarslänk of their own.
    As(Secret),
    /// Too many from the same place in too short a time.
    TooMany,
}

/// Lets someone without an account in: they get a voice, and a svarslänk to come back by.
pub async fn join(
    app: &App,
    common: &Secret,
    welcome: &Welcome,
    name: &str,
    lang: Lang,
    from: IpAddr,
) -> Result<Joined, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(belongs) = tx.organisation_round(welcome.round).await? else {
        return Err(ServiceError::OtherStage);
    };
    drop(tx);
    let key = data_key(app, &belongs)?;
    let secret = Secret::new(app);
    let contact = Contact {
        name: (!name.is_empty()).then(|| name.to_owned()),
        secret: Some(secret.text()),
        lang: Some(lang),
        email: None,
    };
    let row = guest(
        app,
        welcome.round,
        &key,
        welcome.audience,
        &secret,
        &contact,
    )?;
    let (now, requester) = (app.now(), requester_key(app, from));
    let (hash, window) = (common.lookup(), now - now.rem_euclid(HOUR));
    let within = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                hold_answering(tx, row.round).await?;
                // Taken back in between.
                if tx.audience_by_hash(&hash).await?.is_none() {
                    return Err(ServiceError::OtherStage);
                }
                let came = tx.count_hit("respondents", &requester, window).await?;
                if came <= JOIN_PER_REQUESTER {
                    tx.create_voice(row.voice, row.round, now).await?;
                    tx.add_respondent(&row).await?;
                }
                Ok(came <= JOIN_PER_REQUESTER)
            })
        })
        .await?;
    Ok(if within {
        Joined::As(secret)
    } else {
        Joined::TooMany
    })
}

/// Whether a person answers in a round already.
pub async fn answers(app: &App, round: Uuid, person: Uuid) -> Result<bool, ServiceError> {
    let mut tx = app.store.read().await?;
    let row = tx.respondent_by_person(round, person).await?;
    Ok(row.is_some_and(|row| row.removed_at.is_none()))
}

/// Lets a member in to an audience, unless they answer in the round already.
pub async fn join_as_member(
    app: &App,
    welcome: &Welcome,
    person: Uuid,
) -> Result<(), ServiceError> {
    let row = respondent(app.id(), welcome.round, welcome.audience, Some(person));
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                hold_answering(tx, row.round).await?;
                match tx.respondent_by_person(row.round, person).await? {
                    Some(own) if own.removed_at.is_some() => Err(ServiceError::Removed),
                    Some(_) => Ok(()),
                    None => {
                        tx.create_voice(row.voice, row.round, now).await?;
                        tx.add_respondent(&row).await?;
                        Ok(())
                    }
                }
            })
        })
        .await
}

/// Removes a respondent: their link opens nothing more, and what they answered does not count.
pub async fn remove(app: &App, round: &Round, by: Uuid, voice: Uuid) -> Result<(), ServiceError> {
    let (id, now) = (round.id, app.now());
    let organisation = round.belongs.map(|belongs| belongs.organisation);
    let mut act = Act::new(app, By::Person(by));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                hold_answering(tx, id).await?;
                tx.remove_respondent(id, voice, now).await?;
                let what = EventKind::RespondentRemoved;
                act.record(tx, organisation, what, Detail::default())
                    .await?;
                Ok(())
            })
        })
        .await
}
