//! Networks: organisations that see each other's levels. The one that has been there longest looks
//! after the network; whoever founds it is the first.

use domain::account::Action;
use domain::collation::sort_key;
use domain::openness::{NetworkName, Purpose};
use store::{NetworkMemberRow, NetworkRow, StoreError, Tx};
use uuid::Uuid;

use super::{HandedIn, Outcome, Refusal, admit, handed_in, lead, record_both, within_the_day};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// Networks that an organisation may found in a day.
const PER_DAY: i64 = 10;

/// A network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// UUIDv7.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it is for, in one line.
    pub purpose: String,
}

impl From<NetworkRow> for Network {
    fn from(row: NetworkRow) -> Self {
        Network {
            id: row.id,
            name: row.name,
            purpose: row.purpose,
        }
    }
}

/// The networks of an organisation, each list in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Networks {
    /// Those it is in, each with since when, Unix milliseconds.
    pub joined: Vec<(Network, i64)>,
    /// Those it is invited to, each with until when it can answer, Unix milliseconds.
    pub invited: Vec<(Network, i64)>,
}

/// An organisation in a network, as the others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The organisation.
    pub organisation: Uuid,
    /// In addresses.
    pub public_id: String,
    /// Its name.
    pub name: String,
    /// Since when it is there, Unix milliseconds.
    pub since: i64,
    /// Where it stood when it last handed in; `None` if it has not, or has withdrawn it.
    pub handed_in: Option<HandedIn>,
}

/// A network as one of its organisations sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The network.
    pub network: Network,
    /// The organisation that looks after it.
    pub leader: Uuid,
    /// Whose levels are seen: the organisation that looks first, then by name.
    pub members: Vec<Member>,
}

impl View {
    /// The name of the organisation that looks after the network.
    pub fn leader_name(&self) -> &str {
        let mut members = self.members.iter();
        let leader = members.find(|member| member.organisation == self.leader);
        leader.map_or("", |leader| leader.name.as_str())
    }

    /// The organisation that looks after the network when the one that does has left; `None` if
    /// nobody else is in it.
    pub fn next(&self) -> Option<&Member> {
        let others = self.members.iter();
        others
            .filter(|member| member.organisation != self.leader)
            .min_by_key(|member| (member.since, member.organisation))
    }
}

/// The networks that an organisation is in and is invited to.
pub async fn of_organisation(app: &App, organisation: Uuid) -> Result<Networks, ServiceError> {
    let mut tx = app.store.read().await?;
    let named = |rows: Vec<(NetworkRow, i64)>| {
        let one = |(row, at)| (Network::from(row), at);
        rows.into_iter().map(one).collect()
    };
    Ok(Networks {
        joined: named(tx.networks_of(organisation).await?),
        invited: named(tx.network_invitations_of(organisation, app.now()).await?),
    })
}

/// A network with the levels of its members, as an organisation that is in it sees it; `None` for
/// any other.
pub async fn view(
    app: &App,
    organisation: Uuid,
    network: Uuid,
) -> Result<Option<View>, ServiceError> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.network(network).await? else {
        return Ok(None);
    };
    let rows = tx.network_members(network).await?;
    let leader = match rows.first() {
        Some(first) if is_in(&rows, organisation) => first.organisation,
        _ => return Ok(None),
    };
    let mut members = Vec::with_capacity(rows.len());
    for row in rows {
        members.push(Member {
            handed_in: handed_in(&mut tx, row.organisation).await?,
            organisation: row.organisation,
            public_id: row.public_id,
            name: row.name,
            since: row.joined_at,
        });
    }
    members.sort_by_cached_key(|member| {
        let other = member.organisation != organisation;
        (other, sort_key(&member.name), member.organisation)
    });
    Ok(Some(View {
        network: row.into(),
        leader,
        members,
    }))
}

fn is_in(members: &[NetworkMemberRow], organisation: Uuid) -> bool {
    members
        .iter()
        .any(|member| member.organisation == organisation)
}

/// Founds a network, which the organisation is the first to be in. To found once more what the
/// organisation looks after already, by name and purpose, gives that.
///
/// # Errors
/// [`Refusal::SameName`], [`Refusal::TooMany`].
pub async fn found(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    name: &NetworkName,
    purpose: &Purpose,
) -> Outcome<Uuid> {
    let new = NetworkRow {
        id: app.id(),
        name: name.as_str().to_owned(),
        purpose: purpose.as_str().to_owned(),
        created_at: app.now(),
    };
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, organisation, Action::ManageOpenness).await?;
                if let Some(same) = called(tx, organisation, &new.name, None).await? {
                    return if same.name == new.name && same.purpose == new.purpose {
                        Ok(same.id)
                    } else {
                        Err(Refusal::SameName.into())
                    };
                }
                within_the_day(tx, "networks", organisation, act.now(), PER_DAY).await?;
                tx.add_network(&new, &sort_key(&new.name)).await?;
                tx.join_network(new.id, organisation, act.now()).await?;
                let detail = Detail::of(&new.name);
                act.record(tx, Some(organisation), EventKind::NetworkFounded, detail)
                    .await?;
                Ok(new.id)
            })
        })
        .await
}

