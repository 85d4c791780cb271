//! What the organisations that are seen from inside have done: rounds with several who answer,
//! through the same use cases as everyone's.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use domain::assessment::{Answer, Answers, Coverage, Depth};
use domain::instrument::Role;
use domain::text::Lang;
use uuid::Uuid;

use super::cast::World;
use super::seed::SeedError;
use super::timeline::Timeline;
use crate::app::App;
use crate::organisations;
use crate::rounds::respondents::Joined;
use crate::rounds::{
    self, Facts, Round, Said, Wanted, agreement, audiences, of_organisation, respondents,
};
use crate::secrets::Unreadable;
use crate::submissions;

/// Where everyone in the story answers from.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Who answers besides the kontaktperson, by role, and what they are called.
const COLLEAGUES: [(Role, &str); 6] = [
    (Role::Ledning, "Kommundirektören"),
    (Role::Verksamhet, "Förvaltningschefen"),
    (Role::Ekonomi, "Ekonomichefen"),
    (Role::Juridik, "Juristen"),
    (Role::Ledning, "Stabschefen"),
    (Role::Verksamhet, "Enhetschefen"),
];

/// Grounds that fit any question, by level.
const GROUNDS: [&str; 4] = [
    "Det sköts från fall till fall. Ingen har uppdraget.",
    "Några förvaltningar gör så. Det är inte bestämt för alla.",
    "Bestämt för alla och i bruk. Vi följde upp det i våras.",
    "I bruk sedan flera år. Vi ändrar när uppföljningen visar något.",
];
/// Every so manieth answer has grounds.
const WITH_GROUNDS: usize = 3;

/// Someone who leads an organisation's rounds.
#[derive(Clone, Copy)]
pub(super) struct Lead {
    pub(super) person: Uuid,
    pub(super) organisation: Uuid,
    /// Its place in the population.
    pub(super) index: usize,
}

/// A year of an organisation: from start to handing in.
pub(super) async fn year(
    app: &App,
    timeline: &Timeline,
    world: &World,
    lead: Lead,
    year: usize,
    previous: Option<Uuid>,
) -> Result<Uuid, SeedError> {
    let organisation = &world.population.organisations()[lead.index];
    let day = world.population.day(organisation, year).ok_or(Unreadable)?;
    timeline.hold(l10n::noon(&day.days_before(21).to_string()).ok_or(Unreadable)?);
    let round = start(app, lead, previous).await?;
    let voices = world.population.voices(organisation, year);
    everyone_answers(app, lead, round, &voices).await?;
    timeline.hold(l10n::noon(&day.days_before(7).to_string()).ok_or(Unreadable)?);
    close(app, lead, round).await?;
    let agreed = world.population.agreed(organisation, year);
    agree(app, round, agreed).await?;
    timeline.hold(l10n::noon(&day.to_string()).ok_or(Unreadable)?);
    submissions::submit(app, lead.person, round, false).await?;
    Ok(round)
}

/// This year's round of an organisation, closed for answers and half agreed on.
pub(super) async fn half_agreed(
    app: &App,
    world: &World,
    lead: Lead,
    year: usize,
    previous: Uuid,
) -> Result<(), SeedError> {
    let organisation = &world.population.organisations()[lead.index];
    let round = start(app, lead, Some(previous)).await?;
    let voices = world.population.voices(organisation, year);
    everyone_answers(app, lead, round, &voices).await?;
    close(app, lead, round).await?;
    let agreed = world.population.agreed(organisation, year);
    agree(app, round, first_half(&agreed)).await
}

/// The answers that are agreed on first.
pub(super) fn first_half(agreed: &Answers) -> Answers {
    let half = agreed.iter().take(agreed.len() / 2);
    half.map(|(question, answer)| (question.clone(), answer.clone()))
        .collect()
}

/// This year's round of an organisation, which some have answered.
pub(super) async fn being_answered(
    app: &App,
    world: &World,
    lead: Lead,
    year: usize,
    previous: Uuid,
) -> Result<(), SeedError> {
    let organisation = &world.population.organisations()[lead.index];
    let round = start(app, lead, Some(previous)).await?;
    let mut voices = world.population.voices(organisation, year);
    // The last has come only half way.
    if let Some(last) = voices.last_mut() {
        let half = last.len() / 2;
        *last = std::mem::take(last).into_iter().take(half).collect();
    }
    everyone_answers(app, lead, round, &voices).await
}

