//! From bytes to values: text, TOML, and nothing that TOML cannot hold.

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

    let mut whole = true;
    if let Err(error) = std::str::from_utf8(bytes) {
        whole = false;
        let line = line_of(text, error.valid_up_to());
        let message = "the file is not UTF-8 from here; save it as UTF-8";
        report.add(path, line, ProblemKind::NotUtf8, message);
    } else if let Some(place) = text.find('\0') {
        whole = false;
        let message = "the file holds the character U+0000; remove it";
        report.add(
            path,
            line_of(text, place),
            ProblemKind::NulCharacter,
            message,
        );
    } else if let Some(error) = errors.first() {
        whole = false;
        let start = error.span().map_or(0, |span| span.start);
        let message = format!("this is not TOML: {}; mend the line", error.message());
        report.add(path, line_of(text, start), ProblemKind::Syntax, message);
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

fn line_of(text: &str, place: usize) -> String {
    let before = &text.as_bytes()[..place.min(text.len())];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    format!("line {line}")
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
