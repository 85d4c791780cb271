//! Plans: what organisations have decided about their tips, who does it and by when.
//!
//! A plan is the organisation's own space, as its rounds are: everything written in it is encrypted
//! with a data key that is wrapped under the key outside the database. It is made from the tips of
//! one round; of what was decided every revision is kept, with who made it. An organisation has one
//! open plan at most.

mod closing;
mod deciding;
pub mod effects;
mod letters;
mod making;
mod owner_page;
pub mod owners;
pub(crate) mod portable;
pub mod reminders;
pub(crate) mod restoring;

pub use closing::{approve, close};
pub use deciding::{Decided, Entries, decide, history, save_all};
pub use making::start;
pub use owner_page::{OwnerPage, open_by_owner, report, set_reminders};

use std::collections::BTreeMap;

use domain::account::{Action, can};
use domain::plan::{Entry, Subject};
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use store::{PlanRow, RevisionRow, StoreError, Tx};
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::standing;
use crate::secrets::{DataKey, Unreadable};
use owners::Owner;

/// Where a plan's own document is kept.
const DOCUMENT_PLACE: &[u8] = b"plan";

/// Why something was not done. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this here, or no longer.
    #[error("not allowed")]
    NotAllowed,
    /// There is no such plan.
    #[error("no such plan")]
    NoPlan,
    /// The plan is closed, and changes no more.
    #[error("the plan is closed")]
    Closed,
    /// The organisation has an open plan already.
    #[error("there is an open plan")]
    OpenPlan,
    /// There is no such round, or its answers are not agreed yet.
    #[error("no round to make a plan from")]
    NoRound,
    /// There is no such tip, owner or action in the plan.
    #[error("no such entry or owner")]
    NoEntry,
    /// The day is past.
    #[error("the day is past")]
    PastDay,
    /// Too many mails in too short a time, or more owners than a plan can have.
    #[error("too many")]
    TooMany,
}

/// A use case was refused or could not be carried out. Nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be carried out.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for PlanError {
    fn from(error: StoreError) -> Self {
        PlanError::Failed(error.into())
    }
}

/// What a use case gives.
pub type Outcome<T> = Result<T, PlanError>;

/// What is said of a plan as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// Who has approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Approval>,
    /// The plan it goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Uuid>,
}

/// That a manager has approved a plan, as a contact person has noted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Name and function of whoever approved it.
    pub by: String,
    /// Where the decision is to be found: a number in the register, a day of meeting. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// When that was noted, Unix milliseconds.
    pub at: i64,
}

/// Who saved a revision of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Who {
    /// A member of the organisation.
    Person(Uuid),
    /// An owner, through their own address; by the owner's id in the plan.
    Owner(Uuid),
    /// Nobody: it came with the plan before.
    Carried,
}

/// A revision of an entry, as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    entry: Entry,
    who: Who,
}

/// A revision of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it says.
    pub entry: Entry,
    /// Who saved it.
    pub who: Who,
    /// Counted from 1.
    pub revision: i64,
    /// When it was saved, Unix milliseconds.
    pub at: i64,
}

/// A plan, opened.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// The round whose tips it is made from; `None` if that is gone.
    pub round: Option<Uuid>,
    /// The edition that those are of.
    pub edition: String,
    /// What is said of it as a whole.
    pub document: Document,
    /// Revision of that, counted from 0.
    pub revision: i64,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it was closed, Unix milliseconds.
    pub closed_at: Option<i64>,
    /// The latest revision of every entry, by its key.
    pub entries: BTreeMap<String, Kept>,
    /// Those who do what it says, in the order they were added.
    pub owners: Vec<Owner>,
    key: DataKey,
}

impl Plan {
    /// An owner by the id that entries name.
    pub fn owner(&self, id: &str) -> Option<&Owner> {
        let id: Uuid = id.parse().ok()?;
        self.owners.iter().find(|owner| owner.id == id)
    }

    /// What is decided about a tip, if anything.
    pub fn of_card(&self, card: &str) -> Option<&Kept> {
        self.entries.get(&card_key(card))
    }

    /// Whether an entry has changed after the plan was approved.
    pub fn changed_since_approval(&self) -> bool {
        let approved = self.document.approved.as_ref();
        approved.is_some_and(|approval| self.entries.values().any(|kept| kept.at > approval.at))
    }
}

/// The key of what is decided about a tip.
pub fn card_key(card: &str) -> String {
    format!("{CARD}{card}")
}

/// The key of a new action of the organisation's own.
pub fn own_key(app: &App) -> String {
    format!("{OWN}{}", app.id())
}

const CARD: &str = "tips.";
const OWN: &str = "egen.";

