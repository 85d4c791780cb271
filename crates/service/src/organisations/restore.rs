//! An organisation with everything it took out of another installation, loaded into an egen
//! installation that has none: what it has handed in to the byte, its rounds, members and events.
//!
//! All of a file is looked at before anything is stored. Who each respondent was and what they
//! answered is not in it, as no page shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::account::{Role, Stage};
use domain::collation::sort_key;
use domain::day::Day;
use domain::organisation::{EmailAddress, EmailDomain, OrganisationNumber};
use store::{
    ClassificationRow, NewEvent, NewMembership, NewPerson, OrganisationRow, StoreError,
    SubmissionRow, Tx, WithdrawalRow,
};
use uuid::{Builder, Uuid};

use super::By;
use super::events::{Act, Detail, EventKind};
use super::portable::{FORMAT, MemberPart, PATH, Portable, RoundPart, State, SubmissionPart};
use super::register::classification_row;
use crate::app::App;
use crate::error::ServiceError;
use crate::file::{self, FileFault, SavedRound};
use crate::rounds::restoring::{Around, Restored};
use crate::settings::Mode;
use crate::submissions::{Document, hash};

/// Longest text in a round, in characters: that of the forms.
const TEXT_LIMIT: usize = 10_000;

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
    let plan = match reading.portable() {
        Some(portable) => Some(reading.plan(&portable)?),
        None => None,
    };
    let Some(plan) = plan.filter(|_| reading.problems.is_empty()) else {
        return Err(RestoreError::Problems(reading.problems));
    };
    let loaded = Loaded {
        name: plan.organisation.name.clone(),
        members: plan.members.len(),
        rounds: plan.rounds.len(),
        submissions: plan.submissions.len(),
        events: plan.events.len(),
    };
    let act = Act::new(app, By::CommandLine);
    app.store
        .write(move |tx| Box::pin(async move { plan.store(tx, act).await }))
        .await?;
    Ok(loaded)
}

/// Everything that is to be stored.
struct Plan {
    organisation: OrganisationRow,
    domains: Vec<String>,
    classifications: Vec<ClassificationRow>,
    /// Each with when they were last confirmed, Unix milliseconds.
    members: Vec<(NewPerson, NewMembership, i64)>,
    rounds: Vec<Restored>,
    submissions: Vec<SubmissionRow>,
    events: Vec<NewEvent>,
    /// The day of the export.
    from: String,
}

impl Plan {
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
            // Someone may have signed in here already.
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

    /// What is to be stored, if there turn out to be no problems.
    fn plan(&mut self, portable: &Portable) -> Result<Plan, ServiceError> {
        let organisation = self.organisation(portable);
        let id = organisation.id;
        let submissions = self.submissions(portable, id);
        let rounds = self.rounds(portable, id, &submissions)?;
        Ok(Plan {
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
            members: self.members(&portable.members, id),
            rounds,
            submissions: submissions.into_values().collect(),
            events: self.events(portable, id),
            from: l10n::iso_day(portable.exported_at),
            organisation,
        })
    }

