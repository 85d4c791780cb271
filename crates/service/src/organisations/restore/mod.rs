//! An organisation with everything it took out of another installation, loaded into an egen
//! installation that has none: what it has handed in to the byte, its rounds, plans, members and
//! events.
//!
//! All of a file is looked at before anything is stored. Who each respondent was and what they
//! answered is not in it, as no page shows it.

mod organisation;
mod plans;
mod rounds;

use std::collections::BTreeMap;
use std::fmt;

use domain::collation::sort_key;
use store::{
    ClassificationRow, NewEvent, NewMembership, NewPerson, OrganisationRow, StoreError,
    SubmissionRow, Tx,
};
use uuid::Uuid;

use super::By;
use super::events::{Act, Detail, EventKind};
use super::portable::{FORMAT, MemberPart, PATH, Portable};
use super::register::classification_row;
use crate::app::App;
use crate::error::ServiceError;
use crate::plans::restoring::Restored as RestoredPlan;
use crate::rounds::restoring::Restored;
use crate::settings::Mode;

/// Something in a file that keeps it from being loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path in the archive.
    pub file: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

/// Why nothing was loaded.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// An agency has a register of its own.
    #[error("an agency runs this installation, which has a register of its own")]
    Shared,
    /// There is an organisation already.
    #[error("this installation has an organisation already")]
    NotEmpty,
    /// Everything that is wrong with the files.
    #[error("the files have problems")]
    Problems(Vec<Problem>),
    /// It could not be stored.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for RestoreError {
    fn from(error: StoreError) -> Self {
        RestoreError::Failed(error.into())
    }
}

/// How much was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The organisation's name.
    pub name: String,
    /// Those who belong to it or have asked to.
    pub members: usize,
    /// Its rounds.
    pub rounds: usize,
    /// What it has handed in.
    pub submissions: usize,
    /// Its plans.
    pub plans: usize,
    /// What has happened in it.
    pub events: usize,
}

/// Loads the files of an export, by their paths.
///
/// # Errors
/// [`RestoreError::Problems`] with all that is wrong; nothing is stored then.
pub async fn restore(app: &App, files: &BTreeMap<String, Vec<u8>>) -> Result<Loaded, RestoreError> {
    if app.settings.mode != Mode::Own {
        return Err(RestoreError::Shared);
    }
    let mut reading = Reading {
        app,
        files,
        problems: Vec::new(),
    };
    let whole = match reading.portable() {
        Some(portable) => {
            let known = accounts(app, &portable.members).await?;
            Some(reading.whole(&portable, &known)?)
        }
        None => None,
    };
    let Some(whole) = whole.filter(|_| reading.problems.is_empty()) else {
        return Err(RestoreError::Problems(reading.problems));
    };
    let loaded = Loaded {
        name: whole.organisation.name.clone(),
        members: whole.members.len(),
        rounds: whole.rounds.len(),
        submissions: whole.submissions.len(),
        plans: whole.plans.len(),
        events: whole.events.len(),
    };
    let act = Act::new(app, By::CommandLine);
    app.store
        .write(move |tx| Box::pin(async move { whole.store(tx, act).await }))
        .await?;
    Ok(loaded)
}

/// Those who have an account here already, by e-mail address.
async fn accounts(
    app: &App,
    members: &[MemberPart],
) -> Result<BTreeMap<String, Uuid>, ServiceError> {
    let mut tx = app.store.read().await?;
    let mut known = BTreeMap::new();
    for member in members {
        if let Some(person) = tx.person_by_email(&member.email).await? {
            known.insert(person.email, person.id);
        }
    }
    Ok(known)
}

/// Everything that is to be stored.
struct Whole {
    organisation: OrganisationRow,
    domains: Vec<String>,
    classifications: Vec<ClassificationRow>,
    /// Each with when they were last confirmed, Unix milliseconds.
    members: Vec<(NewPerson, NewMembership, i64)>,
    rounds: Vec<Restored>,
    submissions: Vec<SubmissionRow>,
    plans: Vec<RestoredPlan>,
    events: Vec<NewEvent>,
    /// The day of the export.
    from: String,
}

