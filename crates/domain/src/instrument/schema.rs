//! JSON schemas of content files, for editors and for the check.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::source::{
    CardFile, ComparisonFile, EditionFile, FrameworkFile, LevelsFile, LinksFile, PreviousFile,
    QuestionFile, ReferencesFile, SourcesFile, TagsFile, TermsFile,
};
use crate::hub::source::{GlossaryFile, PageFile, SynonymsFile};

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
    /// `links.toml`
    Links,
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
    /// `hub/<kind>/<id>.toml`
    HubPage,
    /// `hub/glossary.toml`
    Glossary,
    /// `hub/synonyms.toml`
    Synonyms,
}

impl FileKind {
    /// All kinds, in the order they are documented.
    pub const ALL: [FileKind; 15] = [
        FileKind::Levels,
        FileKind::Tags,
        FileKind::Sources,
        FileKind::Terms,
        FileKind::References,
        FileKind::Comparison,
        FileKind::Links,
        FileKind::Framework,
        FileKind::Edition,
        FileKind::Previous,
        FileKind::Question,
        FileKind::Card,
        FileKind::HubPage,
        FileKind::Glossary,
        FileKind::Synonyms,
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
            FileKind::Links => "links",
            FileKind::Framework => "framework",
            FileKind::Edition => "edition",
            FileKind::Previous => "previous",
            FileKind::Question => "question",
            FileKind::Card => "card",
            FileKind::HubPage => "hub-page",
            FileKind::Glossary => "glossary",
            FileKind::Synonyms => "synonyms",
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
            FileKind::Links => of_file::<LinksFile>(),
            FileKind::Framework => of_file::<FrameworkFile>(),
            FileKind::Edition => of_file::<EditionFile>(),
            FileKind::Previous => of_file::<PreviousFile>(),
            FileKind::Question => of_file::<QuestionFile>(),
            FileKind::Card => of_file::<CardFile>(),
            FileKind::HubPage => of_file::<PageFile>(),
            FileKind::Glossary => of_file::<GlossaryFile>(),
            FileKind::Synonyms => of_file::<SynonymsFile>(),
        }
    }
}

fn of_file<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(without_null))
        .with_transform(RecursiveTransform(choices_as_list))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The JSON schema (2020-12) of a document that is written.
pub(crate) fn of_document<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(choices_as_list))
        .into_generator()
        .into_root_schema_for::<T>()
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
