//! Openness by choice, between the organisations of a shared service: networks whose members see
//! each other's levels, learning partners, and organisations that are alike by open facts.
//!
//! What others see is read anew each time from what is handed in and not withdrawn, so that a choice
//! that is taken back shows nothing from that moment on. A use case that writes holds the acting
//! organisation first and the network after it, and asks under that who may and what there is.

pub mod invitations;
mod letters;
pub mod messages;
pub mod networks;
pub mod partners;
pub mod similar;

use domain::account::{Action, can};
use domain::instrument::Edition;
use domain::openness::NothingToShow;
use store::{NetworkRow, StoreError, Tx};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::standing;
use crate::submissions::{Document, GoalPart};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Why something was not done. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this here, or no longer.
    #[error("not allowed")]
    NotAllowed,
    /// There is no such network, or the organisation is not in it.
    #[error("no such network, or not in it")]
    NoNetwork,
    /// Another organisation looks after the network.
    #[error("another organisation looks after the network")]
    NotLeading,
    /// The organisation is in another network of the same name.
    #[error("in another network of the same name")]
    SameName,
    /// There is no such organisation in the register or in the network.
    #[error("no such organisation")]
    NoOrganisation,
    /// The organisation is in the network.
    #[error("in the network already")]
    InNetwork,
    /// The organisation is invited and has not answered.
    #[error("invited already")]
    Invited,
    /// The invitation cannot be answered.
    #[error("the invitation cannot be answered: {0:?}")]
    Over(Over),
    /// The organisation has no level to show.
    #[error(transparent)]
    NothingToShow(NothingToShow),
    /// What would be shown was handed in or withdrawn in between.
    #[error("what would be shown has changed")]
    Changed,
    /// There is no such goal.
    #[error("no such goal")]
    NoGoal,
    /// The organisation offers nothing on the goal, or no longer.
    #[error("no such offer")]
    NoOffer,
    /// The organisation is the person's own.
    #[error("the organisation is one's own")]
    Own,
    /// Too many have been sent today.
    #[error("too many today")]
    TooMany,
}

/// Why an invitation cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The organisation was never invited, or the network is closed.
    Gone,
    /// Someone in the organisation has accepted it.
    Accepted,
    /// Someone in the organisation has declined it.
    Declined,
    /// It was taken back.
    Withdrawn,
    /// It was not answered in time.
    Expired,
}

/// A use case was refused or could not be carried out. Nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum OpennessError {
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be carried out.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for OpennessError {
    fn from(error: StoreError) -> Self {
        OpennessError::Failed(error.into())
    }
}

/// What a use case gives.
pub type Outcome<T> = Result<T, OpennessError>;

/// Where an organisation stood when it last handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// When, Unix milliseconds.
    pub at: i64,
    /// Id of the framework that the goals are of.
    framework: String,
    goals: Vec<GoalPart>,
}

impl HandedIn {
    /// Where it stood in a goal of an edition; `None` if what it handed in is about the goals of
    /// another framework.
    pub fn goal(&self, edition: &Edition, goal: &str) -> Option<&GoalPart> {
        let same = self.framework == edition.framework;
        self.goals.iter().find(|part| same && part.goal == goal)
    }
}

/// Where an organisation stood in what it handed in last and has not withdrawn.
async fn handed_in(tx: &mut Tx, organisation: Uuid) -> Result<Option<HandedIn>, ServiceError> {
    let Some(row) = tx.latest_submission(organisation).await? else {
        return Ok(None);
    };
    let document = Document::read(&row.document)?;
    Ok(Some(HandedIn {
        at: row.created_at,
        goals: document.goals()?,
        framework: document.versions.framework,
    }))
}

/// Holds an organisation until the transaction ends, if the person may do `action` there. Gives its
/// name.
async fn admit(tx: &mut Tx, person: Uuid, organisation: Uuid, action: Action) -> Outcome<String> {
    tx.lock_organisation(organisation).await?;
    let found = tx.organisation(organisation).await?;
    let actors = standing::actors(tx, person, organisation).await?;
    match found {
        Some(row) if actors.iter().any(|actor| can(*actor, action, None)) => Ok(row.name),
        _ => Err(Refusal::NotAllowed.into()),
    }
}

/// Holds a network until the transaction ends, if the organisation looks after it: the one that has
/// been there longest does.
async fn lead(tx: &mut Tx, organisation: Uuid, network: Uuid) -> Outcome<NetworkRow> {
    let row = tx.lock_network(network).await?.ok_or(Refusal::NoNetwork)?;
    let members = tx.network_members(network).await?;
    let mut members = members.iter().map(|member| member.organisation);
    if members.next() == Some(organisation) {
        Ok(row)
    } else if members.any(|member| member == organisation) {
        Err(Refusal::NotLeading.into())
    } else {
        Err(Refusal::NoNetwork.into())
    }
}

/// Counts one more of what an organisation does in a day. Refused if it is more than `most`.
async fn within_the_day(
    tx: &mut Tx,
    scope: &str,
    organisation: Uuid,
    now: i64,
    most: i64,
) -> Outcome<()> {
    let day = now - now.rem_euclid(DAY);
    let count = tx.count_hit(scope, organisation.as_bytes(), day).await?;
    if count > most {
        Err(Refusal::TooMany.into())
    } else {
        Ok(())
    }
}

/// Writes an event in the log of the acting organisation, and in that of another.
async fn record_both(
    tx: &mut Tx,
    act: &mut Act,
    (organisation, acting): (Uuid, &str),
    other: Uuid,
    kind: EventKind,
    detail: Detail,
) -> Result<(), StoreError> {
    act.record(tx, Some(organisation), kind, detail.clone())
        .await?;
    act.record_at(tx, other, acting, kind, detail).await
}

/// The edition whose goals organisations see each other by.
fn edition(app: &App) -> Result<&Edition, ServiceError> {
    let missing = || StoreError::Other("no edition".to_owned()).into();
    app.current_edition().ok_or_else(missing)
}
