//! Synthetic organisations: what they are, whose they are, and what they are called.

use super::names;
use crate::comparison::Counted;
use crate::organisation::{Lan, OrganisationKind, OrganisationNumber, SkrGroup};

/// A synthetic organisation. It lies in a län that there is and has a kommungrupp that there is,
/// since groups are made of them; everything else of it is invented.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its place in the population.
    pub(super) index: usize,
    /// Its number among those that are named alike: of its kind, or of its owner's companies.
    pub(super) ordinal: usize,
    pub(super) kind: OrganisationKind,
    pub(super) owner: Option<Owner>,
    pub(super) lan: Option<Lan>,
    /// Kommungrupp at first, and the one from the year that it is reclassified in.
    pub(super) skr: Option<SkrGroup>,
    pub(super) later_skr: Option<(usize, SkrGroup)>,
    /// Inhabitants and yearly purchases in the year before the first wave.
    pub(super) population: Option<u32>,
    pub(super) volume: u64,
    /// How much they grow in a year.
    pub(super) growth: f64,
    /// The first year in which it is no more, merged into another.
    pub(super) merged: Option<usize>,
    /// Those who answer for it.
    pub(super) respondents: usize,
    /// How large it is among those of its type, −1 to 1.
    pub(super) size: f64,
}

/// Who owns an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) index: usize,
    pub(super) ordinal: usize,
}

impl Organisation {
    /// Its place in the population; the same organisation in every wave.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its id in submissions.
    pub fn id(&self) -> String {
        id(self.index)
    }

    /// The place in the population of the organisation that owns it. Agencies and the state's own
    /// companies have no owner.
    pub fn owner(&self) -> Option<usize> {
        self.owner.map(|owner| owner.index)
    }

    /// Its kind.
    pub fn kind(&self) -> OrganisationKind {
        self.kind
    }

    /// How many answer for it.
    pub fn respondents(&self) -> usize {
        self.respondents
    }

    /// Its name, which no organisation bears.
    pub fn name(&self) -> String {
        match (self.kind, self.owner) {
            (OrganisationKind::Kommun, _) => names::municipality(self.ordinal),
            (OrganisationKind::Region, _) => names::region(self.ordinal),
            (OrganisationKind::KommunaltBolag, Some(owner)) => {
                names::municipal_company(owner.ordinal, self.ordinal)
            }
            (OrganisationKind::RegionaltBolag, Some(owner)) => {
                names::regional_company(owner.ordinal, self.ordinal)
            }
            (OrganisationKind::UniversitetHogskola, _) => names::university(self.ordinal),
            (OrganisationKind::StatligMyndighet, _) => names::agency(self.ordinal),
            _ => names::state_company(self.ordinal),
        }
    }

    /// Its domain, under the ending that is set aside for examples and that no mail reaches.
    pub fn domain(&self) -> String {
        format!("{}.example", names::label(&self.name()))
    }

    /// Its organisation number: one that begins with 4, as no organisation's does.
    pub fn number(&self) -> Option<OrganisationNumber> {
        let nine = 402_000_000 + self.index;
        (0..10).find_map(|check| OrganisationNumber::try_from(format!("{nine}{check}")).ok())
    }

    /// What it is counted as in a year. Inhabitants and purchases grow with time, and so now and
    /// then into another group.
    pub(super) fn counted(&self, year: usize) -> Counted {
        let grown = (0..year).fold(1.0, |grown, _| grown * (1.0 + self.growth));
        Counted {
            kind: self.kind,
            lan: self.lan,
            skr: match self.later_skr {
                Some((from, skr)) if from <= year => Some(skr),
                _ => self.skr,
            },
            population: self
                .population
                .map(|population| (f64::from(population) * grown) as u32),
            volume: Some((self.volume as f64 * grown) as u64),
        }
    }
}

/// An organisation's id in submissions.
pub(super) fn id(index: usize) -> String {
    format!("synthetic-{index:06}")
}
