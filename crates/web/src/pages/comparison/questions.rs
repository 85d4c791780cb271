//! The questions of one goal with a group's figures, and the organisation's own levels where there
//! are any.

use std::collections::BTreeMap;

use domain::comparison::GroupFigures;
use domain::day::Day;
use domain::instrument::{Goal, Level};

use super::figures::{Cells, QuestionRow};
use crate::context::Cx;
use crate::pages::round::outcome::wording::Wording;
use crate::routes::Page;

/// The four levels as columns are called: "1 Händelsestyrt".
pub(super) fn level_names(w: &Wording<'_>) -> Vec<String> {
    let name = |level: Level| format!("{level} {}", w.level_name(level));
    Level::ALL.into_iter().map(name).collect()
}

/// One row a question, in the order they are asked. `own` is `None` on pages for everyone.
pub(super) fn rows(
    cx: &Cx,
    w: &Wording<'_>,
    goal: &Goal,
    group: Option<&GroupFigures>,
    wave: Day,
    own: Option<&BTreeMap<String, Level>>,
) -> Vec<QuestionRow> {
    let row = |id: &String| {
        let figure = group.and_then(|group| group.question(id));
        QuestionRow {
            label: w.label(id),
            question: w.question(id).to_owned(),
            address: cx.path(Page::Question, &[id]),
            own: own.map(|own| {
                own.get(id)
                    .map_or_else(|| w.t.compare_no_level(), |level| w.level(*level))
            }),
            cells: figure
                .zip(group)
                .map(|(figure, group)| Cells::of(w.t, w.lang, figure, group, wave)),
            shares: figure.and_then(|figure| figure.distribution),
        }
    };
    goal.questions
        .iter()
        .map(|mapped| row(&mapped.id))
        .collect()
}
