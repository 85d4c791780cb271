//! The plan that an organisation made from what it handed in last: decisions of each kind, several
//! done by its next round, one late.

use domain::advice;
use domain::assessment::Answers;
use domain::day::Day;
use domain::instrument::{Card, Edition};
use domain::organisation::EmailAddress;
use domain::plan::{Decision, Entry, OwnerName, PlanText, Status, Subject, Title};
use domain::scoring;
use domain::text::Lang;
use uuid::Uuid;

use super::cast::World;
use super::seed::{SeedError, hold};
use super::story::{self, Lead};
use super::timeline::Timeline;
use crate::app::App;
use crate::organisations::{self, Organisation};
use crate::plans::owners::{self, Added};
use crate::plans::{self, Plan};
use crate::rounds::of_organisation;
use crate::secrets::Unreadable;

/// Who does things, and where they are reached at the organisation's domain.
const OWNERS: [(&str, &str); 3] = [
    ("Inköpschefen", "inkopschefen"),
    ("Ekonomichefen", "ekonomichefen"),
    ("Björn Exempel", "bjorn"),
];
/// Tips that are done and whose answers rise in the next round, at most.
const DONE: usize = 3;
/// The day that what is done was to be done by, and that it was said to be.
const DONE_BY: &str = "2030-04-26";
const SAID: &str = "2030-04-29";
/// The day of what is late when the demonstration begins, and of what is ahead then.
const LATE: &str = "2030-04-30";
const SOON: &str = "2030-05-15";
const AUTUMN: &str = "2030-09-30";
const NEXT_YEAR: &str = "2031-01-31";
/// The day that the plan is made and decided on, and that it is approved.
const MADE: &str = "2030-04-15";
const APPROVED: &str = "2030-05-02";

/// Makes the plan from a round. `year` is that of the next one, which shows what moved.
pub(super) async fn made(
    app: &App,
    timeline: &Timeline,
    world: &World,
    lead: Lead,
    round: Uuid,
    year: usize,
) -> Result<(), SeedError> {
    hold(timeline, MADE)?;
    let organisation = organisations::by_id(app, lead.organisation).await?;
    let organisation = organisation.ok_or(Unreadable)?;
    let name = title("Handlingsplan 2030–2031")?;
    let by = lead.person;
    let id = plans::start(app, by, &organisation, round, &name, None, Lang::Sv).await?;
    let plan = open(app, lead, id).await?;
    let synthetic = &world.population.organisations()[lead.index];
    let owners = named(app, &plan, &organisation, &synthetic.domain())?;
    let next = world.population.agreed(synthetic, year);
    let (done, others) = chosen(app, round, &story::first_half(&next)).await?;
    let owner = |at: usize| owners[at % owners.len()].id().to_string();
    let mut entries = Vec::new();
    for (at, card) in done.iter().enumerate() {
        entries.push(entry(card, to_do(owner(at), DONE_BY)?, ""));
    }
    let ahead = [
        (
            to_do(owner(0), LATE)?,
            "Väntar på uppgifter från ekonomisystemet.",
        ),
        (to_do(owner(1), SOON)?, ""),
        (to_do(owner(2), AUTUMN)?, ""),
        (Decision::Later { on: day(AUTUMN)? }, ""),
        (
            Decision::Later {
                on: day(NEXT_YEAR)?,
            },
            "",
        ),
        (
            Decision::No {
                because: "Regionen gör det åt oss.".to_owned(),
            },
            "",
        ),
    ];
    let mut others = others.iter();
    for ((decision, note), card) in ahead.into_iter().zip(&mut others) {
        entries.push(entry(card, decision, note));
    }
    let own = Subject::Own {
        title: "Utbilda alla nya chefer i hur vi köper".to_owned(),
        goal: None,
    };
    let own = Entry {
        subject: own,
        decision: to_do(owner(1), NEXT_YEAR)?,
        status: Status::NotBegun,
        note: String::new(),
    };
    entries.push((plans::own_key(app), own, 0));
    plans::save_all(app, by, &plan, entries, owners).await?;

    hold(timeline, SAID)?;
    let plan = open(app, lead, id).await?;
    report(app, &plan).await?;
    hold(timeline, APPROVED)?;
    let plan = open(app, lead, id).await?;
    let reference = PlanText::try_from("KS 2030-0114").map_err(|_| Unreadable)?;
    plans::approve(
        app,
        by,
        &plan,
        &title("Kommundirektören")?,
        Some(&reference),
    )
    .await?;
    Ok(())
}

