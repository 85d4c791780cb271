//! Learning partners: organisations that have chosen to tell how they work towards a goal, and to
//! show their level on it. Nobody is listed by how well they do.

use domain::account::Action;
use domain::day::Day;
use domain::instrument::Level;
use domain::openness::{About, NothingToShow, level_to_show};
use domain::organisation::OrganisationKind;
use store::{OfferRow, StoreError, Tx};
use uuid::Uuid;

use super::{HandedIn, OpennessError, Outcome, Refusal, admit, edition, handed_in};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, today};
use crate::secrets::Unreadable;

/// A goal, and what the organisation offers and would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnOffer {
    /// Goal id.
    pub goal: String,
    /// What it tells about, if it offers; may be empty.
    pub about: Option<String>,
    /// The level that it shows or would show, or why there is none.
    pub level: Result<Level, NothingToShow>,
    /// When that was handed in, Unix milliseconds.
    pub handed_in_at: Option<i64>,
}

/// A learning partner on one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The organisation.
    pub organisation: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Its kind today, if it is classified.
    pub kind: Option<OrganisationKind>,
    /// Goal id.
    pub goal: String,
    /// The level it shows.
    pub level: Level,
    /// When that was handed in, Unix milliseconds.
    pub handed_in_at: i64,
    /// What it tells about; may be empty.
    pub about: String,
}

/// The level that an organisation shows on a goal today.
fn shown(
    app: &App,
    latest: Option<&HandedIn>,
    goal: &str,
) -> Result<Result<Level, NothingToShow>, ServiceError> {
    let day = |iso: &str| Day::try_from(iso).map_err(|_| ServiceError::from(Unreadable));
    let edition = edition(app)?;
    let found = match latest {
        Some(latest) => {
            let part = latest.goal(edition, goal);
            Some((
                day(&l10n::iso_day(latest.at))?,
                part.and_then(|part| part.level),
            ))
        }
        None => None,
    };
    Ok(level_to_show(found, day(&today(app))?))
}

/// Every goal, with what an organisation offers and would show.
pub async fn own(app: &App, organisation: Uuid) -> Result<Vec<OwnOffer>, ServiceError> {
    let mut tx = app.store.read().await?;
    let latest = handed_in(&mut tx, organisation).await?;
    let mut offers = tx.offers_of(organisation).await?;
    let mut goals = Vec::new();
    for goal in &edition(app)?.goals {
        let offered = offers.iter().position(|offer| offer.goal == goal.id);
        goals.push(OwnOffer {
            goal: goal.id.clone(),
            about: offered.map(|place| offers.swap_remove(place).about),
            level: shown(app, latest.as_ref(), &goal.id)?,
            handed_in_at: latest.as_ref().map(|latest| latest.at),
        });
    }
    Ok(goals)
}

/// Every learning partner on every goal, in the order of their names.
pub async fn list(app: &App) -> Result<Vec<Partner>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut partners = Vec::new();
    let mut latest: Option<(Uuid, Option<HandedIn>)> = None;
    for row in tx.offers(&today(app)).await? {
        let organisation = row.offer.organisation;
        // One organisation's offers follow each other.
        let known = latest.take().filter(|(of, _)| *of == organisation);
        let found = match known {
            Some((_, found)) => found,
            None => handed_in(&mut tx, organisation).await?,
        };
        if let (Some(handed_in), Ok(level)) = (&found, shown(app, found.as_ref(), &row.offer.goal)?)
        {
            partners.push(Partner {
                organisation,
                public_id: row.public_id,
                name: row.name,
                kind: row
                    .kind
                    .and_then(|kind| OrganisationKind::try_from(kind.as_str()).ok()),
                goal: row.offer.goal,
                level,
                handed_in_at: handed_in.at,
                about: row.offer.about,
            });
        }
        latest = Some((organisation, found));
    }
    Ok(partners)
}

/// Offers to tell how the organisation works towards a goal, or words that anew, and shows its level
/// on it.
///
/// # Errors
/// [`Refusal::NoGoal`], [`Refusal::NothingToShow`], [`Refusal::Changed`].
pub async fn offer(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    goal: &str,
    about: Option<&About>,
) -> Outcome<()> {
    if edition(app)?.goal(goal).is_none() {
        return Err(Refusal::NoGoal.into());
    }
    let latest = handed_in(&mut app.store.read().await?, organisation).await?;
    shown(app, latest.as_ref(), goal)?.map_err(Refusal::NothingToShow)?;
    let shows = latest.map(|latest| latest.at);
    let new = OfferRow {
        organisation,
        goal: goal.to_owned(),
        about: about.map_or("", About::as_str).to_owned(),
        created_at: app.now(),
    };
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, organisation, Action::ManageOpenness).await?;
                let still = handed_in(tx, organisation).await?.map(|latest| latest.at);
                if still != shows {
                    return Err(Refusal::Changed.into());
                }
                tx.set_offer(&new).await?;
                let detail = Detail::of(&new.goal);
                act.record(tx, Some(organisation), EventKind::PartnerOffered, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Takes an offer back: nobody sees it any longer.
///
/// # Errors
/// [`Refusal::NoOffer`].
pub async fn end(app: &App, person: Uuid, organisation: Uuid, goal: &str) -> Outcome<()> {
    let goal = goal.to_owned();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, organisation, Action::ManageOpenness).await?;
                if !ended(tx, &mut act, organisation, &goal).await? {
                    return Err(Refusal::NoOffer.into());
                }
                Ok(())
            })
        })
        .await
}

async fn ended(
    tx: &mut Tx,
    act: &mut Act,
    organisation: Uuid,
    goal: &str,
) -> Result<bool, StoreError> {
    let ended = tx.end_offer(organisation, goal).await?;
    if ended {
        let kind = EventKind::PartnerOfferEnded;
        act.record(tx, Some(organisation), kind, Detail::of(goal))
            .await?;
    }
    Ok(ended)
}

/// What an organisation offered falls away, since what it showed is withdrawn.
pub(crate) async fn withdrawn(
    tx: &mut Tx,
    act: &mut Act,
    organisation: Uuid,
) -> Result<(), StoreError> {
    for offer in tx.offers_of(organisation).await? {
        ended(tx, act, organisation, &offer.goal).await?;
    }
    Ok(())
}

/// Lets offers fall away that have no level to show any longer: what they showed is too old, or the
/// latest that was handed in has no level on the goal. For the hourly worker; until then they are
/// not shown. Gives how many.
pub async fn let_fall(app: &App) -> Result<usize, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut over = Vec::new();
    for row in tx.offers(&today(app)).await? {
        let latest = handed_in(&mut tx, row.offer.organisation).await?;
        if shown(app, latest.as_ref(), &row.offer.goal)?.is_err() {
            over.push((row.offer.organisation, row.offer.goal));
        }
    }
    drop(tx);
    let mut act = Act::new(app, By::CommandLine);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let mut count = 0;
                for (organisation, goal) in over {
                    count += usize::from(ended(tx, &mut act, organisation, &goal).await?);
                }
                Ok::<_, ServiceError>(count)
            })
        })
        .await
}

/// A learning partner by its id in addresses and the goal.
///
/// # Errors
/// [`Refusal::NoOffer`].
pub async fn find(app: &App, public_id: &str, goal: &str) -> Outcome<Partner> {
    let found = list(app).await?.into_iter();
    let mut named = found.filter(|partner| partner.public_id == public_id && partner.goal == goal);
    named
        .next()
        .ok_or_else(|| OpennessError::from(Refusal::NoOffer))
}
