//! Inviting an organisation to a network, and what it answers.

use domain::account::Action;
use domain::openness::INVITATION_DAYS;
use store::{InvitedRow, NetworkInvitationRow, Tx};
use uuid::Uuid;

use super::networks::Network;
use super::{
    DAY, OpennessError, Outcome, Over, Refusal, admit, lead, letters, record_both, within_the_day,
};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// Invitations that an organisation may send in a day.
const PER_DAY: i64 = 50;
/// Invitations that an organisation may get in a day, from all networks.
const TO_ONE_PER_DAY: i64 = 10;

const ACCEPTED: &str = "accepted";
const DECLINED: &str = "declined";
const WITHDRAWN: &str = "withdrawn";

/// An organisation that is invited and has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Until when it can answer, Unix milliseconds.
    pub expires_at: i64,
}

/// An invitation that can be answered, with who would see what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The network.
    pub network: Network,
    /// The names of the organisations in it, the one that looks after it first.
    pub members: Vec<String>,
    /// Until when it can be answered, Unix milliseconds.
    pub expires_at: i64,
}

/// Who is invited to a network and has not answered, by name.
pub async fn waiting(app: &App, network: Uuid) -> Result<Vec<Invited>, ServiceError> {
    let mut tx = app.store.read().await?;
    let one = |row: InvitedRow| Invited {
        public_id: row.public_id,
        name: row.name,
        expires_at: row.expires_at,
    };
    let rows = tx.invited_to_network(network, app.now()).await?;
    Ok(rows.into_iter().map(one).collect())
}

/// An organisation's invitation to a network, or why it cannot be answered.
pub async fn invitation(
    app: &App,
    organisation: Uuid,
    network: Uuid,
) -> Result<Result<Invitation, Over>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.network(network).await? else {
        return Ok(Err(Over::Gone));
    };
    let open = match state(&mut tx, organisation, network, app.now()).await? {
        Ok(open) => open,
        Err(over) => return Ok(Err(over)),
    };
    let members = tx.network_members(network).await?;
    Ok(Ok(Invitation {
        network: row.into(),
        members: members.into_iter().map(|member| member.name).collect(),
        expires_at: open.expires_at,
    }))
}

/// An organisation's invitation to a network, if it can be answered now.
async fn state(
    tx: &mut Tx,
    organisation: Uuid,
    network: Uuid,
    now: i64,
) -> Result<Result<NetworkInvitationRow, Over>, ServiceError> {
    let Some(row) = tx.network_invitation(network, organisation).await? else {
        return Ok(Err(Over::Gone));
    };
    Ok(match row.outcome.as_deref() {
        None if row.expires_at > now => Ok(row),
        None => Err(Over::Expired),
        Some(ACCEPTED) => Err(Over::Accepted),
        Some(DECLINED) => Err(Over::Declined),
        Some(_) => Err(Over::Withdrawn),
    })
}

