//! The score file: answers as JSON, read strictly, with every problem named by its place.

mod duplicates;

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::assessment::{Answer, Answers, Depth};
use crate::instrument::{Content, Edition, Question};
use crate::organisation::{OrganisationKind, OrganisationSize};

const KEYS: [&str; 5] = [
    "edition",
    "depth",
    "organisation_kind",
    "organisation_size",
    "answers",
];

/// What a score file says.
#[derive(Clone, Debug)]
pub struct ScoreFile<'a> {
    /// The edition that was answered.
    pub edition: &'a Edition,
    /// How much of it was asked.
    pub depth: Depth,
    /// What kind of organisation answers, if the file says.
    pub organisation_kind: Option<OrganisationKind>,
    /// Its size, if the file says.
    pub organisation_size: Option<OrganisationSize>,
    /// The answers, those that the depth does not ask for too.
    pub answers: Answers,
}

/// Something wrong in a score file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, for example `answers."ratt.avtal"`.
    pub place: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Everything wrong in a score file, one problem a line when shown. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ScoreFileError(pub Vec<Problem>);

impl<'a> ScoreFile<'a> {
    /// Reads a score file against the editions of a content folder.
    ///
    /// # Errors
    /// Lists every problem: no JSON; a key that is unknown, missing or given twice; an edition or
    /// a question that does not exist; a value that is none; an inte tillämpligt that the edition
    /// does not allow for the kind of organisation.
    pub fn read(content: &'a Content, json: &str) -> Result<ScoreFile<'a>, ScoreFileError> {
        let mut reader = Reader::default();
        match reader.file(content, json) {
            Some(file) if reader.problems.is_empty() => Ok(file),
            _ => Err(ScoreFileError(reader.problems)),
        }
    }

    /// The questions answered that the depth does not ask for.
    pub fn ignored(&self) -> Vec<&str> {
        let asked: BTreeSet<&str> = self
            .edition
            .places()
            .filter(|(place, _)| self.depth == Depth::Full || place.mapped.quick)
            .map(|(place, _)| place.mapped.id.as_str())
            .collect();
        self.answers
            .keys()
            .map(String::as_str)
            .filter(|id| !asked.contains(id))
            .collect()
    }
}

/// Collects problems while it reads on.
#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn file<'a>(&mut self, content: &'a Content, json: &str) -> Option<ScoreFile<'a>> {
        let object = self.object(json)?;
        for key in object.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let keys = KEYS.join(", ");
            self.problem(within("", key), format!("unknown key; the keys are {keys}"));
        }
        let edition = self.edition(content, &object);
        let depth = self.depth(&object);
        let organisation_kind = self.kind(&object);
        let organisation_size = self.size(&object);
        let answers = self.answers(edition, organisation_kind, &object);
        Some(ScoreFile {
            edition: edition?,
            depth: depth?,
            organisation_kind,
            organisation_size,
            answers,
        })
    }

    fn object(&mut self, json: &str) -> Option<Map<String, Value>> {
        let parsed = duplicates::duplicates(json)
            .and_then(|twice| Ok((twice, serde_json::from_str::<Value>(json)?)));
        match parsed {
            Ok((twice, value)) => {
                for place in twice {
                    self.problem(place, "given more than once");
                }
                match value {
                    Value::Object(object) => Some(object),
                    other => {
                        self.problem(
                            "the file",
                            format!("must be an object, not {}", shown(&other)),
                        );
                        None
                    }
                }
            }
            Err(error) => {
                let place = format!("line {} column {}", error.line(), error.column());
                let message = error.to_string();
                let message = message
                    .strip_suffix(&format!(" at {place}"))
                    .unwrap_or(&message);
                self.problem(place, format!("not JSON: {message}"));
                None
            }
        }
    }

    fn edition<'a>(
        &mut self,
        content: &'a Content,
        object: &Map<String, Value>,
    ) -> Option<&'a Edition> {
        let value = self.required(object, "edition")?;
        let found = value.as_str().and_then(|id| content.editions.get(id));
        if found.is_none() {
            let editions = list(content.editions.keys());
            let message = format!("no edition {}; the editions are {editions}", shown(value));
            self.problem("edition", message);
        }
        found
    }

    fn depth(&mut self, object: &Map<String, Value>) -> Option<Depth> {
        let value = self.required(object, "depth")?;
        self.coded("depth", value, &["full", "quick"])
    }

    fn kind(&mut self, object: &Map<String, Value>) -> Option<OrganisationKind> {
        let codes = OrganisationKind::ALL.map(OrganisationKind::code);
        self.coded(
            "organisation_kind",
            object.get("organisation_kind")?,
            &codes,
        )
    }

    fn size(&mut self, object: &Map<String, Value>) -> Option<OrganisationSize> {
        let codes = ["small", "medium", "large"];
        self.coded(
            "organisation_size",
            object.get("organisation_size")?,
            &codes,
        )
    }

    fn answers(
        &mut self,
        edition: Option<&Edition>,
        kind: Option<OrganisationKind>,
        object: &Map<String, Value>,
    ) -> Answers {
        let mut answers = Answers::new();
        let Some(value) = self.required(object, "answers") else {
            return answers;
        };
        let Some(given) = value.as_object() else {
            let message = format!(
                "must be an object of answers by question id, not {}",
                shown(value)
            );
            self.problem("answers", message);
            return answers;
        };
        for (id, value) in given {
            let place = within("answers", id);
            let question =
                edition.map(|edition| (edition, edition.place(id), edition.question(id)));
            let question = match question {
                Some((_, Some(_), Some(question))) => Some(question),
                Some((edition, ..)) => {
                    let message = format!("no such question in edition {}", edition.id);
                    self.problem(place.as_str(), message);
                    None
                }
                None => None,
            };
            match Answer::deserialize(value) {
                Ok(answer) => {
                    if let (Answer::NotApplicable(reason), Some(question)) = (&answer, question)
                        && let Err(message) = allowed(question, reason, kind)
                    {
                        self.problem(place, message);
                    }
                    answers.insert(id.clone(), answer);
                }
                Err(error) => self.problem(place, format!("{} is wrong: {error}", shown(value))),
            }
        }
        answers
    }

    fn required<'v>(&mut self, object: &'v Map<String, Value>, key: &str) -> Option<&'v Value> {
        let value = object.get(key);
        if value.is_none() {
            self.problem(key, "missing");
        }
        value
    }

    /// A text that is one of some codes.
    fn coded<T: DeserializeOwned>(
        &mut self,
        place: &str,
        value: &Value,
        codes: &[&str],
    ) -> Option<T> {
        let read = Some(value)
            .filter(|value| value.is_string())
            .and_then(|value| T::deserialize(value).ok());
        if read.is_none() {
            let message = format!("{} is none of {}", shown(value), list(codes));
            self.problem(place, message);
        }
        read
    }

    fn problem(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            place: place.into(),
            message: message.into(),
        });
    }
}

