//! The mapping of an edition: every question once, the promised numbers, goals that can have a
//! level.

use std::collections::BTreeSet;

use serde_json::Value;

use super::folder::{EditionFiles, Folder, ids_of};
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{number, select, text};

/// A goal with fewer questions can never have a level.
const FEWEST_QUESTIONS: usize = 4;

/// Checks the mapping of one edition.
pub(super) fn check(folder: &Folder<'_>, edition: &EditionFiles<'_, '_>, report: &mut Report) {
    let Some(file) = edition.file.filter(|file| file.whole) else {
        return;
    };
    let questions = select(&file.value, "mapping[].questions[]");
    check_counts(file, &questions, report);
    for (field, question) in &questions {
        if says(question, "quick") && !says(question, "essential") {
            let message = "a question of the snabbkoll is a nyckelfråga too; add essential = true";
            report.add(file.path, field, ProblemKind::QuickNotEssential, message);
        }
    }
    for (field, goal) in select(&file.value, "mapping[]") {
        check_goal(file, &field, goal, report);
    }
    check_overarching(file, report);
    check_all_mapped(edition, &questions, report);
    check_titles(folder, file, edition.id, report);
}

fn says(question: &Value, key: &str) -> bool {
    question
        .get(key)
        .and_then(Value::as_bool)
        .unwrap_or_default()
}

fn check_counts(file: &File<'_>, questions: &[(String, &Value)], report: &mut Report) {
    let marked = |key| {
        questions
            .iter()
            .filter(|(_, question)| says(question, key))
            .count()
    };
    for (field, what, count) in [
        ("counts.questions", "questions", questions.len()),
        ("counts.essential", "nyckelfrågor", marked("essential")),
        (
            "counts.quick",
            "questions of the snabbkoll",
            marked("quick"),
        ),
    ] {
        if let Some(promised) = number(&file.value, field).filter(|&n| n != count as u64) {
            let message = format!(
                "the edition promises {promised} {what}, the mapping has {count}; correct one of them"
            );
            report.add(file.path, field, ProblemKind::WrongCount, message);
        }
    }
}

/// Whether a goal can have a level. A goal without any questions is reported by its shape.
fn check_goal(file: &File<'_>, field: &str, goal: &Value, report: &mut Report) {
    let questions = select(goal, "questions[]");
    if questions.is_empty() {
        return;
    }
    let field = format!("{field}.questions");
    if !questions
        .iter()
        .any(|(_, question)| says(question, "essential"))
    {
        let message = "the goal has no nyckelfråga; mark at least one question essential = true";
        report.add(file.path, field.as_str(), ProblemKind::NoEssential, message);
    }
    let count = questions.len();
    if count < FEWEST_QUESTIONS {
        let message =
            format!("the goal has {count} of at least {FEWEST_QUESTIONS} questions; map more");
        report.add(file.path, field, ProblemKind::SmallGoal, message);
    }
}

fn check_overarching(file: &File<'_>, report: &mut Report) {
    let goals = select(&file.value, "mapping[]");
    let count = goals
        .iter()
        .filter(|(_, goal)| says(goal, "overarching"))
        .count();
    if !goals.is_empty() && count != 1 {
        let message = format!("{count} goals are marked overarching = true; exactly one must be");
        report.add(file.path, "mapping", ProblemKind::Overarching, message);
    }
}

fn check_all_mapped(
    edition: &EditionFiles<'_, '_>,
    questions: &[(String, &Value)],
    report: &mut Report,
) {
    let mapped: BTreeSet<&str> = questions
        .iter()
        .filter_map(|(_, q)| text(q, "id"))
        .collect();
    for file in &edition.questions {
        if !ids_of(file).iter().any(|id| mapped.contains(id.as_str())) {
            let message =
                "the question is not in the mapping of edition.toml; map it or remove the file";
            report.add(file.path, "", ProblemKind::NotMapped, message);
        }
    }
}

/// Levels are given only for goals whose texts an editor has filled in.
fn check_titles(folder: &Folder<'_>, file: &File<'_>, edition: &str, report: &mut Report) {
    let framework = text(&file.value, "framework").and_then(|id| folder.framework(id));
    let Some(framework) = framework.filter(|framework| framework.whole) else {
        return;
    };
    let goals = select(&file.value, "mapping[]");
    let mapped: BTreeSet<&str> = goals
        .iter()
        .filter_map(|(_, goal)| text(goal, "goal"))
        .collect();
    for (field, goal) in select(&framework.value, "goals[]") {
        let Some(id) = text(goal, "id").filter(|id| mapped.contains(id)) else {
            continue;
        };
        for key in ["title", "short", "summary"] {
            if goal.get(key).is_none() {
                let message = format!(
                    "edition {edition} uses goal {} for levels, and its {key} is missing; write it",
                    quoted(id)
                );
                let field = format!("{field}.{key}");
                report.add(framework.path, field, ProblemKind::UntitledGoal, message);
            }
        }
    }
}