async fn start(app: &App, lead: Lead, previous: Option<Uuid>) -> Result<Uuid, SeedError> {
    if let Some(from) = previous {
        let next = rounds::previous::start_next(app, lead.person, lead.organisation, from).await?;
        return Ok(next.ok_or(Unreadable)?);
    }
    let start = of_organisation::Start {
        organisation: lead.organisation,
        by: lead.person,
        edition: app.content.current.clone(),
        depth: Depth::Full,
        facts: Facts {
            kind: organisations::kind(app, lead.organisation).await?,
            coverage: Some(Coverage::Own),
            ..Facts::default()
        },
        said: Default::default(),
        previous: None,
        prepared_by: None,
    };
    Ok(of_organisation::start(app, &start).await?)
}

/// The kontaktperson answers everything, colleagues what their role is asked.
async fn everyone_answers(
    app: &App,
    lead: Lead,
    round: Uuid,
    voices: &[Answers],
) -> Result<(), SeedError> {
    let (Some((own, others)), Some(edition)) = (voices.split_first(), app.current_edition()) else {
        return Ok(());
    };
    let opened = of_organisation::open_own(app, round, lead.person, Wanted::All).await?;
    let opened = opened.ok_or(Unreadable)?;
    answer(app, &opened, own).await?;
    for ((role, name), answers) in COLLEAGUES.into_iter().zip(others) {
        let questions = of_organisation::suggested(edition, Depth::Full, role);
        let asked: BTreeSet<String> = questions.into_iter().collect();
        let audience = audiences::ask(app, &opened, role, &asked).await?;
        let all = audiences::audiences(app, &opened).await?;
        let link = all.into_iter().find(|found| found.id == audience);
        let link = link.and_then(|found| found.link).ok_or(Unreadable)?;
        let welcome = respondents::welcome(app, &link).await?.ok_or(Unreadable)?;
        let joined = respondents::join(app, &link, &welcome, name, Lang::Sv, HERE).await?;
        let Joined::As(secret) = joined else {
            return Err(Unreadable.into());
        };
        let guest = of_organisation::open_guest(app, &secret, Wanted::All).await?;
        answer(app, &guest.ok_or(Unreadable)?, answers).await?;
    }
    Ok(())
}

/// Saves what one of them says to the questions they are asked.
async fn answer(app: &App, round: &Round, answers: &Answers) -> Result<(), SeedError> {
    let asked = answers.iter().filter(|(question, _)| round.asks(question));
    let said = asked
        .enumerate()
        .map(|(place, (question, answer))| {
            let revision = round.latest(question).revision;
            (question.clone(), revision, with_grounds(place, answer))
        })
        .collect();
    rounds::save(app, round, said).await?;
    Ok(())
}

fn with_grounds(place: usize, answer: &Answer) -> Said {
    let grounds = answer
        .level()
        .filter(|_| place.is_multiple_of(WITH_GROUNDS));
    let grounds = grounds.and_then(|level| GROUNDS.get(usize::from(level.number() - 1)));
    Said {
        answer: Some(answer.clone()),
        comment: grounds.copied().unwrap_or_default().to_owned(),
        ask: None,
    }
}

async fn close(app: &App, lead: Lead, round: Uuid) -> Result<(), SeedError> {
    let opened = of_organisation::open_own(app, round, lead.person, Wanted::All).await?;
    agreement::close(app, &opened.ok_or(Unreadable)?, lead.person).await?;
    Ok(())
}

/// Agrees on what is unanimous, and then on these answers.
async fn agree(app: &App, round: Uuid, agreed: Answers) -> Result<(), SeedError> {
    let edition = app.current_edition().ok_or(Unreadable)?;
    let opened = of_organisation::open_agreed(app, round)
        .await?
        .ok_or(Unreadable)?;
    agreement::accept_unanimous(app, &opened, edition).await?;
    let opened = of_organisation::open_agreed(app, round)
        .await?
        .ok_or(Unreadable)?;
    let said = agreed
        .iter()
        .enumerate()
        .map(|(place, (question, answer))| {
            let revision = opened.latest(question).revision;
            (question.clone(), revision, with_grounds(place, answer))
        })
        .collect();
    rounds::save(app, &opened, said).await?;
    Ok(())
}
