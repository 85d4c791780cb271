//! The figures of a wave as a table.

use domain::comparison::{Figure, GroupFigures, Publication, Span};
use domain::instrument::{Content, Edition};
use l10n::Texts;

use super::FileError;
use super::columns::{
    Column, Datatype, GROUP, coverage_cells, full, goal_cells, group_cells, level, maybe, optional,
    question_cells, table as written,
};

/// After the group: what the figure is of, how many stand behind it, and the figure.
const FIGURE: [Column; 19] = [
    full("kind", Datatype::Text, Texts::open_data_column_kind),
    full("id", Datatype::Text, Texts::open_data_column_id),
    optional("number", Datatype::Text, Texts::open_data_column_number),
    optional("title_sv", Datatype::Text, Texts::open_data_column_title_sv),
    optional("title_en", Datatype::Text, Texts::open_data_column_title_en),
    full("changed", Datatype::YesNo, Texts::open_data_column_changed),
    full(
        "figure_from",
        Datatype::Date,
        Texts::open_data_column_figure_from,
    ),
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
    full("median", Datatype::Level, Texts::open_data_column_median),
    optional(
        "interval_lower",
        Datatype::Level,
        Texts::open_data_column_interval_lower,
    ),
    optional(
        "interval_upper",
        Datatype::Level,
        Texts::open_data_column_interval_upper,
    ),
    optional("q1", Datatype::Level, Texts::open_data_column_q1),
    optional("q3", Datatype::Level, Texts::open_data_column_q3),
    optional("level1", Datatype::Count, |t| t.open_data_column_level(1)),
    optional("level2", Datatype::Count, |t| t.open_data_column_level(2)),
    optional("level3", Datatype::Count, |t| t.open_data_column_level(3)),
    optional("level4", Datatype::Count, |t| t.open_data_column_level(4)),
];

/// What a figure is of.
#[derive(Clone, Copy)]
enum Of {
    Goal,
    Question,
}

pub(super) fn columns() -> Vec<Column> {
    [&GROUP[..], &FIGURE[..]].concat()
}

pub(super) fn table(content: &Content, publication: &Publication) -> Result<Vec<u8>, FileError> {
    let edition = content.editions.get(&publication.edition);
    let rows = publication.groups.iter().flat_map(|group| {
        let goals = group.goals.iter().map(|figure| (Of::Goal, figure));
        let questions = group.questions.iter().map(|figure| (Of::Question, figure));
        goals
            .chain(questions)
            .map(move |(of, figure)| row(publication, edition, group, of, figure))
    });
    written(&columns(), rows)
}

fn row(
    publication: &Publication,
    edition: Option<&Edition>,
    group: &GroupFigures,
    of: Of,
    figure: &Figure,
) -> Vec<String> {
    let (kind, named, changed) = match of {
        Of::Goal => (
            "goal",
            goal_cells(edition, &figure.id),
            publication.breaks.contains_key(&figure.id),
        ),
        Of::Question => (
            "question",
            question_cells(edition, &figure.id),
            publication
                .breaks
                .values()
                .any(|changed| changed.contains(&figure.id)),
        ),
    };
    let mut cells = group_cells(publication, group).to_vec();
    cells.extend([kind.to_owned(), figure.id.clone()]);
    cells.extend(named);
    cells.extend([changed.to_string(), figure.from.to_string()]);
    cells.extend(coverage_cells(&figure.coverage));
    cells.push(level(figure.median));
    cells.extend(span(figure.interval));
    cells.extend(span(figure.quartiles));
    cells.extend((0..4).map(|place| maybe(figure.distribution.map(|shares| shares[place]))));
    cells
}

fn span(span: Option<Span>) -> [String; 2] {
    [
        maybe(span.map(|span| level(span.lower))),
        maybe(span.map(|span| level(span.upper))),
    ]
}
