//! The past of a service to show, written by the service's own use cases at the times it happened.

use domain::account::{AgencyRole, Role};
use domain::day::Day;
use domain::organisation::EmailAddress;
use store::{NewPerson, StoreError};
use uuid::Uuid;

use super::cast::{Character, Part, TODAY, World};
use super::story::{self, Lead};
use super::timeline::Timeline;
use super::{background, openness, plan, register};
use crate::accounts::people;
use crate::app::App;
use crate::error::ServiceError;
use crate::openness::OpennessError;
use crate::organisations::register::ImportError;
use crate::organisations::{self, By, OrganisationError, agency, join, members};
use crate::plans::PlanError;
use crate::secrets::Unreadable;
use crate::submissions::SubmissionError;
use crate::waves::{self, WaveError};

/// The day the agency began.
const BEGINNING: &str = "2026-12-01";
/// Milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// The day from which the register's first lines hold.
const FIRST_LINES: &str = "2026-01-01";

/// What kept the past from being written.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// Something about an organisation.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// The register.
    #[error(transparent)]
    Register(#[from] ImportError),
    /// What organisations let each other see.
    #[error(transparent)]
    Openness(#[from] OpennessError),
    /// A plan.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// Handing in.
    #[error(transparent)]
    Submission(#[from] SubmissionError),
    /// A comparison.
    #[error(transparent)]
    Wave(#[from] WaveError),
    /// It could not be found out or stored.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for SeedError {
    fn from(error: StoreError) -> Self {
        SeedError::Failed(error.into())
    }
}

impl From<Unreadable> for SeedError {
    fn from(error: Unreadable) -> Self {
        SeedError::Failed(error.into())
    }
}

/// Writes the past of a seed into an empty database. When it is done the time is held at the
/// morning that the demonstration begins.
pub async fn seed(app: &App, timeline: &Timeline, seed: u64) -> Result<(), SeedError> {
    let world = World::new(&app.content, seed)?;
    hold(timeline, BEGINNING)?;
    let people = People::of_agency(app, &world).await?;
    let file = register::file(&world, 0, FIRST_LINES)?;
    organisations::register::import(app, By::CommandLine, &file).await?;
    let leads = people.join(app, &world).await?;

    background::hand_in(app, timeline, &world, 0).await?;
    let mut rounds = [None; 4];
    for (wave, date) in world.population.waves().iter().enumerate() {
        let year = wave + 1;
        hold(timeline, &date.months_before(5).to_string())?;
        let from = date.months_before(3).to_string();
        let file = register::file(&world, year, &from)?;
        organisations::register::import(app, By::CommandLine, &file).await?;
        background::hand_in(app, timeline, &world, year).await?;
        for (lead, round) in leads.iter().zip(&mut rounds) {
            *round = Some(story::year(app, timeline, &world, *lead, year, *round).await?);
        }
        people.compare(app, timeline, *date).await?;
    }

    // A year on from the last wave, as far as answers go.
    let next = world.population.waves().len() + 1;
    if let ([municipality, ..], [Some(last), ..]) = (leads, rounds) {
        plan::made(app, timeline, &world, municipality, last, next).await?;
    }
    openness::chosen(app, timeline, leads).await?;
    hold(timeline, TODAY)?;
    for lead in &leads {
        members::confirm(app, lead.person, lead.organisation, &[]).await?;
    }
    if let ([municipality, _, region, _], [Some(last), _, Some(of_region), _]) = (leads, rounds) {
        story::half_agreed(app, &world, municipality, next, last).await?;
        story::being_answered(app, &world, region, next, of_region).await?;
    }
    Ok(())
}

pub(super) fn hold(timeline: &Timeline, day: &str) -> Result<(), ServiceError> {
    timeline.hold(l10n::noon(day).ok_or(Unreadable)?);
    Ok(())
}

/// Those of the cast who can be signed in as.
struct People(Vec<(Part, Uuid)>);

impl People {
    /// Gives everyone an account, and those at the agency their roles.
    async fn of_agency(app: &App, world: &World) -> Result<People, SeedError> {
        let mut people = Vec::new();
        for character in &world.cast {
            let person = account(app, character).await?;
            if let Some(role) = character.part.agency_role() {
                agency::grant(app, By::CommandLine, &character.email, role).await?;
            }
            people.push((character.part, person));
        }
        Ok(People(people))
    }

    fn of(&self, part: Part) -> Result<Uuid, SeedError> {
        let found = self.0.iter().find(|(known, _)| *known == part);
        Ok(found.map(|(_, person)| *person).ok_or(Unreadable)?)
    }

    /// Everyone asks to join where they belong, and is let in by whoever decides. Gives those who
    /// lead, in the order of [`World::shown`].
    async fn join(&self, app: &App, world: &World) -> Result<[Lead; 4], SeedError> {
        let contact = Part::Municipality(Role::Contact);
        let leading = [contact, Part::Company, Part::Region, Part::StateAgency];
        let mut leads = Vec::new();
        for (part, index) in leading.into_iter().zip(world.shown()) {
            leads.push(self.lead(app, world, part, index).await?);
        }
        let leads: [Lead; 4] = leads.try_into().map_err(|_| Unreadable)?;
        for role in [Role::Respondent, Role::Reader] {
            let [lead, ..] = leads;
            let person = self.of(Part::Municipality(role))?;
            join::ask(app, person, lead.organisation).await?;
            let asked = members::list(app, lead.person, lead.organisation).await?;
            for member in asked.pending {
                let (by, of) = (lead.person, lead.organisation);
                members::approve(app, by, of, member.id, role).await?;
            }
        }
        Ok(leads)
    }

    /// One at the agency makes a comparison, and another publishes it a week later.
    async fn compare(&self, app: &App, timeline: &Timeline, date: Day) -> Result<(), SeedError> {
        let one = self.of(Part::Agency(AgencyRole::Publisher))?;
        let other = self.of(Part::SecondPublisher)?;
        let after = |day| Some(l10n::noon(&date.to_string())? + day * DAY);
        timeline.hold(after(7).ok_or(Unreadable)?);
        waves::close(app, one, date).await?;
        timeline.hold(after(14).ok_or(Unreadable)?);
        for wave in waves::list(app, By::Person(other)).await? {
            if wave.date == date {
                waves::publish(app, other, date, &wave.hash).await?;
            }
        }
        Ok(())
    }

    /// An organisation's first kontaktperson, let in by the agency.
    async fn lead(
        &self,
        app: &App,
        world: &World,
        part: Part,
        index: usize,
    ) -> Result<Lead, SeedError> {
        let person = self.of(part)?;
        let officer = self.of(Part::Agency(AgencyRole::CaseOfficer))?;
        let number = world.population.organisations()[index].number();
        let found = organisations::by_number(app, &number.ok_or(Unreadable)?).await?;
        let organisation = found.ok_or(Unreadable)?.id;
        join::ask(app, person, organisation).await?;
        for asked in agency::applications(app, officer).await? {
            agency::approve_first(app, officer, asked.membership).await?;
        }
        Ok(Lead {
            person,
            organisation,
            index,
        })
    }
}

async fn account(app: &App, character: &Character) -> Result<Uuid, SeedError> {
    let email = EmailAddress::try_from(character.email.as_str()).map_err(|_| Unreadable)?;
    let new = NewPerson {
        id: app.id(),
        name: character.name.clone(),
        email: email.as_str().to_owned(),
        lang: "sv".to_owned(),
        at: app.now(),
    };
    app.store
        .write(move |tx| Box::pin(async move { tx.person_or_new(&new).await }))
        .await?;
    let person = people::find_by_email(app, &email).await?;
    Ok(person.ok_or(Unreadable)?.id)
}
