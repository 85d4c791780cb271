//! Plans and those who do what they say. The entries are [revisions](crate::RevisionRow).

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A plan to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// The round whose tips it is made from; `None` if that is gone.
    pub round: Option<Uuid>,
    /// The edition that those are of.
    pub edition: String,
    /// The data key, wrapped with the key outside the database.
    pub key: Vec<u8>,
    /// Name, approval and the like, encrypted.
    pub document: Vec<u8>,
    /// Unix milliseconds.
    pub at: i64,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub organisation: Uuid,
    /// The round whose tips it is made from; `None` if that is gone.
    pub round: Option<Uuid>,
    /// The edition that those are of.
    pub edition: String,
    /// The data key, wrapped with the key outside the database.
    pub key: Vec<u8>,
    /// Name, approval and the like, encrypted.
    pub document: Vec<u8>,
    /// Revision of the document, counted from 0.
    pub revision: i64,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When it was closed, Unix milliseconds.
    pub closed_at: Option<i64>,
}

type Columns = (
    Uuid,
    Uuid,
    Option<Uuid>,
    String,
    Vec<u8>,
    Vec<u8>,
    i64,
    i64,
    Option<i64>,
);

impl From<Columns> for PlanRow {
    fn from(columns: Columns) -> Self {
        let (id, organisation, round, edition, key, document, revision, created_at, closed_at) =
            columns;
        PlanRow {
            id,
            organisation,
            round,
            edition,
            key,
            document,
            revision,
            created_at,
            closed_at,
        }
    }
}

/// Someone who does what a plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanOwnerRow {
    /// Their id.
    pub id: Uuid,
    /// The plan.
    pub plan: Uuid,
    /// What their address is looked up by.
    pub hash: Vec<u8>,
    /// Name, e-mail address and secret address, encrypted.
    pub contact: Vec<u8>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// From when their address opens nothing, Unix milliseconds.
    pub revoked_at: Option<i64>,
    /// Whether they want reminders.
    pub remind: bool,
}

type OwnerColumns = (Uuid, Uuid, Vec<u8>, Vec<u8>, i64, Option<i64>, i64);

impl From<OwnerColumns> for PlanOwnerRow {
    fn from((id, plan, hash, contact, created_at, revoked_at, remind): OwnerColumns) -> Self {
        PlanOwnerRow {
            id,
            plan,
            hash,
            contact,
            created_at,
            revoked_at,
            remind: remind != 0,
        }
    }
}

