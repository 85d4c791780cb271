//! What a content folder without problems becomes. Every reference in it is known to hold, so
//! look-ups by a mapped id cannot fail.

use std::collections::BTreeMap;

use crate::hub::Hub;
use crate::organisation::{OrganisationKind, OrganisationSize};
use crate::text::{Lang, Text};

use super::source::{CardFile, ComparisonFile, TermsFile};
pub use super::source::{
    Counts, Duty, Effort, EffortBySize, Evidence, Example, FrameworkFile as Framework,
    FrameworkGoal, GoalMapping, LevelName, LinkAnswer, LinkState, MappedQuestion,
    NotApplicableReason, PreviousFile as Previous, QuestionFile as Question, Reference, Role,
    Serves, Source, Tag,
};

/// A level, 1 to 4.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// A number that is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a level is 1, 2, 3 or 4, not {0}")]
pub struct NotALevel(pub u8);

impl Level {
    /// The floor: Händelsestyrt.
    pub const ONE: Level = Level(1);
    /// Delvis infört.
    pub const TWO: Level = Level(2);
    /// Systematiskt.
    pub const THREE: Level = Level(3);
    /// The top: Strategiskt.
    pub const FOUR: Level = Level(4);
    /// All levels, lowest first.
    pub const ALL: [Level; 4] = [Level::ONE, Level::TWO, Level::THREE, Level::FOUR];

    /// The level as a number, 1 to 4.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The level above, if there is one.
    pub fn next(self) -> Option<Level> {
        Level::try_from(self.0 + 1).ok()
    }

    /// The level below, if there is one.
    pub fn previous(self) -> Option<Level> {
        Level::try_from(self.0 - 1).ok()
    }
}

impl TryFrom<u8> for Level {
    type Error = NotALevel;

    fn try_from(number: u8) -> Result<Self, NotALevel> {
        (1..=4)
            .contains(&number)
            .then_some(Level(number))
            .ok_or(NotALevel(number))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A whole content folder.
#[derive(Clone, Debug)]
pub struct Content {
    /// The four levels' names, level 1 first.
    pub levels: Vec<LevelName>,
    /// Topics by id.
    pub tags: BTreeMap<String, Tag>,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
    /// Words the checks treat apart.
    pub terms: TermsFile,
    /// Values from the national surveys, in the file's order.
    pub references: Vec<Reference>,
    /// What a comparison may stand for.
    pub comparison: ComparisonFile,
    /// Frameworks by id.
    pub frameworks: BTreeMap<String, Framework>,
    /// Editions by id.
    pub editions: BTreeMap<String, Edition>,
    /// The edition that new rounds are started on: the latest published.
    pub current: String,
    /// The knowledge hub.
    pub hub: Hub,
    /// How the sources' addresses answered when someone last asked them.
    pub links: Vec<LinkState>,
}

impl Content {
    /// The name of a level in one language.
    pub fn level_name(&self, level: Level, lang: Lang) -> &str {
        self.levels
            .get(usize::from(level.number() - 1))
            .map_or("", |l| l.name.get(lang))
    }
}

/// One immutable edition of a question set with its cards and its mapping to a framework.
#[derive(Clone, Debug)]
pub struct Edition {
    /// For example `nus-2016-1`.
    pub id: String,
    /// The edition's number within its question set.
    pub number: u32,
    /// Version of questions, levels, what may be inte tillämpligt, and the mapping.
    pub structure: u32,
    /// Version of the texts.
    pub texts: u32,
    /// Version of the cards.
    pub cards_version: u32,
    /// The day of publication, `YYYY-MM-DD`.
    pub published: String,
    /// What the question set is called.
    pub title: Text,
    /// What the edition promises, as counted by the check.
    pub counts: Counts,
    /// Id of the framework that the mapping is for.
    pub framework: String,
    /// The goals with their questions, in the framework's order.
    pub goals: Vec<Goal>,
    /// What became of the questions of the edition before; none in the first.
    pub previous: Option<Previous>,
    /// Questions by id.
    pub questions: BTreeMap<String, Question>,
    /// Cards by id.
    pub cards: BTreeMap<String, Card>,
}

/// A goal as the edition maps it.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Id within the framework, `1` to `7`.
    pub id: String,
    /// The goal that stands above the others and carries the overall level.
    pub overarching: bool,
    /// The official title.
    pub title: Text,
    /// A short title for tables and captions.
    pub short: Text,
    /// What the goal asks of an organisation, in our own words.
    pub summary: Text,
    /// The same at length, in the hub's Markdown.
    pub explained: Option<Text>,
    /// The goal's questions in the order they are asked.
    pub questions: Vec<MappedQuestion>,
}

/// One tip.
pub type Card = CardFile;

impl EffortBySize {
    /// The band for one size of organisation.
    pub fn band(self, size: OrganisationSize) -> Effort {
        match size {
            OrganisationSize::Small => self.small,
            OrganisationSize::Medium => self.medium,
            OrganisationSize::Large => self.large,
        }
    }
}

/// Where a question stands in its edition.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The goal it is mapped to.
    pub goal: &'a Goal,
    /// Its entry in the mapping.
    pub mapped: &'a MappedQuestion,
    /// Its number within the goal, from 1.
    pub number: usize,
}

