//! Keys given twice in a JSON object. A JSON reader keeps one of the two and says nothing; an
//! organisation that wrote two answers to a question should know.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::within;

/// The places of all keys that an object has already given.
///
/// # Errors
/// The text is not JSON, or nests deeper than the reader allows.
pub(super) fn duplicates(json: &str) -> serde_json::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(json);
    let walk = Walk {
        place: String::new(),
        found: &mut found,
    };
    walk.deserialize(&mut reader)?;
    reader.end()?;
    Ok(found)
}

/// Walks one value and notes what it finds.
struct Walk<'f> {
    place: String,
    found: &'f mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut keys = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            let place = within(&self.place, &key);
            map.next_value_seed(Walk {
                place: place.clone(),
                found: self.found,
            })?;
            if !keys.insert(key) {
                self.found.push(place);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let mut index = 0;
        while values
            .next_element_seed(Walk {
                place: format!("{}[{index}]", self.place),
                found: &mut *self.found,
            })?
            .is_some()
        {
            index += 1;
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
