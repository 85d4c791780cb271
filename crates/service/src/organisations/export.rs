//! Everything that an organisation has, as files: JSON to load again, CSV to read.
//!
//! Single respondents' answers are not among it: what the pages never show does not leave by a side
//! door. How the answers are spread is, as on the pages.

use domain::account::{Action, Stage, can};
use domain::instrument::Level;
use l10n::iso_day;
use serde::Serialize;
use uuid::Uuid;

use super::register::{self, Classified};
use super::{Organisation, Outcome, Refusal, standing};
use crate::app::App;
use crate::error::ServiceError;
use crate::file;
use crate::rounds::agreement::{self, Together};
use crate::rounds::listing::{self, Listed};
use crate::rounds::{Round, of_organisation};
use crate::submissions::{self, Receipt};

/// The format of `organisation.json`.
pub const FORMAT: &str = "strategikollen-organisation-1";

/// A file of the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its path in the archive.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

#[derive(Serialize)]
struct About {
    format: &'static str,
    /// Whether the organisation is synthetic; absent for real ones.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    synthetic: bool,
    /// Unix milliseconds, as all times here.
    exported_at: i64,
    organisation: OrganisationPart,
    classifications: Vec<ClassificationPart>,
    members: Vec<MemberPart>,
    rounds: Vec<RoundPart>,
    submissions: Vec<SubmissionPart>,
    events: Vec<EventPart>,
}

#[derive(Serialize)]
struct OrganisationPart {
    name: String,
    number: Option<String>,
    registrator: Option<String>,
    joined_at: Option<i64>,
    reminder_month: Option<u8>,
}

#[derive(Serialize)]
struct ClassificationPart {
    valid_from: String,
    kind: &'static str,
    lan: Option<String>,
    municipality: Option<String>,
    group: Option<&'static str>,
    population: Option<u32>,
    volume: Option<u64>,
    reason: String,
    at: i64,
}

#[derive(Serialize)]
struct MemberPart {
    name: String,
    email: String,
    role: String,
    state: String,
    since: i64,
    confirmed_at: i64,
}

#[derive(Serialize)]
struct RoundPart {
    /// Its file; absent while it is open for answers, when nobody sees any.
    file: Option<String>,
    stage: &'static str,
    edition: String,
    started_at: i64,
}

#[derive(Serialize)]
struct SubmissionPart {
    file: String,
    reference: String,
    at: i64,
    hash: String,
    withdrawn_at: Option<i64>,
    withdrawn_because: Option<String>,
}

#[derive(Serialize)]
struct EventPart {
    at: i64,
    who: String,
    kind: String,
    detail: String,
}

/// Everything that an organisation has, for someone who may take it out.
pub async fn export(
    app: &App,
    person: Uuid,
    organisation: &Organisation,
) -> Outcome<Vec<ExportFile>> {
    let mut tx = app.store.read().await?;
    let actors = standing::actors(&mut tx, person, organisation.id).await?;
    if !actors.iter().any(|actor| can(*actor, Action::Export, None)) {
        return Err(Refusal::NotAllowed.into());
    }
    let members = tx.members(organisation.id).await?;
    let mut events = Vec::new();
    let mut before = None;
    loop {
        let page = tx.events(organisation.id, before, 500).await?;
        before = page.last().map(|event| event.id);
        if before.is_none() {
            break;
        }
        events.extend(page);
    }
    drop(tx);
    let mut files = Vec::new();
    let mut tables = Tables::new()?;
    let mut rounds = Vec::new();
    for (number, listed) in (1..).zip(listing::of_organisation(app, organisation).await?) {
        let file = round(app, number, &listed, &mut files, &mut tables).await?;
        rounds.push(RoundPart {
            file,
            stage: listed.stage.code(),
            edition: listed.edition,
            started_at: listed.created_at,
        });
    }
    let submissions = submissions::of_organisation(app, organisation.id).await?;
    let classifications = register::classifications(app, organisation.id).await?;
    let about = About {
        format: FORMAT,
        synthetic: app.demo.is_some(),
        exported_at: app.now(),
        organisation: OrganisationPart {
            name: organisation.name.clone(),
            number: organisation.number.map(|number| number.to_string()),
            registrator: organisation.registrator.clone(),
            joined_at: organisation.joined_at,
            reminder_month: organisation.reminder_month,
        },
        classifications: classifications.iter().map(ClassificationPart::of).collect(),
        members: members
            .into_iter()
            .map(|member| MemberPart {
                name: member.name,
                email: member.email,
                role: member.role,
                state: member.state,
                since: member.created_at,
                confirmed_at: member.confirmed_at,
            })
            .collect(),
        rounds,
        submissions: submissions.iter().map(SubmissionPart::of).collect(),
        events: events
            .into_iter()
            .map(|event| EventPart {
                at: event.at,
                who: event.who,
                kind: event.kind,
                detail: event.detail,
            })
            .collect(),
    };
    tables.finish(&about, &mut files)?;
    files.extend(submissions.into_iter().map(|receipt| ExportFile {
        path: submission_path(&receipt),
        bytes: receipt.document.into_bytes(),
    }));
    files.push(ExportFile {
        path: "organisation.json".to_owned(),
        bytes: serde_json::to_vec_pretty(&about).map_err(ServiceError::from)?,
    });
    Ok(files)
}

