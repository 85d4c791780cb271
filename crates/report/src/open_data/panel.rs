//! The matched panels of a wave as a table: the same organisations on two dates.

use domain::comparison::Publication;
use domain::instrument::Content;
use l10n::Texts;

use super::FileError;
use super::columns::{
    Column, Datatype, GROUP, coverage_cells, full, goal_cells, group_cells, level, optional,
    table as written,
};

/// After the group: which dates and goal, how many stand behind, and the medians.
const PANEL: [Column; 11] = [
    full(
        "panel_since",
        Datatype::Date,
        Texts::open_data_column_panel_since,
    ),
    full(
        "panel_date",
        Datatype::Date,
        Texts::open_data_column_panel_date,
    ),
    full("id", Datatype::Text, Texts::open_data_column_id),
    optional("number", Datatype::Text, Texts::open_data_column_number),
    optional("title_sv", Datatype::Text, Texts::open_data_column_title_sv),
    optional("title_en", Datatype::Text, Texts::open_data_column_title_en),
    full(
        "owners_band",
        Datatype::Text,
        Texts::open_data_column_owners_band,
    ),
    optional(
        "share_from",
        Datatype::Count,
        Texts::open_data_column_share_from,
    ),
    optional(
        "share_to",
        Datatype::Count,
        Texts::open_data_column_share_to,
    ),
    full(
        "median_then",
        Datatype::Level,
        Texts::open_data_column_median_then,
    ),
    full(
        "median_now",
        Datatype::Level,
        Texts::open_data_column_median_now,
    ),
];

pub(super) fn columns() -> Vec<Column> {
    [&GROUP[..], &PANEL[..]].concat()
}

pub(super) fn table(content: &Content, publication: &Publication) -> Result<Vec<u8>, FileError> {
    let edition = content.editions.get(&publication.edition);
    let panels = publication
        .groups
        .iter()
        .filter_map(|group| Some((group, group.panel.as_ref()?)));
    let rows = panels.flat_map(|(group, panel)| {
        panel.goals.iter().map(move |figure| {
            let mut cells = group_cells(publication, group).to_vec();
            cells.extend([panel.since.to_string(), panel.date.to_string()]);
            cells.push(figure.id.clone());
            cells.extend(goal_cells(edition, &figure.id));
            cells.extend(coverage_cells(&figure.coverage));
            cells.extend([level(figure.then), level(figure.now)]);
            cells
        })
    });
    written(&columns(), rows)
}
