//! The schemas in `docs/reference/schemas/` are those that the program derives.

use std::collections::BTreeMap;
use std::fs;

use domain::schema::schemas;
use serde_json::Value;

use crate::folder::here;

#[test]
fn the_documented_schemas_are_fresh() {
    let documented: BTreeMap<String, Value> = fs::read_dir(here("../../docs/reference/schemas"))
        .expect("the folder is there")
        .map(|entry| {
            let entry = entry.expect("the entry can be read");
            let text = fs::read_to_string(entry.path()).expect("the schema can be read");
            let name = entry.file_name().into_string().expect("the name is UTF-8");
            (name, serde_json::from_str(&text).expect("a schema is JSON"))
        })
        .collect();
    let derived: BTreeMap<String, Value> = schemas().into_iter().collect();
    assert_eq!(
        documented, derived,
        "run `strategikollen content schema --out docs/reference/schemas`"
    );
}

#[test]
fn a_field_that_may_be_left_out_is_never_null() {
    let (_, card) = schemas()
        .into_iter()
        .find(|(name, _)| name == "card.schema.json")
        .expect("cards have a schema");
    assert_eq!(card["properties"]["prerequisite"]["type"], "string");
    let required = card["required"]
        .as_array()
        .expect("cards have required keys");
    assert!(!required.contains(&"prerequisite".into()));
    assert_eq!(card["additionalProperties"], false);
}
