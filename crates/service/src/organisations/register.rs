//! Which organisations there are: the register file, and finding what is in it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use domain::account::Action;
use domain::collation::sort_key;
use domain::organisation::register::{Entry, Known, Problem, parse};
use domain::organisation::{Classification, OrganisationNumber};
use store::{ClassificationRow, OrganisationRow, StoreError, Tx};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::{By, Listed, OrganisationError, classification, standing, today};
use crate::app::App;
use crate::content;
use crate::error::ServiceError;
use crate::secrets::public_id;

/// Organisations that a search gives at most.
const FOUND: usize = 50;
/// What the history says of a classification that came with a file.
const FROM_FILE: &str = "register";

/// What an import does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Organisations that were not in the register.
    pub added: usize,
    /// Organisations about which something is new.
    pub changed: usize,
    /// Organisations about which nothing is new.
    pub unchanged: usize,
}

/// Why a file was not imported. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file has problems. One a line.
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
    /// It was refused or could not be carried out.
    #[error(transparent)]
    Failed(#[from] OrganisationError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        ImportError::Failed(error.into())
    }
}

/// How a write ends that was to find out what it would do.
enum End {
    Tried(Imported),
    Failed(ImportError),
}

impl<E: Into<ImportError>> From<E> for End {
    fn from(error: E) -> Self {
        End::Failed(error.into())
    }
}

/// The register that comes with the service: Sweden's municipalities and regions.
pub fn shipped() -> Cow<'static, [u8]> {
    content::shipped_register()
}

/// Finds out what importing a file would do, and changes nothing.
pub async fn check(app: &App, file: &[u8]) -> Result<Imported, ImportError> {
    match run(app, By::CommandLine, file, true).await {
        Ok(imported) | Err(End::Tried(imported)) => Ok(imported),
        Err(End::Failed(error)) => Err(error),
    }
}

/// Imports a register file, all of it or nothing.
pub async fn import(app: &App, by: By, file: &[u8]) -> Result<Imported, ImportError> {
    match run(app, by, file, false).await {
        Ok(imported) | Err(End::Tried(imported)) => Ok(imported),
        Err(End::Failed(error)) => Err(error),
    }
}

async fn run(app: &App, by: By, file: &[u8], only_try: bool) -> Result<Imported, End> {
    let file: Arc<[u8]> = file.into();
    let mut act = Act::new(app, by);
    // No file has more organisations than lines.
    let lines = file.iter().filter(|byte| **byte == b'\n').count() + 1;
    let fresh: Vec<Fresh> = (0..lines).map(|_| Fresh::new(app)).collect();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.lock_installation().await?;
                standing::operator(tx, by, Action::HandleOrganisations).await?;
                let entries = parse(&file, &known(tx).await?).map_err(ImportError::Problems)?;
                let imported = take_in(tx, &entries, fresh, act.now()).await?;
                if only_try {
                    return Err(End::Tried(imported));
                }
                if imported.added + imported.changed > 0 {
                    let detail = Detail::of((imported.added + imported.changed).to_string());
                    act.record(tx, None, EventKind::AgencyImported, detail)
                        .await?;
                }
                Ok(imported)
            })
        })
        .await
}

/// Ids for one organisation that may be new.
struct Fresh {
    organisation: Uuid,
    public_id: String,
    classification: Uuid,
}

impl Fresh {
    fn new(app: &App) -> Self {
        Fresh {
            organisation: app.id(),
            public_id: public_id(app),
            classification: app.id(),
        }
    }
}

async fn known(tx: &mut Tx) -> Result<Known, StoreError> {
    let number = |digits: &str| OrganisationNumber::try_from(digits).ok();
    let rows = tx.owners_by_number().await?;
    let line = |(own, owner): (String, Option<String>)| {
        Some((number(&own)?, owner.as_deref().and_then(number)))
    };
    Ok(rows.into_iter().filter_map(line).collect())
}

async fn take_in(
    tx: &mut Tx,
    entries: &[Entry],
    fresh: Vec<Fresh>,
    now: i64,
) -> Result<Imported, OrganisationError> {
    let mut imported = Imported::default();
    let mut rows = BTreeMap::new();
    // First all that are new, since an owner may stand below what it owns.
    for (entry, fresh) in entries.iter().zip(fresh) {
        let digits = entry.number.digits();
        let found = tx.organisation_by_number(&digits).await?;
        let new = found.is_none();
        let row = match found {
            Some(row) => row,
            None => {
                let row = OrganisationRow {
                    id: fresh.organisation,
                    public_id: fresh.public_id,
                    number: Some(digits),
                    name: entry.name.clone(),
                    owner: None,
                    registrator: None,
                    joined_at: None,
                    reminder_month: None,
                };
                tx.add_organisation(&row, &sort_key(&entry.name)).await?;
                row
            }
        };
        rows.insert(entry.number, (row, new, fresh.classification));
    }
    for entry in entries {
        let Some((row, new, id)) = rows.get(&entry.number) else {
            continue;
        };
        let owner = match entry.owner {
            None => None,
            Some(number) => match rows.get(&number) {
                Some((owner, ..)) => Some(owner.id),
                None => {
                    let owner = tx.organisation_by_number(&number.digits()).await?;
                    owner.map(|owner| owner.id)
                }
            },
        };
        let changed = [
            change(tx, row, entry, owner).await?,
            set_domains(tx, row.id, entry).await?,
            classify(tx, row.id, &entry.classification, *id, now).await?,
        ];
        match (new, changed.contains(&true)) {
            (true, _) => imported.added += 1,
            (false, true) => imported.changed += 1,
            (false, false) => imported.unchanged += 1,
        }
    }
    Ok(imported)
}

