//! JSON schemas: one for each kind of content file, for editors and for the check, and one for
//! the export.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::export::Export;
use super::source::{
    CardFile, ComparisonFile, EditionFile, FrameworkFile, LevelsFile, PreviousFile, QuestionFile,
    ReferencesFile, SourcesFile, TagsFile, TermsFile,
};

/// The kinds of file that a content folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// `levels.toml`
    Levels,
    /// `tags.toml`
    Tags,
    /// `sources.toml`
    Sources,
    /// `terms.toml`
    Terms,
    /// `references.toml`
    References,
    /// `comparison.toml`
    Comparison,
    /// `frameworks/<id>.toml`
    Framework,
    /// `editions/<id>/edition.toml`
    Edition,
    /// `editions/<id>/previous.toml`
    Previous,
    /// `editions/<id>/questions/<area>/<name>.toml`
    Question,
    /// `editions/<id>/cards/<area>/<card>.toml`
    Card,
}

impl FileKind {
    /// All kinds, in the order they are documented.
    pub const ALL: [FileKind; 11] = [
        FileKind::Levels,
        FileKind::Tags,
        FileKind::Sources,
        FileKind::Terms,
        FileKind::References,
        FileKind::Comparison,
        FileKind::Framework,
        FileKind::Edition,
        FileKind::Previous,
        FileKind::Question,
        FileKind::Card,
    ];

    /// The kind's name in the names of schema files.
    pub fn code(self) -> &'static str {
        match self {
            FileKind::Levels => "levels",
            FileKind::Tags => "tags",
            FileKind::Sources => "sources",
            FileKind::Terms => "terms",
            FileKind::References => "references",
            FileKind::Comparison => "comparison",
            FileKind::Framework => "framework",
            FileKind::Edition => "edition",
            FileKind::Previous => "previous",
            FileKind::Question => "question",
            FileKind::Card => "card",
        }
    }

    /// The JSON schema (2020-12) of files of this kind.
    pub fn schema(self) -> Value {
        match self {
            FileKind::Levels => of_file::<LevelsFile>(),
            FileKind::Tags => of_file::<TagsFile>(),
            FileKind::Sources => of_file::<SourcesFile>(),
            FileKind::Terms => of_file::<TermsFile>(),
            FileKind::References => of_file::<ReferencesFile>(),
            FileKind::Comparison => of_file::<ComparisonFile>(),
            FileKind::Framework => of_file::<FrameworkFile>(),
            FileKind::Edition => of_file::<EditionFile>(),
            FileKind::Previous => of_file::<PreviousFile>(),
            FileKind::Question => of_file::<QuestionFile>(),
            FileKind::Card => of_file::<CardFile>(),
        }
    }
}

/// All schemas with the names of their files, for example `question.schema.json`.
pub fn schemas() -> Vec<(String, Value)> {
    let files = FileKind::ALL
        .into_iter()
        .map(|kind| (kind.code(), kind.schema()));
    files
        .chain([("export", of_export())])
        .map(|(name, schema)| (format!("{name}.schema.json"), schema))
        .collect()
}

fn of_file<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(without_null))
        .with_transform(RecursiveTransform(choices_as_list))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

fn of_export() -> Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(choices_as_list))
        .into_generator()
        .into_root_schema_for::<Export<'_>>()
        .to_value()
}

/// TOML has no null: a field that may be left out is never null, and saying so would only hide
/// what is wrong inside it.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
}

/// A choice between codes as one `enum`: an error can then name the codes.
fn choices_as_list(schema: &mut Schema) {
    let Some(Value::Array(choices)) = schema.get("oneOf") else {
        return;
    };
    let codes: Option<Vec<Value>> = choices
        .iter()
        .map(|choice| choice.get("const").cloned())
        .collect();
    if let Some(codes) = codes {
        schema.remove("oneOf");
        schema.insert("type".to_owned(), "string".into());
        schema.insert("enum".to_owned(), codes.into());
    }
}
