//! What a table holds, for machines: CSV on the Web (W3C), beside the table under the address that
//! the recommendation gives it.

use domain::comparison::Publication;
use domain::text::Lang;
use l10n::Catalogue as Texts;
use serde_json::{Value, json};

use super::{Dataset, FileError, FileFormat, both};

const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// What all tables of a dataset have in common: their columns, and what tells rows apart.
///
/// # Errors
/// Never in practice: it is made of texts.
pub fn table_schema(texts: &Texts, dataset: Dataset) -> Result<Vec<u8>, FileError> {
    let mut schema = schema(texts, dataset);
    schema["@context"] = CONTEXT.into();
    written(&schema)
}

/// The description of a wave's table. `file` is the table's own name, `publisher` who runs the
/// service.
///
/// # Errors
/// Never in practice: it is made of texts.
pub fn metadata(
    texts: &Texts,
    dataset: Dataset,
    publication: &Publication,
    file: &str,
    publisher: Option<&str>,
) -> Result<Vec<u8>, FileError> {
    let synthetic = publication.synthetic;
    let mut document = json!({
        "@context": CONTEXT,
        "url": file,
        "dc:title": in_languages(both(texts, |t| dataset.title_marked(synthetic, t))),
        "dc:description": in_languages(both(texts, |t| {
            format!("{} {}", dataset.about_marked(synthetic, t), dataset.about_files(FileFormat::Csv, t))
        })),
        "dc:license": { "@id": dataset.licence() },
        "tableSchema": schema(texts, dataset),
    });
    if let Some(publisher) = publisher {
        document["dc:publisher"] = publisher.into();
    }
    written(&document)
}

fn schema(texts: &Texts, dataset: Dataset) -> Value {
    let columns: Vec<Value> = dataset
        .columns()
        .iter()
        .map(|column| {
            json!({
                "name": column.name,
                "titles": column.name,
                "dc:description": in_languages(both(texts, |t| column.about(t))),
                "datatype": column.datatype.name(),
                "required": column.required,
            })
        })
        .collect();
    json!({ "columns": columns, "primaryKey": dataset.key() })
}

fn written(document: &Value) -> Result<Vec<u8>, FileError> {
    let mut bytes = serde_json::to_vec_pretty(document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn in_languages(texts: [(Lang, String); 2]) -> Value {
    texts
        .into_iter()
        .map(|(lang, text)| json!({ "@value": text, "@language": lang.code() }))
        .collect()
}