/// Whether the question may be inte tillämpligt for the reason; if not, what may be.
fn allowed(
    question: &Question,
    reason: &str,
    kind: Option<OrganisationKind>,
) -> Result<(), String> {
    if question.may_be_not_applicable(reason, kind) {
        return Ok(());
    }
    let reasons: Vec<&str> = question
        .not_applicable
        .iter()
        .map(|entry| entry.reason.as_str())
        .filter(|reason| question.may_be_not_applicable(reason, kind))
        .collect();
    let reason = quoted(reason);
    let by = kind.map_or("", OrganisationKind::code);
    Err(match (reasons.is_empty(), kind) {
        (true, None) => "the question may not be inte tillämpligt".to_owned(),
        (true, Some(_)) => format!("the question may not be inte tillämpligt for {by}"),
        (false, None) => format!("no reason {reason}; the reasons are {}", list(reasons)),
        (false, Some(_)) => format!("no reason {reason}; for {by} they are {}", list(reasons)),
    })
}

/// The place of a key within another place; a key that is no plain word is quoted.
fn within(place: &str, key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let key = match !key.is_empty() && key.chars().all(plain) {
        true => shortened(key),
        false => quoted(key),
    };
    match place {
        "" => key,
        place => format!("{place}.{key}"),
    }
}

fn list<T: AsRef<str>>(codes: impl IntoIterator<Item = T>) -> String {
    let quoted: Vec<String> = codes
        .into_iter()
        .map(|code| quoted(code.as_ref()))
        .collect();
    quoted.join(", ")
}

/// A text in quotation marks, short, and with everything that does not print escaped, so that a
/// file can write nothing but a message to a terminal.
fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

/// A value as it is named in a message.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) => shortened(&value.to_string()),
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
