//! From bytes to values: text, TOML, and nothing that TOML cannot hold.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::place::Place;
use super::problem::{ProblemKind, Report};
use super::value::strings;

/// A file as far as it could be read.
pub(super) struct File<'a> {
    /// Its path within the folder.
    pub(super) path: &'a str,
    /// What its path says about it.
    pub(super) place: Place<'a>,
    /// What it holds; of a file that is not whole, what could be made out.
    pub(super) value: Value,
    /// Whether all of it could be read. Nothing is held against a file that is not whole but
    /// that; what it can be made out to say still counts for the others.
    pub(super) whole: bool,
}

/// Reads one file and reports what keeps it from being read.
pub(super) fn read<'a>(
    path: &'a str,
    place: Place<'a>,
    bytes: &[u8],
    report: &mut Report,
) -> File<'a> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let value = json_table(table.get_ref());

    let faults = faults(bytes, text, &errors);
    let whole = faults.is_empty();
    for (line, kind, message) in faults {
        report.add(path, format!("line {line}"), kind, message);
    }
    for (field, _) in strings(&value)
        .iter()
        .filter(|(_, text)| whole && text.contains('\0'))
    {
        let message = "the text holds the character U+0000; remove it";
        report.add(path, field, ProblemKind::NulCharacter, message);
    }
    File {
        path,
        place,
        value,
        whole,
    }
}

/// What keeps the bytes from being TOML, by line.
fn faults(
    bytes: &[u8],
    text: &str,
    errors: &[toml::de::Error],
) -> Vec<(usize, ProblemKind, String)> {
    if let Err(error) = std::str::from_utf8(bytes) {
        let message = "the file is not UTF-8 from here; save it as UTF-8".to_owned();
        let line = 1 + breaks(&bytes[..error.valid_up_to()]);
        return vec![(line, ProblemKind::NotUtf8, message)];
    }
    if let Some(place) = text.find('\0') {
        let message = "the file holds the character U+0000; remove it".to_owned();
        let line = 1 + breaks(&text.as_bytes()[..place]);
        return vec![(line, ProblemKind::NulCharacter, message)];
    }
    let errors = by_line(text, errors).into_iter().map(|(line, message)| {
        let message = format!("this is not TOML: {message}; mend the line");
        (line, ProblemKind::Syntax, message)
    });
    errors.collect()
}

/// The first error of each line. Where the end of the file is an error, something was opened and
/// never closed, and whatever is said after the first error is its echo.
fn by_line<'e>(text: &str, errors: &'e [toml::de::Error]) -> BTreeMap<usize, &'e str> {
    let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    let end = text.trim_end().len();
    let mut errors: Vec<_> = errors
        .iter()
        .map(|error| (start(error), error.message()))
        .collect();
    errors.sort_by_key(|(start, _)| *start);
    if errors.iter().any(|(start, _)| *start >= end) {
        errors.truncate(1);
    }
    let mut lines = BTreeMap::new();
    let (mut line, mut counted) = (1, 0);
    for (start, message) in errors {
        line += breaks(&text.as_bytes()[counted..start.min(text.len())]);
        counted = start.min(text.len());
        lines.entry(line).or_insert(message);
    }
    lines
}

fn breaks(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}

fn json_table(table: &DeTable<'_>) -> Value {
    let entries = table
        .iter()
        .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

/// The value as JSON. No content file holds a fraction or a number beyond 64 bits: such a number
/// becomes null, which no field may be.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Null, Value::from)
        }
        DeValue::Float(_) => Value::Null,
        DeValue::Boolean(truth) => Value::from(*truth),
        DeValue::Datetime(time) => Value::from(time.to_string()),
        DeValue::Array(entries) => entries.iter().map(|entry| json(entry.get_ref())).collect(),
        DeValue::Table(table) => json_table(table),
    }
}
