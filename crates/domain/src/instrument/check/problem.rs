//! What is wrong in a content folder, and where.

use std::fmt;

use serde::Serialize;

/// One mistake in a content folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file's path within the folder, with `/`.
    pub file: String,
    /// Where in the file: keys and places in lists counted from 0, for example `levels[2].sv`;
    /// `line 7` where the file is not TOML; empty where it is about the file as a whole.
    pub field: String,
    /// What rule is broken.
    pub kind: ProblemKind,
    /// What is wrong and what to do, in plain English.
    pub message: String,
}

/// The rules that a content folder can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// A file that the folder must have is not there.
    MissingFile,
    /// A file that has no place in the folder.
    StrayFile,
    /// The file is not UTF-8.
    NotUtf8,
    /// U+0000 in a text.
    NulCharacter,
    /// The file is not TOML.
    Syntax,
    /// A key that the format does not know.
    UnknownKey,
    /// A key that must be there is not.
    MissingKey,
    /// The text is there in one language only.
    MissingTranslation,
    /// A text without a letter in it.
    EmptyText,
    /// For example a text where a list belongs.
    WrongType,
    /// A value outside what the field can hold.
    BadValue,
    /// A list that is too short.
    TooFew,
    /// A list that is too long.
    TooMany,
    /// A list that names the same thing twice.
    Repeated,
    /// A date that is not in the calendar.
    BadDate,
    /// More words than the field allows.
    TooManyWords,
    /// More characters than the field allows.
    TooManyCharacters,
    /// A level that is not one sentence.
    NotOneSentence,
    /// Two levels of a question that say the same.
    SameLevels,
    /// Nothing to show as evidence at level 3 or 4.
    MissingEvidence,
    /// LIX above the limit.
    Lix,
    /// A word that no text may use.
    ForbiddenWord,
    /// An address in running text.
    LinkInText,
    /// The id does not match the file's name and place.
    WrongPlace,
    /// An id that is taken.
    DuplicateId,
    /// A tag that is not in `tags.toml`.
    UnknownTag,
    /// A source that is not in `sources.toml`.
    UnknownSource,
    /// A framework without a file.
    UnknownFramework,
    /// A goal that the framework does not have.
    UnknownGoal,
    /// A question without a file.
    UnknownQuestion,
    /// A card without a file.
    UnknownCard,
    /// A goal that is used for levels and lacks its title, short title or summary.
    UntitledGoal,
    /// A question or goal that stands twice in the mapping.
    MappedTwice,
    /// A question that is not in the mapping.
    NotMapped,
    /// An edition without a folder.
    UnknownEdition,
    /// The edition before is not earlier.
    NotEarlier,
    /// A question that is said to have become two things since the edition before.
    ClassedTwice,
    /// A question of which nothing is said since the edition before.
    NotClassed,
    /// A question that has become something else than is said.
    WrongClass,
    /// Not as many questions as the edition promises.
    WrongCount,
    /// A goal with too few questions to have a level.
    SmallGoal,
    /// A goal without a nyckelfråga.
    NoEssential,
    /// A question of the snabbkoll that is no nyckelfråga.
    QuickNotEssential,
    /// Not exactly one goal stands above the others.
    Overarching,
    /// No card takes a step between two levels.
    StepWithoutCard,
    /// A card that no answer offers.
    UnreachableCard,
    /// A card with a list of prerequisites.
    SeveralPrerequisites,
    /// A card that, by way of others, must come before itself.
    PrerequisiteCycle,
    /// A page of the hub without a file.
    UnknownHubPage,
    /// A word that the glossary does not have.
    UnknownTerm,
    /// A link that is none of the forms that texts may have.
    BadLink,
    /// The two languages do not link to the same things.
    LinksDiffer,
    /// HTML in a text.
    Html,
    /// Something else that texts do not hold, such as a heading.
    Markup,
    /// The day to go through a page again is not after the last, or too far off.
    ReviewDay,
    /// A page that says what is, without a source.
    MissingSource,
    /// A goal that no article is about.
    GoalWithoutArticle,
    /// A topic that no article is about.
    TagWithoutArticle,
}

impl fmt::Display for Problem {
    /// `file: field: message` on one line, whatever the folder holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [&self.file, &self.field, &self.message];
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        if let Some(first) = parts.next() {
            f.write_str(&on_one_line(first))?;
        }
        parts.try_for_each(|part| write!(f, ": {}", on_one_line(part)))
    }
}

fn on_one_line(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        c if c.is_control() => c.escape_default().to_string(),
        c => c.to_string(),
    });
    escaped.collect()
}

/// A value from the folder as a message shows it: quoted, and cut if it is long.
pub(super) fn quoted(value: &str) -> String {
    const SHOWN: usize = 60;
    match value.char_indices().nth(SHOWN) {
        None => format!("\"{value}\""),
        Some((end, _)) => format!("\"{}…\"", &value[..end]),
    }
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report(Vec<Problem>);

impl Report {
    /// Notes one problem.
    pub(super) fn add(
        &mut self,
        file: &str,
        field: impl Into<String>,
        kind: ProblemKind,
        message: impl Into<String>,
    ) {
        self.0.push(Problem {
            file: file.to_owned(),
            field: field.into(),
            kind,
            message: message.into(),
        });
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All problems, by file and field.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.0.sort_by_cached_key(|problem| {
            let Problem {
                file,
                field,
                kind,
                message,
            } = problem.clone();
            (file, in_parts(&field), kind, message)
        });
        self.0
    }
}

/// A field as words and numbers by turns, so that `levels[2]` comes before `levels[10]`.
fn in_parts(field: &str) -> Vec<(String, u64)> {
    let mut parts = Vec::new();
    let mut rest = field;
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(digits);
        let end = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let (number, after) = after.split_at(end);
        parts.push((word.to_owned(), number.parse().unwrap_or(u64::MAX)));
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_one_line_whatever_the_names_hold() {
        let problem = Problem {
            file: "tags.toml".into(),
            field: "tags[0].a\nb".into(),
            kind: ProblemKind::UnknownKey,
            message: "not known".into(),
        };
        assert_eq!(problem.to_string(), "tags.toml: tags[0].a\\nb: not known");
        let whole_file = Problem {
            field: String::new(),
            ..problem
        };
        assert_eq!(whole_file.to_string(), "tags.toml: not known");
    }

    #[test]
    fn problems_come_by_file_and_field_with_numbers_as_numbers() {
        let mut report = Report::default();
        for (file, field) in [
            ("b", ""),
            ("a", "x[10]"),
            ("a", "x[9].sv"),
            ("a", "x[9]"),
            ("a", ""),
        ] {
            report.add(file, field, ProblemKind::BadValue, "wrong");
        }
        let fields = report
            .into_problems()
            .into_iter()
            .map(|p| p.file + &p.field);
        assert_eq!(
            fields.collect::<Vec<_>>(),
            ["a", "ax[9]", "ax[9].sv", "ax[10]", "b"]
        );
    }

    #[test]
    fn a_long_value_is_cut_between_letters() {
        assert_eq!(quoted("å"), "\"å\"");
        assert_eq!(quoted(&"å".repeat(61)), format!("\"{}…\"", "å".repeat(60)));
    }
}
