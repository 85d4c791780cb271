//! Everything that an organisation has, as files: JSON to load again, CSV to read.
//! [`super::restore`] is the other way.
//!
//! Single respondents' answers are not among it: what the pages never show does not leave by a side
//! door. How the answers are spread is, as on the pages.

use std::collections::BTreeMap;

use domain::account::{Action, Stage, can};
use domain::instrument::Level;
use l10n::iso_day;
use uuid::Uuid;

use super::portable::{
    AudiencePart, ClassificationPart, EventPart, FORMAT, MemberPart, NetworkPart, OfferPart,
    OrganisationPart, PATH, Portable, RoundPart, SubmissionPart,
};
use super::register;
use super::{Organisation, Outcome, Refusal, standing};
use crate::app::App;
use crate::error::ServiceError;
use crate::file;
use crate::plans::{self, portable::PlanPart};
use crate::rounds::agreement::{self, Together};
use crate::rounds::listing::{self, Listed};
use crate::rounds::{Round, audiences, of_organisation};
use crate::submissions::{self, Receipt};

/// A file of the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its path in the archive.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
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
    let joined = tx.networks_of(organisation.id).await?;
    let invited = tx
        .network_invitations_of(organisation.id, app.now())
        .await?;
    let offers = tx.offers_of(organisation.id).await?;
    drop(tx);
    let submissions = submissions::of_organisation(app, organisation.id).await?;
    let listed = listing::of_organisation(app, organisation).await?;
    let paths: BTreeMap<Uuid, String> = (1..)
        .zip(&listed)
        .map(|(number, round)| (round.id, path(number, round)))
        .collect();
    let mut taken = Taken {
        files: Vec::new(),
        tables: Tables::new()?,
        paths,
    };
    let mut rounds = Vec::with_capacity(listed.len());
    for round in &listed {
        let handed_in = submissions.iter().find(|receipt| receipt.round == round.id);
        rounds.extend(taken.round(app, round, handed_in).await?);
    }
    let emails = members.iter();
    let emails = emails.map(|member| (member.person, member.email.clone()));
    let emails: BTreeMap<Uuid, String> = emails.collect();
    let mut plans = Vec::new();
    for plan in plans::of_organisation(app, organisation.id).await? {
        let round = plan.round.and_then(|id| taken.paths.get(&id).cloned());
        plans.push(PlanPart::of(app, &plan, round, &emails).await?);
    }
    let classifications = register::classifications(app, organisation.id).await?;
    let domains = super::domains(app, organisation.id).await?;
    let portable = Portable {
        format: FORMAT.to_owned(),
        synthetic: app.demo.is_some(),
        exported_at: app.now(),
        organisation: OrganisationPart {
            id: organisation.public_id.clone(),
            name: organisation.name.clone(),
            number: organisation.number.map(|number| number.to_string()),
            registrator: organisation.registrator.clone(),
            domains: domains.iter().map(ToString::to_string).collect(),
            joined_at: organisation.joined_at,
            reminder_month: organisation.reminder_month,
        },
        classifications: classifications.iter().map(ClassificationPart::of).collect(),
        members: members.into_iter().map(MemberPart::from).collect(),
        rounds,
        submissions: submissions.iter().map(SubmissionPart::of).collect(),
        plans,
        networks: joined
            .into_iter()
            .map(|(row, at)| NetworkPart::of(row, Some(at), None))
            .chain(
                invited
                    .into_iter()
                    .map(|(row, until)| NetworkPart::of(row, None, Some(until))),
            )
            .collect(),
        offers: offers.into_iter().map(OfferPart::from).collect(),
        events: events.into_iter().map(EventPart::from).collect(),
    };
    let Taken {
        mut files, tables, ..
    } = taken;
    tables.finish(&portable, &mut files)?;
    files.extend(submissions.into_iter().map(|receipt| ExportFile {
        path: SubmissionPart::of(&receipt).file,
        bytes: receipt.document.into_bytes(),
    }));
    files.push(ExportFile {
        path: PATH.to_owned(),
        bytes: serde_json::to_vec_pretty(&portable).map_err(ServiceError::from)?,
    });
    Ok(files)
}

/// The folder of the rounds' files.
const ROUNDS: &str = "sjalvskattningar/";

fn path(number: usize, round: &Listed) -> String {
    format!("{ROUNDS}{}-{number}.json", iso_day(round.created_at))
}

/// What is taken out so far.
struct Taken {
    files: Vec<ExportFile>,
    tables: Tables,
    /// Each round's file.
    paths: BTreeMap<Uuid, String>,
}

impl Taken {
    /// Adds a round's file, which any installation loads, and its lines in the tables. While it is
    /// open for answers nobody sees any, and there are none in it. `None` if it is gone.
    async fn round(
        &mut self,
        app: &App,
        listed: &Listed,
        handed_in: Option<&Receipt>,
    ) -> Result<Option<RoundPart>, ServiceError> {
        let row = app
            .store
            .read()
            .await?
            .organisation_round(listed.id)
            .await?;
        let round = of_organisation::open_agreed(app, listed.id).await?;
        let (Some(row), Some(round), Some(path)) = (row, round, self.paths.get(&listed.id)) else {
            return Ok(None);
        };
        let path = path.clone();
        self.files.push(ExportFile {
            path: path.clone(),
            bytes: file::write(app, &round)?,
        });
        if listed.stage != Stage::Answering {
            let name = path.trim_start_matches(ROUNDS);
            let name = name.trim_end_matches(".json");
            self.tables.add_answers(name, &round)?;
            if let Some(edition) = app.content.editions.get(&round.edition) {
                let together = agreement::together(app, &round, edition).await?;
                self.tables.add_spreads(name, &together)?;
            }
        }
        let audiences = audiences::audiences(app, &round).await?;
        Ok(Some(RoundPart {
            file: path,
            stage: listed.stage,
            edition: listed.edition.clone(),
            started_at: listed.created_at,
            changed_at: round.touched_at,
            answer_by: row.answer_by,
            closed_at: row.closed_at,
            previous: row.previous.and_then(|id| self.paths.get(&id).cloned()),
            submission: handed_in.map(|receipt| receipt.reference.clone()),
            audiences: audiences
                .into_iter()
                .map(|audience| AudiencePart {
                    role: audience.role,
                    questions: audience.questions.into_iter().collect(),
                })
                .collect(),
        }))
    }
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

    fn finish(self, about: &Portable, files: &mut Vec<ExportFile>) -> Result<(), ServiceError> {
        let mut members = table(["namn", "epost", "roll", "lage", "sedan"])?;
        for member in &about.members {
            let since = iso_day(member.since);
            let (name, email) = (member.name.as_str(), member.email.as_str());
            write(
                &mut members,
                [name, email, member.role.code(), member.state.code(), &since],
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