impl Whole {
    async fn store(self, tx: &mut Tx, mut act: Act) -> Result<(), RestoreError> {
        tx.lock_installation().await?;
        if tx.any_organisation().await? {
            return Err(RestoreError::NotEmpty);
        }
        let id = self.organisation.id;
        let key = sort_key(&self.organisation.name);
        tx.add_organisation(&self.organisation, &key).await?;
        tx.set_domains(id, &self.domains).await?;
        for row in &self.classifications {
            tx.add_classification(row).await?;
        }
        for (person, mut membership, confirmed_at) in self.members {
            // Someone may have signed in here in between.
            membership.person = tx.person_or_new(&person).await?.0.id;
            tx.begin_membership(&membership).await?;
            tx.confirm_membership(membership.id, confirmed_at).await?;
        }
        for round in &self.rounds {
            round.store(tx).await?;
        }
        for row in &self.submissions {
            tx.add_submission(row).await?;
            if let Some(withdrawal) = &row.withdrawn {
                tx.withdraw_submission(row.round, withdrawal).await?;
            }
        }
        for plan in &self.plans {
            plan.store(tx).await?;
        }
        for event in &self.events {
            tx.add_event(event).await?;
        }
        let detail = Detail::of(self.from);
        act.record(tx, Some(id), EventKind::Restored, detail)
            .await?;
        Ok(())
    }
}

/// Looks at the files, and collects what is wrong.
struct Reading<'a> {
    app: &'a App,
    files: &'a BTreeMap<String, Vec<u8>>,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    fn wrong(&mut self, file: &str, what: impl Into<String>) {
        self.problems.push(Problem {
            file: file.to_owned(),
            what: what.into(),
        });
    }

    /// A file that has to be there.
    fn file(&mut self, path: &str) -> Option<&'a [u8]> {
        let found = self.files.get(path).map(Vec::as_slice);
        if found.is_none() {
            self.wrong(path, "is missing");
        }
        found
    }

    fn portable(&mut self) -> Option<Portable> {
        let bytes = self.file(PATH)?;
        match serde_json::from_slice::<Portable>(bytes) {
            Ok(portable) if portable.format == FORMAT => Some(portable),
            Ok(portable) => {
                self.wrong(
                    PATH,
                    format!("format {:?} is not {FORMAT}", portable.format),
                );
                None
            }
            Err(error) => {
                self.wrong(PATH, error.to_string());
                None
            }
        }
    }

    /// What is to be stored, if there turn out to be no problems. `known` are those who have an
    /// account here already.
    fn whole(
        &mut self,
        portable: &Portable,
        known: &BTreeMap<String, Uuid>,
    ) -> Result<Whole, ServiceError> {
        let organisation = self.organisation(portable);
        let id = organisation.id;
        let members = self.members(&portable.members, id, known);
        let submissions = self.submissions(portable, id);
        let round_ids = self.round_ids(portable, &submissions);
        let people = members.iter().map(|(person, ..)| person);
        let people = people.map(|person| (person.email.clone(), person.id));
        let people = people.collect();
        Ok(Whole {
            domains: self.domains(portable),
            classifications: portable
                .classifications
                .iter()
                .map(|part| {
                    let class = part.classification();
                    let row = self.app.id();
                    classification_row(id, &class, row, None, &part.reason, part.at)
                })
                .collect(),
            members,
            rounds: self.rounds(portable, id, &round_ids)?,
            submissions: submissions.into_values().collect(),
            plans: self.plans(portable, id, &round_ids, &people)?,
            events: self.events(portable, id),
            from: l10n::iso_day(portable.exported_at),
            organisation,
        })
    }
}