impl Tx {
    /// Stores a plan.
    pub async fn add_plan(&mut self, plan: &NewPlan) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO plans (id, organisation, round, edition, key, document, revision, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
            plan.id,
            plan.organisation,
            plan.round,
            &plan.edition,
            &plan.key,
            &plan.document,
            plan.at,
        )
        .map(drop)
    }

    /// A plan.
    pub async fn plan(&mut self, id: Uuid) -> Result<Option<PlanRow>, StoreError> {
        let found: Option<Columns> = row!(
            self,
            "SELECT id, organisation, round, edition, key, document, revision, created_at, closed_at
             FROM plans WHERE id = $1",
            id,
        )?;
        Ok(found.map(PlanRow::from))
    }

    /// The plans of an organisation, newest first.
    pub async fn plans_of(&mut self, organisation: Uuid) -> Result<Vec<PlanRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, round, edition, key, document, revision, created_at, closed_at
             FROM plans WHERE organisation = $1 ORDER BY created_at DESC, id DESC",
            organisation,
        )?;
        Ok(found.into_iter().map(PlanRow::from).collect())
    }

    /// Saves a plan's document if its latest revision still is `expected`. `false` if not, or if the
    /// plan is closed or gone.
    pub async fn save_plan_document(
        &mut self,
        plan: Uuid,
        expected: i64,
        document: &[u8],
    ) -> Result<bool, StoreError> {
        let saved = execute!(
            self,
            "UPDATE plans SET document = $3, revision = revision + 1
             WHERE id = $1 AND revision = $2 AND closed_at IS NULL",
            plan,
            expected,
            document,
        )?;
        Ok(saved == 1)
    }

    /// Keeps a plan open until the transaction ends. `false` if it is closed or gone.
    pub async fn hold_open_plan(&mut self, plan: Uuid) -> Result<bool, StoreError> {
        let held = execute!(
            self,
            "UPDATE plans SET closed_at = NULL WHERE id = $1 AND closed_at IS NULL",
            plan,
        )?;
        Ok(held == 1)
    }

    /// Closes a plan. `false` if it is closed already, or gone.
    pub async fn close_plan(&mut self, plan: Uuid, at: i64) -> Result<bool, StoreError> {
        let closed = execute!(
            self,
            "UPDATE plans SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL",
            plan,
            at,
        )?;
        Ok(closed == 1)
    }

    /// The open plans whose owners were not reminded after a time, so many at most: those that have
    /// waited longest first.
    pub async fn plans_to_remind(
        &mut self,
        since: i64,
        most: i64,
    ) -> Result<Vec<PlanRow>, StoreError> {
        let found: Vec<Columns> = rows!(
            self,
            "SELECT id, organisation, round, edition, key, document, revision, created_at, closed_at
             FROM plans
             WHERE closed_at IS NULL AND COALESCE(reminded_at, created_at) < $1
             ORDER BY COALESCE(reminded_at, created_at), id LIMIT $2",
            since,
            most,
        )?;
        Ok(found.into_iter().map(PlanRow::from).collect())
    }

    /// Claims the reminding of a plan's owners: of two at once, one gets `true`.
    pub async fn claim_plan_reminder(
        &mut self,
        plan: Uuid,
        since: i64,
        at: i64,
    ) -> Result<bool, StoreError> {
        let claimed = execute!(
            self,
            "UPDATE plans SET reminded_at = $3
             WHERE id = $1 AND closed_at IS NULL AND COALESCE(reminded_at, created_at) < $2",
            plan,
            since,
            at,
        )?;
        Ok(claimed == 1)
    }

    /// Adds someone who does what a plan says.
    pub async fn add_plan_owner(&mut self, owner: &PlanOwnerRow) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO plan_owners (id, plan, hash, contact, created_at, revoked_at, remind)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            owner.id,
            owner.plan,
            &owner.hash,
            &owner.contact,
            owner.created_at,
            owner.revoked_at,
            i64::from(owner.remind),
        )
        .map(drop)
    }

    /// Those who do what a plan says, in the order they were added.
    pub async fn plan_owners(&mut self, plan: Uuid) -> Result<Vec<PlanOwnerRow>, StoreError> {
        let found: Vec<OwnerColumns> = rows!(
            self,
            "SELECT id, plan, hash, contact, created_at, revoked_at, remind
             FROM plan_owners WHERE plan = $1 ORDER BY id",
            plan,
        )?;
        Ok(found.into_iter().map(PlanOwnerRow::from).collect())
    }

    /// Whoever an address belongs to, unless it was taken back.
    pub async fn plan_owner_by_hash(
        &mut self,
        hash: &[u8],
    ) -> Result<Option<PlanOwnerRow>, StoreError> {
        let found: Option<OwnerColumns> = row!(
            self,
            "SELECT id, plan, hash, contact, created_at, revoked_at, remind
             FROM plan_owners WHERE hash = $1 AND revoked_at IS NULL",
            hash,
        )?;
        Ok(found.map(PlanOwnerRow::from))
    }

    /// Gives someone another name, e-mail address or address of their own.
    pub async fn change_plan_owner(
        &mut self,
        owner: Uuid,
        hash: &[u8],
        contact: &[u8],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE plan_owners SET hash = $2, contact = $3 WHERE id = $1",
            owner,
            hash,
            contact,
        )
        .map(drop)
    }

    /// Turns someone's reminders on or off.
    pub async fn set_plan_reminders(&mut self, owner: Uuid, on: bool) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE plan_owners SET remind = $2 WHERE id = $1",
            owner,
            i64::from(on),
        )
        .map(drop)
    }
}