/// Another network than `but` of this name that the organisation is in: two alike in a list would
/// be taken for each other.
async fn called(
    tx: &mut Tx,
    organisation: Uuid,
    name: &str,
    but: Option<Uuid>,
) -> Result<Option<NetworkRow>, StoreError> {
    let key = sort_key(name);
    let networks = tx.networks_of(organisation).await?.into_iter();
    let mut same = networks.filter(|(row, _)| Some(row.id) != but && sort_key(&row.name) == key);
    Ok(same.next().map(|(row, _)| row))
}

/// Gives a network that the organisation looks after another name and purpose.
///
/// # Errors
/// [`Refusal::NoNetwork`], [`Refusal::NotLeading`], [`Refusal::SameName`].
pub async fn change(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    network: Uuid,
    name: &NetworkName,
    purpose: &Purpose,
) -> Outcome<()> {
    let (name, purpose) = (name.as_str().to_owned(), purpose.as_str().to_owned());
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, organisation, Action::ManageOpenness).await?;
                lead(tx, organisation, network).await?;
                let same = called(tx, organisation, &name, Some(network)).await?;
                if same.is_some() {
                    return Err(Refusal::SameName.into());
                }
                tx.change_network(network, &name, &sort_key(&name), &purpose)
                    .await?;
                let detail = Detail::of(name);
                act.record(tx, Some(organisation), EventKind::NetworkChanged, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Closes a network that the organisation looks after: nobody sees anybody there any longer.
///
/// # Errors
/// [`Refusal::NoNetwork`], [`Refusal::NotLeading`].
pub async fn close(app: &App, person: Uuid, organisation: Uuid, network: Uuid) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let row = lead(tx, organisation, network).await?;
                let members = tx.network_members(network).await?;
                tx.close_network(network).await?;
                let (kind, detail) = (EventKind::NetworkClosed, Detail::of(&row.name));
                act.record(tx, Some(organisation), kind, detail.clone())
                    .await?;
                let others = members.iter().map(|member| member.organisation);
                for other in others.filter(|other| *other != organisation) {
                    act.record_at(tx, other, &acting, kind, detail.clone())
                        .await?;
                }
                Ok(())
            })
        })
        .await
}

/// Removes another organisation, by its id in addresses, from a network that this one looks after.
///
/// # Errors
/// [`Refusal::NoNetwork`], [`Refusal::NotLeading`], [`Refusal::NoOrganisation`], [`Refusal::Own`].
pub async fn remove(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    network: Uuid,
    removed: &str,
) -> Outcome<()> {
    let removed = removed.to_owned();
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let row = lead(tx, organisation, network).await?;
                let members = tx.network_members(network).await?;
                let mut members = members.iter();
                let removed = members
                    .find(|member| member.public_id == removed)
                    .ok_or(Refusal::NoOrganisation)?;
                if removed.organisation == organisation {
                    return Err(Refusal::Own.into());
                }
                tx.leave_network(network, removed.organisation).await?;
                let detail = Detail::of(&row.name).with_organisation(&removed.name);
                let kind = EventKind::NetworkRemoved;
                let acting = (organisation, acting.as_str());
                record_both(tx, &mut act, acting, removed.organisation, kind, detail).await?;
                Ok(())
            })
        })
        .await
}

/// Leaves a network, with immediate effect.
///
/// # Errors
/// [`Refusal::NoNetwork`].
pub async fn leave(app: &App, person: Uuid, organisation: Uuid, network: Uuid) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let acting = admit(tx, person, organisation, Action::ManageOpenness).await?;
                let row = tx.lock_network(network).await?.ok_or(Refusal::NoNetwork)?;
                if !depart(tx, &mut act, &row, organisation, &acting).await? {
                    return Err(Refusal::NoNetwork.into());
                }
                let detail = Detail::of(&row.name).with_organisation(&acting);
                act.record(tx, Some(organisation), EventKind::NetworkLeft, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// An organisation that leaves the service leaves all its networks. The caller holds it.
pub(crate) async fn leave_all(
    tx: &mut Tx,
    act: &mut Act,
    organisation: Uuid,
    name: &str,
) -> Result<(), StoreError> {
    let mut networks: Vec<Uuid> = tx
        .networks_of(organisation)
        .await?
        .into_iter()
        .map(|(row, _)| row.id)
        .collect();
    // Whoever holds several does so in the same order.
    networks.sort_unstable();
    for network in networks {
        if let Some(row) = tx.lock_network(network).await? {
            depart(tx, act, &row, organisation, name).await?;
        }
    }
    Ok(())
}

/// Takes an organisation out of a network that is held, and tells the one that looks after it from
/// now on. A network that nobody is left in is closed. `false` if the organisation was not in it.
async fn depart(
    tx: &mut Tx,
    act: &mut Act,
    network: &NetworkRow,
    organisation: Uuid,
    name: &str,
) -> Result<bool, StoreError> {
    let before = tx.network_members(network.id).await?;
    if !tx.leave_network(network.id, organisation).await? {
        return Ok(false);
    }
    let led = before
        .first()
        .is_some_and(|first| first.organisation == organisation);
    let mut left = before
        .iter()
        .map(|member| member.organisation)
        .filter(|member| *member != organisation);
    let Some(leader) = left.next() else {
        tx.close_network(network.id).await?;
        return Ok(true);
    };
    let detail = Detail::of(&network.name).with_organisation(name);
    let kind = EventKind::NetworkLeft;
    act.record_at(tx, leader, name, kind, detail.clone())
        .await?;
    if led {
        let kind = EventKind::NetworkTakenOver;
        act.record_at(tx, leader, name, kind, detail).await?;
    }
    Ok(true)
}
