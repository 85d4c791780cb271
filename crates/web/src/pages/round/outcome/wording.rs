//! How levels, questions and goals are named in running text.

use domain::instrument::{Content, Edition, Goal, Level};
use domain::text::Lang;
use l10n::Texts;

/// What words are chosen by.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'a> {
    pub(crate) content: &'a Content,
    pub(crate) edition: &'a Edition,
    pub(crate) t: &'a Texts,
    pub(crate) lang: Lang,
}

/// A count as the texts take it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Wording<'_> {
    /// "4.2" for a question's id.
    pub(crate) fn label(&self, question: &str) -> String {
        self.edition
            .place(question)
            .map_or_else(String::new, |place| place.label())
    }

    /// "4.2, 4.5 och 4.6" for questions' ids.
    pub(crate) fn labels(&self, questions: &[String]) -> String {
        self.list(questions.iter().map(|id| self.label(id)).collect())
    }

    /// The question itself.
    pub(crate) fn question(&self, question: &str) -> &str {
        self.edition
            .question(question)
            .map_or("", |question| question.question.get(self.lang))
    }

    /// The name of a level, for example "Systematiskt".
    pub(crate) fn level_name(&self, level: Level) -> &str {
        self.content.level_name(level, self.lang)
    }

    /// What a level means whatever the question.
    pub(crate) fn level_meaning(&self, level: Level) -> Option<String> {
        let name = self.content.levels.get(usize::from(level.number()) - 1)?;
        Some(name.meaning.get(self.lang).to_owned())
    }

    /// "3 – Systematiskt".
    pub(crate) fn level(&self, level: Level) -> String {
        self.t.outcome_level(level.number(), self.level_name(level))
    }

    /// "4. Rättssäker offentlig upphandling".
    pub(crate) fn goal_title(&self, goal: &Goal) -> String {
        format!("{}. {}", goal.id, goal.short.get(self.lang))
    }

    /// "mål 4 (rättssäker offentlig upphandling)", for running text.
    pub(crate) fn goal(&self, id: &str) -> String {
        let short = self.edition.goal(id).map_or("", |g| g.short.get(self.lang));
        let mut letters = short.chars();
        let lower: String = letters.next().map_or_else(String::new, |first| {
            first.to_lowercase().chain(letters).collect()
        });
        self.t.outcome_goal(id, lower)
    }

    /// "a, b och c".
    pub(crate) fn list(&self, mut items: Vec<String>) -> String {
        let Some(last) = items.pop() else {
            return String::new();
        };
        if items.is_empty() {
            return last;
        }
        format!("{} {} {last}", items.join(", "), self.t.outcome_and())
    }
}
