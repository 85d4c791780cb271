//! Organisation numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A Swedish organisation number: ten digits, the last of which checks the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct OrganisationNumber([u8; 10]);

/// Why a text is no organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// A character that no spelling of an organisation number has.
    #[error("{0:?} does not belong in an organisation number")]
    Character(char),
    /// Neither ten digits nor a known longer spelling of them.
    #[error("an organisation number has 10 digits, and there are {0}")]
    Length(usize),
    /// The third digit is below 2: it may be a person's number.
    #[error(
        "the third digit of an organisation number is 2 or more; this may be a person's number"
    )]
    Person,
    /// The check digit does not fit the others: something is mistyped.
    #[error("the last digit does not fit the others; something is mistyped")]
    CheckDigit,
}

impl OrganisationNumber {
    /// The ten digits without hyphen, as they are stored and sent to other systems.
    pub fn digits(&self) -> String {
        self.0
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect()
    }

    fn from_digits(digits: [u8; 10]) -> Result<Self, NotANumber> {
        if digits[2] < 2 {
            return Err(NotANumber::Person);
        }
        if luhn(&digits) != 0 {
            return Err(NotANumber::CheckDigit);
        }
        Ok(OrganisationNumber(digits))
    }
}

/// The Luhn sum modulo 10; 0 for a number whose last digit is right.
fn luhn(digits: &[u8; 10]) -> u8 {
    let sum: u8 = digits
        .iter()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => *digit,
        })
        .sum();
    sum % 10
}

impl TryFrom<&str> for OrganisationNumber {
    type Error = NotANumber;

    /// Reads the common spellings: `212000-0142`, `2120000142`, `16212000-0142` as authorities
    /// write it among person numbers, and `SE212000014201`, the VAT number; with any hyphen, and
    /// with spaces anywhere.
    fn try_from(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotANumber::Empty);
        }
        let vat = text
            .get(..2)
            .is_some_and(|prefix| prefix.eq_ignore_ascii_case("se"));
        let rest = if vat {
            text.get(2..).unwrap_or_default()
        } else {
            text
        };
        let mut digits = Vec::new();
        for character in rest.chars() {
            match character {
                '0'..='9' => digits.push(character as u8 - b'0'),
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                space if space.is_whitespace() => {}
                other => return Err(NotANumber::Character(other)),
            }
        }
        let length = digits.len();
        let ten: Option<[u8; 10]> = match digits.as_slice() {
            ten @ [..] if ten.len() == 10 => ten.try_into().ok(),
            // The two last digits of a VAT number count those of one organisation.
            [ten @ .., _, _] if vat && ten.len() == 10 => ten.try_into().ok(),
            [1, 6, ten @ ..] if !vat && ten.len() == 10 => ten.try_into().ok(),
            [1, 9, ..] | [2, 0, ..] if !vat && length == 12 => return Err(NotANumber::Person),
            _ => None,
        };
        OrganisationNumber::from_digits(ten.ok_or(NotANumber::Length(length))?)
    }
}

impl TryFrom<String> for OrganisationNumber {
    type Error = NotANumber;

    fn try_from(text: String) -> Result<Self, NotANumber> {
        OrganisationNumber::try_from(text.as_str())
    }
}

impl From<OrganisationNumber> for String {
    fn from(number: OrganisationNumber) -> String {
        number.digits()
    }
}

impl fmt::Display for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        let (first, last) = digits.split_at(6);
        write!(f, "{first}-{last}")
    }
}

impl fmt::Debug for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrganisationNumber({self})")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any organisation number: nine digits of which the third is 2 or more, and the check digit.
    pub(crate) fn numbers() -> impl Strategy<Value = OrganisationNumber> {
        proptest::array::uniform9(0u8..10).prop_map(|nine| {
            let mut digits = [0; 10];
            digits[..9].copy_from_slice(&nine);
            digits[2] = digits[2].max(2);
            digits[9] = (10 - luhn(&digits)) % 10;
            OrganisationNumber(digits)
        })
    }

    proptest! {
        #[test]
        fn every_spelling_gives_the_same_number(number in numbers()) {
            let ten = number.digits();
            let (first, last) = ten.split_at(6);
            for spelling in [
                ten.clone(),
                format!("{first}-{last}"),
                format!(" {first} {last}\u{a0}"),
                format!("{first}\u{2013}{last}"),
                format!("16{first}-{last}"),
                format!("16 {ten}"),
                format!("SE{ten}01"),
                format!("se {first}-{last} 01"),
                format!("SE{ten}"),
            ] {
                prop_assert_eq!(OrganisationNumber::try_from(spelling.as_str()), Ok(number));
            }
            prop_assert_eq!(number.to_string(), format!("{first}-{last}"));
        }

        #[test]
        fn one_mistyped_digit_is_noticed(number in numbers(), place in 0usize..10, by in 1u8..10) {
            let mut digits = number.0;
            digits[place] = (digits[place] + by) % 10;
            let typed: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
            prop_assert!(OrganisationNumber::try_from(typed.as_str()).is_err());
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = OrganisationNumber::try_from(text.as_str());
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, wrong) in [
            ("", NotANumber::Empty),
            (" \t", NotANumber::Empty),
            ("212000-014", NotANumber::Length(9)),
            ("212000-01422", NotANumber::Length(11)),
            ("17212000-0142", NotANumber::Length(12)),
            ("SE16212000-014201", NotANumber::Length(14)),
            ("212000/0142", NotANumber::Character('/')),
            ("NO212000-0142", NotANumber::Character('N')),
            ("640823-3234", NotANumber::Person),
            ("19640823-3234", NotANumber::Person),
            ("212000-0143", NotANumber::CheckDigit),
        ] {
            assert_eq!(OrganisationNumber::try_from(text), Err(wrong), "{text}");
        }
    }
}
