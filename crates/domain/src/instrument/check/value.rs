//! Finding one's way in a file's values, whether or not the file has the right shape.

use serde_json::Value;

use crate::text::Lang;

/// The values at a path such as `duties[].source`, each with the field it was found in. What has
/// another shape than the path is passed over: the check against the schema reports it.
pub(super) fn select<'v>(value: &'v Value, path: &str) -> Vec<(String, &'v Value)> {
    let mut found = vec![(String::new(), value)];
    for segment in path.split('.') {
        let key = segment.trim_end_matches("[]");
        found = found
            .into_iter()
            .filter_map(|(field, value)| Some((below(&field, key), value.get(key)?)))
            .collect();
        if segment.ends_with("[]") {
            found = found
                .into_iter()
                .flat_map(|(field, value)| each(field, value))
                .collect();
        }
    }
    found
}

/// The texts at a path.
pub(super) fn select_texts<'v>(
    value: &'v Value,
    path: &str,
) -> impl Iterator<Item = (String, &'v str)> {
    select(value, path)
        .into_iter()
        .filter_map(|(field, value)| Some((field, value.as_str()?)))
}

/// A number at a path without lists.
pub(super) fn number(value: &Value, path: &str) -> Option<u64> {
    select(value, path)
        .into_iter()
        .find_map(|(_, value)| value.as_u64())
}

/// A text at a path without lists.
pub(super) fn text<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    select_texts(value, path).next().map(|(_, text)| text)
}

/// Every text in one language, wherever in the file it stands.
pub(super) fn texts_in(value: &Value, lang: Lang) -> Vec<(String, &str)> {
    let mut found = strings(value);
    found.retain(|(field, _)| {
        let key = field.rsplit('.').next();
        key == Some(lang.code())
    });
    found
}

/// Every string in the file.
pub(super) fn strings(value: &Value) -> Vec<(String, &str)> {
    fn walk<'v>(field: String, value: &'v Value, found: &mut Vec<(String, &'v str)>) {
        match value {
            Value::String(text) => found.push((field, text)),
            Value::Array(_) => each(field, value).for_each(|(f, v)| walk(f, v, found)),
            Value::Object(entries) => {
                entries
                    .iter()
                    .for_each(|(key, v)| walk(below(&field, key), v, found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(String::new(), value, &mut found);
    found
}

/// The field of a key within a field.
pub(super) fn below(field: &str, key: &str) -> String {
    if field.is_empty() {
        key.to_owned()
    } else {
        format!("{field}.{key}")
    }
}

fn each(field: String, value: &Value) -> impl Iterator<Item = (String, &Value)> {
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    entries
        .iter()
        .enumerate()
        .map(move |(index, entry)| (format!("{field}[{index}]"), entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_finds_fields_and_passes_over_other_shapes() {
        let value = json!({"duties": [{"source": "lou"}, 7, {}, {"source": "luf"}], "id": "a"});
        let found: Vec<_> = select_texts(&value, "duties[].source").collect();
        assert_eq!(
            found,
            [
                ("duties[0].source".into(), "lou"),
                ("duties[3].source".into(), "luf")
            ]
        );
        assert_eq!(text(&value, "id"), Some("a"));
        assert!(select(&value, "id[].source").is_empty());
    }

    #[test]
    fn texts_are_found_wherever_they_stand() {
        let value = json!({"sv": "a", "levels": [{"sv": "b", "en": "c"}], "id": "d"});
        let found = texts_in(&value, Lang::Sv);
        assert_eq!(found, [("levels[0].sv".into(), "b"), ("sv".into(), "a")]);
    }
}
