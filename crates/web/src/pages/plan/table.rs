//! A plan's lines as the rows of a table, and such a row as the form of a decision that someone has
//! filled in.

use domain::instrument::Edition;
use domain::plan::{Decision, Entry, Subject};
use report::plan::{Chosen, Column, Row};

use super::entry_form::{DO, LATER, NO, OPEN};
use super::lines::{Line, Lines};
use super::wording::{Wording, goal_title};
use crate::forms::Fields;

/// All lines as rows.
pub(super) fn rows(w: &Wording<'_>, lines: &Lines<'_>) -> Vec<Row> {
    let row = |line: &Line<'_>| Row {
        version: line.kept.map_or(0, |kept| kept.revision),
        ..row(w, lines.edition, line, &line.entry())
    };
    lines.lines.iter().map(row).collect()
}

/// A line as a row, where its entry says this; without a version.
pub(super) fn row(
    w: &Wording<'_>,
    edition: Option<&Edition>,
    line: &Line<'_>,
    entry: &Entry,
) -> Row {
    let goal = match &entry.subject {
        Subject::Own { goal, .. } => goal.as_deref(),
        Subject::Card(_) => line.goal.as_deref(),
    };
    let goal = goal.and_then(|goal| goal_title(edition, goal, w.lang));
    let mut row = Row {
        key: line.key.clone(),
        goal: goal.unwrap_or_default(),
        title: w.title(entry),
        date: entry.day().map_or_else(String::new, |day| day.to_string()),
        status: entry.status,
        note: entry.note.clone(),
        ..Row::default()
    };
    match &entry.decision {
        Decision::Open => {}
        Decision::Do {
            owner, resources, ..
        } => {
            row.chosen = Chosen::Do;
            row.resources.clone_from(resources);
            if let Some(owner) = w.plan.owner(owner) {
                row.owner.clone_from(&owner.name);
                row.email = owner.email.clone().unwrap_or_default();
            }
        }
        Decision::Later { .. } => row.chosen = Chosen::Later,
        Decision::No { because } => {
            row.chosen = Chosen::No;
            row.because.clone_from(because);
        }
    }
    row
}

/// The form of a decision as a row fills it in. `goal` is the goal's id.
pub(super) fn fields(row: &Row, goal: &str) -> Fields {
    let version = row.version.to_string();
    let decision = match row.chosen {
        Chosen::Open => OPEN,
        Chosen::Do => DO,
        Chosen::Later => LATER,
        Chosen::No => NO,
    };
    Fields::from([
        ("version", version.as_str()),
        ("titel", &row.title),
        ("mal", goal),
        ("beslut", decision),
        ("ny-agare", &row.owner),
        ("ny-epost", &row.email),
        ("klart", &row.date),
        ("nar", &row.date),
        ("resurser", &row.resources),
        ("varfor", &row.because),
        ("lage", row.status.code()),
        ("anteckning", &row.note),
    ])
}

/// The column that fills in a field of the form.
pub(super) fn column(field: &str) -> Column {
    match field {
        "titel" => Column::Title,
        "mal" => Column::Goal,
        "ny-agare" => Column::Owner,
        "ny-epost" => Column::Email,
        "klart" | "nar" => Column::Date,
        "resurser" => Column::Resources,
        "varfor" => Column::Because,
        "lage" => Column::Status,
        "anteckning" => Column::Note,
        _ => Column::Decision,
    }
}

/// The id of the goal that a cell names: by its number, its name or both, in either language.
pub(super) fn goal<'e>(edition: Option<&'e Edition>, written: &str) -> Option<&'e str> {
    let said = written.trim().trim_end_matches('.').to_lowercase();
    let mut goals = edition?.goals.iter();
    let found = goals.find(|goal| {
        let names = [
            &goal.short.sv,
            &goal.short.en,
            &goal.title.sv,
            &goal.title.en,
        ];
        goal.id == said
            || names.iter().any(|name| {
                let name = name.to_lowercase();
                said == name || said == format!("{}. {name}", goal.id)
            })
    });
    found.map(|goal| goal.id.as_str())
}
