//! Kommungrupp: SKR's nine groups of municipalities, of 2023.

use serde::{Deserialize, Serialize};

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
