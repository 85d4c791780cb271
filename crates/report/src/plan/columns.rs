//! The columns of a plan's table, and the words that stand in them.

use domain::plan::Status;
use l10n::Texts;

use super::{Row, Table};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The key of the entry.
    Key,
    /// The revision that the row tells.
    Version,
    /// The edition that the plan's tips are of.
    Edition,
    /// The goal.
    Goal,
    /// What the tip or action is called.
    Title,
    /// What is decided.
    Decision,
    /// Who does it.
    Owner,
    /// Where they are reached.
    Email,
    /// By when, or when it is taken up again.
    Date,
    /// What is set aside for it.
    Resources,
    /// Why not.
    Because,
    /// How far it has come.
    Status,
    /// What someone has noted.
    Note,
}

impl Column {
    /// All, in the order they stand.
    pub const ALL: [Column; 13] = [
        Column::Key,
        Column::Version,
        Column::Edition,
        Column::Goal,
        Column::Title,
        Column::Decision,
        Column::Owner,
        Column::Email,
        Column::Date,
        Column::Resources,
        Column::Because,
        Column::Status,
        Column::Note,
    ];

    /// What stands above it.
    pub fn heading(self, t: &Texts) -> String {
        match self {
            Column::Key => t.plan_column_key(),
            Column::Version => t.plan_column_version(),
            Column::Edition => t.plan_column_edition(),
            Column::Goal => t.plan_column_goal(),
            Column::Title => t.plan_column_title(),
            Column::Decision => t.plan_column_decision(),
            Column::Owner => t.plan_owner(),
            Column::Email => t.plan_column_email(),
            Column::Date => t.plan_column_date(),
            Column::Resources => t.plan_column_resources(),
            Column::Because => t.plan_column_because(),
            Column::Status => t.plan_column_status(),
            Column::Note => t.plan_column_note(),
        }
    }

    /// Its place among the columns, counted from 0.
    pub(super) fn index(self) -> usize {
        self as usize
    }
}

/// What is chosen for a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing yet.
    #[default]
    Open,
    /// Gör.
    Do,
    /// Senare.
    Later,
    /// Inte.
    No,
}

impl Chosen {
    /// All, in the order they are offered.
    pub const ALL: [Chosen; 4] = [Chosen::Open, Chosen::Do, Chosen::Later, Chosen::No];

    /// As the table writes it.
    pub(super) fn word(self, t: &Texts) -> String {
        match self {
            Chosen::Open => t.plan_undecided(),
            Chosen::Do => t.plan_do(),
            Chosen::Later => t.plan_later(),
            Chosen::No => t.plan_state_no(),
        }
    }
}

/// A status as the table writes it.
pub(super) fn status_word(status: Status, t: &Texts) -> String {
    match status {
        Status::NotBegun => t.plan_status_not_begun(),
        Status::Ongoing => t.plan_status_ongoing(),
        Status::Done => t.plan_status_done(),
    }
}

/// What can stand in a column of words, as the table writes it.
pub(super) fn words(column: Column, t: &Texts) -> Vec<String> {
    match column {
        Column::Decision => Chosen::ALL.map(|chosen| chosen.word(t)).to_vec(),
        Column::Status => Status::ALL.map(|status| status_word(status, t)).to_vec(),
        _ => Vec::new(),
    }
}

/// The cells of a row, in the order of the columns.
pub(super) fn cells(table: &Table<'_>, row: &Row, t: &Texts) -> [String; 13] {
    Column::ALL.map(|column| match column {
        Column::Key => row.key.clone(),
        Column::Version => row.version.to_string(),
        Column::Edition => table.edition.to_owned(),
        Column::Goal => row.goal.clone(),
        Column::Title => row.title.clone(),
        Column::Decision => row.chosen.word(t),
        Column::Owner => row.owner.clone(),
        Column::Email => row.email.clone(),
        Column::Date => row.date.clone(),
        Column::Resources => row.resources.clone(),
        Column::Because => row.because.clone(),
        Column::Status => status_word(row.status, t),
        Column::Note => row.note.clone(),
    })
}
