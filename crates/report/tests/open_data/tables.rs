//! The files of a wave.

use domain::comparison::Publication;
use domain::schema::Document;
use report::open_data::{self, Dataset, FileFormat};
use serde_json::Value;

use crate::assert_documented;
use crate::example::{CONTENT, TEXTS, example};

#[test]
fn the_documented_files_are_fresh() {
    let example = example();
    let document = open_data::document(&example).expect("a document");
    assert_documented("jamforelse.json", &document);
    let figures = open_data::figures(&CONTENT, &example).expect("a table");
    assert_documented("jamforelse.csv", &figures);
    let panels = open_data::panels(&CONTENT, &example).expect("a table");
    assert_documented("panel.csv", &panels);
    for dataset in [Dataset::Comparison, Dataset::Panel] {
        let file = format!("{}.csv", dataset.code());
        let metadata =
            open_data::metadata(&TEXTS, dataset, &example, &file, Some("Exempelmyndigheten"));
        assert_documented(
            &format!("{file}-metadata.json"),
            &metadata.expect("a description"),
        );
        assert_documented(
            &dataset.schema(FileFormat::Csv),
            &open_data::table_schema(&TEXTS, dataset).expect("a schema"),
        );
    }
}

#[test]
fn the_document_is_what_was_published_and_fits_its_schema() {
    let example = example();
    let bytes = open_data::document(&example).expect("a document");
    let read: Publication = serde_json::from_slice(&bytes).expect("a publication");
    assert_eq!(read, example);
    let document: Value = serde_json::from_slice(&bytes).expect("JSON");
    let schema = jsonschema::validator_for(&Document::Comparison.schema()).expect("a schema");
    assert!(schema.is_valid(&document));
    let mut altered = document;
    altered["groups"][0]["goals"][0]["median"] = 2.3.into();
    assert!(!schema.is_valid(&altered), "a median in tenths");
}

/// The rows of a table by column name, as anyone's reader gives them.
fn rows(table: &[u8]) -> Vec<std::collections::BTreeMap<String, String>> {
    let text = std::str::from_utf8(table).expect("UTF-8");
    assert!(!text.starts_with('\u{feff}'), "no byte order mark");
    assert!(text.ends_with("\r\n"));
    csv::Reader::from_reader(table)
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn each_figure_is_a_row_and_what_is_not_shown_is_empty() {
    let example = example();
    let table = open_data::figures(&CONTENT, &example).expect("a table");
    let rows = rows(&table);
    let figures = example
        .groups
        .iter()
        .map(|group| group.goals.len() + group.questions.len());
    assert_eq!(rows.len(), figures.sum::<usize>());
    let row = |group: &str, id: &str| {
        let found = rows
            .iter()
            .find(|row| row["group"] == group && row["id"] == id);
        found.expect("a row")
    };
    let whole = row("alla", "1");
    for (column, value) in [
        ("date", "2028-03-31"),
        ("synthetic", "true"),
        ("group_name_en", "All organisations"),
        ("population", ""),
        ("kind", "goal"),
        ("number", "1"),
        ("changed", "true"),
        ("owners_band", "100+"),
        ("share_from", ""),
        ("median", "2.25"),
        ("interval_lower", "2.00"),
        ("interval_upper", "2.50"),
        ("q1", "1.75"),
        ("level1", "15"),
        ("level4", "5"),
    ] {
        assert_eq!(whole[column], value, "{column}");
    }
    let question = row("alla", "ratt.direkt");
    let words = &CONTENT.editions[&CONTENT.current].questions["ratt.direkt"].question;
    assert_eq!(question["kind"], "question");
    assert_eq!(question["title_sv"], words.sv);
    assert_eq!(question["title_en"], words.en);
    assert_eq!(question["changed"], "true");
    assert_eq!(row("alla", "2")["changed"], "false");
    let old = row("region", "1");
    assert_eq!(old["figure_from"], "2027-03-31");
    assert_eq!(
        (old["share_from"].as_str(), old["share_to"].as_str()),
        ("52", "91")
    );
    let least = row("kommun-b3", "1");
    assert_eq!(least["owners_band"], "6-10");
    for column in ["interval_lower", "q1", "q3", "level1", "level4"] {
        assert_eq!(least[column], "", "{column}");
    }
}

#[test]
fn a_panel_has_a_row_for_each_of_its_goals() {
    let table = open_data::panels(&CONTENT, &example()).expect("a table");
    let rows = rows(&table);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["panel_since"], "2027-03-31");
    assert_eq!(rows[0]["owners_band"], "50-99");
    assert_eq!(rows[0]["median_then"], "2.25");
    assert_eq!(rows[0]["median_now"], "2.50");
}

#[test]
fn figures_of_an_edition_that_is_not_here_stand_without_titles() {
    let publication = Publication {
        edition: "nagon-annan".to_owned(),
        ..example()
    };
    let table = open_data::figures(&CONTENT, &publication).expect("a table");
    for row in rows(&table) {
        assert_eq!(row["title_sv"], "");
        assert_eq!(row["number"], "");
        assert_ne!(row["id"], "");
    }
}

#[test]
fn the_description_names_the_columns_of_the_table_in_their_order() {
    let example = example();
    let tables = [
        (Dataset::Comparison, open_data::figures(&CONTENT, &example)),
        (Dataset::Panel, open_data::panels(&CONTENT, &example)),
    ];
    for (dataset, table) in tables {
        let table = table.expect("a table");
        let mut reader = csv::Reader::from_reader(&table[..]);
        let header: Vec<String> = reader
            .headers()
            .expect("a header")
            .iter()
            .map(str::to_owned)
            .collect();
        let metadata = open_data::metadata(&TEXTS, dataset, &example, "x.csv", None).expect("JSON");
        let metadata: Value = serde_json::from_slice(&metadata).expect("JSON");
        assert!(metadata.get("dc:publisher").is_none());
        let columns = metadata["tableSchema"]["columns"]
            .as_array()
            .expect("a list");
        let names: Vec<&str> = columns
            .iter()
            .filter_map(|column| column["name"].as_str())
            .collect();
        assert_eq!(names, header);
        for row in rows(&table) {
            for column in columns {
                let name = column["name"].as_str().expect("a name");
                let required = column["required"].as_bool().expect("yes or no");
                assert!(!required || !row[name].is_empty(), "{name} is empty");
            }
        }
        let key = metadata["tableSchema"]["primaryKey"].as_array();
        let mut keys: Vec<Vec<String>> = rows(&table)
            .iter()
            .map(|row| {
                let key = key.expect("a key").iter();
                key.map(|name| row[name.as_str().expect("a name")].clone())
                    .collect()
            })
            .collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count, "a key stands twice");
    }
}