fn submission_path(receipt: &Receipt) -> String {
    format!("inlamningar/{}.json", receipt.reference)
}

impl ClassificationPart {
    fn of(classified: &Classified) -> Self {
        let class = &classified.classification;
        ClassificationPart {
            valid_from: class.valid_from.to_string(),
            kind: class.kind.code(),
            lan: class.lan.map(|lan| lan.code().to_string()),
            municipality: class.municipality.map(|code| code.to_string()),
            group: class.group.map(|group| group.code()),
            population: class.population,
            volume: class.volume,
            reason: classified.reason.clone(),
            at: classified.at,
        }
    }
}

impl SubmissionPart {
    fn of(receipt: &Receipt) -> Self {
        let withdrawn = receipt.withdrawn.as_ref();
        SubmissionPart {
            file: submission_path(receipt),
            reference: receipt.reference.clone(),
            at: receipt.at,
            hash: receipt.hash.clone(),
            withdrawn_at: withdrawn.map(|withdrawn| withdrawn.at),
            withdrawn_because: withdrawn.map(|withdrawn| withdrawn.reason.clone()),
        }
    }
}

/// Adds a round's file, which any installation loads, and its lines in the tables. Gives the file's
/// path; none while the round is open for answers.
async fn round(
    app: &App,
    number: usize,
    listed: &Listed,
    files: &mut Vec<ExportFile>,
    tables: &mut Tables,
) -> Result<Option<String>, ServiceError> {
    if listed.stage == Stage::Answering {
        return Ok(None);
    }
    let Some(round) = of_organisation::open_agreed(app, listed.id).await? else {
        return Ok(None);
    };
    let name = format!("{}-{number}", iso_day(listed.created_at));
    let path = format!("sjalvskattningar/{name}.json");
    files.push(ExportFile {
        path: path.clone(),
        bytes: file::write(app, &round)?,
    });
    tables.add_answers(&name, &round)?;
    if let Some(edition) = app.content.editions.get(&round.edition) {
        let together = agreement::together(app, &round, edition).await?;
        tables.add_spreads(&name, &together)?;
    }
    Ok(Some(path))
}

type Table = csv::Writer<Vec<u8>>;

/// The tables to read in a spreadsheet: semicolons and a byte order mark, as Excel in Swedish wants.
struct Tables {
    answers: Table,
    spreads: Table,
}

fn table<const N: usize>(headings: [&str; N]) -> Result<Table, ServiceError> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    write(&mut table, headings)?;
    Ok(table)
}

/// A cell that a spreadsheet takes as text: one that begins as a formula would is quoted.
fn cell(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn write<const N: usize>(table: &mut Table, cells: [&str; N]) -> Result<(), ServiceError> {
    table
        .write_record(cells.map(cell))
        .map_err(|error| ServiceError::from(store::StoreError::Other(error.to_string())))
}

impl Tables {
    fn new() -> Result<Self, ServiceError> {
        Ok(Tables {
            answers: table(["sjalvskattning", "fraga", "svar", "motivering"])?,
            spreads: table([
                "sjalvskattning",
                "fraga",
                "tillfragade",
                "niva1",
                "niva2",
                "niva3",
                "niva4",
                "vet_inte",
                "inte_tillampligt",
            ])?,
        })
    }

    fn add_answers(&mut self, round: &str, agreed: &Round) -> Result<(), ServiceError> {
        for (question, latest) in &agreed.latest {
            let answer = serde_json::to_string(&latest.said.answer)?;
            let answer = answer.trim_matches('"');
            write(
                &mut self.answers,
                [round, question, answer, &latest.said.comment],
            )?;
        }
        Ok(())
    }

    fn add_spreads(&mut self, round: &str, together: &Together) -> Result<(), ServiceError> {
        for spread in &together.spreads {
            let level = |level: Level| spread.all.level(level).to_string();
            write(
                &mut self.spreads,
                [
                    round,
                    &spread.question,
                    &spread.asked.to_string(),
                    &level(Level::ONE),
                    &level(Level::TWO),
                    &level(Level::THREE),
                    &level(Level::FOUR),
                    &spread.all.dont_know().to_string(),
                    &spread.all.not_applicable().to_string(),
                ],
            )?;
        }
        Ok(())
    }

    fn finish(self, about: &About, files: &mut Vec<ExportFile>) -> Result<(), ServiceError> {
        let mut members = table(["namn", "epost", "roll", "lage", "sedan"])?;
        for member in &about.members {
            let since = iso_day(member.since);
            let (name, email) = (member.name.as_str(), member.email.as_str());
            write(
                &mut members,
                [name, email, &member.role, &member.state, &since],
            )?;
        }
        let mut events = table(["tid", "vem", "kod", "uppgifter"])?;
        for event in &about.events {
            let at = l10n::timestamp(event.at);
            write(&mut events, [&at, &event.who, &event.kind, &event.detail])?;
        }
        for (path, table) in [
            ("svar.csv", self.answers),
            ("fordelning.csv", self.spreads),
            ("medlemmar.csv", members),
            ("handelser.csv", events),
        ] {
            let bytes = table
                .into_inner()
                .map_err(|error| store::StoreError::Other(error.to_string()))?;
            files.push(ExportFile {
                path: path.to_owned(),
                bytes,
            });
        }
        Ok(())
    }
}