/// Invites an organisation, by its id in addresses, to a network that this one looks after, and
/// mails its contact persons. Whether it has any is not told: it can answer once it has.
///
/// # Errors
/// [`Refusal::NoNetwork`], [`Refusal::NotLeading`], [`Refusal::NoOrganisation`],
/// [`Refusal::InNetwork`], [`Refusal::Invited`], [`Refusal::TooMany`].
pub async fn invite(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    network: Uuid,
    invited: &str,
) -> Outcome<()> {
    let mut tx = app.store.read().await?;
    let found = tx.organisation_by_public_id(invited).await?;
    let invited = found.ok_or(Refusal::NoOrganisation)?;
    let mails = letters::invited(app, &mut tx, organisation, network, &invited).await?;
    drop(tx);
    let mut act = Act::new(app, By::Person(person));
    let expires_at = act.now() + INVITATION_DAYS * DAY;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let row = lead(tx, organisation, network).await?;
                let members = tx.network_members(network).await?;
                if members.iter().any(|m| m.organisation == invited.id) {
                    return Err(Refusal::InNetwork.into());
                }
                let now = act.now();
                if !tx
                    .invite_to_network(network, invited.id, now, expires_at)
                    .await?
                {
                    return Err(Refusal::Invited.into());
                }
                within_the_day(tx, "network invitations", organisation, now, PER_DAY).await?;
                let scope = "invited to networks";
                within_the_day(tx, scope, invited.id, now, TO_ONE_PER_DAY).await?;
                let detail = Detail::of(&row.name).with_organisation(&invited.name);
                let kind = EventKind::NetworkInvited;
                let acting = (organisation, acting.as_str());
                record_both(tx, &mut act, acting, invited.id, kind, detail).await?;
                for mail in &mails {
                    tx.enqueue_mail(mail).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes back the invitation of an organisation, by its id in addresses.
///
/// # Errors
/// [`Refusal::NoNetwork`], [`Refusal::NotLeading`], [`Refusal::NoOrganisation`],
/// [`Refusal::Over`].
pub async fn withdraw(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    network: Uuid,
    invited: &str,
) -> Outcome<()> {
    let invited = invited.to_owned();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let row = lead(tx, organisation, network).await?;
                let found = tx.organisation_by_public_id(&invited).await?;
                let invited = found.ok_or(Refusal::NoOrganisation)?;
                answer(tx, invited.id, network, WITHDRAWN, act.now()).await?;
                let detail = Detail::of(&row.name).with_organisation(&invited.name);
                let kind = EventKind::NetworkInvitationWithdrawn;
                let acting = (organisation, acting.as_str());
                record_both(tx, &mut act, acting, invited.id, kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// Accepts an invitation for the whole organisation: from now on the members of the network see its
/// levels, and it theirs. To accept what is accepted changes nothing.
///
/// # Errors
/// [`Refusal::Over`].
pub async fn accept(app: &App, person: Uuid, organisation: Uuid, network: Uuid) -> Outcome<()> {
    let kind = EventKind::NetworkJoined;
    answered(app, person, organisation, network, (ACCEPTED, kind)).await
}

/// Declines an invitation for the whole organisation. To decline what is declined changes nothing.
///
/// # Errors
/// [`Refusal::Over`].
pub async fn decline(app: &App, person: Uuid, organisation: Uuid, network: Uuid) -> Outcome<()> {
    let kind = EventKind::NetworkDeclined;
    answered(app, person, organisation, network, (DECLINED, kind)).await
}

async fn answered(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    network: Uuid,
    (outcome, kind): (&'static str, EventKind),
) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let gone = Refusal::Over(Over::Gone);
                let row = tx.lock_network(network).await?.ok_or(gone)?;
                let members = tx.network_members(network).await?;
                let leader = members.first().ok_or(gone)?.organisation;
                let joins = outcome == ACCEPTED;
                match answer(tx, organisation, network, outcome, act.now()).await {
                    // A colleague, or the first of two clicks, has said the same.
                    Err(OpennessError::Refused(Refusal::Over(over)))
                        if over == said(outcome)
                            && joins == members.iter().any(|m| m.organisation == organisation) =>
                    {
                        return Ok(());
                    }
                    other => other?,
                }
                if joins {
                    tx.join_network(network, organisation, act.now()).await?;
                }
                let detail = Detail::of(&row.name).with_organisation(&acting);
                let acting = (organisation, acting.as_str());
                record_both(tx, &mut act, acting, leader, kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// What is said of an invitation that has this outcome.
fn said(outcome: &str) -> Over {
    match outcome {
        ACCEPTED => Over::Accepted,
        DECLINED => Over::Declined,
        _ => Over::Withdrawn,
    }
}

/// Gives an invitation its outcome, or refuses with why it cannot have it.
async fn answer(
    tx: &mut Tx,
    organisation: Uuid,
    network: Uuid,
    outcome: &str,
    now: i64,
) -> Outcome<()> {
    if tx
        .answer_network_invitation(network, organisation, outcome, now)
        .await?
    {
        return Ok(());
    }
    let state = state(tx, organisation, network, now).await?;
    Err(Refusal::Over(state.err().unwrap_or(Over::Gone)).into())
}
