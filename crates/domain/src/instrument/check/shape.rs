//! Whether a file has the shape that the format gives it: keys, types, choices, lengths of lists.
//! The rules are the JSON schemas'; what is here puts their errors in plain words.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::Value;

use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{below, text};
use crate::hub::source::GOAL;
use crate::instrument::schema::FileKind;
use crate::instrument::source::{ADDRESS, DAY, GOAL_ID, ID, QUESTION_ID, TERM};
use crate::text::NOT_BLANK;

/// The schemas, ready to use.
pub(super) struct Shapes(Vec<Shape>);

struct Shape {
    kind: FileKind,
    schema: Value,
    validator: Validator,
}

impl Shapes {
    #[expect(
        clippy::expect_used,
        reason = "the schemas are derived from this crate's own types; a test builds them all"
    )]
    pub(super) fn new() -> Shapes {
        let shape = |kind: FileKind| {
            let schema = kind.schema();
            let validator = jsonschema::validator_for(&schema).expect("derived schemas are valid");
            Shape {
                kind,
                schema,
                validator,
            }
        };
        Shapes(FileKind::ALL.into_iter().map(shape).collect())
    }

    /// Reports everything in the file that its schema does not allow.
    pub(super) fn check(&self, file: &File<'_>, report: &mut Report) {
        let kind = file.place.kind();
        for shape in self.0.iter().filter(|shape| shape.kind == kind) {
            for error in shape.validator.iter_errors(&file.value) {
                shape.explain(&error, file, report);
            }
        }
    }
}

impl Shape {
    fn explain(&self, error: &ValidationError<'_>, file: &File<'_>, report: &mut Report) {
        let field = field(&file.value, error.instance_path().as_str());
        let instance = error.instance();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known = self.known_keys(error.schema_path().as_str());
                for key in unexpected {
                    let message = format!("the key is not known; known here: {known}");
                    report.add(
                        file.path,
                        below(&field, key),
                        ProblemKind::UnknownKey,
                        message,
                    );
                }
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().unwrap_or_default();
                let (kind, message) = missing(key);
                report.add(file.path, below(&field, key), kind, message);
            }
            // The place decides what the id must be, and the check of ids says so.
            ValidationErrorKind::Pattern { .. }
                if field == "id" && file.place.id().as_deref() != text(&file.value, "id") => {}
            kind => {
                let (kind, message) = self.in_words(kind, &field, instance);
                report.add(file.path, field, kind, message);
            }
        }
    }

    fn in_words(
        &self,
        kind: &ValidationErrorKind,
        field: &str,
        instance: &Value,
    ) -> (ProblemKind, String) {
        let entries = instance.as_array().map_or(0, Vec::len);
        match kind {
            ValidationErrorKind::Type { .. }
                if self.kind == FileKind::Card
                    && field == "prerequisite"
                    && instance.is_array() =>
            {
                let message = "a card has at most one prerequisite; write one card's id, no list";
                (ProblemKind::SeveralPrerequisites, message.to_owned())
            }
            ValidationErrorKind::Type { kind } => (
                ProblemKind::WrongType,
                format!("must be {}, not {}", expected(kind), found(instance)),
            ),
            ValidationErrorKind::Enum { options } => (
                ProblemKind::BadValue,
                format!("{} is none of {}", shown(instance), list(options)),
            ),
            ValidationErrorKind::Minimum { limit } => (
                ProblemKind::BadValue,
                format!("is {}; must be {limit} or more", shown(instance)),
            ),
            ValidationErrorKind::Maximum { limit } => (
                ProblemKind::BadValue,
                format!("is {}; must be {limit} or less", shown(instance)),
            ),
            ValidationErrorKind::MinItems { limit } => (
                ProblemKind::TooFew,
                format!("has {entries} of at least {limit} entries; add what is missing"),
            ),
            ValidationErrorKind::MaxItems { limit } => (
                ProblemKind::TooMany,
                format!("has {entries} entries of at most {limit}; remove some"),
            ),
            ValidationErrorKind::UniqueItems => (
                ProblemKind::Repeated,
                "names the same thing twice; remove one of them".to_owned(),
            ),
            ValidationErrorKind::Pattern { pattern } => not_matching(pattern, instance),
            _ => (
                ProblemKind::BadValue,
                format!("{} does not fit the schema", shown(instance)),
            ),
        }
    }

    /// The keys that the schema knows beside the one it refused, in alphabetical order.
    fn known_keys(&self, schema_path: &str) -> String {
        let parent = schema_path
            .rsplit_once('/')
            .map_or("", |(parent, _)| parent);
        let schema = self.schema.pointer(parent);
        let keys = schema.and_then(|schema| schema.get("properties")?.as_object());
        let keys: Vec<&str> = keys
            .into_iter()
            .flatten()
            .map(|(key, _)| key.as_str())
            .collect();
        keys.join(", ")
    }
}

