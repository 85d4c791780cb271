//! A shared purchasing unit prepares rounds for several organisations, each of which lets it in,
//! adjusts what it has prepared, and hands in its own.

use std::collections::BTreeMap;

use domain::account::{Action, Actor, can};
use domain::assessment::Depth;
use domain::organisation::OrganisationNumber;
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::letters::{self, News, To, letter};
use super::{By, Listed, Organisation, Outcome, Refusal, standing, today};
use crate::accounts::limits::{Hit, Limit};
use crate::app::App;
use crate::error::ServiceError;
use crate::rounds::Facts;
use crate::rounds::of_organisation::{Prepared, Start};
use crate::settings::Mode;

/// The units that may prepare rounds for an organisation, in the order of their names.
pub async fn units(app: &App, organisation: Uuid) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.preparers(&today(app), organisation).await?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// The organisations that a unit may prepare rounds for, in the order of their names.
pub async fn organisations(app: &App, unit: Uuid) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.prepared_for(&today(app), unit).await?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// Lets the unit with an organisation number prepare rounds for an organisation.
///
/// # Errors
/// [`Refusal::NoUnit`] for a number that no other organisation here has, or one that has not
/// joined; [`Refusal::TooMany`].
pub async fn let_in(
    app: &App,
    person: Uuid,
    organisation: &Organisation,
    number: &str,
) -> Outcome<()> {
    // An egen installation has nobody else.
    if app.settings.mode == Mode::Own {
        return Err(Refusal::NoUnit.into());
    }
    let number = OrganisationNumber::try_from(number).map_err(|_| Refusal::NoUnit)?;
    let mut tx = app.store.read().await?;
    let unit = tx.organisation_by_number(&number.digits()).await?;
    let unit = unit
        .filter(|unit| unit.id != organisation.id)
        .ok_or(Refusal::NoUnit)?;
    let told = standing::contacts(&mut tx, unit.id).await?;
    drop(tx);
    if told.is_empty() {
        return Err(Refusal::NoUnit.into());
    }
    let news = News::MayPrepare {
        public_id: &unit.public_id,
    };
    let told: Vec<_> = told
        .iter()
        .map(|contact| letter(app, &To::from(contact), &organisation.name, news))
        .collect();
    let id = organisation.id;
    let mut act = Act::new(app, By::Person(person));
    let hit = Hit::new(app, Limit::LettersByPerson, person.as_bytes());
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, id).await?;
                if !hit.count(tx).await? {
                    return Err(Refusal::TooMany.into());
                }
                if !tx.add_preparer(id, unit.id, act.now()).await? {
                    return Ok(());
                }
                let kind = EventKind::PreparerLetIn;
                act.record(tx, Some(id), kind, Detail::of(unit.name))
                    .await?;
                letters::post(tx, &told).await?;
                Ok(())
            })
        })
        .await
}

/// Takes back that a unit may prepare rounds for an organisation, also those it has begun to.
pub async fn take_back(
    app: &App,
    person: Uuid,
    organisation: &Organisation,
    unit: Uuid,
) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let unit = tx.organisation(unit).await?.ok_or(Refusal::Missing)?;
    let told: Vec<_> = standing::contacts(&mut tx, unit.id)
        .await?
        .iter()
        .map(|contact| {
            let to = To::from(contact);
            letter(app, &to, &organisation.name, News::MayPrepareNoMore)
        })
        .collect();
    drop(tx);
    let id = organisation.id;
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, id).await?;
                if !tx.remove_preparer(id, unit.id, act.now()).await? {
                    return Err(Refusal::Missing.into());
                }
                let kind = EventKind::PreparerTakenBack;
                act.record(tx, Some(id), kind, Detail::of(unit.name))
                    .await?;
                letters::post(tx, &told).await?;
                Ok(())
            })
        })
        .await
}

/// Starts a round for each of some organisations, all or none, as a member of the unit that
/// prepares them. Their contact persons are told.
///
/// # Errors
/// [`Refusal::NotAllowed`] if one of them does not let the unit prepare, or no longer does.
pub async fn start(
    app: &App,
    person: Uuid,
    unit: &Organisation,
    organisations: &[Uuid],
    depth: Depth,
) -> Outcome<()> {
    let mut whom = organisations.to_vec();
    whom.sort();
    whom.dedup();
    let mut rounds = Vec::with_capacity(whom.len());
    for id in whom {
        let about = super::by_id(app, id).await?.ok_or(Refusal::NotAllowed)?;
        let start = Start {
            organisation: id,
            by: person,
            edition: app.content.current.clone(),
            depth,
            facts: Facts {
                name: Some(about.name.clone()),
                kind: super::kind(app, id).await?,
                ..Facts::default()
            },
            said: BTreeMap::new(),
            previous: None,
            prepared_by: Some(unit.id),
        };
        let news = News::Prepared {
            unit: &unit.name,
            public_id: &about.public_id,
        };
        let contacts = standing::contacts(&mut app.store.read().await?, id).await?;
        let told: Vec<_> = contacts
            .iter()
            .map(|contact| letter(app, &To::from(contact), &about.name, news))
            .collect();
        rounds.push((id, Prepared::new(app, &start)?, told));
    }
    let (id, name) = (unit.id, unit.name.clone());
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let actors = standing::actors(tx, person, id).await?;
                let may = |actor: &Actor| can(*actor, Action::StartRound, None);
                if !actors.iter().any(may) {
                    return Err(Refusal::NotAllowed.into());
                }
                for (organisation, prepared, told) in rounds {
                    standing::hold(tx, organisation).await?;
                    if !tx.prepares(organisation, id).await? {
                        return Err(Refusal::NotAllowed.into());
                    }
                    prepared.store(tx).await?;
                    let detail = Detail::of(name.as_str());
                    let kind = EventKind::RoundPrepared;
                    act.record(tx, Some(organisation), kind, detail).await?;
                    letters::post(tx, &told).await?;
                }
                Ok(())
            })
        })
        .await
}
