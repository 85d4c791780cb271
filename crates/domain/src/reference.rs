//! The reference number of what has been handed in: short, and with a check character.

use std::fmt;

/// Digits and capital letters without 0, 1, I, L and O, so that nothing is mistaken when someone
/// writes a reference down or reads it aloud. A prime number of them, which is what makes the check
/// character catch every single mistake.
const SYMBOLS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const RADIX: u64 = SYMBOLS.len() as u64;
/// How many characters stand before the check character.
const FREE: usize = 7;
const LENGTH: usize = FREE + 1;

/// A reference number, written `7F3K-9QXM`. The last character is computed from the others: a
/// mistyped character, or two neighbours that have changed places, give no other reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reference([u8; LENGTH]);

/// A text that is no reference number: mistyped, or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reference number")]
pub struct NotAReference;

impl Reference {
    /// How many references there are.
    pub const COUNT: u64 = RADIX.pow(FREE as u32);

    /// The reference for a number; numbers that differ by a multiple of [`Reference::COUNT`] share
    /// one.
    pub fn from_number(number: u64) -> Self {
        let mut rest = number % Self::COUNT;
        let mut values = [0; LENGTH];
        for value in values[..FREE].iter_mut().rev() {
            *value = (rest % RADIX) as u8;
            rest /= RADIX;
        }
        values[FREE] = check(&values);
        Reference(values)
    }
}

/// The value of the check character: what makes the weighted sum a multiple of 31. The weights
/// differ from each other and from 0, also modulo 31.
fn check(values: &[u8; LENGTH]) -> u8 {
    let sum: u64 = (1..)
        .zip(&values[..FREE])
        .map(|(weight, value)| weight * u64::from(*value))
        .sum();
    // The check character's own weight is -1.
    (sum % RADIX) as u8
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            if index == LENGTH / 2 {
                f.write_str("-")?;
            }
            let symbol = SYMBOLS[usize::from(*value)];
            write!(f, "{}", char::from(symbol))?;
        }
        Ok(())
    }
}

impl TryFrom<&str> for Reference {
    type Error = NotAReference;

    /// Reads small letters as capitals, and passes over spaces and hyphens.
    fn try_from(text: &str) -> Result<Self, NotAReference> {
        let mut values = [0; LENGTH];
        let mut length = 0;
        for symbol in text.bytes().filter(|byte| !b" -".contains(byte)) {
            let symbol = symbol.to_ascii_uppercase();
            let value = SYMBOLS.iter().position(|known| *known == symbol);
            *values.get_mut(length).ok_or(NotAReference)? = value.ok_or(NotAReference)? as u8;
            length += 1;
        }
        if length == LENGTH && values[FREE] == check(&values) {
            Ok(Reference(values))
        } else {
            Err(NotAReference)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_reference_is_read_however_it_is_written() {
        let reference = Reference::from_number(1_234_567_890);
        let text = reference.to_string();
        assert_eq!(text.len(), 9, "{text}");
        for written in [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " "),
        ] {
            assert_eq!(Reference::try_from(written.as_str()), Ok(reference));
        }
        for wrong in [
            "",
            "-",
            "7F3K",
            &text[..8],
            &format!("{text}2"),
            "ÅÄÖ2-2222",
        ] {
            assert_eq!(Reference::try_from(wrong), Err(NotAReference), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn different_numbers_have_different_references(a in 0..Reference::COUNT, b in 0..Reference::COUNT) {
            let same = Reference::from_number(a) == Reference::from_number(b);
            prop_assert_eq!(same, a == b);
            let text = Reference::from_number(a).to_string();
            prop_assert_eq!(Reference::try_from(text.as_str()), Ok(Reference::from_number(a)));
        }

        #[test]
        fn one_mistyped_character_is_noticed(
            number in 0..Reference::COUNT, place in 0..LENGTH, symbol in 0..SYMBOLS.len()
        ) {
            let text = Reference::from_number(number).to_string().replace('-', "");
            let mut mistyped = text.clone().into_bytes();
            mistyped[place] = SYMBOLS[symbol];
            let mistyped = String::from_utf8(mistyped).unwrap();
            prop_assume!(mistyped != text);
            prop_assert_eq!(Reference::try_from(mistyped.as_str()), Err(NotAReference));
        }

        #[test]
        fn neighbours_that_change_places_are_noticed(
            number in 0..Reference::COUNT, place in 0..LENGTH - 1
        ) {
            let text = Reference::from_number(number).to_string().replace('-', "");
            let mut swapped = text.clone().into_bytes();
            swapped.swap(place, place + 1);
            let swapped = String::from_utf8(swapped).unwrap();
            prop_assume!(swapped != text);
            prop_assert_eq!(Reference::try_from(swapped.as_str()), Err(NotAReference));
        }
    }
}
