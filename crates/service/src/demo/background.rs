//! What the organisations that are not seen from inside hand in: the submissions alone, many at a
//! time, since nobody opens the rounds behind them.

use std::collections::HashMap;

use domain::assessment::{Coverage, Depth};
use domain::reference::Reference;
use store::{ClassificationRow, OrganisationRow, StoreError, SubmissionRow};

use super::cast::World;
use super::timeline::Timeline;
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::Unreadable;
use crate::submissions::{ClassificationPart, Document, Facts, OrganisationPart, hash};

/// Submissions that are written together.
const TOGETHER: usize = 250;

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
    let document = Document::new(Facts {
        reference: reference.clone(),
        submitted_on: l10n::iso_day(app.now()),
        organisation: OrganisationPart::new(row, owner.map(|(owner, _)| owner)),
        classification: class.clone().and_then(ClassificationPart::new),
        organisation_kind: Some(organisation.kind()),
        coverage: Some(Coverage::Own),
        depth: Depth::Full,
        edition: app.current_edition().ok_or(Unreadable)?,
        answers: world.population.agreed(organisation, year),
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