/// Whether a key is the one that an entry about this has.
fn is_key_of(key: &str, subject: &Subject) -> bool {
    match subject {
        Subject::Card(card) => key.strip_prefix(CARD) == Some(card),
        Subject::Own { .. } => key
            .strip_prefix(OWN)
            .is_some_and(|id| id.parse::<Uuid>().is_ok()),
    }
}

/// A plan of an organisation. `None` if it has none by that id.
pub async fn open(app: &App, organisation: Uuid, plan: Uuid) -> Result<Option<Plan>, ServiceError> {
    let mut tx = app.store.read().await?;
    match tx.plan(plan).await? {
        Some(row) if row.organisation == organisation => read(app, &mut tx, row).await.map(Some),
        _ => Ok(None),
    }
}

/// The plans of an organisation, newest first.
pub async fn of_organisation(app: &App, organisation: Uuid) -> Result<Vec<Plan>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut plans = Vec::new();
    for row in tx.plans_of(organisation).await? {
        plans.push(read(app, &mut tx, row).await?);
    }
    Ok(plans)
}

/// The plan that an organisation works by: the open one, or else the newest.
pub async fn current(app: &App, organisation: Uuid) -> Result<Option<Plan>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.plans_of(organisation).await?;
    let open = rows.iter().position(|row| row.closed_at.is_none());
    match rows.into_iter().nth(open.unwrap_or_default()) {
        Some(row) => read(app, &mut tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn read(app: &App, tx: &mut Tx, row: PlanRow) -> Result<Plan, ServiceError> {
    let key = app.key.unwrap(row.id.as_bytes(), &row.key)?;
    let mut entries = BTreeMap::new();
    for stored in tx.latest_plan_entries(row.id).await? {
        let (of, kept) = kept(&key, stored)?;
        entries.insert(of, kept);
    }
    let owners = tx.plan_owners(row.id).await?;
    Ok(Plan {
        id: row.id,
        organisation: row.organisation,
        round: row.round,
        edition: row.edition,
        document: serde_json::from_slice(&key.open(DOCUMENT_PLACE, &row.document)?)?,
        revision: row.revision,
        created_at: row.created_at,
        closed_at: row.closed_at,
        entries,
        owners: owners
            .into_iter()
            .map(|row| Owner::of(&key, row))
            .collect::<Result<_, _>>()?,
        key,
    })
}

/// What an entry is called: the tip's title in the language, or what the organisation calls it.
pub fn title(app: &App, plan: &Plan, entry: &Entry, lang: Lang) -> String {
    match &entry.subject {
        Subject::Own { title, .. } => title.clone(),
        Subject::Card(card) => {
            let edition = app.content.editions.get(&plan.edition);
            let known = edition.and_then(|edition| edition.card(card));
            known.map_or_else(|| card.clone(), |card| card.title.get(lang).to_owned())
        }
    }
}

fn entry_place(entry: &str) -> Vec<u8> {
    format!("plan entry {entry}").into_bytes()
}

/// A stored revision, with what it is of.
fn kept(key: &DataKey, row: RevisionRow) -> Result<(String, Kept), Unreadable> {
    let plain = key.open(&entry_place(&row.of), &row.body)?;
    let noted: Noted = serde_json::from_slice(&plain).map_err(|_| Unreadable)?;
    let kept = Kept {
        entry: noted.entry,
        who: noted.who,
        revision: row.revision,
        at: row.at,
    };
    Ok((row.of, kept))
}

fn sealed(
    app: &App,
    key: &DataKey,
    of: &str,
    entry: &Entry,
    who: Who,
) -> Result<Vec<u8>, ServiceError> {
    let entry = entry.clone();
    let noted = serde_json::to_vec(&Noted { entry, who })?;
    Ok(key.seal(app, &entry_place(of), &noted))
}

/// Holds an organisation until the transaction ends, if the person may change its plans.
async fn admit(tx: &mut Tx, person: Uuid, organisation: Uuid) -> Outcome<()> {
    tx.lock_organisation(organisation).await?;
    let actors = standing::actors(tx, person, organisation).await?;
    if actors
        .iter()
        .any(|actor| can(*actor, Action::EditPlan, None))
    {
        Ok(())
    } else {
        Err(Refusal::NotAllowed.into())
    }
}

/// Keeps a plan open until the transaction ends.
async fn hold(tx: &mut Tx, plan: Uuid) -> Outcome<()> {
    if tx.hold_open_plan(plan).await? {
        Ok(())
    } else if tx.plan(plan).await?.is_some() {
        Err(Refusal::Closed.into())
    } else {
        Err(Refusal::NoPlan.into())
    }
}
