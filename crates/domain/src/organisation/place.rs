//! Where in Sweden: län and municipality codes, as Statistics Sweden numbers them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// Code and name of each län, by code.
const LAN: [(&str, &str, &str); 21] = [
    ("01", "Stockholms län", "Stockholm County"),
    ("03", "Uppsala län", "Uppsala County"),
    ("04", "Södermanlands län", "Södermanland County"),
    ("05", "Östergötlands län", "Östergötland County"),
    ("06", "Jönköpings län", "Jönköping County"),
    ("07", "Kronobergs län", "Kronoberg County"),
    ("08", "Kalmar län", "Kalmar County"),
    ("09", "Gotlands län", "Gotland County"),
    ("10", "Blekinge län", "Blekinge County"),
    ("12", "Skåne län", "Skåne County"),
    ("13", "Hallands län", "Halland County"),
    ("14", "Västra Götalands län", "Västra Götaland County"),
    ("17", "Värmlands län", "Värmland County"),
    ("18", "Örebro län", "Örebro County"),
    ("19", "Västmanlands län", "Västmanland County"),
    ("20", "Dalarnas län", "Dalarna County"),
    ("21", "Gävleborgs län", "Gävleborg County"),
    ("22", "Västernorrlands län", "Västernorrland County"),
    ("23", "Jämtlands län", "Jämtland County"),
    ("24", "Västerbottens län", "Västerbotten County"),
    ("25", "Norrbottens län", "Norrbotten County"),
];

/// One of the 21 län.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Lan(u8);

/// A code that is no län's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no län; a län is written with its two digits, 01 to 25")]
pub struct UnknownLan(pub String);

impl Lan {
    /// All län, by code.
    pub fn all() -> impl Iterator<Item = Lan> {
        (0..).zip(LAN).map(|(place, _)| Lan(place))
    }

    fn line(self) -> (&'static str, &'static str, &'static str) {
        LAN.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Its two digits.
    pub fn code(self) -> &'static str {
        self.line().0
    }

    /// Whether it is Gotland, whose municipality has a region's tasks and is counted once.
    pub fn is_gotland(self) -> bool {
        self.code() == "09"
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.line().1,
            Lang::En => self.line().2,
        }
    }
}

impl TryFrom<&str> for Lan {
    type Error = UnknownLan;

    fn try_from(code: &str) -> Result<Self, UnknownLan> {
        Lan::all()
            .find(|lan| lan.code() == code)
            .ok_or_else(|| UnknownLan(code.to_owned()))
    }
}

impl TryFrom<String> for Lan {
    type Error = UnknownLan;

    fn try_from(code: String) -> Result<Self, UnknownLan> {
        Lan::try_from(code.as_str())
    }
}

impl From<Lan> for String {
    fn from(lan: Lan) -> String {
        lan.code().to_owned()
    }
}

/// A municipality code: four digits, of which the first two are the län's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct MunicipalityCode {
    lan: Lan,
    within: u8,
}

/// A text that is no municipality code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no municipality code; it is four digits, of which the first two are the län's")]
pub struct NotAMunicipality(pub String);

impl MunicipalityCode {
    /// The län that the municipality lies in.
    pub fn lan(self) -> Lan {
        self.lan
    }
}

impl TryFrom<&str> for MunicipalityCode {
    type Error = NotAMunicipality;

    fn try_from(code: &str) -> Result<Self, NotAMunicipality> {
        let read = || {
            let (lan, within) = code.split_at_checked(2)?;
            let digits = within.len() == 2 && within.bytes().all(|byte| byte.is_ascii_digit());
            Some(MunicipalityCode {
                lan: Lan::try_from(lan).ok()?,
                within: within.parse().ok().filter(|_| digits)?,
            })
        };
        read().ok_or_else(|| NotAMunicipality(code.to_owned()))
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = NotAMunicipality;

    fn try_from(code: String) -> Result<Self, NotAMunicipality> {
        MunicipalityCode::try_from(code.as_str())
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> String {
        code.to_string()
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.lan.code(), self.within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        assert_eq!(Lan::all().count(), 21);
        for lan in Lan::all() {
            assert_eq!(Lan::try_from(lan.code()), Ok(lan));
        }
        for code in ["0180", "0980", "2584", "1401"] {
            let read = MunicipalityCode::try_from(code).unwrap();
            assert_eq!(read.to_string(), code);
            assert_eq!(read.lan().code(), &code[..2]);
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for code in ["", "1", "02", "11", "26", "å1"] {
            assert!(Lan::try_from(code).is_err(), "{code}");
        }
        for code in ["", "180", "01800", "0280", "01+1", "01 1", "åäö1"] {
            assert!(MunicipalityCode::try_from(code).is_err(), "{code}");
        }
    }
}
