//! What an organisation is counted as.

use super::{Lan, MunicipalityCode, OrganisationKind, SkrGroup};
use crate::day::Day;

/// What an organisation is counted as from a certain day. Facts that are not known are left out,
/// never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    /// The first day it holds.
    pub valid_from: Day,
    /// Its kind.
    pub kind: OrganisationKind,
    /// The län it lies in, or whose region it is.
    pub lan: Option<Lan>,
    /// The municipality it is, or has its seat in.
    pub municipality: Option<MunicipalityCode>,
    /// Kommungrupp; for municipalities only.
    pub group: Option<SkrGroup>,
    /// Inhabitants, of municipalities and regions.
    pub population: Option<u32>,
    /// What it buys for in a year, kronor.
    pub volume: Option<u64>,
}

impl Classification {
    /// Whether another says the same, whatever day it holds from.
    pub fn says_the_same(&self, other: &Classification) -> bool {
        let valid_from = self.valid_from;
        *self
            == Classification {
                valid_from,
                ..other.clone()
            }
    }
}