/// Name, owner and registrator. What the file leaves out of the registrator is kept.
async fn change(
    tx: &mut Tx,
    row: &OrganisationRow,
    entry: &Entry,
    owner: Option<Uuid>,
) -> Result<bool, StoreError> {
    let told = entry.registrator.as_ref().map(|address| address.as_str());
    let registrator = told.or(row.registrator.as_deref());
    if row.name == entry.name && row.owner == owner && row.registrator.as_deref() == registrator {
        return Ok(false);
    }
    let key = sort_key(&entry.name);
    tx.change_organisation(row.id, &entry.name, &key, owner, registrator)
        .await?;
    Ok(true)
}

/// Domains, unless the file tells none.
async fn set_domains(tx: &mut Tx, organisation: Uuid, entry: &Entry) -> Result<bool, StoreError> {
    let mut told: Vec<String> = entry.domains.iter().map(ToString::to_string).collect();
    told.sort_unstable();
    if told.is_empty() || tx.domains(organisation).await? == told {
        return Ok(false);
    }
    tx.set_domains(organisation, &told).await?;
    Ok(true)
}

/// A new line of history, if something differs from what holds on that day.
async fn classify(
    tx: &mut Tx,
    organisation: Uuid,
    told: &Classification,
    id: Uuid,
    now: i64,
) -> Result<bool, OrganisationError> {
    let day = told.valid_from.to_string();
    let held = tx.classification_on(organisation, &day).await?;
    let held = held.as_ref().map(classification).transpose()?;
    if held.is_some_and(|held| held.says_the_same(told)) {
        return Ok(false);
    }
    let row = classification_row(organisation, told, id, None, FROM_FILE, now);
    tx.add_classification(&row).await?;
    Ok(true)
}

pub(super) fn classification_row(
    organisation: Uuid,
    told: &Classification,
    id: Uuid,
    changed_by: Option<Uuid>,
    reason: &str,
    now: i64,
) -> ClassificationRow {
    ClassificationRow {
        id,
        organisation,
        valid_from: told.valid_from.to_string(),
        kind: told.kind.code().to_owned(),
        lan: told.lan.map(String::from),
        municipality: told.municipality.map(String::from),
        skr_group: told.group.map(|group| group.code().to_owned()),
        population: told.population.map(i64::from),
        volume: told
            .volume
            .map(|volume| i64::try_from(volume).unwrap_or(i64::MAX)),
        changed_by,
        reason: reason.to_owned(),
        created_at: now,
    }
}

/// All organisations, in the order of their names.
pub async fn list(app: &App) -> Result<Vec<Listed>, ServiceError> {
    let rows = app.store.read().await?.organisations(&today(app)).await?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// Organisations by a part of their name, whatever the case and hyphens, or by their number in any
/// spelling; not more than 50. First those whose name begins so, each in the order of the names.
pub async fn find(app: &App, text: &str) -> Result<Vec<Listed>, ServiceError> {
    let number = OrganisationNumber::try_from(text).ok();
    let part = sort_key(text);
    if part.is_empty() {
        return Ok(Vec::new());
    }
    let place = |listed: &Listed| match number {
        Some(number) => (listed.number == Some(number)).then_some(0),
        None => {
            let name = sort_key(&listed.name);
            let mut windows = name.windows(part.len());
            windows.position(|window| window == part)
        }
    };
    let all = list(app).await?.into_iter();
    let mut found: Vec<(bool, Listed)> = all
        .filter_map(|listed| place(&listed).map(|at| (at > 0, listed)))
        .collect();
    found.sort_by_key(|(within, _)| *within);
    let listed = found.into_iter().map(|(_, listed)| listed);
    Ok(listed.take(FOUND).collect())
}

/// The organisations that one owns, in the order of their names.
pub async fn owned(app: &App, owner: Uuid) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.owned_organisations(&today(app), owner).await?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// A classification and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classified {
    /// What the organisation is counted as.
    pub classification: Classification,
    /// Who at the agency changed it; `None` for what came with a file.
    pub by: Option<Uuid>,
    /// Why.
    pub reason: String,
    /// When it was written down, Unix milliseconds.
    pub at: i64,
}

/// Every classification of an organisation, the one that holds last first.
pub async fn classifications(
    app: &App,
    organisation: Uuid,
) -> Result<Vec<Classified>, ServiceError> {
    let rows = app
        .store
        .read()
        .await?
        .classifications(organisation)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Classified {
                classification: classification(&row)?,
                by: row.changed_by,
                reason: row.reason,
                at: row.created_at,
            })
        })
        .collect()
}