impl Place<'_> {
    /// The number people see: goal, full stop, place within the goal. For example "4.2".
    pub fn label(&self) -> String {
        format!("{}.{}", self.goal.id, self.number)
    }
}

impl Edition {
    /// A goal by its id.
    pub fn goal(&self, id: &str) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id)
    }

    /// A card by its id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.get(id)
    }

    /// All questions with their places, in the order they are asked.
    pub fn places(&self) -> impl Iterator<Item = (Place<'_>, &Question)> {
        self.goals.iter().flat_map(move |goal| {
            goal.questions
                .iter()
                .enumerate()
                .filter_map(move |(index, mapped)| {
                    let place = Place {
                        goal,
                        mapped,
                        number: index + 1,
                    };
                    self.questions
                        .get(&mapped.id)
                        .map(|question| (place, question))
                })
        })
    }

    /// Where a question stands.
    pub fn place(&self, question: &str) -> Option<Place<'_>> {
        self.places()
            .find(|(place, _)| place.mapped.id == question)
            .map(|(place, _)| place)
    }
}

impl Reference {
    /// The framework whose goals the national surveys asked about.
    pub const FRAMEWORK: &str = "nus-2016";
}

impl Serves {
    /// Whether a card is offered to an organisation that stands on the level.
    pub fn offered_at(&self, level: Level) -> bool {
        self.steps.contains(&level.number())
    }

    /// Whether the level says that the card is begun: its first step is taken, its last is not.
    pub fn begun_at(&self, level: Level) -> bool {
        self.steps
            .iter()
            .min()
            .is_some_and(|&first| first < level.number())
            && level < self.done_from()
    }

    /// The level from which the card is done: the one that its last step leads to.
    pub fn done_from(&self) -> Level {
        let last = self.steps.iter().max().copied().unwrap_or_default();
        Level::try_from(last.saturating_add(1)).unwrap_or(Level::FOUR)
    }
}

impl Question {
    /// The sentence of one level.
    pub fn level(&self, level: Level, lang: Lang) -> &str {
        self.levels
            .get(usize::from(level.number() - 1))
            .map_or("", |text| text.get(lang))
    }

    /// Whether the question may be inte tillämpligt for the reason. A kind not yet known
    /// (`None`) may give any reason that some kind may.
    pub fn may_be_not_applicable(&self, reason: &str, kind: Option<OrganisationKind>) -> bool {
        self.not_applicable.iter().any(|entry| {
            entry.reason == reason && kind.is_none_or(|kind| entry.kinds.contains(&kind))
        })
    }
}
