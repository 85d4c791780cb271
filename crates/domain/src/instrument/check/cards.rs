//! The cards of an edition: one for every step, none that is never offered, and an order to do
//! them in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::folder::{EditionFiles, ids_of, ids_of_all};
use super::problem::{ProblemKind, Report};
use super::read::File;
use super::value::{select, select_texts, text};

/// The steps between the four levels, named by the level they begin at.
const STEPS: [u64; 3] = [1, 2, 3];

/// Checks the cards of one edition.
pub(super) fn check(edition: &EditionFiles<'_, '_>, report: &mut Report) {
    check_steps(edition, report);
    check_reachable(edition, report);
    check_cycles(edition, report);
}

/// The steps that a card says it takes: question and level to begin at.
fn steps_of<'f>(card: &'f File<'_>) -> impl Iterator<Item = (&'f str, u64)> {
    select(&card.value, "serves[]")
        .into_iter()
        .flat_map(|(_, serves)| {
            let question = text(serves, "question");
            let steps = select(serves, "steps[]");
            let steps = steps
                .into_iter()
                .filter_map(|(_, step)| Value::as_u64(step));
            steps.filter_map(move |step| Some((question?, step)))
        })
}

fn check_steps(edition: &EditionFiles<'_, '_>, report: &mut Report) {
    let taken: BTreeSet<(&str, u64)> = edition.cards.iter().copied().flat_map(steps_of).collect();
    for question in &edition.questions {
        let ids = ids_of(question);
        for step in STEPS {
            if !ids.iter().any(|id| taken.contains(&(id.as_str(), step))) {
                let message = format!(
                    "no card takes the step from level {step} to {}; write one or let a card serve it",
                    step + 1
                );
                let field = format!("levels[{step}]");
                report.add(question.path, field, ProblemKind::StepWithoutCard, message);
            }
        }
    }
}

/// A card that takes no step of a mapped question is never offered. Where the mapping, or what the
/// card serves, is wrong in another way, that is reported instead.
fn check_reachable(edition: &EditionFiles<'_, '_>, report: &mut Report) {
    let Some(file) = edition.file.filter(|file| file.whole) else {
        return;
    };
    let mapped: BTreeSet<&str> = select_texts(&file.value, "mapping[].questions[].id")
        .map(|(_, id)| id)
        .collect();
    let known = ids_of_all(&edition.questions);
    for card in edition.cards.iter().filter(|card| card.whole) {
        let Some(Value::Array(serves)) = card.value.get("serves") else {
            continue;
        };
        let sound = serves.iter().all(|serves| {
            let question = text(serves, "question").is_some_and(|id| known.contains(id));
            question && !select(serves, "steps[]").is_empty()
        });
        if sound && !steps_of(card).any(|(question, _)| mapped.contains(question)) {
            let message =
                "no answer ever offers this card; let it serve a step of a mapped question";
            report.add(card.path, "serves", ProblemKind::UnreachableCard, message);
        }
    }
}

/// Each circle of prerequisites is reported once, at its first card.
fn check_cycles(edition: &EditionFiles<'_, '_>, report: &mut Report) {
    let mut before: BTreeMap<String, &str> = BTreeMap::new();
    for card in &edition.cards {
        if let Some(prerequisite) = text(&card.value, "prerequisite") {
            before.extend(ids_of(card).into_iter().map(|id| (id, prerequisite)));
        }
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for card in &edition.cards {
        let Some(id) = text(&card.value, "id").filter(|id| !told.contains(id)) else {
            continue;
        };
        let mut way = vec![id];
        while let Some(next) = way.last().and_then(|id| before.get(*id)) {
            if *next == id {
                let circle = way.iter().rev().chain([way.last().unwrap_or(&id)]);
                let circle: Vec<&str> = circle.copied().collect();
                let message = format!(
                    "these cards wait for each other: {}; remove one prerequisite",
                    circle.join(", then ")
                );
                report.add(
                    card.path,
                    "prerequisite",
                    ProblemKind::PrerequisiteCycle,
                    message,
                );
                told.extend(&way);
                break;
            }
            if way.contains(next) {
                break;
            }
            way.push(next);
        }
    }
}
