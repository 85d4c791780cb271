//! Kommungrupp: SKR's nine groups of municipalities, of 2023.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// One of the nine groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SkrGroup {
    /// Storstäder.
    A1,
    /// Pendlingskommun nära storstad.
    A2,
    /// Större stad.
    B3,
    /// Pendlingskommun nära större stad.
    B4,
    /// Lågpendlingskommun nära större stad.
    B5,
    /// Mindre stad/tätort.
    C6,
    /// Pendlingskommun nära mindre tätort.
    C7,
    /// Landsbygdskommun.
    C8,
    /// Landsbygdskommun med besöksnäring.
    C9,
}

/// A code that is no group's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kommungrupp; there are A1, A2, B3, B4, B5, C6, C7, C8 and C9")]
pub struct UnknownGroup(pub String);

impl SkrGroup {
    /// All groups, by code.
    pub const ALL: [SkrGroup; 9] = [
        SkrGroup::A1,
        SkrGroup::A2,
        SkrGroup::B3,
        SkrGroup::B4,
        SkrGroup::B5,
        SkrGroup::C6,
        SkrGroup::C7,
        SkrGroup::C8,
        SkrGroup::C9,
    ];

    /// The group's code.
    pub fn code(self) -> &'static str {
        match self {
            SkrGroup::A1 => "A1",
            SkrGroup::A2 => "A2",
            SkrGroup::B3 => "B3",
            SkrGroup::B4 => "B4",
            SkrGroup::B5 => "B5",
            SkrGroup::C6 => "C6",
            SkrGroup::C7 => "C7",
            SkrGroup::C8 => "C8",
            SkrGroup::C9 => "C9",
        }
    }

    /// The group's name: SKR's own in Swedish, translated in English.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (SkrGroup::A1, Lang::Sv) => "Storstäder",
            (SkrGroup::A1, Lang::En) => "Large cities",
            (SkrGroup::A2, Lang::Sv) => "Pendlingskommun nära storstad",
            (SkrGroup::A2, Lang::En) => "Commuting municipality near a large city",
            (SkrGroup::B3, Lang::Sv) => "Större stad",
            (SkrGroup::B3, Lang::En) => "Larger town",
            (SkrGroup::B4, Lang::Sv) => "Pendlingskommun nära större stad",
            (SkrGroup::B4, Lang::En) => "Commuting municipality near a larger town",
            (SkrGroup::B5, Lang::Sv) => "Lågpendlingskommun nära större stad",
            (SkrGroup::B5, Lang::En) => "Low-commuting municipality near a larger town",
            (SkrGroup::C6, Lang::Sv) => "Mindre stad/tätort",
            (SkrGroup::C6, Lang::En) => "Smaller town",
            (SkrGroup::C7, Lang::Sv) => "Pendlingskommun nära mindre tätort",
            (SkrGroup::C7, Lang::En) => "Commuting municipality near a smaller town",
            (SkrGroup::C8, Lang::Sv) => "Landsbygdskommun",
            (SkrGroup::C8, Lang::En) => "Rural municipality",
            (SkrGroup::C9, Lang::Sv) => "Landsbygdskommun med besöksnäring",
            (SkrGroup::C9, Lang::En) => "Rural municipality with a visitor industry",
        }
    }
}

impl TryFrom<&str> for SkrGroup {
    type Error = UnknownGroup;

    fn try_from(code: &str) -> Result<Self, UnknownGroup> {
        SkrGroup::ALL
            .into_iter()
            .find(|group| group.code() == code)
            .ok_or_else(|| UnknownGroup(code.to_owned()))
    }
}
