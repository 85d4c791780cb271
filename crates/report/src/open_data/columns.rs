//! What the columns of a table are called and mean. The tables, the dictionary on the pages and the
//! files that describe them for machines all read this.

use domain::comparison::{Coverage, GroupFigures, Publication, Quarters};
use domain::instrument::Edition;
use domain::text::Lang;
use l10n::Texts;

use super::FileError;

/// A column of a table.
#[derive(Clone, Copy)]
pub struct Column {
    /// What stands in the first row.
    pub name: &'static str,
    /// What its cells hold.
    pub datatype: Datatype,
    /// Whether no cell is empty.
    pub required: bool,
    about: fn(&Texts) -> String,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datatype {
    /// `YYYY-MM-DD`.
    Date,
    /// A word or words.
    Text,
    /// A whole number, zero or more.
    Count,
    /// A number on the scale of levels, with a full stop and two decimals.
    Level,
    /// `true` or `false`.
    YesNo,
}

impl Datatype {
    /// The datatype's name in CSV on the Web, after XML Schema.
    pub fn name(self) -> &'static str {
        match self {
            Datatype::Date => "date",
            Datatype::Text => "string",
            Datatype::Count => "nonNegativeInteger",
            Datatype::Level => "decimal",
            Datatype::YesNo => "boolean",
        }
    }
}

impl Column {
    /// What the column means.
    pub fn about(&self, t: &Texts) -> String {
        (self.about)(t)
    }
}

/// A column without empty cells.
pub(super) const fn full(
    name: &'static str,
    datatype: Datatype,
    about: fn(&Texts) -> String,
) -> Column {
    Column {
        name,
        datatype,
        required: true,
        about,
    }
}

/// A column whose cells may be empty.
pub(super) const fn optional(
    name: &'static str,
    datatype: Datatype,
    about: fn(&Texts) -> String,
) -> Column {
    Column {
        name,
        datatype,
        required: false,
        about,
    }
}

/// The columns that every table begins with: which wave, and which group.
pub(super) const GROUP: [Column; 7] = [
    full("date", Datatype::Date, Texts::open_data_column_date),
    full("edition", Datatype::Text, Texts::open_data_column_edition),
    full(
        "synthetic",
        Datatype::YesNo,
        Texts::open_data_column_synthetic,
    ),
    full("group", Datatype::Text, Texts::open_data_column_group),
    full(
        "group_name_sv",
        Datatype::Text,
        Texts::open_data_column_group_name_sv,
    ),
    full(
        "group_name_en",
        Datatype::Text,
        Texts::open_data_column_group_name_en,
    ),
    optional(
        "population",
        Datatype::Count,
        Texts::open_data_column_population,
    ),
];

/// The cells of [`GROUP`].
pub(super) fn group_cells(publication: &Publication, figures: &GroupFigures) -> [String; 7] {
    [
        publication.date.to_string(),
        publication.edition.clone(),
        publication.synthetic.to_string(),
        figures.group.code(),
        figures.group.name(Lang::Sv),
        figures.group.name(Lang::En),
        maybe(figures.population),
    ]
}

/// Number and title of a goal, in Swedish and English; empty if the edition is not to be had.
pub(super) fn goal_cells(edition: Option<&Edition>, id: &str) -> [String; 3] {
    match edition.and_then(|edition| edition.goal(id)) {
        Some(goal) => [
            goal.id.clone(),
            goal.title.sv.clone(),
            goal.title.en.clone(),
        ],
        None => Default::default(),
    }
}

/// Number and words of a question, in the same way.
pub(super) fn question_cells(edition: Option<&Edition>, id: &str) -> [String; 3] {
    let found = edition.and_then(|edition| Some((edition.place(id)?, edition.question(id)?)));
    match found {
        Some((place, question)) => [
            place.label(),
            question.question.sv.clone(),
            question.question.en.clone(),
        ],
        None => Default::default(),
    }
}

/// How many stand behind a figure: the range, and the share that follows from it.
pub(super) fn coverage_cells(coverage: &Coverage) -> [String; 3] {
    let (fewest, most) = coverage.owners.bounds();
    [
        match most {
            Some(most) => format!("{fewest}-{most}"),
            None => format!("{fewest}+"),
        },
        maybe(coverage.share.map(|share| share.from)),
        maybe(coverage.share.map(|share| share.to)),
    ]
}

/// A value on the scale of levels, `2.25`.
pub(super) fn level(value: Quarters) -> String {
    let (whole, hundredths) = value.shown();
    format!("{whole}.{hundredths:02}")
}

/// A value, or an empty cell.
pub(super) fn maybe(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A table of these columns and rows, as RFC 4180 has it: comma between, CRLF at the end of a row.
/// A row with more or fewer cells than there are columns is an error.
pub(super) fn table(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, FileError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.name))?;
    for row in rows {
        writer.write_record(&row)?;
    }
    writer
        .into_inner()
        .map_err(|error| FileError::Write(error.into_error()))
}
