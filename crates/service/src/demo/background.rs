//! What the organisations that are not seen from inside hand in: the submissions alone, many at a
//! time, since nobody opens the rounds behind them.

use std::collections::HashMap;

use domain::advice;
use domain::assessment::{Coverage, Depth};
use domain::comparison::CardTold;
use domain::instrument::Edition;
use domain::plan::{self, Decision, Entry, Status};
use domain::reference::Reference;
use domain::scoring;
use domain::synthetic::Organisation;
use store::{ClassificationRow, OrganisationRow, StoreError, SubmissionRow};

use super::cast::World;
use super::timeline::Timeline;
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Unreadable;
use crate::submissions::{ClassificationPart, Document, Facts, OrganisationPart, hash};

/// Submissions that are written together.
const TOGETHER: usize = 250;
/// Every so manieth organisation lets its plan be counted.
const WITH_PLAN: usize = 2;
/// Tips that a plan says are to be done.
const TO_DO: usize = advice::NOW + advice::NEXT;
/// Every so manieth of them is not done a year later.
const LEFT: usize = 3;

/// Hands in for everyone who does in a year, day by day.
pub(super) async fn hand_in(
    app: &App,
    timeline: &Timeline,
    world: &World,
    year: usize,
) -> Result<(), ServiceError> {
    let population = &world.population;
    let mut days: Vec<(String, usize)> = population
        .organisations()
        .iter()
        .filter(|organisation| !world.shown().contains(&organisation.index()))
        .filter(|organisation| population.years(organisation).any(|handed| handed == year))
        .filter_map(|organisation| {
            let day = population.day(organisation, year)?;
            Some((day.to_string(), organisation.index()))
        })
        .collect();
    days.sort();
    for together in days.chunks(TOGETHER) {
        let mut rows = Vec::with_capacity(together.len());
        let known = Known::read(app, world, together).await?;
        for (day, index) in together {
            timeline.hold(l10n::noon(day).ok_or(Unreadable)?);
            rows.push(submission(app, world, &known, *index, year)?);
        }
        app.store
            .write(move |tx| {
                Box::pin(async move {
                    for row in &rows {
                        tx.add_submission(row).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// What the register knows of those who hand in, and of their owners.
struct Known(HashMap<usize, (OrganisationRow, Option<ClassificationRow>)>);

impl Known {
    async fn read(
        app: &App,
        world: &World,
        together: &[(String, usize)],
    ) -> Result<Known, ServiceError> {
        let all = world.population.organisations();
        let mut known = HashMap::new();
        let mut tx = app.store.read().await?;
        for (day, index) in together {
            for at in [Some(*index), all[*index].owner()].into_iter().flatten() {
                let number = all[at].number().ok_or(Unreadable)?.digits();
                let row = tx
                    .organisation_by_number(&number)
                    .await?
                    .ok_or(Unreadable)?;
                let class = tx.classification_on(row.id, day).await?;
                known.insert(at, (row, class));
            }
        }
        Ok(Known(known))
    }
}

fn submission(
    app: &App,
    world: &World,
    known: &Known,
    index: usize,
    year: usize,
) -> Result<SubmissionRow, ServiceError> {
    let organisation = &world.population.organisations()[index];
    let (row, class) = known.0.get(&index).ok_or(Unreadable)?;
    let owner = organisation.owner().and_then(|owner| known.0.get(&owner));
    let reference = Reference::from_number(u64::from_be_bytes(app.bytes())).to_string();
    let edition = app.current_edition().ok_or(Unreadable)?;
    let document = Document::new(Facts {
        reference: reference.clone(),
        submitted_on: l10n::iso_day(app.now()),
        organisation: OrganisationPart::new(row, owner.map(|(owner, _)| owner)),
        classification: class.clone().and_then(ClassificationPart::new),
        organisation_kind: Some(organisation.kind()),
        coverage: Some(Coverage::Own),
        depth: Depth::Full,
        edition,
        answers: world.population.agreed(organisation, year),
        plan: told(world, edition, organisation, year),
    })?;
    let text = document.canonical()?;
    Ok(SubmissionRow {
        id: app.id(),
        organisation: row.id,
        round: app.id(),
        reference,
        person: None,
        hash: hash(&text),
        document: text,
        created_at: app.now(),
        withdrawn: None,
    })
}

/// What is told of a plan made from what was handed in last: the first tips that it offered, most
/// of them done. `None` for those that do not let their plan be counted, or have none yet.
fn told(
    world: &World,
    edition: &Edition,
    organisation: &Organisation,
    year: usize,
) -> Option<Vec<CardTold>> {
    let index = organisation.index();
    let population = &world.population;
    let last = population
        .years(organisation)
        .take_while(|handed| *handed < year)
        .last()
        .filter(|_| index.is_multiple_of(WITH_PLAN))?;
    let [before, now] = [last, year].map(|year| population.agreed(organisation, year));
    let kind = Some(organisation.kind());
    let score = scoring::score(edition, Depth::Full, kind, &before);
    let offers = advice::offers(edition, &score, &before, None, &Default::default());
    let by = population.day(organisation, year)?;
    let entry = |(place, offer): (usize, advice::Offer)| Entry {
        decision: Decision::Do {
            owner: String::new(),
            by,
            resources: String::new(),
        },
        status: match (index / WITH_PLAN + place).is_multiple_of(LEFT) {
            true => Status::Ongoing,
            false => Status::Done,
        },
        ..Entry::undecided(&offer.card)
    };
    let entries: Vec<Entry> = offers
        .into_iter()
        .take(TO_DO)
        .enumerate()
        .map(entry)
        .collect();
    let effects = plan::effect(edition, &entries, &before, &now, |_| true);
    let told = entries.iter().filter_map(|entry| {
        let card = entry.card()?;
        let effect = effects.iter().find(|effect| effect.card == card);
        Some(CardTold {
            card: card.to_owned(),
            done: effect.is_some(),
            rose: effect.and_then(plan::Effect::rose),
        })
    });
    Some(told.collect())
}