/// Those who do things say how far they have come, each through their own address: what was to be
/// done is, and what is late is under way.
async fn report(app: &App, plan: &Plan) -> Result<(), SeedError> {
    let (done, late) = (day(DONE_BY)?, day(LATE)?);
    for owner in &plan.owners {
        let page = plans::open_by_owner(app, &owner.secret).await?;
        let page = page.ok_or(Unreadable)?;
        for (key, kept) in page.actions() {
            let status = match kept.entry.day() {
                Some(by) if by == done => Status::Done,
                Some(by) if by == late => Status::Ongoing,
                _ => continue,
            };
            let note = PlanText::try_from(kept.entry.note.as_str()).ok();
            plans::report(app, &page, key, kept.revision, status, note.as_ref()).await?;
        }
    }
    Ok(())
}

async fn open(app: &App, lead: Lead, plan: Uuid) -> Result<Plan, SeedError> {
    let found = plans::open(app, lead.organisation, plan).await?;
    Ok(found.ok_or(Unreadable)?)
}

/// The owners, to be stored with what they are to do.
fn named(
    app: &App,
    plan: &Plan,
    organisation: &Organisation,
    domain: &str,
) -> Result<Vec<Added>, SeedError> {
    let mut all = Vec::with_capacity(OWNERS.len());
    for (name, local) in OWNERS {
        let name = OwnerName::try_from(name).map_err(|_| Unreadable)?;
        let email = format!("{local}@{domain}");
        let email = EmailAddress::try_from(email.as_str()).map_err(|_| Unreadable)?;
        let owner = owners::named(app, plan, organisation, (&name, Some(&email)), Lang::Sv)?;
        all.push(owner.err().ok_or(Unreadable)?);
    }
    Ok(all)
}

/// The tips that a round offers: those to be done before the next one, which answers `next`, and
/// the others. Most of what is done has effect, and one thing has not.
async fn chosen(
    app: &App,
    round: Uuid,
    next: &Answers,
) -> Result<(Vec<String>, Vec<String>), SeedError> {
    let round = of_organisation::open_agreed(app, round).await?;
    let round = round.ok_or(Unreadable)?;
    let edition: &Edition = app.content.editions.get(&round.edition).ok_or(Unreadable)?;
    let (facts, now) = (&round.facts, round.answers());
    let score = scoring::score(edition, round.depth, facts.kind, &now);
    let offers = advice::offers(edition, &score, &now, facts.size, &facts.targets);
    let level = |answers: &Answers, question: &str| answers.get(question)?.level();
    let rises = |card: &Card| {
        let mut serves = card.serves.iter().map(|serves| serves.question.as_str());
        serves.any(|question| level(next, question) > level(&now, question))
    };
    let cards = offers.iter().filter_map(|offer| edition.card(&offer.card));
    let (risen, other): (Vec<&Card>, Vec<&Card>) = cards.partition(|card| rises(card));
    let ids =
        |cards: &[&Card]| -> Vec<String> { cards.iter().map(|card| card.id.clone()).collect() };
    let (done, left) = risen.split_at(risen.len().min(DONE));
    let (same, rest) = other.split_at(other.len().min(1));
    Ok((ids(&[done, same].concat()), ids(&[rest, left].concat())))
}

fn entry(card: &str, decision: Decision, note: &str) -> (String, Entry, i64) {
    let entry = Entry {
        subject: Subject::Card(card.to_owned()),
        decision,
        status: Status::NotBegun,
        note: note.to_owned(),
    };
    (plans::card_key(card), entry, 0)
}

fn to_do(owner: String, by: &str) -> Result<Decision, Unreadable> {
    Ok(Decision::Do {
        owner,
        by: day(by)?,
        resources: String::new(),
    })
}

fn day(text: &str) -> Result<Day, Unreadable> {
    Day::try_from(text).map_err(|_| Unreadable)
}

fn title(text: &str) -> Result<Title, Unreadable> {
    Title::try_from(text).map_err(|_| Unreadable)
}