    fn organisation(&mut self, portable: &Portable) -> OrganisationRow {
        let part = &portable.organisation;
        let public = !part.id.is_empty() && part.id.bytes().all(|b| b.is_ascii_alphanumeric());
        if !public {
            self.wrong(PATH, format!("{:?} is no id of an organisation", part.id));
        }
        let number = part.number.as_deref().map(OrganisationNumber::try_from);
        let number = match number.transpose() {
            Ok(number) => number,
            Err(error) => {
                let told = part.number.as_deref().unwrap_or_default();
                self.wrong(PATH, format!("{told:?} is no organisation number: {error}"));
                None
            }
        };
        let month = part.reminder_month;
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            self.wrong(PATH, "reminder_month is no month");
        }
        OrganisationRow {
            id: self.app.id(),
            public_id: part.id.clone(),
            number: number.map(|number| number.digits()),
            name: part.name.clone(),
            owner: None,
            registrator: part.registrator.clone(),
            joined_at: part.joined_at,
            reminder_month: month.map(i64::from),
        }
    }

    fn domains(&mut self, portable: &Portable) -> Vec<String> {
        let mut domains = Vec::new();
        for domain in &portable.organisation.domains {
            match EmailDomain::try_from(domain.as_str()) {
                Ok(domain) => domains.push(domain.as_str().to_owned()),
                Err(_) => self.wrong(PATH, format!("{domain:?} is no e-mail domain")),
            }
        }
        domains
    }

    fn members(
        &mut self,
        parts: &[MemberPart],
        organisation: Uuid,
    ) -> Vec<(NewPerson, NewMembership, i64)> {
        let mut seen = BTreeSet::new();
        let mut members = Vec::with_capacity(parts.len());
        for part in parts {
            let Ok(email) = EmailAddress::try_from(part.email.as_str()) else {
                self.wrong(PATH, format!("{:?} is no e-mail address", part.email));
                continue;
            };
            if !seen.insert(email.as_str().to_owned()) {
                self.wrong(PATH, format!("{email} is a member twice"));
                continue;
            }
            let person = NewPerson {
                id: self.app.id(),
                name: part.name.clone(),
                email: email.as_str().to_owned(),
                lang: part.lang.clone(),
                at: self.app.now(),
            };
            let membership = NewMembership {
                id: self.app.id(),
                organisation,
                person: person.id,
                role: part.role.code().to_owned(),
                state: part.state.code().to_owned(),
                at: part.since,
            };
            members.push((person, membership, part.confirmed_at));
        }
        let contact =
            |part: &MemberPart| part.role == Role::Contact && matches!(part.state, State::Active);
        if !parts.iter().any(contact) {
            self.wrong(PATH, "no member is contact person: nobody could lead it");
        }
        members
    }

    /// What was handed in, by reference, each with the id that its round gets.
    fn submissions(
        &mut self,
        portable: &Portable,
        organisation: Uuid,
    ) -> BTreeMap<String, SubmissionRow> {
        let mut submissions = BTreeMap::new();
        for part in &portable.submissions {
            let Some(document) = self.document(part) else {
                continue;
            };
            let row = SubmissionRow {
                id: self.app.id(),
                organisation,
                round: self.app.id(),
                reference: part.reference.clone(),
                person: None,
                document,
                hash: part.hash.clone(),
                created_at: part.at,
                withdrawn: part.withdrawn_at.map(|at| WithdrawalRow {
                    at,
                    by: None,
                    reason: part.withdrawn_because.clone().unwrap_or_default(),
                }),
            };
            if submissions.insert(part.reference.clone(), row).is_some() {
                self.wrong(PATH, format!("{} was handed in twice", part.reference));
            }
        }
        submissions
    }

    fn document(&mut self, part: &SubmissionPart) -> Option<String> {
        let bytes = self.file(&part.file)?;
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.wrong(&part.file, "is no text");
            return None;
        };
        if hash(text) != part.hash {
            self.wrong(
                &part.file,
                "is not what was handed in: its checksum differs",
            );
            return None;
        }
        match Document::read(text) {
            Ok(document) if document.reference == part.reference => Some(text.to_owned()),
            Ok(document) => {
                let told = format!("is {}, not {}", document.reference, part.reference);
                self.wrong(&part.file, told);
                None
            }
            Err(_) => {
                self.wrong(&part.file, "is nothing that this version has handed in");
                None
            }
        }
    }

    fn rounds(
        &mut self,
        portable: &Portable,
        organisation: Uuid,
        submissions: &BTreeMap<String, SubmissionRow>,
    ) -> Result<Vec<Restored>, ServiceError> {
        let mut ids = BTreeMap::new();
        for part in &portable.rounds {
            let handed_in = part.submission.as_ref();
            let handed_in = handed_in.and_then(|reference| submissions.get(reference));
            let id = handed_in.map_or_else(|| self.app.id(), |row| row.round);
            if ids.insert(part.file.as_str(), id).is_some() {
                self.wrong(&part.file, "is the file of two rounds");
            }
            let expected = match handed_in {
                None => matches!(part.stage, Stage::Answering | Stage::Agreeing),
                Some(row) if row.withdrawn.is_some() => part.stage == Stage::Withdrawn,
                Some(_) => part.stage == Stage::Submitted,
            };
            if !expected {
                let stage = part.stage.code();
                self.wrong(
                    &part.file,
                    format!("is {stage}: its submission says otherwise"),
                );
            }
        }
        let mut rounds = Vec::with_capacity(portable.rounds.len());
        for part in &portable.rounds {
            let Some(saved) = self.round(part) else {
                continue;
            };
            let previous = part.previous.as_deref();
            let around = Around {
                id: ids.get(part.file.as_str()).copied().unwrap_or_default(),
                organisation,
                stage: part.stage,
                previous: previous.and_then(|file| ids.get(file).copied()),
                started_at: part.started_at,
                changed_at: part.changed_at,
                answer_by: part.answer_by.clone(),
                closed_at: part.closed_at,
                audiences: part
                    .audiences
                    .iter()
                    .map(|audience| (audience.role, audience.questions.as_slice()))
                    .collect(),
            };
            rounds.push(Restored::new(self.app, &saved, around)?);
        }
        Ok(rounds)
    }

    /// A round's own file, if it and what is said of it can be used.
    fn round(&mut self, part: &RoundPart) -> Option<SavedRound> {
        let bytes = self.file(&part.file)?;
        let saved = match file::read(&self.app.content, bytes, TEXT_LIMIT) {
            Ok(saved) => saved,
            Err(fault) => {
                let what = match fault {
                    FileFault::Empty | FileFault::NotARound => "is no round".to_owned(),
                    FileFault::Altered => "was cut off or changed".to_owned(),
                    FileFault::UnknownEdition(edition) => {
                        format!("was answered on {edition}, which this version does not have")
                    }
                    FileFault::Unusable(id) => {
                        format!("has an answer or text to {id} that is none")
                    }
                };
                self.wrong(&part.file, what);
                return None;
            }
        };
        let edition = self.app.content.editions.get(&saved.edition)?;
        let asked = part
            .audiences
            .iter()
            .flat_map(|audience| &audience.questions);
        if let Some(unknown) = asked.into_iter().find(|id| edition.question(id).is_none()) {
            self.wrong(&part.file, format!("asks {unknown}, which is no question"));
        }
        if part.audiences.is_empty() {
            self.wrong(&part.file, "asks nobody");
        }
        let day = part.answer_by.as_deref();
        if day.is_some_and(|day| Day::try_from(day).is_err()) {
            self.wrong(&part.file, "has a last day that is no day");
        }
        Some(saved)
    }

    /// Oldest first, with ids that put them in the order of the file among themselves and before
    /// whatever happens from now on.
    fn events(&mut self, portable: &Portable, organisation: Uuid) -> Vec<NewEvent> {
        let mut last = Uuid::nil();
        let mut events = Vec::with_capacity(portable.events.len());
        for part in portable.events.iter().rev() {
            let at = u64::try_from(part.at).unwrap_or_default();
            let id = Builder::from_unix_timestamp_millis(at, &self.app.bytes()).into_uuid();
            // Those of the same moment follow each other.
            last = id.max(Uuid::from_u128(last.as_u128().saturating_add(1)));
            events.push(NewEvent {
                id: last,
                organisation: Some(organisation),
                person: None,
                who: part.who.clone(),
                kind: part.kind.clone(),
                detail: part.detail.clone(),
                at: part.at,
            });
        }
        events
    }
}