/// The path of a JSON pointer into a value as people read it: `/levels/2/sv` is `levels[2].sv`.
fn field(value: &Value, pointer: &str) -> String {
    let mut field = String::new();
    let mut at = Some(value);
    for segment in pointer.split('/').skip(1) {
        let key = segment.replace("~1", "/").replace("~0", "~");
        if at.is_some_and(Value::is_array) {
            field = format!("{field}[{key}]");
            at = at.and_then(|value| value.get(key.parse::<usize>().ok()?));
        } else {
            field = below(&field, &key);
            at = at.and_then(|value| value.get(&key));
        }
    }
    field
}

fn missing(key: &str) -> (ProblemKind, &'static str) {
    match key {
        "sv" => (
            ProblemKind::MissingTranslation,
            "the Swedish text is missing; write it",
        ),
        "en" => (
            ProblemKind::MissingTranslation,
            "the English text is missing; write it",
        ),
        _ => (ProblemKind::MissingKey, "the key is missing; add it"),
    }
}

fn not_matching(pattern: &str, instance: &Value) -> (ProblemKind, String) {
    let (kind, rule) = match pattern {
        NOT_BLANK => {
            return (
                ProblemKind::EmptyText,
                "the text is empty; write it".to_owned(),
            );
        }
        DAY => (ProblemKind::BadDate, "a day, written YYYY-MM-DD"),
        ADDRESS => (
            ProblemKind::BadValue,
            "an address that begins with https:// or http://",
        ),
        ID => (
            ProblemKind::BadValue,
            "an id: small letters a–z, digits and single hyphens between",
        ),
        GOAL_ID => (ProblemKind::BadValue, "a goal's id: \"1\", \"2\" and so on"),
        GOAL => (
            ProblemKind::BadValue,
            "a framework and its goal, for example \"nus-2016/3\"",
        ),
        QUESTION_ID => (
            ProblemKind::BadValue,
            "a question's id: area, full stop, name, in letters a–z",
        ),
        TERM => (
            ProblemKind::BadValue,
            "a word, or words with one space between, each with * last at most",
        ),
        _ => (
            ProblemKind::BadValue,
            "in the form that the schema asks for",
        ),
    };
    (kind, format!("{} must be {rule}", shown(instance)))
}

fn expected(kind: &TypeKind) -> &'static str {
    let TypeKind::Single(kind) = kind else {
        return "of another type";
    };
    match kind {
        JsonType::Array => "a list",
        JsonType::Boolean => "true or false",
        JsonType::Integer | JsonType::Number => "a whole number",
        JsonType::Object => "a table with keys of its own",
        JsonType::String => "a text in quotation marks",
        JsonType::Null => "left out",
    }
}

fn found(instance: &Value) -> &'static str {
    match instance {
        Value::Null => "a number with decimals or beyond counting",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a table",
    }
}

fn shown(instance: &Value) -> String {
    instance
        .as_str()
        .map_or_else(|| instance.to_string(), quoted)
}

fn list(options: &Value) -> String {
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    let options: Vec<&str> = options.iter().filter_map(Value::as_str).collect();
    options.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_derived_schema_can_be_checked_against() {
        assert_eq!(Shapes::new().0.len(), FileKind::ALL.len());
    }

    #[test]
    fn a_pointer_reads_as_a_field() {
        let value = json!({"levels": [{}, {}, {"sv": 1}], "a/b": {"0": 1}});
        assert_eq!(field(&value, "/levels/2/sv"), "levels[2].sv");
        assert_eq!(field(&value, "/a~1b/0"), "a/b.0");
        assert_eq!(field(&value, ""), "");
    }
}
