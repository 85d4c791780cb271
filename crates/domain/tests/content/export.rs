//! The export of an edition.

use domain::instrument::check::load;
use domain::instrument::export::export;
use domain::schema::schemas;
use serde_json::{Value, json};

use crate::folder::{Files, fixture, here, shipped};

fn exported(files: &Files) -> Value {
    let content = load(files).expect("the folder has no problems");
    let edition = &content.editions[&content.current];
    serde_json::to_value(export(&content, edition)).expect("the export is JSON")
}

fn entry<'v>(list: &'v Value, id: &str) -> &'v Value {
    let list = list.as_array().expect("a list");
    list.iter()
        .find(|entry| entry["id"] == id)
        .expect("the entry is there")
}

#[test]
fn the_mapping_tells_place_label_and_marks() {
    let export = exported(&fixture());
    assert_eq!(
        export["mapping"][4],
        json!({
            "goal": "2", "question": "resor.buss", "label": "2.1", "order": 5,
            "essential": true, "quick": true,
        })
    );
    assert_eq!(export["framework"]["goals"][0]["overarching"], true);
    // The goal that is not mapped has no title and is no part of the edition.
    assert_eq!(
        export["framework"]["goals"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn triggers_follow_from_the_steps_a_card_takes() {
    let export = exported(&fixture());
    let bus = entry(&export["cards"], "ta-bussen-forst");
    assert_eq!(
        bus["triggers"],
        json!([
            { "question": "resor.buss", "offered_at": [1, 2], "begun_at": [2], "done_from": 3 },
            { "question": "resor.bil", "offered_at": [2], "begun_at": [], "done_from": 3 },
        ])
    );
    assert_eq!(bus["prerequisite"], "jamfor-resorna");
    let all = entry(&export["cards"], "jamfor-resorna");
    assert_eq!(all["prerequisite"], Value::Null);
    assert_eq!(all["triggers"][0]["begun_at"], json!([2, 3]));
    assert_eq!(all["triggers"][0]["done_from"], 4);
}

#[test]
fn sources_are_written_out_where_they_are_used() {
    let export = exported(&fixture());
    let paper = entry(&export["questions"], "kontor.papper");
    let act = json!({
        "id": "lagen", "publisher": "Exempelverket", "address": "https://example.org/lagen",
        "checked": "2024-02-29", "title": { "sv": "Lagen", "en": "The act" },
    });
    assert_eq!(paper["duties"][0]["source"], act);
    assert_eq!(paper["sources"][0]["id"], "strategin");
    assert_eq!(
        paper["levels"][2]["en"],
        "Everyone buys the paper on contract, and a list shows it."
    );
    assert_eq!(
        export["references"][0]["source"]["title"]["sv"],
        "Strategin"
    );
}

/// Everything that is written in the shipped edition is in its export, and the export has the
/// shape that its schema gives it.
#[test]
fn the_shipped_edition_is_exported_whole_and_as_its_schema_says() {
    let files = shipped();
    let export = exported(&files);
    let schema = schemas()
        .into_iter()
        .find_map(|(name, schema)| (name == "export.schema.json").then_some(schema))
        .expect("the export has a schema");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(&export)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));

    let all = export.to_string();
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.contains("questions/") || path.contains("cards/"))
    {
        let file: toml::Table = toml::from_str(&String::from_utf8_lossy(bytes)).expect("TOML");
        let mut waiting = vec![toml::Value::Table(file)];
        while let Some(value) = waiting.pop() {
            match value {
                toml::Value::Table(table) => waiting.extend(table.into_iter().map(|(_, v)| v)),
                toml::Value::Array(entries) => waiting.extend(entries),
                toml::Value::String(text) => {
                    let text = Value::String(text).to_string();
                    assert!(all.contains(&text), "{path}: {text} is not in the export");
                }
                _ => {}
            }
        }
    }
}

/// The page that documents the export names every field of it.
#[test]
fn every_field_of_the_export_is_documented() {
    let page = std::fs::read_to_string(here("../../docs/reference/content-export.md"))
        .expect("the page is there");
    let (_, schema) = schemas()
        .into_iter()
        .find(|(name, _)| name == "export.schema.json")
        .expect("the export has a schema");
    let mut undocumented = Vec::new();
    let mut waiting = vec![schema];
    while let Some(value) = waiting.pop() {
        if let Some(Value::Object(properties)) = value.get("properties") {
            let names = properties
                .keys()
                .filter(|name| !page.contains(&format!("`{name}`")));
            undocumented.extend(names.cloned());
        }
        match value {
            Value::Object(entries) => waiting.extend(entries.into_iter().map(|(_, v)| v)),
            Value::Array(entries) => waiting.extend(entries),
            _ => {}
        }
    }
    assert!(undocumented.is_empty(), "{undocumented:?}");
}
